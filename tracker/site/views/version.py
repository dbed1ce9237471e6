"""A version: its text, section by section, with since when each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker import render, shorthand
from tracker.model import Section, Version
from tracker.site import links, words
from tracker.site.marks import Printer
from tracker.site.redline import Line, Piece, anchors, below, lines_of, printed_title, written
from tracker.site.store import Row, Store
from tracker.site.texts import Texts
from tracker.site.views import Missing, Page
from tracker.site.views.refs import resolve, told

TRACED = 120
"""Versions through which sentences are traced back, newest first; older ones are not asked."""


def version(store: Store, texts: Texts, name: str, ref: str, dated: bool = False) -> Page:
    """With ``dated``, each sentence says since when it stands."""
    policy = store.policy(name)
    if policy is None:
        raise Missing(f"No policy is tracked under the name {name}.")
    row = resolve(store, name, ref)
    text = texts.text(name, row["commit_hash"])
    packed = store.shorthand(row["version"])
    outline = shorthand.outline(packed, text) if packed else texts.reading(name, row["commit_hash"]).sections
    since = store.since_of(name, row["version"])
    older, newer = store.neighbours(name, row["number"])
    printer = Printer(links=True)
    traced = _traced(store, texts, name, row) if dated else None
    sections, printed = [], []
    for anchor, section in zip(anchors(outline), outline, strict=True):
        lines = written(text[section.start : section.end])
        if not lines:
            continue
        sections.append(_section(anchor, section, since.get(section.key), row))
        if traced:
            words_there = printer.whole(below(_lines(text, section, traced), lines[0], section))
        else:
            words_there = printer.unchanged(below(lines, lines[0], section))
        printed.append((sections[-1], printed_title(lines[0], section), words_there))
    model: dict[str, Any] = {
        "policy": _policy(policy),
        "version": told(row),
        "older": _neighbour(older, row, name),
        "newer": _neighbour(newer, row, name),
        "newest": newer is None,
        "evidence": _evidence(row, name),
        "dated": dated,
        "sentences": traced.told if traced else None,
        "traced_to": traced.reach if traced else None,
        "sections": sections,
        "text": text,
    }

    def more() -> dict[str, Any]:
        reading = texts.reading(name, row["commit_hash"])
        return {"reading": render.reading_json(f"{name}@{row['commit_hash']}", reading)}

    return Page(
        "version.html",
        f"{policy['name']}, {row['fetched_at'][:10]}",
        model,
        {"printed": printed},
        lasting=True,
        more=more,
        canonical=links.version(name, row["commit_hash"]),
    )


def _section(anchor: str, section: Section, stands: Row | None, row: Row) -> dict[str, Any]:
    """A section of a version, and since when it stands so."""
    return {
        "anchor": anchor,
        "path": section.path,
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "since_at": stands["since_at"] if stands else None,
        "since_commit": stands["commit_hash"] if stands else None,
        "fresh": bool(stands and stands["commit_hash"] == row["commit_hash"] and row["previous"]),
    }


@dataclass(frozen=True, slots=True)
class Traced:
    """Sentences with the run of one date they belong to: (start, end, (number of the run, date))."""

    marks: list[tuple[int, int, tuple[int, str]]]
    told: list[Row]
    reach: str | None
    """When the oldest version asked was fetched, if there are older ones that were not."""


def _traced(store: Store, texts: Texts, name: str, row: Row) -> Traced:
    rows = [v for v in store.versions_of(name) if v["number"] <= row["number"] and v["state"] is not None]
    asked = rows[-TRACED:]
    begins = max((i for i, v in enumerate(asked) if v["kind"] == "edition"), default=-1)
    if row["kind"] != "edition":
        asked = asked[begins + 1 :]
    found = texts.blame([_bare(v) for v in asked])
    text = texts.text(name, row["commit_hash"])
    marks: list[tuple[int, int, tuple[int, str]]] = []
    told: list[Row] = []
    for sentence in found:
        stands = sentence.touched or sentence.since
        day = words.short_day(stands.fetched_at.isoformat())
        if not marks or marks[-1][2][1] != day:
            marks.append((sentence.start, sentence.end, (len(marks), day)))
        else:
            marks[-1] = (marks[-1][0], sentence.end, marks[-1][2])
        told.append({
            "start": sentence.start,
            "end": sentence.end,
            "since_at": _instant(sentence.since),
            "since_commit": sentence.since.commit,
            "reworded_at": _instant(sentence.touched) if sentence.touched else None,
            "words": " ".join(text[sentence.start : sentence.end].split())[:140],
        })  # fmt: skip
    return Traced(marks, told, asked[0]["fetched_at"] if len(rows) > len(asked) and asked else None)


def _bare(row: Row) -> Version:
    at = datetime.fromisoformat(row["fetched_at"].replace("Z", "+00:00"))
    return Version(row["policy"], row["commit_hash"], "", at, None, kind=row["kind"])


def _instant(version: Version) -> str:
    return version.fetched_at.isoformat().replace("+00:00", "Z")


def _lines(text: str, section: Section, traced: Traced) -> Sequence[Line]:
    """The lines of a section, with since when each of its sentences stands."""
    pieces: list[Piece] = []
    at = section.start
    first = bisect_right(traced.marks, (section.start, -1, (0, ""))) - 1
    for start, end, since in traced.marks[max(first, 0) :]:
        if start >= section.end:
            break
        low, high = max(start, at), min(end, section.end)
        if low >= high:
            continue
        pieces += [Piece("equal", text[at:low]), Piece("equal", text[low:high], since=since)]
        at = high
    return lines_of([*pieces, Piece("equal", text[at : section.end])])


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


def _evidence(row: Row, name: str) -> str | None:
    """The evidence for the step that led to this version, if one did."""
    before = row["previous_commit"]
    return links.evidence(name, before, row["commit_hash"]) if before else None


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
