"""A page cut down to its policy: chrome leaves, hidden panels stay (EXTRACTION.md 2).

Deleting boilerplate beats finding an article: chrome is removed only while it holds a small share of the
page's prose, the words outside links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tracker.extract import links

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
    r"iubenda-cs|osano-cm|cc-window|cmplz|termly-|axeptio|tarteaucitron|klaro|fc-consent|sp_message|moove_gdpr|"
    r"cookies?-?(banner|bar|notice|consent|popup|modal|wall|law|dialog|overlay|message|layer|settings|preferences)|modal-cookies?|consent-?(banner|manager|modal)|"
    r"gdpr-?(banner|popup|modal)|intercom-|zendesk-widget|hubspot-messages|drift-widget|crisp-client|recaptcha",
    re.I,
)
_SOFT = re.compile(
    r"(^|[-_\s])(nav|navbar|navigation|menu|submenu|megamenu|sidebar|side-bar|footer|header|masthead|topbar|top-bar|"
    r"breadcrumbs?|share|sharing|social|socials|related|recommended|recommendations|newsletter|subscribe|subscription-form|"
    r"promo|advert|advertisement|ads|banner|popup|pop-up|modal|overlay|skip-link|skiplink|lang-switcher|"
    r"language-switcher|language-selector|locale|pagination|pager|comments|comment-list|search-form|searchbar|"
    r"search-box|cta|download-app|app-links|toc|back-to-top|feedback|helpful|vote|article-votes|"
    r"article-relatives|recent-articles|user-menu|login-form|signup)($|[-_\s])",
    re.I,
)
_SOFT_TAGS = frozenset(("aside", "header", "form"))
_HARD_KEEP, _SOFT_KEEP = 0.5, 0.15
"""Chrome that holds more than this share of the page's prose is not chrome."""
_MOST = 0.985
"""The policy's container holds at least this share of the prose."""
_TWIN = 0.2
_DATE_LINE = re.compile(
    r"\b(19|20)\d\d\b.{0,80}$|\b(updated|modified|revised|effective|aktualisiert|stand|mise à jour|vigueur|"
    r"actualizaci[oó]n|aggiornamento|bijgewerkt)\b",
    re.I,
)
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Page:
    """A parsed page with the words of every element counted once."""

    root: etree._Element
    words: dict[etree._Element, int] = field(default_factory=dict)
    prose: dict[etree._Element, int] = field(default_factory=dict)
    """Words outside links, buttons and the like."""


def clean(
    root: etree._Element, *, select: Sequence[str] = (), remove: Sequence[str] = ()
) -> tuple[etree._Element, list[str]]:
    """The element that holds the policy, and warnings; the tree is cut in place.

    ``select`` and ``remove`` are CSS selectors. A selector that matches nothing, or less than half of what
    is found without it, is passed over with a warning: selectors break silently.
    """
    warnings: list[str] = []
    _unmask_mail(root)
    for css in remove:
        _drop_all(_css(root, css))
    _drop_unseen(root)
    page = count(root)
    chosen = _selected(page, select, warnings)
    if chosen is not None:
        return chosen, warnings
    body = root.find(".//body")
    body = root if body is None else body
    for rule in _RULES:
        rule(page, body)
        page = count(root)
    found = _container(page, body)
    _prune_edges(page, found)
    _drop_twins(count(found), found)
    return found, warnings


def count(root: etree._Element) -> Page:
    """The page with words and prose words counted from the leaves up."""
    page = Page(root)
    words, prose = page.words, page.prose
    for el in reversed(list(root.iter())):
        if not isinstance(el.tag, str):
            continue
        own = len(_WORD.findall(el.text)) if el.text else 0
        all_words, prose_words = own, own
        for child in el:
            tail = len(_WORD.findall(child.tail)) if child.tail else 0
            all_words += words.get(child, 0) + tail
            prose_words += prose.get(child, 0) + tail
        words[el] = all_words
        prose[el] = 0 if el.tag in ("a", "button", "label", "nav") else prose_words
    return page


# --- what leaves -----------------------------------------------------------------------------------------


def _drop_unseen(root: etree._Element) -> None:
    for el in list(root.iter()):
        if not isinstance(el.tag, str) or (el.tag in _UNSEEN and not _dialog_with_text(el)):
            _drop(el)


def _dialog_with_text(el: etree._Element) -> bool:
    return el.tag == "dialog" and el.get("open") is not None


def _hard(el: etree._Element) -> str | None:
    """What makes an element chrome beyond doubt: its tag, role or cookie vendor."""
    if el.tag in _HARD_TAGS:
        return str(el.tag)
    if el.get("role", "").lower() in _HARD_ROLES:
        return str(el.get("role")).lower()
    if el.get("aria-modal", "").lower() == "true":
        return "modal"
    vendor = _VENDORS.search(_names(el))
    return str(vendor[0]).lower() if vendor else None


