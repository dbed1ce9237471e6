"""Which stretch of the older text each stretch of the newer one comes from: blocks, sentences, words."""

from __future__ import annotations

from tracker.align.lcs import readable, without_islands
from tracker.align.pairing import NONE, Pairing, pair_blocks
from tracker.align.runs import left_runs
from tracker.align.sentences import Stretch, pair_sentences
from tracker.align.spans import equal_ends, tidy
from tracker.align.tokens import Codes, Tokens, tokens
from tracker.model import Reading, Span

__all__ = ["align"]


def align(older: Reading, newer: Reading) -> tuple[Span, ...]:
    """Spans in order of the newer text, none overlapping another in either text, each equal in both.

    Moved text is covered wherever it went. Snapped to words: no span begins or ends inside one.
    """
    pairing = pair_blocks(older, newer)
    spans = _equal_blocks(older, newer, pairing)
    codes = Codes()
    for one, other in pair_sentences(older, newer, pairing):
        spans += _words(older.text, newer.text, one, other, codes)
    spans.sort(key=lambda span: span[2])
    spans += left_runs(older.text, newer.text, spans, codes)
    return tidy(older.text, newer.text, spans)


def _equal_blocks(older: Reading, newer: Reading, pairing: Pairing) -> list[Span]:
    spans = _equal_ends(older, newer, pairing)
    for i, j in pairing.between():
        if j == NONE:
            continue
        a, b = older.blocks[i], newer.blocks[j]
        if older.text[a.start : a.end] == newer.text[b.start : b.end]:
            spans.append((a.start, a.end, b.start))
        elif older.text[a.body_start : a.body_end] == newer.text[b.body_start : b.body_end]:
            spans.append((a.body_start, a.body_end, b.body_start))
    return spans


def _equal_ends(older: Reading, newer: Reading, pairing: Pairing) -> list[Span]:
    spans = []
    if pairing.head:
        spans.append((0, older.blocks[pairing.head - 1].end, 0))
    if pairing.tail:
        size = len(older.text) - older.blocks[-pairing.tail].start
        spans.append((len(older.text) - size, len(older.text), len(newer.text) - size))
    return spans


def _words(old: str, new: str, one: Stretch, other: Stretch, codes: Codes) -> list[Span]:
    """The spans of two stretches that are one, word by word."""
    (start_a, end_a), (start_b, end_b) = one, other
    head, tail = equal_ends(old[start_a:end_a], new[start_b:end_b])
    spans = [(start_a, start_a + head, start_b), (end_a - tail, end_a, end_b - tail)]
    a = tokens(old, start_a + head, end_a - tail, codes)
    b = tokens(new, start_b + head, end_b - tail, codes)
    for i, j, n in without_islands(readable(a.codes, b.codes), len(a.codes), len(b.codes)):
        spans += _span(old, new, a, b, i, j, n)
    return [span for span in spans if span[0] < span[1]]


def _span(old: str, new: str, a: Tokens, b: Tokens, i: int, j: int, n: int) -> list[Span]:
    """A run of equal tokens as one span; as one for each token where the white space between them differs."""
    start, end, at = a.starts[i], a.ends[i + n - 1], b.starts[j]
    if old[start:end] == new[at : b.ends[j + n - 1]]:
        return [(start, end, at)]
    return [(a.starts[i + k], a.ends[i + k], b.starts[j + k]) for k in range(n)]
