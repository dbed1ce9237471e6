"""The words of one language that the rules of this package read by: one structure, filled once a language.

A field holds alternatives: one a line, or several on a line parted by ``|`` outside brackets. They are
regular expressions matched between word boundaries, on lower-case text without marks and with single
spaces, with two shorthands: ``chang~`` is any word that begins so, ``~3`` is up to three words. A line that
begins with ``|`` or a space goes on with the line before it, and so does one inside an open bracket.
``<who>`` stands for a list in ``parts``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import dedent

NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the rules need to know of a language."""

    code: str
    common: str
    """Frequent small words, space-separated: by them a block's language is told when nobody says it."""
    stems: str
    """Pieces of which every sentence about change has one, space-separated: what the cheap filter seeks."""

    nouns: str
    """Pieces of the document's names, space-separated, for the same filter: one stands near the change."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Lists used by name in the others."""

    # what changes
    change: str
    """Verbs and nouns of change: "amend", "modification"."""
    document: str
    """Names a policy gives itself: "this policy", "these terms"."""
    other: str
    """What else may change in such texts: prices, services, a list of processors."""
    price: str = NEVER
    """Prices by name: changes not said to be of the document are, beside one, changes of the price."""
    joiner: str = r"and|or|and/or|,"
    """Words between two objects of one verb: "the services or these terms"."""
    breaks: str
    """Words that part a change from what follows: in "changes if the law requires" no law changes."""
    breaks_left: str = ""
    """The same where the document stands before its verb; ``breaks`` where nothing is given."""
    such: str = NEVER
    """Left of a change named before: "such changes"."""
    besides: str = NEVER
    """Marks of a further promise: "we will also", "additionally"."""
    points: str = NEVER
    """Words that point back to a change named before: "in such a case", "the notice"."""
    heading: str = NEVER
    """A heading (in full, numbers removed) under which a clause speaks of changing this document."""
    renewed: str = NEVER
    """The document in its new form: "the revised terms"."""

    # who acts, and how
    notify: str
    """The publisher tells the reader, or the reader is told."""
    notice: str = NEVER
    """The notice as a thing: "notification", "the e-mail"."""
    posting: str = NEVER
    """The new text is published, in full phrases: "by posting the revised policy"."""
    notice_posted: str = NEVER
    """What is posted is a notice of the change, not the text: "posting a prominent notice"."""
    we: str = NEVER
    """The publisher speaking: "we"."""
    reader_acts: str = NEVER
    """The reader's own acts and duties: "you must notify us"."""
    may: str = NEVER
    """A verb of telling that does not bind: "may notify"."""
    never_told: str = NEVER
    """"without notice"."""
    reserve: str = NEVER
    """A right to change is reserved: "may amend", "reserve the right", "subject to change"."""
    unable: str = NEVER
    """Words by which notice cannot be given: "may not be able to provide the notice period"."""
    means: str = NEVER
    """What joins telling and its means: "by" in "notify you by updating the date"; without it, the date is
    taken for the means."""
    stamped: str = NEVER
    """The date of the text will be brought up to date."""
    look: str = NEVER
    """Verbs of looking again: "review", "check"."""
    again: str = NEVER
    """How often, or what for: "periodically", "for any changes"."""
    looked_at: str = NEVER
    """What is looked at besides the document: "this page"."""
    not_look: str = NEVER
    """Looks that are the publisher's own: "we regularly review"."""

    # clocks
    day: str
    week: str
    month: str
    hour: str
    business: str = NEVER
    calendar: str = NEVER
    article: str = NEVER
    """The indefinite article that counts as one before a week or a month."""
    numbers: Mapping[str, int]
    half: Mapping[str, int] = field(default_factory=dict)
    """Words that are a period by themselves, in days: "fortnight"."""
    before: str
    """Right of a period: "before", "in advance", "notice"."""
    noticed: str = NEVER
    """Left of a period: "a notice period of"."""
    after: str
    """Right of a period whose clock starts with an event."""
    effect: str
    """"takes effect", "comes into force"."""
    earliest: str = NEVER
    """Left of a period that ends with the effect: "no sooner than"."""
    lapse: str = NEVER
    """Left of a period at whose end the change takes effect: "at the end of"."""
    posted: str
    """The event is the posting."""
    told: str
    """The event is the notice."""
    event: str
    """What a promised notice precedes: the change, its effect, a pronoun for them."""
    foreign: str
    """What other notices precede: termination, a price, a delivery."""

    # the parts of a promise
    email: str
    website: str
    in_app: str = NEVER
    mail: str = NEVER
    other_channel: str
    prominent: str = NEVER
    """A notice in sight, which is one on the site unless a place in the product is named beside it."""
    form: str = NEVER
    """A form of telling that is no channel of its own beside e-mail or post: "in writing"."""
    either: str = r"or|and/or|either|one or more"
    both: str = r"and"
    material: str = NEVER
    adverse: str = NEVER
    partial: str = NEVER
    """Triggers that are neither any change nor the material or adverse ones: "for other changes"."""
    others: str = NEVER
    """In a sentence with several periods, the changes that the others are not for: "other changes"."""
    continued: str = NEVER
    """Use after the change is acceptance."""
    explicit: str = NEVER
    """The reader is asked for a new consent."""
    unless: str = NEVER
    """Where an exception begins."""
    audience: str = NEVER
    """Whom the notice goes to, other than "you"."""
    traps: Mapping[str, str] = field(default_factory=dict)
    """Reason -> words in the sentence that make its period no promise of notice, whatever else it says."""
    topical: str = NEVER
    """Other ways to say that this document changes, in full."""


_STEM = re.compile(r"~(?!\d)")
_GAP = re.compile(r"~(\d+)(?: |$)")
_PART = re.compile(r"<(\w+)>")
_GOES_ON = (" ", "(?=", "(?!", "|")


def pattern(alternatives: str, parts: Mapping[str, str]) -> str:
    """The alternatives of a field as the source of one regular expression."""
    source = ""
    for line in dedent(alternatives).split("\n"):
        if not line.strip():
            continue
        whole = _depth(source) == 0 and not line.startswith(_GOES_ON) and not source.endswith(" ")
        source += ("|" if source and whole else "") + line
        source += " " if re.search(r"~\d+$", line) else ""
    source = _PART.sub(lambda m: f"(?:{pattern(parts[m[1]], parts)})" if m[1] in parts else m[0], source)
    return _STEM.sub(r"\\w*", _GAP.sub(r"(?:[^\\s;]+ ){0,\1}?", source))


def _depth(source: str) -> int:
    bare = re.sub(r"\\.", "", source)
    return bare.count("(") - bare.count(")")
