"""Readings and comparisons told: JSON, a redline for the terminal, HTML. Tells, never finds."""

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
        "noise": [{"kind": n.kind, "start": n.start, "end": n.end} for n in reading.noise],
    }


def reading_text(file: str, reading: Reading) -> str:
    """A reading for people: title, stamps, promises and the outline."""
    lines = [f"{file}: {reading.title or 'no title'} ({reading.language or 'language not known'})"]
    lines += [f"  {' and '.join(s.role)}: {s.raw} ({_days(s)})" for s in reading.stamps]
    lines += [f"  {_promise_words(p)}: {_one_line(p.raw)}" for p in reading.promises]
    lines += [
        f"  {'  ' * s.level}{' '.join(filter(None, (s.number, s.heading)))}  [{s.key}]"
        for s in reading.sections if s.heading
    ]  # fmt: skip
    return printable("\n".join(lines))


def printable(text: str) -> str:
    """Text without control characters but line ends and tabs: fetched text must not steer a terminal."""
    return "".join(c if c in "\n\t" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _days(stamp: Stamp) -> str:
    told = [str(a) if a == b else f"{a} to {b}" for a, b in stamp.candidates]
    return " or ".join(told) or "no day can be told"


def _promise_words(p: Promise) -> str:
    period = f"{p.period.value:g} {p.period.unit.replace('_', ' ')}s, " if p.period else ""
    channels = "".join(f", {channel.replace('_', '-')}" for channel in p.channels)
    return f"{p.kind.replace('_', ' ')} ({period}{p.trigger} change{channels})"


def _one_line(text: str) -> str:
    return " ".join(text.split())


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
