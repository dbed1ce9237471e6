"""What there is to tell of one version: its changes, verdicts and dates, as the database holds them.

The words come from two places: passages (the words added and removed, from the database) decide who hears of
a change; sentences (from the texts before and after, when they can be read) tell it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.blocks import content_key, normalised, sentences, visible
from tracker.model import Significance

TextAt = Callable[[str, str], str]
"""(commit, policy) -> the text of the policy as it stood there."""

_LARGEST = 200_000
"""Characters of a section whose sentences are compared; of a larger one the passages are told."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A version that may be news, before anything of it is read."""

    version: int
    commit: str
    before: str
    """Commit of the version before."""
    service: str
    significance: Significance
    returns: bool


@dataclass(frozen=True, slots=True)
class ChangeNews:
    """One change of one section."""

    kind: str
    significance: Significance
    headline: str
    key: str | None
    """The section's lasting key."""
    heading: str | None
    reason: str
    added: str
    """Words that came, as in the table of passages."""
    removed: str
    before: tuple[str, ...] = ()
    """Sentences that stand no longer, as a reader sees them."""
    after: tuple[str, ...] = ()
    """Sentences that are new."""


@dataclass(frozen=True, slots=True)
class FactNews:
    """``Security logs: 12 months -> 6 months``, and the key of the section that says so."""

    key: str | None
    told: str
    moved: bool
    """True when it went from one value to another; what only came or went may stand in other words."""


@dataclass(frozen=True, slots=True)
class VerdictNews:
    """One facet judged, with what is still open and the words of the promise it rests on."""

    facet: str
    value: str
    truth: str
    reason: str
    conditions: tuple[str, ...]
    promise: str | None


@dataclass(frozen=True, slots=True)
class News:
    """One version that changed something."""

    version: int
    commit: str
    before: str
    """Commit of the version before."""
    policy: str
    service: str
    service_name: str
    policy_name: str
    policy_type: str
    significance: Significance
    headline: str
    state: int
    returns: bool
    fetched_at: str
    last_seen_at: str | None
    updated_on: str | None
    effective_on: str | None
    updated: str | None
    """The date of update as far as the text fixes it: ``2026-04``, ``2024-02-05 or 2024-05-02``."""
    effective: str | None
    changes: tuple[ChangeNews, ...]
    verdicts: tuple[VerdictNews, ...]
    facts: tuple[FactNews, ...]
    vanished: frozenset[str] = frozenset()
    """Of the quotes asked for, those that stood in the text before and stand in this one no longer."""


_HAPPENED = """
select versions.version, versions.commit_hash, older.commit_hash as before, versions.service,
    versions.significance, versions.returns
from versions join versions as older on older.version = versions.previous
where versions.kind = 'capture' and versions.significance is not null
    and versions.version > :after and versions.fetched_at >= :day
order by versions.version
"""
_VERSIONS = """
select versions.*, older.commit_hash as before, services.name as service_name, policies.name as policy_name,
    policies.type as policy_type
from versions
join versions as older on older.version = versions.previous
join policies on policies.policy = versions.policy
join services on services.service = versions.service
where versions.version in (select value from json_each(?))
order by versions.version
"""
_CHANGES = """
select changes.*, sections.key, coalesce(added.text, '') as added_text,
    coalesce(removed.text, '') as removed_text
from changes
left join sections on sections.section = changes.section
left join passages as added on added.passage = changes.added
left join passages as removed on removed.passage = changes.removed
where changes.version = ? order by changes.change
"""
_VERDICTS = """
select verdicts.*, coalesce(promises.raw, json_extract(verdicts.evidence, '$.promise')) as promise_raw
from verdicts left join promises on promises.promise = verdicts.promise
where verdicts.version = ? order by verdicts.verdict
"""
_FACTS = """
select fact_changes.*, sections.key from fact_changes
left join sections on sections.section = fact_changes.section
where version = ? order by fact_change
"""


def happened(database: sqlite3.Connection, after: int = 0, day: str = "") -> list[Happening]:
    """Versions after the one with this id and not before this day (ISO), in order of recording.

    First versions, editions and upgrades are no news: nothing changed that the service did.
    """
    rows = database.execute(_HAPPENED, {"after": after, "day": day})
    return [
        Happening(
            row["version"],
            row["commit_hash"],
            row["before"],
            row["service"],
            row["significance"],
            bool(row["returns"]),
        )
        for row in rows
    ]