def _soft(el: etree._Element) -> str | None:
    """What makes an element chrome perhaps: its tag, or a word of its class or id."""
    if el.tag in _SOFT_TAGS:
        return str(el.tag)
    word = _SOFT.search(_class_words(el))
    return str(word[2]).lower() if word else None


def _names(el: etree._Element) -> str:
    return f"{el.get('id', '')} {el.get('class', '')}"


def _class_words(el: etree._Element) -> str:
    """Class and id, the id only when it is no slug of a heading: those have many words."""
    mark = el.get("id", "")
    slug = len(re.findall(r"[A-Za-z]{2,}", mark)) > 3
    classes = " ".join(c for c in el.get("class", "").split() if len(c) < 60)
    return re.sub(r"([a-z])([A-Z])", r"\1-\2", f"{classes} {'' if slug else mark}").replace("__", "-")


def _drop_hard(page: Page, body: etree._Element) -> None:
    _drop_chrome(page, body, _hard, _HARD_KEEP)


def _drop_soft(page: Page, body: etree._Element) -> None:
    _drop_chrome(page, body, _soft, _SOFT_KEEP)


def _drop_chrome(
    page: Page, body: etree._Element, kind_of: Callable[[etree._Element], str | None], keep: float
) -> None:
    """Remove chrome kind by kind, but no kind that holds over ``keep`` of the prose in all."""
    total = max(page.prose.get(body, 0), 1)
    kinds: dict[str, list[etree._Element]] = {}
    for el in body.iterdescendants():
        kind = kind_of(el) if isinstance(el.tag, str) else None
        if kind and page.prose.get(el, 0) <= keep * total:
            kinds.setdefault(kind, []).append(el)
    for found in kinds.values():
        same = set(found)
        outer = [el for el in found if not any(a in same for a in el.iterancestors())]
        if sum(page.prose.get(el, 0) for el in outer) <= keep * total:
            for el in outer:
                _drop_keeping_title(page, el)


def _drop_keeping_title(page: Page, el: etree._Element) -> None:
    """Remove chrome, but leave the h1 and the date line of a page header behind."""
    if el.getparent() is None:
        return
    kept: list[etree._Element] = []
    if el.tag == "header" or re.search(r"header|hero|banner", _class_words(el), re.I):
        kept = [c for c in el.iterdescendants() if isinstance(c.tag, str) and _title_or_date(page, c)]
        kept = [c for c in kept if not any(a in kept for a in c.iterancestors())]
    parent = el.getparent()
    for child in kept:
        child.tail = None
        parent.insert(parent.index(el), child)
    _drop(el)


def _title_or_date(page: Page, el: etree._Element) -> bool:
    if el.tag == "h1":
        return True
    words = page.words.get(el, 0)
    if (
        el.tag not in ("p", "div", "span", "time", "h2", "h3", "h4", "h5", "h6", "em", "small")
        or not 1 < words <= 14
    ):
        return False
    return bool(_DATE_LINE.search(" ".join(el.itertext()))) and any(
        c.isdigit() for c in "".join(el.itertext())
    )


