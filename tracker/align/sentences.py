"""Which sentence of one text is which of the other: in two blocks that are one, and wherever text is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker import blocks
from tracker.align.lcs import common
from tracker.align.pairing import NONE, Pairing, likeness, similar, unique_pairs
from tracker.align.tokens import Codes, words

Stretch = tuple[int, int]

MIN_MOVED_WORDS = 3
ALONE_IN_GAP = 0.30
IN_BLOCK = 0.40
ANYWHERE = 0.60
"""Least similarity of two sentences to be one edited: the only ones left between the same neighbours, in the
same block, and anywhere."""
MIN_EDITED_WORDS = 4


class Pool:
    """Sentences of one text with the keys they are known by."""

    def __init__(self, text: str, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self.keys = [blocks.exact_key(text[start:end]) for start, end in stretches]
        self._words: dict[int, tuple[str, ...]] = {}

    def words(self, k: int) -> tuple[str, ...]:
        """The words of a sentence, in small letters."""
        if k not in self._words:
            self._words[k] = words(self.keys[k])
        return self._words[k]

    def whole(self, run: Sequence[int]) -> Stretch:
        """From the start of the first to the end of the last of some sentences that follow each other."""
        return self.stretches[run[0]][0], self.stretches[run[-1]][1]


def pair_in_order(a: Pool, b: Pool) -> tuple[list[tuple[Stretch, Stretch]], list[Stretch], list[Stretch]]:
    """The pairs of stretches of two blocks that are one, and the sentences of each that found no partner."""
    pairing = Pairing(len(a.keys), len(b.keys))
    pairs: list[tuple[Stretch, Stretch]] = []
    whole_a: set[int] = set()
    whole_b: set[int] = set()
    codes = Codes()
    for i, j, n in common(codes.of(a.keys), codes.of(b.keys)):
        for k in range(n):
            pairing.pair(i + k, j + k)
    for gap_a, gap_b in list(pairing.gaps()):
        if len(gap_a) != len(gap_b) and _alike_as_a_whole(a, b, gap_a, gap_b):
            pairs.append((a.whole(gap_a), b.whole(gap_b)))
            whole_a.update(gap_a)
            whole_b.update(gap_b)
        else:
            least = ALONE_IN_GAP if len(gap_a) == len(gap_b) == 1 else IN_BLOCK
            _pair_similar(a, b, gap_a, gap_b, least, pairing)
    left_a = [a.stretches[i] for i in pairing.free_a() if i not in whole_a]
    left_b = [b.stretches[j] for j in pairing.free_b() if j not in whole_b]
    return [*pairs, *_paired(a, b, pairing)], left_a, left_b


def _alike_as_a_whole(a: Pool, b: Pool, gap_a: list[int], gap_b: list[int]) -> bool:
    """True if sentences cut in another way are the same text: "A; b." became "A. B."."""
    words_a = [word for i in gap_a for word in a.words(i)]
    words_b = [word for j in gap_b for word in b.words(j)]
    codes = Codes()
    return likeness(codes.of(words_a), codes.of(words_b), ANYWHERE) >= ANYWHERE


def pair_anywhere(a: Pool, b: Pool) -> Iterator[tuple[Stretch, Stretch]]:
    """Pairs among what is left of both texts: moved sentences, parts of split and joined paragraphs."""
    pairing = Pairing(len(a.keys), len(b.keys))
    for i, j in unique_pairs(a.keys, b.keys):
        if len(a.words(i)) >= MIN_MOVED_WORDS:
            pairing.pair(i, j)
    _grow(a.keys, b.keys, pairing)
    if NONE not in pairing.there or NONE not in pairing.back:
        yield from _paired(a, b, pairing)
        return
    long_a = [i for i in pairing.free_a() if len(a.words(i)) >= MIN_EDITED_WORDS]
    long_b = [j for j in pairing.free_b() if len(b.words(j)) >= MIN_EDITED_WORDS]
    _pair_similar(a, b, long_a, long_b, ANYWHERE, pairing)
    yield from _paired(a, b, pairing)


def _grow(keys_a: Sequence[str], keys_b: Sequence[str], pairing: Pairing) -> None:
    for step in (1, -1):
        for i in range(len(keys_a))[::step]:
            j = pairing.there[i]
            if j == NONE or not 0 <= i + step < len(keys_a) or not 0 <= j + step < len(keys_b):
                continue
            if keys_a[i + step] == keys_b[j + step] and pairing.free(i + step, j + step):
                pairing.pair(i + step, j + step)


def _pair_similar(
    a: Pool, b: Pool, some_a: Sequence[int], some_b: Sequence[int], least: float, pairing: Pairing
) -> None:
    """Pair the likest of some sentences, each once."""
    if not some_a or not some_b:
        return
    codes = Codes()
    coded_a = [codes.of(a.words(i)) for i in some_a]
    coded_b = [codes.of(b.words(j)) for j in some_b]
    found = [(-score, some_a[i], some_b[j]) for i, j, score in similar(coded_a, coded_b, least)]
    for _, i, j in sorted(found):
        if pairing.free(i, j):
            pairing.pair(i, j)


def _paired(a: Pool, b: Pool, pairing: Pairing) -> Iterator[tuple[Stretch, Stretch]]:
    for i, j in enumerate(pairing.there):
        if j != NONE:
            yield a.stretches[i], b.stretches[j]
