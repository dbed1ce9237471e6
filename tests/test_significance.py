"""What a change is worth, by cases a lawyer can read, and what a policy's history adds to that."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tracker.assess import difference, read
from tracker.model import SIGNIFICANCES, Comparison, Memory
from tracker.significance import remember

CASES = Path(__file__).parent / "cases" / "significance"
NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma".split()
)
FILLER = [f"Paragraph {name} says how we keep records of that kind, and says it in full." for name in NAMES]
FRAME = "# Privacy Policy\n\n" + "\n\n".join(FILLER) + "\n\n{}\n\n" + "\n\n".join(FILLER[::-1]) + "\n"


def _cases(name: str) -> list[object]:
    """Title, older text, newer text and significance of each case."""
    parts = [part.strip("\n") for part in (CASES / name).read_text().split("\n.\n")]
    return [pytest.param(*parts[at + 1 : at + 4], id=parts[at]) for at in range(0, len(parts) - 3, 4)]


def _between(old: str, new: str, memory: Memory | None = None) -> Comparison:
    return difference(read(old), read(new), memory)


@pytest.mark.parametrize(("old", "new", "worth"), _cases("lines.txt"))
def test_a_line_within_a_policy_is_judged_as_the_case_says(old: str, new: str, worth: str) -> None:
    comparison = _between(FRAME.format(old), FRAME.format(new))

    assert (comparison.significance, bool(comparison.reason)) == (worth, True)


@pytest.mark.parametrize(("old", "new", "worth"), _cases("texts.txt"))
def test_a_whole_text_is_judged_as_the_case_says(old: str, new: str, worth: str) -> None:
    comparison = _between(old, new)

    assert comparison.significance == worth


def test_a_meaningful_edit_is_seen_through_furniture_and_a_new_date() -> None:
    old = (
        FRAME.format("We keep it for 16 days.\n\n[Log in](https://example.org/?next=1)") + "\n\n© 2024 Acme\n"
    )
    new = (
        FRAME.format("We keep it for 18 days.\n\n[Log in](https://example.org/?next=2)") + "\n\n© 2025 Acme\n"
    )

    assert _between(old, new).significance == "substantive"


def test_the_whole_is_worth_as_much_as_its_strongest_change() -> None:
    comparison = _between(
        "# A\n\nUpdated 1 May 2024\n\n# B\n\nWe keep it for a day.\n",
        "# A\n\nUpdated 2 May 2024\n\n# B\n\nWe keep it for a week.\n",
    )
    strongest = min((change.significance for change in comparison.changes), key=SIGNIFICANCES.index)

    assert comparison.significance == strongest == "substantive"


def test_the_reason_tells_the_fact_and_the_tags_tell_the_evidence() -> None:
    comparison = _between(FRAME.format("Logs: 12 months."), FRAME.format("Logs: 6 months."))
    (change,) = comparison.changes

    assert change.reason == "Logs: 12 months -> 6 months" and {"number", "period"} <= set(change.tags)


def test_the_words_of_a_small_edit_are_the_reason() -> None:
    comparison = _between(FRAME.format("We may tell you."), FRAME.format("We must tell you."))

    assert comparison.reason == "“may” -> “must”"


def test_a_line_that_changed_in_most_of_the_last_versions_is_furniture() -> None:
    texts = [FRAME.format(f"Today {n} people read this page with pleasure.") for n in range(40, 45)]
    memory = Memory()
    for old, new in pairwise(texts[:4]):
        memory = remember(memory, read(old), read(new), _between(old, new))

    assert _between(texts[3], texts[4]).significance == "substantive"
    assert _between(texts[3], texts[4], memory).significance == "furniture"


def test_a_quiet_line_stays_substantive_however_restless_another_is() -> None:
    texts = [FRAME.format(f"Today {n} people read this page with pleasure.") for n in range(40, 45)]
    memory = Memory()
    for old, new in pairwise(texts[:4]):
        memory = remember(memory, read(old), read(new), _between(old, new))
    changed = texts[4].replace("Paragraph mu says how", "Paragraph mu does not say how")

    assert _between(texts[3], changed, memory).significance == "substantive"
