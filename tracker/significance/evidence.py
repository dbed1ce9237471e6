"""What tells that a change matters: numbers, negation, modality, money, hosts, parties ..."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tracker.align.spans import equal_head, equal_tail
from tracker.blocks.quick import one_of
from tracker.facts import patterns
from tracker.significance.links import host
from tracker.significance.plain import Line, key
from tracker.significance.plain import words as words_of

Evidence = Counter[str]
_LOOKED_INTO = 1500
_LINES = 40
_NEAR = 60
_BEGUN = 5
"""Characters by which a word is known again in another form: "Complaints" in "complain"."""

_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_ROOM = 12
_SIGN = re.compile(r"[$€£¥₹₩₽]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEGATION = frozenset(
    """
    not no never none nor neither without cannot except unless nothing nobody nicht kein keine keinen keiner
    keinem keines nie niemals ohne weder ne pas sans jamais aucun aucune ni non nunca sin ningún ninguna
    ninguno não nem sem nenhum nenhuma senza mai nessun nessuna nessuno niet geen nooit zonder inte ej ingen
    inga aldrig utan ikke uden uten nem nincs soha nélkül bez nikdy žádný nu fără nici ei eivät ilman
    """.split()
)
_MODALITY = frozenset(
    """
    may must shall should will would can could might cannot ought required require requires obliged permitted
    allowed prohibited forbidden entitled mandatory optional consent muss müssen darf dürfen kann können soll
    sollen sollte verpflichtet berechtigt peut peuvent pouvez doit doivent devez devra pourra pourrons pouvons
    interdit obligatoire puede pueden podrá podrán debe deben deberá deberán pode podem poderá deve devem
    deverá può possono devono dovrà potrà mag mogen moet moeten kan kunnen zal zullen får ska måste skal må
    może mogą musi muszą moze morate köteles jogosult lehet kell smí může musí poate trebuie
    """.split()
)
_FORM = (
    r"Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|AG|SE|S\.A\.S|SAS|S\.A|SARL|S\.?à\.?\s?r\.?l|S\.?r\.?l|S\.?p\.?A|B\.?V"
    r"|N\.?V|AB|ASA|A/S|ApS|Oyj?|PLC|plc|LLP|ULC|Pty|Corp|Corporation|K\.K|Kft|Zrt|s\.r\.o|a\.s|d\.o\.o"
)
_FORMS = tuple(
    """
    inc llc l.l.c ltd limited gmbh ag se s.a sas sarl r.l rl p.a spa b.v bv n.v nv ab asa a/s aps oy plc llp
    ulc pty corp k.k kft zrt s.r.o a.s d.o.o
    """.split()
)
"""Legal forms of companies in lower case: text without any names no company."""
_SUFFIXED = re.compile(rf"(?<![\w.])(?:{_FORM})(?!\w)")
_COMPANY = re.compile(rf"(?:[A-Z][\w&.'’-]{{0,40}},?\s+){{1,4}}(?:{_FORM})(?!\w)")
_RECIPIENT = re.compile(
    r"\b(?:shared?|disclosed?|sell|sold|transfer(?:red)?|provided?)\s+(?:[\w'’]+\s+){0,6}?(?:with|to)"
    r"\s+(?:[\w'’-]+\s?){1,5}",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"[“\"„«]\s?[A-Z][\w\s'’-]{1,40}[”\"“»]")
_PARTS = one_of(
    *r"""
    section article clause paragraph annex schedule exhibit appendix abschnitt ziffer artikel art\. punkt
    point artículo articolo artigo sección
    """.split()
)
_REFERENCE = re.compile(rf"(?:\b(?:{_PARTS})|§)\s*\d+(?:\.\d+)*[a-z]?", re.IGNORECASE)


def _counter(pattern: re.Pattern[str], text: str) -> Evidence:
    return Counter(" ".join(m.group().casefold().split()) for m in pattern.finditer(text))


def said(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.casefold())


def numbers(text: str, words: Sequence[str]) -> Evidence:
    """The numbers of a text, those in words included."""
    spelt = Counter(word for word in words if word in patterns.NUMBER_WORDS)
    return Counter(m.group() for m in patterns.NUMBER.finditer(text)) + spelt


def negations(words: Sequence[str]) -> Evidence:
    """The words that deny or except."""
    return Counter({word: n for word, n in Counter(words).items() if _denies(word)})


def _denies(word: str) -> bool:
    return word in _NEGATION or word.endswith(("n't", "n’t")) or word.startswith(("n'", "n’"))


def modalities(words: Sequence[str]) -> Evidence:
    """The words that allow, oblige or announce."""
    return Counter(word for word in words if word in _MODALITY)


def money(text: str) -> Evidence:
    """The amounts and currency signs of a text."""
    if not _DIGIT.search(text):
        return Counter()
    return _counter(patterns.MONEY, text) + Counter(_SIGN.findall(text))


def dates(text: str) -> Evidence:
    """The years of a text, each with what stands just before it."""
    return Counter(text[max(0, m.start() - _DAY_ROOM) : m.end()] for m in _YEAR.finditer(text))


def hosts(lines: Iterable[Line]) -> Evidence:
    """The hosts and addresses that links lead to or that stand in the text."""
    found: Evidence = Counter()
    for line in lines:
        found.update(h for h in map(host, line.targets) if h)
        if "." in line.words:
            found.update(
                m.group(1).casefold().removeprefix("www.") for m in patterns.HOST.finditer(line.words)
            )
        if "@" in line.words:
            found.update(m.group().casefold() for m in patterns.EMAIL.finditer(line.words))
    return found


def ages(text: str) -> Evidence:
    """The ages in years that a text names, all of them in digits."""
    return _counter(patterns.AGE, text) if _DIGIT.search(text) else Counter()


def companies(text: str) -> Evidence:
    """The companies a text names in full, with their legal form."""
    return _counter(_COMPANY, text) if names_company(text) else Counter()


Hint = tuple[str, ...]
_DIGITS: Hint = tuple("0123456789")

Finder = Callable[[str], Evidence]

TELLING: tuple[tuple[str, Hint, Finder], ...] = (
    ("period", patterns.UNIT_STEMS, partial(_counter, patterns.PERIOD)),
    ("percent", ("%", "cent", "prozent", "procent", "ciento"), partial(_counter, patterns.PERCENT)),
    (
        "age",
        (" age", "under ", "over ", "least", "than ", " old", " alt", "ans ", "edad"),
        ages,
    ),
    ("date", ("19", "20"), dates),
    ("email", ("@",), partial(_counter, patterns.EMAIL)),
    ("party", _FORMS, companies),
    ("recipient", ("shar", "disclos", "sell", "sold", "transfer", "provid"), partial(_counter, _RECIPIENT)),
    ("defined_term", tuple('”"“»'), partial(_counter, _DEFINED)),
    ("reference", _DIGITS, partial(_counter, _REFERENCE)),
)
"""(tag, what a text must hold one of in lower case, what finds the evidence)."""


def critical(older: Sequence[Line], newer: Sequence[Line]) -> tuple[str, ...]:
    """Which of number, negation, modality, money and host differ: evidence no weaker rule overrules."""
    found = _critical(words_of(older), words_of(newer))
    return (*found, "host") if hosts(older) != hosts(newer) else tuple(found)


def _critical(before: str, after: str) -> list[str]:
    old, new = said(before), said(after)
    differs = {
        "number": numbers(before, old) != numbers(after, new),
        "negation": negations(old) != negations(new),
        "modality": modalities(old) != modalities(new),
        "money": money(before) != money(after),
    }
    return [tag for tag, true in differs.items() if true]


_BOUNDING = frozenset(
    """
    only residents citizens consumers customers users visitors children minors teenagers adults parents
    employees applicants students sellers buyers hosts guests drivers merchants businesses business
    premium free trial states state countries country regions region jurisdictions territories
    international outside california
    european europe eu eea uk us usa gdpr ccpa cpra einwohner bewohner verbraucher kinder nutzer résidents
    enfants residentes niños crianças residenti minori inwoners kinderen
    """.split()
)
"""Words in a heading that may bound whom, or where, the sentences under it bind."""


def rules(words: Sequence[str]) -> bool:
    """True when words deny, allow or oblige."""
    return bool(negations(words) or modalities(words))


def binds(text: str) -> bool:
    """True when a text holds a number, denies, allows, obliges, or says whom or where something binds."""
    words = said(text)
    return bool(_DIGIT.search(text)) or rules(words) or bool(_BOUNDING & set(words))


def adds(heading: str, body: str, begun: frozenset[str]) -> bool:
    """True when a heading denies, or says something of substance that the words under it do not say.

    ``begun`` are the beginnings of words that the text writes in small letters: a word with a capital that
    begins like none of them is taken for a name.
    """
    above, under = said(heading), said(body)
    found = numbers(heading, above) - numbers(body, under)
    found += negations(above) + modalities(above) - modalities(under)
    found += money(heading) - money(body) + _counter(_DEFINED, heading) - _counter(_DEFINED, body)
    names = {w for w in above if w not in under and w[:_BEGUN] not in begun and w not in heading}
    return bool(found or names or (_BOUNDING & set(above)) - set(under)) or names_company(heading)


def beginnings(text: str) -> frozenset[str]:
    """The beginnings of the words that a text writes in small letters."""
    return frozenset(word[:_BEGUN] for word in set(_WORD.findall(text)) if word.islower())


def tags(
    gone: Sequence[Line], come: Sequence[Line], edited: Sequence[tuple[Line, Line]], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """All the evidence that differs between the lines before and the lines after, in a fixed order.

    Of an edited line only the neighbourhood of the edit counts. Only the beginning of long texts is looked
    into: where so much changed, no tag says more.
    """
    close = [around(old.words, new.words) for old, new in edited]
    before = " \n ".join([*(o for o, _ in close), *(line.words for line in gone)])[:_LOOKED_INTO]
    after = " \n ".join([*(n for _, n in close), *(line.words for line in come)])[:_LOOKED_INTO]
    found = _critical(before, after)
    lines = [old for old, _ in edited], [new for _, new in edited]
    found += ["host"] if hosts([*lines[0], *gone][:_LINES]) != hosts([*lines[1], *come][:_LINES]) else []
    low = f"{before} {after}".casefold()
    for tag, hint, find in TELLING:
        if any(part in low for part in hint):
            found += [tag] if find(before) != find(after) else []
    return tuple(dict.fromkeys([*known, *found]))


def around(old: str, new: str) -> tuple[str, str]:
    """Both texts from some words before the first difference to some words after the last."""
    shorter = min(len(old), len(new))
    head = equal_head(old, new, shorter)
    tail = equal_tail(old, new, shorter - head)
    start = max(0, old.rfind(" ", 0, max(0, head - _NEAR)) + 1)
    return old[start : len(old) - max(0, tail - _NEAR)], new[start : len(new) - max(0, tail - _NEAR)]


def names_company(text: str) -> bool:
    """True when a text holds a company's legal form: a change of it is a change of party."""
    return _SUFFIXED.search(text) is not None


_HIDDEN = re.compile(
    r"[\w.+-]*\[?email[\s\u00a0]protected\]?[\w@.-]*"
    r"|[\w.+-]{0,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\.?",
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
    return _FIGURES.sub("0", line.key)
