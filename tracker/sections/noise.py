"""Text that is not the policy's own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Block, Noise, Section


def noise(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Noise, ...]:
    """Stretches that are not the policy's own words."""
    return ()
