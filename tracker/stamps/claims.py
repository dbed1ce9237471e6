"""A label and a date that claim to be a stamp, and the objections that can be raised.

An objection is a function in a list; a claim stands if none holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tracker.model import Role
from tracker.stamps.dates import Dated
from tracker.stamps.heralds import announces
from tracker.stamps.labels import Label
from tracker.stamps.lexicon import (
    ARCHIVE,
    AUDIENCE,
    BESIDE,
    CHANGES,
    ENGLISH_OWN,
    JOINING,
    NEWCOMERS,
    OTHER,
    OWN,
    QUALIFYING,
    SELF,
    VERBS,
    VERSION,
)  # fmt: skip
from tracker.stamps.places import Place, since_stop
from tracker.stamps.words import STOP

Subject = Literal["own", "other", "unknown"]

_POINTER = re.compile(r"view|see|click|download|read|voir|siehe|ver|here", re.I)
_SAME_DAY = (["that", "date"], ["this", "date"], ["same", "date"], ["same", "day"], ["that", "day"])


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


@dataclass(frozen=True)
class Claim:
    """A date with the label found beside it; ``lead`` are the tokens that come before both."""

    place: Place
    label: Label
    lead: Sequence[str]

    @cached_property
    def sentence_lead(self) -> list[str]:
        return since_stop(list(self.lead))

    @cached_property
    def subject(self) -> Subject:
        """Whose date it is, by the noun nearest to the label."""
        tokens = [*self.place.sentence, *self.label.phrase, *self.label.gap]
        for at in range(len(tokens) - 1, -1, -1):
            if tokens[at] not in self.label.phrase and _of_other(tokens, at):
                return "other"
            if _of_own(tokens, at):
                return "other" if any(t in OTHER for t in tokens[max(0, at - 3) : at]) else "own"
        return "unknown"

    @property
    def version(self) -> bool:
        """Whether the label is a weak one: "Version", "Stand", "last reviewed"."""
        phrase = self.label.phrase
        return (len(phrase) == 1 and phrase[0] in VERSION) or phrase[-1] == "reviewed"

    @property
    def own_line(self) -> bool:
        """Whether little else stands on its line."""
        return len(self.sentence_lead) <= 8 and self.place.length <= 160

    @cached_property
    def followed_by(self) -> int:
        """How many words follow in its sentence or cell."""
        rest = self.place.after
        return next((at for at, t in enumerate(rest) if t in STOP or t == "|"), len(rest))

    @property
    def goes_on(self) -> bool:
        """ "Effective May 1, 2020, we have updated ..." opens a sentence about something else."""
        opens = all(t in JOINING or len(t) <= 2 for t in self.sentence_lead)
        return "effective" in self.label.roles and opens and self.followed_by > 6

    @property
    def of_the_whole(self) -> bool:
        """Whether it dates the whole text for all its readers, as far as its place tells."""
        near = self.place.after
        newcomers = any(t in NEWCOMERS for t in near[:3]) and any(t in AUDIENCE for t in near[:5])
        prominent = self.place.head or self.place.tail or self.subject == "own"
        return prominent and not self.goes_on and not newcomers

    @property
    def roles(self) -> tuple[Role, ...]:
        """The label's roles, and effective for "updated on X and effective as of that date"."""
        rest = self.place.after[:14]
        same_day = any(rest[at : at + 2] in _SAME_DAY for at in range(len(rest)))
        if "effective" in self.label.roles or "effective" not in rest[:5] or not same_day:
            return self.label.roles
        return (*self.label.roles, "effective")


def _of_other(tokens: Sequence[str], at: int) -> bool:
    return tokens[at] in OTHER and not (tokens[at] == "earlier" and tokens[at + 1 : at + 2] == ["of"])


def _of_own(tokens: Sequence[str], at: int) -> bool:
    """English nouns need "this" or "our" before them, or "the" directly: a law has terms too."""
    word = tokens[at]
    if word not in OWN or word in VERSION:
        return False
    if word not in ENGLISH_OWN or any(t in SELF for t in tokens[max(0, at - 5) : at]):
        return True
    while at > 0 and (tokens[at - 1] in OWN or tokens[at - 1] in QUALIFYING):
        at -= 1
    return word != "list" and tokens[at - 1 : at] == ["the"]


