"""The dates a text states of itself (NOTICE.md A4, B1).

``dates`` reads dates, ``labels`` the words beside them (``languages`` holds those words), ``places`` where
they stand; ``rules`` and the objections in ``claims`` decide which are stamps, ``narrow`` which of their
readings can stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from tracker.model import Block, Role, Stamp
from tracker.stamps import dates, narrow, relative, rules
from tracker.stamps.claims import Sighting
from tracker.stamps.dates import Dated
from tracker.stamps.narrow import Evidence
from tracker.stamps.places import HEAD_CHARACTERS, TAIL_CHARACTERS, Place, block_at

EDGE = 1200
"""Characters at both ends of a text in which a year may have two figures."""


def find(
    text: str,
    blocks: Sequence[Block],
    *,
    language: str | None = None,
    country: str | None = None,
    seen_at: datetime | None = None,
) -> tuple[Stamp, ...]:
    """The stamps of a text, one for each distinct date and role; those of the whole text first.

    Within that, in order of place. Of several sightings of one date the first is kept. ``seen_at`` (aware)
    and ``country`` (ISO 3166) narrow or order the readings of a numeric date and never add one, save where
    two rules contradict each other: then both readings stand and the basis says "conflict".
    """
    if not blocks:
        return ()
    dated = _dates(text, language)
    sightings = _chosen([s for place in _places(text, blocks, dated) if (s := rules.sighted(place))])
    named = narrow.named(text) if any(d.ambiguous for d in dated) else frozenset()
    evidence = Evidence(
        orders=_orders(s.dated for s in sightings) | named,
        seen=_orders(dated) | named,
        country=country,
        language=language,
        text=text,
    )
    found = [_stamp(s, evidence) for s in sightings] + list(_relative(text, blocks))
    told = tuple(_flagged(_distinct(found)))
    return seen(told, seen_at) if seen_at else told


def seen(stamps: Sequence[Stamp], seen_at: datetime) -> tuple[Stamp, ...]:
    """The stamps of a text as known when it was met at an instant (aware).

    ``find(..., seen_at=t)`` is ``seen(find(...), t)``: a text read once may be met many times.
    """
    known = [relative.at_sight(narrow.at_sight(stamp, seen_at), seen_at) for stamp in stamps]
    return tuple(_flagged(_distinct(known)))


def _dates(text: str, language: str | None) -> list[Dated]:
    found = list(dates.in_text(text, language, max(0, len(text) - TAIL_CHARACTERS)))
    head = min(EDGE, len(text))
    found += dates.short(text, 0, head)
    found += dates.short(text, max(head, len(text) - EDGE), len(text))
    return sorted(found, key=lambda d: d.start)


def _places(text: str, blocks: Sequence[Block], dated: Sequence[Dated]) -> Iterator[Place]:
    last = 0
    for one in dated:
        if one.start < last:
            continue
        index = block_at(blocks, one.start)
        if blocks[index].kind != "fence":
            yield Place(text, blocks, index, one, max(last, blocks[index].body_start))
        last = one.end


def _orders(dated: Iterator[Dated] | Sequence[Dated]) -> frozenset[dates.Order]:
    return frozenset(d.order for d in dated if d.order)


def _chosen(sightings: list[Sighting]) -> list[Sighting]:
    """Without lists of revisions, and without weak sightings where a better one of the role stands."""
    kept = _published(_parts(_without_lists(sightings)))
    for role in ("updated", "effective"):
        stated = any(role in s.roles and s.weak in ("", "published") for s in kept)
        kept = [s for s in kept if not (stated and s.weak in ("bare", "version") and s.roles == (role,))]
    return sorted(_one_bare(kept), key=lambda s: (s.rank, _first_only(s, kept), s.dated.start))


def _first_only(one: Sighting, others: list[Sighting]) -> bool:
    """Whether it dates the first version only: "in force since X; last changed, and in force, on Y"."""
    last = (o for o in others if o.rank == one.rank and set(o.roles) == {"updated", "effective"})
    return one.roles == ("effective",) and any(o.dated.readings > one.dated.readings for o in last)


def _parts(sightings: list[Sighting]) -> list[Sighting]:
    """A stamp at the tail that repeats the label of one in mid-text is that of the last part."""
    middle = {s.label for s in sightings if s.rank == 1}
    return [replace(s, rank=1) if s.label in middle and not s.place.head else s for s in sightings]


def _published(sightings: list[Sighting]) -> list[Sighting]:
    """A text that states of itself only when it was published was last updated then."""
    if any("updated" in s.roles and not s.rank and not s.weak for s in sightings):
        return sightings
    return [
        replace(s, roles=("updated", "published"))
        if s.roles == ("published",) and "first" not in s.label and "original" not in s.label
        else s
        for s in sightings
    ]


def _one_bare(sightings: list[Sighting]) -> list[Sighting]:
    """Of bare dates one: the first at the head, else the last at the tail."""
    bare = [s for s in sightings if s.weak == "bare" and "updated" in s.roles]
    if len(bare) < 2:
        return sightings
    chosen = bare[0] if bare[0].place.head else max(bare, key=lambda s: s.dated.readings)
    return [s for s in sightings if s is chosen or s not in bare]


def _without_lists(sightings: list[Sighting]) -> list[Sighting]:
    """Three and more different dates under one label on neighbouring lines are a history of the text.

    Of a history at the head or the tail the newest stays, if nothing else states that role.
    """
    dropped: set[int] = set()
    for run in _runs(sightings):
        if len({s.dated.readings for s in run}) < 3:
            continue
        dropped.update(id(s) for s in run)
        elsewhere = any(s.roles == run[0].roles and id(s) not in dropped for s in sightings)
        if not elsewhere and (run[0].place.head or run[-1].place.tail):
            dropped.discard(id(max(run, key=lambda s: s.dated.readings)))
    return [s for s in sightings if id(s) not in dropped]


def _runs(sightings: list[Sighting]) -> Iterator[list[Sighting]]:
    """Sightings under one label whose lines are neighbours."""
    run: list[Sighting] = []
    for one in sightings:
        if run and (one.label != run[-1].label or one.place.index - run[-1].place.index > 3):
            yield run
            run = []
        run.append(one)
    yield run


def _stamp(one: Sighting, evidence: Evidence) -> Stamp:
    dated = one.dated
    narrowed = narrow.narrow(dated, evidence)
    basis = [f"{one.weak} date"] if one.weak else []
    return Stamp(
        role=one.roles,
        raw=evidence.text[dated.start : dated.end],
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        candidates=tuple(dated.readings[i] for i in narrowed.standing),
        preferred=narrowed.preferred,
        basis=(*basis, *narrowed.basis),
        label=one.label,
    )


def _relative(text: str, blocks: Sequence[Block]) -> Iterator[Stamp]:
    """Stamps that count back from the day of reading; without candidates until that is known."""
    for one in relative.in_text(text, 0, min(len(text), HEAD_CHARACTERS)):
        index = block_at(blocks, one.start)
        dated = Dated(one.start, one.end, one.precision, ())
        if sighting := rules.labelled(Place(text, blocks, index, dated, blocks[index].body_start)):
            raw = text[one.start : one.end]
            basis = (relative.BASIS,)
            yield Stamp(
                sighting.roles, raw, one.start, one.end, one.precision, (), None, basis, sighting.label
            )


def _distinct(found: list[Stamp]) -> list[Stamp]:
    """Repeated stamps once; a role already stated for the same days is not stated again."""
    kept: list[Stamp] = []
    told: set[tuple[Role, object]] = set()
    for stamp in found:
        same = stamp.candidates or stamp.raw
        roles = tuple(role for role in stamp.role if (role, same) not in told)
        told.update((role, same) for role in roles)
        if roles:
            kept.append(replace(stamp, role=roles))
    return kept


def _flagged(stamps: list[Stamp]) -> list[Stamp]:
    """Different stamps of one role say so of each other."""
    times = Counter(role for stamp in stamps for role in stamp.role)
    return [replace(stamp, basis=(*_unflagged(stamp), *_flags(stamp, times))) for stamp in stamps]


def _flags(stamp: Stamp, times: Counter[Role]) -> Iterator[str]:
    return (f"one of {times[role]} {role} dates" for role in stamp.role if times[role] > 1)


def _unflagged(stamp: Stamp) -> Iterator[str]:
    return (why for why in stamp.basis if not why.startswith("one of "))
