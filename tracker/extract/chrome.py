"""What is chrome on a page: navigation, banners, footers, dialogs, related links (EXTRACTION.md 2).

Deleting boilerplate beats finding an article. Chrome is removed only while it holds a small share of the
page's prose, and never from the middle of the prose unless it is made of links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from lxml import etree

from tracker.extract.tree import HEADINGS, Page, holds, outermost, remove
from tracker.remembering import remember

_UNSEEN = frozenset(
    "script style noscript template iframe svg canvas object embed audio video map head link meta "
    "select textarea input option datalist progress meter dialog img picture source".split()
)
_HARD_TAGS = frozenset(("nav", "footer"))
_HARD_ROLES = frozenset(
    "navigation dialog alertdialog listbox contentinfo search menu menubar toolbar tooltip banner "
    "complementary tablist".split()
)
_VENDORS = re.compile(
    r"onetrust|cookiebot|cybotcookie|didomi|usercentrics|truste|trustarc|qc-cmp2|quantcast|cookieyes|cky-|"
    r"iubenda-cs|osano-cm|cc-window|cmplz|termly-|axeptio|tarteaucitron|klaro|fc-consent|sp_message|"
    r"moove_gdpr|intercom-|zendesk-widget|hubspot-messages|drift-widget|crisp-client|recaptcha",
    re.I,
)
_BANNERS = re.compile(
    r"(cookies?|consent|gdpr)[-_]?(banner|bar|popup|modal|wall|dialog|overlay|layer|toast|prompt|manager)|"
    r"modal-cookies?|(outdated|legacy|old|unsupported)[-_]?browser|browser[-_]?(upgrade|warning)",
    re.I,
)
_NOTICES = re.compile(
    r"cookies?[-_]?(notice|notification|consent|law|message|settings|preferences|disclaimer|alert)", re.I
)
"""Names of what asks for consent; of a heading, and amid the prose, they are what a section is about."""
_MODAL = re.compile(r"(^|[-_\s])(modal|modals|popup|pop-up|popin|lightbox|overlay)($|[-_\s])", re.I)
_SOFT = re.compile(
    r"(^|[-_\s])(nav|navbar|navigation|menu|submenu|megamenu|sidebar|side-bar|footer|header|masthead|topbar|"
    r"top-bar|breadcrumbs?|share|sharing|social|socials|related(?:posts|articles)?|"
    r"drawer|off-?canvas|recommended|recommendations|newsletter|"
    r"subscribe|subscription-form|promo|advert|advertisement|ads|banner|skip-link|skiplink|lang-switcher|"
    r"language-switcher|language-selector|locale|pagination|pager|comments|comment-list|search-form|"
    r"searchbar|search-box|cta|toast|snackbar|info-bar|download-app|app-links|toc|back-to-top|feedback|helpful|vote|article-votes|"
    r"article-relatives|recent-articles|user-menu|login-form|signup)($|[-_\s])",
    re.I,
)
_FIXED = re.compile(r"position\s*:\s*fixed", re.I)
_SOFT_TAGS = frozenset(("aside", "header", "form"))
_MARKS = frozenset(("class", "id", "role", "aria-modal", "style"))
"""Attributes by which an element may say that it is chrome."""
_HARD_KEEP, _SOFT_KEEP = 0.5, 0.15
"""Chrome that holds more than this share of the page's prose is not chrome."""
_NAMED_KEEP = 0.4
"""The share for names that say little else: of a short imprint the footer is a good part of the page."""
_NAMED = frozenset(("footer", "newsletter", "navbar", "breadcrumb", "breadcrumbs", "masthead"))
_EDGE = 0.03
"""Before the first and after the last such share of the prose, soft chrome may hold words of its own."""
_MANY = 3
"""More footers than an article, its page and its comments have."""
_DATE_LINE = re.compile(
    r"\b(19|20)\d\d\b.{0,80}$|\b(updated|modified|revised|effective|aktualisiert|stand|mise à jour|vigueur|"
    r"actualizaci[oó]n|aggiornamento|bijgewerkt)\b",
    re.I,
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits", re.I)
"""A year beside one of these is no date of the text."""
_DATE_TAGS = frozenset("p div span time h2 h3 h4 h5 h6 em small".split())
_DATE_WORDS = 14
_HEAD_NAMES = re.compile(r"header|hero|banner", re.I)


def drop_unseen(root: etree._Element) -> None:
    """What a reader never sees leaves, before anything is counted."""
    for el in list(root.iter(*_UNSEEN)):
        if el.tag == "template" and el.get("shadowrootmode") == "open":
            el.tag = "div"  # what a component shows, sent along with the page
        elif not _open_dialog(el):
            remove(el)


def _open_dialog(el: etree._Element) -> bool:
    return bool(el.tag == "dialog" and el.get("open") is not None)


def drop_chrome(page: Page, body: etree._Element) -> None:
    """All chrome leaves, the surest kinds first."""
    _drop_buttons(page, body)
    _drop_kinds(page, body, _hard, _HARD_KEEP)
    _drop_kinds(page, body, _soft, _SOFT_KEEP)


def _drop_buttons(page: Page, body: etree._Element) -> None:
    """Buttons leave, unless they open a panel (its title is policy) or hold a heading."""
    for el in list(body.iterdescendants("button")):
        opens = el.get("aria-expanded") is not None or el.get("aria-controls") or el.get("data-toggle")
        inside = any(above.tag in HEADINGS or above.tag == "summary" for above in el.iterancestors())
        if not (inside or holds(el, *HEADINGS) or (opens and page.words.get(el, 0) > 0)):
            page.drop(el)


def _drop_kinds(
    page: Page, body: etree._Element, kind_of: Callable[[Page, etree._Element], str | None], keep: float
) -> None:
    """Remove chrome kind by kind, but no kind that holds over ``keep`` of the prose in all."""
    kinds: dict[str, list[etree._Element]] = {}
    marked = _marked(body)

    def most(kind: str) -> float:
        return max(keep, _NAMED_KEEP) if kind in _NAMED else keep

    layout = _layout_classes(page, marked) if kind_of is _soft else frozenset()
    for el in marked:
        kind = kind_of(page, el)
        if kind and el.get("class") not in layout and page.share(el, body) <= most(kind):
            kinds.setdefault(kind, []).append(el)
    for kind, found in kinds.items():
        outer = [el for el in outermost(found) if el.getparent() is not None]
        if sum(page.share(el, body) for el in outer) <= most(kind):
            for el in outer:
                _drop_keeping_title(page, el)


def _marked(body: etree._Element) -> list[etree._Element]:
    """The elements that may be chrome, in the page's order: those that say something of themselves."""
    tags = _HARD_TAGS | _SOFT_TAGS
    return [el for el in body.iterdescendants() if el.tag in tags or not _MARKS.isdisjoint(el.keys())]


def _layout_classes(page: Page, marked: list[etree._Element]) -> frozenset[str]:
    """Classes of what looks like chrome and stands amid the prose: at its edges it is none either."""
    amid = (el for el in marked if _soft_kind(el) and _is_layout(page, el))
    return frozenset(el.get("class", "") for el in amid) - {""}


# --- kinds of chrome -------------------------------------------------------------------------------------


def _hard(page: Page, el: etree._Element) -> str | None:
    """What makes an element chrome beyond doubt: its tag, role, a dialog's or a cookie vendor's name."""
    if el.tag in _HARD_TAGS:
        return None if el.tag == "footer" and _is_closing_line(page, el) else str(el.tag)
    role = el.get("role", "").lower()
    if role in _HARD_ROLES:
        return str(role)
    if el.get("aria-modal", "").lower() == "true":
        return "modal"
    names = f"{el.get('id', '')} {el.get('class', '')}"
    notice = _notice_name(names)
    return _hard_name(names) or (notice if notice and not _is_section(page, el) else None)


def _is_closing_line(page: Page, el: etree._Element) -> bool:
    """True for prose in one of many footers: each section has its own."""
    parent = el.getparent()
    of_part = parent is not None and parent.tag in ("article", "section") and not page.mostly_links(el)
    return of_part and next(islice(page.root.iter("footer"), _MANY, None), None) is not None


def _is_section(page: Page, el: etree._Element) -> bool:
    """True for a heading and for a part amid the prose: there "cookie-settings" is what the text is about."""
    return el.tag in HEADINGS or bool(page.prose.get(el, 0) and _amid(page, el))


@remember(4096)
def _notice_name(names: str) -> str | None:
    found = _NOTICES.search(names) if len(names) > 3 else None
    return found[0].lower() if found else None


@remember(4096)
def _hard_name(names: str) -> str | None:
    if len(names) < 3:
        return None
    vendor = _VENDORS.search(names) or _BANNERS.search(names)
    if vendor:
        return vendor[0].lower()
    return "modal" if _MODAL.search(" ".join(n for n in names.split() if len(n) < 60)) else None


def _soft(page: Page, el: etree._Element) -> str | None:
    """What makes an element chrome perhaps: its tag, a word of its class or id, a place fixed on the screen.

    Amid the prose such words are names of a layout (an accordion's header, a card's navigation): only what
    is made of links is chrome there.
    """
    kind = _soft_kind(el)
    return None if kind is None or _is_layout(page, el) else kind


def _soft_kind(el: etree._Element) -> str | None:
    if el.tag in _SOFT_TAGS:
        return str(el.tag)
    fixed = "fixed" if _FIXED.search(el.get("style", "")) else None
    return _soft_name(el.get("id", ""), el.get("class", "")) or fixed


def _is_layout(page: Page, el: etree._Element) -> bool:
    """True for prose amid the prose."""
    return _amid(page, el) and page.words.get(el, 0) > 0 and not page.mostly_links(el)


def _amid(page: Page, el: etree._Element) -> bool:
    """True when prose stands both before and after an element."""
    total = max(page.prose.get(page.root, 0), 1)
    before = page.before.get(el, 0)
    return before > _EDGE * total and before + page.prose.get(el, 0) < (1 - _EDGE) * total


@remember(4096)
def _soft_name(mark: str, classes: str) -> str | None:
    word = _SOFT.search(_class_words(mark, classes))
    return word[2].lower() if word else None


def _class_words(mark: str, classes: str) -> str:
    """Class and id, the id only when it is no slug of a heading: those have many words."""
    slug = len(re.findall(r"[A-Za-z]{2,}", mark)) > 3
    kept = " ".join(c for c in classes.split() if len(c) < 60)
    return re.sub(r"([a-z])([A-Z])", r"\1-\2", f"{kept} {'' if slug else mark}").replace("__", "-")


# --- what chrome leaves behind ---------------------------------------------------------------------------


def _drop_keeping_title(page: Page, el: etree._Element) -> None:
    """Remove chrome, but leave the h1 and the date line of a page header behind."""
    kept: list[etree._Element] = []
    names = _class_words(el.get("id", ""), el.get("class", ""))
    if el.tag == "header" or _HEAD_NAMES.search(names):
        kept = list(outermost([c for c in el.iterdescendants() if title_or_date(page, c)]))
    for child in kept:
        child.tail = None
        el.addprevious(child)
    page.drop(el)
    for child in kept:
        page.add(child)


def title_or_date(page: Page, el: etree._Element) -> bool:
    """True for a page's h1, and for a short line with a date or a word such as "updated"."""
    if el.tag == "h1":
        return True
    if el.tag not in _DATE_TAGS or not 1 < page.words.get(el, 0) <= _DATE_WORDS:
        return False
    words = " ".join(el.itertext())
    dated = any(c.isdigit() for c in words) and _DATE_LINE.search(words)
    return bool(dated) and not _RIGHTS.search(words)
