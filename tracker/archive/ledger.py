"""Coverage: which policy was looked at, from when to when, and how often, as spans of equal checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from tracker.model import Outcome


@dataclass(frozen=True, slots=True)
class Coverage:
    """A run of checks of one policy in one month that all ended alike; one check is a span of count 1."""

    policy: str
    outcome: Outcome
    state: int | None
    """The state that was met; None when no text was seen (blocked, suspect, error)."""
    first_at: datetime
    last_at: datetime
    count: int = 1
    gap: int = 0
    """Seconds between two checks of the run that lie furthest apart; 0 for one check."""


_POLICY = re.compile(rb'"policy": "([^"\\]+)"')
_MET: tuple[Outcome, ...] = ("new", "unchanged", "returned")


def month(span: Coverage) -> str:
    """The ledger file a span belongs to, by the UTC month of its first check: "2026-11"."""
    return span.first_at.astimezone(UTC).strftime("%Y-%m")


def merged(spans: Iterable[Coverage]) -> list[Coverage]:
    """Spans in order of policy and time, with neighbours that say the same made one; never across months.

    What lies within a span that says the same is told already: a sweep repeated after a crash adds nothing.
    """
    runs: list[Coverage] = []
    last: dict[tuple[str, Outcome, int | None], Coverage] = {}
    for span in sorted(spans, key=_order):
        said = (span.policy, span.outcome, span.state)
        before = last.get(said)
        if before is not None and span.last_at <= before.last_at:
            continue
        if runs and runs[-1] is before and month(before) == month(span):
            between = max(int((span.first_at - before.last_at).total_seconds()), 0)
            span = replace(
                before,
                last_at=span.last_at,
                count=before.count + span.count,
                gap=max(before.gap, between, span.gap),
            )
            runs.pop()
        runs.append(span)
        last[said] = span
    return runs


def _order(span: Coverage) -> tuple[str, datetime, float]:
    """By policy and beginning, of two that begin together the longer first."""
    return span.policy, span.first_at, -span.last_at.timestamp()


@dataclass(frozen=True, slots=True)
class Watched:
    """How well one policy was watched, from its first check to its last."""

    first_at: datetime
    last_at: datetime
    counts: Mapping[Outcome, int]
    """Checks by outcome."""
    gap: timedelta
    """The longest time in which the policy was not met, though it was before and after."""

    @property
    def met(self) -> int:
        return sum(self.counts.get(outcome, 0) for outcome in _MET)


def watched(spans: Iterable[Coverage]) -> dict[str, Watched]:
    """How well each policy was watched."""
    found: dict[str, Watched] = {}
    met_at: dict[str, datetime] = {}
    for span in sorted(spans, key=_order):
        before = found.get(span.policy) or Watched(span.first_at, span.last_at, {}, timedelta())
        gap = before.gap
        if span.outcome in _MET:
            since = met_at.get(span.policy, span.first_at)
            gap = max(gap, span.first_at - since, timedelta(seconds=span.gap))
            met_at[span.policy] = span.last_at
        counts = {**before.counts, span.outcome: before.counts.get(span.outcome, 0) + span.count}
        found[span.policy] = Watched(before.first_at, max(before.last_at, span.last_at), counts, gap)
    return found


def by_month(spans: Iterable[Coverage]) -> dict[str, list[Coverage]]:
    """Spans by ledger file."""
    return {name: list(group) for name, group in groupby(sorted(spans, key=month), key=month)}


def written(spans: Sequence[Coverage]) -> bytes:
    """A ledger file: one JSON object a line."""
    return "".join(json.dumps(_row(span), sort_keys=True) + "\n" for span in spans).encode()


def parsed(content: bytes) -> list[Coverage]:
    """The spans of a ledger file; raises ValueError naming the line that is none."""
    return [_span(line, number) for number, line in enumerate(content.decode().splitlines(), 1)]


def added(old: bytes, new: Sequence[Coverage]) -> bytes:
    """A ledger file with more checks, as ``merged`` would have it.

    Only the lines of policies looked at now are read: a file of thousands is added to many times a sweep.
    """
    came: dict[str, list[Coverage]] = {}
    for span in new:
        came.setdefault(span.policy, []).append(span)
    lines: dict[str, list[bytes]] = {policy: [] for policy in came}
    for number, line in enumerate(old.splitlines(keepends=True), 1):
        lines.setdefault(_policy(line, number), []).append(line)
    for policy, spans in came.items():
        lines[policy] = [written(merged([*parsed(b"".join(lines[policy])), *spans]))]
    return b"".join(line for policy in sorted(lines) for line in lines[policy])


def _policy(line: bytes, number: int) -> str:
    """The policy a line tells of; its other words are read only when they are wanted."""
    named = _POLICY.findall(line)
    return named[0].decode() if len(named) == 1 else _span(line.decode(), number).policy


def _row(span: Coverage) -> dict[str, str | int | None]:
    return {
        "policy": span.policy,
        "outcome": span.outcome,
        "state": span.state,
        "first_at": instant(span.first_at),
        "last_at": instant(span.last_at),
        "count": span.count,
        "gap": span.gap,
    }


def _span(line: str, number: int) -> Coverage:
    try:
        row = json.loads(line)
        first_at, last_at = parsed_instant(row["first_at"]), parsed_instant(row["last_at"])
        gap = row.get("gap", int((last_at - first_at).total_seconds()))  # where it was not kept: at most that
        return Coverage(row["policy"], row["outcome"], row["state"], first_at, last_at, row["count"], gap)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"line {number} is no span of checks: {error}") from error


def instant(at: datetime) -> str:
    """An instant as the archive writes it: "2026-08-22T06:00:11Z"; raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone: instants are aware")
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def parsed_instant(text: str) -> datetime:
    """The instant written as "2026-08-22T06:00:11Z"; raises ValueError for anything else."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return at.astimezone(UTC)
