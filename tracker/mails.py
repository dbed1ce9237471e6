"""A mail read as evidence: dated with care, hashed whole, shown without its recipients."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from tracker.model import Notice

_KEPT = ("from", "date", "subject", "message-id", "list-id", "return-path", "dkim-signature", "received")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\.\w+")
_QUOTE = 500


class MailError(ValueError):
    """The file is no mail that can serve as evidence: says what is missing."""


def read(policy: str, content: bytes, filed_at: datetime, commit: str | None = None) -> Notice:
    """The notice that a mail (RFC 5322) is. Its instant is the latest that its own headers name.

    The sender's Date and the receiving servers' Received lines may differ; the latest of them claims least.
    Addresses of recipients are taken out of all that is kept; only the sender's stays.
    """
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    sender = str(mail.get("from", "")).strip()
    if not sender:
        raise MailError("no From header: is this a mail saved as .eml?")
    instants = list(_instants(mail))
    if not instants:
        raise MailError("no Date or Received header that names a day")
    if max(instants) > filed_at:
        raise MailError(f"its headers name {max(instants).isoformat()}, which has not come yet")
    hidden = _recipients(mail, sender)
    return Notice(
        policy,
        "email",
        max(instants),
        filed_at,
        hashlib.sha256(content).hexdigest(),
        commit,
        _hid(sender, hidden),
        _hid(str(mail.get("subject", "")), hidden)[:300],
        _hid(_words(mail), hidden)[:_QUOTE],
        tuple(
            (name, _hid(" ".join(str(value).split()), hidden)[:2000])
            for name, value in mail.items()
            if name.lower() in _KEPT
        ),
    )


def _instants(mail: EmailMessage) -> Iterator[datetime]:
    dates = [str(mail.get("date", ""))]
    dates += [str(line).rpartition(";")[2] for line in mail.get_all("received", [])]
    for date in dates:
        try:
            at = parsedate_to_datetime(" ".join(date.split()))
        except (ValueError, TypeError):
            continue
        yield at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _recipients(mail: EmailMessage, sender: str) -> set[str]:
    """Every address that any header names, but those of the sender's house."""
    houses = {address.rpartition("@")[2] for address in _ADDRESS.findall(sender)}
    found = {address for value in mail.values() for address in _ADDRESS.findall(str(value))}
    return {address for address in found if address.rpartition("@")[2] not in houses}


def _hid(text: str, addresses: set[str]) -> str:
    for address in sorted(addresses, key=len, reverse=True):
        text = text.replace(address, "[recipient]")
    return text


def _words(mail: EmailMessage) -> str:
    body = mail.get_body(preferencelist=("plain",))
    if body is None:
        return ""
    try:
        return " ".join(str(body.get_content()).split())
    except (LookupError, UnicodeDecodeError):
        return ""
