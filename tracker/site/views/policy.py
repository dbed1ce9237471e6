"""A policy: its history with flips folded, dates, promise in force, verdicts, coverage, outline and facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from tracker.model import Section
from tracker.site import charts, links, words
from tracker.site.kept import Kept
from tracker.site.redline import anchor_of, title_in
from tracker.site.store import QUIET, Row, Store
from tracker.site.views import Missing, Page, step, verdict
from tracker.site.views.facts import grouped, standing, with_history
from tracker.site.views.stated import dated

PAGE = 40
"""Entries of the timeline on one page."""

FACT_CHANGES, FACTS_LISTED = 2000, 200
"""Changes of facts in which histories are looked for, and those that are listed."""

GOOD = ("new", "unchanged", "returned")
"""Outcomes of a check that met the text."""


def policy(store: Store, kept: Kept, name: str, page: int = 1) -> Page:
    found = store.policy(name)
    if found is None:
        raise Missing(f"No policy is tracked under the name {name}.")
    versions = store.versions_of(name)
    entries = timeline(versions)
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(page, 1), pages)
    shown = entries[(page - 1) * PAGE : page * PAGE]
    verdicts = store.verdicts_of(
        row["version"] for item in shown if item["kind"] != "quiet" for row in item["rows"]
    )
    for item in shown:
        if item["kind"] != "quiet":
            item["rows"] = dated(store, item["rows"])
    promises = [_promise(row) for row in store.promises_of(name)]
    current = next((row for row in versions if row["version"] == found["current_version"]), None)
    checks = store.checks_of(name)
    changed = store.facts_of(name, FACT_CHANGES)
    stated = (
        with_history(standing(store, kept, name, current["commit_hash"]), changed, name) if current else []
    )
    model: dict[str, Any] = {
        "policy": {**found, "page": links.policy(name)},
        "current": _current(current, found),
        "stamps": [_stamp(row) for row in store.stamps_of(name)],
        "promises": promises,
        "timeline": [_told(item, verdicts) for item in shown],
        "page": page,
        "pages": pages,
        "outline": [_section(row, name, current) for row in store.outline_of(name)],
        "facts_stated": stated,
        "facts": [_fact(row, name) for row in changed[:FACTS_LISTED]],
        "checks": checks[-60:],
        "coverage": coverage(checks),
        "notices": store.notices_of(name),
    }
    loud = [row for item in entries if item["kind"] == "change" for row in item["rows"]][:30]
    lines = [step({**row, "policy_name": found["name"]}) for row in loud]
    return Page(
        "policy.html",
        found["name"],
        model,
        {
            "lifeline": charts.lifeline(versions, checks) if len(versions) > 1 or checks else None,
            "fact_groups": grouped(stated),
        },
        steps=lines,
        canonical=links.policy(name),
    )


# --- the timeline -----------------------------------------------------------------------------------------


def timeline(versions: Sequence[Row]) -> list[Row]:
    """The history newest first: changes, first versions and editions each on its own; flips, noise and texts
    read anew folded together."""
    entries: list[Row] = []
    for at, row in enumerate(versions):
        until = versions[at + 1]["fetched_at"] if at + 1 < len(versions) else None
        row = {**row, "until": until}
        kind = _kind(row)
        if kind == "quiet" and entries and entries[-1]["kind"] == "quiet":
            entries[-1]["rows"].append(row)
        else:
            entries.append({"kind": kind, "rows": [row]})
    entries.reverse()
    return entries


def _kind(row: Row) -> str:
    if row["kind"] == "edition":
        return "edition"
    if row["kind"] == "upgrade" or row["returns"]:
        return "quiet"
    if row["previous"] is None:
        return "first"
    return "quiet" if row["significance"] in QUIET or row["significance"] is None else "change"


def _told(item: Row, verdicts: dict[int, list[Row]]) -> Row:
    if item["kind"] == "quiet":
        rows = [_quiet(row) for row in reversed(item["rows"])]
        return {"kind": "quiet", "says": gist(item["rows"]), "versions": rows}
    row = item["rows"][0]
    judged = verdicts.get(row["version"], [])
    return {
        **step(row, judged),
        "kind": item["kind"],
        "state": row["state_number"],
        "title": row["title"],
        "version_url": links.version(row["policy"], row["commit_hash"]),
        "doubts": doubts(row),
        "verdicts": [verdict(v) for v in judged],
        "reason": row["reason"],
    }


def _quiet(row: Row) -> Row:
    return {
        "says": quiet_line(row),
        "fetched_at": row["fetched_at"],
        "significance": row["significance"],
        "headline": row["headline"],
        "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
        "version_url": links.version(row["policy"], row["commit_hash"]),
        "commit": row["commit_hash"],
    }


def quiet_line(row: Row) -> str:
    """Why this version is folded: it returns, it was read anew, or nothing of the policy's changed."""
    if row["kind"] == "upgrade":
        return "Read anew: our reading improved, the service changed nothing"
    if row["returns"]:
        stood = words.days_between(row["fetched_at"], row["until"])
        lasting = f" for {words.lasting(stood)}" if row["until"] else ""
        seen = words.day(row["first_seen_at"])
        return f"Returns to state {row['state_number']}, first seen on {seen}{lasting}"
    return f"{words.label(row['significance'])}: {row['reason'] or row['headline'] or 'no change of words'}"


