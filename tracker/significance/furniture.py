"""Lines that pages put around a policy: images, buttons, menus, counters, lists of related pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.significance import wording
from tracker.significance.ground import Ground, prose
from tracker.significance.plain import Line

Rule = Callable[[Line, Ground, tuple[int, int]], bool]

_COUNTER = re.compile(
    r"(?P<dated>.*?(?:19|20)\d\d\D{0,4}|.*\b(?:19|20)\d\d)?\s*\d+(?:[.,]\d+)*\s?[kKmM]?\s+(?:views?|"
    r"likes?|comments?|shares?|reads?|replies|visits?|vues|Aufrufe|visualizaciones|visualizações)",
)
_AGO = re.compile(
    r"(?:(?:last\s+)?(?:updated|modified|edited|posted|published|reviewed|"
    r"written by .{1,40}?)\s*:?\s*)?(?:on\s+)?(?:over|about|almost|more than)?\s*(?:an?|one|"
    r"\d{1,3})\s+(?:second|minute|hour|day|week|month|year)s?\s+ago"
    r"|(?:last\s+)?(?:updated|modified)\s*:?\s*(?:today|yesterday|this week|last week|this month)"
    r"|(?:mis à jour|actualisé)\s+il y a .{1,30}|(?:aktualisiert|geändert)\s+vor .{1,30}|"
    r"actualizado hace .{1,30}|atualizado há .{1,30}",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-zà-ÿ)?!][A-Z][a-z]")
_WIDGET = re.compile(
    r"\d+ out of \d+ found this helpful|(?:was|is) th(?:is|e) (?:article|page|information|"
    r"answer)s? (?:helpful|useful)\??(?: yes)?(?: no)?|have more questions\? .{0,40}"
    r"|\{\{.{0,80}\}\}|\$\{.{0,80}\}|<%.{0,80}%>|\[object object\]|\[?skip to .{1,30}|(?:share|tweet|"
    r"post|pin) (?:this )?(?:on|to|via) \w{2,12}|\.?/\w{1,6}>?|©?\s*loading\W*"
    r"|(?:\d{1,2} )?min(?:ute)?s? read|reading time:? .{1,20}|written by .{1,60}|"
    r"by .{1,40} updated .{1,30} ago|page \d+ (?:of|/) \d+|\d+ / \d+",
    re.IGNORECASE,
)


def image(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """an image"""
    return not line.words and bool(line.images)


def empty_link(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a link without words"""
    return not line.words and bool(line.targets)


def interface(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a button or label of the page"""
    text = line.words.casefold().replace("’", "'").strip(" :»«›‹→←▲▼|·•")
    return text in wording.INTERFACE or wording.KEYS.fullmatch(text) is not None


def widget(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a widget of the page"""
    return _WIDGET.fullmatch(line.words.strip()) is not None


def counter(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a counter of views"""
    if line.marked or "|" in line.raw or len(line.words) > 60:
        return False
    found = _COUNTER.fullmatch(line.words)
    return found is not None and (found.group("dated") is not None or ground.near_edge(span))


def relative_time(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a time relative to the visit"""
    return _AGO.fullmatch(line.words.strip(" .")) is not None


def menu(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a menu"""
    if len(line.targets) >= 4 and not prose(line):
        return "|" not in line.raw.strip()[:1]
    glued = len(_GLUED.findall(line.words[:4000]))
    return glued >= 6 and line.words.count(". ") * 6 <= glued and len(line.words[:4000]) / glued < 80


def language_picker(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a list of languages"""
    return line.words.casefold() in wording.LANGUAGES


def related(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a list of related pages"""
    return ground.is_related(span)


def heads_related(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a list of related pages"""
    return wording.RELATED.fullmatch(line.words.strip(" :")) is not None


def page_head(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """the page's head above the policy"""
    if (
        ground.place(span[0]) >= ground.first_prose
        or len(line.words) > 80
        or any(c.isdigit() for c in line.words)
    ):
        return False
    links = [t for t in line.targets if not t.startswith(("mailto:", "tel:"))]
    repeated = bool(line.words) and line.words == (ground.reading.title or "")
    return (len(links) == len(line.targets) > 0 and len(line.words.split()) <= 8) or repeated


def page_tail(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """the page's foot below the policy"""
    if ground.place(span[0]) <= ground.last_prose or not line.targets or len(line.words) > 80:
        return False
    outside = re.sub(r"\[[^\[\]]*\]\([^()]*\)", "", line.raw)
    linked = not re.search(r"\w", outside)
    contact = any(t.startswith(("mailto:", "tel:")) for t in line.targets)
    return linked and not contact and wording.LEGAL.search(line.words) is None


def script_link(line: Line, ground: Ground, span: tuple[int, int]) -> bool:
    """a button of the page"""
    return (
        bool(line.targets) and all(t.startswith("javascript:") for t in line.targets) and len(line.words) < 80
    )


RULES: tuple[Rule, ...] = (
    image, empty_link, interface, widget, counter, relative_time, language_picker, script_link, heads_related,
    related, menu, page_head, page_tail,
)  # fmt: skip
"""Each says of a line whether it is furniture; its docstring says which."""


def named(line: Line, ground: Ground, span: tuple[int, int]) -> str | None:
    """What furniture a line is, None when it is none."""
    return next((rule.__doc__ or "" for rule in RULES if rule(line, ground, span)), None)
