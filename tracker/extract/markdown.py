"""An element tree written as Markdown: one block a line, one table row a line, no padding, no wrapping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tracker.extract import links
from tracker.extract.tree import holds

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul caption".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_NOTHING = ("\u200b", "\ufeff", "\u2060")
"""Characters that show as nothing."""
_MARKED = re.compile(r"[\\`*\[\]_]")
_MARK = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w))")
_LINE_START = re.compile(r"^(#{1,6}(?=\s)|[-+>](?=\s)|={3,}$|-{3,}$)")
_LABEL_START = re.compile(r"^(\d{1,9})([.)])(?=\s)")
_HASHES = re.compile(r"^((?:- |\d+\. |> )*)#{1,6} ")
_DEEPEST = 150
"""Elements nested deeper are written as their bare words: the page is broken or hostile."""
_LONG_CELL = 600
"""Characters: a cell that is longer on average, with headings inside, is a part of a page."""
_WIDEST, _TALLEST = 60, 400
_MOST_CELLS = 20_000
"""Spans are filled up to so many columns, rows and cells: a hostile page may claim millions."""


@dataclass(slots=True)
class _Writer:
    base: str | None
    lines: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    prefix: str = ""
    """What stands before every line of the present block: quote marks and indents."""
    label: str = ""
    """A list label waiting for the first words of its item."""
    in_list: int = 0
    depth: int = 0
    keeps_breaks: bool = False

    def written(self, text: str) -> str:
        """Words of the page as they stand in the Markdown."""
        return "\n".join(_plain(line) for line in text.split("\n")) if self.keeps_breaks else _plain(text)

    def flush(self, before: str = "", after: str = "") -> None:
        """End the block: the words gathered become lines, one for each hard break."""
        if not self.inline:
            return
        text = "".join(self.inline)
        self.inline.clear()
        for part in text.split("\n"):
            words = _tidy(part)
            if words:
                self.put(before + (words if before else _guarded(words)) + after)

    def put(self, line: str) -> None:
        label, self.label = self.label, ""
        tight = bool(label) or (self.in_list and self.lines and self.lines[-1].strip())
        if self.lines and self.lines[-1] and not tight:
            self.lines.append("")
        self.lines.append(self.prefix + label + line)
        if label:
            self.prefix += " " * len(label)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def write(root: etree._Element, base: str | None = None) -> str:
    """The Markdown of an element and all below it, links made absolute by ``base``."""
    writer = _Writer(base)
    _element(writer, root)
    writer.flush()
    while writer.lines and not writer.lines[-1]:
        writer.lines.pop()
    return "\n".join(writer.lines)


def _element(w: _Writer, el: etree._Element) -> None:
    w.depth += 1
    if w.depth > _DEEPEST:
        w.inline.append(_plain("".join(el.itertext())))
    else:
        _WRITERS.get(el.tag, _inside)(w, el)
    w.depth -= 1


def _break(w: _Writer, el: etree._Element) -> None:
    w.inline.append("\n")


def _rule(w: _Writer, el: etree._Element) -> None:
    w.flush()
    w.gap()


def _inside(w: _Writer, el: etree._Element) -> None:
    if el.text:
        w.inline.append(w.written(el.text))
    for child in el:
        if isinstance(child.tag, str):
            _element(w, child)
        if child.tail:
            w.inline.append(w.written(child.tail))


def _preformatted(w: _Writer, el: etree._Element) -> None:
    """Text whose line breaks are the author's: each line is one of its own."""
    before, w.keeps_breaks = w.keeps_breaks, True
    _block(w, el)
    w.keeps_breaks = before


def _block(w: _Writer, el: etree._Element) -> None:
    w.flush()
    _inside(w, el)
    w.flush()


def _heading(w: _Writer, el: etree._Element) -> None:
    w.flush()
    if holds(el, "ul", "ol", "table", "p") and len(" ".join(el.itertext())) > 400:
        _inside(w, el)
        w.flush()
        return
    words = _tidy(_plain("".join(_heading_words(el))))
    if words:
        label, w.label = w.label, ""
        w.gap()
        w.lines.append(w.prefix + label + "#" * _HEADINGS[el.tag] + " " + words)
        w.gap()


