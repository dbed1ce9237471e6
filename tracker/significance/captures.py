"""Whole texts that are not the policy: error pages, other languages, half-loaded and doubled pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tracker.blocks import content_key
from tracker.model import Comparison, Reading

_ERROR = re.compile(
    r"page (?:not found|isn[’']t available|does(?:n[’']t| not) exist|cannot be found|you (?:requested|"
    r"are looking for))|\b404\b|403 forbidden|access denied|error 5\d\d|internal server error"
    r"|bad gateway|service unavailable|gateway time-?out|something went wrong|"
    r"an error (?:has )?occurred|we[’']re sorry|too many requests|temporarily (?:unavailable|blocked)"
    r"|verify (?:that )?you are (?:a )?human|are you a (?:human|robot)|checking your browser|"
    r"just a moment|enable (?:javascript|cookies)|unusual traffic|captcha|ray id|cloudflare"
    r"|log in to continue|please (?:log|sign) in|you must (?:log|sign) in|sign in to (?:continue|"
    r"your account)|session (?:has )?expired|under maintenance|be right back|content (?:isn[’']t|"
    r"is not) available"
    r"|before you continue|accept (?:all )?cookies|seite (?:nicht gefunden|existiert nicht)|"
    r"page introuvable|página no encontrada|página não encontrada|pagina non trovata|"
    r"stránka nenalezena|nie znaleziono|az oldal nem található|vahvista|sidan hittades inte",
    re.IGNORECASE,
)
_LOADING = re.compile(
    r"loading|please wait|chargement|wird geladen|cargando|carregando|caricamento|laden"
    r"|laddar|indlæser|ladataan",
    re.IGNORECASE,
)
_WENT_ERROR = "an error or waiting page went in the policy's place"
_CAME_BACK = "a part that had not loaded came back"
_ONCE_AGAIN = "the same words were recorded once instead of twice"
RIGHTED = frozenset((_WENT_ERROR, _CAME_BACK, _ONCE_AGAIN))
"""Reasons by which the older of two captures went wrong, and not the newer."""

_SHORT = 4000
"""Visible characters below which a text may be an error page."""


@dataclass(frozen=True)
class Step:
    """Both texts as bags of blocks, by their words."""

    older: Reading
    newer: Reading
    comparison: Comparison

    @cached_property
    def old_lines(self) -> Counter[str]:
        return _bag(self.older)

    @cached_property
    def new_lines(self) -> Counter[str]:
        return _bag(self.newer)

    @cached_property
    def gone(self) -> int:
        """Characters of lines that stood only in the older text."""
        return _weight(self.old_lines, self.new_lines)

    @cached_property
    def come(self) -> int:
        """Characters of lines that stand only in the newer text."""
        return _weight(self.new_lines, self.old_lines)

    @cached_property
    def sizes(self) -> tuple[int, int]:
        return _size(self.old_lines), _size(self.new_lines)


def _bag(reading: Reading) -> Counter[str]:
    bodies = (reading.text[block.body_start : block.body_end] for block in reading.blocks)
    return Counter(key for key in map(content_key, bodies) if key)


def _size(bag: Counter[str]) -> int:
    return sum(len(k) * n for k, n in bag.items())


def _weight(these: Counter[str], those: Counter[str]) -> int:
    return sum(len(k) * n for k, n in these.items() if k not in those)


def _vocabulary(these: Counter[str], those: Counter[str]) -> set[str]:
    """The words of the lines that stand only in the first bag, glued words apart at digits."""
    return {word for k in these if k not in those for word in re.findall(r"\d+|[^\W\d_]+", k)}


def error_page(step: Step) -> str | None:
    """An error, challenge, login or consent page took the policy's place, or gave it back."""
    old, new = step.sizes
    small, large = (step.newer, old) if new < old else (step.older, new)
    size = min(old, new)
    if size > _SHORT or size * 3 > large or (step.comparison.kept > 0.9 and size * 10 > large):
        return None
    titled = step.older.title is not None and step.older.title == step.newer.title
    if (size * 20 < large and not titled) or _ERROR.search(small.text[:20_000]):
        return "an error or waiting page came in the policy's place" if new < old else _WENT_ERROR
    return None


def other_language(step: Step) -> str | None:
    """The text is in another language."""
    old, new = step.older.language, step.newer.language
    if old and new and old != new and step.gone * 2 > step.sizes[0] and step.come * 2 > step.sizes[1]:
        return f"the text is in another language: {old} -> {new}"
    return None


def recorded_twice(step: Step) -> str | None:
    """Every line that went or came still stands: the same text was recorded once and twice."""
    old, new = step.sizes
    if (step.gone + step.come) * 50 > min(old, new) or min(old, new) * 1.3 > max(old, new):
        return None
    if _vocabulary(step.old_lines, step.new_lines) != _vocabulary(step.new_lines, step.old_lines):
        return None
    return "the same words were recorded twice" if new > old else _ONCE_AGAIN


def half_loaded(step: Step) -> str | None:
    """Most of the text went, or came back, and nothing else changed, not even a date.

    Where the page says that it is loading, a good part is enough.
    """
    old, new = step.sizes
    lost, won = step.gone, step.come
    if lost > won:
        part, whole, missing, waiting = won, old, lost, _loading(step.new_lines, step.old_lines)
    else:
        part, whole, missing, waiting = lost, new, won, _loading(step.old_lines, step.new_lines)
    few = part - waiting <= whole // 50
    enough = missing * 2 >= whole or (waiting > 0 and missing * 5 >= whole)
    if not (few and enough) or _stamps(step.older) != _stamps(step.newer) or _editions(step):
        return None
    return "a good part of the text did not load" if lost > won else _CAME_BACK


def _loading(these: Counter[str], those: Counter[str]) -> int:
    """Characters of the lines, only in the first bag, that ask to wait."""
    return sum(len(k) for k in these if k not in those and len(k) < 60 and _LOADING.search(k))


def _stamps(reading: Reading) -> frozenset[str]:
    return frozenset(s.raw for s in reading.stamps)


def _editions(step: Step) -> bool:
    """True when what went or came is another edition of what stayed: its sections have the same titles."""
    titles = [Counter(s.heading for s in r.sections if s.heading) for r in (step.older, step.newer)]
    common = titles[0] & titles[1]
    extra = (titles[0] - titles[1]) + (titles[1] - titles[0])
    return sum(n for title, n in extra.items() if title in common) * 2 > sum(extra.values()) > 0


RULES: tuple[Callable[[Step], str | None], ...] = (error_page, other_language, recorded_twice, half_loaded)


def went_wrong(comparison: Comparison) -> bool:
    """Whether the newer of two texts is a capture that went wrong: what it lacks was not gone."""
    return comparison.significance == "capture" and comparison.reason not in RIGHTED


def found(older: Reading, newer: Reading, comparison: Comparison) -> str | None:
    """Why the newer text is another capture rather than another policy; None when it is none.

    Only looked for when a good part of the text differs.
    """
    lengths = sorted((len(older.text), len(newer.text)))
    if comparison.kept > 0.75 and lengths[0] * 10 > lengths[1] * 8:
        return None
    step = Step(older, newer, comparison)
    return next((reason for rule in RULES if (reason := rule(step))), None)
