"""A redline printed and kept: its cards and folds as HTML, its outline, what it amounts to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from markupsafe import Markup

from tracker import shorthand
from tracker.model import SIGNIFICANCES, Change, Comparison, Reading, Section, Significance
from tracker.site import words
from tracker.site.marks import Printer
from tracker.site.redline import Card, Fold, Item, Redline, Run, Stub, lay_out, title_in, title_of
from tracker.site.store import Row, Store
from tracker.site.texts import Texts

SHORT = 6000
"""Words of two versions up to which a step as recorded is printed as fast as what was kept is read."""


def redlined(
    store: Store, texts: Texts, name: str, older: Row, newer: Row, rows: Sequence[Row], side: bool
) -> dict[str, Any]:
    """The redline printed: what is kept, else made now. ``rows`` are the changes as recorded."""
    asked = (store, texts, name, older, newer, rows)
    if is_short(older, newer):
        step = recorded(*asked)
        if step is not None:
            return printed(*step, side)
    return texts.kept.or_make(
        redline_key(name, older, newer, rows, side),
        lambda: printed(*(recorded(*asked) or compared(*asked)), side),
    )


def is_short(older: Row, newer: Row) -> bool:
    """Whether a step between two versions is printed anew for each reader."""
    return (
        bool(newer["previous"] == older["version"])
        and sum(row["words"] or 0 for row in (older, newer)) <= SHORT
    )


def recorded(
    store: Store, texts: Texts, name: str, older: Row, newer: Row, rows: Sequence[Row]
) -> tuple[Reading, Reading, Comparison] | None:
    """A step as the history recorded it, without comparing anew; None for two versions that make no step."""
    if newer["previous"] != older["version"]:
        return None
    packed, before = (store.shorthand(row["version"]) for row in (newer, older))
    if packed is None or before is None:
        return None
    old, new = (texts.text(name, row["commit_hash"]) for row in (older, newer))
    step = shorthand.step(packed, before, old, new)
    if step is None:
        return None
    return outlined(old, step[0]), outlined(new, step[1]), as_recorded(step[2], newer, rows)


def outlined(text: str, sections: tuple[Section, ...]) -> Reading:
    """A reading of which only the sections are known."""
    return Reading(text, None, None, (), sections)


def redline_key(name: str, older: Row, newer: Row, rows: Sequence[Row], side: bool) -> tuple[object, ...]:
    recorded = [(row["kind"], row["significance"], row["reason"], row["tags"]) for row in rows]
    return (
        name,
        older["commit_hash"],
        newer["commit_hash"],
        side,
        newer["significance"],
        newer["reason"],
        recorded,
    )


def compared(
    store: Store, texts: Texts, name: str, older: Row, newer: Row, rows: Sequence[Row]
) -> tuple[Reading, Reading, Comparison]:
    """Any two versions read and compared now."""
    outlines = [store.shorthand(row["version"]) for row in (older, newer)]
    before, after, comparison = texts.comparison(name, older["commit_hash"], newer["commit_hash"], outlines)
    if newer["previous"] == older["version"]:
        comparison = as_recorded(comparison, newer, rows)
    return before, after, comparison


def printed(before: Reading, after: Reading, comparison: Comparison, side: bool) -> dict[str, Any]:
    redline = lay_out(before, after, comparison)
    cards = redline.cards
    return {
        "significance": comparison.significance,
        "reason": comparison.reason,
        "outline": [_outlined(card) for card in cards],
        "totals": _totals(cards),
        "headings": sorted({c.heading.lower() for c in cards if c.significance == "substantive"})[:40],
        "items": list(_items(redline, after.text, side)),
    }


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
        "title": f"{card.lead} {card.heading}".strip(),
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


def _items(redline: Redline, text: str, side: bool) -> Sequence[dict[str, Any]]:
    """The items of the page; ``text`` is the newer one."""
    printer = Printer(redline.moves)
    return [_item(item, text, printer, side) for item in redline.items]


def _item(item: Item, text: str, printer: Printer, side: bool) -> dict[str, Any]:
    if isinstance(item, Stub):
        return {"type": "stub", "stub": asdict(item)}
    if isinstance(item, Fold):
        return {
            "type": "fold",
            "count": len(item.sections),
            "names": [title_of(section) for _, section, _ in item.sections[:4]],
            "sections": [
                (anchor, _headed(section, text), printer.unchanged(lines))
                for anchor, section, lines in item.sections
            ],
        }
    return {
        "type": "card",
        "card": _card(item),
        "runs": [
            {
                "folded": run.folded,
                "lines": len(run.lines),
                "html": _run(printer, run, side),
            }
            for run in item.runs
        ],
    }


def _headed(section: Section, text: str) -> dict[str, Any]:
    title = title_in(text, section) if section.heading else None
    return {"heading": section.heading, "title": title, "level": section.level}


_SAID = (
    "anchor", "heading", "lead", "old_heading", "old_lead", "significance", "reason", "loud", "level",
    "leads_to", "named",
)  # fmt: skip


def _card(card: Card) -> dict[str, Any]:
    """What the page says above the words of a card."""
    return {
        **{name: getattr(card, name) for name in _SAID},
        "kinds": list(card.kinds),
        "notes": list(card.notes),
        "facts": [asdict(fact) for fact in card.facts],
    }


def _run(printer: Printer, run: Run, side: bool) -> Markup:
    if run.folded:
        return printer.whole(run.lines)
    return printer.beside(run.lines) if side else printer.inline(run.lines)
