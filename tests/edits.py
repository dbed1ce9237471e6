"""Small edits that mean something, made in real texts at a place chosen by a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

Edit = Callable[[str, random.Random], str | None]

_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\((https?://)([\w.-]+)([^()\s]*)\)")
_PROSE = re.compile(r"^[^\n|#!]{80,}$", re.MULTILINE)
_DATED = re.compile(r"(?:19|20)\d\d|updat|revis|effective|version|©|copyright", re.IGNORECASE)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Lines of the policy's prose that state no date or version: offsets of their beginning and end."""
    related = re.search(r"^Related articles", text, re.MULTILINE)
    for line in _PROSE.finditer(text, 0, related.start() if related else len(text)):
        if not _DATED.search(line.group()) and line.group().count("](") < 4:
            yield line.span()


def _swap(pattern: str, swaps: dict[str, str]) -> Edit:
    """An edit that puts one word in another's place, somewhere in the prose."""
    find = re.compile(pattern)

    def edit(text: str, chance: random.Random) -> str | None:
        places = [
            m.span(1)
            for start, end in sentences(text)
            for m in find.finditer(text, start, end)
            if "](" not in text[max(start, m.start() - 60) : m.start()].rpartition(")")[2]
        ]
        if not places:
            return None
        start, end = chance.choice(places)
        return text[:start] + swaps.get(text[start:end], swaps.get("", "")) + text[end:]

    return edit


def number(text: str, chance: random.Random) -> str | None:
    """Another number in the middle of a sentence."""
    places = [
        m.span()
        for start, end in sentences(text)
        for m in re.finditer(r"(?<=[a-z,] )\d{1,4}(?=[ %])", text[:end])
        if m.start() > start
    ][-400:]
    if not places:
        return None
    start, end = chance.choice(places)
    return text[:start] + str(int(text[start:end]) * 2 + 1) + text[end:]


def first_number(text: str, chance: random.Random) -> str | None:
    """Another number as the first word of a line of prose."""
    places = [start for start, _ in sentences(text) if text[start].isalpha()]
    if not places:
        return None
    start = chance.choice(places)
    return text[:start] + f"{chance.choice((14, 30, 60))} days: " + text[start:]


def host(text: str, chance: random.Random) -> str | None:
    """A link that leads to another site."""
    found = list(_LINK.finditer(text))
    if not found:
        return None
    link = chance.choice(found)
    return text[: link.start(2)] + "other-site.example" + text[link.end(2) :]


def word_lost(text: str, chance: random.Random) -> str | None:
    """A word of five letters or more is gone from a sentence."""
    places = [m.span() for s, e in sentences(text) for m in re.finditer(r" [a-z]{5,}(?= [a-z])", text[s:e])]
    spans = [(s, e) for s, e in sentences(text)]
    if not places or not spans:
        return None
    start, end = chance.choice(spans)
    words = list(re.finditer(r" [a-z]{5,}(?= [a-z])", text[start:end]))
    if not words:
        return None
    word = chance.choice(words)
    return text[: start + word.start()] + text[start + word.end() :]


def sentence_added(text: str, chance: random.Random) -> str | None:
    """A new line of its own between two paragraphs."""
    places = [end for _, end in sentences(text)]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + "\n\nWe also keep your call records." + text[at:]


def _outside_targets(text: str, pattern: str) -> list[tuple[int, int]]:
    """Where a pattern stands in the visible text: in no target of a link or image, in no web address."""
    targets = r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|https?://\S+|!\[[^\]\n]*\]"
    hidden = [m.span() for m in re.finditer(targets, text)]
    found, at = [], 0
    for m in re.finditer(pattern, text):
        while at < len(hidden) and hidden[at][1] <= m.start():
            at += 1
        if at == len(hidden) or m.end() <= hidden[at][0]:
            found.append(m.span())
    return found


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def any_number(text: str, chance: random.Random) -> str | None:
    """Another number anywhere: in tables, lists and headings too, but in no label, stamp or date."""
    places = [
        (start, end)
        for start, end in _outside_targets(text, r"(?<![\w.])\d{1,5}(?![\w.)]|\\)")
        if not _DATED.search(_line(text, start)) and text[:start].rpartition("\n")[2].strip(" *#_>[|\\")
    ]
    if not places:
        return None
    start, end = chance.choice(places)
    return text[:start] + str(int(text[start:end]) * 2 + 1) + text[end:]


