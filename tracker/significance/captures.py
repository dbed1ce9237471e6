"""Whole texts that are not the policy: error pages, other languages, half-loaded and doubled pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tracker.blocks import content_key
from tracker.model import Comparison, Reading
from tracker.significance.evidence import modalities, rules, said
from tracker.significance.links import host
from tracker.significance.plain import line, lines, words
from tracker.significance.wording import LEGAL

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
_PAGE_WENT = "a page that is no legal text went from the policy's place"
_LISTS_WENT = "the site's own lists of links went out of the text"
_MORE_PAGES = "pages were put together that were not before"
_FEWER_PAGES = "pages were left out that were put together before"
LETTERS_BACK = "letters that had come out as question marks came back"
LINKS_BACK = "the words of links that had been left out came back"
RIGHTED = frozenset(
    (
        _WENT_ERROR,
        _CAME_BACK,
        _ONCE_AGAIN,
        _PAGE_WENT,
        _LISTS_WENT,
        _MORE_PAGES,
        _FEWER_PAGES,
        LETTERS_BACK,
        LINKS_BACK,
    )
)
"""Reasons by which the older of two captures went wrong, or neither did, and not the newer."""

_JOINT = re.compile(r"^- - -$", re.MULTILINE)
"""What stands between the pages of a text that was put together of several."""
_ENTRY = 60
_ENTRIES = 40
"""Lines of a link and hardly a word that are no part of a policy, when so many come or go."""
_WORD = re.compile(r"\w")
_GAP = re.compile(r"[^\W\d_] [.,;)](?=\s|$)", re.MULTILINE)
"""What words that were not taken leave in a sentence."""
_GAPS = 5
_ENDS = tuple(".;:,")
_WORDS_OF_A_LINK = 25
_HARDLY = 0.1
"""Share of a text that is kept where another stands in its place."""
_SOME_WORDS = 100
_TITLE = 60
"""Visible characters below which a page shows nothing but its title."""
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
    if (size * 20 < large and (not titled or size < _TITLE)) or _ERROR.search(small.text[:20_000]):
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

    Where the page says that it is loading, a good part is enough; a quarter is where a long and dated text
    has not a word more. What is left of it, a tenth or two, may lack the date.
    """
    old, new = step.sizes
    lost, won = step.gone, step.come
    if lost > won:
        part, whole, missing, waiting = won, old, lost, _loading(step.new_lines, step.old_lines)
    else:
        part, whole, missing, waiting = lost, new, won, _loading(step.old_lines, step.new_lines)
    few = part - waiting <= whole // 50
    stamps = _stamps(step.older), _stamps(step.newer)
    rest = whole - missing
    enough = missing * 2 >= whole or (waiting > 0 and missing * 5 >= whole)
    enough = enough or (part == 0 and missing * 4 >= whole > _SHORT * 5 and bool(stamps[0]))
    undated = part == 0 and rest * 4 < whole and (stamps[0] <= stamps[1] or stamps[1] <= stamps[0])
    if not (few and enough) or not (stamps[0] == stamps[1] or undated) or _editions(step):
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


def other_pages(step: Step) -> str | None:
    """Whole pages were added to those that are put together to one text, or left out."""
    joined = any(_JOINT.search(reading.text) for reading in (step.older, step.newer))
    if not joined and all(step.sizes):
        return None
    old, new = _pages(step.older), _pages(step.newer)
    fewer, more = sorted((old, new), key=len)
    if len(fewer) == len(more) or not all(any(_alike(page, other) for other in more) for page in fewer):
        return None
    return _MORE_PAGES if more is new else _FEWER_PAGES


def _pages(reading: Reading) -> list[Counter[str]]:
    """The pages of a text that was put together, as bags of lines."""
    parts = _JOINT.split(reading.text)
    bags = (Counter(k for k in map(content_key, part.splitlines()) if k) for part in parts)
    return [bag for bag in bags if bag]


def _alike(these: Counter[str], those: Counter[str]) -> bool:
    """True when all but a twentieth of the lines of two pages are the same, by their length."""
    return (_weight(these, those) + _weight(those, these)) * 20 <= _size(these) + _size(those)


