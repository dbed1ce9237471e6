"""What makes a date a stamp: rules in a list, the first that speaks decides.

Each rule takes the place of one date and gives a sighting or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.stamps import labels
from tracker.stamps.claims import Claim, Sighting, archived, granted
from tracker.stamps.lexicon import (
    AUDIENCE,
    BESIDE,
    DATE,
    EXISTING,
    FROM,
    JOINING,
    OTHER,
    OWN,
    UNTIL,
    VERSION,
)  # fmt: skip
from tracker.stamps.places import Place, trimmed
from tracker.stamps.words import STOP, words

Rule = Callable[[Place], Sighting | None]


_CLOCK = re.compile(r"\W{0,3}(?:at |um |à |,)?\s?\d{1,2}:\d\d:\d\d|T\d\d:\d\d")
_COPYRIGHT = re.compile(r"©|\(c\)\s*\Z|copyright\W*(?:\d{4}\W+)?\Z|all rights reserved\W*\Z", re.I)
_RANGE = re.compile(
    r"\W{0,2}\s(?:to|until|till|through|thru|bis|au|jusqu['’]au|al|até|tot|do|til|–|-|—)"
    r"\s+(?:the )?(?:\d|[A-Z]\w{2,8} \d)"
)
"""From one day to another: the life of a version that is past."""
_PLACE_LINE = re.compile(
    r"(?:(?:v |a |in |en |à |le |fait à )?[^\W\d_][\w .'’-]{1,30},"
    r"\s*(?:dne|dňa|den|le|the|am|im|il|el|a|on|dnia)?"
    r"|(?:v|ve|w|in) \w+(?: \w+){0,3} (?:dne|dňa|dnia|den|am))\s*\Z",
    re.I,
)
"""A town before its date: "Fait à Paris, le", "V Praze dne"."""
_DONE = frozenset(("updated", "revised", "amended", "modified", "changed"))
_CODE = re.compile(r"[A-Z]{2,6}[\d\-]{2,6}|[vV]?[\d.]{3,10}(?:-[A-Z]{2})? ?[-–|]")
_AFTER_BARE = re.compile(
    r"\W*(?:\(?[A-Z][\w ]{2,20}(?:time|Time)\)?|\d\d?:\d\d(?:\s?[ap]m)?(?:\s?[A-Z]{2,4})?"
    r"|г|года|r|roku|d|á|в|р)?\W*\Z"
)


def labelled(place: Place) -> Sighting | None:
    """A label directly before the date: "Last updated: X", "this policy was last revised on X"."""
    label = labels.before(place.before, OWN) or labels.cjk_before(place.left)
    return granted(Claim(place, label, place.before[: label.start])) if label else None


def headed(place: Place) -> Sighting | None:
    """A line that begins with a label and a colon before its date: "Effective date in the UK: X"."""
    if len(place.before) > 12 or not place.left.rstrip(" \t\u00a0*_").endswith((":", "：")):
        return None
    label = labels.beginning(place.before)
    if label is None or any(t in UNTIL or t in BESIDE or t.isdigit() for t in label.gap):
        return None
    return granted(Claim(place, label, ()))


def followed(place: Place) -> Sighting | None:
    """A label directly after the date: "tritt am X in Kraft", "X (last updated)"."""
    label = labels.after(place.after) or labels.cjk_after(place.right)
    if label is None or (label.phrase[0] in VERSION and not place.alone):
        return None
    rest = place.after[label.end :]
    if place.alone and len(rest) > 6:
        return None
    return granted(Claim(place, label, place.before))


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
            return granted(Claim(place, label, tokens[: label.start]))
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
    if not _bare_line(place) or place.linked or archived(place) or labels.before(place.before, OWN):
        return None
    tokens = words(trimmed(place.left))
    joined = all((t in JOINING or t in DATE) and t not in VERSION for t in tokens)
    if (
        not joined
        and not _CODE.fullmatch(place.left.strip())
        and not _PLACE_LINE.match(place.left.lstrip(" #*_[(\\"))
    ):
        return None
    return _bare(place, any(t in FROM for t in tokens[-2:]))


def _bare_line(place: Place) -> bool:
    """Whether a short line at the head, or one at the tail, ends with the date; a month only at the edges."""
    if not (place.head or place.tail) or place.dated.bare_year or place.length > 90:
        return False
    if place.dated.precision != "day" and not (place.head or place.last_lines):
        return False
    return bool(_AFTER_BARE.match(place.right)) and not _CLOCK.match(place.right)


def in_title(place: Place) -> Sighting | None:
    """A date at the end of a title: "# Privacy Policy (May 2020)"."""
    capitals = place.index <= 8 and place.left.strip() != "" and place.left.isupper()
    titled = (
        (place.index <= 3 or capitals)
        and place.length <= 120
        and not place.dated.bare_year
        and not place.linked
    )
    if not titled or not _AFTER_BARE.match(place.right) or labels.before(place.before, OWN):
        return None
    tokens = place.before
    own = any(t in OWN and t not in VERSION for t in tokens)
    if own and not any(t in OTHER or t in STOP or t in UNTIL for t in tokens):
        return _bare(place, any(t in FROM for t in tokens[-2:]))
    return None


def _bare(place: Place, effective: bool) -> Sighting:
    return Sighting(place, ("effective",) if effective else ("updated",), "", 2, "bare")


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
    for_existing_users, labelled, headed, followed, above, as_of, told_of_update, bare, in_title,
)  # fmt: skip


def sighted(place: Place) -> Sighting | None:
    """The date as a stamp, if a rule takes it for one."""
    if place.in_address or _RANGE.match(place.right):
        return None
    if _COPYRIGHT.search(place.left[-40:]) and not labels.before(place.before, OWN):
        return None
    return next((found for rule in RULES if (found := rule(place))), None)
