"""Readings and comparisons as JSON: ``tracker read --json`` and ``tracker diff --json``."""

from __future__ import annotations

from typing import Any

from tracker.model import Change, Comparison, Promise, Reading, Section, Stamp

Json = dict[str, Any]


def reading_json(file: str, reading: Reading) -> Json:
    """One object of ``tracker read --json``."""
    return {
        "file": file,
        "title": reading.title,
        "language": reading.language,
        "sections": [section_json(s) for s in reading.sections],
        "stamps": [stamp_json(s) for s in reading.stamps if s.candidates],
        "relative_stamps": [stamp_json(s) for s in reading.stamps if not s.candidates],
        "promises": [promise_json(p) for p in reading.promises],
        "reservations": [{"raw": r.raw, "start": r.start, "end": r.end} for r in reading.reservations],
        "noise": [{"kind": n.kind, "start": n.start, "end": n.end} for n in reading.noise],
    }


def section_json(s: Section) -> Json:
    return {
        "path": s.path, "key": s.key, "number": s.number, "heading": s.heading,
        "level": s.level, "start": s.start, "end": s.end,
    }  # fmt: skip


def stamp_json(s: Stamp) -> Json:
    return {
        "role": s.role[0] if len(s.role) == 1 else list(s.role),
        "raw": s.raw, "start": s.start, "end": s.end, "precision": s.precision,
        "candidates": [[a.isoformat(), b.isoformat()] for a, b in s.candidates],
        "preferred": s.preferred, "basis": list(s.basis), "label": s.label,
    }  # fmt: skip


def promise_json(p: Promise) -> Json:
    value = p.period and (int(p.period.value) if p.period.value == int(p.period.value) else p.period.value)
    return {
        "kind": p.kind, "trigger": p.trigger,
        "period": {"value": value, "unit": p.period.unit} if p.period else None,
        "channels": list(p.channels), "channel_logic": p.channel_logic,
        "consent": p.consent, "bound": p.bound,
        "anchor": p.anchor, "exceptions": list(p.exceptions), "audience": p.audience,
        "raw": p.raw, "start": p.start, "end": p.end,
    }  # fmt: skip


def comparison_json(c: Comparison) -> Json:
    """The object of ``tracker diff --json``."""
    return {
        "significance": c.significance,
        "reason": c.reason,
        "spans": [list(s) for s in c.spans],
        "changes": [change_json(change) for change in c.changes],
        "facts": [
            {"kind": f.kind, "section": f.section, "label": f.label, "before": f.before, "after": f.after}
            for f in c.facts
        ],
    }


def change_json(change: Change) -> Json:
    return {
        "kind": change.kind, "significance": change.significance, "reason": change.reason,
        "tags": list(change.tags), "cause": change.cause,
        "before": [place_json(s) for s in change.before],
        "after": [place_json(s) for s in change.after],
        "edits": [list(edit) for edit in change.edits],
        "moved": [list(span) for span in change.moved],
    }  # fmt: skip


def place_json(s: Section) -> Json:
    return {
        "path": s.path,
        "key": s.key,
        "number": s.number,
        "heading": s.heading,
        "start": s.start,
        "end": s.end,
    }
