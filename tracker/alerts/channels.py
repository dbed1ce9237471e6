"""Sending: mail over SMTP, webhooks through the gate of requests, all other channels through Apprise."""

from __future__ import annotations

import hmac
import ipaddress
import json
import logging
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tracker.alerts import mail
from tracker.alerts.mail import Mailbox, UnsentError
from tracker.alerts.messages import Message
from tracker.outgoing import Limits, Outgoing, RefusedError, UnansweredError, is_public
from tracker.remembering import remember

_WEBHOOKS = {"json": "http", "jsons": "https"}
_MAIL = ("mailto", "mailtos")
_REFUSED = {
    "dbus", "file", "gio", "glib", "gnome", "kde", "macosx", "qt", "syslog", "windows",
    "form", "forms", "xml", "xmls",
}  # fmt: skip
"""Channels of this machine, and requests that would pass no gate."""
_LIMITS = Limits(seconds=30, octets=100_000, unpacked=100_000)
_LONGEST_REST = timedelta(days=1)
_BUSY = (408, 425, 429)
"""Answers that are not about the message: another would have got the same. So are those from 500 on."""

for _name in ("apprise", "httpx2", "httpcore2", "urllib3"):
    # they tell whole addresses, with what is secret in them
    logging.getLogger(_name).setLevel(logging.CRITICAL if _name == "apprise" else logging.WARNING)


class TargetError(ValueError):
    """An address that no message can go to: says what is wrong, without its secrets."""


class UndeliveredError(Exception):
    """A message that was not taken. Names no address and no token."""

    def __init__(self, reason: str, *, retry_at: datetime | None = None, receiver: bool = False) -> None:
        super().__init__(reason)
        self.retry_at = retry_at
        """When the receiver asked to be asked again."""
        self.receiver = receiver
        """True when no other message would have been taken either."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message to one watcher, ready to go."""

    target: str
    key: str
    message: Message
    leave: str
    """The address at which the messages end."""
    secret: bytes
    """Signs webhooks."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends messages to targets; may be shared by threads."""

    outgoing: Outgoing
    now: Callable[[], datetime]
    name: str = "Policy tracker"
    """Who mail is from, for people."""

    def send(self, envelope: Envelope) -> None:
        """Hand a message over; ``UndeliveredError`` when it was not taken."""
        kind = envelope.target.partition("://")[0].lower()
        if kind in _WEBHOOKS:
            self._webhook(envelope)
        elif kind in _MAIL:
            self._mail(envelope)
        else:
            self._chat(envelope)

    def _webhook(self, envelope: Envelope) -> None:
        body = json.dumps(
            {"id": envelope.key, **json.loads(envelope.message.payload)}, ensure_ascii=False, sort_keys=True
        ).encode("utf-8", "replace")
        headers = {
            "content-type": "application/json",
            "idempotency-key": envelope.key,
            "x-signature-256": f"sha256={hmac.new(envelope.secret, body, sha256).hexdigest()}",
            "link": f'<{envelope.leave}>; rel="unsubscribe"',
        }
        try:
            answer = self.outgoing.ask(
                _address(envelope.target), method="POST", headers=headers, content=body, limits=_LIMITS
            )
        except RefusedError:
            raise UndeliveredError("the webhook's address is not public", receiver=True) from None
        except UnansweredError:
            raise UndeliveredError("the webhook did not answer", receiver=True) from None
        if answer.status >= 300:
            raise UndeliveredError(
                f"the webhook answered {answer.status}",
                retry_at=_retry_at(answer.headers, self.now()),
                receiver=answer.status in _BUSY or answer.status >= 500,
            )

    def _mail(self, envelope: Envelope) -> None:
        box = Mailbox.of(_plugin(envelope.target))
        if box is None:
            raise UndeliveredError("the address is not one mailbox")
        letter = mail.composed(box, envelope.message, envelope.key, envelope.leave, self.now(), self.name)
        try:
            mail.post(box, letter)
        except UnsentError as error:
            raise UndeliveredError(str(error), receiver=error.everyone) from None

    def _chat(self, envelope: Envelope) -> None:
        plugin = _plugin(envelope.target)
        if plugin is None or not (self.outgoing.allow_private or _leads_outside(plugin)):
            raise UndeliveredError("the service's address is not public", receiver=True)
        if not plugin.notify(title="", body=envelope.message.compact, body_format="text"):
            raise UndeliveredError("the service did not take it", receiver=True)


def checked(target: str) -> str:
    """Who takes messages for a target: what goes to one receiver waits together when it takes nothing.

    ``TargetError`` when nothing can be sent there.
    """
    kind = target.partition("://")[0].lower() if "://" in target else ""
    if not kind or re.search(r"[\x00-\x20\x7f]", target):
        raise TargetError("an address begins with the kind of channel: mailto://, jsons://, slack:// ...")
    if kind in _REFUSED:
        raise TargetError(f"{kind}:// is not served: use jsons:// for programs")
    if kind in _WEBHOOKS:
        return _host(kind, target)
    plugin = _plugin(target)
    if plugin is None:
        raise TargetError(f"{kind}:// is no address that Apprise knows, or a part of it is missing")
    if kind in _MAIL:
        box = Mailbox.of(plugin)
        if box is None:
            raise TargetError("one mailbox from one sender: mailto://host:25?from=a@b.example&to=c@d.example")
        return _hashed(f"mail {box.host}:{box.port} {box.user}")
    if len(plugin) > 1:
        raise TargetError("one place in an address: add a watcher for each")
    return _hashed(target)


def _host(kind: str, target: str) -> str:
    try:
        parts = urlsplit(target)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise TargetError(f"a {kind}:// address that cannot be read") from None
    if not host:
        raise TargetError(f"a {kind}:// address that names no host")
    if parts.username or parts.password:
        raise TargetError("a webhook takes no name or password: it is signed; put a token into its path")
    return _hashed(f"{kind} {host}:{port}")


def _hashed(receiver: str) -> str:
    return sha256(receiver.encode()).hexdigest()[:24]


def _address(target: str) -> str:
    parts = urlsplit(target)
    return urlunsplit(parts._replace(scheme=_WEBHOOKS[parts.scheme.lower()]))


@remember(2_000)
def _plugin(target: str) -> Any:
    """Apprise's channel for an address; None when it knows none."""
    # Apprise brings over a hundred services and takes most of a second to load
    return import_module("apprise").Apprise.instantiate(target)


def _leads_outside(plugin: Any) -> bool:
    """False when a channel that names its host leads to an address that is not public.

    What names no host goes to the service's own; a token in the place of a host is never looked up.
    """
    host = str(plugin.host or "").strip("[]")
    if not any("{host}" in template for template in plugin.templates) or not _is_host(host):
        return True
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return all(is_public(ipaddress.ip_address(str(row[4][0]).partition("%")[0])) for row in found)


def _is_host(host: str) -> bool:
    return "." in host or ":" in host or host.isdigit() or host.lower() == "localhost"


def _retry_at(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """The time that Retry-After names, in seconds or as a date, a day from now at most."""
    raw = headers.get("retry-after", "").strip()
    if not raw:
        return None
    if raw.isascii() and raw.isdigit():
        return now + min(timedelta(seconds=min(int(raw[:9]), 10**8)), _LONGEST_REST)
    try:
        named = parsedate_to_datetime(raw)
    except ValueError:
        return None
    named = named if named.tzinfo else named.replace(tzinfo=UTC)
    return min(named.astimezone(UTC), now + _LONGEST_REST)
