"""What a reader is told of a substantive change, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import FactChange
from tracker.significance.opinions import Opinion
from tracker.significance.plain import Line

_FACTS = 3
_LENGTH = 80


def reason(opinion: Opinion, facts: Sequence[FactChange]) -> str:
    """The facts that differ, else the words that do, else how many lines."""
    if facts:
        said = [fact_sentence(fact) for fact in facts[:_FACTS]]
        more = len(facts) - len(said)
        return "; ".join(said) + (f"; and {more} more" if more else "")
    if len(opinion.edited) == 1 and not (opinion.gone or opinion.come):
        return words_sentence(*opinion.edited[0])
    if len(opinion.gone) + len(opinion.come) == 1 and not opinion.edited:
        verb, line = ("added", opinion.come[0]) if opinion.come else ("removed", opinion.gone[0])
        return f"{verb}: {quoted(line.words)}"
    return counted(opinion) or opinion.reason


def fact_sentence(fact: FactChange) -> str:
    """ "Security logs: 12 months -> 6 months", "recipient added: Osier Analytics (hosting, Ireland)"."""
    label = f"{fact.kind}" if fact.kind == "recipient" or not fact.label else fact.label
    if fact.before is None:
        return f"{label} added: {fact.after}" if label == fact.kind else f"{label}: {fact.after} (new)"
    if fact.after is None:
        return f"{label} removed: {fact.before}" if label == fact.kind else f"{label}: {fact.before} (gone)"
    return f"{label}: {fact.before} -> {fact.after}"


def words_sentence(old: Line, new: Line) -> str:
    """The words an edit took out and put in: "“may” -> “must”"."""
    before, after = old.words.split(), new.words.split()
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    tail = next((i for i in range(shorter - head) if before[-1 - i] != after[-1 - i]), shorter - head)
    gone = " ".join(before[head : len(before) - tail])
    come = " ".join(after[head : len(after) - tail])
    if not gone or not come:
        beside = " ".join(after[max(0, head - 3) : head])
        verb, words = ("added", come) if come else ("removed", gone)
        return f"{quoted(words)} {verb}" + (f" after {quoted(beside)}" if beside else "")
    return f"{quoted(gone)} -> {quoted(come)}"


def counted(opinion: Opinion) -> str:
    """How many lines were reworded, added and removed."""
    counts = (("reworded", opinion.edited), ("added", opinion.come), ("removed", opinion.gone))
    said = [f"{len(lines)} line{'s' if len(lines) > 1 else ''} {verb}" for verb, lines in counts if lines]
    return ", ".join(said)


def quoted(words: str) -> str:
    """Words in quotation marks, cut to a length that can be read at a glance."""
    if len(words) > _LENGTH:
        words = words[: words.rfind(" ", 0, _LENGTH) if " " in words[:_LENGTH] else _LENGTH] + " …"
    return f"“{words}”"
