"""A page cut down to its policy: chrome leaves, hidden panels stay (EXTRACTION.md 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from cssselect import SelectorError
from lxml import etree

from tracker.extract import links
from tracker.extract.chrome import drop_chrome, drop_unseen, title_or_date
from tracker.extract.tree import HEADINGS, Page, count, holds, outermost, remove

_MOST = 0.985
"""The policy's container holds at least this share of the prose."""
_LANDMARK = 0.9
"""The one main or article element of a page is its container with this share already."""
_SENTENCE = 15
"""So many words of prose outside the container are no caption."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_OF_A_POLICY = re.compile(
    r"polic|privacy|\bdata\b|\bterms\b|agreement|\blaw\b|rights?\b|donn[ée]es|confidentialit|conditions|daten|"
    r"recht|bedingungen|privacidad|datos|derechos|t[ée]rminos|dati|diritti|dados|gegevens|voorwaarden",
    re.I,
)
MASKS = ("email-protection", "data-cfemail")
"""One of these stands in the source of every page whose e-mail addresses are masked."""
_PROTECTED = "/cdn-cgi/l/email-protection#"
_TWIN = 0.2
_FEWEST = 120
"""A part of a page with fewer words is a heading or a pointer, not a policy."""
_WIDGET = 30
"""Words of the smallest part that is looked for again under its name."""
_TITLE_TAGS = ("h1", "h2", "h3")
_CONTACT = ("mailto:", "tel:")
"""Links of these kinds end a policy, not a page."""
_NO_CONTAINER = frozenset(("p", "ul", "ol", "table", "tr", "td", "li", "pre", "code")) | HEADINGS


def clean(
    root: etree._Element, *, select: Sequence[str] = (), remove: Sequence[str] = (), url: str | None = None
) -> tuple[etree._Element, list[str]]:
    """The element that holds the policy, and warnings; the tree is cut in place.

    ``select`` and ``remove`` are CSS selectors. Selectors break silently: one that matches nothing is told,
    and when less than half of the text found without them is left, they are passed over.
    """
    warnings: list[str] = []
    _drop_named(root, remove, warnings)
    drop_unseen(root)
    named = _selected(root, select, warnings) if select else _fragment(root, url)
    if named is None:
        return _policy(root), warnings
    part, whole = _policy(named), None if not select else _policy(root)
    if whole is not None and len("".join(part.itertext())) * 2 < len("".join(whole.itertext())):
        warnings.append("select leaves less than half of the page's text: the whole page is read instead")
        return whole, warnings
    return part, warnings


def _policy(root: etree._Element) -> etree._Element:
    """The element that holds the policy's text, cleaned of chrome."""
    page = count(root)
    body = root.find(".//body")
    body = root if body is None else body
    drop_chrome(page, body)
    found = _container(page, body)
    _prune_edges(page, found)
    _drop_twins(page, found)
    _drop_shown_again(page, found)
    return found


# --- what people ask for ---------------------------------------------------------------------------------


def _css(root: etree._Element, css: str, name: str, warnings: list[str]) -> list[etree._Element]:
    try:
        found: list[etree._Element] = root.cssselect(css, translator="html")
    except SelectorError as error:
        warnings.append(f"{name} {css!r} is no CSS selector: {error}")
        return []
    if not found:
        warnings.append(f"{name} {css!r} matches nothing: the page may have changed")
    return found


def _drop_named(root: etree._Element, selectors: Sequence[str], warnings: list[str]) -> None:
    for css in selectors:
        for el in _css(root, css, "remove", warnings):
            remove(el)


def _selected(root: etree._Element, select: Sequence[str], warnings: list[str]) -> etree._Element | None:
    """A copy of all that the selectors name in the page's order, nested matches once; None for nothing."""
    found = {el for css in select for el in _css(root, css, "select", warnings)}
    if not found:
        return None
    holder = etree.Element("div")
    for el in outermost([el for el in root.iter() if el in found]):
        part = deepcopy(el)
        part.tail = None
        holder.append(part)
    return holder


