"""What each kind of receiver is really sent: hostile words stay words, and mail goes under TLS or not."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.alert_world import SITE
from tracker.alerts import channels, mail, messages
from tracker.alerts.channels import Envelope, Sender, UndeliveredError
from tracker.outgoing import Outgoing

NOTE = messages.note(
    "AT&T *bold* _it_ `code` <b>tag</b> <!channel> @everyone",
    "[here](https://evil.example/a) evil.example <script>x</script> ||hidden|| # head",
    SITE,
)
HARMLESS = (
    "AT&T bold it code b tag /b !channel @\u200beveryone",
    "here https: evil.\u200bexample/a evil.\u200bexample script x /script hidden head",
)


@pytest.fixture(scope="module")
def sender() -> Sender:
    return Sender(Outgoing(allow_private=True), lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))


def envelope(target: str) -> Envelope:
    return Envelope(target, "k" * 32, NOTE, f"{SITE}/unsubscribe/token", b"secret")


# --- chats: what Apprise makes of the compact form, sent to a loopback server in the service's place

SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general"
DISCORD = f"discord://{'4' * 18}/{'b' * 68}"
TELEGRAM = "tgram://123456789:ABCdefghijklmnopqrstuvwxyz012345678/12315544"


def moved(monkeypatch: pytest.MonkeyPatch, target: str, attribute: str, url: str) -> None:
    """Put a loopback address in the place of the service's own, which takes messages as fast as they come."""
    plugin = channels._plugin(target)
    monkeypatch.setattr(plugin, attribute, url)
    monkeypatch.setattr(plugin, "request_rate_per_sec", 0)


def taken(httpserver: HTTPServer) -> list[Any]:
    asked: list[Any] = []

    def take(request: Request) -> Response:
        asked.append(request.get_json())
        return Response("ok" if "T1JJ3T3L2" in request.path else '{"ok": true}')

    httpserver.expect_request(re.compile("/.*")).respond_with_handler(take)
    return asked


@pytest.mark.parametrize(
    ("target", "attribute", "shown"),
    [
        (SLACK, "webhook_url", lambda asked: unescape(asked["attachments"][0]["text"])),
        (DISCORD, "notify_url", lambda asked: asked["content"]),
        (TELEGRAM, "notify_url", lambda asked: unescape(asked["text"])),
        ("ntfy://127.0.0.1:{port}/topic", None, lambda asked: asked["message"]),
    ],
    ids=["slack", "discord", "telegram", "ntfy"],
)
def test_hostile_words_reach_a_chat_as_words(
    sender: Sender, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch,
    target: str, attribute: str | None, shown: Any,
) -> None:  # fmt: skip
    asked = taken(httpserver)
    target = target.format(port=httpserver.port)
    if attribute:
        moved(monkeypatch, target, attribute, httpserver.url_for("/api"))
    sender.send(envelope(target))

    assert [tuple(shown(one).splitlines()) for one in asked] == [HARMLESS]


@pytest.mark.parametrize(("target", "attribute"), [(SLACK, "webhook_url"), (TELEGRAM, "notify_url")])
def test_a_chat_that_reads_entities_is_sent_them_escaped(
    sender: Sender, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, target: str, attribute: str
) -> None:
    asked = taken(httpserver)
    moved(monkeypatch, target, attribute, httpserver.url_for("/api"))
    sender.send(envelope(target))

    assert "AT&amp;T" in str(asked)


@pytest.mark.parametrize(("target", "attribute"), [(SLACK, "webhook_url"), (DISCORD, "notify_url")])
def test_a_chat_that_refuses_gets_the_message_later_and_its_tokens_stay_secret(
    sender: Sender, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture, target: str, attribute: str,
) -> None:  # fmt: skip
    httpserver.expect_request(re.compile("/.*")).respond_with_data("no", status=403)
    moved(monkeypatch, target, attribute, httpserver.url_for("/api"))
    with pytest.raises(UndeliveredError) as refused:
        sender.send(envelope(target))
    ours = "".join(r.getMessage() for r in caplog.records if r.name != "werkzeug")

    assert (str(refused.value), refused.value.receiver) == ("the service did not take it", True)
    assert [part for part in target.split("/") if len(part) > 8 and part in ours] == []


# --- mail under TLS


class Certified(NamedTuple):
    certificate: Path
    key: Path


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """A certificate for 127.0.0.1 that signs itself."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    made = Certified(folder / "certificate.pem", folder / "key.pem")
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", str(made.key), "-out", str(made.certificate), "-days", "2", "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1",
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return made


class Guarded:
    """A mail server that takes mail only under TLS and only from who has the password."""

    def __init__(self, port: int, certified: Certified, at_once: bool) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certified.certificate, certified.key)
        secured = {"ssl_context": context} if at_once else {"tls_context": context, "require_starttls": True}
        self.taken: list[Any] = []
        self.secure: list[bool] = []
        self._controller = Controller(
            self, hostname="127.0.0.1", port=port, authenticator=self._knows, auth_required=True,
            auth_require_tls=not at_once, **secured,
        )  # fmt: skip

    def _knows(self, server: Any, session: Any, *told: Any) -> AuthResult:
        login = told[-1]
        return AuthResult(success=(login.login, login.password) == (b"quill", b"s3cret"), handled=False)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(envelope)
        self.secure.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"

    def __enter__(self) -> Guarded:
        self._controller.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._controller.stop()


@pytest.fixture
def trusting(certified: Certified, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system trusts the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certified.certificate))
    mail._trusted.cache_clear()
    yield
    mail._trusted.cache_clear()


def address(port: int, mode: str, password: str = "s3cret") -> str:
    return f"mailtos://quill:{password}@127.0.0.1:{port}?from=watch@tracker.example&to=r@home.example&mode={mode}"


@pytest.mark.parametrize("mode", ["starttls", "ssl"])
def test_mail_goes_under_tls_with_the_password(
    sender: Sender, certified: Certified, trusting: None, unused_port: int, mode: str
) -> None:
    with Guarded(unused_port, certified, at_once=mode == "ssl") as server:
        sender.send(envelope(address(unused_port, mode)))

    assert ([mail.rcpt_tos for mail in server.taken], server.secure) == ([["r@home.example"]], [True])


@pytest.mark.parametrize("mode", ["starttls", "ssl"])
def test_a_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password(
    sender: Sender, certified: Certified, unused_port: int, mode: str
) -> None:
    with (
        Guarded(unused_port, certified, at_once=mode == "ssl") as server,
        pytest.raises(UndeliveredError) as refused,
    ):
        sender.send(envelope(address(unused_port, mode)))

    assert (str(refused.value), server.taken) == (
        "the mail server cannot be reached (SSLCertVerificationError)", [],
    )  # fmt: skip


def test_a_server_that_offers_no_tls_gets_no_mail_and_no_password(sender: Sender, unused_port: int) -> None:
    server = Controller(Guarded, hostname="127.0.0.1", port=unused_port)
    server.start()
    try:
        with pytest.raises(UndeliveredError) as refused:
            sender.send(envelope(address(unused_port, "starttls")))
    finally:
        server.stop()

    assert str(refused.value) == "the mail server cannot be reached (SMTPNotSupportedError)"


def test_a_wrong_password_is_told_without_it(
    sender: Sender, certified: Certified, trusting: None, unused_port: int
) -> None:
    with (
        Guarded(unused_port, certified, at_once=False),
        pytest.raises(UndeliveredError) as refused,
    ):
        sender.send(envelope(address(unused_port, "starttls", "wr0ng")))

    assert str(refused.value) == "the mail server refused the name or password"
