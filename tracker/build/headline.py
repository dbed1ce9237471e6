"""One line that says what changed, for lists, feeds and messages. Plain text, pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.model import (
    SIGNIFICANCES,
    Assessment,
    Change,
    Comparison,
    Edit,
    FactChange,
    Reading,
    Section,
    Stamp,
)
from tracker.remembering import each_remembered, remember

LONGEST = 160
"""A headline is cut at this many characters."""

_LONGEST_HEADING = 60
_VALUES = ("period", "amount", "age")
_LETTER = re.compile(r"\w")
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_NOTHING_SAID = {
    "stamp": "Only stated dates changed",
    "layout": "Same words, laid out differently",
    "furniture": "Only text around the policy changed",
    "capture": "The page was captured differently",
    "none": "No words changed",
}


def words(text: str) -> int:
    """How many words a text has, without marks and bars.

    In scripts written without spaces each character counts as one.
    """
    lines = each_remembered(_recalled, _in_line, text.split("\n"))
    spaced = sum(line[0] for line in lines)
    return spaced if text.isascii() else max(spaced, sum(line[1] for line in lines))


def _in_line(line: str) -> tuple[int, int]:
    """How many words stand between spaces, and how many characters of scripts without spaces."""
    pieces = line.split()
    marks = [piece for piece in pieces if not piece[0].isalnum() and not _LETTER.search(piece)]
    return len(pieces) - len(marks), 0 if line.isascii() else len(_CJK.findall(line))


_recalled = remember(1 << 12)(_in_line)


def counts(change: Change) -> tuple[int, int]:
    """Words added and words removed."""
    return _counts(change.edits)


@lru_cache(maxsize=128)
def _counts(edits: tuple[Edit, ...]) -> tuple[int, int]:
    """Asked three times of each change, and again where a page goes back and forth."""
    added = removed = 0
    for op, text in edits:
        if op == "insert":
            added += words(text)
        elif op == "delete":
            removed += words(text)
    return added, removed


def of_assessment(step: Assessment, length: int, older: Reading | None) -> str:
    """What a version of so many words brought, in one line; ``older`` is what it is compared with."""
    if step.version.kind == "upgrade":
        return "Read anew from an earlier snapshot; not a change by the service"
    if step.returns:
        return f"Returned to state {step.state.number}, first seen on {step.state.first_seen_at:%Y-%m-%d}"
    if step.comparison is None:
        first = "First edition, in our own words" if step.version.kind == "edition" else "First version"
        return f"{first}, {length:,} words"
    if step.comparison.significance == "stamp" and older is not None:
        return of_stamps(older.stamps, step.reading.stamps) or of_comparison(step.comparison)
    return of_comparison(step.comparison)


def of_stamps(before: Sequence[Stamp], after: Sequence[Stamp]) -> str | None:
    """``Last updated: 3 May 2024 -> 5 June 2025``; None when no date of one role moved."""
    for new in after:
        old = next((stamp for stamp in before if stamp.role == new.role), None)
        if old is not None and old.raw != new.raw:
            label = " ".join((new.label or new.role[0]).split()).strip(" :")
            return _cut(f"{label[:1].upper()}{label[1:]}: {old.raw} -> {new.raw}")
    return None


def of_comparison(comparison: Comparison) -> str:
    """The fact that weighs most, else the change that weighs most; and how many more there are."""
    told = _NOTHING_SAID.get(comparison.significance)
    if told or not comparison.changes:
        return told or _NOTHING_SAID["none"]
    strongest = strongest_first(comparison.changes)[0]
    fact = _chief_fact(comparison.facts)
    line = of_fact(fact, _places(comparison.changes)) if fact else of_change(strongest)
    return _cut(line + _more(comparison.changes))


def strongest_first(changes: Sequence[Change]) -> list[Change]:
    """By significance, then by number of words touched, then by place."""
    return sorted(
        changes, key=lambda change: (SIGNIFICANCES.index(change.significance), -sum(counts(change)))
    )


def of_fact(fact: FactChange, headings: dict[str, str]) -> str:
    """``Retention periods, security logs: 12 months -> 6 months``."""
    about = _about(headings.get(fact.section, ""), fact.label.strip(), f"{fact.before} {fact.after}")
    if fact.before is None:
        return f"{about}: {fact.after} added"
    if fact.after is None:
        return f"{about}: {fact.before} removed"
    return f"{about}: {fact.before} -> {fact.after}"


def _about(heading: str, label: str, value: str) -> str:
    """Heading and label, neither twice, nor a label that the value says anyway."""
    if not heading or not label:
        return heading or label or "Stated"
    said = (heading.casefold(), value.casefold())
    return heading if any(label.casefold() in words for words in said) else f"{heading}, {label}"


def of_change(change: Change) -> str:
    """``Section 4, Retention periods: reworded, 12 words added, 3 removed``."""
    added, removed = counts(change)
    told: str = change.kind
    if change.kind == "renamed" and change.before and change.before[0].heading:
        told = f'renamed from "{_shortened(change.before[0].heading)}"'
    amounts = _amounts(added, removed) if change.kind in ("added", "removed", "reworded") else ""
    return _cut(f"{place((change.after or change.before)[0])}: {told}{amounts}")


def place(section: Section) -> str:
    """``Section 4, Retention periods``; what stands before the first heading is the opening."""
    if section.heading is None:
        return "Opening"
    heading = _shortened(section.heading)
    return f"Section {section.number}, {heading}" if section.number else heading


def _amounts(added: int, removed: int) -> str:
    if added and removed:
        return f", {_counted(added)} added, {removed:,} removed"
    if added or removed:
        return f", {_counted(added or removed)}" + (" added" if added else " removed")
    return ""


def _counted(number: int) -> str:
    return f"{number:,} word{'' if number == 1 else 's'}"


def _more(changes: Sequence[Change]) -> str:
    others = len(changes) - 1
    return f"; {others} more change{'' if others == 1 else 's'}" if others else ""


def _chief_fact(facts: Sequence[FactChange]) -> FactChange | None:
    """A period, amount or age that has another value; else a recipient that came or went."""
    moved = [fact for fact in facts if fact.before is not None and fact.after is not None]
    values = [fact for kind in _VALUES for fact in moved if fact.kind == kind]
    recipients = [fact for fact in facts if fact.kind == "recipient"]
    return next(iter([*values, *recipients, *moved]), None)


def _places(changes: Sequence[Change]) -> dict[str, str]:
    """Path of each changed section -> its heading."""
    sections = [section for change in changes for section in (*change.before, *change.after)]
    return {section.path: _shortened(section.heading) for section in sections if section.heading}


def _shortened(heading: str) -> str:
    heading = " ".join(heading.split()).rstrip(" :.;,")
    return heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1].rstrip() + "…"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
