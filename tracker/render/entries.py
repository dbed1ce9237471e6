"""The changes of a comparison gathered by section, and their edits cut to what a reader needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker import blocks
from tracker.model import SIGNIFICANCES, Change, ChangeKind, Comparison, Edit, Section, Significance

CONTEXT = 100
"""Characters of unchanged text shown on either side of an edit, cut at white space."""

LOUD: tuple[Significance, ...] = ("substantive", "editorial", "stamp")
"""What is shown word by word; the rest is named."""

_WHOLE: tuple[ChangeKind, ...] = ("renumbered", "moved", "renamed")
"""What is told in a line: the words, where they differ too, belong to a change of their own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to one section, or to a run of sections: changes of the same sections in order."""

    changes: tuple[Change, ...]

    @property
    def significance(self) -> Significance:
        return min((c.significance for c in self.changes), key=SIGNIFICANCES.index)

    @property
    def kinds(self) -> str:
        return " and ".join(dict.fromkeys(c.kind for c in self.changes))

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for c in self.changes for tag in c.tags))

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.reason for c in self.changes if c.reason))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits to be read; none where the headline says it all."""
        worded = [c for c in self.changes if c.kind not in _WHOLE]
        return worded[0].edits if worded else ()

    @property
    def headline(self) -> str:
        first = self.changes[0]
        before, after = _names(first.before), _names(first.after)
        return " → ".join(dict.fromkeys(filter(None, (before, after))))


def entries(comparison: Comparison) -> list[Entry]:
    """Changes of the same sections together, in order of the newer text."""
    gathered: dict[tuple[tuple[Section, ...], tuple[Section, ...]], list[Change]] = {}
    for change in comparison.changes:
        gathered.setdefault((change.before, change.after), []).append(change)
    return [Entry(tuple(changes)) for changes in gathered.values()]


def name(section: Section) -> str:
    """A section as a reader would call it."""
    if section.heading is None:
        return "the beginning"
    return " ".join(filter(None, (section.number, section.heading)))


def _names(sections: Sequence[Section], most: int = 3) -> str:
    named = [name(s) for s in sections[:most]]
    more = len(sections) - most
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def excerpt(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits with unchanged text cut to the words around a change; "…" stands for what is left out."""
    for k, (op, text) in enumerate(edits):
        if op != "equal":
            yield op, text
            continue
        head = "" if k == 0 else _cut(text, CONTEXT)
        tail = "" if k == len(edits) - 1 else _cut(text[::-1], CONTEXT)[::-1]
        yield op, text if len(head) + len(tail) >= len(text) else f"{head}…{tail}"


def _cut(text: str, size: int) -> str:
    """The beginning of a text, to the last white space within ``size``."""
    if len(text) <= size:
        return text
    space = max(text.rfind(c, 0, size) for c in " \n")
    return text[: space + 1] if space >= 0 else text[:size]


def words_changed(edits: Sequence[Edit]) -> tuple[int, int]:
    """How many words were inserted and deleted."""
    count = {"equal": 0, "insert": 0, "delete": 0}
    for op, text in edits:
        if op != "equal":
            count[op] += len(blocks.words(text, 0, len(text)))
    return count["insert"], count["delete"]
