"""Was notice given as promised? What can be said from outside, the definite and the conditional apart."""

from __future__ import annotations

from typing import Any

from tracker.site import links, words
from tracker.site.store import Row, Store
from tracker.site.views import Page, step, verdict

LISTED = 100


def notice(store: Store) -> Page:
    groups = {name: [_judged(row) for row in store.notice_verdicts(name, LISTED)]
              for name in ("definite", "conditional", "open")}  # fmt: skip
    model: dict[str, Any] = {
        "totals": [{**row, "says": words.says(row["value"])} for row in store.notice_totals()],
        **groups,
        "listed": LISTED,
    }
    steps = [line["step"] for line in (*groups["definite"], *groups["conditional"])]
    return Page("notice.html", "Notice before change", model, steps=steps, canonical="/notice")


def _judged(row: Row) -> dict[str, Any]:
    return {
        **verdict({**row, "facet": "notice", "stated_on": None}),
        "policy": row["policy"],
        "name": row["policy_name"],
        "headline": row["headline"],
        "fetched_at": row["fetched_at"],
        "last_seen_at": row["last_seen_at"],
        "quote": row["promise_quote"],
        "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
        "step": step(row),
    }
