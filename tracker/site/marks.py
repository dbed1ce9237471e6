"""Lines of policy text printed as HTML with word marks: everything escaped, no tag of the text survives.

The Markdown of a line is only hinted at: headings, list items, tables, bold and link targets are shown by
typography where they did not change, and in full where they did, since then they are part of the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from markupsafe import Markup, escape

from tracker.site.redline import Line, Piece, is_changed

Pair = tuple[Line | None, Line | None]
"""A line as it was and as it is, to stand beside each other."""

Shape = Literal["h", "li", "tr", "q", "p"]

_LEAD = re.compile(r"[ \t\xa0]*(?:(#{1,6})[ \t]+|([*+\-•])[ \t]+|(>)[ \t]?|(\d{1,3}[.)])[ \t]+)?")
_SPECIAL = re.compile(r"[*_\]\[\\|<]")
_TOKEN = re.compile(
    r"\*\*|__"
    r"|_(?<![\w_]_)(?=[^\s_])|_(?<=[^\s_]_)(?![\w_])"
    r"|\]\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?(?:[ \t]+\"[^\"\n]*\")?\)"
    r"|\[(?=[^\]\n]{0,400}\]\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?[)\s])"
    r"|!\[(?=[^\]\n]{0,400}\]\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?[)\s])"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|\|"
    r"|<br[ \t]*/?>"
)
"""Each alternative begins with a letter of its own: so the search runs over plain words at full speed."""
_RULE = re.compile(r"[\s|:=_*\-]*")
_WEB = re.compile(r"https?://[^\s\"<>]+|mailto:[^\s\"<>]+", re.I)

LONGEST_KEPT, NEAR = 900, 260
LONGEST_IN_CELL, NEAR_IN_CELL = 360, 120
"""An unchanged stretch longer than the first, in or beside a line that changed, is folded but for as many
characters next to the change as the second says."""

LONGEST_STYLED = 20_000
"""Characters of a line up to which its Markdown is hinted at; longer ones are printed as they stand."""


@dataclass(frozen=True, slots=True)
class Token:
    """A mark of Markdown in the joined text of a line."""

    start: int
    end: int
    text: str
    kind: str
    """bold, emphasis, target (of a link), opening (of its words), escape, break or border (of a cell)."""


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
    return ("tr", 0) if _is_row_of_table(text) else _shape(text)


def _is_row_of_table(text: str) -> bool:
    return text.lstrip().startswith("|") and text.rstrip() != "|"


_SHAPES: dict[int, Shape] = {1: "h", 2: "li", 3: "q"}
"""By the group of the lead that was found."""


def _shape(text: str) -> tuple[Shape, int]:
    """The shape of a line that is no row of a table."""
    found = _LEAD.match(text)
    kind = _SHAPES.get(found.lastindex or 0) if found else None
    return (kind, found.end()) if found and kind else ("p", 0)


def is_table_rule(line: Line) -> bool:
    """The line ``|---|---|`` that only says a table begins."""
    return _is_rule("".join(piece.text for piece in line))


def _is_rule(text: str) -> bool:
    return "-" in text and bool(_RULE.fullmatch(text))


def whole(line: Line) -> bool:
    """All of the line was added, removed or kept: its Markdown can be read as usual."""
    return len({piece.op for piece in line}) == 1


def stretches(line: Line, lead: int = 0, table: bool = False) -> Iterator[Stretch | None]:
    """The line cut for printing; None stands for the border of a table cell."""
    tokens = [_tokens(piece.text) for piece in line]
    quiet = _quiet(line, tokens)
    bold = False
    turning = _turning(line, tokens)
    skip = lead if "lead" in quiet or (len(line[0].text) >= lead and line[0].op == "equal") else 0
    for piece, marks, turns in zip(line, tokens, turning, strict=True):
        at = min(skip, len(piece.text))
        skip -= at
        for token in marks:
            border = table and token.kind == "border"
            silent = token.kind in quiet or (piece.op == "equal" and token.kind != "border")
            if token.start < at or not (border or silent):
                continue
            if token.start > at:
                yield Stretch(piece, piece.text[at : token.start], bold)
            at = token.end
            if border:
                yield None
            elif token.kind == "bold":
                bold = (not bold) and turns
            elif token.kind == "target":
                yield Stretch(piece, "", bold, token.text[2:-1])
            elif token.kind == "break":
                yield Stretch(piece, " ", bold)
        if at < len(piece.text):
            yield Stretch(piece, piece.text[at:], bold)


QUIETABLE = ("lead", "bold", "emphasis", "target", "opening", "escape")


def _quiet(line: Line, tokens: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Kinds of marks for which typography may stand: the same before and after, or words changed too.

    Marks that alone make the difference are shown, and so are the targets of a link that leads elsewhere now.
    """
    if whole(line):
        return frozenset((*QUIETABLE, "break"))
    quiet = {kind for kind in QUIETABLE[1:] if _alike(line, tokens, kind)}
    if _says_more(line, tokens):
        quiet |= {"bold", "emphasis", "escape"}
    if not _links(line, tokens, "delete") or not _links(line, tokens, "insert"):
        quiet |= {"target", "opening"}
    return frozenset({*quiet, "break"})


