"""Who else changed such sections lately: a plain rule over headings and days, told with what it finds.

No likeness of texts is claimed: sections are of one topic when their headings use the topic's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.alerts.wishes import TOPICS
from tracker.remembering import remember
from tracker.site import links, words
from tracker.site.store import Row, Store

DAYS = 45
"""Days before and after the first sight of the change in which others count."""

NEAREST = 8
"""Steps that are listed."""


def others(store: Store, policy: Row, headings: Iterable[str], newer: Row) -> dict[str, Any] | None:
    """Substantive steps of other services near the day, in sections whose headings speak of the same topics.

    ``headings`` are those of the sections that changed in substance. None when they speak of no topic.
    """
    wanted = frozenset[str]().union(*map(topics_of, headings))
    if not wanted:
        return None
    found: dict[int, tuple[Row, set[str]]] = {}
    for row in store.substantive_near(policy["service"], newer["fetched_at"][:10], DAYS):
        shared = topics_of(row["heading"]) & wanted
        if shared:
            found.setdefault(row["version"], (row, set()))[1].update(shared)
    day = date.fromisoformat(newer["fetched_at"][:10])
    near = sorted(found.values(), key=lambda one: (abs((_day(one[0]) - day).days), -one[0]["version"]))
    shown = store.steps_told(row["version"] for row, _ in near[:NEAREST])
    return {
        "days": DAYS,
        "topics": [words.topic(topic) for topic in sorted(wanted)],
        "steps": len(near),
        "services": len({row["service"] for row, _ in near}),
        "nearest": [_told(shown[row["version"]], shared) for row, shared in near[:NEAREST]],
    }


def _day(row: Row) -> date:
    return date.fromisoformat(row["fetched_on"])


def _told(row: Row, shared: set[str]) -> dict[str, Any]:
    return {
        "policy": row["policy"],
        "name": row["name"],
        "headline": row["headline"],
        "fetched_on": row["fetched_on"],
        "topics": [words.topic(topic) for topic in sorted(shared)],
        "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
    }


@remember(8192)
def topics_of(heading: str) -> frozenset[str]:
    """The topics whose words a heading uses."""
    return frozenset(topic for topic, spoken in TOPICS.items() if re.search(spoken, heading[:200], re.I))
