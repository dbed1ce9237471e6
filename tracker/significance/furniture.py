"""Lines that pages put around a policy: images, buttons, menus, counters, lists of related pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tracker.significance import evidence, wording
from tracker.significance.ground import Place, prose
from tracker.significance.plain import Line

Rule = Callable[[Place], bool]

_COUNTER = re.compile(
    r"(?P<dated>.*?(?:19|20)\d\d\D{0,4}|.*\b(?:19|20)\d\d)?\s*\d+(?:[.,]\d+)*\s?[kKmM]?\s+(?:views?|"
    r"likes?|comments?|shares?|reads?|replies|visits?|vues|Aufrufe|visualizaciones|visualizações)",
)
_BARE_COUNT = re.compile(r"\d{1,3}(?:[.,]\d)?\s?[kKM]")
_TALLY = re.compile(r"\d{1,6} (?:out )?of \d{1,6}(?: found this helpful)?")
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?"
    r"|(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d(?: (?:GMT|UTC|[+-]\d{4}))?"
)
_TURNING = re.compile(r"(?:prev|previous)\b.{3,120}\bnext\b.{3,120}", re.IGNORECASE)
_TONGUE = r"(bg|ca|cs|da|de|el|en|es|et|fi|fr|hr|hu|it|ja|ko|lt|lv|nl|no|pl|pt|ro|ru|sk|sl|sv|tr|uk|zh)"
_LOCALE = re.compile(rf"(?<![A-Za-z0-9])([a-z]{{2}})[_-][A-Z]{{2}}(?![A-Za-z0-9])|_{_TONGUE}\.(?:html?|pdf)$")
"""A language in an address, with a region or as the end of a file's name: "pt_BR", "terms_pt.html"."""
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|txt|zip)$", re.IGNORECASE)
_SIZED = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?\s?[KM]B\s+\w{3,20}", re.IGNORECASE)
_LOOSE = re.compile(r"\.(?:pdf|docx?)|\(?\d{1,4}(?:[.,]\d{1,2})?\s?[KM]B\)?", re.IGNORECASE)
"""The ending or the size of a file on a line of its own."""
_INITIALS = re.compile(r"[A-Z]{1,2}")
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
    r"\d+ out of \d+ found this helpful|(?:was|is) (?:it|this|th(?:is|e) (?:article|page|information|"
    r"answer)s?) (?:helpful|useful)\??(?: ?yes)?(?: ?no)?|yes ?(?:/ ?)?no|have more questions\? .{0,40}"
    r"|\{\{.{0,80}\}\}|\$\{.{0,80}\}|<%.{0,80}%>|\[object object\]|\[?skip to .{1,30}|(?:share|tweet|"
    r"post|pin) (?:this )?(?:on|to|via) \w{2,12}|\.?/\w{1,6}>?|©?\s*loading\W*"
    r"|(?:\d{1,2} )?min(?:ute)?s? read|reading time:? .{1,20}|written by .{1,60}|"
    r"by .{1,40} updated .{1,30} ago|page \d+ (?:of|/) \d+|\d+ / \d+|\d{1,2}:\d\d / \d{1,2}:\d\d"
    r"|[-|\s]{0,40}enter (?:a )?summary"
    r"|documentation index|fetch the complete documentation index at\W.{0,80}"
    r"|use this file to discover all available pages .{0,40}"
    r"|start typing .{0,60}\bsearch\b.{0,100}|(?:press|use) (?:the )?(?:tab|enter|escape|arrow|up and down)\b"
    r".{0,30}\b(?:key|arrow)s? .{0,60}\b(?:list|options?|results?|suggestions?|menu)",
    re.IGNORECASE,
)


def image(place: Place) -> bool:
    """An image and no words."""
    return not place.words and bool(place.line.images)


def empty_link(place: Place) -> bool:
    """A link without words."""
    return not place.words and bool(place.line.targets)


def interface(place: Place) -> bool:
    """A button or a label of the page's frame."""
    text = place.words.casefold().replace("’", "'").strip(" :»«›‹→←▲▼|·•()")
    if text not in wording.INTERFACE:
        return wording.KEYS.fullmatch(text) is not None
    return not (place.line.marked and place.in_list_of_parties)


def widget(place: Place) -> bool:
    """Words of a widget: ratings, sharing, placeholders that were not filled in."""
    return _WIDGET.fullmatch(place.words) is not None


