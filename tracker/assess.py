"""All that is said of one version and of the step to it; a history is a fold of ``assess``."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from tracker import blocks, promises, sections, significance, stamps, verdicts
from tracker.compare import compare
from tracker.model import (
    Assessment,
    Comparison,
    Evidence,
    Memory,
    Pledge,
    Publisher,
    Reading,
    Section,
    State,
    Version,
)  # fmt: skip

_REMEMBERED = 32
"""Texts and comparisons kept at hand: a third of all versions return to a text seen shortly before."""
_PLEDGES = 4
"""How many versions back a promise may still have been in force when a change was posted."""


def read(text: str, *, country: str | None = None, seen_at: datetime | None = None) -> Reading:
    """What a text says: its outline, stamps and promises. Pure; the last texts read are remembered.

    ``country`` (ISO 3166, of the publisher) and ``seen_at`` only narrow or prefer readings of dates.
    """
    reading = _read(text, country)
    if seen_at is None:
        return reading
    return replace(reading, stamps=stamps.seen(reading.stamps, seen_at))


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, country: str | None) -> Reading:
    reading = _outlined(text)
    return replace(
        reading, stamps=stamps.find(text, reading.blocks, language=reading.language, country=country)
    )


@lru_cache(maxsize=_REMEMBERED)
def _outlined(text: str) -> Reading:
    """A reading but for its stamps: they depend on more than the text."""
    cut = blocks.cut(text)
    outline = sections.outline(text, cut)
    language = sections.language(text)
    promised, reserved = promises.read(text, cut, outline, language=language)
    return Reading(
        text=text,
        title=sections.title(text, cut, outline),
        language=language,
        blocks=cut,
        sections=outline,
        promises=promised,
        reservations=reserved,
        noise=sections.noise(text, cut, outline),
    )


_identity = lru_cache(maxsize=_REMEMBERED)(blocks.identity)


@lru_cache(maxsize=_REMEMBERED)
def _compared(older: str, newer: str) -> Comparison:
    """The comparison of two texts under the keys that each has by itself: pages that flap meet it again."""
    return compare(_outlined(older), _outlined(newer))


def forget() -> None:
    """Let go of the texts and comparisons kept at hand: they may be large."""
    for remembered in (_read, _outlined, _identity, _compared):
        remembered.cache_clear()
    significance.forget()


def difference(older: Reading, newer: Reading, memory: Memory | None = None) -> Comparison:
    """The comparison of two readings with its significance; places carry the keys of the readings."""
    comparison = _rekeyed(_compared(older.text, newer.text), older, newer)
    return significance.classify(older, newer, comparison, memory)


def _rekeyed(comparison: Comparison, older: Reading, newer: Reading) -> Comparison:
    """The comparison with the keys that its sections have in these readings."""
    before = _keys(older, [s for change in comparison.changes for s in change.before])
    after = _keys(newer, [s for change in comparison.changes for s in change.after])
    changes = tuple(
        replace(
            change,
            before=tuple(replace(s, key=before[s.key]) for s in change.before),
            after=tuple(replace(s, key=after[s.key]) for s in change.after),
            cause=change.cause and after.get(change.cause, before.get(change.cause, change.cause)),
        )
        for change in comparison.changes
    )
    return replace(comparison, changes=changes)


def _keys(reading: Reading, places: list[Section]) -> dict[str, str]:
    """The key that each of these sections has in the reading, found by its place."""
    own = sections.own_keys(places, reading.sections)
    return {place.key: key for place, key in zip(places, own, strict=True)}


def assess(
    older: Assessment | None,
    version: Version,
    publisher: Publisher | None = None,
    evidence: Evidence | None = None,
) -> Assessment:
    """All that is said of the step from the older assessment to this version.

    ``evidence`` is what was filed of the policy beside its texts: notices and decisions.

    An edition in our own words is never compared with a capture: the first capture after it begins anew.
    """
    if older is not None and older.version.kind == "edition" and version.kind != "edition":
        older = None
    memory = older.memory if older else Memory()
    reading = read(version.text, country=publisher.country if publisher else None, seen_at=version.fetched_at)
    identity = _identity(version.text)
    known = memory.states.get(identity)
    state = known or State(len(memory.states) + 1, identity, version.commit, version.fetched_at)
    comparison = difference(older.reading, reading, memory) if older else None
    if older is not None and comparison is not None:
        carried = sections.carry(older.reading.sections, reading.sections, comparison.pairs, memory.keys)
        reading = replace(reading, sections=carried)
        comparison = _rekeyed(comparison, older.reading, reading)
    returns = known is not None and older is not None and older.state.identity != identity
    judged = verdicts.judge(
        (older.version, older.reading) if older else None,
        (version, reading), comparison, returns, memory, publisher, evidence,
    )  # fmt: skip
    after = _remember(memory, older, reading, state, comparison)
    return Assessment(version, reading, state, returns, comparison, judged, after)


def _remember(
    memory: Memory, older: Assessment | None, reading: Reading, state: State, comparison: Comparison | None
) -> Memory:
    dated = [
        (role, first.isoformat(), last.isoformat())
        for stamp in reading.stamps
        for role in stamp.role
        for first, last in stamp.candidates[:1]
    ]
    memory = replace(
        memory,
        states={**memory.states, state.identity: state},
        keys={**memory.keys, **{sections.slug(s.heading): s.key for s in reading.sections}},
        stamps=tuple(dict.fromkeys([*memory.stamps, *dated])),
    )
    if older is None or comparison is None:
        return replace(memory, pledges=(verdicts.pledged(reading),))
    memory = replace(memory, pledges=_pledges(memory.pledges, reading, comparison))
    return significance.remember(memory, older.reading, reading, comparison)


def _pledges(pledges: tuple[Pledge, ...], reading: Reading, comparison: Comparison) -> tuple[Pledge, ...]:
    """The pledges after a step; a capture that went wrong promised nothing."""
    now = verdicts.pledged(reading)
    if comparison.significance in ("capture", "furniture") or pledges[-1:] == (now,):
        return pledges
    return (*pledges, now)[-_PLEDGES:]
