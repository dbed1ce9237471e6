"""What changed between two versions: the redline, its outline, verdicts, citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from tracker import render
from tracker.model import SIGNIFICANCES, Change, Comparison, Significance
from tracker.site import links, words
from tracker.site.marks import Printer
from tracker.site.redline import Card, Fold, Item, Line, Redline, Run, Stub, lay_out, title_of
from tracker.site.store import Row, Store
from tracker.site.texts import Texts
from tracker.site.views import Missing, Page, flags, step, verdict
from tracker.site.views.refs import resolve, told
from tracker.site.views.version import _policy


def diff(store: Store, texts: Texts, name: str, first: str, second: str, side: bool = False) -> Page:
    policy = store.policy(name)
    if policy is None:
        raise Missing(f"No policy is tracked under the name {name}.")
    older, newer = resolve(store, name, first), resolve(store, name, second)
    model: dict[str, Any] = {
        "policy": _policy(policy),
        "older": told(older),
        "newer": told(newer),
        "side": side,
        "consecutive": newer["previous"] == older["version"],
        "url": links.diff(name, older["commit_hash"], newer["commit_hash"]),
        "edition_apart": (older["kind"] == "edition") != (newer["kind"] == "edition"),
    }
    title = (
        f"{policy['name']}: {words.short_day(older['fetched_at'])} to {words.short_day(newer['fetched_at'])}"
    )
    canonical = model["url"]
    if model["edition_apart"]:
        return Page(
            "diff.html", title, {**model, **_nothing()}, {"items": []}, lasting=True, canonical=canonical
        )
    before, after, comparison = texts.comparison(name, older["commit_hash"], newer["commit_hash"])
    judged: list[Row] = []
    if model["consecutive"]:
        comparison = as_recorded(comparison, newer, store.changes_of(newer["version"]))
        judged = store.verdicts_of([newer["version"]])[newer["version"]]
    redline = lay_out(before, after, comparison)
    headings = sorted({c.heading.lower() for c in redline.cards if c.significance == "substantive"})[:40]
    model |= {
        "significance": comparison.significance,
        "reason": comparison.reason,
        "headline": newer["headline"] if model["consecutive"] else None,
        "outline": [_outlined(card) for card in redline.cards],
        "totals": _totals(redline.cards),
        "verdicts": [verdict(row) for row in judged],
        "flags": flags(judged),
        "comparison": render.comparison_json(comparison),
        "others": _others(store, name, headings, newer),
    }
    lines = [step({**newer, "policy_name": policy["name"]}, judged)] if model["consecutive"] else []
    return Page("diff.html", title, model, {"items": list(_printed(redline, side))}, steps=lines or None,
                lasting=True, canonical=canonical)  # fmt: skip


def _nothing() -> dict[str, Any]:
    return {
        "significance": None, "reason": "", "headline": None, "outline": [], "totals": {},
        "verdicts": [], "flags": [], "comparison": None, "others": [],
    }  # fmt: skip


def as_recorded(comparison: Comparison, newer: Row, rows: Sequence[Row]) -> Comparison:
    """The comparison with the significance that the history gave it, which knew what came before.

    What differs from version to version without end is known as furniture only from the history.
    """
    known = {(row["kind"], row["new_start"], row["old_start"]): row for row in rows}
    changes = tuple(_as_recorded(change, known) for change in comparison.changes)
    strongest = newer["significance"]
    if strongest not in SIGNIFICANCES:
        return replace(comparison, changes=changes)
    return replace(
        comparison, changes=changes, significance=strongest, reason=newer["reason"] or comparison.reason
    )


def _as_recorded(change: Change, known: dict[tuple[str, int | None, int | None], Row]) -> Change:
    new = change.after[0].start if change.after else None
    old = change.before[0].start if change.before else None
    row = known.get((change.kind, new, old))
    if row is None:
        return change
    significance: Significance = row["significance"]
    return replace(
        change, significance=significance, reason=row["reason"], tags=tuple(words.listed(row["tags"]))
    )


def _outlined(card: Card) -> dict[str, Any]:
    return {
        "anchor": card.anchor,
        "number": card.number,
        "heading": card.heading,
        "kinds": list(card.kinds),
        "significance": card.significance,
        "loud": card.loud,
    }


def _totals(cards: Sequence[Card]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for card in cards:
        totals[card.significance] = totals.get(card.significance, 0) + 1
    return {name: totals[name] for name in SIGNIFICANCES if name in totals}


def _others(store: Store, name: str, headings: Sequence[str], newer: Row) -> list[dict[str, Any]]:
    return [
        {
            "policy": row["policy"],
            "name": row["name"],
            "headline": row["headline"],
            "fetched_on": row["fetched_on"],
            "url": links.step(row["policy"], row["previous_commit"], row["commit_hash"]),
        }
        for row in store.others_lately(name, headings, newer["fetched_at"][:10], 6)
    ]


# --- the redline printed ----------------------------------------------------------------------------------


def _printed(redline: Redline, side: bool) -> Sequence[dict[str, Any]]:
    printer = Printer(redline.moves)
    return [_item(item, printer, side) for item in redline.items]


def _item(item: Item, printer: Printer, side: bool) -> dict[str, Any]:
    if isinstance(item, Stub):
        return {"type": "stub", "stub": item}
    if isinstance(item, Fold):
        return {
            "type": "fold",
            "count": len(item.sections),
            "names": [title_of(section) for _, section, _ in item.sections[:4]],
            "sections": [(anchor, section, printer.whole(lines)) for anchor, section, lines in item.sections],
        }
    return {
        "type": "card",
        "card": item,
        "runs": [
            {
                "folded": run.folded,
                "lines": len(run.lines),
                "html": _run(printer, run, side),
            }
            for run in item.runs
        ],
    }


def _run(printer: Printer, run: Run, side: bool) -> Markup:
    if run.folded:
        return printer.whole(run.lines)
    return _sides(printer, run.lines) if side else printer.inline(run.lines)


def _sides(printer: Printer, lines: Sequence[Line]) -> Markup:
    rows = [
        f'<div class="was{" on" if changed and old else ""}">{old}</div>'
        f'<div class="now{" on" if changed and new else ""}">{new}</div>'
        for old, new, changed in printer.side(lines)
    ]
    return Markup(f'<div class="sides">{"".join(rows)}</div>')