def _drop_buttons(page: Page, body: etree._Element) -> None:
    """Buttons leave, unless they open a panel (its title is policy) or hold a heading."""
    for el in list(body.iterdescendants("button")):
        opens = el.get("aria-expanded") is not None or el.get("aria-controls") or el.get("data-toggle")
        holds = el.find(".//h1") is not None or any(
            True for _ in el.iterdescendants("h2", "h3", "h4", "h5", "h6")
        )
        inside = any(True for _ in el.iterancestors("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
        if not (holds or inside or (opens and page.words.get(el, 0) > 0)):
            _drop(el)


_RULES: tuple[Callable[[Page, etree._Element], None], ...] = (_drop_buttons, _drop_hard, _drop_soft)


def _drop(el: etree._Element) -> None:
    """Remove an element with all below it; what follows it stays, apart by a space."""
    parent = el.getparent()
    if parent is None:
        return
    if el.tail:
        before = el.getprevious()
        if before is None:
            parent.text = (
                f"{parent.text or ''} {el.tail}" if el.tail[:1].isspace() else (parent.text or "") + el.tail
            )
        else:
            before.tail = (before.tail or "") + el.tail
    parent.remove(el)


def _drop_all(elements: list[etree._Element]) -> None:
    for el in elements:
        _drop(el)


# --- what stays ------------------------------------------------------------------------------------------


def _css(root: etree._Element, css: str) -> list[etree._Element]:
    found: list[etree._Element] = root.cssselect(css)
    return found


def _selected(page: Page, select: Sequence[str], warnings: list[str]) -> etree._Element | None:
    """One element that holds all that the selectors name, nested matches once; None when they do not do."""
    if not select:
        return None
    found: list[etree._Element] = []
    for css in select:
        matches = _css(page.root, css)
        if not matches:
            warnings.append(f"select {css!r} matches nothing: the page may have changed")
        found += matches
    chosen = set(found)
    outer = [el for el in dict.fromkeys(found) if not any(a in chosen for a in el.iterancestors())]
    words = sum(page.words.get(el, 0) for el in outer)
    if not words:
        return None
    if words * 2 < page.prose.get(page.root, 0) * 0.5:
        warnings.append("select leaves less than half of the page's text: the whole page is read instead")
        return None
    holder = etree.Element("div")
    for el in outer:
        el.tail = None
        holder.append(el)
    return holder


def _container(page: Page, body: etree._Element) -> etree._Element:
    """The smallest element with nearly all of the prose, its title and date lines carried along."""
    total = page.prose.get(body, 0)
    at = body
    carried: list[etree._Element] = []
    while True:
        below = next((c for c in at if page.prose.get(c, 0) >= _MOST * total), None)
        if below is None or below.tag in ("p", "ul", "ol", "table", "tr", "td", "h1", "h2", "li"):
            break
        carried += [
            c for sibling in at if sibling is not below
            for c in sibling.iter() if isinstance(c.tag, str) and c.tag != "a" and _title_or_date(page, c)
        ]  # fmt: skip
        at = below
    for el in reversed([c for c in carried if not any(a in carried for a in c.iterancestors())]):
        if el.tag != "h1" or at.find(".//h1") is None:
            el.tail = None
            at.insert(0, el)
            _push_text_behind(at, el)
    return at


def _push_text_behind(at: etree._Element, el: etree._Element) -> None:
    if at.text and at.text.strip():
        el.tail, at.text = at.text, None


def _prune_edges(page: Page, at: etree._Element) -> None:
    """Link lists before the first and after the last paragraph of prose leave."""
    for child in _edge(page, list(at)):
        _drop(child)
    for child in _edge(page, list(reversed(at))):
        _drop(child)


def _edge(page: Page, children: list[etree._Element]) -> Iterator[etree._Element]:
    for child in children:
        if not isinstance(child.tag, str):
            continue
        words, prose = page.words.get(child, 0), page.prose.get(child, 0)
        if words == 0:
            continue
        if prose * 4 > words or _title_or_date(page, child) or (child.tail and child.tail.strip()):
            return
        yield child


def _drop_twins(page: Page, at: etree._Element) -> None:
    """The second of two equal parts leaves if a fifth of the page or more: a twin for phones."""
    total = max(page.words.get(at, 0), 1)
    seen: dict[str, etree._Element] = {}
    for el in list(at.iterdescendants()):
        if not isinstance(el.tag, str) or page.words.get(el, 0) < _TWIN * total or el.getparent() is None:
            continue
        text = " ".join(" ".join(el.itertext()).split())
        twin = seen.setdefault(text, el)
        if twin is not el and twin not in el.iterancestors():
            _drop(el)


# --- masks -------------------------------------------------------------------------------------------------


def _unmask_mail(root: etree._Element) -> None:
    """Undo Cloudflare's protection of e-mail addresses, which changes at every fetch."""
    for el in root.iter():
        coded = el.get("data-cfemail") if isinstance(el.tag, str) else None
        if coded:
            el.text, el.attrib["data-cfemail"] = _uncoded(coded) or el.text, ""
            for child in list(el):
                el.remove(child)
        elif (
            isinstance(el.tag, str)
            and el.tag == "a"
            and "/cdn-cgi/l/email-protection#" in (el.get("href") or "")
        ):
            mail = _uncoded(el.get("href", "").rsplit("#", 1)[1])
            if mail:
                el.set("href", f"mailto:{mail}")


def _uncoded(coded: str) -> str | None:
    try:
        octets = bytes.fromhex(coded)
        return bytes(octet ^ octets[0] for octet in octets[1:]).decode() if octets else None
    except (ValueError, UnicodeDecodeError):
        return None


def fragment(root: etree._Element, url: str | None) -> etree._Element | None:
    """The part of a page that the address's #fragment names, or None."""
    name = url.rsplit("#", 1)[1] if url and "#" in url else ""
    if not name or links.token(name):
        return None
    found = root.xpath("//*[@id=$name or @name=$name]", name=name)
    return found[0] if found else None
