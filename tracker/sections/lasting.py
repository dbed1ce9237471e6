"""What lasts from one version to the next: the same decision for the same line, and the keys of sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.blocks import content_key
from tracker.model import Block, Reading, Section
from tracker.sections.lines import LONGEST, Line, read_line
from tracker.sections.tree import Names, build, slug

__all__ = ["agree", "carry", "own_keys", "slug"]


def agree(older: Reading, newer: Reading) -> tuple[Reading, Reading]:
    """Both readings with the same decision for the same line: a heading in one, unchanged, is one in both.

    A line is the same when its content is and either it stands once in both texts or a neighbour is the same.
    Symmetric in its arguments: ``agree(b, a)`` gives the same two readings the other way round.
    """
    if _headings(older) == _headings(newer):
        return older, newer
    places = _Places(older), _Places(newer)
    return _agreeing(*places), _agreeing(*reversed(places))


def _headings(reading: Reading) -> list[str | None]:
    return [section.heading for section in reading.sections]


def _agreeing(ours: _Places, theirs: _Places) -> Reading:
    """Our reading with those lines made headings that are headings in the other."""
    reading = ours.reading
    more = [at for key in theirs.heads if key not in ours.heads for at in _same(key, ours, theirs)]
    if not more:
        return reading
    names = {i: theirs.names[ours.keys[i]] for i in more}
    names |= {i: ours.names[ours.keys[i]] for heads in ours.heads.values() for i in heads}
    lines = [_named(read_line(reading.text, reading.blocks, i), names[i]) for i in sorted(names)]
    kept = {section.start: section.key for section in reading.sections}
    return replace(reading, sections=build(reading.text, reading.blocks, lines, kept))


class _Places:
    """Where the short lines of a text stand, by content key."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.keys: list[str] = [_key(reading.text, block) for block in reading.blocks]
        self.at: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            self.at.setdefault(key, []).append(i)
        starts = {s.start: s.heading for s in reading.sections if s.heading is not None}
        self.heads: dict[str, list[int]] = {}
        self.names: dict[str, str] = {}
        for i, block in enumerate(reading.blocks):
            if block.start in starts:
                self.heads.setdefault(self.keys[i], []).append(i)
                self.names[self.keys[i]] = starts[block.start]

    def around(self, i: int) -> tuple[str, str]:
        return self.keys[i - 1] if i else "", self.keys[i + 1] if i + 1 < len(self.keys) else ""


def _key(text: str, block: Block) -> str:
    """A key for any block; equal for short blocks with equal content, and for equal long ones."""
    body = text[block.body_start : block.body_end]
    return content_key(body) if len(body) <= LONGEST else body


def _same(key: str, ours: _Places, theirs: _Places) -> list[int]:
    """The blocks of ours that are the headings of theirs with this key."""
    if len(ours.at.get(key, ())) == len(theirs.at[key]) == 1:
        return ours.at[key]
    around = [theirs.around(i) for i in theirs.heads[key]]
    return [
        i
        for i in ours.at.get(key, ())
        if any(a == b and a for near in around for a, b in zip(ours.around(i), near, strict=True))
    ]


def _named(line: Line, heading: str) -> Line:
    return line._replace(look=replace(line.look, words=heading))


def own_keys(places: Sequence[Section], outline: Sequence[Section]) -> list[str]:
    """The key that each of these sections has in an outline, found by its place; else the one it has."""
    keys = {(s.start, s.end): s.key for s in outline}
    return [keys.get((s.start, s.end), s.key) for s in places]


def carry(
    older: Sequence[Section],
    newer: Sequence[Section],
    pairs: Sequence[tuple[int, int]],
    known: Mapping[str, str],
) -> tuple[Section, ...]:
    """The newer sections under the keys their partners had.

    A section without a partner takes the key that ``known`` (slug of a heading ever seen -> its section's
    key) has for its heading, if no other section of this version uses it: what was removed comes back under
    its old key. Otherwise its own slug, with a number after it if this version or the past used that key.
    """
    keys = {b: older[a].key for a, b in pairs}
    used = set(keys.values())
    names = Names(used.union(known.values()))
    for i, section in enumerate(newer):
        if i in keys:
            continue
        name = slug(section.heading)
        before = known.get(name)
        keys[i] = before if before is not None and before not in used else names.take(name)
        used.add(keys[i])
    return tuple(replace(section, key=keys[i]) for i, section in enumerate(newer))
