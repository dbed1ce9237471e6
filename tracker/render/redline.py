"""A comparison for the terminal: a redline by section, and a line for each section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tracker.model import SIGNIFICANCES, Change, Comparison, Edit
from tracker.render.entries import LOUD, Entry, entries, excerpt, name, words_changed
from tracker.render.printing import printable

_INK = {"delete": ("\x1b[31;9m", "\x1b[0m"), "insert": ("\x1b[32;4m", "\x1b[0m"), "equal": ("", "")}
_MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}
_BOLD = ("\x1b[1m", "\x1b[0m")
_BLANK_LINES = re.compile(r"\n\s*\n")
_LONGEST_HEADLINE = 60
_MOST_LISTED = 8


def redline(comparison: Comparison, *, colours: bool) -> str:
    """Section by section what was deleted and inserted; without colours in [-marks-] and {+marks+}.

    What is no news (layout, furniture ...) is only named, unless there is nothing else.
    """
    told = entries(comparison)
    loud = [entry for entry in told if entry.significance in LOUD] or told
    quiet = [entry for entry in told if entry not in loud]
    parts = ["\n".join(_entry_lines(entry, colours)) for entry in loud]
    if quiet:
        parts.append("\n".join(_headline(entry, colours) for entry in quiet))
    if comparison.facts:
        parts.append("\n".join(_fact_lines(comparison)))
    return "\n\n".join([_summary(comparison, told), *parts]) + "\n"


def stat(comparison: Comparison) -> str:
    """A line for each changed section: significance, what happened, section, words inserted and deleted."""
    told = entries(comparison)
    rows = [_row(entry) for entry in told]
    widths = [max((len(row[k]) for row in rows), default=0) for k in range(3)]
    lines = [
        f"{row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]:{widths[2]}}  {row[3]}".rstrip() for row in rows
    ]
    return "\n".join([*lines, _summary(comparison, told)]) + "\n"


def _row(entry: Entry) -> tuple[str, str, str, str]:
    inserted, deleted = words_changed(entry.edits)
    headline = printable(entry.headline)
    if len(headline) > _LONGEST_HEADLINE:
        headline = headline[: _LONGEST_HEADLINE - 1] + "…"
    return entry.significance, entry.kinds, headline, f"+{inserted} -{deleted}"


def _summary(comparison: Comparison, told: list[Entry]) -> str:
    """ "3 changes: 2 substantive, 1 layout"."""
    if not told:
        return "No change."
    counts = Counter(entry.significance for entry in told)
    by_weight = ", ".join(f"{counts[s]} {s}" for s in SIGNIFICANCES if counts[s])
    plural = "change" if len(told) == 1 else "changes"
    reason = f" ({printable(comparison.reason)})" if comparison.reason else ""
    return f"{len(told)} {plural}: {by_weight}{reason}"


def _headline(entry: Entry, colours: bool) -> str:
    bold, plain = _BOLD if colours else ("", "")
    tags = f"  [{', '.join(entry.tags)}]" if entry.tags else ""
    return f"{bold}{printable(entry.headline)}{plain}: {entry.kinds} ({entry.significance}){tags}"


def _entry_lines(entry: Entry, colours: bool) -> Iterator[str]:
    yield _headline(entry, colours)
    yield from (f"  {printable(reason)}" for reason in entry.reasons)
    for change in entry.changes:
        if change.kind == "renumbered":
            yield from _renumbered_lines(change)
    if entry.edits:
        yield from ("    " + line for line in _inked(excerpt(entry.edits), colours).split("\n"))


def _renumbered_lines(change: Change) -> Iterator[str]:
    for one, other in list(zip(change.before, change.after, strict=False))[:_MOST_LISTED]:
        yield f"    {printable(one.number or 'no number')} → {printable(name(other))}"
    if len(change.after) > _MOST_LISTED:
        yield f"    and {len(change.after) - _MOST_LISTED} more"


def _inked(edits: Iterable[Edit], colours: bool) -> str:
    """The edits as one text; a change of colour never reaches over the end of a line."""
    pieces = []
    for op, text in edits:
        start, end = (_INK if colours else _MARKS)[op]
        lines = printable(_BLANK_LINES.sub("\n", text)).split("\n")
        pieces.append("\n".join(f"{start}{line}{end}" if line.strip() else line for line in lines))
    return _BLANK_LINES.sub("\n", "".join(pieces)).strip("\n")


def _fact_lines(comparison: Comparison) -> Iterator[str]:
    for fact in comparison.facts:
        label = f"{fact.label}: " if fact.label else ""
        told = f"{fact.kind}: {label}{fact.before or 'none'} → {fact.after or 'none'}"
        yield printable(" ".join(told.split()))
