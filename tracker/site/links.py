"""The fixed addresses; every name is quoted, so that fetched text never becomes an address unescaped."""

from __future__ import annotations

import re
from urllib.parse import quote

from tracker.remembering import remember

SHORT = 12
"""Hexadecimal digits of a commit in an address."""


_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9a-fA-F:.]+\](:\d{1,5})?")


def base(scheme: str, host: str, known: str | None) -> str:
    """The site's own address without a path: the one it is known by, else that of the request.

    Empty when the request names no host that can be one.
    """
    return known or (f"{scheme}://{host}" if _HOST.fullmatch(host) else "")


def service(name: str) -> str:
    return f"/services/{quote(name, safe='')}"


@remember(1024)
def policy(name: str) -> str:
    """``oktee/privacy-policy`` -> its page."""
    return "/services/" + "/".join(quote(part, safe="") for part in name.split("/", 1))


def version(policy_name: str, commit: str) -> str:
    return f"{policy(policy_name)}/{commit[:SHORT]}"


def diff(policy_name: str, older: str, newer: str) -> str:
    return f"{policy(policy_name)}/{older[:SHORT]}..{newer[:SHORT]}"


def evidence(policy_name: str, older: str, newer: str) -> str:
    """The zip that proves a step."""
    return f"{diff(policy_name, older, newer)}/evidence"


def step(policy_name: str, older: str | None, newer: str) -> str:
    """The diff of a step; the version where there is nothing to compare with."""
    return diff(policy_name, older, newer) if older else version(policy_name, newer)


def web(address: str | None) -> str | None:
    """An address that may be linked to: http or https, nothing else."""
    return address if address and address.lower().startswith(("http://", "https://")) else None
