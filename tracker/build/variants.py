"""Versions that turn out to have been variants, because the text before them came back.

A page that is served in several forms (by region, by trial, by a cache) shows A, then B, then A again. That
A to B was no change of the policy is known only when A is back: what was judged of it is withdrawn then.
NOTICE.md A4, variants.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

WITHIN = timedelta(days=366)
"""A text that comes back later than this was restored by its publisher, as far as anyone can tell."""

_HISTORY = """
select versions.version, versions.fetched_at, versions.state, versions.updated, versions.effective,
    versions.kind = 'capture' and (versions.returns or verdicts.verdict is not null) as back,
    versions.returns, first.significance is 'capture' as broken
from versions
left join versions as first on first.version = versions.state
left join verdicts on verdicts.version = versions.version
    and verdicts.facet = 'change' and verdicts.value = 'variant_return'
where versions.policy = ? and versions.state is not null
order by versions.number
"""


def withdraw(connection: sqlite3.Connection, policies: Iterable[str]) -> None:
    """Mark the variants of these policies; withdraw all that was judged of them but the kind of step."""
    for policy in policies:
        found = [(version,) for version in passing(connection.execute(_HISTORY, (policy,)).fetchall())]
        connection.executemany("update versions set transient = 1 where version = ?", found)
        connection.executemany(
            "update verdicts set certainty = 'withdrawn' where version = ? and facet <> 'change'", found
        )


def passing(history: Sequence[sqlite3.Row | tuple[object, ...]]) -> list[int]:
    """Of a policy's versions, oldest first, those that stood between a text and its return."""
    found: set[int] = set()
    last: dict[object, int] = {}
    """A text, or the dates of a text -> the place in the history where it was last met."""
    for place, row in enumerate(history):
        for key in _returning(row):
            if key in last:
                found.update(_between(history, last[key], place, key))
        last |= dict.fromkeys(_keys(row), place)
    return sorted(int(str(history[place][0])) for place in found)


def _returning(row: sqlite3.Row | tuple[object, ...]) -> list[object]:
    """By what a version is a return: its text, else its dates; one that never loaded returns to nothing."""
    *_, back, returns, broken = row
    keys = _keys(row)
    return [] if not back or broken else keys[:1] if returns else keys[1:]


def _keys(row: sqlite3.Row | tuple[object, ...]) -> list[object]:
    state, *dates = row[2:5]
    return [state, tuple(dates)] if any(dates) else [state]


def _between(
    history: Sequence[sqlite3.Row | tuple[object, ...]], first: int, last: int, key: object
) -> Iterator[int]:
    """The places between, newest first, of other texts and as far back as the return can speak of."""
    at = datetime.fromisoformat(str(history[last][1]))
    for place in range(last - 1, first, -1):
        if at - datetime.fromisoformat(str(history[place][1])) > WITHIN:
            return
        if key not in _keys(history[place]):
            yield place