def _fragment(root: etree._Element, url: str | None) -> etree._Element | None:
    """The part of a page that the address's #fragment names; None unless it is a policy's length."""
    name = url.rsplit("#", 1)[1] if url and "#" in url else ""
    if not name or links.token(name):
        return None
    found = root.xpath("//*[@id=$name or @name=$name]", name=name)
    part = found[0] if found else None
    return None if part is None or len(" ".join(part.itertext()).split()) < _FEWEST else part


# --- what stays ------------------------------------------------------------------------------------------


def _container(page: Page, body: etree._Element) -> etree._Element:
    """The smallest element with nearly all of the prose; headings, title and date lines come along."""
    total = page.prose.get(body, 0)
    landmarks = _landmarks(page, body)
    at = body
    above: list[etree._Element] = []
    carried: list[etree._Element] = []
    closing: list[etree._Element] = []
    while (below := _next_within(page, at, landmarks, total)) is not None:
        above += _headings_above(page, below)
        elders = list(below.itersiblings(preceding=True))[::-1]
        carried += [c for elder in elders for c in _opening(page, elder, below in landmarks)]
        closes = [younger for younger in below.itersiblings() if _closes(page, younger)]
        carried += [
            c for younger in below.itersiblings() if younger not in closes for c in _titles(page, younger)
        ]
        closing = closes + closing
        at = below
    titled = bool(above) or holds(at, "h1")
    for el in reversed(carried):
        if el in above or el.tag not in _TITLE_TAGS or not titled:
            _put_first(at, el)
    at.extend(closing)
    return at


def _next_within(
    page: Page, at: etree._Element, landmarks: frozenset[etree._Element], total: int
) -> etree._Element | None:
    """The one child that goes on holding nearly all of the prose; None when there is no such container."""
    for child in at:
        least = _LANDMARK if child in landmarks else _MOST
        if page.prose.get(child, 0) >= least * total:
            return child if child.tag not in _NO_CONTAINER or _places(page, child, total) else None
    return None


def _landmarks(page: Page, body: etree._Element) -> frozenset[etree._Element]:
    """The one main and the one article element of a page, where most of the prose is, and all around them."""
    found: set[etree._Element] = set()
    for tag in ("main", "article"):
        named = body.findall(f".//{tag}")
        if len(named) == 1 and page.share(named[0], body) >= _LANDMARK:
            found.update(named, named[0].iterancestors())
    return frozenset(found)


def _places(page: Page, el: etree._Element, total: int) -> bool:
    """True for a table, or a part of one, that only places things: one cell of it is the page."""
    while el.tag in ("table", "tbody", "tr"):
        largest = max(el, key=lambda child: page.prose.get(child, 0), default=None)
        if largest is None or page.prose.get(largest, 0) < _MOST * total:
            return False
        el = largest
    return el.tag == "td" and holds(el, "p", "div", "table", *HEADINGS)


def _opening(page: Page, el: etree._Element, outside: bool) -> list[etree._Element]:
    """What comes along of an element before the container: all when it speaks in sentences.

    ``outside`` the element that a page names its main one, only what speaks as policies do.
    """
    told = _speaks(page, el) and (not outside or _OF_A_POLICY.search(" ".join(el.itertext())))
    return [el] if told else _titles(page, el)


def _closes(page: Page, el: etree._Element) -> bool:
    """True for a last section that stands outside the container: a heading, and sentences of a policy."""
    return holds(el, *HEADINGS) and _speaks(page, el) and bool(_OF_A_POLICY.search(" ".join(el.itertext())))


def _speaks(page: Page, el: etree._Element) -> bool:
    """True when an element is prose, of at least a sentence, that is shown."""
    prose = page.prose.get(el, 0)
    shown = not _HIDDEN.search(el.get("style", "")) and el.get("aria-hidden") != "true"
    return prose >= _SENTENCE and prose * 2 > page.words.get(el, 0) and shown and _ends_a_sentence(el)


def _ends_a_sentence(el: etree._Element) -> bool:
    return any(
        len(piece.split()) >= _SENTENCE // 2 and piece.rstrip().endswith((".", "!", ":", "。"))
        for piece in el.itertext()
    )


