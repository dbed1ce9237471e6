"""A comparison laid out for reading: cards for what changed, folds for the rest, in order of the new text.

Pure: takes two readings and their comparison, gives dataclasses; ``marks`` prints them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tracker.blocks import visible
from tracker.model import (
    SIGNIFICANCES,
    Change,
    Comparison,
    EditOp,
    FactChange,
    Reading,
    Section,
    Significance,
    Span,
)
from tracker.remembering import remember
from tracker.sections import agree, own_keys

CONTEXT = 1
"""Unchanged lines shown on either side of a changed one; the rest of a section is folded."""

SHORTEST_MOVE = 24
"""Characters of text a moved stretch must have to be marked as moved and not as removed and added."""

HEADING = 1000
"""Characters of a section in which its heading is looked for."""

LONGEST_ANCHORED = 20_000
"""Characters of a changed line in which links within the page are looked for."""

LOUD: frozenset[Significance] = frozenset({"substantive", "editorial", "stamp"})
"""What is shown open; every other significance is folded, one click away."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. ``move`` is the number of the moved stretch it belongs to."""

    op: EditOp
    text: str
    move: int | None = None
    since: tuple[int, str] | None = None
    """Number and date of the run of sentences it belongs to, where since when they stand is shown."""


_TARGET = re.compile(r"\]\([^()\s]*\)")

