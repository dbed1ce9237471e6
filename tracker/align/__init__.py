"""Which stretch of the older text each stretch of the newer one comes from: blocks, sentences, words."""

from __future__ import annotations

from collections.abc import Iterable

from tracker import blocks
from tracker.align.bodies import same_words, within
from tracker.align.pairing import NONE, Pairing, pair_blocks
from tracker.align.runs import left_runs
from tracker.align.sentences import Pool, Stretch, pair_anywhere
from tracker.align.spans import tidy
from tracker.align.tokens import Codes
from tracker.model import Block, Reading, Span

__all__ = ["align"]


def align(older: Reading, newer: Reading) -> tuple[Span, ...]:
    """Spans in order of the newer text, none overlapping another in either text, each equal in both.

    Moved text is covered wherever it went. Snapped to words: no span begins or ends inside one.
    """
    pairing = pair_blocks(older, newer)
    spans = _equal_ends(older, newer, pairing)
    left_a: list[Stretch] = []
    left_b: list[Stretch] = []
    for i, j in pairing.between():
        if j == NONE:
            left_a += _sentences(older.text, older.blocks[i])
        else:
            _add_block(older, newer, older.blocks[i], newer.blocks[j], spans, left_a, left_b)
    for j in pairing.free_b():
        left_b += _sentences(newer.text, newer.blocks[j])
    codes = Codes()
    if left_a and left_b:
        for one, other in pair_anywhere(Pool(older.text, sorted(left_a)), Pool(newer.text, sorted(left_b))):
            spans += same_words(older.text, newer.text, one, other, codes)
    spans.sort(key=lambda span: span[2])
    spans += left_runs(older.text, newer.text, spans, codes)
    return tidy(older.text, newer.text, spans)


def _equal_ends(older: Reading, newer: Reading, pairing: Pairing) -> list[Span]:
    spans = []
    if pairing.head:
        spans.append((0, older.blocks[pairing.head - 1].end, 0))
    if pairing.tail:
        size = len(older.text) - older.blocks[-pairing.tail].start
        spans.append((len(older.text) - size, len(older.text), len(newer.text) - size))
    return spans


def _add_block(
    older: Reading, newer: Reading, one: Block, other: Block,
    spans: list[Span], left_a: list[Stretch], left_b: list[Stretch],
) -> None:  # fmt: skip
    """Add what two blocks that are one have in common, and their sentences that found no partner there."""
    if older.text[one.start : one.end] == newer.text[other.start : other.end]:
        spans.append((one.start, one.end, other.start))
        return
    a, b = one.body_start, other.body_start
    old, new = older.text[a : one.body_end], newer.text[b : other.body_end]
    if old == new:
        spans.append((a, one.body_end, b))
        return
    inside = within(old, new)
    spans += [(start + a, end + a, at + b) for start, end, at in inside.spans]
    left_a += [(start + a, end + a) for start, end in inside.left_a]
    left_b += [(start + b, end + b) for start, end in inside.left_b]


def _sentences(text: str, block: Block) -> Iterable[Stretch]:
    return blocks.sentences(text, block.body_start, block.body_end)
