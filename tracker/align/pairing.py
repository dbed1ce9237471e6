"""Which block of one text is which block of the other, moved blocks included."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from tracker import blocks as keys
from tracker.align.lcs import Run, common, kth_pairs
from tracker.align.spans import equal_head, equal_tail
from tracker.align.tokens import Codes, words
from tracker.model import Reading

NONE = -1
MIN_MOVED_WORDS = 3
"""A block that stands nowhere near its neighbours is recognised by its key only from here on."""
ALONE = 0.30
TITLES = 0.30
SAME_GAP = 0.45
ANYWHERE = 0.60
"""Least likeness of two blocks to be one edited: the only ones between two pairs, headings beside a pair,
others beside a pair, and anywhere."""
MOST_WORDS = 0.7
LONG_UNIT = 3_000
"""Words from which on likeness is no longer worth its cells."""
FUZZY_CELLS = 60_000
POSTINGS = 8
RARE_WORDS = 6
CANDIDATES = 4
ABREAST = 3
"""Of very many units are compared: those that share rare words, and those about as far down the text."""


class Pairing:
    """Which unit of one side is which of the other; ``there[i] == j`` and ``back[j] == i``, -1 for none."""

    def __init__(self, count_a: int, count_b: int) -> None:
        self.there = [NONE] * count_a
        self.back = [NONE] * count_b
        self.head = self.tail = 0
        """How many units at both ends are equal in everything."""

    def pair(self, i: int, j: int) -> None:
        self.there[i] = j
        self.back[j] = i

    def part(self, i: int) -> None:
        self.back[self.there[i]] = NONE
        self.there[i] = NONE

    def free(self, i: int, j: int) -> bool:
        return self.there[i] == NONE and self.back[j] == NONE

    def between(self) -> Iterator[tuple[int, int]]:
        """Every unit between the equal ends with its partner or NONE."""
        for i in range(self.head, len(self.there) - self.tail):
            yield i, self.there[i]

    def free_a(self) -> list[int]:
        return [i for i, j in enumerate(self.there) if j == NONE]

    def free_b(self) -> list[int]:
        return [j for j, i in enumerate(self.back) if i == NONE]

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Free units of both sides that lie between the same two neighbours, in order."""
        at_a = at_b = 0
        top = NONE
        for i, j in [*enumerate(self.there), (len(self.there), len(self.back))]:
            if j == NONE or j < top:
                continue
            if at_a < i and at_b < j:
                free_a = [k for k in range(at_a, i) if self.there[k] == NONE]
                free_b = [k for k in range(at_b, j) if self.back[k] == NONE]
                if free_a and free_b:
                    yield free_a, free_b
            at_a, at_b, top = i + 1, j + 1, j


def pair_blocks(a: Reading, b: Reading) -> Pairing:
    """The pairing of two readings' blocks: equal, cosmetically equal, or one edited."""
    head, tail = _equal_ends(a, b)
    pairing = Pairing(len(a.blocks), len(b.blocks))
    pairing.head, pairing.tail = head, tail
    pairing.there[:head] = pairing.back[:head] = range(head)
    end_a, end_b = len(a.blocks) - tail, len(b.blocks) - tail
    pairing.there[end_a:], pairing.back[end_b:] = range(end_b, len(b.blocks)), range(end_a, len(a.blocks))
    inner = _pair(Side.of(a, head, tail), Side.of(b, head, tail))
    for i, j in enumerate(inner.there):
        if j != NONE:
            pairing.pair(head + i, head + j)
    return pairing


def _equal_ends(a: Reading, b: Reading) -> tuple[int, int]:
    """How many blocks are the same, character for character, at the beginning and at the end."""
    most = min(len(a.blocks), len(b.blocks))
    shorter = min(len(a.text), len(b.text))
    same = equal_head(a.text, b.text, shorter)
    head = 0
    while head < most and a.blocks[head].end == b.blocks[head].end <= same:
        head += 1
    same = equal_tail(a.text, b.text, shorter)
    size_a, size_b = len(a.text), len(b.text)
    tail = 0
    while (
        tail < most - head
        and size_a - a.blocks[-1 - tail].start == size_b - b.blocks[-1 - tail].start <= same
    ):
        tail += 1
    return head, tail


@dataclass(frozen=True, slots=True)
class Side:
    """The blocks of one text between the equal ends, with what they are known by."""

    bodies: list[str]
    opens: list[bool]
    """True where a section starts: runs of new blocks begin there rather than a line earlier or later."""

    @classmethod
    def of(cls, reading: Reading, head: int, tail: int) -> Side:
        starts = {section.start for section in reading.sections}
        inner = reading.blocks[head : len(reading.blocks) - tail]
        bodies = [reading.text[block.body_start : block.body_end] for block in inner]
        return cls(bodies, [block.start in starts for block in inner])

    def content(self, some: Iterable[int]) -> list[str]:
        """The content keys of some blocks, "" for the others: without mark-up, label, case, punctuation."""
        found = [""] * len(self.bodies)
        for k in some:
            found[k] = keys.content_key(self.bodies[k])
        return found


