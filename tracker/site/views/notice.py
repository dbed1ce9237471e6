"""Was notice given as promised? What can be said from outside, the definite and the conditional apart."""

from __future__ import annotations

from typing import Any

from tracker.site import charts, links, words
from tracker.site.redline import anchor_of
from tracker.site.store import Row, Store
from tracker.site.views import Page, step, verdict
from tracker.site.views.stated import dated

LISTED = 100
FACETS = {
    "notice": "Notice as promised", "promise": "Another promise of notice than before",
    "stamp_promise": "The promise to move the date",
    "timing": "Day of effect", "stamp": "The stated date",
    "backdated": "Dates before the last sight of the old text",
    "old_text_after_effect": "Old text served after the day of effect",
}  # fmt: skip
CERTAINTIES = ("definite", "conditional", "open")


def notice(store: Store, facet: str = "", service: str = "", certainty: str = "") -> Page:
    facet = facet if facet in FACETS else "notice"
    wanted = [certainty] if certainty in CERTAINTIES else list(CERTAINTIES)
    rules = store.regimes()
    groups: dict[str, list[dict[str, Any]]] = {name: [] for name in CERTAINTIES}
    for name in wanted:
        groups[name] = [
            _judged(row, rules) for row in dated(store, store.judged(facet, service, name, LISTED))
        ]
    model: dict[str, Any] = {
        "facet_wanted": facet,
        "service": service,
        "certainty": certainty if certainty in CERTAINTIES else "",
        "totals": [{**row, "says": words.says(row["value"])} for row in store.notice_totals()],
        **groups,
        "listed": LISTED,
        "regimes": rules,
    }
    shown = [line for name in CERTAINTIES for line in groups[name]]
    extras = {
        "facets": FACETS,
        "services": store.services_judged(),
        "pictures": {
            line["verdict"]: charts.interval(
                line["posted_from_on"], line["posted_to_on"], line["effective_on"]
            )
            for line in shown
        },
    }
    steps = [line["step"] for line in (*groups["definite"], *groups["conditional"])]
    return Page("notice.html", "Notice before change", model, extras, steps=steps, canonical="/notice")


def _judged(row: Row, rules: list[Row]) -> dict[str, Any]:
    before = links.version(row["policy"], row["previous_commit"]) if row["previous_commit"] else None
    section = f"#s-{anchor_of(row['promise_key'])}" if row["promise_key"] else ""
    return {
        **verdict(row),
        "verdict": row["verdict"],
        "policy": row["policy"],
        "name": row["policy_name"],
        "headline": row["headline"],
        "fetched_at": row["fetched_at"],
        "last_seen_at": row["last_seen_at"],
        "basis": row["basis"],
        "effective": row["effective"] or (words.day(row["effective_on"]) if row["effective_on"] else None),
        "posted": _posted(row),
        "quote": row["promise_quote"],
        "quote_url": before + section if before else None,
        "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
        "candidates": [rule["name"] for rule in rules if row["facet"] == "notice" and _candidate(rule, row)],
        "step": step(row),
    }


def _candidate(rule: Row, row: Row) -> bool:
    """A rule that was law on the day and may concern such a text; whom it binds is another question."""
    about = "privacy" if "privacy" in row["type"].casefold() else "terms"
    begun = not rule["valid_from_on"] or rule["valid_from_on"] <= row["fetched_on"]
    over = rule["valid_to_on"] and rule["valid_to_on"] < row["fetched_on"]
    return rule["about"] in (about, "any") and begun and not over


def _posted(row: Row) -> str:
    """When the new text was posted, as far as it was seen; by the hour where it happened within a day."""
    first, last = row["posted_from_on"], row["posted_to_on"] or row["fetched_at"]
    if not first:
        return f"Posted by {words.day(last)}; from when is not recorded"
    seen = (row["last_seen_at"] or "", row["fetched_at"])
    if first == last[:10] and all(at[:10] == first for at in seen):
        first, last = seen
    return f"Posted {words.between(first, last)}"
