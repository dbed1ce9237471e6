"""What makes a date a stamp: rules in a list, the first that speaks decides.

Each rule takes the place of one date and gives a sighting or None. Traps come first: a rule that
recognises a date of something else gives REJECTED.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.model import Role
from tracker.stamps import labels
from tracker.stamps.dates import Dated
from tracker.stamps.labels import Label
from tracker.stamps.lexicon import (
    ARCHIVE,
    AUDIENCE,
    DATE,
    ENGLISH_OWN,
    EXISTING,
    FROM,
    JOINING,
    NEWCOMERS,
    OTHER,
    OWN,
    SELF,
    UNTIL,
    VERSION,
)  # fmt: skip
from tracker.stamps.places import Place, since_stop, trimmed
from tracker.stamps.words import STOP, words


@dataclass(frozen=True, slots=True)
class Sighting:
    """A date that a rule takes for a stamp."""

    place: Place
    roles: tuple[Role, ...]
    label: str
    rank: int
    """0 of the whole text, 1 of a part or in passing, 2 bare: no label but its place."""
    weak: str = ""
    """Why it holds only where nothing better is stated: "bare", "published", "version"."""

    @property
    def dated(self) -> Dated:
        return self.place.dated


Rule = Callable[[Place], Sighting | None]


_CLOCK = re.compile(r"\W{0,3}(?:at |um |à |,)?\s?\d{1,2}:\d\d:\d\d|T\d\d:\d\d")
_COPYRIGHT = re.compile(r"©|\(c\)\s*\Z|copyright\W*(?:\d{4}\W+)?\Z|all rights reserved\W*\Z", re.I)
_RANGE = re.compile(
    r"\W{0,2}\s(?:to|until|till|through|thru|bis|au|jusqu['’]au|al|até|tot|do|til|–|-|—)"
    r"\s+(?:the )?(?:\d|[A-Z]\w{2,8} \d)"
)
"""From one day to another: the life of a version that is past."""
_PLACE_LINE = re.compile(
    r"(?:v |a |in |en |à |le |fait à )?[^\W\d_][\w .'’-]{1,30}"
    r"(?:,\s*(?:dne|dňa|den|le|the|am|im|il|el|a|on|dnia)?|\s(?:dne|dňa|dnia|den|am))\s*\Z",
    re.I,
)
_POINTER = re.compile(r"view|see|click|download|read|voir|siehe|ver|here", re.I)
_SAME_DAY = (["that", "date"], ["this", "date"], ["same", "date"], ["same", "day"], ["that", "day"])
_DONE = frozenset(("updated", "revised", "amended", "modified", "changed"))
_CODE = re.compile(r"[A-Z]{2,6}[\d\-]{2,6}\Z")
_AFTER_BARE = re.compile(
    r"\W*(?:\(?[A-Z][\w ]{2,20}(?:time|Time)\)?|\d\d?:\d\d(?:\s?[ap]m)?(?:\s?[A-Z]{2,4})?"
    r"|г|года|r|roku|d|á|в|р)?\W*\Z"
)


def labelled(place: Place) -> Sighting | None:
    """A label directly before the date: "Last updated: X", "this policy was last revised on X"."""
    label = labels.before(place.before, OWN) or labels.cjk_before(place.left)
    return _accepted(place, label, place.before[: label.start]) if label else None


def followed(place: Place) -> Sighting | None:
    """A label directly after the date: "tritt am X in Kraft", "X (last updated)"."""
    label = labels.after(place.after) or labels.cjk_after(place.right)
    if label is None or (label.phrase[0] in VERSION and not place.alone):
        return None
    rest = place.after[label.end :]
    if place.alone and len(rest) > 6:
        return None
    return _accepted(place, label, place.before)


def above(place: Place) -> Sighting | None:
    """A label on one of the two lines above: "Effective Date:" and below it the date alone."""
    if not place.alone or not _AFTER_BARE.match(place.right):
        return None
    for line in place.above(2):
        if len(line) > 60:
            return None
        tokens = words(line)
        label = labels.before(tokens) or labels.cjk_before(line)
        if label and label.phrase[0] not in VERSION and not any(t.isdigit() for t in label.gap):
            return _accepted(place, label, tokens[: label.start])
        if any(t in STOP for t in tokens) or len(tokens) > 4:
            return None
    return None


def as_of(place: Place) -> Sighting | None:
    """ "As of May 2020" alone on its line, "this policy is current as of X"."""
    if place.before[-2:] != ["as", "of"]:
        return None
    alone = len(place.before) <= 4 and not place.after
    current = place.before[-3:-2] == ["current"] and any(t in OWN for t in place.sentence)
    return Sighting(place, ("updated",), "as of", 0, "version") if alone or current else None


def bare(place: Place) -> Sighting | None:
    """A date alone on its line at the head or the tail, perhaps with its place: "Ljubljana, 31. 5. 2024"."""
    if not (place.head or place.tail) or place.dated.bare_year or place.length > 90:
        return None
    if not _AFTER_BARE.match(place.right) or _CLOCK.match(place.right):
        return None
    if _linked(place) or _archived(place):
        return None
    tokens = words(trimmed(place.left))
    if place.dated.precision != "day" and not (place.head or place.last_lines):
        return None
    if _CODE.fullmatch(place.left.strip()):
        return Sighting(place, ("updated",), "", 2, "bare")
    if all((t in JOINING or t in DATE) and t not in VERSION for t in tokens) or _PLACE_LINE.match(
        place.left.lstrip(" #*_[(\\")
    ):
        role: Role = "effective" if tokens and any(t in FROM for t in tokens[-2:]) else "updated"
        return Sighting(place, (role,), "", 2, "bare")
    return None


def in_title(place: Place) -> Sighting | None:
    """A date at the end of a title: "# Privacy Policy (May 2020)"."""
    if (
        place.index > 3
        or place.length > 120
        or place.dated.bare_year
        or _linked(place)
        or not _AFTER_BARE.match(place.right)
    ):
        return None
    tokens = place.before
    own = any(t in OWN and t not in VERSION for t in tokens)
    if own and not any(t in OTHER or t in STOP or t in UNTIL for t in tokens):
        role: Role = "effective" if tokens[-1] in FROM else "updated"
        return Sighting(place, (role,), "", 2, "bare")
    return None


def told_of_update(place: Place) -> Sighting | None:
    """ "On X, we updated this notice": the date first, then who did what."""
    words_after = place.after[:9]
    if not place.head or len(place.sentence) > 3 or not {"we", "this", "our", "these"} & set(words_after[:4]):
        return None
    done = next((at for at, t in enumerate(words_after) if t in _DONE), None)
    if done is None or not any(t in OWN for t in place.after[: done + 5]):
        return None
    return Sighting(place, ("updated",), words_after[done], 1, "version")


def for_existing_users(place: Place) -> Sighting | None:
    """ "Effective upon acceptance for new users, and from X for existing users"."""
    near = [*place.before[-5:], *place.after[:6]]
    if not any(t in EXISTING for t in near) or not any(t in AUDIENCE for t in near):
        return None
    if any(t in ("effective", "effect", "force", "apply", "applies") for t in words(place.left)):
        return Sighting(place, ("effective",), "effective", 0)
    return None


RULES: tuple[Rule, ...] = (
    for_existing_users, labelled, followed, above, as_of, told_of_update, bare, in_title,
)  # fmt: skip


def sighted(place: Place) -> Sighting | None:
    """The date as a stamp, if a rule takes it for one."""
    if _COPYRIGHT.search(place.left[-40:]) or place.in_address or _RANGE.match(place.right):
        return None
    return next((found for rule in RULES if (found := rule(place))), None)


def _accepted(place: Place, label: Label, lead: Sequence[str]) -> Sighting | None:
    """A labelled date, unless its sentence speaks of something else or passes by in mid-text."""
    lead = since_stop(list(lead))
    subject = _subject([*place.sentence, *label.phrase, *label.gap])
    if subject == "other":
        return None
    version = (len(label.phrase) == 1 and label.phrase[0] in VERSION) or label.phrase[-1] == "reviewed"
    if label.phrase in (("v",), ("ver",)) and not any(t.isdigit() for t in label.gap):
        return None
    if any(t.isdigit() for t in label.gap) and not version and not any(t in VERSION for t in label.gap):
        return None
    if place.dated.bare_year and not (place.length < 80 and not place.after[2:]):
        return None
    own_line = len(lead) <= 8 and place.length <= 160
    if subject != "own" and not own_line and not (place.head or place.tail):
        return None
    if version and (not own_line or _linked(place)):
        return None
    goes_on = _goes_on(place, label, lead)
    if goes_on and subject != "own" and not any(t in OWN for t in place.after):
        return None
    if _archived(place):
        return None
    newcomers = any(t in NEWCOMERS for t in place.after[:3]) and any(t in AUDIENCE for t in place.after[:5])
    whole = (place.head or place.tail or subject == "own") and not goes_on and not newcomers
    rank = 0 if whole else 1
    weak = "version" if version else "published" if label.roles == ("published",) else ""
    roles = (*label.roles, "effective") if _at_once(place, label) else label.roles
    return Sighting(place, roles, " ".join(label.phrase), rank, weak)


def _linked(place: Place) -> bool:
    """Whether the line is a link to the version named: "* [Version 4 of 29 March 2017](...)"."""
    line = place.text[place.block.body_start : place.dated.start]
    return line.lstrip(" *-+•").startswith("[") and "]" not in line and place.right.lstrip(")* _")[:2] == "]"


def _at_once(place: Place, label: Label) -> bool:
    """ "Updated on X and effective as of that date"."""
    rest = place.after[:14]
    return (
        "effective" not in label.roles
        and "effective" in rest[:5]
        and any(rest[at : at + 2] in _SAME_DAY for at in range(len(rest)))
    )


def _archived(place: Place) -> bool:
    """Whether a short line above, with only short lines between, announces older versions."""
    for line in place.above(8):
        if len(line) > 120:
            return False
        if len(line) < 70 and "](" not in line and not _POINTER.match(line) and ARCHIVE.search(line):
            return True
    return False


def _subject(tokens: Sequence[str]) -> str:
    """Whose date it is: "own", "other" or "" by the noun nearest to the label."""
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at]
        if word in OTHER:
            return "other"
        if word in OWN and word not in VERSION:
            if word in ENGLISH_OWN and not any(t in SELF for t in tokens[max(0, at - 5) : at]):
                continue
            return "other" if any(t in OTHER for t in tokens[max(0, at - 3) : at]) else "own"
    return ""


def _goes_on(place: Place, label: Label, lead: Sequence[str]) -> bool:
    """ "Effective May 1, 2020, sellers must ..." is about what follows, not about the text."""
    if "effective" not in label.roles or any(t not in JOINING and len(t) > 2 for t in lead):
        return False
    rest = place.after
    until = next((at for at, t in enumerate(rest) if t in STOP or t == "|"), len(rest))
    return until > 6
