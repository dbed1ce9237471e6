"""A version: its text, section by section, with since when each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tracker import render
from tracker.model import Section, Version
from tracker.site import links, words
from tracker.site.marks import Printer
from tracker.site.redline import Line, Piece, anchors, below_heading, lines_of, plain_lines, printed_title
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
    reading = texts.reading(name, row["commit_hash"])
    since = store.since_of(name, row["version"])
    keyed = lasting(reading.sections, set(since), store.names_of(name))
    older, newer = store.neighbours(name, row["number"])
    printer = Printer(links=True)
    traced = _traced(store, texts, name, row) if dated else None
    sections, printed = [], []
    for anchor, section in zip(anchors(keyed), keyed, strict=True):
        lines = _lines(reading.text, section, traced)
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
        printed.append(
            (sections[-1], printed_title(lines, section), printer.whole(below_heading(lines, section)))
        )
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


def lasting(
    sections: Sequence[Section], known: set[str], names: Sequence[tuple[str, str]]
) -> tuple[Section, ...]:
    """The sections under the keys that the history gave them: a renamed section keeps its first key.

    ``known`` are the keys of the history that this text has; ``names`` are (heading, key) of all sections.
    """
    free = known - {section.key for section in sections}
    by_name: dict[str, str] = {}
    for heading, key in names:
        if key in free:
            by_name.setdefault(heading.casefold(), key)
    keyed = []
    for section in sections:
        named = None if section.key in known else by_name.get((section.heading or "").casefold())
        if named in free:
            free.remove(named)
            keyed.append(replace(section, key=named))
        else:
            keyed.append(section)
    return tuple(keyed)


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


def _lines(text: str, section: Section, traced: Traced | None) -> Sequence[Line]:
    if traced is None:
        return plain_lines(text[section.start : section.end])
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
