"""Outlines and steps in shorthand: with the texts at hand, all of them again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracker import shorthand
from tracker.assess import difference, read
from tracker.model import Comparison

OLD = """# Terms

## 1. Who we are

A shop in a small town. We answer every letter within 30 days.

## 2. How long we keep it

| Logs | Period |
|---|---|
| Security logs | 12 months |

## 3. Contact

Write to the address below.
"""


def bare(comparison: Comparison) -> Comparison:
    """What the tables do not tell: all but significance and its reasons, and the spans."""
    changes = (replace(c, significance="none", reason="", tags=()) for c in comparison.changes)
    return Comparison(tuple(changes), (), comparison.pairs, facts=comparison.facts)


WHO, KEEP = OLD.index("## 1."), OLD.index("## 2.")


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(OLD, id="the same text"),
        pytest.param(OLD.replace("12 months", "6 months"), id="a period"),
        pytest.param(OLD.replace("## 3. Contact", "## 3. Where to write 🚀 ¿qué?"), id="a heading"),
        pytest.param(OLD[:WHO] + "## 1. New\n\nSo it is.\n\n" + OLD[WHO:], id="a section more"),
        pytest.param(OLD[:WHO] + OLD[KEEP:] + OLD[WHO:KEEP], id="moved"),
        pytest.param(OLD.replace("## 2. How", "How"), id="a heading in one text only"),
        pytest.param("Nothing of all this.", id="another text"),
        pytest.param("", id="no text"),
    ],
)
def test_a_step_is_told_again_as_it_was(new: str) -> None:
    older, newer = read(OLD), read(new)
    comparison = difference(older, newer)

    first = shorthand.pack(OLD, older.sections, None)
    second = shorthand.pack(new, newer.sections, comparison, older.sections)

    assert shorthand.outline(second, new) == newer.sections
    assert shorthand.step(second, first, OLD, new) == (older.sections, newer.sections, bare(comparison))


def test_keys_that_the_history_gave_are_kept() -> None:
    sections = tuple(replace(s, key=f"first-{i}") for i, s in enumerate(read(OLD).sections))

    assert shorthand.outline(shorthand.pack(OLD, sections, None), OLD) == sections


def test_where_nothing_was_compared_no_step_is_told() -> None:
    packed = shorthand.pack(OLD, read(OLD).sections, None)

    assert shorthand.step(packed, packed, OLD, OLD) is None
