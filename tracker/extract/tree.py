"""A parsed page with its words counted once, and kept counted while parts of it leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_PROSE = frozenset(("a", "button", "label", "nav"))
_LONG_WORD = 20
"""Text with more characters a word is of a script without spaces: four characters count as a word."""


def measure(text: str | None) -> int:
    """How many words a text has."""
    if not text:
        return 0
    words = len(text.split())
    if words and len(text) > _LONG_WORD * words:
        length = len("".join(text.split()))
        return length // 4 if length > _LONG_WORD * words else words
    return words


@dataclass(slots=True)
class Page:
    """The tree under ``root`` with words and prose words (those outside links and buttons) per element."""

    root: etree._Element
    words: dict[etree._Element, int] = field(default_factory=dict)
    prose: dict[etree._Element, int] = field(default_factory=dict)
    before: dict[etree._Element, int] = field(default_factory=dict)
    """Prose words that stood before an element when the page was counted."""

    def share(self, el: etree._Element, of: etree._Element) -> float:
        """The part of the prose under ``of`` that stands under ``el``."""
        return self.prose.get(el, 0) / max(self.prose.get(of, 0), 1)

    def mostly_links(self, el: etree._Element) -> bool:
        return self.prose.get(el, 0) * 2 < self.words.get(el, 0)

    def drop(self, el: etree._Element) -> None:
        """Remove an element with all below it; what follows it stays."""
        if el.getparent() is None:
            return
        self.add(el, -1)
        remove(el)

    def add(self, el: etree._Element, times: int = 1) -> None:
        """Count the words of an element in all above it."""
        words, prose = self.words.get(el, 0) * times, self.prose.get(el, 0) * times
        for above in el.iterancestors() if words else ():
            self.words[above] = self.words.get(above, 0) + words
            self.prose[above] = self.prose.get(above, 0) + prose


def count(root: etree._Element) -> Page:
    """The page with every element's words counted, in one walk."""
    page = Page(root)
    words, prose, before = page.words, page.prose, page.before
    all_words = prose_words = aside = 0
    for event, el in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            words[el], before[el] = all_words, prose_words
            aside += el.tag in _NO_PROSE
            text = el.text
        else:
            words[el] = all_words - words[el]
            prose[el] = prose_words - before[el]
            aside -= el.tag in _NO_PROSE
            text = el.tail if el is not root else None
        if text and not text.isspace():
            counted = measure(text)
            all_words += counted
            prose_words += 0 if aside else counted
    return page


def remove(el: etree._Element) -> None:
    """Remove an element with all below it; what follows it stays."""
    parent = el.getparent()
    if parent is None:
        return
    if el.tail:
        elder = el.getprevious()
        if elder is None:
            parent.text = (parent.text or "") + el.tail
        else:
            elder.tail = (elder.tail or "") + el.tail
    parent.remove(el)


def outermost(elements: list[etree._Element]) -> Iterator[etree._Element]:
    """Those of some elements, given in document order, that lie in no other of them."""
    inside: set[etree._Element] = set()
    chosen = set(elements)
    for el in elements:
        if el in inside:
            continue
        yield el
        if len(chosen) > 1:
            inside.update(below for below in el.iterdescendants() if below in chosen)


def holds(el: etree._Element, *tags: str) -> bool:
    """True when an element of one of these tags lies below."""
    return len(el) > 0 and next(el.iterdescendants(*tags), None) is not None
