"""Two readings compared: what happened to each section, word by word, and where every word comes from."""

from __future__ import annotations

from tracker.model import Change, Comparison, Reading


def compare(older: Reading, newer: Reading) -> Comparison:
    """The changes from the older reading to the newer, without significance. Pure."""
    if older.text == newer.text:
        return Comparison((), ((0, len(newer.text), 0),))
    edits = tuple((op, r.text) for op, r in (("delete", older), ("insert", newer)) if r.text)
    change = Change("reworded", older.sections, newer.sections, edits)  # type: ignore[arg-type]
    return Comparison((change,), ())


def rebuild(old: str, new: str, comparison: Comparison) -> str:
    """The new text put together from the old one, the spans, and what no span covers of the new."""
    pieces: list[str] = []
    at = 0
    for old_start, old_end, new_start in comparison.spans:
        pieces += [new[at:new_start], old[old_start:old_end]]
        at = new_start + old_end - old_start
    return "".join([*pieces, new[at:]])
