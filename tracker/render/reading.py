"""A reading for people."""

from __future__ import annotations

from tracker.model import Promise, Reading, Stamp
from tracker.render.printing import one_line, printable, printable_name


def reading_text(file: str, reading: Reading) -> str:
    """A reading for people: title, stamps, promises and the outline."""
    lines = [
        f"{printable_name(file)}: {reading.title or 'no title'} ({reading.language or 'language not known'})"
    ]
    lines += [f"  {' and '.join(s.role)}: {s.raw} ({_days(s)})" for s in reading.stamps]
    lines += [f"  {_promise_words(p)}: {one_line(p.raw)}" for p in reading.promises]
    lines += [f"  right to change: {one_line(r.raw)}" for r in reading.reservations]
    lines += [
        f"  {'  ' * s.level}{' '.join(filter(None, (s.number, s.heading)))}  [{s.key}]"
        for s in reading.sections if s.heading
    ]  # fmt: skip
    return printable("\n".join(lines))


def _days(stamp: Stamp) -> str:
    told = [str(a) if a == b else f"{a} to {b}" for a, b in stamp.candidates]
    return " or ".join(told) or "no day can be told"


def _promise_words(p: Promise) -> str:
    period = f"{p.period.value:g} {p.period.unit.replace('_', ' ')}s, " if p.period else ""
    channels = "".join(f", {channel.replace('_', '-')}" for channel in p.channels)
    return f"{p.kind.replace('_', ' ')} ({period}{p.trigger} change{channels})"
