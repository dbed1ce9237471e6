"""Texts edited at random with everything known that was done: every word's origin, every section's fate.

A document is taken apart into sections, paragraphs and words; each word carries a number that it keeps
through every edit. So the truth is counted, not guessed: what was inserted has no number, what was deleted
is missing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

NEW = -1

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)_|_(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_NUMBER = re.compile(
    r"(?:article|section)?\s*(?:\d+(?:\\?\.\d+)*|[ivx]+|[a-z])\\?[.):]\s+|\d+(?:\.\d+)*\s+", re.I
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)*_]*$")


@dataclass(frozen=True)
class Word:
    text: str
    origin: int = NEW


Line = tuple[Word, ...]


@dataclass
class Part:
    """A section: title and paragraphs. ``name`` is its own for good; ``past`` names parts joined to it."""

    name: int
    level: int
    title: Line
    body: list[Line]
    number: str = ""


@dataclass(frozen=True)
class Event:
    kind: str
    title: str


@dataclass
class Case:
    """An older and a newer text and what truly lies between them."""

    old: str
    new: str
    old_words: list[tuple[int, int, int]]
    """(start, end, number) of every word of the older text."""
    new_words: list[tuple[int, int, int]]
    """(start, end, number of the word it is in the older text, or NEW)."""
    events: list[Event]
    moved: set[int]
    """Numbers of the words in text that was moved."""
    order: tuple[list[str], list[str]]
    """Titles of the sections that live on, in old order and in new order, each under its new title."""
    steps: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


# --- taking a document apart -------------------------------------------------------------------------


def parts_of(markdown: str, *, flat: bool) -> list[Part]:
    """The sections of a Markdown text with ATX or Setext headings; its numbers are taken off the titles."""
    parts = [Part(0, 1, (), [])]
    lines = markdown.replace("\r\n", "\n").split("\n")
    for k, line in enumerate(lines):
        below = lines[k + 1] if k + 1 < len(lines) else ""
        heading = _HEADING.match(line)
        if heading or (line.strip() and _UNDERLINE.match(below) and len(line) < 120):
            title, level = (heading[2], len(heading[1])) if heading else (line, 1 if below[0] == "=" else 2)
            title = (
                _NUMBER.sub("", _cleaned(title), count=1)
                if _NUMBER.match(_cleaned(title))
                else _cleaned(title)
            )
            parts.append(Part(len(parts), level, _words(title), []))
        elif (body := _cleaned(line) if flat else line.strip()) and not _UNDERLINE.match(line):
            parts[-1].body.append(_words(body))
    return [p for p in parts if (p.title and p.body) or (p.name and p.title)]


def _cleaned(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    return re.sub(r"^[*+-]\s+", "", re.sub(r"\\([.\-*_()\[\]])", r"\1", _MARKS.sub("", text))).strip(" #|")


def _words(text: str) -> Line:
    return tuple(Word(word) for word in text.split())


def _could_be_heading(line: Line) -> bool:
    """A short line of a body that someone, or our reader, could take for a heading."""
    text = _text(line)
    item = text[:2] in ("* ", "- ", "+ ", "| ")
    return bool(text) and len(line) <= 14 and not item and (text[0] in "*_#<" or text[-1] not in ".;:,!?|")


def usable(parts: Sequence[Part]) -> bool:
    """A document with enough well-formed sections, whose bodies hold no headings of other kinds."""
    if sum(_could_be_heading(line) for p in parts for line in p.body) > 0.1 * sum(len(p.body) for p in parts):
        return False
    titles = [plain(_text(p.title)) for p in parts]
    fine = all(0 < len(t) < 80 and not t.isdigit() for t in titles) and len(set(titles)) == len(titles)
    return fine and 6 <= len(parts) <= 80 and sum(len(p.body) > 0 for p in parts) >= 5


def _text(line: Line) -> str:
    return " ".join(word.text for word in line)


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    """Every word with a number of its own."""
    at = 0
    for part in parts:
        lines: list[Line] = []
        for line in (part.title, *part.body):
            lines.append(tuple(Word(word.text, at + k) for k, word in enumerate(line)))
            at += len(line)
        yield replace(part, title=lines[0], body=lines[1:])


# --- writing it down ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Style:
    """How a document is written down."""

    headings: str = "atx"
    """atx, setext, bold or flat (title lines without marks)."""
    numbers: bool = False
    gap: str = "\n\n"


def _count_up(parts: Sequence[Part], style: Style) -> None:
    """Give the sections the numbers of their places."""
    top = min(p.level for p in parts)
    counts = [0] * 8
    for part in parts:
        depth = min(part.level - top, 3)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (7 - depth)
        numbers = [str(n or 1) for n in counts[: depth + 1]]
        part.number = ".".join(numbers) + ("." if depth == 0 else "") if style.numbers else ""


def written(parts: Sequence[Part], style: Style) -> tuple[str, list[tuple[int, int, int]]]:
    """The text, and (start, end, origin) of its words; numbers and marks of headings are no words."""
    out: list[str] = []
    places: list[tuple[int, int, int]] = []
    at = 0

    def put(text: str) -> None:
        nonlocal at
        out.append(text)
        at += len(text)

    for part in parts:
        before, after = _heading_marks(part, style)
        for line, left, right in [(part.title, before, after), *((b, "", "") for b in part.body)]:
            put(left)
            for k, word in enumerate(line):
                put(" " if k else "")
                places.append((at, at + len(word.text), word.origin))
                put(word.text)
            put(right + style.gap)
    return "".join(out), places


def _heading_marks(part: Part, style: Style) -> tuple[str, str]:
    number = part.number + " " if part.number else ""
    if style.headings == "flat":
        return number, ""
    if style.headings == "bold" and part.level > 1:
        return f"**{number}", "**"
    if style.headings == "setext" and part.level <= 2:
        length = len(number) + len(_text(part.title))
        return number, "\n" + "=-"[part.level - 1] * length
    return "#" * part.level + " " + number, ""


# --- edits -------------------------------------------------------------------------------------------


class Editor:
    """A document under edit, and the list of what was done to it."""

    def __init__(self, parts: Sequence[Part], foreign: Sequence[Part], rng: random.Random) -> None:
        self.parts = [replace(p, body=list(p.body)) for p in parts]
        self.foreign = foreign
        self.rng = rng
        self.moved: set[int] = set()
        self.touched: set[int] = set()
        self.added: set[int] = set()
        self.removed: list[str] = []
        self.renamed: set[int] = set()
        self.splits: list[Event] = []
        self.joins: list[Event] = []
        self.steps: list[str] = []
        self.titles = {plain(_text(p.title)) for p in parts}
        self.names = max(p.name for p in parts) + 1

    def part(self, least: int = 1) -> Part | None:
        """A part with at least so many paragraphs that nothing has happened to yet."""
        able = [p for p in self.parts if len(p.body) >= least and p.name not in self.touched]
        return self.rng.choice(able) if able else None

    def paragraph(self, least_words: int) -> tuple[Part, int] | None:
        able = [
            (p, k) for p in self.parts if p.name not in self.added
            for k, line in enumerate(p.body) if len(line) >= least_words
        ]  # fmt: skip
        return self.rng.choice(able) if able else None

    def foreign_part(self) -> Part | None:
        taken = self.titles | {plain(_text(p.title)) for p in self.parts}
        able = [p for p in self.foreign if p.body and plain(_text(p.title)) not in taken]
        able = [
            p for p in able if 1 <= len(plain(_text(p.title)).split()) <= 8 and sum(map(len, p.body)) > 20
        ]
        return self.rng.choice(able) if able else None

    def end_of_subtree(self, k: int) -> int:
        end = k + 1
        while end < len(self.parts) and self.parts[end].level > self.parts[k].level:
            end += 1
        return end


def _sentences(line: Line) -> list[Line]:
    found: list[list[Word]] = [[]]
    for word in line:
        found[-1].append(word)
        if _SENTENCE_END.search(word.text) and len(found[-1]) > 3:
            found.append([])
    return [tuple(s) for s in found if s]


def reword(editor: Editor) -> bool:
    """One to three words of a sentence replaced."""
    place = editor.paragraph(8)
    if not place:
        return False
    part, k = place
    line = list(part.body[k])
    able = [
        n for n, word in enumerate(line) if word.text.isalpha() and len(word.text) > 2 and word.origin != NEW
    ]
    if len(able) < 6:
        return False
    start = editor.rng.choice(able)
    for n in [n for n in able if n >= start][: editor.rng.randint(1, 3)]:
        line[n] = Word(
            editor.rng.choice(["shall", "partners", "retain", "ninety", "consent", "swiftly", "regions"])
        )
        if line[n].text == part.body[k][n].text:
            line[n] = Word("otherwise")
    part.body[k] = tuple(line)
    return True


def rewrite(editor: Editor) -> bool:
    """Two words of five of a sentence replaced, one by one."""
    place = editor.paragraph(20)
    if not place:
        return False
    part, k = place
    pieces = _sentences(part.body[k])
    n = editor.rng.randrange(len(pieces))
    if len(pieces[n]) < 12 or any(word.origin == NEW for word in pieces[n]):
        return False
    fresh = ["promptly", "vendors", "accordingly", "platform", "solely", "records", "whenever", "members"]
    pieces[n] = tuple(
        Word(editor.rng.choice(fresh)) if word.text.isalpha() and editor.rng.random() < 0.4 else word
        for word in pieces[n]
    )
    part.body[k] = tuple(word for piece in pieces for word in piece)
    return True


def swap_sentences(editor: Editor) -> bool:
    """Two sentences of a paragraph change places; the shorter one counts as moved."""
    place = editor.paragraph(20)
    if not place:
        return False
    part, k = place
    pieces = _sentences(part.body[k])
    if len(pieces) < 2:
        return False
    n = editor.rng.randrange(len(pieces) - 1)
    if min(len(pieces[n]), len(pieces[n + 1])) < 6:
        return False
    pieces[n], pieces[n + 1] = pieces[n + 1], pieces[n]
    editor.moved |= {w.origin for w in min(pieces[n], pieces[n + 1], key=len) if w.origin != NEW}
    part.body[k] = tuple(word for piece in pieces for word in piece)
    return True


def retitle(editor: Editor) -> bool:
    """A word more in a title."""
    part = editor.part()
    if not part or part is editor.parts[0]:
        return False
    part.title = (*part.title, Word("Overview"))
    editor.renamed.add(part.name)
    editor.touched.add(part.name)
    return True


def insert_sentence(editor: Editor) -> bool:
    place, source = editor.paragraph(8), editor.foreign_part()
    if not place or not source:
        return False
    part, k = place
    pieces = _sentences(part.body[k])
    fresh = [s for line in source.body for s in _sentences(line) if len(s) > 5]
    if not fresh:
        return False
    pieces.insert(editor.rng.randint(1, len(pieces)), editor.rng.choice(fresh))
    part.body[k] = tuple(word for piece in pieces for word in piece)
    return True


def delete_sentence(editor: Editor) -> bool:
    place = editor.paragraph(8)
    if not place:
        return False
    part, k = place
    pieces = _sentences(part.body[k])
    if len(pieces) < 2:
        return False
    del pieces[editor.rng.randrange(len(pieces))]
    part.body[k] = tuple(word for piece in pieces for word in piece)
    return True


def move_sentence(editor: Editor) -> bool:
    place, target = editor.paragraph(8), editor.paragraph(8)
    if not place or not target or place[0] is target[0]:
        return False
    (part, k), (other, m) = place, target
    pieces = _sentences(part.body[k])
    if len(pieces) < 2:
        return False
    piece = pieces.pop(editor.rng.randrange(len(pieces)))
    if len(piece) < 6 or any(word.origin == NEW for word in piece):
        return False
    there = _sentences(other.body[m])
    there.insert(editor.rng.randint(1, len(there)), piece)
    part.body[k] = tuple(word for each in pieces for word in each)
    other.body[m] = tuple(word for each in there for word in each)
    editor.moved |= {word.origin for word in piece}
    return True


def move_paragraph(editor: Editor) -> bool:
    place = editor.paragraph(8)
    other = editor.part()
    if not place or not other or other is place[0] or len(place[0].body) < 3 or other.name in editor.added:
        return False
    line = place[0].body.pop(place[1])
    other.body.insert(editor.rng.randint(0, len(other.body)), line)
    editor.moved |= {word.origin for word in line}
    return True


def cut_paragraph(editor: Editor) -> bool:
    place = editor.paragraph(20)
    if not place:
        return False
    part, k = place
    pieces = _sentences(part.body[k])
    if len(pieces) < 2:
        return False
    at = editor.rng.randint(1, len(pieces) - 1)
    halves = [tuple(w for s in some for w in s) for some in (pieces[:at], pieces[at:])]
    part.body[k : k + 1] = halves
    return True


def join_paragraphs(editor: Editor) -> bool:
    part = editor.part(2)
    if not part:
        return False
    k = editor.rng.randrange(len(part.body) - 1)
    if any(
        line[0].text[0] in "|*-+>#" or not _SENTENCE_END.search(line[-1].text)
        for line in part.body[k : k + 2]
    ):
        return False
    part.body[k : k + 2] = [part.body[k] + part.body[k + 1]]
    return True


def add_section(editor: Editor) -> bool:
    source = editor.foreign_part()
    if not source:
        return False
    k = editor.rng.randrange(1, len(editor.parts) + 1)
    level = editor.parts[k - 1].level
    part = Part(editor.names, max(2, level), source.title, source.body[:6])
    editor.names += 1
    editor.parts.insert(k, part)
    editor.added.add(part.name)
    editor.touched.add(part.name)
    return True


def remove_section(editor: Editor) -> bool:
    part = editor.part()
    k = editor.parts.index(part) if part else 0
    if not part or k == 0 or editor.end_of_subtree(k) > k + 1 or len(editor.parts) < 6:
        return False
    if sum(map(len, part.body)) < 6:
        return False
    editor.parts.pop(k)
    editor.removed.append(_text(part.title))
    return True


def rename_section(editor: Editor) -> bool:
    part, source = editor.part(), editor.foreign_part()
    if not part or not source or part is editor.parts[0] or sum(map(len, part.body)) < 15:
        return False
    part.title = source.title
    editor.renamed.add(part.name)
    editor.touched.add(part.name)
    return True


def move_section(editor: Editor) -> bool:
    part = editor.part()
    k = editor.parts.index(part) if part else 0
    if not part or k == 0:
        return False
    end = editor.end_of_subtree(k)
    subtree = editor.parts[k:end]
    if any(p.name in editor.touched for p in subtree):
        return False
    rest = editor.parts[:k] + editor.parts[end:]
    places = [
        n for n in range(1, len(rest) + 1)
        if n != k and (n == len(rest) or rest[n].level <= part.level) and rest[n - 1].level >= part.level
    ]  # fmt: skip
    if not places:
        return False
    at = editor.rng.choice(places)
    editor.parts = rest[:at] + subtree + rest[at:]
    for each in subtree:
        editor.touched.add(each.name)
        editor.moved |= {w.origin for line in (each.title, *each.body) for w in line if w.origin != NEW}
    return True


def split_section(editor: Editor) -> bool:
    part, source = editor.part(4), editor.foreign_part()
    if not part or not source or part is editor.parts[0]:
        return False
    at = editor.rng.randint(1, len(part.body) - 1)
    ended = _SENTENCE_END.search(part.body[at - 1][-1].text) and _text(part.body[at])[:1].isupper()
    if not ended or min(sum(map(len, part.body[:at])), sum(map(len, part.body[at:]))) < 20:
        return False
    fresh = Part(editor.names, part.level, source.title, part.body[at:])
    editor.names += 1
    part.body = part.body[:at]
    editor.parts.insert(editor.parts.index(part) + 1, fresh)
    editor.touched |= {part.name, fresh.name}
    editor.added.add(fresh.name)
    editor.splits.append(Event("split", plain(_text(fresh.title))))
    return True


def join_sections(editor: Editor) -> bool:
    part = editor.part()
    k = editor.parts.index(part) if part else 0
    if not part or k < 2 or editor.end_of_subtree(k) > k + 1:
        return False
    above = editor.parts[k - 1]
    if above.name in editor.touched or not above.body or above.level != part.level:
        return False
    if min(sum(map(len, p.body)) for p in (above, part)) < 20:
        return False
    above.body += part.body
    editor.parts.pop(k)
    editor.touched.add(above.name)
    editor.joins.append(Event("joined", plain(_text(part.title))))
    return True


WORD_EDITS: list[Callable[[Editor], bool]] = [
    reword, reword, reword, insert_sentence, delete_sentence, move_sentence, move_paragraph, cut_paragraph,
    join_paragraphs, rewrite, swap_sentences,
]  # fmt: skip
SECTION_EDITS: list[Callable[[Editor], bool]] = [
    add_section, remove_section, rename_section, move_section, split_section, join_sections, retitle,
]  # fmt: skip


def edited(parts: Sequence[Part], foreign: Sequence[Part], style: Style, seed: int) -> Case:
    """A case of one to ten edits."""
    rng = random.Random(seed)
    parts = list(_numbered(parts))
    _count_up(parts, style)
    old, old_words = written(parts, style)
    editor = Editor(parts, foreign, rng)
    for _ in range(rng.randint(1, 6)):
        for edit in (rng.choice(WORD_EDITS), rng.choice(SECTION_EDITS)):
            if rng.random() < 0.6 and edit(editor):
                editor.steps.append(edit.__name__)
    _count_up(editor.parts, style)
    new, new_words = written(editor.parts, style)
    return Case(
        old,
        new,
        old_words,
        new_words,
        _events(parts, editor),
        editor.moved,
        _orders(parts, editor),
        editor.steps,
    )


def _orders(parts: Sequence[Part], editor: Editor) -> tuple[list[str], list[str]]:
    titles = {p.name: plain(_text(p.title)) for p in editor.parts}
    old = [titles[p.name] for p in parts if p.name in titles]
    return old, [titles[p.name] for p in editor.parts if p.name not in editor.added]


def _events(parts: Sequence[Part], editor: Editor) -> list[Event]:
    numbers = {p.name: p.number for p in parts}
    split_off = {event.title for event in editor.splits}
    events = [*editor.splits, *editor.joins, *(Event("removed", plain(t)) for t in editor.removed)]
    for part in editor.parts:
        title = plain(_text(part.title))
        if part.name in editor.added and title not in split_off:
            events.append(Event("added", title))
        if part.name in editor.renamed:
            events.append(Event("renamed", title))
        if part.name in numbers and numbers[part.name] != part.number:
            events.append(Event("renumbered", title))
    return events
