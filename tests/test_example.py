"""Quillfern, the service that does not exist: what must be seen in its history is written beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tracker.assess import assess
from tracker.model import Assessment, Publisher, Version

FOLDER = Path(__file__).parents[1] / "seeds" / "example"
HISTORY: dict[str, list[dict[str, Any]]] = yaml.safe_load((FOLDER / "history.yml").read_text())
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load((FOLDER / "expected.yml").read_text())
CASES = [
    pytest.param(policy, number, id=f"{policy}-{number + 1:02}-{row.get('about', 'first')}")
    for policy, rows in EXPECTED.items()
    for number, row in enumerate(rows)
]


@cache
def steps(policy: str) -> list[Assessment]:
    publisher = Publisher("quillfern", "Quillfern", "IE", "Europe/Dublin")
    told: list[Assessment] = []
    for number, row in enumerate(HISTORY[policy]):
        text = (FOLDER / row["text"]).read_text()
        at, seen = utc(row["fetched_at"]), row.get("last_seen_at")
        version = Version(
            policy, f"c{number}", text, at, utc(seen) if seen else None, row.get("kind", "capture")
        )
        told.append(assess(told[-1] if told else None, version, publisher))
    return told


def utc(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def told(step: Assessment, wanted: dict[str, Any]) -> dict[str, Any]:
    """What was said of a step, in the words of ``expected.yml``, as far as it was asked."""
    comparison = step.comparison
    found: dict[str, Any] = {name: wanted[name] for name in ("about",) if name in wanted}
    if "worth" in wanted:
        found["worth"] = comparison and comparison.significance
    if "changes" in wanted:
        kinds: dict[str, set[str | None]] = {}
        for change in comparison.changes if comparison else ():
            kinds.setdefault(change.kind, set()).update(s.heading for s in change.after or change.before)
        found["changes"] = {
            kind: [h for h in headings if h in kinds.get(kind, ())]
            for kind, headings in wanted["changes"].items()
        }
    if "facts" in wanted:
        facts = {f.label: f"{f.before} -> {f.after}" for f in comparison.facts} if comparison else {}
        found["facts"] = {label: facts.get(label) for label in wanted["facts"]}
    if "verdicts" in wanted:
        verdicts = {v.facet: f"{v.value} {v.truth}" for v in reversed(step.verdicts)}
        found["verdicts"] = {facet: verdicts.get(facet) for facet in wanted["verdicts"]}
        if "timing" in wanted["verdicts"]:
            found["verdicts"]["timing"] = [
                f"{v.value} {v.truth}" for v in step.verdicts if v.facet == "timing"
            ][-1]
    if "returns" in wanted:
        found["returns"] = step.state.number if step.returns else None
    return found


@pytest.mark.parametrize(("policy", "number"), CASES)
def test_what_must_be_seen_is_seen(policy: str, number: int) -> None:
    wanted = EXPECTED[policy][number]

    assert told(steps(policy)[number], wanted) == wanted


def test_every_kind_of_change_and_of_worth_is_shown() -> None:
    rows = [row for rows in EXPECTED.values() for row in rows]
    kinds = {kind for row in rows for kind in row.get("changes", {})}
    worth = {row["worth"] for row in rows if "worth" in row}

    assert (kinds, worth) == (
        {"added", "reworded", "renamed", "renumbered", "moved", "split", "joined", "removed"},
        {"substantive", "editorial", "stamp", "layout", "furniture", "capture"},
    )
