"""What tells that a change matters: numbers, negation, modality, money, hosts, parties ..."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from urllib.parse import unquote

from tracker.facts import patterns
from tracker.significance.dated import DATE
from tracker.significance.plain import Line, key
from tracker.significance.plain import words as words_of

Evidence = Counter[str]
_LOOKED_INTO = 8000
_LINES = 60


def _words(*listed: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(chain.from_iterable(x.split() for x in listed)) + r")(?!\w)", re.I
    )


_NEGATION = re.compile(
    _words(
        "not no never none nor neither without cannot except unless nothing nobody",
        "nicht kein keine keinen keiner keinem keines nie niemals ohne weder",
        "ne pas sans jamais aucun aucune ni non nunca sin ningún ninguna ninguno não nem sem nenhum nenhuma",
        "senza mai nessun nessuna nessuno niet geen nooit zonder inte ej ingen inga aldrig utan ikke "
        "uden uten",
        "nem ne nincs soha nélkül nie bez nikdy žádný nu fără nici ei eivät ilman",
    ).pattern + r"|\b\w+n['’]t\b|(?<!\w)n['’](?=\w)",
    re.I,
)  # fmt: skip
_MODALITY = _words(
    "may must shall should will would can could might cannot ought required require requires obliged "
    "permitted",
    "allowed prohibited forbidden entitled mandatory optional consent",
    "muss müssen darf dürfen kann können soll sollen sollte verpflichtet berechtigt",
    "peut peuvent pouvez doit doivent devez devra pourra pourrons pouvons interdit obligatoire",
    "puede pueden podrá podrán debe deben deberá deberán pode podem poderá deve devem deverá",
    "può possono deve devono dovrà potrà mag mogen moet moeten kan kunnen zal zullen får ska måste kan "
    "skal må",
    "może mogą musi muszą może moze morate köteles jogosult lehet kell smí může musí poate trebuie",
)
_COMPANY = re.compile(
    r"(?:[A-Z][\w&.'’-]*,?\s+){1,5}(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|AG|SE|S\.?A\.?S?|"
    r"S\.?à\.?\s?r\.?l|SARL|SAS|S\.?r\.?l|S\.?p\.?A|B\.?V|N\.?V|AB|ASA|AS|A/S|ApS|Oy|Oyj|PLC|plc|LLP|"
    r"ULC|Pty|Corp|Corporation|Company|K\.?K|Kft|Zrt|s\.r\.o|a\.s|d\.o\.o|Sp\.\s?z\s?o\.o|Co)\b\.?"
)
_SUFFIXED = re.compile(r"(?:Inc|LLC|Ltd|Limited|GmbH|AG|SARL|ULC|Corp|plc|Pty)\b")
_RECIPIENT = re.compile(
    r"(?:share|shared|disclose|disclosed|sell|sold|transfer|transferred|provide|"
    r"provided)\s+(?:[\w'’]+\s+){0,6}?(?:with|to)\s+(?:[\w'’-]+\s?){1,5}",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"[“\"„«]\s?(?:\*\*)?[A-Z][\w\s'’-]{1,40}?(?:\*\*)?\s?[”\"“»]")
_REFERENCE = re.compile(
    r"(?:\b(?:Section|Article|Clause|Paragraph|Annex|Schedule|Exhibit|Appendix|Abschnitt|Ziffer|"
    r"Artikel|Art\.|Punkt|point|artículo|articolo|artigo|sección)|§)\s*\d+(?:\.\d+)*[a-z]?",
    re.IGNORECASE,
)


def _counter(pattern: re.Pattern[str], text: str) -> Evidence:
    return Counter(" ".join(m.group().casefold().split()) for m in pattern.finditer(text))


def numbers(text: str) -> Evidence:
    """The numbers of a text, those in words included."""
    spelt = (
        w for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text.casefold()) if w in patterns.NUMBER_WORDS
    )
    return Counter(m.group() for m in patterns.NUMBER.finditer(text)) + Counter(spelt)


def negations(text: str) -> Evidence:
    return _counter(_NEGATION, text)


def modalities(text: str) -> Evidence:
    return _counter(_MODALITY, text)


def money(text: str) -> Evidence:
    found = _counter(patterns.MONEY, text)
    return found + Counter(re.findall(r"[$€£¥₹₩₽]", text))


def host(target: str) -> str:
    """The host a link leads to, redirectors unwrapped, without "www."; "" for a place in the same site."""
    address = unwrapped(target)
    if address.casefold().startswith("mailto:"):
        return address[7:].split("?")[0].strip("\\<>").casefold()
    if address.casefold().startswith("tel:"):
        return re.sub(r"\D", "", address)
    found = re.match(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@?#]*@)?([^/?#:\\]+)", address, re.IGNORECASE)
    return found.group(1).casefold().removeprefix("www.").rstrip(".") if found else ""


_WRAPPED = re.compile(
    r"[?&](?:u|url|q|target|to|dest|destination|redirect|next|goto)=(https?(?:%3A|:)[^&#\s]+)", re.I
)
_REDIRECTOR = re.compile(
    r"//(?:l|lm|out|go|away|click|redirect|link)\.[\w.-]+/|/(?:url|l\.php|redirect|away|out|leaving)\b"
)


def unwrapped(target: str) -> str:
    """Where a link leads in the end, when it goes through a redirector that says so."""
    if _REDIRECTOR.search(target) and (found := _WRAPPED.search(target)):
        return unquote(found.group(1))
    return target


def hosts(lines: Iterable[Line]) -> Evidence:
    """The hosts and addresses that links lead to or that stand in the text."""
    found: Evidence = Counter()
    for line in lines:
        found.update(h for h in map(host, line.targets) if h)
        found.update(m.group(1).casefold().removeprefix("www.") for m in patterns.HOST.finditer(line.words))
        found.update(m.group().casefold() for m in patterns.EMAIL.finditer(line.words))
    return found


CRITICAL: tuple[tuple[str, Callable[[str], Evidence]], ...] = (
    ("number", numbers),
    ("negation", negations),
    ("modality", modalities),
    ("money", money),
)
"""Evidence that no weaker rule may overrule."""

TELLING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("period", patterns.PERIOD),
    ("percent", patterns.PERCENT),
    ("age", patterns.AGE),
    ("date", DATE),
    ("email", patterns.EMAIL),
    ("party", _COMPANY),
    ("recipient", _RECIPIENT),
    ("defined_term", _DEFINED),
    ("reference", _REFERENCE),
)


def critical(older: Sequence[Line], newer: Sequence[Line]) -> tuple[str, ...]:
    """Which of number, negation, modality, money and host differ between lines before and lines after."""
    before, after = words_of(older), words_of(newer)
    tags = [tag for tag, find in CRITICAL if find(before) != find(after)]
    return tuple(tags + (["host"] if hosts(older) != hosts(newer) else []))


def tags(older: Sequence[Line], newer: Sequence[Line], known: Iterable[str] = ()) -> tuple[str, ...]:
    """All the evidence that differs between lines before and lines after, in a fixed order.

    Only the beginning of long texts is looked into: where so much changed, no tag says more.
    """
    before, after = words_of(older)[:_LOOKED_INTO], words_of(newer)[:_LOOKED_INTO]
    if before == after and not known:
        return ()
    found = [tag for tag, find in CRITICAL if find(before) != find(after)]
    found += ["host"] if hosts(older[:_LINES]) != hosts(newer[:_LINES]) else []
    found += [tag for tag, pattern in TELLING if _counter(pattern, before) != _counter(pattern, after)]
    return tuple(dict.fromkeys([*known, *found]))


def names_company(text: str) -> bool:
    """True when a text holds a company's legal form: a change of it is a change of party."""
    return _SUFFIXED.search(text) is not None


_HIDDEN = re.compile(
    r"[\w.+-]*\s?\[?email[\s\u00a0]protected\]?\s?[\w.@-]*|[\w.+-]{0,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
    re.IGNORECASE,
)


def unhidden(line: Line) -> str:
    """The key of a line with every e-mail address, plain or hidden from robots, as one token."""
    return key(_HIDDEN.sub("•", line.words))


def hides_address(line: Line) -> bool:
    """True when an e-mail address in the line was replaced to keep it from robots."""
    low = line.words.casefold()
    return "email protected" in low.replace("\u00a0", " ")


def masked_key(line: Line) -> str:
    """The key of a line with its digits hidden: the same for all states of a counter."""
    return re.sub(r"\d+", "0", line.key)
