"""Readings and comparisons told: JSON, a redline for the terminal, HTML. Tells, never finds."""

from tracker.render.page import page
from tracker.render.printing import printable, printable_name
from tracker.render.reading import reading_text
from tracker.render.redline import redline, stat
from tracker.render.told import (
    change_json,
    comparison_json,
    place_json,
    promise_json,
    reading_json,
    section_json,
    stamp_json,
)

__all__ = [
    "change_json", "comparison_json", "page", "place_json", "printable", "printable_name", "promise_json",
    "reading_json", "reading_text", "redline", "section_json", "stamp_json", "stat",
]  # fmt: skip
