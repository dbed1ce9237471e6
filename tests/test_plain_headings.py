"""Headings in plain text, measured on real policies whose marks were taken off."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.flattening import flatten, is_reliable
from tracker import blocks
from tracker.sections.finding import find_headings
from tracker.sections.lines import read_lines

SHARED = Path(os.environ.get("TRACKER_SHARED", Path(__file__).parents[2] / "shared"))
GOLD = SHARED / "gold"


def policies() -> list[str]:
    """Real policies that mark their headings throughout."""
    files = [*sorted(GOLD.glob("facts/docs/*.md")), *sorted(GOLD.glob("changes/texts/*.new.md"))]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [text for text in texts if len(text) < 200_000 and is_reliable(text)]


def found_in(markdown: str, *, bullets: bool, blanks: bool) -> tuple[int, int, int]:
    """How many headings are right, said and true in the flattened text."""
    flat = flatten(markdown, bullets=bullets, blanks=blanks)
    cut = blocks.cut(flat.text)
    said = {cut[line.block].start for line in find_headings(read_lines(flat.text, cut))} - flat.doubtful
    return len(said & flat.headings), len(said), len(flat.headings)


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the labelled policies lie beside the repository, not in it")
@pytest.mark.parametrize(("bullets", "blanks", "least"), [(True, True, 0.85), (False, False, 0.80)])
def test_headings_are_found_without_their_marks(bullets: bool, blanks: bool, least: float) -> None:
    counts = [found_in(markdown, bullets=bullets, blanks=blanks) for markdown in policies()]
    right, said, true = (sum(column) for column in zip(*counts, strict=True))
    print(f"{len(counts)} policies: precision {right / said:.3f}, recall {right / true:.3f}")

    assert 2 * right / (said + true) >= least
