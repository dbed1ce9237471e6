"""What changed between two versions: the redline, its outline, verdicts, citation."""

from __future__ import annotations

from typing import Any

from tracker import render
from tracker.site import links, words
from tracker.site.store import Store
from tracker.site.texts import Texts
from tracker.site.views import Missing, Page, flags, step, verdict
from tracker.site.views.others import others
from tracker.site.views.redlined import compared, redlined
from tracker.site.views.refs import apart, resolve, told
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
        "edition_apart": apart(older, newer),
    }
    title = (
        f"{policy['name']}: {words.short_day(older['fetched_at'])} to {words.short_day(newer['fetched_at'])}"
    )
    canonical = model["url"]
    if model["edition_apart"]:
        return Page(
            "diff.html", title, {**model, **_nothing()}, {"items": []}, lasting=True, canonical=canonical
        )
    rows = store.changes_of(newer["version"]) if model["consecutive"] else []
    judged = store.verdicts_of([newer["version"]])[newer["version"]] if model["consecutive"] else []
    printed = redlined(store, texts, name, older, newer, rows, side)
    model |= {
        "evidence": links.evidence(name, older["commit_hash"], newer["commit_hash"]),
        "significance": printed["significance"],
        "reason": printed["reason"],
        "headline": newer["headline"] if model["consecutive"] else None,
        "outline": printed["outline"],
        "totals": printed["totals"],
        "verdicts": [verdict(row) for row in judged],
        "flags": flags(judged),
        "others": others(store, policy, printed["headings"], newer) if model["consecutive"] else None,
    }
    lines = [step({**newer, "policy_name": policy["name"]}, judged)] if model["consecutive"] else []

    def more() -> dict[str, Any]:
        return {"comparison": render.comparison_json(compared(store, texts, name, older, newer, rows)[2])}

    return Page(
        "diff.html", title, model, {"items": printed["items"]}, steps=lines or None, lasting=True,
        canonical=canonical, more=more,
    )  # fmt: skip


def _nothing() -> dict[str, Any]:
    return {
        "significance": None, "reason": "", "headline": None, "outline": [], "totals": {},
        "verdicts": [], "flags": [], "comparison": None, "others": None,
    }  # fmt: skip
