"""Data with their place in a text: periods, amounts, ages, recipients, contacts; and how they changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from tracker.facts.finding import line_facts, sentences
from tracker.facts.touched import touched
from tracker.model import Change, Fact, FactChange, Reading, Section

_LINE = 20_000
"""Characters of a line that are looked into."""
_MOST = 20
"""Fact changes told of one change: beyond, the text says it better."""
_WHOLE = frozenset({"added", "removed", "reworded"})
"""Kinds of change whose words tell of facts: others repeat the words of a reworded change."""


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Fact, ...]:
    """The facts stated in ``text[start:end]``, in order of place; give whole lines for good labels."""
    return tuple(_facts(text, (start, len(text) if end is None else end), frozenset()))


def _facts(text: str, span: tuple[int, int], known: frozenset[str]) -> Iterator[Fact]:
    at, end = span
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            yield from line_facts(text, at, min(stop, at + _LINE), known)
        at = stop + 1


class Lines(Protocol):
    """Whole lines that a change touches, as offsets into the older and the newer text."""

    @property
    def before(self) -> tuple[int, int]: ...

    @property
    def after(self) -> tuple[int, int]: ...


def between(
    older: Reading,
    newer: Reading,
    changes: Sequence[Change],
    lines_of: Callable[[Change], Iterable[Lines]] = touched,
) -> tuple[FactChange, ...]:
    """The facts that differ, read out of the edits of the changes, in order of place."""
    told: dict[FactChange, None] = {}
    for change in changes:
        if change.kind in _WHOLE:
            told.update(dict.fromkeys(_of_change(older.text, newer.text, change, lines_of(change))))
    return tuple(told)


def _of_change(old: str, new: str, change: Change, touched_lines: Iterable[Lines]) -> list[FactChange]:
    told: list[FactChange] = []
    for lines in touched_lines:
        section = _section(change, lines)
        same = _said(old, lines.before) & _said(new, lines.after)
        was, now = _facts(old, lines.before, same), _facts(new, lines.after, same)
        pairs = _paired(list(was), list(now))
        told += [_told(section, a, b) for a, b in pairs if a is None or b is None or a.value != b.value]
        if len(told) >= _MOST:
            break
    return told[:_MOST]


def _said(text: str, span: tuple[int, int]) -> frozenset[str]:
    """The sentences of some lines."""
    lines = text[slice(*span)].split("\n")
    return frozenset(sentence for line in lines for sentence in sentences(line[:_LINE]))


def _told(section: str, was: Fact | None, now: Fact | None) -> FactChange:
    known = now or was
    assert known is not None
    return FactChange(
        known.kind, section, known.label, was.value if was else None, now.value if now else None
    )


def _section(change: Change, lines: Lines) -> str:
    """The path of the section the lines stand in, in the newer text, else in the older."""
    for sections, span in ((change.after, lines.after), (change.before, lines.before)):
        for section in sections:
            if section.start <= span[0] <= section.end:
                return section.path
    return _first(change.after) or _first(change.before)


def _first(sections: Sequence[Section]) -> str:
    return sections[0].path if sections else ""


def _paired(was: list[Fact], now: list[Fact]) -> Iterable[tuple[Fact | None, Fact | None]]:
    """Facts before and after that are about the same thing: same label and value, same label, same turn."""
    pairs = [*_matched(was, now, _same), *_matched(was, now, _same_label)]
    if len(was) == len(now):
        pairs += _matched(was, now, _same_kind)
    return [*pairs, *((old, None) for old in was), *((None, new) for new in now)]


def _matched(
    was: list[Fact], now: list[Fact], alike: Callable[[Fact, Fact], bool]
) -> list[tuple[Fact | None, Fact | None]]:
    """Pairs of facts that are alike, taken out of both lists."""
    pairs: list[tuple[Fact | None, Fact | None]] = []
    for old in list(was):
        match = next((new for new in now if alike(old, new)), None)
        if match is not None:
            pairs.append((old, match))
            was.remove(old)
            now.remove(match)
    return pairs


def _same(old: Fact, new: Fact) -> bool:
    return old.kind == new.kind and old.value == new.value


def _same_label(old: Fact, new: Fact) -> bool:
    return old.kind == new.kind and old.label.casefold() == new.label.casefold()


def _same_kind(old: Fact, new: Fact) -> bool:
    return old.kind == new.kind != "recipient"