def told(
    database: sqlite3.Connection,
    versions: Sequence[int],
    text_at: TextAt | None = None,
    quotes: frozenset[str] = frozenset(),
) -> Iterator[News]:
    """The news of these versions, in order of recording; without texts, no sentences and no quotes."""
    for row in database.execute(_VERSIONS, [json.dumps(list(versions))]):
        yield _news(database, row, text_at, quotes)


def is_built(database: sqlite3.Connection) -> bool:
    """True when there is a table of versions."""
    return bool(database.execute("select 1 from sqlite_master where name = 'versions'").fetchone())


def newest(database: sqlite3.Connection) -> int:
    """The id of the newest version; 0 when there is none."""
    return int(database.execute("select coalesce(max(version), 0) from versions").fetchone()[0])


def commit_of(database: sqlite3.Connection, version: int) -> str | None:
    """The commit that recorded a version."""
    row = database.execute("select commit_hash from versions where version = ?", [version]).fetchone()
    return str(row[0]) if row else None


def _news(
    database: sqlite3.Connection, row: sqlite3.Row, text_at: TextAt | None, quotes: frozenset[str]
) -> News:
    version, policy = row["version"], row["policy"]
    older = text_at(row["before"], policy) if text_at else ""
    newer = text_at(row["commit_hash"], policy) if text_at else ""
    return News(
        version=version,
        commit=row["commit_hash"],
        before=row["before"],
        policy=policy,
        service=row["service"],
        service_name=row["service_name"],
        policy_name=row["policy_name"],
        policy_type=row["policy_type"],
        significance=row["significance"],
        headline=row["headline"] or "",
        state=row["state_number"] or 0,
        returns=bool(row["returns"]),
        fetched_at=row["fetched_at"],
        last_seen_at=row["last_seen_at"],
        updated_on=row["updated_on"],
        effective_on=row["effective_on"],
        updated=row["updated"],
        effective=row["effective"],
        changes=tuple(_change(change, older, newer) for change in database.execute(_CHANGES, [version])),
        verdicts=tuple(map(_verdict, database.execute(_VERDICTS, [version]))),
        facts=tuple(map(_fact, database.execute(_FACTS, [version]))),
        vanished=_vanished(quotes, older, newer),
    )


def _change(row: sqlite3.Row, older: str, newer: str) -> ChangeNews:
    before, after = _differing(
        older[row["old_start"] or 0 : row["old_end"] or 0], newer[row["new_start"] or 0 : row["new_end"] or 0]
    )
    return ChangeNews(
        row["kind"], row["significance"], row["headline"], row["key"],
        row["heading"] or row["heading_before"], row["reason"], row["added_text"], row["removed_text"],
        before, after,
    )  # fmt: skip


def _differing(older: str, newer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of two texts that do not stand in the other, in order."""
    if max(len(older), len(newer)) > _LARGEST:
        return (), ()
    cut = [[text[a:b] for a, b in sentences(text, 0, len(text))] for text in (older, newer)]
    keys = [[content_key(sentence) for sentence in side] for side in cut]
    known = [set(keys[1]), set(keys[0])]
    before, after = (
        tuple(
            " ".join(visible(sentence).split())
            for sentence, key in zip(side, own, strict=True)
            if key and key not in other
        )
        for side, own, other in zip(cut, keys, known, strict=True)
    )
    return before, after


def _vanished(quotes: frozenset[str], older: str, newer: str) -> frozenset[str]:
    if not quotes:
        return frozenset()
    old, new = _seen(older), _seen(newer)
    return frozenset(quote for quote in quotes if _seen(quote) in old and _seen(quote) not in new)


def _seen(text: str) -> str:
    return " ".join(normalised(text).split()).casefold()


def _verdict(row: sqlite3.Row) -> VerdictNews:
    conditions = tuple(map(str, json.loads(row["conditions"])))
    return VerdictNews(
        row["facet"], row["value"], row["truth"], row["reason"], conditions, row["promise_raw"]
    )


def _fact(row: sqlite3.Row) -> FactNews:
    heading, label = row["heading"] or "", row["label"].strip() or row["kind"]
    about = label if not heading or heading.casefold() == label.casefold() else f"{heading}, {label}"
    if row["before"] is None:
        return FactNews(row["key"], f"{about}: {row['after']} added", False)
    if row["after"] is None:
        return FactNews(row["key"], f"{about}: {row['before']} removed", False)
    return FactNews(row["key"], f"{about}: {row['before']} -> {row['after']}", True)
