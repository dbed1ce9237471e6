"""Fetched text made safe to print."""

from __future__ import annotations

from unicodedata import category


def printable(text: str) -> str:
    """Text without control characters but line ends and tabs: fetched text must not steer a terminal.

    Spaces of every width become common ones; what is not to be seen, and could turn the direction of what
    follows, becomes a replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in "\n\t" or c.isprintable() else _stand_in(c) for c in text)


def _stand_in(c: str) -> str:
    if c == "\r":
        return ""
    return " " if category(c) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def printable_name(text: str) -> str:
    """The name of a file or policy on one line: what cannot be printed is written as in "a\\nb.md"."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def one_line(text: str) -> str:
    return " ".join(text.split())
