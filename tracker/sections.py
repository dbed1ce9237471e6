"""The outline of a text: its sections, title, language and noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.model import Block, Noise, Reading, Section


def outline(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections of a text; they tile it. Keys are slugs of the headings, unique in the text."""
    return (Section("0", "preamble", None, None, 0, 0, len(text)),)


def title(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> str | None:
    """The document's own title, or None."""
    return None


def language(text: str) -> str | None:
    """ISO 639-1 code of the body's language, or None when too short to say."""
    return None


def noise(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Noise, ...]:
    """Stretches that are not the policy's own words."""
    return ()


def agree(older: Reading, newer: Reading) -> tuple[Reading, Reading]:
    """Both readings with the same decision for the same line: a heading in one, unchanged, is one in both."""
    return older, newer


def carry(
    older: Sequence[Section],
    newer: Sequence[Section],
    pairs: Sequence[tuple[int, int]],
    known: Mapping[str, str],
) -> tuple[Section, ...]:
    """The newer sections under the keys their partners had; ``known`` maps slugs of headings seen to keys."""
    keys = {b: older[a].key for a, b in pairs}
    return tuple(replace(s, key=keys.get(i, s.key)) for i, s in enumerate(newer))
