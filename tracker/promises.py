"""The clauses that say how changes to this policy will be announced (NOTICE.md B3, B4)."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Block, Promise, Section


def find(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[Promise, ...]:
    """The promises of a text, in order of place."""
    return ()
