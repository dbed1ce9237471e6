"""Real documents edited with a known truth, in Markdown and as flat text: how much of it is found."""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import pytest

from tests.reading import outlined
from tests.scoring import Score, add
from tests.synthetic import Part, Style, edited, parts_of, usable
from tracker.compare import compare

DOCUMENTS = Path(__file__).parents[2] / "shared" / "gold" / "facts" / "docs"

pytestmark = pytest.mark.skipif(not DOCUMENTS.exists(), reason="real documents are not beside the repository")


@lru_cache
def documents(flat: bool) -> list[list[Part]]:
    taken = [parts_of(file.read_text(), flat=flat) for file in sorted(DOCUMENTS.glob("*.md"))]
    return [parts for parts in taken if usable(parts)]


@lru_cache
def scored(headings: str, cases: int) -> Score:
    """The score over some cases, in texts whose headings are written in one way."""
    score = Score()
    pool = documents(headings == "flat")
    for seed in range(cases):
        rng = random.Random(seed)
        gap = "\n" if headings == "flat" and rng.random() < 0.3 else "\n\n"
        case = edited(rng.choice(pool), rng.choice(pool), Style(headings, rng.random() < 0.4, gap), seed)
        add(score, case, compare(outlined(case.old), outlined(case.new)))
    return score


MARKED = ("atx", "setext", "bold")
FEW = 12
MANY = 150


@pytest.mark.parametrize("headings", [*MARKED, "flat"])
def test_hardly_a_word_is_reported_that_did_not_change(headings: str) -> None:
    assert scored(headings, FEW).churn() <= 1.01


@pytest.mark.parametrize("headings", [*MARKED, "flat"])
def test_moved_text_is_found_where_it_went(headings: str) -> None:
    assert scored(headings, FEW).moved_recall() >= 0.995


@pytest.mark.parametrize("headings", MARKED)
def test_what_happened_to_sections_is_told_in_marked_text(headings: str) -> None:
    assert scored(headings, FEW).f1() >= 0.985


def test_what_happened_to_sections_is_told_in_flat_text() -> None:
    assert scored("flat", FEW).f1() >= 0.93


@pytest.mark.slow
@pytest.mark.parametrize("headings", [*MARKED, "flat"])
def test_over_many_cases_every_target_is_met(headings: str) -> None:
    score = scored(headings, MANY)

    assert score.churn() <= 1.01
    assert max(score.churns) <= 1.2
    assert score.moved_recall() >= 0.995
    assert score.origin_f1() >= 0.9995
    assert score.f1() >= (0.93 if headings == "flat" else 0.985)
    assert score.f1("split", "joined") >= 0.90
