"""Which section of one text is which of the other: by shared text, title, number and parent."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from tracker import blocks
from tracker.compare.places import NONE, heading_end, parents
from tracker.model import Reading, Section, Span

Pair = tuple[int, int]

REPLACED = 0.15
"""Below this share of kept text the newer one is another document: no section is forced to be another."""
LEAST = 0.45
SURE_TITLE, TITLE, NUMBER, PARENT, LEVEL = 1.2, 0.5, 0.1, 0.1, 0.02
"""What adds to the shared text (0 to 1): the same title over some of the same text, the same title, ..."""
SAME_TITLES = 8
MOST_OF_IT = 0.5
FEWEST_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class Side:
    """The sections of one text with what they are known by."""

    reading: Reading
    titles: list[str]
    """Content keys of the headings, "" for none."""
    parents: list[int]

    @classmethod
    def of(cls, reading: Reading) -> Side:
        titles = [blocks.content_key(s.heading) if s.heading else "" for s in reading.sections]
        return cls(reading, titles, parents(reading.sections))

    @property
    def sections(self) -> Sequence[Section]:
        return self.reading.sections

    def body(self, k: int) -> int:
        """Length of a section without its heading's line, white space at the end left out."""
        section = self.sections[k]
        return len(self.reading.text[heading_end(self.reading, section) : section.end].rstrip())

    def title_of_parent(self, k: int) -> str | None:
        return self.titles[self.parents[k]] if self.parents[k] != NONE else None


@dataclass(slots=True)
class Matching:
    """``there[i] == j``: section i of the older text is section j of the newer; -1 for none."""

    there: list[int]
    back: list[int]
    flow: dict[Pair, int]
    """Characters that flow from a section to another."""
    pieces: list[tuple[int, int, Span]]
    """The spans cut where sections begin: (section of the older text, section of the newer, span)."""
    splits: dict[int, list[int]] = field(default_factory=dict)
    """Section of the older text -> sections of the newer that were cut from it, its own partner excepted."""
    joins: dict[int, list[int]] = field(default_factory=dict)
    """Section of the newer text -> sections of the older that went into it, its own partner excepted."""

    def pair(self, i: int, j: int) -> None:
        self.there[i], self.back[j] = j, i

    def heirs(self) -> dict[Pair, None]:
        """Every (i, j) in which section i lives on in section j: pairs, parts split off and joined."""
        lives = dict.fromkeys(self.pairs())
        lives |= {(i, j): None for i, news in self.splits.items() for j in news}
        return lives | {(i, j): None for j, olds in self.joins.items() for i in olds}

    def pairs(self) -> list[Pair]:
        return [(i, j) for i, j in enumerate(self.there) if j != NONE]


def match_sections(older: Reading, newer: Reading, spans: Sequence[Span], kept: float) -> Matching:
    """The sections paired one to one, and those that were split off or joined."""
    a, b = Side.of(older), Side.of(newer)
    pieces = list(pieces_of_flow(older.sections, newer.sections, spans))
    flow: dict[Pair, int] = defaultdict(int)
    for i, j, (start, end, _) in pieces:
        flow[i, j] += end - start
    matching = Matching([NONE] * len(a.sections), [NONE] * len(b.sections), dict(flow), pieces)
    _pair_unchanged(a, b, matching)
    candidates = [(i, j) for i, j in _candidates(a, b, flow) if matching.there[i] == NONE == matching.back[j]]
    scores = {pair: _score(a, b, pair, flow) for pair in candidates}
    if kept < REPLACED:
        scores = {pair: score for pair, score in scores.items() if _dice(a, b, pair, flow) >= LEAST}
    _greedy(scores, matching)
    _repair(scores, matching)
    if NONE not in matching.there and NONE not in matching.back:
        return matching
    _split_and_join(a, b, matching)
    if kept >= REPLACED:
        _fill_slots(a, b, matching)
        _follow_children(a, b, matching)
    return matching


def _pair_unchanged(a: Side, b: Side, matching: Matching) -> None:
    """Sections all of whose text, and nothing else, stands in one section of the other text."""
    for (i, j), n in matching.flow.items():
        one, other = a.sections[i], b.sections[j]
        if n == one.end - one.start == other.end - other.start and one.heading == other.heading:
            matching.pair(i, j)


def pieces_of_flow(
    older: Sequence[Section], newer: Sequence[Section], spans: Sequence[Span]
) -> Iterator[tuple[int, int, Span]]:
    """The spans cut where sections begin: (section of the older text, section of the newer, span)."""
    starts_a, starts_b = [s.start for s in older], [s.start for s in newer]
    for start, end, at in spans:
        while start < end:
            i, j = bisect_right(starts_a, start) - 1, bisect_right(starts_b, at) - 1
            n = min(end - start, older[i].end - start, newer[j].end - at)
            yield i, j, (start, start + n, at)
            start, at = start + n, at + n


def _candidates(a: Side, b: Side, flow: dict[Pair, int]) -> Iterator[Pair]:
    yield from flow
    places: dict[str, list[int]] = defaultdict(list)
    for j, title in enumerate(b.titles):
        places[title].append(j)
    seen: dict[str, int] = defaultdict(int)
    for i, title in enumerate(a.titles):
        same = places.get(title, [])
        if len(same) > SAME_TITLES:
            same = same[seen[title] : seen[title] + 1]
        seen[title] += 1
        yield from (
            (i, j) for j in same if (a.sections[i].heading is None) == (b.sections[j].heading is None)
        )


def _dice(a: Side, b: Side, pair: Pair, flow: dict[Pair, int]) -> float:
    one, other = a.sections[pair[0]], b.sections[pair[1]]
    size = one.end - one.start + other.end - other.start
    return 2 * flow.get(pair, 0) / size if size else 0.0


