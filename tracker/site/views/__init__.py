"""View models: what a page says, as dicts that are also its JSON twin. Templates only print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import escape

from tracker.site import atom, links, words
from tracker.site.store import Row, Store


@dataclass(frozen=True, slots=True)
class Page:
    """``model`` is the JSON twin; ``extras`` are for print only: charts, marked text."""

    template: str
    title: str
    model: dict[str, Any]
    extras: dict[str, Any] = field(default_factory=dict)
    steps: Sequence[dict[str, Any]] | None = None
    """The steps its feed tells of, newest first; None when the page has no feed."""
    lasting: bool = False
    """True when the page is about fixed versions, so that it may be kept for long."""
    canonical: str | None = None
    status: int = 200
    more: Callable[[], dict[str, Any]] | None = None
    """What only the JSON twin says, made when it is asked for."""


class Missing(LookupError):
    """There is no such page; the message says what is missing, for the reader."""


def step(row: Row, verdicts: Sequence[Row] = ()) -> dict[str, Any]:
    """One step of a history as a line of a list, with its flags."""
    return {
        "version": row["version"],
        "policy": row["policy"],
        "name": row.get("policy_name") or row.get("name") or row["policy"],
        "headline": row["headline"] or "Changed",
        "significance": row["significance"],
        "fetched_at": row["fetched_at"],
        "last_seen_at": row.get("last_seen_at"),
        "kind": row.get("kind"),
        "updated": row.get("updated"),
        "updated_on": row.get("updated_on"),
        "effective": row.get("effective"),
        "effective_on": row.get("effective_on"),
        "changes": row.get("changes"),
        "words_added": row.get("words_added"),
        "words_removed": row.get("words_removed"),
        "commit": row["commit_hash"],
        "previous": row.get("previous_commit"),
        "url": links.step(row["policy"], row.get("previous_commit"), row["commit_hash"]),
        "flags": flags(verdicts),
        "first_own_look": "first_own_look" in words.listed(row.get("flags")),
        "notice": notice_of(verdicts),
    }


def flags(verdicts: Sequence[Row]) -> list[dict[str, str]]:
    """What looks odd about a step: certain verdicts of the kinds that are flagged."""
    return [
        {
            "value": v["value"],
            "label": words.FLAG[v["value"]],
            "certainty": v["certainty"],
            "reason": v["reason"],
        }
        for v in verdicts
        if v["value"] in words.FLAG
        and v["certainty"] != "withdrawn"
        and v["truth"] == ("FALSE" if v["value"] == "short_on_public_channel" else "TRUE")
    ]


def notice_of(verdicts: Sequence[Row]) -> dict[str, Any] | None:
    """The verdict on notice, if the question arose."""
    for verdict in verdicts:
        if (
            verdict["facet"] == "notice"
            and verdict["certainty"] != "withdrawn"
            and verdict["value"] not in ("not_applicable", "promise_absent")
        ):
            return {"value": verdict["value"], "truth": verdict["truth"], "reason": verdict["reason"]}
    return None


def verdict(row: Row) -> dict[str, Any]:
    return {
        "facet": row["facet"],
        "value": row["value"],
        "says": words.says(row["value"]),
        "truth": row["truth"],
        "certainty": row["certainty"],
        "reason": row["reason"],
        "conditions": [condition.replace("_", " ") for condition in words.listed(row["conditions"])],
        "lead": _lead(row),
        "posted_from_on": row["posted_from_on"],
        "posted_to_on": row["posted_to_on"],
        "stated_on": row["stated_on"],
        "effective_on": row["effective_on"],
        "promised": words.period(row["promised_value"], row["promised_unit"]),
    }


def _lead(row: Row) -> str | None:
    """Days of notice; none where the question is undecided and the text came after its day of effect."""
    low, high = row["lead_min_days"], row["lead_max_days"]
    if row["truth"] == "UNKNOWN" and any(days is not None and days < 0 for days in (low, high)):
        return None
    return words.lead(low, high)


def entries(store: Store, steps: Sequence[dict[str, Any]]) -> list[atom.Entry]:
    """The steps as entries of a feed that carry the change itself."""
    excerpts = store.excerpts_of(step["version"] for step in steps)
    return [_entry({**step, "excerpts": excerpts[step["version"]]}) for step in steps]


def _entry(line: dict[str, Any]) -> atom.Entry:
    headline = words.told(line["headline"])
    parts = [f"<p><strong>{_text(words.label(line['significance']))}</strong>: {_text(headline)}</p>"]
    seen = f"First seen {words.moment(line['fetched_at'])}"
    if line["last_seen_at"]:
        seen += f"; the text before was last seen {words.moment(line['last_seen_at'])}"
    parts.append(f"<p>{_text(seen)}.</p>")
    parts += [
        f"<p>{_text(flag['label'])}: {_text(words.sentence(flag['reason']))}</p>" for flag in line["flags"]
    ]
    for excerpt in line["excerpts"]:
        parts.append(f"<h3>{_text(excerpt['heading'])}</h3>")
        if excerpt["removed"]:
            parts.append(f"<p><del>{_text(excerpt['removed'])}</del></p>")
        if excerpt["added"]:
            parts.append(f"<p><ins>{_text(excerpt['added'])}</ins></p>")
    return atom.Entry(
        id=f"{line['policy']}/{line['commit']}",
        title=f"{line['name']}: {headline}",
        updated=line["fetched_at"],
        path=line["url"],
        html="".join(parts),
        category=line["significance"] or "",
    )


def _text(text: str | None) -> str:
    return str(escape(text or ""))
