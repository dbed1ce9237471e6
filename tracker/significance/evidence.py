"""What tells that a change matters: numbers, negation, modality, money, hosts, parties ..."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.facts import patterns
from tracker.significance.dated import DATE
from tracker.significance.links import host
from tracker.significance.plain import Line, key
from tracker.significance.plain import words as words_of

Evidence = Counter[str]
_LOOKED_INTO = 3000
_LINES = 40
_NEAR = 60

_DIGIT = re.compile(r"\d")
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
_SUFFIXED = re.compile(rf"(?<![\w.])(?:{_FORM})(?!\w)")
_COMPANY = re.compile(rf"(?:[A-Z][\w&.'’-]{{0,40}},?\s+){{1,4}}(?:{_FORM})(?!\w)")
_RECIPIENT = re.compile(
    r"\b(?:shared?|disclosed?|sell|sold|transfer(?:red)?|provided?)\s+(?:[\w'’]+\s+){0,6}?(?:with|to)"
    r"\s+(?:[\w'’-]+\s?){1,5}",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"[“\"„«]\s?[A-Z][\w\s'’-]{1,40}[”\"“»]")
_REFERENCE = re.compile(
    r"(?:\b(?:section|article|clause|paragraph|annex|schedule|exhibit|appendix|abschnitt|ziffer|artikel|art\."
    r"|punkt|point|artículo|articolo|artigo|sección)|§)\s*\d+(?:\.\d+)*[a-z]?",
    re.IGNORECASE,
)


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
    short = ("n't", "n’t")
    return Counter(w for w in words if w in _NEGATION or w.endswith(short) or w[:2] in ("n'", "n’"))


def modalities(words: Sequence[str]) -> Evidence:
    """The words that allow, oblige or announce."""
    return Counter(word for word in words if word in _MODALITY)


def money(text: str) -> Evidence:
    """The amounts and currency signs of a text."""
    if not _DIGIT.search(text):
        return Counter()
    return _counter(patterns.MONEY, text) + Counter(_SIGN.findall(text))


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


TELLING: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "period",
        re.compile(
            r"\d|(?i:one|two|th?ree|four|f[iü]|si|se|eig|ni|te|tw|thi|ein|zw|dr|vi|ach|ze|deux|tr|do|di|du|qu|sei)"
        ),
        patterns.PERIOD,
    ),
    ("percent", re.compile(r"\d"), patterns.PERCENT),
    ("age", re.compile(r"\d\d"), patterns.AGE),
    ("date", re.compile(r"\d{4}"), DATE),
    ("email", re.compile("@"), patterns.EMAIL),
    ("party", _SUFFIXED, _COMPANY),
    ("recipient", re.compile(r"(?i)\b(?:with|to)\b"), _RECIPIENT),
    ("defined_term", re.compile(r"[”\"“»]"), _DEFINED),
    ("reference", re.compile(r"\d"), _REFERENCE),
)
"""(tag, what a text must hold at least, how the evidence is written)."""


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
    for tag, hint, pattern in TELLING:
        if hint.search(before) or hint.search(after):
            found += [tag] if _counter(pattern, before) != _counter(pattern, after) else []
    return tuple(dict.fromkeys([*known, *found]))


def around(old: str, new: str) -> tuple[str, str]:
    """Both texts from some words before the first difference to some words after the last."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
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
    return re.sub(r"\d+", "0", line.key)