def _alike(line: Line, tokens: Sequence[Sequence[Token]], kind: str) -> bool:
    """Whether the marks of a kind that went are those that came."""
    gone, fresh = (
        [
            t.text
            for piece, marks in zip(line, tokens, strict=True)
            if piece.op == op
            for t in marks
            if t.kind == kind
        ]
        for op in ("delete", "insert")
    )
    return gone == fresh


def _says_more(line: Line, tokens: Sequence[Sequence[Token]]) -> bool:
    """Whether something besides marks of weight differs."""
    return any(
        piece.op != "equal"
        and len(piece.text.strip())
        > sum(len(t.text) for t in marks if t.kind in ("bold", "emphasis", "escape"))
        for piece, marks in zip(line, tokens, strict=True)
    )


def _links(line: Line, tokens: Sequence[Sequence[Token]], op: str) -> bool:
    """Whether links, or halves of them, came or went."""
    return any(
        piece.op == op and t.kind in ("target", "opening")
        for piece, marks in zip(line, tokens, strict=True)
        for t in marks
    )


def _turning(line: Line, tokens: Sequence[Sequence[Token]]) -> list[bool]:
    """For each piece, whether its silent marks of bold turn it on and off: they do where they pair off."""
    bolds = [sum(t.kind == "bold" for t in marks) for marks in tokens]
    if _alike(line, tokens, "bold"):
        return [sum(bolds) % 2 == 0] * len(bolds)
    kept = sum(number for piece, number in zip(line, bolds, strict=True) if piece.op == "equal")
    return [
        (kept if piece.op == "equal" else number) % 2 == 0 for piece, number in zip(line, bolds, strict=True)
    ]


_KINDS = {
    "*": "bold",
    "|": "border",
    "]": "target",
    "\\": "escape",
    "<": "break",
    "[": "opening",
    "!": "opening",
}


def _tokens(text: str) -> Sequence[Token]:
    if len(text) > LONGEST_STYLED:
        return ()
    return [_token(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text)]


def _token(start: int, end: int, text: str) -> Token:
    if text[0] == "_":
        return Token(start, end, text, "bold" if text == "__" else "emphasis")
    return Token(start, end, text, _KINDS[text[0]])


# --- HTML ----------------------------------------------------------------------------------------------


