"""The one gate that every outgoing request passes: pages, redirect hops, robots, webhooks, previews.

An address is parsed once and rebuilt, its host resolved once, and the connection made to what was resolved,
so that nothing can answer differently between the look and the leap. Only public addresses are connected to.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import httpcore2
import httpx2

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
_REDIRECTS = (301, 302, 303, 307, 308)

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(Exception):
    """An address that is not asked: says which and why. Nothing was sent to it."""


class UnansweredError(Exception):
    """An address that gave no whole answer. ``transient``: it may another time."""

    def __init__(self, url: str, reason: str, transient: bool = True) -> None:
        super().__init__(f"{url}: {reason}")
        self.transient = transient


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request with all its redirects."""

    seconds: float = 60.0
    connect_seconds: float = 15.0
    redirects: int = 10
    octets: int = 20_000_000
    """Of the body as sent."""
    unpacked: int = 40_000_000
    """Of the body when decompressed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, after all redirects."""

    url: str
    redirects: tuple[tuple[str, int], ...]
    """(address, status) of each hop before the last."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case; of a repeated header, the values joined by a comma."""
    content: bytes
    complete: bool
    """False when the connection ended before the announced length."""


def checked(url: str) -> str:
    """The address parsed and rebuilt; ``RefusedError`` when it is not a plain http or https address."""
    if re.search(r"[\x00-\x20\x7f\\]", url):
        raise RefusedError(f"{url!r}: white space, control signs and backslashes are refused in addresses")
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise RefusedError(f"{url!r}: not an address: {error}") from error
    if parsed.scheme not in ("http", "https"):
        raise RefusedError(f"{url!r}: only http and https are asked")
    if parsed.userinfo:
        raise RefusedError(f"{parsed.host}: a name or password in an address is refused")
    if not parsed.host:
        raise RefusedError(f"{url!r}: the address names no host")
    return str(parsed.copy_with(fragment=None))


def is_public(address: IPAddress) -> bool:
    """True when every reading of an address, those that carry an IPv4 address inside included, is public."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _LOCAL_NAT64:
            return False
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    return address.teredo[1] if address.teredo else None


class _CheckedBackend(httpcore2.SyncBackend):
    """Resolves a host once, refuses it if any of its addresses is not public, and connects to one of them."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        error: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in self._resolved(host, port):
            try:
                return super().connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                error = failed
        raise error or httpcore2.ConnectError(f"{host} has no address")

    def _resolved(self, host: str, port: int) -> list[IPAddress]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"{host} cannot be resolved: {error}") from error
        addresses = list(
            dict.fromkeys(ipaddress.ip_address(str(row[4][0]).partition("%")[0]) for row in found)
        )
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise RefusedError(f"{host} leads to {address}, which is not public")
        return addresses[:4]


