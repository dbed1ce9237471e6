"""Facts and how they change, by cases a lawyer can read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import facts
from tracker.assess import read
from tracker.compare import compare

CASES = Path(__file__).parent / "cases" / "facts"


def _cases() -> list[object]:
    parts = [part.strip("\n") for part in (CASES / "changes.txt").read_text().split("\n.\n")]
    return [pytest.param(*parts[at + 1 : at + 4], id=parts[at]) for at in range(0, len(parts) - 3, 4)]


@pytest.mark.parametrize(("old", "new", "expected"), _cases())
def test_a_change_of_facts_is_told_with_what_it_is_about(old: str, new: str, expected: str) -> None:
    older, newer = read(f"# Policy\n\n{old}\n"), read(f"# Policy\n\n{new}\n")
    told = facts.between(older, newer, compare(older, newer).changes)
    shown = [" | ".join((f.kind, f.label, f.before or "-", f.after or "-")) for f in told]

    assert shown == [expected]


@pytest.mark.parametrize("words", ["(mindestens 1.000 Abonnenten)", "of at least 3, or of at least 1,000."])
def test_a_number_of_thousands_or_of_a_few_is_no_age(words: str) -> None:
    older, newer = read("# Policy\n\nWe show channels.\n"), read(f"# Policy\n\nWe show channels {words}\n")

    assert not facts.between(older, newer, compare(older, newer).changes)


def test_a_fact_change_names_the_section_it_stands_in() -> None:
    older = read("# Policy\n\n## One\n\nWe keep nothing at all.\n\n## Two\n\nLogs: 3 days.\n")
    newer = read("# Policy\n\n## One\n\nWe keep nothing at all.\n\n## Two\n\nLogs: 5 days.\n")
    (told,) = facts.between(older, newer, compare(older, newer).changes)
    section = next(s for s in newer.sections if s.path == told.section)

    assert section.heading == "Two"


@given(st.text(alphabet="We keep 30 days| €5 %\n@.org at least 16 (thirty)-", max_size=200))
def test_every_fact_stands_where_it_says(text: str) -> None:
    found = facts.find(text)

    assert all(0 <= fact.start < fact.end <= len(text) and fact.value for fact in found)
