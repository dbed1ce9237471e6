"""Mail: an address as Apprise writes it, a message with the headers that mail needs, its way over SMTP."""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache
from html import escape
from typing import Any

from tracker.alerts.messages import Message, page

_SECONDS = 15
"""How long a mail server may take for one answer."""
_ADDRESS = re.compile(r"[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,253}")
_LONG_LINES = SMTP.clone(max_line_length=900)
"""Addresses in headers are longer than a line of 78, and are lost when folded."""


class UnsentError(Exception):
    """The mail server did not take it. ``everyone``: it would not have taken another message either."""

    def __init__(self, reason: str, everyone: bool) -> None:
        super().__init__(reason)
        self.everyone = everyone


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where mail goes, and by whom."""

    host: str
    port: int
    mode: str
    """insecure, starttls or ssl."""
    user: str | None
    password: str | None
    sender: str
    to: str

    @classmethod
    def of(cls, plugin: Any) -> Mailbox | None:
        """What Apprise read of ``mailto://...``; None when that is not one mailbox from one sender."""
        sender = plugin.from_addr[1]
        addresses = [address for _, address in plugin.targets]
        if len(addresses) != 1 or plugin.cc or plugin.bcc:
            return None
        if not (_ADDRESS.fullmatch(sender) and _ADDRESS.fullmatch(addresses[0])):
            return None
        return cls(
            plugin.smtp_host, plugin.port, str(plugin.secure_mode), plugin.user, plugin.password, sender,
            addresses[0],
        )  # fmt: skip


def composed(box: Mailbox, message: Message, key: str, leave: str, now: datetime, name: str) -> EmailMessage:
    """The message as mail: for people in text and HTML, for programs in headers."""
    domain = box.sender.rpartition("@")[2]
    thread = f"<{re.sub(r'[^a-z0-9]+', '.', message.thread.lower())}.thread@{domain}>"
    mail = EmailMessage(policy=_LONG_LINES)
    mail["From"] = Address(display_name=name, addr_spec=box.sender)
    mail["To"] = Address(addr_spec=box.to)
    mail["Subject"] = " ".join(message.title.split())
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{key}@{domain}>"
    mail["References"] = mail["In-Reply-To"] = thread
    mail["List-Unsubscribe"] = f"<{leave}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Idempotency-Key"] = key
    foot = f'<p><small><a href="{escape(leave)}">Stop these messages</a></small></p>'
    mail.set_content(f"{message.text}\nTo stop these messages: {leave}\n")
    mail.add_alternative(page(escape(message.title), message.html, foot), subtype="html")
    return mail


def post(box: Mailbox, mail: EmailMessage) -> None:
    """Hand a mail to its server; ``UnsentError`` when it did not take it."""
    try:
        server = _connected(box)
    except (smtplib.SMTPException, OSError) as error:
        raise UnsentError(f"the mail server cannot be reached ({type(error).__name__})", True) from None
    try:
        if box.user:
            server.login(box.user, box.password or "")
        server.send_message(mail)
    except smtplib.SMTPAuthenticationError:
        raise UnsentError("the mail server refused the name or password", True) from None
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
        raise UnsentError(f"the mail server refused it ({_code(error)})", _code(error) == 421) from None
    except (smtplib.SMTPException, OSError) as error:
        raise UnsentError(f"the mail server broke off ({type(error).__name__})", True) from None
    finally:
        with suppress(smtplib.SMTPException, OSError):  # it is taken or not: a rude goodbye changes nothing
            server.quit()


def _code(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(code for code, _ in error.recipients.values()), 0)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0


def _connected(box: Mailbox) -> smtplib.SMTP:
    if box.mode == "ssl":
        return smtplib.SMTP_SSL(box.host, box.port, timeout=_SECONDS, context=_trusted())
    server = smtplib.SMTP(box.host, box.port, timeout=_SECONDS)
    if box.mode == "starttls":
        server.starttls(context=_trusted())
    return server


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """Reading the system's certificates takes longer than sending a mail."""
    return ssl.create_default_context()
