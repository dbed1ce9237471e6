"""Search: what policies say now, which words came, which went."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from tracker.model import SIGNIFICANCES
from tracker.site import links
from tracker.site.redline import anchor_of
from tracker.site.store import Row, Store
from tracker.site.views import Page

PLACES = ("current", "added", "removed")
FEW, MANY = 8, 40
"""Hits shown for each place when all are searched; and when one is."""

_TERM = re.compile(r'(-?)"([^"]*)"|(-?)([^\s"]+)')
_MARKS = re.compile(r"\]\([^()\s\x02\x03]*\)|[\[\]|]|\*\*|(?<!\w)_+|_+(?!\w)|#{2,6}(?=\s)|[-=:]{3,}")
"""Marks of Markdown that a snippet does without; a link's target that holds a hit stays."""
_ESCAPE = re.compile(r"\\(?=[^\w\s\\]|\s|$)")
_TARGET = re.compile(r"\]\([^()\s]*\)")

LONGEST = 300
"""Characters of a query that are read; TERMS words of it are searched."""
SHORTEST_BEGINNING = 3
"""Letters from which a word may go on: fewer begin too many words to show them all."""

TERMS = 16


@dataclass(frozen=True, slots=True)
class Query:
    words: str
    place: str = ""
    service: str = ""
    type: str = ""
    since: str = ""
    until: str = ""
    significance: str = ""
    page: int = 1


def search(store: Store, query: Query) -> Page:
    strict, loose = match(query.words)
    places = [query.place] if query.place in PLACES else list(PLACES)
    limit = MANY if len(places) == 1 else FEW
    found: dict[str, list[dict[str, Any]]] = {}
    forgiven = False
    if strict:
        found = {place: _hits(store, query, place, strict, limit) for place in places}
        if loose != strict and not any(found.values()):
            forgiven = True
            found = {place: _hits(store, query, place, loose, limit) for place in places}
    model: dict[str, Any] = {
        "query": {"q": query.words, "in": query.place, "service": query.service, "type": query.type,
                  "from": query.since, "to": query.until, "significance": query.significance},
        "any_word": forgiven,
        "understood": bool(strict) or not query.words.strip(),
        "page": query.page,
        "more": {place: len(hits) > limit for place, hits in found.items()},
        "found": {place: hits[:limit] for place, hits in found.items()},
    }  # fmt: skip
    choices = {
        "services": [(row["service"], row["name"]) for row in store.services()],
        "types": store.types(),
        "significances": SIGNIFICANCES,
    }
    title = f"Search: {query.words}" if query.words else "Search"
    return Page("search.html", title, model, {"choices": choices, "snippet": snippet})


# --- what people type -----------------------------------------------------------------------------------


def match(typed: str) -> tuple[str, str]:
    """The query for the index with all words, and with any of them; both empty when there is no word.

    "Quoted words" stand together, -word leaves out, word* begins so, OR means or; anything else that an
    index could take for an operator is read as the words it holds.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for found in list(_TERM.finditer(typed[:LONGEST]))[:TERMS]:
        minus, term = (found[1], found[2]) if found[2] is not None else (found[3], found[4])
        if found[4] in ("OR", "|", "||"):
            either = True
            continue
        if found[4] in ("AND", "NOT", "NEAR", "&", "&&", "+"):
            continue
        begins = found[4] is not None and term.endswith("*") and len(term) > SHORTEST_BEGINNING
        quoted = _quoted(term, prefix=begins)
        if quoted:
            (unwanted if minus else wanted).append(quoted)
    if not wanted:
        return "", ""
    without = "".join(f" NOT {term}" for term in unwanted)
    loose = f"({' OR '.join(wanted)}){without}"
    return (loose if either else f"({' AND '.join(wanted)}){without}"), loose


def _quoted(term: str, prefix: bool) -> str:
    """A term as a string of the index; empty when it has no letter or digit."""
    cleaned = term.replace('"', " ").replace("\0", " ").strip()
    if not any(c.isalnum() for c in cleaned):
        return ""
    return f'"{cleaned.rstrip("*")}"' + ("*" if prefix else "")


def snippet(marked: str) -> Markup:
    """Words of a hit, escaped, with the hits marked: the index sets U+0002 and U+0003 around them."""
    bare = _TARGET.sub(" ", marked)
    shown = _ESCAPE.sub("", bare if "\x02" in bare else marked)
    text = str(escape(" ".join(_MARKS.sub(" ", shown).split())))
    opened = text.count("\x02") == text.count("\x03")
    first, last = ("<mark>", "</mark>") if opened else ("", "")
    return Markup(text.replace("\x02", first).replace("\x03", last))


# --- hits -----------------------------------------------------------------------------------------------


def _hits(store: Store, query: Query, place: str, matched: str, limit: int) -> list[dict[str, Any]]:
    offset = (query.page - 1) * limit
    where, values = _filters(query, place)
    if place == "current":
        rows = store.search_current(matched, where, values, limit + 1, offset)
    else:
        rows = store.search_words(place, matched, where, values, limit + 1, offset)
    return [_hit(row, place) for row in rows]


def _filters(query: Query, place: str) -> tuple[str, list[Any]]:
    table, on = ("sections", "since.fetched_at") if place == "current" else ("changes", "changes.fetched_on")
    wanted = [
        (f"{table}.service = ?", query.service),
        ("policies.type = ?", query.type),
        (f"{on} >= ?", _day(query.since)),
        (f"{on} <= ? || 'T99'", _day(query.until)),
    ]
    if place != "current":
        wanted.append(("changes.significance = ?", query.significance))
    kept = [(clause, value) for clause, value in wanted if value]
    return "".join(f" and {clause}" for clause, _ in kept), [value for _, value in kept]


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return ""


def _hit(row: Row, place: str) -> dict[str, Any]:
    if place == "current":
        url = f"{links.version(row['policy'], row['commit_hash'])}#s-{anchor_of(row['key'])}"
    else:
        url = links.step(row["policy"], row["previous_commit"], row["commit_hash"])
    return {
        "policy": row["policy"],
        "name": row["name"],
        "type": row["type"],
        "heading": row["heading"],
        "fetched_at": row["fetched_at"],
        "significance": row.get("significance"),
        "edition": bool(row.get("edition")),
        "words": row["words"],
        "url": url,
    }
