"""Which stretch of the older text each stretch of the newer one comes from: blocks, sentences, words."""

from __future__ import annotations

from tracker.align.lcs import readable, without_islands
from tracker.align.pairing import NONE, Pairing, pair_blocks
from tracker.align.runs import left_runs
from tracker.align.sentences import Stretch, pair_sentences
from tracker.align.spans import tidy
from tracker.align.tokens import Codes, tokens
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
    spans = []
    for i, j in enumerate(pairing.there):
        if j == NONE:
            continue
        a, b = older.blocks[i], newer.blocks[j]
        if older.text[a.start : a.end] == newer.text[b.start : b.end]:
            spans.append((a.start, a.end, b.start))
        elif older.text[a.body_start : a.body_end] == newer.text[b.body_start : b.body_end]:
            spans.append((a.body_start, a.body_end, b.body_start))
    return spans


def _words(old: str, new: str, one: Stretch, other: Stretch, codes: Codes) -> list[Span]:
    if old[slice(*one)] == new[slice(*other)]:
        return [(*one, other[0])]
    a, b = tokens(old, *one, codes), tokens(new, *other, codes)
    runs = without_islands(readable(a.codes, b.codes), len(a.codes), len(b.codes))
    return [(a.starts[i + k], a.ends[i + k], b.starts[j + k]) for i, j, n in runs for k in range(n)]