def _heading_words(el: etree._Element, depth: int = 0) -> Iterable[str]:
    if depth > _DEEPEST:
        yield "".join(el.itertext())
        return
    if el.text:
        yield el.text
    for child in el:
        if isinstance(child.tag, str):
            inner = "".join(_heading_words(child, depth + 1))
            yield f" {inner} " if child.tag in _BLOCKS or child.tag == "br" else inner
        if child.tail:
            yield child.tail


def _list(w: _Writer, el: etree._Element) -> None:
    w.flush()
    if not w.in_list:
        w.gap()
    ordered = el.tag == "ol"
    number = _start(el)
    w.in_list += 1
    if el.text and el.text.strip():
        w.inline.append(_plain(el.text))
        w.flush()
    for child in _members(el):
        if child.tag in ("ul", "ol", "menu"):
            _nested(w, child)
        else:
            _labelled(w, child, f"{number}. " if ordered else "- ")
            number += 1
        if child.tail and child.tail.strip():
            w.inline.append(_plain(child.tail))
            w.flush()
    w.in_list -= 1
    if not w.in_list:
        w.gap()


def _members(el: etree._Element) -> Iterator[etree._Element]:
    """What stands in a list: its items, and those in an element that only wraps items."""
    for child in el:
        if not isinstance(child.tag, str):
            continue
        if child.tag not in ("li", "ul", "ol", "menu") and child.find("li") is not None and not child.text:
            yield from child
        else:
            yield child


def _start(el: etree._Element) -> int:
    start = el.get("start", "1").strip()
    return int(start) if start.isdigit() and len(start) < 6 else 1


def _nested(w: _Writer, el: etree._Element) -> None:
    """A list that stands directly in a list, without an item around it."""
    prefix = w.prefix
    w.prefix += "  "
    _element(w, el)
    w.prefix = prefix


def _item(w: _Writer, el: etree._Element) -> None:
    """An item that stands in no list."""
    _labelled(w, el, "- ")


def _labelled(w: _Writer, el: etree._Element, label: str) -> None:
    w.flush()
    prefix, waiting = w.prefix, w.label
    w.label = label
    w.in_list += 1
    _inside(w, el)
    w.flush()
    w.in_list -= 1
    w.prefix, w.label = prefix, waiting if w.label == label else ""


def _quote(w: _Writer, el: etree._Element) -> None:
    w.flush()
    w.gap()
    prefix = w.prefix
    w.prefix += "> "
    _inside(w, el)
    w.flush()
    w.prefix = prefix
    w.gap()


def _bold(w: _Writer, el: etree._Element) -> None:
    _emphasis(w, el, "**")


def _italic(w: _Writer, el: etree._Element) -> None:
    _emphasis(w, el, "_")


def _emphasis(w: _Writer, el: etree._Element, mark: str) -> None:
    if holds(el, *_BLOCKS):
        _inside(w, el)
        return
    outer, w.inline = w.inline, []
    _inside(w, el)
    inner, w.inline = "".join(w.inline), outer
    for part in re.split(r"(\n)", inner):
        w.inline.append(part if part == "\n" else _wrapped(part, mark))


def _wrapped(words: str, mark: str) -> str:
    core = words.strip()
    if not core or mark in core:
        return words
    lead = words[: len(words) - len(words.lstrip())]
    return f"{lead}{mark}{core}{mark}{words[len(words.rstrip()) :]}"


def _link(w: _Writer, el: etree._Element) -> None:
    if holds(el, *_BLOCKS):
        _inside(w, el)
        return
    outer, w.inline = w.inline, []
    _inside(w, el)
    inner, w.inline = "".join(w.inline), outer
    raw = el.get("href", "").strip()
    href = links.address(raw, w.base) if raw and not raw.startswith("#") else None
    core = _tidy(inner.replace("\n", " "))
    if href and core:
        lead = " " if inner[:1].isspace() else ""
        tail = " " if inner[-1:].isspace() else ""
        target = href.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C")
        w.inline.append(f"{lead}[{core}]({target}){tail}")
    else:
        w.inline.append(inner)


# --- tables --------------------------------------------------------------------------------------------