class Printer:
    """Prints lines; remembers which ends of moved stretches already have their anchor on the page."""

    def __init__(self, moves: dict[int, tuple[bool, bool]] | None = None, links: bool = False) -> None:
        self.moves = moves or {}
        self.links = links
        self.placed: set[tuple[str, int]] = set()
        self.dated: set[tuple[int, str]] = set()

    def inline(self, lines: Sequence[Line]) -> Markup:
        """Lines below each other, removed and added words in one text; what is far from a change folded."""
        return self._print(lines, None, brief=True)

    def whole(self, lines: Sequence[Line]) -> Markup:
        """Unchanged lines in full."""
        return self._print(lines, None)

    def unchanged(self, lines: Sequence[str]) -> Markup:
        """Lines of a text in which nothing changed, in full."""
        parts: list[str] = []
        for is_table, run in groupby(lines, key=_is_row_of_table):
            together = list(run)
            parts += [self._plain_table(together)] if is_table else map(self._plain_line, together)
        return Markup("".join(parts))

    def side(self, lines: Sequence[Line]) -> list[tuple[Markup, Markup, bool]]:
        """Rows of (older, newer, changed); unpaired deletions and insertions stand beside each other."""
        return [
            (self._half(old, "insert"), self._half(new, "delete"), old is not new or is_changed(old or ()))
            for old, new in _facing(lines)
        ]

    def beside(self, lines: Sequence[Line]) -> Markup:
        """Older words left, newer right: lines as pairs, the rows of a table together as one table."""
        parts = []
        for rows, run in groupby(_facing(lines), key=_is_row):
            pairs = list(run)
            parts.append(self._facing_table(pairs) if rows else self._facing_lines(pairs))
        return Markup("".join(parts))

    def _facing_lines(self, pairs: Iterable[Pair]) -> str:
        parts = []
        for old, new in pairs:
            changed = old is not new or is_changed(old or ())
            for name, line, hidden in (("was", old, "insert"), ("now", new, "delete")):
                words = self._half(line, hidden)
                parts.append(f'<div class="{name}{" on" if changed and words else ""}">{words}</div>')
        return f'<div class="sides">{"".join(parts)}</div>'

    def _facing_table(self, pairs: Sequence[Pair]) -> str:
        """One table with the older cells of each row before the newer ones, so that all of them line up."""
        rows = [
            (self._kept_cells(old, "insert"), self._kept_cells(new, "delete"), is_changed(old or new or ()))
            for old, new in pairs
            if not all(is_table_rule(line) for line in (old, new) if line)
        ]
        width = max((len(cells) for old, new, _ in rows for cells in (old, new)), default=1)
        heads = "".join(
            f'{gap}<th scope="colgroup" colspan="{width}">{name}</th>'
            for gap, name in (("", "Older"), (_GAP, "Newer"))
        )
        body = "".join(
            f"<tr>{_facing_cells('was', old, width, on)}{_GAP}{_facing_cells('now', new, width, on)}</tr>"
            for old, new, on in rows
        )
        table = f'<table class="facing"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
        return (
            f'<div class="wide" tabindex="0" role="group" aria-label="Table, older and newer">{table}</div>'
        )

    def _kept_cells(self, line: Line | None, hidden: str) -> Sequence[str]:
        kept = tuple(piece for piece in line or () if piece.op != hidden)
        return self._cells(kept, brief=True) if kept and not is_table_rule(kept) else []

    def _half(self, line: Line | None, hidden: str) -> Markup:
        kept = tuple(piece for piece in line or () if piece.op != hidden)
        return self._print([kept], hidden, brief=True) if kept else Markup("")

    def _print(self, lines: Sequence[Line], hidden: str | None, brief: bool = False) -> Markup:
        parts: list[str] = []
        longest = LONGEST_KEPT if brief else LONGEST_STYLED
        at = 0
        while at < len(lines):
            if len(lines[at]) == 1 and _is_plain(lines[at][0], longest):
                parts.append(_plain(lines[at][0].text))
                at += 1
                continue
            kind, lead = shape(lines[at])
            if kind == "tr":
                end = at
                while end < len(lines) and shape(lines[end])[0] == "tr":
                    end += 1
                parts.append(self._table(lines[at:end], hidden, brief))
                at = end
                continue
            parts.append(self._line(lines[at], kind, lead, brief))
            at += 1
        return Markup("".join(parts))

    def _plain_line(self, text: str) -> str:
        """An unchanged line in full."""
        if not _SPECIAL.search(text) or len(text) > LONGEST_STYLED:
            return _plain(text)
        kind, lead = _shape(text)
        return f'<p class="l {kind}">{"".join(self._styled(text, lead, cells=False))}</p>'

    def _plain_table(self, lines: Sequence[str]) -> str:
        head = len(lines) > 1 and _is_rule(lines[1])
        rows: list[str] = []
        for i, line in enumerate(lines):
            if _is_rule(line):
                continue
            tag = "th" if head and i == 0 else "td"
            cells = _without_edges([cell.strip() for cell in self._styled(line, 0, cells=True)])
            if any(cells):
                rows.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
        return _table(rows)

    def _styled(self, text: str, lead: int, cells: bool) -> list[str]:
        """An unchanged line with its Markdown shown by typography; with ``cells``, cell by cell."""
        tokens = _tokens(text)
        even = sum(token.kind == "bold" for token in tokens) % 2 == 0
        printed = [""]
        at, bold = lead, False
        for token in tokens:
            if token.start < at or (token.kind == "border" and not cells):
                continue
            printed[-1] += _weighed(str(escape(text[at : token.start])), bold)
            at = token.end
            if token.kind == "border":
                printed.append("")
            elif token.kind == "bold":
                bold = (not bold) and even
            elif token.kind == "target":
                printed[-1] += _weighed(self._target(token.text[2:-1]), bold)
            elif token.kind == "break":
                printed[-1] += _weighed(" ", bold)
        printed[-1] += _weighed(str(escape(text[at:])), bold)
        return printed

    def _line(self, line: Line, kind: Shape, lead: int, brief: bool) -> str:
        parts = [s for s in stretches(line, lead) if s is not None]
        words = self._brief(parts, LONGEST_KEPT, NEAR) if brief else self._full(parts)
        name = f"l {kind}" + (f" {_state(line)}" if is_changed(line) else "")
        tag = "div" if "<details" in words else "p"
        return f'<{tag} class="{name}">{words}</{tag}>'

    def _table(self, lines: Sequence[Line], hidden: str | None, brief: bool) -> str:
        rows = []
        head = len(lines) > 1 and is_table_rule(lines[1])
        for i, line in enumerate(lines):
            if is_table_rule(line) and (whole(line) or hidden):
                continue
            tag = "th" if head and i == 0 else "td"
            printed = self._cells(line, brief)
            if not any(printed) and not is_changed(line):
                continue
            cells = "".join(f"<{tag}>{cell}</{tag}>" for cell in printed)
            name = f' class="{_state(line)}"' if is_changed(line) else ""
            rows.append(f"<tr{name}>{cells}</tr>")
        return _table(rows)

    def _cells(self, line: Line, brief: bool) -> Sequence[str]:
        cells: list[list[Stretch]] = [[]]
        for part in stretches(line, table=True):
            if part is None:
                cells.append([])
            else:
                cells[-1].append(part)
        joined = [
            (self._brief(cell, LONGEST_IN_CELL, NEAR_IN_CELL) if brief else self._full(cell)).strip()
            for cell in cells
        ]
        return _without_edges(joined)

    def _full(self, parts: Sequence[Stretch]) -> str:
        return "".join(map(self._stretch, parts))

    def _brief(self, parts: Sequence[Stretch], longest: int, near: int) -> str:
        """The stretches of a line or cell with what is far from a change folded."""
        if sum(len(part.text) for part in parts) <= longest:
            return self._full(parts)
        printed: list[str] = []
        runs = [list(run) for _, run in groupby(parts, key=lambda part: part.piece.op == "equal")]
        for i, run in enumerate(runs):
            if run[0].piece.op != "equal" or sum(len(part.text) for part in run) <= longest:
                printed.append(self._full(run))
            else:
                printed.append(self._middle(run, near, i > 0 or len(runs) == 1, i < len(runs) - 1))
        return "".join(printed)

    def _middle(self, run: Sequence[Stretch], near: int, head: bool, tail: bool) -> str:
        """A long unchanged run with its middle folded; what is kept is its head, its tail, or both."""
        first, rest = _split(run, near) if head else ([], list(run))
        size = sum(len(part.text) for part in rest)
        middle, last = _split(rest, size - near) if tail else (rest, [])
        number = sum(len(part.text.split()) for part in middle)
        summary = f"<summary>… {number:,} words unchanged …</summary>"
        folded = f'<details class="mid">{summary}{self._full(middle)}</details>'
        return self._full(first) + folded + self._full(last)

    def _stretch(self, part: Stretch) -> str:
        words = self._target(part.target) if part.target is not None else str(escape(part.text))
        if not words:
            return ""
        if part.bold:
            words = f"<b>{words}</b>"
        if part.piece.since and part.piece.since not in self.dated:
            self.dated.add(part.piece.since)
            words = f'<span class="sy">{escape(part.piece.since[1])}</span>{words}'
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
                f'<a class="out" href="{shown}" rel="nofollow noopener noreferrer ugc" title="{shown}"'
                f' aria-label="leaves this site for {shown[:80]}">↗</a>'
            )
        return f'<span class="out" title="{shown}">↗</span>'


