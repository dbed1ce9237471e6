"""The facts that single lines state, each with what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from tracker.facts import patterns
from tracker.model import Fact
from tracker.remembering import remember

_ROW = re.compile(r"^\s*\|?(?:[^|\n]*\|)+[^|\n]*$")
_DIVIDER = re.compile(r"[\s|:-]*-[\s|:-]*")
_MARKS = re.compile(r"[*_`\\]+|\[|\]\([^()\s]*\)|\]|<br\s*/?>")
_BULLET = re.compile(r"^\s*(?:[-*+•·]\s+|\(?[\da-zA-Z]{1,3}[.)]\s+|#+\s+)+")
_LABELLED = re.compile(r"^([^.:;!?\n]{2,60}):\s*(?=\S)")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[\"“(]?[A-ZÀ-Þ])")
_LINKING = re.compile(
    r"(?:\b(?:for|within|after|of|at|to|up|a|an|the|by|in|with|is|are|until|than|least|most|more|no|later|"
    r"maximum|be|"
    r"period|every|around|about|only|then|und|für|binnen|nach|von|bis|zu|pendant|de|après|dans|durante|"
    r"por)\b|[\s,:(–-])+$",
    re.IGNORECASE,
)
_RECIPIENT_HEAD = re.compile(
    r"sub-?processor|processor|recipient|provider|vendor|partner|company|third part|supplier|name|"
    r"entity|empfänger|"
    r"auftragsverarbeiter|anbieter|dienstleister|destinataire|sous-traitant|prestataire|encargad|"
    r"destinatari|proveedor",
    re.IGNORECASE,
)
_RECIPIENT_TABLE = re.compile(
    r"sub-?processor|processor|recipient|vendor|third part|service provider|supplier|receiv|share|disclos|"
    r"empfänger|"
    r"auftragsverarbeiter|"
    r"destinataire|sous-traitant|encargad|destinatari",
    re.IGNORECASE,
)
_PLACE_HEAD = re.compile(
    r"countr|location|where|place|region|land|pays|país|paese|sitz|jurisdiction", re.IGNORECASE
)
_LABEL_WORDS = 8
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the heads of its columns, "" where the table has none."""

    cells: tuple[tuple[str, int], ...]
    """Words of each cell and where they start in the text."""
    heads: tuple[str, ...]
    under: str
    """The nearest words above the table."""


def line_facts(text: str, start: int, end: int, known: Container[str] = ()) -> Iterator[Fact]:
    """The facts of one line ``text[start:end]``, in order of place; ``known`` are sentences to pass over."""
    if row := _row(text, start, end):
        yield from _row_facts(row)
        return
    line = text[start:end]
    if not _may_hold_values(line.casefold()):
        return
    at = start
    for sentence in sentences(line):
        at = text.index(sentence, at)
        if sentence not in known:
            yield from _sentence_facts(sentence, at)
        at += len(sentence)


def sentences(line: str) -> list[str]:
    """The sentences of a line."""
    return _SENTENCE.split(line)


# --- rows of tables ------------------------------------------------------------------------------------


@remember(1 << 12)
def cells(raw: str) -> tuple[tuple[str, int], ...]:
    """The cells of a row, without marks, each with its offset; () when the line is no row."""
    if raw.count("|") < 1 or not _ROW.match(raw) or _DIVIDER.fullmatch(raw):
        return ()
    found, at = [], 0
    inner = raw.rstrip()
    for cell in inner.split("|"):
        found.append((plain(cell), at + len(cell) - len(cell.lstrip())))
        at += len(cell) + 1
    if inner.lstrip().startswith("|"):
        found = found[1:]
    if inner.endswith("|"):
        found = found[:-1]
    return tuple(found) if len(found) > 1 else ()


def _row(text: str, start: int, end: int) -> Row | None:
    own = tuple((words, start + at) for words, at in cells(text[start:end]))
    if not own:
        return None
    at, top, heads = start, start, own
    for _ in range(_TABLE_ROWS):
        above = text.rfind("\n", 0, max(0, at - 1)) + 1
        raw = text[above : max(0, at - 1)]
        if at == 0 or "|" not in raw:
            break
        at = above
        if found := cells(raw):
            top, heads = at, found
    known = tuple(words for words, _ in heads) if top != start else ()
    under = text[max(0, top - 300) : top]
    return Row(own, known, plain(under))


_TABLE_ROWS = 400


def _row_facts(row: Row) -> Iterator[Fact]:
    label = row.cells[0][0]
    heads = row.heads or ("",) * len(row.cells)
    if _lists_recipients(row):
        yield Fact("recipient", label, described(row), row.cells[0][1], row.cells[0][1] + len(label))
    for index, (words, start) in enumerate(row.cells[1:], 1):
        head = heads[index] if index < len(heads) else ""
        about = f"{label} ({head})" if head and len(row.cells) > 2 else label
        for kind, value, here, there in values(words):
            yield Fact(kind, about, value, start + here, start + there)


def _lists_recipients(row: Row) -> bool:
    if not row.heads or not row.cells[0][0] or len(row.cells[0][0]) > 80:
        return False
    first = row.heads[0]
    return bool(_RECIPIENT_HEAD.search(first) and (_RECIPIENT_TABLE.search(f"{first} {row.under}")))


def described(row: Row) -> str:
    """A recipient with what else its row says: "Osier Analytics (counting visits, Ireland)"."""
    others = [words for words, _ in row.cells[1:] if words and len(words) <= 60][:3]
    return f"{row.cells[0][0]} ({', '.join(others)})" if others else row.cells[0][0]


