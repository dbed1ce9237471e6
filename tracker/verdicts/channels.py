"""When a promise of notice counts as kept, by the channels it names (NOTICE.md A4)."""

from __future__ import annotations

from typing import Literal

from tracker.model import Promise, Truth
from tracker.verdicts.truth import conjunction, disjunction, implication, negation

Channels = Literal["post", "private", "post_or_private", "post_and_private"]


def visible(promise: Promise) -> Channels:
    """Which of its channels can be seen from outside: the page can, a letter, a mail or an account cannot."""
    public = "website" in promise.channels
    private = any(channel != "website" for channel in promise.channels)
    if not promise.channels:
        return "post_or_private"  # no channel named: any will do, and some cannot be seen
    if public and private:
        return "post_and_private" if promise.channel_logic == "all" else "post_or_private"
    return "post" if public else "private"


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