def gist(rows: Sequence[Row]) -> str:
    """A folded group in one line."""
    returns = [row for row in rows if row["returns"] and row["kind"] != "upgrade"]
    if len(rows) == 1 and returns:
        return quiet_line(rows[0])
    if len(returns) == len(rows):
        states = sorted({row["state_number"] for row in rows})
        named = f"state {states[0]}" if len(states) == 1 else "states " + ", ".join(map(str, states[:6]))
        return f"Went back and forth {words.count(len(rows), 'time')} between texts already seen: {named}"
    upgrades = sum(row["kind"] == "upgrade" for row in rows)
    noise = len(rows) - len(returns) - upgrades
    parts = [
        words.count(noise, "version", "versions") + " without a change of the policy" if noise else "",
        words.count(len(returns), "return") + " to an earlier text" if returns else "",
        words.count(upgrades, "text") + " read anew" if upgrades else "",
    ]
    return ", ".join(filter(None, parts)).capitalize()


def doubts(row: Row) -> list[str]:
    return [words.DOUBT.get(flag, flag.replace("_", " ")) for flag in words.listed(row["flags"])]


# --- what stands now ----------------------------------------------------------------------------------------


def _current(row: Row | None, found: Row) -> Row | None:
    if row is None:
        return None
    return {
        "commit": row["commit_hash"],
        "url": links.version(row["policy"], row["commit_hash"]),
        "fetched_at": row["fetched_at"],
        "state": row["state_number"],
        "state_since": found["state_since"],
        "kind": row["kind"],
        "words": row["words"],
        "source": links.web(found["url"]),
        "returns": bool(row["returns"]),
    }


def _stamp(row: Row) -> Row:
    return {
        "role": row["role"],
        "raw": row["raw"],
        "precision": row["precision"],
        "first_on": row["first_on"],
        "last_on": row["last_on"],
        "says": words.stated(row["raw"], row["candidates"]),
        "candidates": row["candidates"],
        "since_at": row["since_at"],
    }


def _promise(row: Row) -> Row:
    return {
        "kind": row["kind"],
        "says": words.promised(row["kind"]),
        "period": words.period(row["period_value"], row["period_unit"]),
        "channels": words.channels(words.listed(row["channels"]), row["channel_logic"]),
        "trigger": row["trigger"],
        "bound": bool(row["bound"]),
        "quote": row["raw"],
        "heading": row["heading"],
        "section": f"s-{anchor_of(row['key'])}" if row["key"] else None,
        "since_at": row["since_at"],
        "commit": row["commit_hash"],
    }


def _section(row: Row, name: str, current: Row | None) -> Row:
    fragment = f"#s-{anchor_of(row['key'])}"
    return {
        "path": row["path"],
        "number": row["number"],
        "heading": row["heading"],
        "title": _title(row),
        "level": row["level"],
        "words": row["words"],
        "since_at": row["since_at"],
        "untouched": bool(row["untouched"]),
        "url": (links.version(name, current["commit_hash"]) + fragment) if current else None,
    }


def _title(row: Row) -> str:
    """The heading with its number, as printed."""
    begins = row["begins"] or ""
    section = Section(
        row["path"] or "", row["key"], row["number"], row["heading"], row["level"], 0, len(begins)
    )
    return title_in(begins, section)


def _fact(row: Row, name: str) -> Row:
    return {
        "kind": row["kind"],
        "label": row["label"],
        "heading": row["heading"],
        "before": row["before"],
        "after": row["after"],
        "direction": row["direction"],
        "fetched_at": row["fetched_at"],
        "url": links.step(name, row["previous_commit"], row["commit_hash"]),
    }


def coverage(checks: Sequence[Row]) -> Row:
    """How well the page was watched: checks by outcome, first and last look, the longest time without one.

    ``blind`` is the longest time in which no check met the text, with the stretch it lies in or between.
    """
    totals: dict[str, int] = {}
    for row in checks:
        totals[row["outcome"]] = totals.get(row["outcome"], 0) + row["count"]
    good = [row for row in checks if row["outcome"] in GOOD]
    return {
        "outcomes": totals,
        "first_at": checks[0]["first_at"] if checks else None,
        "last_at": max((row["last_at"] for row in checks), default=None),
        "count": sum(totals.values()),
        "good_at": max((row["last_at"] for row in good), default=None),
        "blind": max(_blind(good), key=lambda gap: float(gap["seconds"]), default=None),
    }


def _blind(good: Sequence[Row]) -> Iterator[Row]:
    """The times without a check that met the text, within stretches of checks and between them."""
    for row in good:
        if row["gap"]:
            yield {"seconds": row["gap"], "from_at": row["first_at"], "to_at": row["last_at"], "within": True}
    for before, after in pairwise(good):
        seconds = words.seconds_between(before["last_at"], after["first_at"])
        if seconds:
            yield {
                "seconds": seconds, "from_at": before["last_at"], "to_at": after["first_at"], "within": False
            }  # fmt: skip
