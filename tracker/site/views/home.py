"""Home: what changed lately, what matters first."""

from __future__ import annotations

from typing import Any

from tracker.site import charts, links
from tracker.site.store import Row, Store
from tracker.site.views import Page, step

MATTERS = (("substantive", 24), ("editorial", 8), ("stamp", 8))
"""How many steps of each significance the page lists."""


WORTH_A_LOOK = ("silent_change", "backdated", "short_on_public_channel", "old_text_served_after_effect")
"""Flags whose newest steps the page lists; it counts all."""


def home(store: Store) -> Page:
    lists = {kind: _lines(store, store.lately(kind, limit)) for kind, limit in MATTERS}
    oldest = min((line["fetched_at"] for line in lists["substantive"]), default="")
    totals, flagged = store.flags(WORTH_A_LOOK, 8)
    model: dict[str, Any] = {
        "totals": store.totals(),
        "substantive": lists["substantive"],
        "editorial": lists["editorial"],
        "stamp": lists["stamp"],
        "quiet": {**store.quiet_since(oldest), "since": oldest},
        "flags": [_flag(row) for row in flagged],
        "flag_totals": totals,
        "services": store.services(),
    }
    rows = store.activity()
    return Page(
        "home.html",
        "What changed lately",
        model,
        {"activity": charts.activity(rows)},
        steps=sorted(
            (line for lines in lists.values() for line in lines), key=lambda s: s["fetched_at"], reverse=True
        ),
        canonical="/",
    )


def _lines(store: Store, rows: list[Row]) -> list[dict[str, Any]]:
    verdicts = store.verdicts_of(row["version"] for row in rows)
    return [step(row, verdicts[row["version"]]) for row in rows]


def _flag(row: Row) -> dict[str, Any]:
    return {
        "policy": row["policy"],
        "name": row["policy_name"],
        "value": row["value"],
        "certainty": row["certainty"],
        "reason": row["reason"],
        "headline": row["headline"],
        "fetched_on": row["fetched_on"],
        "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
    }
