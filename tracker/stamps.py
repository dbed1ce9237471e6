"""The dates a text states of itself (NOTICE.md A4, B1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tracker.model import Block, Stamp


def find(
    text: str,
    blocks: Sequence[Block],
    *,
    language: str | None = None,
    country: str | None = None,
    seen_at: datetime | None = None,
) -> tuple[Stamp, ...]:
    """The stamps of a text, one for each distinct date and role, in order of place."""
    return ()
