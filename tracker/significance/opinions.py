"""What a rule thinks of a spot, a line or a text, and which of several opinions counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from tracker.model import SIGNIFICANCES, Significance
from tracker.significance.plain import Line

_HEARD = 12
"""Opinions heard when it is known already that something substantive changed."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What something is worth, and why."""

    significance: Significance
    reason: str
    tags: tuple[str, ...] = ()
    gone: tuple[Line, ...] = ()
    """Lines that were lost: evidence that is yet to be looked into."""
    come: tuple[Line, ...] = ()
    edited: tuple[tuple[Line, Line], ...] = ()


def strongest(opinions: Iterable[Opinion]) -> Opinion:
    """The opinion that counts, with the evidence of all that are as strong; none of none is none."""
    listed = sorted(opinions, key=lambda o: SIGNIFICANCES.index(o.significance))
    if not listed:
        return Opinion("none", "nothing differs")
    first = listed[0]
    alike = [o for o in listed if o.significance == first.significance]
    reasons = list(dict.fromkeys(chain.from_iterable(o.reason.split("; ") for o in alike)))
    tags = tuple(dict.fromkeys(tag for o in alike for tag in o.tags))
    gone = tuple(chain.from_iterable(o.gone for o in alike))
    come = tuple(chain.from_iterable(o.come for o in alike))
    edited = tuple(chain.from_iterable(o.edited for o in alike))
    return Opinion(first.significance, "; ".join(reasons[:3]), tags, gone, come, edited)


def gathered(opinions: Iterable[Opinion]) -> Opinion:
    """The strongest opinion; once one is substantive, only the first ones are heard for evidence."""
    heard: list[Opinion] = []
    settled = False
    for opinion in opinions:
        heard.append(opinion)
        settled = settled or opinion.significance == "substantive"
        if settled and len(heard) >= _HEARD:
            break
    return strongest(heard)
