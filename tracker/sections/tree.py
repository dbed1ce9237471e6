"""Building sections from the lines that are headings: levels, paths, numbers, keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from tracker.model import Block, Section
from tracker.remembering import remember
from tracker.sections.lines import Line

PREAMBLE = "preamble"
"""The key of what stands before the first heading."""

_CONTAINER = re.compile(
    r"(?:part|annex|appendix|schedule|exhibit|addendum|attachment|anhang|anlage|teil|annexe|anexo|allegato|bijlage|"
    r"załącznik|příloha|príloha|melléklet|anexa|приложение|bilag|bilaga|liite|titre|priloga)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"polic|terms|condition|notice|agreement|privacy|statement|guideline|standards|rules|cookie|imprint|legal|contract|"
    r"datenschutz|agb|geschäftsbedingung|nutzungsbedingung|richtlinie|impressum|bedingung|erklärung|vereinbarung|"
    r"politique|confidentialité|conditions|mentions|charte|règlement|"
    r"polític|politic|privacidad|término|termino|condicion|aviso|contrato|termos|condiç|privacidade|aviso|"
    r"informativa|termini|condizioni|contratto|voorwaarden|privacyverklaring|beleid|regulamin|polityka|zasady|podmínky|"
    r"podmienky|zásady|pogoji|pravila|uvjeti|termeni|conditii|condiții|feltétel|szabályzat|tájékoztató|villkor|policy|"
    r"vilkår|ehdot|tietosuoja|politik|услови|политик|правил|όροι|πολιτική|sözleşme|ポリシー|規約|政策|条款|协议",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")


@remember(1 << 13)
def slug(heading: str | None) -> str:
    """The words of a heading in small letters with hyphens between, at most 60 characters of whole words.

    ``None``, the heading of a preamble, gives "preamble"; a heading without a word gives "section". Letters
    of all scripts stay. This is what a section's key begins as, and the name under which ``carry`` knows it.
    """
    if heading is None:
        return PREAMBLE
    words = _WORDS.findall(normalize("NFKC", heading).casefold())
    short = "-".join(words)
    if len(short) > 60:
        short = short[:61].rpartition("-")[0] or short[:60]
    return short or "section"


def build(
    text: str, blocks: Sequence[Block], headings: Sequence[Line], kept: Mapping[int, str] | None = None
) -> tuple[Section, ...]:
    """The sections that begin at the given headings, in order; they tile the text.

    A title is a section of its own with level 1 and path "0", whose subsections count from "1" as if it were
    not there: so paths stay the same where a page loses its title or is captured with another one. Sections
    right below the title have level 2, with or without a title; a further heading of the title's rank
    (an appendix, a second document) has level 1. ``kept`` holds keys to keep, by where a section starts.
    """
    if not text:
        return ()
    starts = [blocks[line.block].start for line in headings]
    heads: list[Line | None] = list(headings)
    if not starts or text[: blocks[headings[0].block].body_start].strip():
        starts.insert(0, 0)
        heads.insert(0, None)
    starts[0] = 0
    levels, paths, parents = _nest(headings, preamble=heads[0] is None)
    ends = [*starts[1:], len(text)]
    keys = _keys(heads, starts, parents, kept or {})
    return tuple(
        Section(path, key, *_named(head), level, start, end)
        for path, key, head, level, start, end in zip(paths, keys, heads, levels, starts, ends, strict=True)
    )


def title_line(headings: Sequence[Line]) -> Line | None:
    """The heading that is the document's title: the first, if of highest rank and worded like one."""
    if not headings:
        return None
    first = headings[0]
    numbered = first.label is not None and first.label.scheme != "letter"
    if numbered or first.mark == "bullet" or first.words.endswith((".", ":", ",", ";")):
        return None
    if any(line.rank < first.rank for line in headings[1:] if line.rank <= 6 and first.rank <= 6):
        return None
    alone = first.rank == 1 and not any(line.rank <= first.rank for line in headings[1:])
    return first if alone or _TITLE.search(first.seen) else None


def _named(head: Line | None) -> tuple[str | None, str | None]:
    """Number and heading of a section."""
    if head is None:
        return None, None
    number = head.label.text if head.label and head.label.words_at else None
    return number, head.words or head.seen


