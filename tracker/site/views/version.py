"""A version: its text, section by section, with since when each stands."""

from __future__ import annotations

from typing import Any

from tracker import render
from tracker.site import links
from tracker.site.marks import Printer
from tracker.site.redline import anchors, plain_lines, title_of
from tracker.site.store import Row, Store
from tracker.site.texts import Texts
from tracker.site.views import Missing, Page
from tracker.site.views.refs import resolve, told


def version(store: Store, texts: Texts, name: str, ref: str) -> Page:
    policy = store.policy(name)
    if policy is None:
        raise Missing(f"No policy is tracked under the name {name}.")
    row = resolve(store, name, ref)
    reading = texts.reading(name, row["commit_hash"])
    since = store.since_of(name, row["version"])
    older, newer = store.neighbours(name, row["number"])
    printer = Printer(links=True)
    sections, printed = [], []
    for anchor, section in zip(anchors(reading.sections), reading.sections, strict=True):
        lines = plain_lines(reading.text[section.start : section.end])
        if not lines:
            continue
        stands = since.get(section.key)
        sections.append({
            "anchor": anchor,
            "path": section.path,
            "number": section.number,
            "heading": section.heading,
            "level": section.level,
            "since_at": stands["since_at"] if stands else None,
            "since_commit": stands["commit_hash"] if stands else None,
            "fresh": bool(stands and stands["commit_hash"] == row["commit_hash"] and row["previous"]),
        })  # fmt: skip
        printed.append((sections[-1], title_of(section), printer.section(lines, section.heading)))
    model: dict[str, Any] = {
        "policy": _policy(policy),
        "version": told(row),
        "older": _neighbour(older, row, name),
        "newer": _neighbour(newer, row, name),
        "newest": newer is None,
        "sections": sections,
        "reading": render.reading_json(f"{name}@{row['commit_hash']}", reading),
        "text": reading.text,
    }
    return Page(
        "version.html",
        f"{policy['name']}, {row['fetched_at'][:10]}",
        model,
        {"printed": printed},
        lasting=True,
        canonical=links.version(name, row["commit_hash"]),
    )


def _policy(row: Row) -> Row:
    return {
        "policy": row["policy"],
        "name": row["name"],
        "type": row["type"],
        "service": row["service"],
        "service_name": row["service_name"],
        "edition": bool(row["edition"]),
        "page": links.policy(row["policy"]),
    }


def _neighbour(row: Row | None, here: Row, name: str) -> Row | None:
    if row is None:
        return None
    older, newer = (row, here) if row["number"] < here["number"] else (here, row)
    return {
        "fetched_at": row["fetched_at"],
        "commit": row["commit_hash"],
        "url": links.version(name, row["commit_hash"]),
        "diff": links.diff(name, older["commit_hash"], newer["commit_hash"]),
    }
