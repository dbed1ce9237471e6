"""A PDF's text as Markdown: headings from font names and sizes, paragraphs joined, running lines left out."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tracker.extract.markdown import plain_line

_MOST_PAGES = 1000
_BOLD = re.compile(r"bold|black|heavy|semi-?b|demi", re.I)
_PAGE_NUMBER = re.compile(
    r"(page|seite|p\.|pagina|página|strona)?\s*[-–|]?\s*\d{1,4}\s*[-–|]?\s*((of|sur|von|de|di|/)\s*\d{1,4})?",
    re.I,
)
_BULLET = re.compile(r"^([•●▪■◦○‣∙·*–-]|o(?= [A-Z])|[\uf0a0-\uf0ff])\s*(?=\S)")
_CLAUSE = re.compile(
    r"^(\(?[a-z]{1,3}\)|\(?\d{1,2}\)|\d{1,2}(\.\d{1,2}){0,3}[.)]?|[A-Z]\.|[IVX]{1,5}\.)\s+\S"
)
_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_ENDS = re.compile(r"[.:;!?»”\"')]$")
_LONGEST_HEADING = 150
_EDGE = 0.1
"""Running lines stand in this part of a page's height, at the top and at the bottom."""
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line; the line below then goes on in the same one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; points from the page's left and from its top."""

    text: str
    page: int
    left: float
    right: float
    top: float
    height: float
    """Of the page."""
    size: float
    bold: bool

    @property
    def at_edge(self) -> bool:
        return self.top < _EDGE * self.height or self.top > (1 - _EDGE) * self.height


def write(content: bytes) -> tuple[str, str | None, tuple[str, ...]]:
    """The Markdown, the title and warnings. Not to be called by two threads at once: PDFium allows one."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        return "", None, (f"the PDF cannot be read: {error}",)
    try:
        lines = list(_lines(document))
        title = document.get_metadata_value("Title").strip() or None
    except pdfium.PdfiumError as error:
        return "", None, (f"the PDF cannot be read: {error}",)
    finally:
        document.close()
    if not lines:
        return "", title, ("the PDF holds no text: its pages may be pictures",)
    return "\n".join(_blocks(_without_running(lines))), title, ()


# --- lines -----------------------------------------------------------------------------------------------


def _lines(document: pdfium.PdfDocument) -> Iterator[Line]:
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        text_page = page.get_textpage()
        height = page.get_height()
        yield from _printed(text_page, number, height)
        text_page.close()
        page.close()


def _printed(text_page: pdfium.PdfTextPage, number: int, height: float) -> Iterator[Line]:
    text = text_page.get_text_range(errors="replace") if text_page.count_chars() else ""
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        words = line.replace("\r", "").replace("\ufffe", _HYPHEN)
        if not words.strip():
            continue
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip()) - 1
        left, _, _, top = _box(text_page, first)
        _, _, right, _ = _box(text_page, last)
        size, bold = _font(text_page, first)
        ends_bold = bold and _font(text_page, last)[1]
        tidy = " ".join(words.split())
        yield Line(tidy, number, left, right, height - top, height, size, ends_bold)


def _index(text_page: pdfium.PdfTextPage, at: int) -> int:
    """The character that stands at an offset of the text: some characters give no text."""
    found = int(raw.FPDFText_GetCharIndexFromTextIndex(text_page, at))
    return found if found >= 0 else at


def _box(text_page: pdfium.PdfTextPage, at: int) -> tuple[float, float, float, float]:
    try:
        left, bottom, right, top = text_page.get_charbox(_index(text_page, at))
    except pdfium.PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def _font(text_page: pdfium.PdfTextPage, at: int) -> tuple[float, bool]:
    """Size in points, and whether the font's name speaks of bold: its weight is not to be trusted."""
    index = _index(text_page, at)
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.c_int())
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(text_page, index, matrix):
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
    size = float(raw.FPDFText_GetFontSize(text_page, index))
    return round(size * scale, 1), bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _without_running(lines: Sequence[Line]) -> list[Line]:
    """Without page numbers, and lines that stand at the edge of most pages."""
    pages = lines[-1].page + 1
    edges = Counter((_masked(line), line.top < line.height / 2) for line in lines if line.at_edge)
    running = {key for key, times in edges.items() if times >= max(2, pages * 0.4)}
    return [
        line
        for line in lines
        if not (line.at_edge and (_masked(line), line.top < line.height / 2) in running)
        and not (line.at_edge and _PAGE_NUMBER.fullmatch(line.text))
    ]


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


# --- blocks ----------------------------------------------------------------------------------------------


