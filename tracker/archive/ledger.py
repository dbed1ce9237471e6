"""Coverage: which policy was looked at, from when to when, and how often, as spans of equal checks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
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


def month(span: Coverage) -> str:
    """The ledger file a span belongs to, by the UTC month of its first check: "2026-11"."""
    return span.first_at.astimezone(UTC).strftime("%Y-%m")


def merged(spans: Iterable[Coverage]) -> list[Coverage]:
    """Spans in order of policy and time, with neighbours that say the same made one; never across months.

    Merging is idempotent, and merging in pieces gives what merging at once gives.
    """
    ordered = sorted(set(spans), key=lambda span: (span.policy, span.first_at, span.last_at, span.outcome))
    runs: list[Coverage] = []
    for span in ordered:
        if runs and _continues(runs[-1], span):
            runs[-1] = _joined(runs[-1], span)
        else:
            runs.append(span)
    return runs


def by_month(spans: Iterable[Coverage]) -> dict[str, list[Coverage]]:
    """Spans by ledger file."""
    return {name: list(group) for name, group in groupby(sorted(spans, key=month), key=month)}


def written(spans: Sequence[Coverage]) -> bytes:
    """A ledger file: one JSON object a line."""
    return "".join(json.dumps(_row(span), sort_keys=True) + "\n" for span in spans).encode()


def parsed(content: bytes) -> list[Coverage]:
    """The spans of a ledger file; raises ValueError naming the line that is none."""
    return [_span(line, number) for number, line in enumerate(content.decode().splitlines(), 1)]


def _continues(earlier: Coverage, later: Coverage) -> bool:
    same = (earlier.policy, earlier.outcome, earlier.state) == (later.policy, later.outcome, later.state)
    return same and month(earlier) == month(later)


def _joined(earlier: Coverage, later: Coverage) -> Coverage:
    """One span of two; a span met again in part (a sweep repeated after a crash) is not counted twice."""
    if later.last_at <= earlier.last_at:
        return earlier
    return replace(earlier, last_at=later.last_at, count=earlier.count + later.count)


def _row(span: Coverage) -> dict[str, str | int | None]:
    return {
        "policy": span.policy,
        "outcome": span.outcome,
        "state": span.state,
        "first_at": instant(span.first_at),
        "last_at": instant(span.last_at),
        "count": span.count,
    }


def _span(line: str, number: int) -> Coverage:
    try:
        row = json.loads(line)
        return Coverage(
            row["policy"],
            row["outcome"],
            row["state"],
            parsed_instant(row["first_at"]),
            parsed_instant(row["last_at"]),
            row["count"],
        )
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