def _table(w: _Writer, el: etree._Element) -> None:
    w.flush()
    rows = [r for r in el.iterdescendants("tr") if _own_table(r) is el]
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    if _is_layout(el, cells):
        _inside(w, el)
        w.flush()
        return
    for caption in el.iterchildren("caption"):
        _block(w, caption)
    grid = _grid(w, cells)
    if not grid:
        return
    if not w.in_list:
        w.gap()
    width = min(max(len(row) for row in grid), _WIDEST)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in grid]
    lines.insert(1, "|" + "---|" * width)
    label, w.label = w.label, ""
    w.lines += [w.prefix + (label if n == 0 else "") + line for n, line in enumerate(lines)]
    w.gap()


def _own_table(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors("table"), None)


def _is_layout(el: etree._Element, cells: list[list[etree._Element]]) -> bool:
    """A table that only places things: it says so, has one column, or holds tables or whole sections."""
    if el.get("role", "").lower() in ("presentation", "none"):
        return True
    headed = any(cell.tag == "th" for row in cells for cell in row)
    if max((len(row) for row in cells), default=0) < 2:
        return not (headed and len(cells) > 1)
    if headed:
        return False
    return holds(el, "table") or (holds(el, "h1", "h2", "h3") and _holds_sections(cells))


def _holds_sections(cells: list[list[etree._Element]]) -> bool:
    """True when the cells are long, as those are into which a page is laid out."""
    lengths = [len("".join(cell.itertext())) for row in cells for cell in row]
    return sum(lengths) > _LONG_CELL * max(len([n for n in lengths if n]), 1)


def _grid(w: _Writer, rows: list[list[etree._Element]]) -> list[list[str]]:
    """The words of each cell, cells that span rows repeated in each, columns beside filled empty."""
    waiting: dict[int, tuple[int, str]] = {}
    grid: list[list[str]] = []
    filled = 0
    for row in rows:
        line: list[str] = []
        for cell in row:
            _fill(line, waiting)
            words = _cell(w, cell)
            spare = filled + len(line) < _MOST_CELLS
            tall = _span(cell, "rowspan", _TALLEST) if spare else 1
            for n in range(_span(cell, "colspan", _WIDEST) if spare else 1):
                part = "" if n else words
                if tall > 1:
                    waiting[len(line)] = (tall - 1, part)
                line.append(part)
        _fill(line, waiting)
        filled += len(line)
        if filled > _MOST_CELLS:
            waiting.clear()
        if any(line):
            grid.append(line)
    return grid


def _fill(line: list[str], waiting: dict[int, tuple[int, str]]) -> None:
    while len(line) in waiting:
        at = len(line)
        left, words = waiting.pop(at)
        line.append(words)
        if left > 1:
            waiting[at] = (left - 1, words)
            if at + 1 not in waiting:
                return


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), most) if value.isdigit() and len(value) < 6 else 1


def _cell(w: _Writer, cell: etree._Element) -> str:
    inner = _Writer(w.base, depth=w.depth)
    _inside(inner, cell)
    inner.flush()
    lines = (_HASHES.sub(r"\1", line.strip()) for line in inner.lines)
    return " ".join(line for line in lines if line).replace("|", "\\|")


_WRITERS: dict[str, Callable[[_Writer, etree._Element], None]] = {
    **dict.fromkeys(_BLOCKS, _block),
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol", "menu"), _list),
    **dict.fromkeys(("b", "strong"), _bold),
    **dict.fromkeys(("i", "em"), _italic),
    "li": _item, "table": _table, "blockquote": _quote, "pre": _preformatted, "a": _link,
    "br": _break, "hr": _rule,
}  # fmt: skip
"""What writes an element of a tag; others are written as what is inside."""


# --- words ---------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Words with single spaces, those at the edges kept as one, and signs that would be marks escaped."""
    if not text.isascii():
        for nothing in _NOTHING:
            text = text.replace(nothing, "")
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    if _MARKED.search(words):
        words = _MARK.sub(r"\\\1", words)
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _tidy(text: str) -> str:
    return (re.sub(r" {2,}", " ", text) if "  " in text else text).strip()


def _guarded(line: str) -> str:
    """A line of words that would be read as a mark, escaped."""
    if line[0] in "#-+>=":
        return _LINE_START.sub(r"\\\1", line)
    return _LABEL_START.sub(r"\1\\\2", line) if line[0].isdigit() else line


def plain_line(text: str, guarded: bool = True) -> str:
    """Words of a text without marks, as a line of Markdown that shows the same."""
    words = _tidy(_plain(text))
    return _guarded(words) if guarded else words