_TOP = 3
"""First lines of a page, among which the site names itself."""
_BEGINS = 12
_VIEWS = re.compile(
    r"\bviews?:?\s{0,2}\d[\d.,]{0,11}\s?[kKmM]?|(?<=20\d\d)\d[\d.,]{0,11}[kKmM]?\s{0,2}views?|"
    r"(?<![\d.,])\d[\d.,]{0,11}\s?[kKmM]?\s{0,2}views?(?!(?-i:[a-z]))|"
    r"(?<![\d.,])(\d[\d.,]{0,11}[kKmM])\1(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)


def without_views(words: str) -> str:
    """Words with each count of views hidden, also where it is glued to what follows, or to itself."""
    return _VIEWS.sub(" • ", words)


def begins_with_views(words: str) -> bool:
    """True when a count of views is glued to the beginning of a line."""
    found = _VIEWS.search(words)
    return found is not None and found.start() < _BEGINS


def counter(place: Place) -> bool:
    """A count of views beside a date or at the edge of the page, never in a list or table."""
    if place.line.marked or "|" in place.line.raw or len(place.words) > 60:
        return False
    if _BARE_COUNT.fullmatch(place.words) or _TALLY.fullmatch(place.words):
        return True
    found = _COUNTER.fullmatch(place.words)
    return found is not None and (found.group("dated") is not None or place.near_edge)


def relative_time(place: Place) -> bool:
    """A time counted back from the visit, or the instant of a posting."""
    return _INSTANT.fullmatch(place.words) is not None or _AGO.fullmatch(place.words.strip(" .")) is not None


def language_picker(place: Place) -> bool:
    """The name of a language and nothing else, in its own words or in English, or what stands above them."""
    names = [name.strip() for name in place.words.split(":")]
    if len(names) <= 2 and all(name.casefold() in wording.LANGUAGES for name in names):
        return True
    if place.line.targets and wording.LANGUAGES_AHEAD.fullmatch(place.words):
        return True
    if place.line.targets:
        return len(names) <= 2 and wording.LANGUAGE.fullmatch(names[0]) is not None
    return place.heads and place.ground.is_list_of_languages(place.start)


def translation(place: Place) -> bool:
    """A link, in few words at most, to a legal text in another language, which the link's address names."""
    line, own = place.line, place.ground.reading.language
    few = _is_all_links(line) or len(line.words.split()) <= 8
    if len(line.targets) != 1 or not own or not few or not wording.LEGAL.search(line.words):
        return False
    found = [a or b for a, b in _LOCALE.findall(line.targets[0])]
    return bool(found) and own not in found and not evidence.binds(line.words)


def attachment(place: Place) -> bool:
    """A file that is attached to the page: a link under the file's own name, or its size and a link."""
    line = place.line
    if _LOOSE.fullmatch(line.words):
        return not line.marked and "|" not in line.raw and place.near_edge
    if len(line.targets) != 1 or len(line.words) > 120 or place.in_list_of_parties:
        return False
    named = _FILE.search(line.words) is not None and _is_all_links(line)
    return (named and place.ground.is_attached(place.start)) or _SIZED.fullmatch(line.words) is not None


def initials(place: Place) -> bool:
    """The initials that stand for a picture of who wrote the page."""
    bare = not place.line.marked and not place.line.labels and "|" not in place.line.raw
    return bare and _INITIALS.fullmatch(place.words) is not None and place.near_edge


def turning(place: Place) -> bool:
    """Links to the page before and the page after."""
    return len(place.line.targets) >= 2 and _TURNING.fullmatch(place.words) is not None


def survey(place: Place) -> bool:
    """A link that asks for the reader's opinion of the page."""
    asks = len(place.words) < 160 and wording.SURVEY.fullmatch(place.words) is not None
    return asks and bool(place.line.targets) and place.near_edge


def script_link(place: Place) -> bool:
    """A link that runs a script, or leads nowhere."""
    targets = place.line.targets
    runs = bool(targets) and all(t == "#" or t.startswith("javascript:") for t in targets)
    return runs and len(place.words) < 80 and _is_all_links(place.line)


def related(place: Place) -> bool:
    """A line in a list of related pages, or its heading."""
    if wording.RELATED.fullmatch(place.words.strip(" :")):
        return True
    return place.ground.is_related(place.start, place.end)


_SIDE_BY_SIDE = re.compile(r"\)\[[^\[\]]")
_LABELLED = re.compile(r"\s*\d{1,3}[.)]\s")


def _is_all_links(line: Line) -> bool:
    bare = re.sub(r"\[[^\[\]]*\]\([^()]*\)", "", line.raw)
    return re.search(r"\w", _LABELLED.sub("", bare)) is None


def menu(place: Place) -> bool:
    """Many links with hardly a word between them, links without a space between, or many glued titles."""
    fewest = 3 if place.near_edge and _is_all_links(place.line) else 4
    if len(place.line.targets) >= fewest and not prose(place.line):
        return not place.line.raw.lstrip().startswith("|")
    if len(place.line.targets) >= 2 and _SIDE_BY_SIDE.search(place.line.raw) and _is_all_links(place.line):
        return True
    text = place.words[:4000]
    glued = len(_GLUED.findall(text))
    return glued >= 6 and text.count(". ") * 6 <= glued and len(text) / glued < 80


def within_page(place: Place) -> bool:
    """Links to places of this page and nothing else: an entry of its contents."""
    targets = place.line.targets
    leads = bool(targets) and all(len(t) > 1 and t.startswith("#") for t in targets)
    return leads and len(place.words) <= 160 and _is_all_links(place.line) and not place.in_list_of_parties


def trail(place: Place) -> bool:
    """The page's own name at the end of the links that lead to it, above the policy."""
    named = bool(place.line.labels) and len(place.words) <= 100 and place.words[-1:] not in ".;:"
    if not named or place.line.targets or place.ground.place(place.start) > place.ground.first_prose:
        return False
    return place.ground.follows_links(place.start) and not _counts_or_rules(place.words)


def foot_heading(place: Place) -> bool:
    """A heading of the page's foot: below the last sentence, a few words above links and nothing else."""
    if not place.heads or not place.ground.is_tail(place.start) or len(place.words.split()) > 4:
        return False
    tells = wording.LEGAL.search(place.words) or wording.PARTIES.search(place.words)
    return not tells and not evidence.binds(place.words) and place.ground.heads_site_links(place.start)


def _lies_in(place: Place, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(first <= place.start < last for first, last in stretches)


def queue(place: Place) -> bool:
    """How long the staff takes to answer, or the label right above that."""
    if wording.QUEUE.fullmatch(place.words):
        return True
    below = place.ground.words_below(place.start) if place.words[-1:] == ":" else ""
    return len(place.words.split()) == 1 and wording.QUEUE.fullmatch(below) is not None


def summary(place: Place) -> bool:
    """A list that a machine made of what the page says, which says so above it."""
    return _lies_in(place, place.ground.machine_made)


def popup(place: Place) -> bool:
    """A line of the windows that a page opens over itself, recorded below or between its words."""
    return _lies_in(place, place.ground.popups) or _lies_in(place, place.ground.dialogs)


def card(place: Place) -> bool:
    """A title or a heading of cards that lead to other pages, and rules and counts nothing."""
    if len(place.words) > 80 or not _lies_in(place, place.ground.cards):
        return False
    return "@" not in place.words and not _counts_or_rules(place.words)


def after_feedback(place: Place) -> bool:
    """What stands below the question whether the page helped, and is no part of what it asks about."""
    below = place.ground.feedback_from < place.start
    return below and len(place.words) <= 100 and not _counts_or_rules(place.words)


def _counts_or_rules(words: str) -> bool:
    """True when words hold a digit, deny, allow or oblige."""
    return any(c.isdigit() for c in words) or evidence.rules(evidence.said(words))


def _leads_to_contact(line: Line) -> bool:
    return any(target.startswith(("mailto:", "tel:")) for target in line.targets)


_NOISE = frozenset(("repeated_footer", "footer", "navigation", "orphan_label", "marketing_tail"))


def noise(place: Place) -> bool:
    """A line of a stretch that the reading knows for the page's, without a number or a contact."""
    inside = place.noise_kind in _NOISE
    contact = _leads_to_contact(place.line) or "@" in place.words
    return inside and not contact and not evidence.binds(place.words)


def page_head(place: Place) -> bool:
    """A link or the title above the first sentence and the first heading."""
    if place.ground.place(place.start) >= place.ground.first_prose or len(place.words) > 80:
        return False
    links = place.line.targets
    leads = bool(links) and not _leads_to_contact(place.line)
    titled = bool(place.words) and place.words == (place.ground.reading.title or "")
    return titled or (leads and len(place.words.split()) <= 8 and not any(c.isdigit() for c in place.words))


def question(place: Place) -> bool:
    """A title of those between the page's title and its text, which says what the page answers."""
    first, last = place.ground.questions
    company = evidence.names_company(place.words)
    return first <= place.start < last and not company and not evidence.rules(evidence.said(place.words))


def below_title(place: Place) -> bool:
    """A link of a few words between the title and the first sentence, to no legal text and no contact."""
    line, ground = place.line, place.ground
    number = ground.place(place.start)
    if not line.targets or place.heads or not ground.first_prose < number < ground.first_sentence:
        return False
    few = 0 < len(line.words.split()) <= 3 and number < _TOP * 3 and _is_all_links(line)
    if not few or _leads_to_contact(line) or place.in_list_of_parties or wording.LEGAL.search(line.words):
        return False
    return not any(c.isdigit() for c in line.words)


def site_name(place: Place) -> bool:
    """The site's name: a few words among the first lines, above the first heading or right over the title."""
    number = place.ground.place(place.start)
    over_title = number == 0 and place.heads and not place.is_heading and len(place.ground.headings) > 1
    if not (over_title or number < min(place.ground.first_prose, _TOP)):
        return False
    if place.line.targets or place.line.marked or wording.LEGAL.search(place.words):
        return False
    few = 0 < len(place.words.split()) <= 6 and place.words[-1:].isalnum() and "@" not in place.words
    return few and not evidence.binds(place.words) and not evidence.names_company(place.words)


def teaser(place: Place) -> bool:
    """A short line that leads up to a button above the first heading, and binds nobody."""
    ground = place.ground
    above = ground.place(place.start) < ground.first_prose and ground.leads_with_a_button
    return above and len(place.words) <= 100 and not place.line.marked and not evidence.binds(place.words)


def page_tail(place: Place) -> bool:
    """A line of links in a part without sentences at the end, none to a legal text or a contact."""
    line = place.line
    if not place.ground.is_tail(place.start) or not line.targets or len(line.words) > 80:
        return False
    if place.in_list_of_parties:
        return False
    linked = _is_all_links(line)
    contact = _leads_to_contact(line)
    listed = min(place.ground.site_links_from, place.ground.foot_from) <= place.start
    return linked and not contact and (listed or wording.LEGAL.search(line.words) is None)


def advertisement(place: Place) -> bool:
    """A sentence of an advertisement below the policy, which rules and counts nothing and leads nowhere."""
    if place.line.targets or place.noise_kind != "marketing_tail":
        return False
    return not _counts_or_rules(place.words)


MENU = "a menu"
WIDGET = "a widget of the page"
ADVERTISEMENT = "an advertisement below the policy"
RULES: tuple[tuple[str, Rule], ...] = (
    ("an image", image),
    ("a link without words", empty_link),
    ("a button or label of the page", interface),
    (WIDGET, widget),
    ("a counter of views", counter),
    ("a time relative to the visit", relative_time),
    ("a list of languages", language_picker),
    ("a link to the text in another language", translation),
    ("a file attached to the page", attachment),
    ("a survey", survey),
    ("a link to the next page", turning),
    ("who wrote the page", initials),
    ("a button of the page", script_link),
    ("a list of related pages", related),
    (MENU, menu),
    ("the page's head above the policy", page_head),
    ("the site's name above the policy", site_name),
    ("a link below the title", below_title),
    ("what the page answers, below the title", question),
    ("a teaser above the policy", teaser),
    ("the links that lead to the page", trail),
    ("a link within the page", within_page),
    ("how long the staff takes to answer", queue),
    ("a summary that a machine made", summary),
    ("a heading of the page's foot", foot_heading),
    ("the page's foot below the policy", page_tail),
    ("a list of related pages", card),
    ("a window that opens over the page", popup),
    ("what follows the page's question whether it helped", after_feedback),
    (ADVERTISEMENT, advertisement),
    ("what the page sets around the policy", noise),
)
"""Each says of a line whether it is furniture, under the name a reader is told."""

CHANGING = frozenset({"a counter of views", "a time relative to the visit", WIDGET, ADVERTISEMENT})
"""Furniture that is so whatever its numbers or words say."""


def named(place: Place) -> str | None:
    """What furniture a line is, None when it is none."""
    return next((name for name, rule in RULES if rule(place)), None)
