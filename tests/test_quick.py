"""The quick ways to look through text find what the plain ones find."""

from __future__ import annotations

import re
from itertools import product

from tracker.blocks.quick import one_of, replacing
from tracker.facts.patterns import PERIOD


def test_one_of_finds_what_the_words_side_by_side_find() -> None:
    words = ("may", "mai", "maj", "m", "juni?", "jul", "à", "a")
    quick, plain = (
        re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.I) for each in (one_of(*words), "|".join(words))
    )
    for text in map(" ".join, product(("May", "mais", "jun", "Juni", "à", "a", "m."), repeat=3)):
        assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_characters_are_replaced_as_translate_does() -> None:
    written = {"’": "'", "–": "-", "\u200b": ""}
    quick = replacing(written)
    for text in ("", "plain", "it’s – it’s", "\u200b–\u200b", "naïve –’"):
        assert quick(text) == text.translate(str.maketrans(written))


def test_a_period_is_read_with_its_number_in_words_and_in_brackets() -> None:
    text = "Wait thirty (30) days, a thirty-day term, twenty-four hours or 12 full months."
    found = [m.group() for m in PERIOD.finditer(text)]
    assert found == ["thirty (30) days", "thirty-day", "twenty-four hours", "12 full months"]
