"""The keys by which pieces of text are the same: as they stand, in content, and as a whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from unicodedata import is_normalized, normalize

from tracker.blocks.characters import UNSEEN
from tracker.blocks.marks import visible
from tracker.blocks.quick import replacing
from tracker.remembering import each_remembered, remember, remembered

_ALIKE = {
    "'": "‘’‚‛′`´ʼ＇‹›", '"': "“”„‟″«»＂〝〞〟", "-": "‐‑‒–—―−﹘﹣－⁃",
}  # fmt: skip
_as_typed = replacing(
    {c: typed for typed, alike in _ALIKE.items() for c in alike} | dict.fromkeys(UNSEEN, "")
)

_MONTH_OR_DAY = (
    r"jan|feb|m[aä]r|apr|ma[iyj]|jui|jun|jul|aug|sep|o[ck]t|nov|de[cz]|led|únor|břez|dub|květ|červ|srp|zář|říj|"
    r"styc|lut|kwie|maj|czer|lip|sier|wrze|paźd|list|grud"
)
_LABEL = re.compile(
    rf"\(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}|[a-z]|[ivxl]{{1,6}})[.)]\s+(?!\d|(?:{_MONTH_OR_DAY}))"
)
_LEVELS = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,5}\s+(?=[^\W\d_]{4})(?!millio|millia|euro|dollar|percent|prozent)"
)
_CONTENT = re.compile(r"[\w$€£¥₹¢%‰§°&@+<>=]+")

_CHANGED = (
    "pdated", "odifi", "evised", "dited", "hanged", " à jour", "ktualisiert", "eändert", "tualizad",
    "ggiornat", "ijgewerkt", "PDATED", "ODIFIED",
)  # fmt: skip
"""Words that stand before a relative time, without their first letter, so that its case does not matter."""
LONGEST_OPEN = 3_000
"""Characters over which an open bracket may wait for its end."""
_OPEN = re.compile(r"\[[^\[\]]*+$|<(?=[a-zA-Z/!])[^<>]*+$")

_COUNT = (
    r"(?:(?:about|over|almost|more than|less than|plus d['e]\s?|environ|etwa|über|más de|circa|meer dan) )?"
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|un|une|ein\w{0,2}|una) "
)
_UNIT = (
    r"(?:second|minute|hour|day|week|month|year|seconde|heure|jour|semaine|mois|an|année|sekunde|stunde|tag|woche|"
    r"monat|jahr|segundo|minuto|hora|día|semana|mes|mese|anno|giorn|settiman|dag|weken|maand|jaar)\w{0,3}"
)
_RELATIVE = re.compile(
    rf"\w{{0,3}}\W{{0,5}}(?:on )?(?:{_COUNT}{_UNIT} (?:ago|fa|atrás|geleden|temu)\b"
    rf"|(?:il y a|vor|hace|há) {_COUNT}{_UNIT}"
    r"|(?:this|last) (?:week|month|year)|cette semaine|diese woche"
    r"|(?:yesterday|today|hier|gestern|heute|ayer|hoy)\b)",
    re.IGNORECASE,
)


def exact_key(text: str) -> str:
    """The text with its white space collapsed."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """The text in NFKC, with quotes, dashes and spaces of one class made one, and the unseen left out."""
    if text.isascii():
        return text.replace("`", "'") if "`" in text else text
    text = _as_typed(text)
    return text if is_normalized("NFKC", text) else normalize("NFKC", text)


@remembered
def content_key(text: str) -> str:
    """The words alone, casefolded: no marks, list label, punctuation or link targets.

    Numbers, currencies, ``%`` and ``§`` stay: "30 days" at the start of a line is no list label.
    """
    seen = plain(visible(text)).casefold()
    label = _LABEL.match(seen) or _LEVELS.match(seen)
    return " ".join(_CONTENT.findall(seen, label.end() if label else 0))


def normalised(text: str) -> str:
    """The visible words with white space collapsed and typography made plain, relative times masked.

    Case, punctuation, currencies and digits are kept; marks, link targets, quotes of another shape and
    "updated 3 days ago" make no difference (EXTRACTION.md 3). Absolute dates are never masked.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "]: " in text or "<!--" in text:
        return _seen(text)
    lines = text.split("\n")
    seen = each_remembered(_closed, _seen_if_closed, lines)
    return " ".join(filter(None, _stretches(lines, seen) if None in seen else seen))


def _stretches(lines: Sequence[str], seen: Sequence[str | None]) -> Iterator[str]:
    """What is seen of each line of a text, those taken together between which a bracket stays open.

    No mark goes across the others, so that each can be seen through by itself.
    """
    held: list[str] = []
    size = opened = 0
    for line, alone in zip(lines, seen, strict=True):
        if not held and alone is not None:
            yield alone
            continue
        held.append(line)
        size += len(line)
        opened += line.count("[") - line.count("]") + line.count("<") - line.count(">")
        if opened <= 0 or size > LONGEST_OPEN:
            yield _seen("\n".join(held))
            held, size, opened = [], 0, 0
    yield _seen("\n".join(held))


def _seen_if_closed(line: str) -> str | None:
    """What is seen of a line, or None if a bracket stays open at its end."""
    opened = ("[" in line or "<" in line) and _OPEN.search(line)
    return None if opened else _seen(line)


_closed = remember()(_seen_if_closed)


@remembered
def _seen(stretch: str) -> str:
    return _timeless(" ".join(plain(visible(stretch)).split()))


def _timeless(seen: str) -> str:
    """The text with relative times after "updated" and its like left out."""
    for word in _CHANGED:
        at = seen.find(word)
        while at >= 0:
            at += len(word)
            if relative := _RELATIVE.match(seen, at):
                seen = seen[:at] + seen[relative.end() :]
            at = seen.find(word, at)
    return seen


def identity(text: str) -> str:
    """SHA-256 (hex) of the normalised visible text: two texts with one identity are one state."""
    return hashlib.sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()
