"""Two readings compared: what happened to each section, word by word, and where every word comes from."""

from __future__ import annotations

from collections.abc import Sequence

from tracker import sections
from tracker.align import align
from tracker.compare.events import changes
from tracker.compare.matching import match_sections
from tracker.compare.mirror import in_order, mirrored_change, mirrored_spans
from tracker.model import Change, Comparison, Reading, Section, Span

__all__ = ["compare", "rebuild"]

Pair = tuple[int, int]


def compare(older: Reading, newer: Reading) -> Comparison:
    """The changes from the older reading to the newer, without significance. Pure.

    ``compare(newer, older)`` is the mirror image, because the work is always done from the smaller text to
    the greater and then told from the older to the newer.
    """
    if older.text == newer.text:
        return _unchanged(newer)
    a, b = sections.agree(older, newer)
    if _size(a) <= _size(b):
        spans, pairs, told = _found(a, b)
    else:
        spans, pairs, told = _mirrored(*_found(b, a))
    return Comparison(
        in_order(told, [(a.sections[i], b.sections[j]) for i, j in pairs]),
        spans,
        _as_given(older, newer, a, b, pairs),
        kept=_covered(spans) / len(newer.text) if newer.text else 1.0,
        agreed=(a.sections, b.sections),
    )


def rebuild(old: str, new: str, comparison: Comparison) -> str:
    """The new text put together from the old one, the spans, and what no span covers of the new."""
    pieces: list[str] = []
    at = 0
    for old_start, old_end, new_start in comparison.spans:
        pieces += [new[at:new_start], old[old_start:old_end]]
        at = new_start + old_end - old_start
    return "".join([*pieces, new[at:]])


def _unchanged(reading: Reading) -> Comparison:
    spans: tuple[Span, ...] = ((0, len(reading.text), 0),) if reading.text else ()
    return Comparison((), spans, tuple((k, k) for k in range(len(reading.sections))))


def _size(reading: Reading) -> tuple[int, str]:
    return len(reading.text), reading.text


def _found(a: Reading, b: Reading) -> tuple[tuple[Span, ...], list[Pair], tuple[Change, ...]]:
    spans = align(a, b)
    kept = _covered(spans) / max(1, min(len(a.text), len(b.text)))
    matching = match_sections(a, b, spans, kept)
    return spans, matching.pairs(), changes(a, b, matching, spans)


def _mirrored(
    spans: tuple[Span, ...], pairs: list[Pair], told: tuple[Change, ...]
) -> tuple[tuple[Span, ...], list[Pair], tuple[Change, ...]]:
    turned = sorted((j, i) for i, j in pairs)
    return mirrored_spans(spans), turned, tuple(mirrored_change(change) for change in told)


def _covered(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end, _ in spans)


def _as_given(
    older: Reading, newer: Reading, a: Reading, b: Reading, pairs: Sequence[Pair]
) -> tuple[Pair, ...]:
    """Pairs of sections as indices into the readings as given, before they were made to agree."""
    if a.sections == older.sections and b.sections == newer.sections:
        return tuple(pairs)
    given_a, given_b = _by_start(older.sections), _by_start(newer.sections)
    starts = [(a.sections[i].start, b.sections[j].start) for i, j in pairs]
    return tuple((given_a[i], given_b[j]) for i, j in starts if i in given_a and j in given_b)


def _by_start(given: Sequence[Section]) -> dict[int, int]:
    return {section.start: k for k, section in enumerate(given)}