def _nest(headings: Sequence[Line], preamble: bool) -> tuple[list[int], list[str], list[int | None]]:
    """Levels, paths and parents (as indices) of the sections that the headings begin."""
    levels: list[int] = [0] if preamble else []
    paths: list[str] = ["0"] if preamble else []
    parents: list[int | None] = [None] if preamble else []
    offset = len(paths)
    title = title_line(headings)
    ranks = _ranks(headings, title)
    stack: list[int] = []
    children: dict[int | None, int] = {}
    for i, line in enumerate(headings):
        if line is title:
            levels.append(1)
            paths.append("0/1" if preamble else "0")
            parents.append(None)
            continue
        stack = _above(headings, ranks, stack, i)
        parent = stack[-1] + offset if stack else None
        children[parent] = children.get(parent, 0) + 1
        above = title is not None and ranks[i] <= ranks[0]
        levels.append(levels[parent] + 1 if parent is not None else 1 if above or ranks[i] <= 1 else 2)
        paths.append(f"{paths[parent]}/{children[parent]}" if parent is not None else str(children[parent]))
        parents.append(parent)
        stack.append(i)
    return levels, paths, parents


def _above(headings: Sequence[Line], ranks: Sequence[float], stack: list[int], i: int) -> list[int]:
    """The open headings that stay open above heading ``i``: its parent last."""
    numbered = headings[i].label
    if numbered and numbered.depth > 1:
        for at in range(len(stack) - 1, -1, -1):
            higher = headings[stack[at]].label
            if higher and higher.ranks == numbered.ranks[:-1]:
                return stack[: at + 1]
    if numbered:
        for at in range(len(stack) - 1, -1, -1):
            brother = headings[stack[at]].label
            if brother and brother.kind == numbered.kind and _continues(brother.ranks, numbered.ranks) and (
                ranks[stack[at]] == ranks[i] or numbered.ranks[-1] == brother.ranks[-1] + 1
            ):  # fmt: skip
                return stack[:at]
    at = len(stack)
    while at and ranks[stack[at - 1]] >= ranks[i]:
        at -= 1
    return stack[:at]


def _continues(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return before[:-1] == after[:-1] and before[-1] < after[-1]


def _ranks(headings: Sequence[Line], title: Line | None) -> list[float]:
    """How high each heading stands, small numbers highest: marks first, then numbers and capitals."""
    restarts = _restarts(headings)
    mixed = len({line.words.isupper() for line in headings if line.rank >= 7 and line is not title}) > 1
    ranks: list[float] = []
    for i, line in enumerate(headings):
        if line is title:
            ranks.append(min(line.rank, 7.0))
        elif line.rank <= 6:
            ranks.append(line.rank)
        else:
            ranks.append(_soft_rank(line, i in restarts, mixed))
    return ranks


def _soft_rank(line: Line, restarts: bool, mixed: bool) -> float:
    """The rank of a heading without a heading mark: from 7, a container, to 7.9, a bullet."""
    if line.mark == "bullet":
        return 7.9
    if restarts or _CONTAINER.match(line.seen):
        return 7.0
    numbered = line.label
    depth = numbered.depth * 0.01 if numbered else 0
    if numbered and numbered.scheme in ("letter", "bracket"):
        return 7.6
    if mixed and line.words.isupper():
        return 7.2 + depth
    if numbered:
        return 7.3 + depth
    return 7.4 if line.mark == "bold" else 7.5


def _restarts(headings: Sequence[Line]) -> frozenset[int]:
    """Unnumbered headings after which the numbers begin anew: an appendix, a second document."""
    found: set[int] = set()
    last = 0
    for i, line in enumerate(headings):
        numbered = line.label
        if numbered is None or numbered.scheme == "letter" or numbered.depth > 1:
            continue
        if numbered.ranks[0] == 1 and last > 2:
            before = i - 1
            while before > 0 and headings[before].label is None and i - before <= 2:
                found.add(before)
                before -= 1
        last = numbered.ranks[0]
    return frozenset(found)


def _keys(
    heads: Sequence[Line | None],
    starts: Sequence[int],
    parents: Sequence[int | None],
    kept: Mapping[int, str],
) -> list[str]:
    names = Names(kept[start] for start in starts if start in kept)
    keys: list[str] = []
    for head, start, parent in zip(heads, starts, parents, strict=True):
        if start in kept:
            keys.append(kept[start])
            continue
        key = slug(_named(head)[1])
        if key in names and parent is not None:
            key = f"{slug(_named(heads[parent])[1])}/{key}"
        keys.append(names.take(key))
    return keys


class Names:
    """Names in use, and new ones beside them."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._next: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._used

    def take(self, name: str) -> str:
        """The name itself, or with the first free number from 2 after it; it is in use from now on."""
        free = name
        number = self._next.get(name, 2)
        while free in self._used:
            free = f"{name}-{number}"
            number += 1
        self._next[name] = number
        self._used.add(free)
        return free
