"""Ways to look through text that pass over most of it quickly."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


def one_of(*words: str) -> str:
    """A pattern for one of some patterns, each of which begins with a letter.

    Those that begin alike stand together: most places of a text are passed over at their first letter.
    """
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(endings)})" for first, endings in rest.items())


def replacing(written: Mapping[str, str]) -> Callable[[str], str]:
    """A function that writes characters otherwise, as ``str.translate`` does but fast where they are seldom.

    No character may be written as one that is itself written otherwise.
    """
    seldom = re.compile(f"[{re.escape(''.join(written))}]")

    def replaced(text: str) -> str:
        for character in dict.fromkeys(seldom.findall(text)):
            text = text.replace(character, written[character])
        return text

    return replaced
