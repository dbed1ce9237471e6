"""What happened to each section, told as changes that stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.blocks import content_key
from tracker.compare.chain import heaviest_chain
from tracker.compare.edits import edits
from tracker.compare.matching import Matching, Pair
from tracker.compare.numbers import Shift, parts, shift
from tracker.compare.places import NONE, heading_end, parents
from tracker.model import Change, ChangeKind, Reading, Section, Span


@dataclass(frozen=True, slots=True)
class Story:
    """Two readings with their sections matched: everything the changes are told from."""

    a: Reading
    b: Reading
    matching: Matching
    spans: Sequence[Span]
    moved: frozenset[Pair]
    away: dict[int, list[Span]] = field(default_factory=dict)
    """Section of the older text -> its text that went to other sections."""
    from_afar: dict[int, list[Span]] = field(default_factory=dict)
    """Section of the newer text -> its text that came from other sections."""

    @classmethod
    def of(cls, a: Reading, b: Reading, matching: Matching, spans: Sequence[Span]) -> Story:
        away: dict[int, list[Span]] = defaultdict(list)
        from_afar: dict[int, list[Span]] = defaultdict(list)
        heirs = matching.heirs()
        for i, j, span in matching.pieces:
            if (i, j) not in heirs:
                away[i].append(span)
                from_afar[j].append(span)
        return cls(a, b, matching, spans, _moved_pairs(a, b, matching), away, from_afar)

    def change(
        self, kind: ChangeKind, before: Sequence[int], after: Sequence[int], cause: str | None = None
    ) -> Change:
        """A change of these sections, with all their edits."""
        old = tuple(self.a.sections[i] for i in before)
        new = tuple(self.b.sections[j] for j in after)
        told, shuffled = edits(self.a.text, self.b.text, old, new, self.spans)
        moved = {*shuffled}.union(*[self.away.get(i, ()) for i in before])
        moved = moved.union(*[self.from_afar.get(j, ()) for j in after])
        return Change(kind, old, new, told, cause=cause, moved=tuple(sorted(moved, key=lambda s: s[2])))


def changes(a: Reading, b: Reading, matching: Matching, spans: Sequence[Span]) -> tuple[Change, ...]:
    """The changes from a to b; sections without one are left out."""
    story = Story.of(a, b, matching, spans)
    told = [change for rule in _RULES for change in rule(story)]
    return tuple(told or _blank_space(story))


def _group(matching: Matching, i: int, j: int) -> tuple[list[int], list[int]]:
    """A pair with what was split off from the one and joined to the other."""
    return sorted([i, *matching.joins.get(j, ())]), sorted([j, *matching.splits.get(i, ())])


# --- the rules ---------------------------------------------------------------------------------------


def _added(story: Story) -> Iterator[Change]:
    split_off = {j for news in story.matching.splits.values() for j in news}
    for j, i in enumerate(story.matching.back):
        if i == NONE and j not in split_off:
            yield story.change("added", (), (j,))


def _removed(story: Story) -> Iterator[Change]:
    joined = {i for olds in story.matching.joins.values() for i in olds}
    for i, j in enumerate(story.matching.there):
        if j == NONE and i not in joined:
            yield story.change("removed", (i,), ())


def _moved(story: Story) -> Iterator[Change]:
    """Moved sections; those that moved with the section above them are told with it."""
    above_a, above_b = parents(story.a.sections), parents(story.b.sections)
    leaders: dict[Pair, Pair] = {}
    groups: dict[Pair, list[Pair]] = {}
    for i, j in sorted(story.moved, key=lambda pair: pair[1]):
        leader = leaders.get((above_a[i], above_b[j]), (i, j))
        leaders[i, j] = leader
        groups.setdefault(leader, []).append((i, j))
    for pairs in groups.values():
        yield story.change("moved", sorted(i for i, _ in pairs), sorted(j for _, j in pairs))


def _renamed(story: Story) -> Iterator[Change]:
    for i, j in story.matching.pairs():
        if _is_renamed(story.a.sections[i], story.b.sections[j]):
            yield story.change("renamed", (i,), (j,))


def _renumbered(story: Story) -> Iterator[Change]:
    """Numbers that shifted for one reason are one change."""
    for (depth, by, _), pairs in _chains(story):
        cause = _cause(story, pairs[0], depth, by) if depth >= 0 else None
        yield story.change("renumbered", sorted(i for i, _ in pairs), sorted(j for _, j in pairs), cause)


def _split(story: Story) -> Iterator[Change]:
    for i in sorted(story.matching.splits):
        yield story.change("split", *_group(story.matching, i, story.matching.there[i]))


def _joined(story: Story) -> Iterator[Change]:
    for j in sorted(story.matching.joins):
        yield story.change("joined", *_group(story.matching, story.matching.back[j], j))


def _reworded(story: Story) -> Iterator[Change]:
    for i, j in story.matching.pairs():
        before, after = _group(story.matching, i, j)
        plain = len(before) == len(after) == 1
        if _differs_in_words(story, i, j) if plain else _differs_as_a_whole(story, before, after):
            yield story.change("reworded", before, after)


_RULES = (_added, _removed, _moved, _renumbered, _renamed, _split, _joined, _reworded)


def _blank_space(story: Story) -> Iterator[Change]:
    """When nothing else differs: the sections that differ in the blank space at their ends."""
    for i, j in story.matching.pairs():
        if _text(story.a, i) != _text(story.b, j):
            yield story.change("reworded", (i,), (j,))


# --- what they rest on -------------------------------------------------------------------------------


def _text(reading: Reading, k: int) -> str:
    section = reading.sections[k]
    return reading.text[section.start : section.end]


def _body(reading: Reading, k: int) -> str:
    section = reading.sections[k]
    return reading.text[heading_end(reading, section) : section.end]


def _is_renamed(one: Section, other: Section) -> bool:
    if one.heading is None or other.heading is None or one.heading == other.heading:
        return False
    return content_key(one.heading) != content_key(other.heading)


def _differs_in_words(story: Story, i: int, j: int) -> bool:
    """True if two sections differ in more than title, number and the blank space at their ends."""
    text_a, text_b = _text(story.a, i), _text(story.b, j)
    if text_a == text_b:
        return False
    one, other = story.a.sections[i], story.b.sections[j]
    head_a, head_b = heading_end(story.a, one) - one.start, heading_end(story.b, other) - other.start
    if text_a[head_a:].rstrip() != text_b[head_b:].rstrip():
        return True
    told = one.number != other.number or _is_renamed(one, other)
    return not told and text_a[:head_a].rstrip() != text_b[:head_b].rstrip()


def _differs_as_a_whole(story: Story, before: Sequence[int], after: Sequence[int]) -> bool:
    """True if sections split or joined differ in more than headings and white space."""
    bodies_a = " ".join(_body(story.a, i) for i in before)
    bodies_b = " ".join(_body(story.b, j) for j in after)
    return bodies_a.split() != bodies_b.split()


def _moved_pairs(a: Reading, b: Reading, matching: Matching) -> frozenset[Pair]:
    """The pairs outside the heaviest run of sections that keeps its order."""
    pairs = matching.pairs()
    weights = [
        min(a.sections[i].end - a.sections[i].start, b.sections[j].end - b.sections[j].start)
        for i, j in pairs
    ]
    kept = {pairs[k] for k in heaviest_chain([j for _, j in pairs], weights)}
    return frozenset(pair for pair in pairs if pair not in kept)


def _chains(story: Story) -> Iterator[tuple[Shift, list[Pair]]]:
    """Runs of renumbered sections with one shift, in order of the newer text."""
    open_chain: tuple[Shift, list[Pair]] | None = None
    for i, j in sorted(story.matching.pairs(), key=lambda pair: pair[1]):
        before, after = story.a.sections[i].number, story.b.sections[j].number
        if before == after:
            if open_chain and after is not None and len(parts(after)) == open_chain[0][0] + 1:
                yield open_chain
                open_chain = None
            continue
        this = shift(before, after)
        if open_chain and open_chain[0] == this:
            open_chain[1].append((i, j))
            continue
        if open_chain:
            yield open_chain
        open_chain = (this, [(i, j)])
    if open_chain:
        yield open_chain


def _cause(story: Story, first: Pair, depth: int, by: int) -> str | None:
    """The key of the nearest section before a chain that came, went or moved."""
    came = _nearest(story.b.sections, story.matching.back, first[1], {j for _, j in story.moved}, depth)
    went = _nearest(story.a.sections, story.matching.there, first[0], {i for i, _ in story.moved}, depth)
    return (came or went) if by > 0 else (went or came)


def _nearest(
    sections: Sequence[Section], partners: Sequence[int], k: int, moved: set[int], depth: int
) -> str | None:
    for at in range(k - 1, -1, -1):
        number = sections[at].number
        if number is None or len(parts(number)) != depth + 1:
            continue
        if partners[at] == NONE or at in moved:
            return sections[at].key
    return None
