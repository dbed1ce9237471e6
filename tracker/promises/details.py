"""The parts of a promise besides its kind: channels, trigger, consent, exceptions, audience."""

from __future__ import annotations

import re
from typing import Literal

from tracker.model import Channel, Consent, Trigger
from tracker.promises.grammar import Grammar

Logic = Literal["single", "any", "all"]

_CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("email", "email"), ("website", "website"), ("in_app", "in_app"), ("post", "mail"),
    ("other", "other_channel"), ("other", "form"), ("website", "prominent"),
)  # fmt: skip
ORDER: tuple[Channel, ...] = ("email", "website", "in_app", "post", "other")
_CARRIERS = ("email", "mail")
"""What a form is written on: "in text form by e-mail" names one channel."""
_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:\w+-)?(?:e-?mail-?)?adress?\w*|address|direcci[oó]n|indirizzo|endereço|morada|naslov\w*"
    r"|címe?\w*|osoit\w+|διεύθυνση\w*|адрес\w*)(?!\w)"
)
_OTHERWISE = re.compile(r",(?! (?:die|welche|que|che|which|that|dat|som|kter|któr))")
"""A comma that begins another way of telling, and no words about the address."""
_ASIDE, _AHEAD = 50, 30
"""Characters before and after a place in the product in which the address is named that it keeps."""


def channels(plain: str, grammar: Grammar) -> tuple[Channel, ...]:
    """The channels a plain sentence names, in the order email, website, in_app, post, other.

    Words taken for the site are not read again as a place in the product: "published on our platform".
    """
    off_site = grammar.patterns["website"].sub(" ", plain)
    fields = [f for _, f in _CHANNELS if f != "in_app" and grammar.has(f, plain)]
    fields += ["in_app"] if _in_product(off_site, grammar) else []
    if any(carrier in fields for carrier in _CARRIERS):
        fields = [f for f in fields if f != "form"]
    if "in_app" in fields:
        fields = [f for f in fields if f != "prominent"]
    found = {channel for channel, field in _CHANNELS if field in fields}
    return tuple(channel for channel in ORDER if channel in found)


def _in_product(plain: str, grammar: Grammar) -> bool:
    """Whether a place in the product is named for more than the address it keeps."""
    places = grammar.patterns["in_app"].finditer(plain) if grammar.has("in_app", plain) else ()
    return any(not _keeps_address(plain, place, grammar) for place in places)


def _keeps_address(plain: str, place: re.Match[str], grammar: Grammar) -> bool:
    """ "The address given in your account", "die in Ihrem Konto hinterlegte Adresse"."""
    left, right = plain[max(0, place.start() - _ASIDE) : place.end()], plain[place.end() :][:_AHEAD]
    gaps = [left[m.end() :] for m in _ADDRESS.finditer(left)][-1:]
    gaps += [right[: m.start()] for m in _ADDRESS.finditer(right)][:1]
    apart = (_OTHERWISE.search(gap) or grammar.has("either", gap) or grammar.has("both", gap) for gap in gaps)
    return not all(apart)


def logic(plain: str, found: tuple[Channel, ...], grammar: Grammar) -> Logic:
    """How several channels of a sentence go together: "or" is any, "and" without "or" is all."""
    if len(found) < 2:
        return "single"
    places = [m.start() for _, field in _CHANNELS if (m := grammar.find(field, plain))]
    between = plain[min(places) : max(places)]
    if grammar.has("either", between) or not grammar.has("both", between):
        return "any"
    return "all"


def trigger(plain: str, grammar: Grammar) -> Trigger:
    """Which changes a promise is for, by the words of its sentence."""
    if grammar.has("adverse", plain):
        return "adverse"
    if grammar.has("partial", plain):
        return "other"
    return "material" if grammar.has("material", plain) else "any"


def consent(plains: tuple[str, ...], grammar: Grammar) -> Consent:
    """What acceptance of a change rests on in a clause."""
    if any(grammar.has("continued", p) for p in plains):
        return "continued_use"
    return "explicit" if any(grammar.has("explicit", p) for p in plains) else "none"


def exceptions(raw: str, grammar: Grammar) -> tuple[str, ...]:
    """The exact words of exceptions in a sentence, from "unless" to the next stop."""
    found = []
    for m in grammar.patterns["unless"].finditer(raw.lower()):
        end = re.search(r"[.;,)]", raw[m.end() :])
        found.append(raw[m.start() : m.end() + end.start() if end else len(raw)].strip())
    return tuple(found)


def audience(plain: str, grammar: Grammar) -> str | None:
    """Whom the notice goes to when it is a named group."""
    m = grammar.find("audience", plain)
    return m[0] if m else None
