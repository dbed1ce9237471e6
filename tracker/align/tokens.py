"""Text cut into the smallest pieces a comparison knows, each piece coded as one character.

Strings of codes are what rapidfuzz and diff-match-patch compare fastest: a word is a letter to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tracker.remembering import remembered

UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
"""Scripts written without spaces: every letter is a token of its own."""

_TOKEN = re.compile(
    rf"""\s+
    | (?:https?://|www\.)[^\s()<>\[\]?#"]*[\w/]    # an address up to its query
    | [?\#](?=\w)[^\s()<>\[\]"]+                   # the query or anchor of an address
    | [{UNSPACED}]
    | [^\W_{UNSPACED}]+
    | \*+ | _+ | \#+ | -+ | =+ | `+ | ~+           # a run of one mark
    | .""",
    re.VERBOSE | re.DOTALL,
)

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")

_SURROGATES = 0xD800


class Codes(dict[str, str]):
    """A code, one character, for every distinct key met; the same key has the same code on both sides."""

    def __missing__(self, key: str) -> str:
        number = len(self) + 1
        code = chr(number if number < _SURROGATES else number + 0x800)
        self[key] = code
        return code

    def of(self, keys: Iterable[str]) -> str:
        return "".join(map(self.__getitem__, keys))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text but its white space: ``codes[k]`` stands at starts[k] to ends[k]."""

    codes: str
    starts: list[int]
    ends: list[int]


def tokens(text: str, start: int, end: int, codes: Codes) -> Tokens:
    """The tokens of ``text[start:end]`` with offsets into the whole text."""
    pieces = _TOKEN.findall(text[start:end])
    ends = list(accumulate(map(len, pieces), initial=start))
    kept = [k for k, piece in enumerate(pieces) if not piece.isspace()]
    return Tokens(codes.of([pieces[k] for k in kept]), [ends[k] for k in kept], [ends[k + 1] for k in kept])


@remembered
def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without marks and white space: what likeness is measured on."""
    return tuple(_WORD.findall(text.lower()))