# --- sentences and labelled lines -----------------------------------------------------------------------


def _sentence_facts(sentence: str, start: int) -> Iterator[Fact]:
    found = values(sentence)
    labelled = _LABELLED.match(_BULLET.sub("", plain(sentence))) if found else None
    for kind, value, here, there in found:
        about = labelled.group(1) if labelled else _ABOUT.get(kind) or _about(sentence, here, there)
        yield Fact(kind, about, value, start + here, start + there)


_ABOUT = {"age": "age", "contact": "contact"}
"""Values that say themselves what they are about."""


def _about(sentence: str, start: int, end: int) -> str:
    """What a value is about: "notice" in "60 days' notice", else the words before it."""
    named = _NAMED_AFTER.match(sentence, end)
    return named.group(1).casefold() if named else _subject(sentence, start)


_NAMED_AFTER = re.compile(
    r"['’]?\s+(?:(?:prior|advance|written|previous)\s+){0,3}(notice|warning|trial|grace period)\b",
    re.IGNORECASE,
)


def _subject(sentence: str, at: int) -> str:
    """The words before a value, as many as tell what it is about."""
    before = _BULLET.sub("", plain(sentence[:at])).strip()
    words = _LINKING.sub("", before).split() or plain(sentence[at:]).split()[:_LABEL_WORDS]
    return " ".join(words[-_LABEL_WORDS:]).strip(' ,;:“”"')


def plain(text: str) -> str:
    """Words without Markdown marks, white space collapsed."""
    return " ".join(_MARKS.sub("", text).split())


# --- values -----------------------------------------------------------------------------------------------

Value = tuple[str, str, int, int]
"""Kind, the value in plain form, and where it stands in the words given."""


def ages(text: str) -> Iterator[Value]:
    """Ages in years: "16"."""
    for m in patterns.AGE.finditer(text):
        group = next(name for name in ("after", "of", "before") if m.group(name))
        yield ("age", m.group(group), m.start(group), m.end(group))


def periods(text: str) -> Iterator[Value]:
    """Periods with their unit: "12 months"."""
    bracketed = patterns.BRACKET.search(text) is not None
    for m in (patterns.PERIOD if bracketed else patterns.PLAIN_PERIOD).finditer(text):
        count = (bracketed and m.group("both")) or m.group("count")
        if count is None:
            spelt = patterns.NUMBER_WORDS.get(m.group("spelt").casefold())
            if spelt is None:
                continue
            count = str(spelt)
        yield ("period", f"{count} {' '.join(m.group('unit').split())}", m.start(), m.end())


def single_periods(text: str) -> Iterator[Value]:
    """Periods whose number is an article: "1 an" of "un an"."""
    low = text.lower()
    for m in patterns.SINGLE.finditer(low) if len(low) == len(text) else ():
        yield ("period", f"1 {text[m.start() : m.end()].split()[1]}", m.start(), m.end())


def amounts(text: str) -> Iterator[Value]:
    """Amounts of money with their currency."""
    for m in patterns.MONEY.finditer(text):
        yield ("amount", " ".join(m.group().split()), m.start(), m.end())


def percentages(text: str) -> Iterator[Value]:
    """Percentages: "15 %"."""
    for m in patterns.PERCENT.finditer(text):
        yield ("percent", " ".join(m.group().split()), m.start(), m.end())


def contacts(text: str) -> Iterator[Value]:
    """E-mail addresses and telephone numbers."""
    if "@" in text:
        for m in patterns.EMAIL.finditer(text):
            if text[max(0, m.start() - 7) : m.start()].casefold() != "mailto:":
                yield ("contact", m.group(), m.start(), m.end())
    for m in patterns.PHONE.finditer(text):
        yield ("contact", " ".join(m.group().split()), m.start(), m.end())


Hint = Callable[[str], bool]
"""Whether a text, in lower case, may hold a value at all: cheap, and never wrongly false."""


def _counted(low: str) -> bool:
    if not _numbered(low) and not patterns.NUMBER_WORD.search(low):
        return False
    return any(unit in low for unit in patterns.LONGER_STEMS) or patterns.FRENCH_YEAR.search(low) is not None


def _single(low: str) -> bool:
    for stem in patterns.SINGLE_STEMS:  # any() over a generator costs more than the search
        if stem in low:
            return patterns.SINGLE.search(low) is not None
    return False


def _numbered(low: str) -> bool:
    return _DIGIT.search(low) is not None


def _reachable(low: str) -> bool:
    return "@" in low or _numbered(low)


def _may_hold_values(low: str) -> bool:
    """Whether any finder may find something: two lines of three are passed over whole."""
    return _reachable(low) or patterns.NUMBER_WORD.search(low) is not None or _single(low)


FINDERS: tuple[tuple[Hint, Callable[[str], Iterator[Value]]], ...] = (
    (_numbered, ages),
    (_counted, periods),
    (_single, single_periods),
    (_numbered, amounts),
    (_numbered, percentages),
    (_reachable, contacts),
)
"""In order of trust: where two values overlap, the first finder's stands."""


@remember(1 << 14)
def values(text: str) -> tuple[Value, ...]:
    """The values a text states, in order of place, none overlapping another."""
    found: list[Value] = []
    low = text.casefold()
    for hint, finder in FINDERS:
        if hint(low):
            found += [v for v in finder(text) if not any(v[2] < o[3] and o[2] < v[3] for o in found)]
    return tuple(sorted(found, key=lambda v: v[2]))