# --- objections --------------------------------------------------------------------------------------

Objection = Callable[[Claim], bool]


def of_something_else(claim: Claim) -> bool:
    """The sentence speaks of a law, another document, an older version."""
    return claim.subject == "other"


def beside_the_event(claim: Claim) -> bool:
    """ "Accounts opened before the entry into force of ..."."""
    return any(t in BESIDE for t in claim.sentence_lead[-4:])


def numbers_between(claim: Claim) -> bool:
    """A number stands between label and date that is no version's."""
    label = claim.label
    numbered = any(t.isdigit() for t in label.gap)
    if label.phrase in (("v",), ("ver",)):
        return not numbered
    return numbered and not claim.version and not any(t in VERSION for t in label.gap)


def year_in_a_sentence(claim: Claim) -> bool:
    """A year alone is a stamp only at the end of a short line."""
    place = claim.place
    return place.dated.bare_year and (place.length >= 80 or len(place.after) > 2)


def as_amended(claim: Claim) -> bool:
    """ "As last amended on X" tells which state of another text is meant."""
    lead = claim.sentence_lead
    return (
        lead[-1:] == ["as"]
        or lead[-2:]
        in (
            ["as", "last"],
            ["as", "most"],
            ["tel", "que"],
            ["telle", "que"],
        )
        or (lead[-2:] == ["in", "der"] and claim.subject != "own")
    )


def sentence_about_another(claim: Claim) -> bool:
    """An English sentence with a subject that is not this text: "the list of partners was updated on X"."""
    lead = claim.sentence_lead
    if claim.version or claim.subject == "own" or not any(t in VERBS for t in lead):
        return False
    if any(t in CHANGES for t in lead):
        return False
    prominent = claim.place.head or claim.place.tail
    return not (prominent and any(t in OWN and t != "list" for t in lead))


def in_passing(claim: Claim) -> bool:
    """In mid-text, in a long sentence that does not say whose date it is."""
    prominent = claim.place.head or claim.place.tail
    return claim.subject != "own" and not claim.own_line and not prominent


def version_in_a_sentence(claim: Claim) -> bool:
    """ "Version" within other words names some version, unless a sentence about this text ends with it."""
    last_words = not claim.followed_by and (claim.subject == "own" or claim.place.tail)
    return claim.version and not claim.own_line and not last_words


def link_to_another(claim: Claim) -> bool:
    """A line that is a link leads to the version it names, unless it heads the text."""
    return claim.place.linked and (claim.version or not claim.place.head)


def about_what_follows(claim: Claim) -> bool:
    """ "Prices effective from X are listed in the shop ...": nothing in the sentence names the text."""
    own = claim.subject == "own" or any(t in OWN for t in [*claim.sentence_lead, *claim.place.after])
    return "effective" in claim.label.roles and claim.followed_by > 6 and not own


def of_the_text_to_come(claim: Claim) -> bool:
    """A banner whose link leads to the new text: "Our terms change on X. [Read the new terms](...)"."""
    place = claim.place
    if not place.head or (claim.own_line and "effective" not in claim.label.roles):
        return False
    return announces(place.text, place.blocks, place.index)


def among_older_versions(claim: Claim) -> bool:
    return archived(claim.place)


OBJECTIONS: tuple[Objection, ...] = (
    of_something_else, beside_the_event, numbers_between, year_in_a_sentence, as_amended,
    sentence_about_another, in_passing, version_in_a_sentence, link_to_another, about_what_follows,
    of_the_text_to_come, among_older_versions,
)  # fmt: skip


def granted(claim: Claim) -> Sighting | None:
    """The claim as a sighting, if no objection holds."""
    if any(objection(claim) for objection in OBJECTIONS):
        return None
    weak = "version" if claim.version else "published" if claim.label.roles == ("published",) else ""
    rank = 0 if claim.of_the_whole else 1
    return Sighting(claim.place, claim.roles, " ".join(claim.label.phrase), rank, weak)


def archived(place: Place) -> bool:
    """Whether a short line above, with only short lines between, announces older versions."""
    for line in place.above(8):
        if len(line) > 120:
            return False
        if len(line) < 70 and "](" not in line and not _POINTER.match(line) and ARCHIVE.search(line):
            return True
    return False
