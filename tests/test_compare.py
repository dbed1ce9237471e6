"""The laws of a comparison, on invented texts and on real pairs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import outlined as read
from tracker.compare import compare, rebuild
from tracker.model import Change, ChangeKind, Comparison, Reading

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "changes"

SENTENCES = st.sampled_from([
    "We keep your logs for 30 days.", "We keep your logs for 90 days.", "You may ask us to erase them.",
    "Partners receive no names.", "Partners receive names and addresses.", "Write to us at any time.",
    "Cookies remember your choice of language.", "Nothing here limits your rights by law.",
])  # fmt: skip
TITLES = st.sampled_from(
    ["## 1. Scope", "## 2. Cookies", "## 3. Partners", "### Contact", "**Rights**", "Appeals"]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
SPACE = st.sampled_from(["\n\n", "\n", "\n\n\n", " \n\n"])
TEXTS = st.lists(st.tuples(st.one_of(TITLES, PARAGRAPHS), SPACE), max_size=12).map(
    lambda parts: "".join(body + space for body, space in parts)
)

MIRRORED: dict[ChangeKind, ChangeKind] = {
    "added": "removed", "removed": "added", "split": "joined", "joined": "split",
}  # fmt: skip


def joined(change: Change, left_out: str) -> str:
    return "".join(text for op, text in change.edits if op != left_out)


def texts_of(change: Change, old: str, new: str) -> tuple[str, str]:
    return (
        "".join(old[s.start : s.end] for s in change.before),
        "".join(new[s.start : s.end] for s in change.after),
    )


def assert_spans_are_exact(old: str, new: str, comparison: Comparison) -> None:
    at = 0
    for start, end, to in comparison.spans:
        assert start < end
        assert at <= to
        at = to + end - start
        assert old[start:end] == new[to:at]
    used = sorted(comparison.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(used))


def assert_laws(older: Reading, newer: Reading) -> None:
    comparison = compare(older, newer)
    assert_spans_are_exact(older.text, newer.text, comparison)
    assert rebuild(older.text, newer.text, comparison) == newer.text
    assert bool(comparison.changes) == (older.text != newer.text)
    for change in comparison.changes:
        assert (joined(change, "insert"), joined(change, "delete")) == texts_of(
            change, older.text, newer.text
        )
    assert told(mirror(compare(newer, older))) == told(comparison.changes)


def mirror(comparison: Comparison) -> list[Change]:
    return [
        Change(MIRRORED.get(c.kind, c.kind), c.after, c.before, c.edits, cause=c.cause)
        for c in comparison.changes
    ]


def told(changes: object) -> Counter[object]:
    assert isinstance(changes, list | tuple)
    return Counter(
        (c.kind, c.before, c.after, c.cause, sum(len(t) for op, t in c.edits if op == "equal"))
        for c in changes
    )


@given(TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_every_law_holds_on_invented_texts(old: str, new: str) -> None:
    assert_laws(read(old), read(new))


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_every_law_holds_on_any_characters(old: str, new: str) -> None:
    assert_laws(read(old), read(new))


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    comparison = compare(read(text), read(text))

    assert comparison.changes == ()


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled pairs are not beside the repository")
@pytest.mark.parametrize("number", ["010", "049", "055", "091", "093", "100"])
def test_every_law_holds_on_real_pairs(number: str) -> None:
    old, new = ((GOLD / "texts" / f"{number}.{side}.md").read_bytes().decode() for side in ("old", "new"))

    assert_laws(read(old), read(new))
