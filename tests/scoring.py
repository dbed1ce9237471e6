"""A comparison scored against the truth of a synthetic case."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from tests.synthetic import NEW, Case, Event, plain
from tracker.model import Comparison, Section, Span


@dataclass
class Score:
    """Sums over cases; the figures are methods."""

    cases: int = 0
    true_changed: int = 0
    reported: int = 0
    churns: list[float] = field(default_factory=list)
    right_origin: int = 0
    said_origin: int = 0
    have_origin: int = 0
    moved: int = 0
    moved_found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)

    def churn(self) -> float:
        return self.reported / max(1, self.true_changed)

    def moved_recall(self) -> float:
        return self.moved_found / max(1, self.moved)

    def origin_f1(self) -> float:
        return 2 * self.right_origin / max(1, self.said_origin + self.have_origin)

    def f1(self, *kinds: str) -> float:
        kinds = kinds or tuple(self.true | self.said)
        right, said, true = (sum(c[k] for k in kinds) for c in (self.right, self.said, self.true))
        return 2 * right / (said + true) if said + true else 1.0


def add(score: Score, case: Case, comparison: Comparison) -> tuple[set[Event], set[Event]]:
    """Add a case to the score; events that were missed and events that were invented are returned."""
    score.cases += 1
    _score_words(score, case, comparison.spans)
    return _score_events(score, case, comparison)


def _score_words(score: Score, case: Case, spans: tuple[Span, ...]) -> None:
    found = _origins(case, spans)
    truth = [origin for _, _, origin in case.new_words]
    kept = {origin for origin in truth if origin != NEW}
    changed = truth.count(NEW) + len(case.old_words) - len(kept)
    reported = found.count(NEW) + len(case.old_words) - len({f for f in found if f != NEW})
    score.true_changed += changed
    score.reported += reported
    if changed:
        score.churns.append(reported / changed)
    right = [f for f, t in zip(found, truth, strict=True) if f == t != NEW]
    score.right_origin += len(right)
    score.said_origin += sum(f != NEW for f in found)
    score.have_origin += len(kept)
    score.moved += len(case.moved & kept)
    score.moved_found += len(case.moved.intersection(right))


def _origins(case: Case, spans: tuple[Span, ...]) -> list[int]:
    """For each word of the newer text the word of the older that the spans say it is."""
    by_start = {start: (end, number) for start, end, number in case.old_words}
    starts = [span[2] for span in spans]
    found = []
    for start, end, _ in case.new_words:
        k = bisect_right(starts, start) - 1
        old_start, old_end, at = spans[k] if k >= 0 else (0, 0, 0)
        place = old_start + start - at
        old = by_start.get(place, (0, NEW)) if place < old_end else (0, NEW)
        found.append(old[1] if old[0] - place >= end - start and place + end - start <= old_end else NEW)
    return found


def _score_events(score: Score, case: Case, comparison: Comparison) -> tuple[set[Event], set[Event]]:
    true = set(case.events)
    said = set()
    moved: list[str] = []
    for change in comparison.changes:
        if change.kind == "moved":
            moved += [_title(s) for s in change.after]
        elif change.kind in ("split", "joined"):
            parts = change.after if change.kind == "split" else change.before
            others = {_title(s) for s in (change.before if change.kind == "split" else change.after)}
            said |= {Event(change.kind, _title(s)) for s in parts if _title(s) not in others}
        elif change.kind != "reworded":
            sections = change.before if change.kind == "removed" else change.after
            said |= {Event(change.kind, _title(s)) for s in sections}
    for wanted in true:
        score.true[wanted.kind] += 1
        score.right[wanted.kind] += wanted in said
    for event in said:
        score.said[event.kind] += 1
    missed, invented = true - said, said - true
    if _score_moves(score, case, moved):
        return missed, invented
    return missed, invented | {Event("moved", title) for title in moved or ["-"]}


def _score_moves(score: Score, case: Case, moved: list[str]) -> bool:
    """A move is right when what is left keeps its order; which of two changed places is a matter of taste."""
    old, new = case.order
    truly = old != new
    rest = [title for title in old if title not in moved]
    fine = rest == [title for title in new if title not in moved] and truly == bool(moved)
    score.true["moved"] += truly
    score.said["moved"] += bool(moved)
    score.right["moved"] += truly and fine
    return fine


def _title(section: Section) -> str:
    return plain(section.heading or "")