def _headings_above(page: Page, below: etree._Element) -> list[etree._Element]:
    """The headings right above an element, with nothing but date lines between."""
    found: list[etree._Element] = []
    for elder in below.itersiblings(preceding=True):
        if elder.tag in _TITLE_TAGS:
            found.append(elder)
        elif page.words.get(elder, 0) and not title_or_date(page, elder):
            break
    return found


def _titles(page: Page, el: etree._Element) -> list[etree._Element]:
    """Title and date lines at and below an element, and the element itself when it is a heading."""
    if el.tag in _TITLE_TAGS:
        return [el]
    found = [c for c in el.iter() if isinstance(c.tag, str) and c.tag != "a" and title_or_date(page, c)]
    return list(outermost(found))


def _put_first(at: etree._Element, el: etree._Element) -> None:
    el.tail = None
    at.insert(0, el)
    if at.text and at.text.strip():
        el.tail, at.text = at.text, None


def _prune_edges(page: Page, at: etree._Element) -> None:
    """Link lists before the first and after the last paragraph of prose leave."""
    for children in (list(at), list(reversed(at))):
        for child in _edge(page, children):
            page.drop(child)


def _edge(page: Page, children: list[etree._Element]) -> Iterator[etree._Element]:
    for child in children:
        if not isinstance(child.tag, str):
            continue
        words, prose = page.words.get(child, 0), page.prose.get(child, 0)
        if words == 0:
            continue
        if prose * 4 > words or title_or_date(page, child) or (child.tail and child.tail.strip()):
            return
        if any(a.get("href", "").startswith(_CONTACT) for a in child.iter("a")):
            return
        yield child


def _drop_twins(page: Page, at: etree._Element) -> None:
    """The second of two equal parts leaves if a fifth of the page or more: a twin for phones."""
    fewest = max(_TWIN * page.words.get(at, 0), 1)
    by_length: dict[int, list[etree._Element]] = {}
    for el in _large(page, at, fewest):
        by_length.setdefault(page.words[el], []).append(el)
    for alike in by_length.values():
        _drop_equal(page, list(outermost(alike)))


def _large(page: Page, at: etree._Element, fewest: float) -> Iterator[etree._Element]:
    """The elements below with so many words, in the page's order: in smaller ones there are none."""
    waiting = [at]
    while waiting:
        el = waiting.pop()
        if el is not at:
            yield el
        waiting += [child for child in reversed(el) if page.words.get(child, 0) >= fewest]


def _drop_shown_again(page: Page, at: etree._Element) -> None:
    """A part that bears the name of an earlier one and says the same leaves: a widget put in twice.

    Clauses are repeated in a policy too, but names are given once.
    """
    alike: dict[tuple[str, int], list[etree._Element]] = {}
    for el in at.iterdescendants():
        words = page.words.get(el, 0)
        if words >= _WIDGET and (name := el.get("id")):
            alike.setdefault((name, words), []).append(el)
    for parts in alike.values():
        _drop_equal(page, list(outermost([el for el in parts if el.getparent() is not None])))


def _drop_equal(page: Page, alike: list[etree._Element]) -> None:
    seen: set[str] = set()
    for el in alike if len(alike) > 1 else ():
        text = " ".join(" ".join(el.itertext()).split())
        if text in seen:
            page.drop(el)
        seen.add(text)


# --- masks -----------------------------------------------------------------------------------------------


def unmask_mail(root: etree._Element) -> None:
    """Undo Cloudflare's protection of e-mail addresses, which changes at every fetch."""
    for el in list(root.iter("*")):
        coded = el.get("data-cfemail")
        if coded is not None:
            el.text = _uncoded(coded) or el.text
            for child in list(el):
                el.remove(child)
        elif el.tag == "a" and _PROTECTED in el.get("href", ""):
            mail = _uncoded(el.get("href", "").rsplit("#", 1)[1])
            if mail:
                el.set("href", f"mailto:{mail}")


def _uncoded(coded: str) -> str | None:
    try:
        octets = bytes.fromhex(coded)
        return bytes(octet ^ octets[0] for octet in octets[1:]).decode() if octets else None
    except (ValueError, UnicodeDecodeError):
        return None