@dataclass(slots=True)
class Outgoing:
    """Asks addresses through the gate; one instance may be shared by threads.

    Asks httpx2's pool of connections itself: redirects, cookies and proxies are not left to a client, and a
    client costs more than half of a check that finds nothing new.
    """

    contact: str | None = None
    """Where a publisher can reach the operator: an address of a page or of mail, told in the User-Agent."""
    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    _pool: httpcore2.ConnectionPool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=5.0,
            network_backend=_CheckedBackend(self.allow_private),
        )

    @property
    def user_agent(self) -> str:
        return f"policy-tracker/0.1 (+{self.contact})" if self.contact else "policy-tracker/0.1"

    def close(self) -> None:
        self._pool.close()

    def ask(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        limits: Limits | None = None,
    ) -> Answer:
        """The answer of an address after its redirects, each hop checked like the first.

        Raises ``RefusedError`` for an address that must not be asked, ``UnansweredError`` when no whole
        answer came. A status of 400 and above is an answer. Only GET and HEAD follow redirects.
        """
        limits = limits or self.limits
        deadline = time.monotonic() + limits.seconds
        hops: list[tuple[str, int]] = []
        at = checked(url)
        while True:
            answer = self._once(at, method, headers or {}, content, limits, deadline)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target or method not in ("GET", "HEAD"):
                return Answer(at, tuple(hops), answer.status, answer.headers, answer.content, answer.complete)
            hops.append((at, answer.status))
            if len(hops) > limits.redirects:
                raise UnansweredError(url, f"more than {limits.redirects} redirects", transient=False)
            at = _next(at, target)

    def _once(
        self,
        url: str,
        method: str,
        headers: Mapping[str, str],
        content: bytes | None,
        limits: Limits,
        deadline: float,
    ) -> Answer:
        left = deadline - time.monotonic()
        if left <= 0:
            raise UnansweredError(url, f"no whole answer within {limits.seconds:g} s")
        sent = {
            "user-agent": self.user_agent,
            "accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/*;q=0.8,*/*;q=0.1",
            "accept-encoding": "gzip, deflate",
            **headers,
        }
        raw = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in sent.items()]
        body = content if content is not None or method in ("GET", "HEAD") else b""
        wait = {"connect": min(left, limits.connect_seconds)} | dict.fromkeys(
            ("read", "write", "pool"), min(left, 30.0)
        )
        try:
            with self._pool.stream(
                method, url, headers=raw, content=body, extensions={"timeout": wait}
            ) as response:
                return _received(url, response, limits, deadline)
        except httpcore2.TimeoutException as error:
            raise UnansweredError(url, "the server did not answer in time") from error
        except httpcore2.UnsupportedProtocol as error:
            raise UnansweredError(url, str(error), transient=False) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
            raise UnansweredError(url, _told(error)) from error


def _next(at: str, target: str) -> str:
    try:
        return checked(str(httpx2.URL(at).join(target)))
    except (httpx2.InvalidURL, ValueError) as error:
        raise RefusedError(f"{at} leads to {target[:200]!r}, which is not an address") from error


def _told(error: Exception) -> str:
    words = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return f"the server's certificate is not to be trusted: {words.partition(': ')[2] or words}"
    return words or type(error).__name__


def _received(url: str, response: httpcore2.Response, limits: Limits, deadline: float) -> Answer:
    headers = _headers(response.headers)
    body = bytearray()
    taken = 0
    complete = True
    unpack = _unpacker(url, headers.get("content-encoding", ""))
    try:
        for chunk in response.iter_stream():
            taken += len(chunk)
            body += unpack(chunk, limits.unpacked + 1 - len(body))
            if taken > limits.octets or len(body) > limits.unpacked:
                raise UnansweredError(
                    url, f"the answer is larger than {limits.octets:,} bytes", transient=False
                )
            if time.monotonic() > deadline:
                raise UnansweredError(url, f"no whole answer within {limits.seconds:g} s")
    except (httpcore2.RemoteProtocolError, httpcore2.ReadError):
        complete = False
    return Answer(url, (), response.status, headers, bytes(body), complete)


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in raw:
        key, said = name.decode("latin-1").lower(), _decoded(value)
        headers[key] = f"{headers[key]}, {said}" if key in headers else said
    return headers


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


class _Unpacker:
    def __init__(self, url: str) -> None:
        self._url = url
        self._packed = zlib.decompressobj(wbits=47)  # gzip or zlib, as the head of the body shows
        self._begun = False

    def __call__(self, chunk: bytes, most: int) -> bytes:
        try:
            return self._packed.decompress(chunk, most)
        except zlib.error as error:
            if not self._begun:  # deflate without its zlib head, as some servers send it
                self._begun, self._packed = True, zlib.decompressobj(wbits=-15)
                return self(chunk, most)
            raise UnansweredError(self._url, f"the body cannot be decompressed: {error}") from error
        finally:
            self._begun = True


def _unpacker(url: str, encoding: str) -> Callable[[bytes, int], bytes]:
    if encoding.lower() in ("", "identity"):
        return lambda chunk, most: chunk
    if encoding.lower() in ("gzip", "x-gzip", "deflate"):
        return _Unpacker(url)
    raise UnansweredError(
        url, f"the body is encoded as {encoding[:40]!r}, which was not asked for", transient=False
    )
