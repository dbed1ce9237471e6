"""Edits that mean something, made in real policies: not one may be called less than substantive."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edits import EDITS, flat, furnished
from tracker.assess import difference, read

SHARED = Path(os.environ.get("TRACKER_SHARED", Path(__file__).parents[2] / "shared"))
TEXTS = SHARED / "gold" / "changes" / "texts"
LONGEST = 90_000


def _policies(every: int) -> Iterator[tuple[str, str]]:
    """(name, text) of real policies, each in Markdown and in flat text."""
    if not TEXTS.is_dir():
        pytest.skip(f"no policies to edit in {TEXTS}")
    for path in sorted(TEXTS.glob("*.old.md"))[::every]:
        text = path.read_bytes().decode()
        if len(text) <= LONGEST:
            yield path.name, text
            yield f"{path.name} flat", flat(text)


def _belittled(every: int) -> tuple[int, list[str]]:
    """How many edits were made, and those that were called less than substantive."""
    made, missed = 0, []
    for name, text in _policies(every):
        older = read(text)
        for kind, edit in EDITS.items():
            chance = random.Random(f"{name} {kind}")
            new = edit(text, chance)
            if new is None or new == text:
                continue
            if chance.random() < 0.3:
                new = furnished(new, chance)
            made += 1
            found = difference(older, read(new))
            if found.significance != "substantive":
                missed.append(f"{name}: {kind} called {found.significance} ({found.reason})")
    return made, missed


def test_edits_in_some_policies_are_all_substantive() -> None:
    made, missed = _belittled(every=45)

    assert made > 50 and missed == []


@pytest.mark.slow
def test_edits_in_many_policies_are_all_substantive() -> None:
    made, missed = _belittled(every=1)

    assert made > 1500 and missed == []
