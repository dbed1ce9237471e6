"""The numbers of headings, and what became of them."""

from __future__ import annotations

import re

_PART = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Shift = tuple[int, int, tuple[int, ...]]
"""(depth at which the number differs, by how much, the numbers above it)."""


def parts(number: str) -> tuple[int, ...]:
    """A heading's number as integers: "2.1" is (2, 1), "IV" is (4,), "b" is (2,)."""
    return tuple(_value(part) for part in _PART.findall(number))


def _value(part: str) -> int:
    if part.isdecimal():
        return int(part)
    small = part.lower()
    if len(small) == 1 and small not in "ivx":
        return ord(small) - ord("a") + 1
    if all(letter in _ROMAN for letter in small):
        values = [_ROMAN[letter] for letter in small]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return 0


def shift(before: str | None, after: str | None) -> Shift:
    """How a number changed; numbers that moved for one reason have one shift."""
    if before is None or after is None:
        return (-1, 0, (before is None, after is None))
    old, new = parts(before), parts(after)
    if len(old) != len(new):
        return (-1, len(new) - len(old), ())
    for depth, (a, b) in enumerate(zip(old, new, strict=True)):
        if a != b:
            return (depth, b - a, new[:depth])
    return (-1, 0, ())
