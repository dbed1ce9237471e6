"""When a promise of notice counts as kept, by the channels it names (NOTICE.md A4)."""

from __future__ import annotations

import re
from typing import Literal

from tracker.model import Promise, Truth
from tracker.verdicts.truth import conjunction, disjunction, implication, negation

Channels = Literal["post", "private", "post_or_private", "post_and_private"]

_THIS_PAGE = re.compile(
    r"\b(?:th(?:is|e same) (?:web ?)?page|at th(?:is|e same) (?:url|address|link|location)"
    r"|(?:post\w*|publish\w*|updat\w*) (?:\w+ ){0,6}?here\b"
    r"|(?:sur )?cette (?:même )?page|auf dieser (?:web)?seite|en esta (?:misma )?página"
    r"|(?:in|su) questa pagina|nesta página|op deze (?:web)?pagina|na tej stronie|på denna sida"
    r"|på denne side|na této stránce|pe această pagină)",
    re.IGNORECASE,
)


def visible(promise: Promise) -> Channels:
    """Which of its channels can be seen from outside: the page can, a letter, a mail or an account cannot."""
    public = "website" in promise.channels
    private = any(channel != "website" for channel in promise.channels)
    if not promise.channels:
        return "post_or_private"  # no channel named: any will do, and some cannot be seen
    if public and private:
        return "post_and_private" if promise.channel_logic == "all" else "post_or_private"
    return "post" if public else "private"


def this_page(promise: Promise) -> bool:
    """Does the promise name the very page that is watched? "On our website" may be another page of it."""
    return _THIS_PAGE.search(promise.raw) is not None


def met(kind: Channels, posted: Truth, private: Truth) -> Truth:
    """Was notice given in time by the channels promised?"""
    if kind == "post":
        return posted
    if kind == "private":
        return private
    return disjunction(posted, private) if kind == "post_or_private" else conjunction(posted, private)


def compliant(material: Truth, exception: Truth, kind: Channels, posted: Truth, private: Truth) -> Truth:
    """If the promise applies, was it met? ``material``: the kind of change that the promise is about."""
    return implication(conjunction(material, negation(exception)), met(kind, posted, private))