def _blocks(lines: Sequence[Line]) -> Iterator[str]:
    """Markdown lines: headings, paragraphs and items with a blank line between."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        sizes[line.size, line.bold] += len(line.text)
    body = sizes.most_common(1)[0][0]
    heads = [line for line in lines if _is_heading(line, body)]
    styles = sorted({(line.size, line.bold) for line in heads}, reverse=True)
    depths = sorted({line.left for line in lines if _BULLET.match(line.text)})
    known = {word.lower() for line in lines for word in re.findall(r"[\w-]+", line.text)}
    before_item = False
    for group in _grouped(lines, body):
        item = _BULLET.match(group[0].text)
        if not (item and before_item) and group[0] is not lines[0]:
            yield ""
        yield _written(group, body, styles, depths, known)
        before_item = bool(item)


def _grouped(lines: Sequence[Line], body: tuple[float, bool]) -> Iterator[list[Line]]:
    """Lines that belong to one block."""
    right = _right_margin(lines)
    gap = _usual_gap(lines)
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group[-1], line, body, right, gap):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(above: Line, line: Line, body: tuple[float, bool], right: float, gap: float) -> bool:
    """True when a line goes on with the block of the line above."""
    if _BULLET.match(line.text) or _is_heading(above, body) != _is_heading(line, body):
        return False
    if _is_heading(line, body):
        alike = above.page == line.page and (above.size, above.bold) == (line.size, line.bold)
        return alike and line.top - above.top < 2 * line.size and not _CLAUSE.match(line.text)
    if above.page != line.page or line.top < above.top:
        return not _ENDS.search(above.text)
    if line.top - above.top > max(1.3 * gap, 1.05 * gap + 2):
        return False
    short = above.right < right - 0.12 * (right - min(above.left, line.left))
    return not (_ENDS.search(above.text) and short) and not (_CLAUSE.match(line.text) and short)


def _right_margin(lines: Sequence[Line]) -> float:
    ends = sorted(line.right for line in lines)
    return ends[int(len(ends) * 0.9)]


def _usual_gap(lines: Sequence[Line]) -> float:
    """Points from one line to the next within paragraphs: the commonest distance."""
    gaps = Counter(
        round(b.top - a.top) for a, b in pairwise(lines) if a.page == b.page and 4 < b.top - a.top < 40
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 14.0


def _is_heading(line: Line, body: tuple[float, bool]) -> bool:
    """Larger than the body, or bold where the body is not; no sentence, no bullet."""
    if len(line.text) > _LONGEST_HEADING or _BULLET.match(line.text) or not re.search(r"\w", line.text):
        return False
    larger = line.size >= 1.12 * body[0]
    bold = line.bold and not body[1] and line.size >= 0.95 * body[0]
    return (larger and len(line.text) < 100) or (bold and not re.search(r"[.;,]$", line.text))


def _written(
    group: Sequence[Line],
    body: tuple[float, bool],
    styles: Sequence[tuple[float, bool]],
    depths: Sequence[float],
    known: set[str],
) -> str:
    text = _joined((line.text for line in group), known)
    first = group[0]
    if _is_heading(first, body):
        return "#" * _level(text, first, styles) + " " + plain_line(text, guarded=False)
    item = _BULLET.match(text)
    if item:
        depth = sum(1 for left in depths if left < first.left - 8)
        return "  " * min(depth, 3) + "- " + plain_line(text[item.end() :].lstrip())
    return plain_line(text)


def _level(text: str, line: Line, styles: Sequence[tuple[float, bool]]) -> int:
    """By the rank of its style, deeper for a number of several parts."""
    rank = styles.index((line.size, line.bold)) + 1
    number = _NUMBER.match(text)
    parts = number[1].count(".") if number else 0
    return min(max(rank, 1 + parts) + (1 if number and rank == 1 and len(styles) == 1 else 0), 6)


def _joined(parts: Iterable[str], known: set[str]) -> str:
    text = ""
    halves = (half for part in parts for half in part.replace(_HYPHEN, f"{_HYPHEN}\n").split("\n"))
    for part in halves:
        if re.search(r"\w[\x02-]$", text):
            text = _unhyphened(text[:-1], part, known)
        else:
            text = f"{text} {part}" if text else part
    return text.replace(_HYPHEN, "-")


def _unhyphened(text: str, part: str, known: set[str]) -> str:
    """Two halves of a word; the hyphen stays when the word is met with it elsewhere, or a capital follows."""
    first = re.search(r"\w+$", text)
    second = re.match(r"\w+", part)
    if not first or not second:
        return f"{text}- {part}"
    with_hyphen = f"{first[0]}-{second[0]}".lower() in known
    whole = f"{first[0]}{second[0]}".lower() in known
    return f"{text}-{part}" if not second[0].islower() or (with_hyphen and not whole) else text + part