def short_line(text: str, chance: random.Random) -> str | None:
    """A number or a negation in a short line of a list or table."""
    lines = [m.span(1) for m in re.finditer(r"^[*|+ -]+((?:(?!\]\()[^\n]){8,60})$", text, re.MULTILINE)]
    lines = [(s, e) for s, e in lines if not _DATED.search(text[s:e]) and text[e - 1].isalpha()]
    if not lines:
        return None
    _, end = chance.choice(lines)
    return text[:end] + chance.choice([" within 30 days", " but not for others", ", for €5"]) + text[end:]


def email(text: str, chance: random.Random) -> str | None:
    """Another address to write to."""
    found = [m.span() for m in re.finditer(r"(?<![\w.])[\w.]+(?=@[\w.]+\.\w)", text)]
    if not found:
        return None
    old = text[slice(*chance.choice(found))]
    return text.replace(old + "@", "someone.else@")


def prose_date(text: str, chance: random.Random) -> str | None:
    """Another day in a sentence that is no stamp."""
    places = [end for start, end in sentences(text) if text[end - 1] == "."]
    if not places:
        return None
    end = chance.choice(places)
    return text[: end - 1] + ", until 1 January 2024." + text[end:]


EDITS: dict[str, Edit] = {
    "number": number,
    "first number": first_number,
    "negation lost": _swap(r"(?<=\w)( not| no longer| never)(?= \w)", {"": ""}),
    "negation set": _swap(r"\b(?:may|will|shall|must|can|do)()(?= [a-z])", {"": " not"}),
    "modality": _swap(
        r"(?<=\w )(may|must|shall|will|should)(?= [a-z])",
        {"may": "must", "must": "may", "shall": "may", "will": "may", "should": "must"},
    ),
    "capital": _swap(r"(?<=[a-z] )(may)(?= [a-z])", {"may": "May"}),
    "unit": _swap(
        r"(?<=\d )(days|months|years|hours)\b",
        {"days": "months", "months": "years", "years": "months", "hours": "days"},
    ),
    "money": _swap(r"([$€£])(?=\d)", {"$": "€", "€": "£", "£": "$"}),
    "party": _swap(
        r"(?:with|by|to|from) (Google|Facebook|Meta|Amazon|Microsoft|Twitter|Apple|Stripe|PayPal)\b",
        {"": "Umbrella"},
    ),
    "recipient": _swap(
        r"(?<= )(third parties|affiliates|partners|advertisers|authorities|service providers)\b",
        {"": "data brokers"},
    ),
    "plural": _swap(
        r"(?<=\w )(user|account|service|party)(?= [a-z])",
        {
            "user": "users",
            "account": "accounts",
            "service": "services",
            "party": "parties",
        },
    ),
    "letters": _swap(r"(?<= )(from|form)(?= )", {"from": "form", "form": "from"}),
    "comma": _swap(r"(?<=[a-z])(,)(?= [a-z])", {"": ""}),
    "host": host,
    "any number": any_number,
    "short line": short_line,
    "e-mail": email,
    "date": prose_date,
    "word lost": word_lost,
    "sentence added": sentence_added,
}


def flat(text: str) -> str:
    """The text as it would be without Markdown."""
    text = re.sub(r"!\[[^\[\]]*\]\([^()]*\)", "", text)
    text = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    text = re.sub(r"^[=-]{3,}$", "", text, flags=re.MULTILINE)
    return re.sub(r"\*\*|__|^#+ |\\", "", text, flags=re.MULTILINE)


def furnished(text: str, chance: random.Random) -> str:
    """The text with other furniture around it: images, tokens of links, buttons, related articles."""
    token = "".join(chance.choices("abcdefghijkmnpqrstuvwxyz0123456789", k=24))
    text = re.sub(r"(!\[[^\[\]]*\]\([^()\s?]*)[^()\s]*\)", rf"\1?oh={token})", text)
    lines = [f"[An article {n}](https://help.example.org/{n})" for n in chance.sample(range(100), 4)]
    return (
        text.rstrip()
        + "\n\n![](https://cdn.example.org/x.png)\n\nRelated articles\n\n"
        + "\n\n".join(lines)
        + "\n"
    )
