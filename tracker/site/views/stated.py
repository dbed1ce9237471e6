"""What versions state of their own dates, as far as the texts state them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.site import words
from tracker.site.store import Row, Store


def dated(store: Store, rows: Sequence[Row]) -> list[Row]:
    """The rows of versions with ``updated`` and ``effective`` said in words, None where none is stated."""
    said = stated(store, (row["version"] for row in rows if row["version"] is not None))
    return [{**row, "updated": None, "effective": None, **said.get(row["version"], {})} for row in rows]


def stated(store: Store, versions: Iterable[int]) -> dict[int, dict[str, str]]:
    """By version and role, the first date of that role that the text states."""
    said: dict[int, dict[str, str]] = {}
    for row in store.stamps_in(versions):
        roles = said.setdefault(row["version"], {})
        roles.setdefault(row["role"], words.stated(row["raw"], row["candidates"]))
    return said
