"""Data with their place in a text: periods, amounts, ages, recipients, contacts; and how they changed."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Change, Fact, FactChange, Reading


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Fact, ...]:
    """The facts stated in ``text[start:end]``, in order of place."""
    return ()


def between(older: Reading, newer: Reading, changes: Sequence[Change]) -> tuple[FactChange, ...]:
    """The facts that differ, read out of the edits of the changes."""
    return ()
