"""What every match of a pattern must contain: plain pieces that are cheaper to look for than the pattern.

Python's regular expressions try every branch at every place; looking for pieces first spares most of it.
Only what our word lists use of the syntax is understood: literals, classes, groups, repeats, look-arounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_SHORTEST = 3
_MOST = 60


@dataclass(slots=True)
class _Branch:
    """One alternative: the literal run being read, and the best pieces found so far."""

    run: str = ""
    best: frozenset[str] = frozenset()
    last: frozenset[str] = field(default_factory=frozenset)

    def end_run(self) -> None:
        if len(self.run) >= _SHORTEST:
            self.offer(frozenset({self.run}))
        self.run = ""

    def offer(self, pieces: frozenset[str]) -> None:
        if pieces and _worth(pieces) > _worth(self.best):
            self.best = pieces


def pieces(pattern: str) -> frozenset[str]:
    """Pieces one of which every match contains; empty when nothing can be said."""
    found, _ = _alternatives(pattern, 0)
    least = frozenset(p for p in found if not any(other != p and other in p for other in found))
    return least if len(least) <= _MOST else frozenset()


def _worth(found: frozenset[str]) -> float:
    return min(map(len, found)) - len(found) / 10 if found else float("-inf")


def _alternatives(source: str, at: int) -> tuple[frozenset[str], int]:
    """The pieces of the alternatives from a place to the bracket that closes them, and the place after it."""
    together: set[str] = set()
    sure = True
    branch = _Branch()
    while True:
        if at >= len(source) or source[at] in "|)":
            branch.end_run()
            together |= branch.best
            sure = sure and bool(branch.best)
            if at >= len(source) or source[at] == ")":
                return frozenset(together) if sure else frozenset(), at + 1
            branch = _Branch()
            at += 1
        else:
            at = _item(source, at, branch)


def _item(source: str, at: int, branch: _Branch) -> int:
    """Read one item with its repeat into a branch; the place after it."""
    if source[at] == "(":
        return _group(source, at, branch)
    literal, end = _single(source, at)
    optional, after = _repeat(source, end)
    if literal and after == end:
        branch.run += literal
    else:
        branch.run += literal if literal and not optional else ""
        branch.end_run()
    return after


def _group(source: str, at: int, branch: _Branch) -> int:
    looks = source.startswith(("(?!", "(?=", "(?<"), at)
    inside = source.index("P<", at) if source.startswith("(?P<", at) else at
    start = source.index(">", inside) + 1 if inside != at else at + _opening(source, at)
    found, end = _alternatives(source, start)
    optional, after = _repeat(source, end)
    branch.end_run()
    if not looks and not optional:
        branch.offer(found)
    return after


def _opening(source: str, at: int) -> int:
    return next((len(o) for o in ("(?:", "(?!", "(?=", "(?<!", "(?<=") if source.startswith(o, at)), 1)


def _single(source: str, at: int) -> tuple[str, int]:
    """The literal character at a place ("" for a class or a wildcard) and the place after it."""
    if source[at] == "\\":
        return ("" if source[at + 1].isalnum() else source[at + 1]), at + 2
    if source[at] == "[":
        end = at + 2
        while source[end] != "]":
            end += 2 if source[end] == "\\" else 1
        inner = source[at + 1 : end]
        return (inner if inner == " " else ""), end + 1
    return ("" if source[at] in ".^$" else source[at]), at + 1


def _repeat(source: str, at: int) -> tuple[bool, int]:
    """Whether the item before a place may be absent, and the place after its repeat."""
    optional, end = False, at
    if at < len(source) and source[at] in "?*+":
        optional, end = source[at] != "+", at + 1
    elif at < len(source) and source[at] == "{":
        end = source.index("}", at) + 1
        optional = source[at + 1] == "0" or source[at + 1] == ","
    if end > at and end < len(source) and source[end] in "?+":
        end += 1
    return optional, end