def _pair(a: Side, b: Side) -> Pairing:
    pairing = Pairing(len(a.bodies), len(b.bodies))
    if not a.bodies or not b.bodies:
        return pairing
    codes = Codes()
    _pair_runs(pairing, common(codes.of(a.bodies), codes.of(b.bodies)))
    if NONE in pairing.there and NONE in pairing.back:
        content_a, content_b = a.content(pairing.free_a()), b.content(pairing.free_b())
        same = (codes.of(content_a), codes.of(content_b))
        _in_gaps(content_a, same, pairing)
        _anywhere(content_a, same, pairing)
        _grow(*same, pairing)
        _in_turn(content_a, same, pairing)
    _slide(a, b, pairing)
    _fuzzy(a, b, pairing)
    return pairing


def _pair_runs(pairing: Pairing, runs: list[Run], at_a: int = 0, at_b: int = 0) -> None:
    for i, j, n in runs:
        for k in range(n):
            pairing.pair(at_a + i + k, at_b + j + k)


def _in_gaps(content: list[str], same: tuple[str, str], pairing: Pairing) -> None:
    """Blocks of one content between the same neighbours."""
    for gap_a, gap_b in list(pairing.gaps()):
        codes_a, codes_b = ("".join([same[0][i] for i in gap_a]), "".join([same[1][j] for j in gap_b]))
        for i, j, n in common(codes_a, codes_b):
            for k in range(n):
                if content[gap_a[i + k]]:
                    pairing.pair(gap_a[i + k], gap_b[j + k])


def _anywhere(content: list[str], same: tuple[str, str], pairing: Pairing) -> None:
    """Free blocks whose content stands free once on both sides: moved ones."""
    free_a, free_b = pairing.free_a(), pairing.free_b()
    for k_a, k_b in unique_pairs([same[0][i] for i in free_a], [same[1][j] for j in free_b]):
        i, j = free_a[k_a], free_b[k_b]
        if content[i].count(" ") + 1 >= MIN_MOVED_WORDS:
            pairing.pair(i, j)


def _in_turn(content: list[str], same: tuple[str, str], pairing: Pairing) -> None:
    """Free blocks whose content stands free several times: the k-th is the k-th."""
    free_a, free_b = pairing.free_a(), pairing.free_b()
    for k_a, k_b in kth_pairs("".join([same[0][i] for i in free_a]), "".join([same[1][j] for j in free_b])):
        if content[free_a[k_a]].count(" ") + 1 >= MIN_MOVED_WORDS:
            pairing.pair(free_a[k_a], free_b[k_b])


def _grow(same_a: str, same_b: str, pairing: Pairing) -> None:
    """Free neighbours of paired blocks with the same content join them, downwards and then upwards."""
    for step in (1, -1):
        order = range(len(same_a)) if step > 0 else range(len(same_a) - 1, -1, -1)
        for i in order:
            j = pairing.there[i]
            if j == NONE or not 0 <= i + step < len(same_a) or not 0 <= j + step < len(same_b):
                continue
            if same_a[i + step] == same_b[j + step] and pairing.free(i + step, j + step):
                pairing.pair(i + step, j + step)


def _slide(a: Side, b: Side, pairing: Pairing) -> None:
    """Let a run of new (or lost) blocks begin where a section begins, when equal lines leave the choice."""
    back = Pairing(0, 0)
    back.there, back.back = pairing.back, pairing.there
    _slide_one(b, back)
    _slide_one(a, pairing)


def _slide_one(side: Side, pairing: Pairing) -> None:
    """Runs of free units of ``there``'s side are slid up to the first section start within reach."""
    there, bodies = pairing.there, side.bodies
    end = 0
    while end < len(there):
        if there[end] != NONE:
            end += 1
            continue
        start = end
        while end < len(there) and there[end] == NONE:
            end += 1
        best, reach = 0, 0
        while (
            start - reach > 0
            and there[start - reach - 1] != NONE
            and bodies[start - reach - 1] == bodies[end - reach - 1]
        ):
            reach += 1
            if side.opens[start - reach] and not side.opens[start]:
                best = reach
                break
        for k in range(best):
            partner = there[start - k - 1]
            pairing.part(start - k - 1)
            pairing.pair(end - k - 1, partner)