def other_page(step: Step) -> str | None:
    """A page of the site that is no legal text stands where the policy stood, or gave its place back."""
    if step.comparison.kept > _HARDLY:
        return None
    old, new = _tone(step.older), _tone(step.newer)
    if _is_legal(*old) and _is_no_policy(*new):
        return "a page that is no legal text came in the policy's place"
    return _PAGE_WENT if _is_legal(*new) and _is_no_policy(*old) else None


def _tone(reading: Reading) -> tuple[int, float, float]:
    """Words of a text, and of a thousand words how many oblige or allow, and how many name legal texts."""
    found = said(words(lines(reading.text)))
    ruling = sum(modalities(found).values())
    naming = sum(n for word, n in Counter(found).items() if LEGAL.search(word))
    thousands = max(1, len(found)) / 1000
    return len(found), ruling / thousands, naming / thousands


def _is_legal(words: int, ruling: float, naming: float) -> bool:
    return words >= _SOME_WORDS and ruling >= 12 and naming >= 6


def _is_no_policy(words: int, ruling: float, naming: float) -> bool:
    return words >= _SOME_WORDS and ruling < 8 and naming < 3


def frame(step: Step) -> str | None:
    """The site's own lists of links stand where a part of the policy stood, or gave it back."""
    if _lists_links(step.newer, step.old_lines):
        return "the site's own lists of links came into the text"
    return _LISTS_WENT if _lists_links(step.older, step.new_lines) else None


def _lists_links(reading: Reading, other: Counter[str]) -> bool:
    """True when most lines that stand in this text alone are links, many of them, nearly all to one site."""
    if reading.text.count("](") < _ENTRIES:
        return False
    lines = (line(raw) for raw in reading.text.splitlines() if raw.strip())
    only = [one for one in lines if one.words and content_key(one.raw) not in other]
    listed = [one for one in only if one.targets and len(one.words) < _ENTRY]
    hosts = Counter(host(target) for one in listed for target in one.targets)
    own = sum(n for _, n in hosts.most_common(2))
    return len(listed) >= _ENTRIES and len(listed) * 5 >= len(only) * 4 and own * 5 >= hosts.total() * 4


RULES: tuple[Callable[[Step], str | None], ...] = (
    error_page, other_language, recorded_twice, other_pages, half_loaded, other_page, frame,
)  # fmt: skip


def _rules(text: str) -> bool:
    """True for words that count something, and for a sentence, not a heading, that allows or obliges."""
    ended = text.rstrip()[-1:] in _ENDS or "\n" not in text
    return any(c.isdigit() for c in text) or (ended and rules(said(text)))


def links_left_out(older: Reading, newer: Reading, comparison: Comparison) -> str | None:
    """Words were taken out of many sentences, hardly any put in, and gaps stand before points and commas."""
    edits = [edit for change in comparison.changes if change.kind == "reworded" for edit in change.edits]
    worded = [(op, text) for op, text in edits if op != "equal" and _WORD.search(text)]
    shrank = len(newer.text) < len(older.text)
    others = [text for op, text in worded if (op == "delete") != shrank]
    if len(worded) < _GAPS or len(others) * 5 > len(worded) or any(map(_rules, others)):
        return None
    if any(len(text.split()) > _WORDS_OF_A_LINK for _, text in worded):
        return None
    fewer, more = sorted((older.text, newer.text), key=len)
    if len(_GAP.findall(fewer)) - len(_GAP.findall(more)) < _GAPS:
        return None
    return LINKS_BACK if fewer is older.text else "the words of links were left out"


def went_wrong(comparison: Comparison) -> bool:
    """Whether the newer of two texts is a capture that went wrong: what it lacks was not gone."""
    return comparison.significance == "capture" and comparison.reason not in RIGHTED


def found(older: Reading, newer: Reading, comparison: Comparison) -> str | None:
    """Why the newer text is another capture rather than another policy; None when it is none.

    All but gaps where links stood are only looked for when a good part of the text differs.
    """
    if gaps := links_left_out(older, newer, comparison):
        return gaps
    lengths = sorted((len(older.text), len(newer.text)))
    if comparison.kept > 0.75 and lengths[0] * 10 > lengths[1] * 8:
        return None
    step = Step(older, newer, comparison)
    return next((reason for rule in RULES if (reason := rule(step))), None)
