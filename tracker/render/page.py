"""A comparison as one page of HTML that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tracker.model import Comparison, Edit
from tracker.render.entries import Entry, entries, words_changed
from tracker.render.printing import printable

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.55 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .2rem }
p.what { margin: 0 0 .6rem; font: .85rem/1.4 system-ui, sans-serif; opacity: .8 }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid #8888; padding-left: 1rem }
del { background: #ffd7d5; color: #67060c }
ins { background: #d2f4d9; color: #0a4018; text-decoration: underline }
details { display: inline } summary { display: inline; cursor: pointer; opacity: .6 }
table { border-collapse: collapse }
td, th { padding: .2rem .6rem .2rem 0; text-align: left; vertical-align: top }
"""
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
_FOLDED = 400
"""Characters from which on unchanged text is folded away, but for as much at its ends as a reader needs."""
_ENDS = 150


def page(comparison: Comparison, *, old: str, new: str) -> str:
    """The whole page; ``old`` and ``new`` are the names of the two texts."""
    title = f"{_safe(old)} → {_safe(new)}"
    told = entries(comparison)
    parts = [part for entry in told for part in _section(entry)]
    return "\n".join([
        "<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">',
        f"<title>{title}</title>", f"<style>{_STYLE}</style>", "</head>", "<body>",
        f"<h1>{title}</h1>", f'<p class="what">{_summary(comparison, told)}</p>',
        *_facts(comparison), *parts, "</body>", "</html>", "",
    ])  # fmt: skip


def _summary(comparison: Comparison, told: list[Entry]) -> str:
    if not told:
        return "No change."
    reason = f": {_safe(comparison.reason)}" if comparison.reason else ""
    return f"{comparison.significance}{reason} ({len(told)} {'change' if len(told) == 1 else 'changes'})"


def _facts(comparison: Comparison) -> Iterator[str]:
    if not comparison.facts:
        return
    yield "<table><tr><th>fact</th><th>before</th><th>after</th></tr>"
    for fact in comparison.facts:
        label = _safe(" ".join(filter(None, (fact.kind, fact.label))))
        before, after = _safe(fact.before or "none"), _safe(fact.after or "none")
        yield f"<tr><td>{label}</td><td>{before}</td><td>{after}</td></tr>"
    yield "</table>"


def _section(entry: Entry) -> Iterator[str]:
    inserted, deleted = words_changed(entry.edits)
    yield f"<section><h2>{_safe(entry.headline)}</h2>"
    what = [entry.kinds, entry.significance, *entry.reasons, *entry.tags]
    yield f'<p class="what">{_safe(" · ".join(what))} · +{inserted} −{deleted} words</p>'
    if entry.edits:
        yield f'<div class="text">{"".join(_piece(edit) for edit in entry.edits)}</div>'
    yield "</section>"


def _piece(edit: Edit) -> str:
    op, text = edit
    if op != "equal":
        tag = "del" if op == "delete" else "ins"
        return f"<{tag}>{_safe(text)}</{tag}>"
    if len(text) < _FOLDED:
        return _safe(text)
    head, middle, tail = text[:_ENDS], text[_ENDS:-_ENDS], text[-_ENDS:]
    return f"{_safe(head)}<details><summary>[…]</summary>{_safe(middle)}</details>{_safe(tail)}"


def _safe(text: str) -> str:
    return escape(printable(text))
