"""The facts a policy states now, each with what it was before, as far as changes of it are on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracker import facts
from tracker.model import Fact
from tracker.site import links, words
from tracker.site.kept import Kept
from tracker.site.redline import anchor_of
from tracker.site.store import Row, Store

SHOWN = 60
"""Facts of one kind that the page prints; its JSON twin has all."""

Told = dict[str, Any]


def standing(store: Store, kept: Kept, name: str, commit: str) -> list[Told]:
    """The facts stated by the sections that stand, in order of kind and place; ``commit`` is the newest's.

    Reading them takes longer than printing the page, so they are kept: the same commit states the same.
    """
    return list(kept.or_make(facts_key(name, commit), lambda: {"facts": read(store, name)})["facts"])


def facts_key(name: str, commit: str) -> tuple[object, ...]:
    return "facts", name, commit


def read(store: Store, name: str) -> list[Told]:
    """Each fact once, however many sections state it, with the first of them."""
    found: dict[tuple[str, str, str], Told] = {}
    for section in store.texts_of(name):
        for fact in facts.find(section["text"] or ""):
            known = found.setdefault(_key(fact), _fact(fact, section))
            known["places"] += 1
    return sorted(found.values(), key=lambda fact: _rank(fact["kind"]))


def _key(fact: Fact) -> tuple[str, str, str]:
    """A contact is the same under whatever words; of all else the words say what it is of."""
    return fact.kind, "" if fact.kind == "contact" else fact.label.casefold(), fact.value


def _fact(fact: Fact, section: Row) -> Told:
    return {
        "kind": fact.kind,
        "label": fact.label,
        "value": fact.value,
        "heading": section["heading"],
        "anchor": f"s-{anchor_of(section['key'])}",
        "places": 0,
    }


def _rank(kind: str) -> int:
    kinds = list(words.FACTS)
    return kinds.index(kind) if kind in kinds else len(kinds)


def with_history(stated: Iterable[Told], changes: Sequence[Row], name: str) -> list[Told]:
    """The facts with ``since_at`` and ``before``, newest first: what led to the value that stands.

    ``changes`` are the fact changes on record, newest first. A fact is followed back from value to value
    under the same words; where no change leads to it, ``since_at`` is None and ``before`` is empty.
    """
    by_label: Mapping[tuple[str, str], list[Row]] = defaultdict(list)
    for row in changes:
        by_label[row["kind"], row["label"].casefold()].append(row)
    return [
        {**fact, **_history(fact, by_label[fact["kind"], fact["label"].casefold()], name)} for fact in stated
    ]


def _history(fact: Told, changes: Sequence[Row], name: str) -> Told:
    value: str | None = fact["value"]
    steps: list[Row] = []
    for row in changes:
        if value is not None and row["after"] == value:
            steps.append(row)
            value = row["before"]
    return {
        "since_at": steps[0]["fetched_at"] if steps else None,
        "url": _step(steps[0], name) if steps else None,
        "before": [
            {"value": row["before"], "until_at": row["fetched_at"], "url": _step(row, name)}
            for row in steps
            if row["before"] is not None
        ],
    }


def _step(row: Row, name: str) -> str:
    return links.step(name, row["previous_commit"], row["commit_hash"])


def grouped(told: Sequence[Told]) -> list[Told]:
    """The facts by kind, for print: the first of each and how many there are."""
    groups: dict[str, list[Told]] = {}
    for fact in told:
        groups.setdefault(fact["kind"], []).append(fact)
    return [
        {"kind": kind, "title": words.facts(kind), "count": len(members), "facts": members[:SHOWN]}
        for kind, members in groups.items()
    ]
