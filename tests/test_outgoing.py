"""Every outgoing request passes one gate: only public addresses, bounded, whole or said to be not."""

import gzip
import ipaddress
import socket
import threading
import zlib
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from tracker.outgoing import Limits, Outgoing, RefusedError, UnansweredError, checked, is_public

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.20.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_is_public_in_any_dress(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://me:pw@example.org/",
        "http://example.org\\@evil.example/", "http://exa mple.org/", "http://example.org/\r\nX: y", "http:///a",
        "//x",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        checked(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_a_host_that_leads_to_this_machine_is_not_connected_to(httpserver: HTTPServer, host: str) -> None:
    httpserver.expect_request("/").respond_with_data("secret")

    with pytest.raises((RefusedError, UnansweredError)):
        Outgoing().ask(f"http://{host}:{httpserver.port}/")
    assert not httpserver.log


def local(**limits: float) -> Outgoing:
    return Outgoing(allow_private=True, limits=Limits(**limits))  # type: ignore[arg-type]


def test_redirects_are_followed_and_kept(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(status=301, headers={"Location": "/b?x=1"})
    httpserver.expect_request("/b").respond_with_data("here", content_type="text/html")

    answer = local().ask(httpserver.url_for("/a"))

    assert (answer.content, answer.url, answer.redirects) == (
        b"here", httpserver.url_for("/b?x=1"), ((httpserver.url_for("/a"), 301),),
    )  # fmt: skip


def test_a_redirect_to_another_scheme_is_refused(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "file:///etc/passwd"})

    with pytest.raises(RefusedError):
        local().ask(httpserver.url_for("/a"))


def test_a_ring_of_redirects_ends(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a"})

    with pytest.raises(UnansweredError, match="more than 10 redirects"):
        local().ask(httpserver.url_for("/a"))


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("", bytes)]
)
def test_bodies_are_unpacked(httpserver: HTTPServer, encoding: str, pack: object) -> None:
    body = pack("Größe ".encode() * 1000)  # type: ignore[operator]
    httpserver.expect_request("/").respond_with_data(
        body, headers={"Content-Encoding": encoding} if encoding else {}
    )

    assert local().ask(httpserver.url_for("/")).content == "Größe ".encode() * 1000


def test_a_small_body_that_unpacks_to_much_is_stopped(httpserver: HTTPServer) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    httpserver.expect_request("/").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})

    with pytest.raises(UnansweredError, match="larger than"):
        local(unpacked=1_000_000).ask(httpserver.url_for("/"))


@pytest.fixture
def cutting_server() -> Iterator[str]:
    """A server that announces 100 bytes and hangs up after ten."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it")

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread.join()


def test_a_body_cut_short_is_said_to_be_incomplete(cutting_server: str) -> None:
    answer = local().ask(cutting_server)

    assert (answer.content, answer.complete) == (b"half of it", False)


def test_a_closed_port_is_an_answer_that_may_come_another_time(unused_port: int) -> None:
    with pytest.raises(UnansweredError) as caught:
        local().ask(f"http://127.0.0.1:{unused_port}/")

    assert caught.value.transient