def _without_edges(cells: list[str]) -> list[str]:
    """The cells of a row without the empty ones that its outer borders make."""
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _table(rows: Sequence[str]) -> str:
    table = f"<table>{''.join(rows)}</table>"
    return f'<div class="wide" tabindex="0" role="group" aria-label="Table">{table}</div>'


def _weighed(html: str, bold: bool) -> str:
    return f"<b>{html}</b>" if html and bold else html


def _is_plain(piece: Piece, longest: int) -> bool:
    """Unchanged words without a mark, short enough to be printed whole: nine lines of ten."""
    return (
        piece.op == "equal"
        and piece.since is None
        and len(piece.text) <= longest
        and not _SPECIAL.search(piece.text)
    )


def _plain(text: str) -> str:
    """A line without a mark, as it is printed."""
    kind, lead = _shape(text)
    return f'<p class="l {kind}">{escape(text[lead:])}</p>'


def _split(run: Sequence[Stretch], size: int) -> tuple[list[Stretch], list[Stretch]]:
    """The run in two, ``size`` characters from its start or at the next space."""
    left = size
    for i, part in enumerate(run):
        if len(part.text) > left:
            space = part.text.find(" ", left)
            at = space if 0 <= space < left + 40 else left
            before, after = (
                replace(part, text=part.text[:at]),
                replace(part, text=part.text[at:], target=None),
            )
            return [*run[:i], before], [after, *run[i + 1 :]]
        left -= len(part.text)
    return list(run), []


def _state(line: Line) -> str:
    ops = {piece.op for piece in line if piece.text.strip()} or {piece.op for piece in line}
    if ops == {"delete"}:
        return "gone"
    return "fresh" if ops == {"insert"} else "edit"


def _facing(lines: Sequence[Line]) -> Iterator[Pair]:
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


def _is_row(pair: Pair) -> bool:
    return all(shape(line)[0] == "tr" for line in pair if line)


_GAP = '<td class="gap"></td>'


def _facing_cells(name: str, cells: Sequence[str], width: int, changed: bool) -> str:
    """The cells of one side of a row, filled up to the width of the table."""
    padded = [*cells, *[""] * (width - len(cells))]
    return "".join(f'<td class="{name}{" on" if changed and cells else ""}">{cell}</td>' for cell in padded)


def _zipped(gone: Sequence[Line], fresh: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    for i in range(max(len(gone), len(fresh))):
        yield gone[i] if i < len(gone) else None, fresh[i] if i < len(fresh) else None