Line = tuple[Piece, ...]

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Run:
    """Successive lines of a section: all shown, or folded away as unchanged."""

    lines: tuple[Line, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What happened to one section (or to a run of sections for one cause)."""

    anchor: str
    heading: str
    number: str | None
    lead: str
    """What is printed before the heading: its number with its stops, "2." or "Article 2 –"; often empty."""
    old_heading: str | None
    old_number: str | None
    old_lead: str | None
    """What was printed there before, if it was something else."""
    kinds: tuple[str, ...]
    significance: Significance
    reason: str
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    runs: tuple[Run, ...]
    facts: tuple[FactChange, ...]
    loud: bool
    level: int
    named: bool
    """False where the heading is ours, for words that stand under none."""
    leads_to: str | None = None
    """Anchor of the stub that marks where a moved section stood."""


@dataclass(frozen=True, slots=True)
class Stub:
    """The place in the old order where a section stood that has moved to ``leads_to``."""

    anchor: str
    heading: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Unchanged sections in a row: (anchor, section, lines below its heading)."""

    sections: tuple[tuple[str, Section, tuple[str, ...]], ...]


Item = Card | Stub | Fold


@dataclass(frozen=True, slots=True)
class Redline:
    items: tuple[Item, ...]
    moves: dict[int, tuple[bool, bool]] = field(default_factory=dict)
    """For each moved stretch: whether its old and its new end are on the page."""

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(item for item in self.items if isinstance(item, Card))


def lay_out(older: Reading, newer: Reading, comparison: Comparison) -> Redline:
    """The whole newer text with its changes, section by section, and the removed where they stood."""
    if older.text == newer.text:
        return Redline(tuple(_folds(newer, range(len(newer.sections)), _anchors(newer.sections))))
    pairs = [(older.sections[a].start, newer.sections[b].start) for a, b in comparison.pairs]
    older, newer = _agreeing(older, newer, comparison)
    places = _Places(older, newer, pairs)
    moves = _Moves(comparison)
    groups = _groups(comparison.changes)
    loudest = _loudest(comparison)
    placed: list[tuple[tuple[float, int], Card | Stub]] = []
    for group in groups:
        card = _card(group, places, moves, comparison.facts, loudest)
        placed.append((places.of(group[0]), card))
        if card.leads_to:
            placed.append((places.once(group[0]), Stub(card.leads_to, card.heading, card.anchor)))
    seen = {_at(places.newer, s) for group in groups for c in group for s in c.after}
    items = _weave(newer, seen, placed, places)
    return Redline(tuple(items), moves.ends)


def _agreeing(older: Reading, newer: Reading, comparison: Comparison) -> tuple[Reading, Reading]:
    """The readings with the outlines that the changes are told in."""
    if comparison.agreed is None:
        return agree(older, newer)
    before, after = comparison.agreed
    return _outlined(older, before), _outlined(newer, after)


def _outlined(reading: Reading, agreed: tuple[Section, ...]) -> Reading:
    """The reading with the outline agreed on, under the keys that its own sections have."""
    if agreed is reading.sections:
        return reading
    keys = own_keys(agreed, reading.sections)
    keyed = (replace(section, key=key) for section, key in zip(agreed, keys, strict=True))
    return replace(reading, sections=tuple(keyed))


def _loudest(comparison: Comparison) -> frozenset[Significance]:
    """What is shown open: the loud, or the strongest when no single change is loud but all together are."""
    strengths = {change.significance for change in comparison.changes}
    if strengths & LOUD or comparison.significance not in LOUD or not strengths:
        return LOUD
    return LOUD | {min(strengths, key=SIGNIFICANCES.index)}


# --- where things stand ------------------------------------------------------------------------------


class _Places:
    """Where a change stands on the page: at its section in the newer text, or where the section was.

    ``pairs`` are the places where sections that are the same one start, in the older and the newer text.
    """

    def __init__(self, older: Reading, newer: Reading, pairs: Iterable[tuple[int, int]]) -> None:
        self.texts = (older.text, newer.text)
        self.older = [s.start for s in older.sections]
        self.newer = [s.start for s in newer.sections]
        self.anchors = _anchors(newer.sections)
        self.gone = _anchors(older.sections, "was-")
        new = {start: i for i, start in enumerate(self.newer)}
        partner = {old: new[start] for old, start in pairs if start in new}
        self.following: list[int] = []
        """For each older section: index of the newer section after which it stood."""
        last = -1
        for start in self.older:
            self.following.append(last)
            last = max(last, partner.get(start, last))

    def of(self, change: Change) -> tuple[float, int]:
        if change.after:
            return float(_at(self.newer, change.after[0])), 1
        return self.once(change)

    def once(self, change: Change) -> tuple[float, int]:
        """The place of the first older section, after the newer section that came before it."""
        index = _at(self.older, change.before[0])
        return self.following[index] + 0.5, index

    def lead(self, section: Section, newer: bool) -> str:
        """What stands before the heading of a section of either text, as printed."""
        return lead_of(self.texts[newer], section)

    def anchor(self, change: Change) -> str:
        if change.after:
            return self.anchors[_at(self.newer, change.after[0])]
        return self.old_anchor(change)

    def old_anchor(self, change: Change) -> str:
        return self.gone[_at(self.older, change.before[0])]


def _at(starts: Sequence[int], section: Section) -> int:
    """Index of the section that stands where this one does."""
    return max(bisect_right(starts, section.start) - 1, 0)


@remember(8192)
def anchor_of(key: str) -> str:
    """A fragment that survives in an address: letters, digits, hyphens; never empty."""
    cleaned = "".join(c if c.isalnum() else "-" for c in key.lower())
    return "-".join(part for part in cleaned.split("-") if part)[:80] or "section"


def _anchors(sections: Sequence[Section], prefix: str = "s-") -> list[str]:
    """One anchor a section, unique on the page, made of its lasting key."""
    used: dict[str, int] = {}
    anchors = []
    for section in sections:
        base = prefix + anchor_of(section.key or section.path)
        used[base] = used.get(base, 0) + 1
        anchors.append(base if used[base] == 1 else f"{base}--{used[base]}")
    return anchors


def anchors(sections: Sequence[Section]) -> list[str]:
    """The anchors of a text's sections: the same on the version's page and on each of its diffs."""
    return _anchors(sections)


def _groups(changes: Sequence[Change]) -> list[list[Change]]:
    """Changes of the same section together: a section can be renamed and reworded at once."""
    groups: dict[tuple[bool, int, str], list[Change]] = {}
    for change in changes:
        section = (change.after or change.before)[0]
        groups.setdefault((bool(change.after), section.start, section.path), []).append(change)
    return list(groups.values())


# --- moved stretches ---------------------------------------------------------------------------------


class _Moves:
    """The stretches that were deleted here and inserted there: numbered, with their old and new places."""

    def __init__(self, comparison: Comparison) -> None:
        self.ends: dict[int, tuple[bool, bool]] = {}
        self.by_new: list[tuple[int, int, int]] = []
        self.by_old: list[tuple[int, int, int]] = []
        spans: set[Span] = {span for change in comparison.changes for span in change.moved}
        for number, (start, end, new) in enumerate(sorted(spans, key=lambda span: (span[2], span)), start=1):
            if end - start >= SHORTEST_MOVE:
                self.by_new.append((new, new + end - start, number))
                self.by_old.append((start, end, number))
        self.by_old.sort()

    def cut(self, op: EditOp, text: str, at: int) -> Iterator[Piece]:
        """The text that stands at ``at`` (old place if deleted, new if inserted), cut where moves begin."""
        table = self.by_old if op == "delete" else self.by_new
        done = at
        first = max(0, bisect_right(table, (at, at, 0)) - 1)
        for start, end, number in table[first : bisect_left(table, (at + len(text), 0, 0))]:
            low, high = max(start, done), min(end, at + len(text))
            if high - low < SHORTEST_MOVE:
                continue
            if low > done:
                yield Piece(op, text[done - at : low - at])
            yield Piece(op, text[low - at : high - at], number)
            old_end, new_end = self.ends.get(number, (False, False))
            self.ends[number] = (old_end or op == "delete", new_end or op == "insert")
            done = high
        if done < at + len(text):
            yield Piece(op, text[done - at :])


def _walk(change: Change) -> Iterator[tuple[EditOp, str, int]]:
    """The edits with their places, cut at the borders of sections that do not adjoin.

    The place is one of the older text for deleted words, of the newer text for all others.
    """
    old, new = _Cursor(change.before), _Cursor(change.after)
    for op, text in change.edits:
        if op == "equal":
            old.advance(len(text))
        cursor = old if op == "delete" else new
        done = 0
        for at, length in cursor.advance(len(text)):
            yield op, text[done : done + length], at
            done += length
        if done < len(text):
            yield op, text[done:], -1


class _Cursor:
    """A place in the joined text of sections, told as a place in the whole text."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.left = [(s.start, s.end) for s in sections]

    def advance(self, length: int) -> list[tuple[int, int]]:
        """(place, length) of each adjoining stretch passed over."""
        passed = []
        while length and self.left:
            start, end = self.left[0]
            step = min(length, end - start)
            if step:
                passed.append((start, step))
            length -= step
            if start + step == end:
                self.left.pop(0)
            else:
                self.left[0] = (start + step, end)
        return passed


# --- lines ---------------------------------------------------------------------------------------------


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Pieces broken into lines at line ends; lines that say nothing are left out, as in ``written``."""
    lines: list[Line] = []
    current: list[Piece] = []
    for piece in pieces:
        parts = piece.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for i, part in enumerate(parts):
            if i:
                _keep(lines, current)
                current = []
            if part:
                current.append(Piece(piece.op, part, piece.move, piece.since))
    _keep(lines, current)
    return lines


_DRAWN = re.compile(r"[\s=_*\-]*")


def written(text: str) -> tuple[str, ...]:
    """The lines of a text that say something: neither white space alone nor a line drawn with hyphens."""
    return tuple(line for line in text.splitlines() if line and not _DRAWN.fullmatch(line))


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of unchanged text."""
    return tuple((Piece("equal", line),) for line in written(text))


def words_of(line: Line) -> str:
    """All that stands in a line, removed and added alike."""
    return "".join(piece.text for piece in line)


def with_plain_spaces(line: Line) -> Line:
    """A changed line without white space that only took the place of other white space."""
    kept: list[Piece] = []
    for piece in line:
        last = kept[-1] if kept else None
        if piece.op == "insert" and last and last.op == "delete" and (last.text + piece.text).isspace():
            kept[-1] = Piece("equal", piece.text)
        else:
            kept.append(piece)
    return tuple(kept) if is_changed(tuple(kept)) else line


_WITHIN = re.compile(r"!?(\[)[^\]\n]{0,400}(\]\(#[^()\s]{0,400}\))")
"""A link to a place of the same page."""


def without_anchors(line: Line) -> Line:
    """A changed line without the marks and targets of links within the page, unless they alone differ."""
    words = words_of(line)
    if "](#" not in words or len(words) > LONGEST_ANCHORED:
        return line
    dropped: dict[int, set[int]] = {}
    for other in ("insert", "delete"):
        places = [(k, i) for k, piece in enumerate(line) if piece.op != other for i in range(len(piece.text))]
        side = "".join(piece.text for piece in line if piece.op != other)
        for found in _WITHIN.finditer(side):
            for k, i in (*places[found.start(1) : found.end(1)], *places[found.start(2) : found.end(2)]):
                dropped.setdefault(k, set()).add(i)
    if not dropped:
        return line
    kept = tuple(
        replace(piece, text=text)
        for k, piece in enumerate(line)
        if (text := "".join(c for i, c in enumerate(piece.text) if i not in dropped.get(k, ())))
    )
    return kept if is_changed(kept) else line


def _keep(lines: list[Line], pieces: list[Piece]) -> None:
    if not all(_DRAWN.fullmatch(piece.text) for piece in pieces):
        lines.append(tuple(pieces))


def is_changed(line: Line) -> bool:
    return any(piece.op != "equal" for piece in line)


def _fold(lines: Sequence[Line]) -> tuple[Run, ...]:
    """Runs of shown and folded lines: changed ones with their context, the rest folded."""
    near = [False] * len(lines)
    for i, line in enumerate(lines):
        if is_changed(line):
            low, high = max(0, i - CONTEXT), min(len(lines), i + CONTEXT + 1)
            near[low:high] = [True] * (high - low)
    runs: list[Run] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or near[i] != near[start]:
            folded = not near[start] and (i - start > 1 or not any(near))
            runs.append(Run(tuple(lines[start:i]), folded))
            start = i
    return _joined(runs)


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].folded == run.folded:
            joined[-1] = Run(joined[-1].lines + run.lines, run.folded)
        else:
            joined.append(run)
    return tuple(joined)


# --- cards ---------------------------------------------------------------------------------------------


def _card(
    group: Sequence[Change],
    places: _Places,
    moves: _Moves,
    facts: Sequence[FactChange],
    loud: frozenset[Significance],
) -> Card:
    main = max(group, key=lambda c: sum(len(text) for op, text in c.edits if op != "equal"))
    strongest = min(group, key=lambda c: SIGNIFICANCES.index(c.significance))
    new = main.after[0] if main.after else None
    old = main.before[0] if main.before else None
    section = new or old
    assert section is not None
    lead = places.lead(section, newer=new is not None)
    old_lead = places.lead(old, newer=False) if old and new else lead
    kinds = tuple(dict.fromkeys(c.kind for c in group))
    lines = [
        with_plain_spaces(without_anchors(line)) if is_changed(line) else line
        for line in lines_of(piece for op, text, at in _walk(main) for piece in _cut(moves, op, text, at))
    ]
    if "moved" in kinds and old and new:
        leads_to: str | None = places.old_anchor(main)
    else:
        leads_to = None
    return Card(
        anchor=places.anchor(group[0]),
        heading=title_of(section),
        number=section.number,
        lead=lead,
        old_heading=title_of(old) if old and new and (old.heading or "") != (new.heading or "") else None,
        old_number=old.number if old and new and old.number != new.number else None,
        old_lead=old_lead if old_lead != lead else None,
        kinds=kinds,
        significance=strongest.significance,
        reason=strongest.reason,
        tags=tuple(dict.fromkeys(tag for c in group for tag in c.tags)),
        notes=tuple(_notes(group, lines)),
        runs=_fold(_without_heading(lines, old, new)),
        facts=_facts(facts, group),
        loud=strongest.significance in loud,
        level=section.level,
        named=section.heading is not None,
        leads_to=leads_to,
    )


def _cut(moves: _Moves, op: EditOp, text: str, at: int) -> Iterable[Piece]:
    if op == "equal" or at < 0:
        return [Piece(op, text)]
    return moves.cut(op, text, at)


def title_of(section: Section) -> str:
    return section.heading or ("Before the first heading" if section.level == 0 else "Without a heading")


def printed_title(first: str, section: Section) -> str:
    """The heading as printed, with its number and stops: the words of the first line if it says only that."""
    if _says(first, section):
        return " ".join(visible(first).split())
    number, title = section.number, title_of(section)
    return f"{number} {title}" if section.heading and number and not title.startswith(number) else title


def title_in(text: str, section: Section) -> str:
    """The heading of a section of a text, as printed."""
    first = text[section.start : min(section.end, section.start + HEADING)].lstrip("\r\n")
    return printed_title(next(iter(written(first)), ""), section)


def lead_of(text: str, section: Section) -> str:
    """What is printed before the words of a heading: "2." of "2. Retention"."""
    title, heading = title_in(text, section), title_of(section)
    if title.endswith(heading):
        return title.removesuffix(heading).rstrip()
    number = section.number
    return number if section.heading and number and not heading.startswith(number) else ""


def _without_heading(lines: Sequence[Line], old: Section | None, new: Section | None) -> Sequence[Line]:
    """The lines below the heading, when the first line says nothing but what the card's own title shows."""
    if not lines:
        return lines
    before = words_of(tuple(piece for piece in lines[0] if piece.op != "insert"))
    after = words_of(tuple(piece for piece in lines[0] if piece.op != "delete"))
    if any(
        side and not (section and _says(side, section)) for side, section in ((before, old), (after, new))
    ):
        return lines
    return lines[1:]


def below(lines: Sequence[Said], first: str, section: Section) -> Sequence[Said]:
    """The lines of a section without the first where that says nothing but the heading."""
    return lines[1:] if _says(first, section) else lines


def _says(line: str, section: Section) -> bool:
    """Whether the line holds the section's number and heading and no other letter or digit."""
    if not section.heading or not line:
        return False
    said = _letters(_TARGET.sub("", line))
    heading, number = _letters(section.heading), _letters(section.number or "")
    return bool(heading) and said in (heading, number + heading)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _facts(facts: Sequence[FactChange], group: Sequence[Change]) -> tuple[FactChange, ...]:
    paths = {s.path for c in group for s in (c.after or c.before)}
    return tuple(f for f in facts if f.section in paths)


def _notes(group: Sequence[Change], lines: Sequence[Line]) -> Iterator[str]:
    """Sentences about the whole section that its words alone do not show."""
    for change in group:
        if change.kind == "split" and len(change.after) > 1:
            yield f"Split into {len(change.after)} sections: {_names(change.after)}."
        if change.kind == "joined" and len(change.before) > 1:
            yield f"Joined from {len(change.before)} sections: {_names(change.before)}."
        if change.kind == "renumbered" and len(change.after) > 1:
            yield f"{len(change.after)} sections renumbered, {_names(change.after)}."
        if change.kind in ("renumbered", "moved") and change.cause:
            yield f"Because of another section: {change.cause}."
    if not any(is_changed(line) for line in lines) and any(c.edits for c in group):
        yield "The words of the section are unchanged."


def _names(sections: Sequence[Section], most: int = 4) -> str:
    names = [" ".join(filter(None, [s.number, title_of(s)])) for s in sections[:most]]
    more = len(sections) - most
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


# --- the page ------------------------------------------------------------------------------------------


def _folds(newer: Reading, indexes: Iterable[int], anchors: Sequence[str]) -> list[Item]:
    """One fold of the sections at these indexes; none when there is nothing to fold."""
    folded = []
    for i in indexes:
        section = newer.sections[i]
        lines = written(newer.text[section.start : section.end])
        if lines:
            folded.append((anchors[i], section, tuple(below(lines, lines[0], section))))
    return [Fold(tuple(folded))] if folded else []


def _weave(
    newer: Reading,
    seen: set[int],
    placed: Sequence[tuple[tuple[float, int], Card | Stub]],
    places: _Places,
) -> Iterator[Item]:
    """Cards and stubs at their places, with the unchanged sections between them folded."""
    waiting: list[int] = []
    sections = [((float(i), 0), i) for i in range(len(newer.sections)) if i not in seen]
    everything: list[tuple[tuple[float, int], Card | Stub | int]] = [*placed, *sections]
    for _, item in sorted(everything, key=lambda pair: pair[0]):
        if isinstance(item, int):
            waiting.append(item)
            continue
        yield from _folds(newer, waiting, places.anchors)
        waiting = []
        yield item
    yield from _folds(newer, waiting, places.anchors)