def _fuzzy(a: Side, b: Side, pairing: Pairing) -> None:
    """Free blocks that are one edited: the likeliest pairs first, each block once."""
    free_a, free_b = pairing.free_a(), pairing.free_b()
    if not free_a or not free_b:
        return
    gap_a, gap_b = _gap_numbers(pairing)
    codes = Codes()
    coded_a = [codes.of(words(a.bodies[i])) for i in free_a]
    coded_b = [codes.of(words(b.bodies[j])) for j in free_b]
    found = []
    for k_a, k_b, score in similar(coded_a, coded_b, TITLES):
        i, j = free_a[k_a], free_b[k_b]
        near = gap_a[i] == gap_b[j] and gap_a[i] != NONE
        beside = _beside(i, j, pairing)
        least = TITLES if a.opens[i] and b.opens[j] else SAME_GAP
        if score >= (least if near or beside else ANYWHERE):
            found.append((-(score + 0.05 * near + 0.05 * beside), i, j))
    for _, i, j in sorted(found):
        if pairing.free(i, j):
            pairing.pair(i, j)
    _pair_grown(dict(zip(free_a, coded_a, strict=True)), dict(zip(free_b, coded_b, strict=True)), pairing)


def _pair_grown(words_a: dict[int, str], words_b: dict[int, str], pairing: Pairing) -> None:
    """Blocks alone between the same neighbours that are a bit alike, or of which one holds the other."""
    for gap_a, gap_b in list(pairing.gaps()):
        one, other = words_a[gap_a[0]], words_b[gap_b[0]]
        fewest = min(len(one), len(other))
        if len(gap_a) != 1 or len(gap_b) != 1 or not MIN_MOVED_WORDS <= fewest <= LONG_UNIT:
            continue
        if LCSseq.similarity(one, other) >= MOST_WORDS * fewest or likeness(one, other, ALONE) >= ALONE:
            pairing.pair(gap_a[0], gap_b[0])


def _gap_numbers(pairing: Pairing) -> tuple[list[int], list[int]]:
    gap_a, gap_b = [NONE] * len(pairing.there), [NONE] * len(pairing.back)
    for number, (run_a, run_b) in enumerate(pairing.gaps()):
        for i in run_a:
            gap_a[i] = number
        for j in run_b:
            gap_b[j] = number
    return gap_a, gap_b


def _beside(i: int, j: int, pairing: Pairing) -> bool:
    """True if the blocks before both are a pair, or the blocks after."""
    there = pairing.there
    before = i > 0 and j > 0 and there[i - 1] == j - 1
    return before or (i + 1 < len(there) and j + 1 < len(pairing.back) and there[i + 1] == j + 1)


def unique_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the keys that stand once in both."""
    count_a, count_b = Counter(a), Counter(b)
    place = {key: j for j, key in enumerate(b) if count_b[key] == 1}
    return [(i, place[key]) for i, key in enumerate(a) if count_a[key] == 1 and key in place]


def similar(a: list[str], b: list[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of code strings at least so similar (word-level Indel, 0 to 1), by place; bounded in cells."""
    if len(a) * len(b) > FUZZY_CELLS:
        yield from _similar_by_rare_words(a, b, least)
        return
    for i, one in enumerate(a):
        if len(one) > LONG_UNIT:
            yield from ((i, j, s) for j, other in enumerate(b) if (s := likeness(one, other, least)) >= least)
            continue
        for _, score, j in process.extract(
            one, b, scorer=Indel.normalized_similarity, score_cutoff=least, limit=CANDIDATES * 2
        ):
            yield i, j, score


def _similar_by_rare_words(a: list[str], b: list[str], least: float) -> Iterator[tuple[int, int, float]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(b):
        for code in set(other):
            postings[code].append(j)
    for i, one in enumerate(a):
        here = i * len(b) // len(a)
        beside = range(max(0, here - ABREAST), min(len(b), here + ABREAST + 1))
        for j in dict.fromkeys([*_candidates(one, postings), *beside]):
            score = likeness(one, b[j], least)
            if score >= least:
                yield i, j, score


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Word-level Indel likeness, 0 to 1; of very long units the words are counted without their order."""
    if len(one) * len(other) <= LONG_UNIT**2:
        return float(Indel.normalized_similarity(one, other, score_cutoff=least))
    if not one or not other:
        return 0.0
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))


def _candidates(one: str, postings: dict[str, list[int]]) -> list[int]:
    """The units that share most of the rarest words."""
    rare = sorted((code for code in set(one) if 0 < len(postings.get(code, ())) <= POSTINGS),
                  key=lambda code: (len(postings[code]), code))[:RARE_WORDS]  # fmt: skip
    votes = Counter(j for code in rare for j in postings[code])
    return [j for j, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]]
