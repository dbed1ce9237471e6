"""Lines of policy text printed as HTML with word marks: everything escaped, no tag of the text survives.

The Markdown of a line is only hinted at: headings, list items, tables, bold and link targets are shown by
typography where they did not change, and in full where they did, since then they are part of the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from tracker.site.redline import Line, Piece, is_changed, is_underline

Shape = Literal["h", "li", "tr", "q", "p"]

_LEAD = re.compile(r"[ \t\xa0]*(?:(#{1,6})[ \t]+|([*+\-•])[ \t]+|(>)[ \t]?|(\d{1,3}[.)])[ \t]+)?")
_TOKEN = re.compile(
    r"\*\*|__"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"\n]*\")?\)"
    r"|!?\[(?=[^\]\n]{0,400}\]\()"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|\|"
    r"|<br[ \t]*/?>"
)
_RULE = re.compile(r"[\s|:=_*\-]*")
_WEB = re.compile(r"https?://[^\s\"<>]+|mailto:[^\s\"<>]+", re.I)

LONGEST_STYLED = 20_000
"""Characters of a line up to which its Markdown is hinted at; longer ones are printed as they stand."""


@dataclass(frozen=True, slots=True)
class Token:
    """A mark of Markdown in the joined text of a line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is printed at once: one op, one weight, one moved stretch."""

    piece: Piece
    text: str
    bold: bool = False
    target: str | None = None
    """Set on a folded link target: shown as a mark with the address as its title."""


def shape(line: Line) -> tuple[Shape, int]:
    """What kind of line this is, and the length of the lead (``## ``, ``* ``) that says so."""
    text = "".join(piece.text for piece in line[:3])
    if text.lstrip().startswith("|") and text.rstrip() != "|":
        return "tr", 0
    found = _LEAD.match(text)
    if not found or not found.lastindex:
        return "p", 0
    if found[1]:
        return "h", found.end()
    if found[2]:
        return "li", found.end()
    return ("q", found.end()) if found[3] else ("p", 0)


def is_table_rule(line: Line) -> bool:
    """The line ``|---|---|`` that only says a table begins."""
    text = "".join(piece.text for piece in line)
    return "-" in text and bool(_RULE.fullmatch(text))


def whole(line: Line) -> bool:
    """All of the line was added, removed or kept: its Markdown can be read as usual."""
    return len({piece.op for piece in line}) == 1


def stretches(line: Line, lead: int = 0) -> Iterator[Stretch | None]:
    """The line cut for printing; None stands for the border of a table cell."""
    uniform = whole(line)
    bold = False
    whole_lead = uniform or (len(line[0].text) >= lead and line[0].op == "equal")
    skip = lead if whole_lead else 0
    even = _even_bold(line, uniform)
    for piece in line:
        text, at = piece.text, 0
        if skip:
            cut = min(skip, len(text))
            text, skip = text[cut:], skip - cut
        quiet = (uniform or piece.op == "equal") and len(text) <= LONGEST_STYLED
        for token in _tokens(text):
            if token.text == "|":
                if token.start > at:
                    yield Stretch(piece, text[at : token.start], bold)
                yield None
                at = token.end
            elif quiet:
                if token.start > at:
                    yield Stretch(piece, text[at : token.start], bold)
                at = token.end
                if token.text in ("**", "__"):
                    bold = (not bold) and even
                elif token.text.startswith("]"):
                    yield Stretch(piece, "", bold, token.text[2:-1])
                elif token.text.startswith("<"):
                    yield Stretch(piece, " ", bold)
        if at < len(text):
            yield Stretch(piece, text[at:], bold)


def _even_bold(line: Line, uniform: bool) -> bool:
    """Whether the line's marks of bold pair off; a lone one is dropped without effect."""
    quiet = [piece.text for piece in line if uniform or piece.op == "equal"]
    count = sum(text.count("**") + text.count("__") for text in quiet if len(text) <= LONGEST_STYLED)
    return count % 2 == 0


def _tokens(text: str) -> Iterator[Token]:
    if len(text) > LONGEST_STYLED:
        return
    for found in _TOKEN.finditer(text):
        yield Token(found.start(), found.end(), found[0])


# --- HTML ----------------------------------------------------------------------------------------------


class Printer:
    """Prints lines; remembers which ends of moved stretches already have their anchor on the page."""

    def __init__(self, moves: dict[int, tuple[bool, bool]] | None = None, links: bool = False) -> None:
        self.moves = moves or {}
        self.links = links
        self.placed: set[tuple[str, int]] = set()

    def inline(self, lines: Sequence[Line]) -> Markup:
        """Lines below each other, deleted and inserted words in one text."""
        return self._print(lines, None)

    def section(self, lines: Sequence[Line], heading: str | None) -> Markup:
        """Unchanged lines of a section without the line of its heading, which the page prints itself."""
        if heading and lines:
            lines = lines[1:]
            if lines and is_underline("".join(piece.text for piece in lines[0])):
                lines = lines[1:]
        return self._print(lines, None)

    def side(self, lines: Sequence[Line]) -> list[tuple[Markup, Markup, bool]]:
        """Rows of (older, newer, changed); unpaired deletions and insertions stand beside each other."""
        return [
            (self._half(old, "insert"), self._half(new, "delete"), old is not new or is_changed(old or ()))
            for old, new in _facing(lines)
        ]

    def _half(self, line: Line | None, hidden: str) -> Markup:
        kept = tuple(piece for piece in line or () if piece.op != hidden)
        return self._print([kept], hidden) if kept else Markup("")

    def _print(self, lines: Sequence[Line], hidden: str | None) -> Markup:
        parts: list[str] = []
        at = 0
        while at < len(lines):
            kind, lead = shape(lines[at])
            if kind == "tr":
                end = at
                while end < len(lines) and shape(lines[end])[0] == "tr":
                    end += 1
                parts.append(self._table(lines[at:end], hidden))
                at = end
                continue
            parts.append(self._line(lines[at], kind, lead))
            at += 1
        return Markup("".join(parts))

    def _line(self, line: Line, kind: Shape, lead: int) -> str:
        words = "".join(self._stretch(s) for s in stretches(line, lead) if s is not None)
        name = f"l {kind}" + (f" {_state(line)}" if is_changed(line) else "")
        return f'<p class="{name}">{words}</p>'

    def _table(self, lines: Sequence[Line], hidden: str | None) -> str:
        rows = []
        head = len(lines) > 1 and is_table_rule(lines[1])
        for i, line in enumerate(lines):
            if is_table_rule(line) and (whole(line) or hidden):
                continue
            tag = "th" if head and i == 0 else "td"
            cells = "".join(f"<{tag}>{cell}</{tag}>" for cell in self._cells(line))
            name = f' class="{_state(line)}"' if is_changed(line) else ""
            rows.append(f"<tr{name}>{cells}</tr>")
        table = f"<table>{''.join(rows)}</table>"
        return f'<div class="wide" tabindex="0" role="group" aria-label="Table">{table}</div>'

    def _cells(self, line: Line) -> Iterable[str]:
        cells: list[list[str]] = [[]]
        for part in stretches(line):
            if part is None:
                cells.append([])
            else:
                cells[-1].append(self._stretch(part))
        joined = ["".join(cell).strip() for cell in cells]
        if joined and not joined[0]:
            joined = joined[1:]
        if len(joined) > 1 and not joined[-1]:
            joined = joined[:-1]
        return joined

    def _stretch(self, part: Stretch) -> str:
        words = self._target(part.target) if part.target is not None else str(escape(part.text))
        if not words:
            return ""
        if part.bold:
            words = f"<b>{words}</b>"
        if part.piece.op == "equal":
            return words
        tag = "del" if part.piece.op == "delete" else "ins"
        if part.piece.move is None or not all(self.moves.get(part.piece.move, (False, False))):
            return f"<{tag}>{words}</{tag}>"
        return self._moved(tag, part.piece.move, words)

    def _moved(self, tag: str, number: int, words: str) -> str:
        """Moved words, with a link to their other end at the first stretch of either end."""
        here, there = (
            (f"m{number}-from", f"m{number}-to") if tag == "del" else (f"m{number}-to", f"m{number}-from")
        )
        if (tag, number) in self.placed:
            return f'<{tag} class="mv">{words}</{tag}>'
        self.placed.add((tag, number))
        label = "moved away, see where to" if tag == "del" else "moved here, see where from"
        sign = "⤵" if tag == "del" else "⤴"
        link = f'<a class="mvl" id="{here}" href="#{there}" title="{label}">{sign}{number}</a>'
        return f'<{tag} class="mv">{link}{words}</{tag}>'

    def _target(self, target: str) -> str:
        address = target.split()[0] if target.split() else ""
        if not address or address.startswith("#"):
            return ""
        shown = escape(address)
        if self.links and _WEB.fullmatch(address):
            return (
                f' <a class="out" href="{shown}" rel="nofollow noopener noreferrer ugc" title="{shown}"'
                f' aria-label="leaves this site for {shown[:80]}">↗</a>'
            )
        return f'<span class="out" title="{shown}">↗</span>'


def _state(line: Line) -> str:
    ops = {piece.op for piece in line if piece.text.strip()} or {piece.op for piece in line}
    if ops == {"delete"}:
        return "gone"
    return "fresh" if ops == {"insert"} else "edit"


def _facing(lines: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines as they face each other: a deleted one beside the inserted one that follows it, in order."""
    gone: list[Line] = []
    fresh: list[Line] = []
    for line in lines:
        ops = {piece.op for piece in line}
        if ops == {"delete"} and not fresh:
            gone.append(line)
        elif ops == {"insert"}:
            fresh.append(line)
        else:
            yield from _zipped(gone, fresh)
            gone, fresh = ([line], []) if ops == {"delete"} else ([], [])
            if ops != {"delete"}:
                yield line, line
    yield from _zipped(gone, fresh)


def _zipped(gone: Sequence[Line], fresh: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    for i in range(max(len(gone), len(fresh))):
        yield gone[i] if i < len(gone) else None, fresh[i] if i < len(fresh) else None