def _score(a: Side, b: Side, pair: Pair, flow: dict[Pair, int]) -> float:
    i, j = pair
    one, other = a.sections[i], b.sections[j]
    dice = _dice(a, b, pair, flow)
    smaller = min(one.end - one.start, other.end - other.start)
    if dice >= 0.3 and flow.get(pair, 0) >= 0.6 * smaller:
        dice = max(dice, LEAST)
    title = _likeness(a.titles[i], b.titles[j], one.heading is None and other.heading is None)
    sure = title == 1.0 and flow.get(pair, 0) >= min(FEWEST_CHARACTERS, MOST_OF_IT * smaller)
    bonus = SURE_TITLE if sure else TITLE * title
    same_number = one.number is not None and one.number == other.number
    return (
        dice
        + bonus
        + NUMBER * same_number
        + PARENT * (a.title_of_parent(i) == b.title_of_parent(j))
        + LEVEL * (one.level == other.level)
    )


def _likeness(one: str, other: str, both_without: bool) -> float:
    """How alike two titles are: 1 when equal, less than half of that for a few common words."""
    if both_without or (one and one == other):
        return 1.0
    if not one or not other:
        return 0.0
    likeness = Indel.normalized_similarity(one.split(), other.split())
    return 0.6 * likeness if likeness >= 0.5 else 0.0


def _greedy(scores: dict[Pair, float], matching: Matching) -> None:
    for _, pair in sorted((-score, pair) for pair, score in scores.items() if score >= LEAST):
        if matching.there[pair[0]] == NONE and matching.back[pair[1]] == NONE:
            matching.pair(*pair)


def _repair(scores: dict[Pair, float], matching: Matching) -> None:
    """Swap once where a section left over could take a partner whose own partner has another choice."""
    choices: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in scores.items():
        if score >= LEAST:
            choices[i].append((score, j))
    for i in [i for i, j in enumerate(matching.there) if j == NONE]:
        for score, j in sorted(choices[i], reverse=True):
            rival = matching.back[j]
            free = [(s, k) for s, k in choices[rival] if rival != NONE and matching.back[k] == NONE]
            if free and score + max(free)[0] > scores[rival, j]:
                matching.pair(rival, max(free)[1])
                matching.pair(i, j)
                break


def _fill_slots(a: Side, b: Side, matching: Matching) -> None:
    """A section that is alone between the same neighbours is the same one, if it is bare or a bit alike."""
    for i, j in _slots(matching):
        one, other = a.sections[i], b.sections[j]
        if one.level != other.level or one.heading is None or other.heading is None:
            continue
        alike = Indel.normalized_similarity(a.titles[i].split(), b.titles[j].split()) >= 0.4
        bare = max(a.body(i), b.body(j)) < FEWEST_CHARACTERS
        if bare or alike or _dice(a, b, (i, j), matching.flow) >= 0.2:
            matching.pair(i, j)


def _follow_children(a: Side, b: Side, matching: Matching) -> None:
    """A section left over whose subsections mostly lie in another one left over is that one."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for i in range(len(a.sections) - 1, -1, -1):
        if matching.there[i] == NONE and votes[i]:
            j, weight = max(votes[i].items(), key=lambda vote: (vote[1], -vote[0]))
            if matching.back[j] == NONE and 2 * weight > votes[i].total():
                matching.pair(i, j)
        j = matching.there[i]
        if j != NONE and a.parents[i] != NONE and b.parents[j] != NONE:
            votes[a.parents[i]][b.parents[j]] += 1 + a.body(i)


def _slots(matching: Matching) -> Iterator[Pair]:
    """Sections left over, one on each side, between two pairs that follow each other."""
    off = {j for news in matching.splits.values() for j in news}
    gone = {i for olds in matching.joins.values() for i in olds}
    row_a = [i for i in range(len(matching.there)) if i not in gone]
    row_b = [j for j in range(len(matching.back)) if j not in off]
    place = {j: k for k, j in enumerate(row_b)}
    for k, i in enumerate(row_a):
        before = place[matching.there[row_a[k - 1]]] if k and matching.there[row_a[k - 1]] != NONE else NONE
        if matching.there[i] != NONE or (k and before == NONE) or before + 1 >= len(row_b):
            continue
        after = matching.there[row_a[k + 1]] if k + 1 < len(row_a) else NONE
        slot = row_b[before + 1]
        following = row_b[before + 2] if before + 2 < len(row_b) else NONE
        if matching.back[slot] == NONE and after == following:
            yield i, slot


def _split_and_join(a: Side, b: Side, matching: Matching) -> None:
    """Unpaired sections whose text mostly comes from one paired section, or mostly went into one."""
    into: dict[int, list[tuple[int, int]]] = defaultdict(list)
    out: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (i, j), n in sorted(matching.flow.items()):
        into[j].append((n, i))
        out[i].append((n, j))
    for j, i in enumerate(matching.back):
        source = _mostly(into[j], b.body(j)) if i == NONE else NONE
        if source != NONE and matching.there[source] != NONE:
            matching.splits.setdefault(source, []).append(j)
    for i, j in enumerate(matching.there):
        target = _mostly(out[i], a.body(i)) if j == NONE else NONE
        if target != NONE and matching.back[target] != NONE:
            matching.joins.setdefault(target, []).append(i)


def _mostly(flows: list[tuple[int, int]], size: int) -> int:
    """The section with more than half of a body's characters, -1 when there is none."""
    if not flows or size < FEWEST_CHARACTERS:
        return NONE
    most, section = max(flows, key=lambda flow: (flow[0], -flow[1]))
    return section if most > MOST_OF_IT * size else NONE
