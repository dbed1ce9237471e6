"""The nouns: every value that passes between modules, as frozen dataclasses.

Offsets are code points into the text as given, end exclusive; ``text[start:end]`` shows the words claimed.
Instants are aware UTC datetimes and end in ``_at``; days are dates and end in ``_on``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

ENGINE = 1
"""The engine's version: it grows when the same two texts may give another reading or comparison."""

BlockKind = Literal["text", "item", "row", "quote", "rule", "fence"]
Significance = Literal["substantive", "editorial", "stamp", "layout", "furniture", "capture", "none"]
ChangeKind = Literal["added", "removed", "reworded", "renamed", "renumbered", "moved", "split", "joined"]
Role = Literal["updated", "effective", "published"]
Precision = Literal["day", "month", "year"]
PromiseKind = Literal["advance_notice", "notice", "stamp", "posting", "check_back", "no_notice"]
Trigger = Literal["any", "material", "adverse", "other"]
Unit = Literal["hour", "day", "business_day", "week", "month"]
Channel = Literal["email", "website", "in_app", "post", "other"]
Consent = Literal["none", "continued_use", "explicit"]
Truth = Literal["TRUE", "FALSE", "UNKNOWN"]
Outcome = Literal["new", "unchanged", "returned", "blocked", "suspect", "error"]
VersionKind = Literal["edition", "capture", "upgrade"]
EditOp = Literal["equal", "delete", "insert"]

SIGNIFICANCES: tuple[Significance, ...] = (
    "substantive", "editorial", "stamp", "layout", "furniture", "capture", "none",
)  # fmt: skip
"""Strongest first: a comparison is as significant as its strongest change."""

Days = tuple[date, date]
"""First and last possible civil day of one reading of a date, both included."""

Edit = tuple[EditOp, str]
Span = tuple[int, int, int]
"""(old start, old end, new start): this stretch of the old text stands in the new one at new start."""


# --- a text read -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A non-blank line (hard-wrapped lines joined) with the blank space after it; blocks tile a text."""

    start: int
    end: int
    kind: BlockKind
    body_start: int
    body_end: int
    """``text[body_start:body_end]`` is the block without surrounding white space; marks are kept."""


@dataclass(frozen=True, slots=True)
class Section:
    """An addressable part of a text: its own heading and words, without those of its subsections.

    Sections tile the text. ``path`` is the place in this version ("2/1"), ``key`` the name that lasts.
    What stands before the first heading is a section with ``heading`` None, level 0 and path "0".
    """

    path: str
    key: str
    number: str | None
    heading: str | None
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date the text states of itself."""

    role: tuple[Role, ...]
    raw: str
    start: int
    end: int
    precision: Precision
    candidates: tuple[Days, ...]
    """Disjoint readings, each first to last possible day. Empty when relative or unreadable: see basis."""
    preferred: int | None = 0
    """Index into candidates of the likeliest reading; a preference, never a proof."""
    basis: tuple[str, ...] = ()
    """How the candidates were narrowed or preferred, in order (NOTICE.md A4)."""
    label: str = ""
    """The words that gave the role: "Last updated"."""


@dataclass(frozen=True, slots=True)
class Period:
    value: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that says how changes to this policy will be announced."""

    kind: PromiseKind
    trigger: Trigger
    period: Period | None
    channels: tuple[Channel, ...]
    channel_logic: Literal["single", "any", "all"]
    """"email or website" is any, "email and website" is all."""
    consent: Consent
    bound: bool
    """True if it binds ("will notify"), False if it only may."""
    raw: str
    start: int
    end: int
    anchor: Literal["effect", "posting", "notice", "none"] = "none"
    """What the period is counted to or from: before effect, or effective n days after posting or notice."""
    exceptions: tuple[str, ...] = ()
    """Words of exceptions in the clause: "unless required by law"."""
    audience: str | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    """A right to change this policy that its text reserves: by itself it promises nothing."""

    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Noise:
    """Text that is not the policy's: a repeated title, a footer, a table of contents, a marketing tail."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says: a pure function of the text (and of the publisher's declared country)."""

    text: str
    title: str | None
    language: str | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    stamps: tuple[Stamp, ...] = ()
    promises: tuple[Promise, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    noise: tuple[Noise, ...] = ()


# --- two texts compared ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact:
    """A datum with its place: a period, an amount, an age, a recipient, a contact."""

    kind: str
    label: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that differs: "24 hours -> 14 days". ``section`` is the path in the newer text (else older)."""

    kind: str
    section: str
    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to one section (or, folded, to a run of sections for one cause).

    Equal and deleted edits joined give the text of ``before`` (sections in order), equal and inserted
    that of ``after``.
    """

    kind: ChangeKind
    before: tuple[Section, ...]
    after: tuple[Section, ...]
    edits: tuple[Edit, ...]
    significance: Significance = "none"
    reason: str = ""
    tags: tuple[str, ...] = ()
    """Evidence for the significance: "number", "negation", "modality", "money", "host" ..."""
    cause: str | None = None
    """Why a chain was renumbered: the key of the section before it that was added, removed or moved."""
    moved: tuple[Span, ...] = ()
    """Text of these sections that stands in another section of the other text, or out of order.

    Offsets are into the whole texts. In ``edits`` it is deleted in one place and inserted in the other.
    """


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings, older first, with their changes."""

    changes: tuple[Change, ...]
    spans: tuple[Span, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    """Sections that are the same one: (index in the older, index in the newer)."""
    significance: Significance = "none"
    reason: str = ""
    facts: tuple[FactChange, ...] = ()
    kept: float = 1.0
    """Share of the newer text, in characters, that comes from the older text: 0 to 1."""
    agreed: tuple[tuple[Section, ...], tuple[Section, ...]] | None = field(
        default=None, compare=False, repr=False
    )
    """The outlines in which the changes are told, made to agree; None where that was not needed."""


# --- a history ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a declaration says of who publishes: preferences and facts, with unknown as None."""

    service: str
    name: str
    country: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """The text read from a snapshot, when it differs from the version before; one commit."""

    policy: str
    commit: str
    text: str
    fetched_at: datetime
    last_seen_at: datetime | None
    """When the text before was last met; None when not known, as in archives that keep no checks."""
    kind: VersionKind = "capture"
    """edition: our own words for a demonstration; capture: a snapshot read; upgrade: an old one read anew."""
    flags: tuple[str, ...] = ()
    """Doubts about the version as data: "repeated_snapshots", "dates_run_backwards", "not_utf8"."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What another archive says happened to one policy: a text, an ending, or a new name for a text."""

    service: str
    """As it stands there: "LinkedIn"."""
    type: str
    """As it stands there: "Privacy Policy"."""
    path: str
    """Where the text lies in that archive; names the policy there."""
    content: str | None
    """By what the other archive gives the bytes; None when the policy ended."""
    at: datetime
    point: str
    """What the other archive calls this moment, so that an import can go on from here: a commit, a file."""
    suffix: str = "md"
    upgrade: bool = False
    formerly: str | None = None
    """The path before, when this is the same policy under a new one."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A distinct content of a policy, numbered in order of first sight."""

    number: int
    identity: str
    first_commit: str
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """One facet judged, with its reason and the evidence it rests on (NOTICE.md A3)."""

    facet: str
    value: str
    truth: Truth
    reason: str
    conditions: tuple[str, ...] = ()
    """What is still open and could decide it: "material", "private_channel", "boundary_day"."""
    evidence: Mapping[str, str | int | float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """Filed evidence that a change was announced: a mail with its date, another tracked page."""

    policy: str
    channel: Channel
    announced_at: datetime
    filed_at: datetime
    sha256: str
    """Of the evidence as filed, in hex."""
    commit: str | None = None
    """The version it announces, where the one who filed it said so."""
    sender: str = ""
    subject: str = ""
    quote: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    """Of a mail, without the addresses of recipients."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a named reviewer decided of a condition that a text leaves open, with the reason."""

    commit: str
    """The version it is about."""
    material: bool | None
    exception: bool | None
    by: str
    why: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was filed beside the texts; more of it can only narrow a verdict."""

    notices: tuple[Notice, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a version promised, and from when it applied: which promise governs a change depends on both."""

    effective: tuple[Days, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a fold over a policy's history must remember beyond the version before; serialisable."""

    states: Mapping[str, State] = field(default_factory=dict)
    """By identity."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Slug of a heading ever seen -> the key of its section."""
    restless: tuple[tuple[str, ...], ...] = ()
    """For each of the last comparisons, newest last: content keys of the lines that changed."""
    stamps: tuple[tuple[str, str, str], ...] = ()
    """(role, first candidate day, last candidate day) of stamps seen, in order of first sight."""
    pledges: tuple[Pledge, ...] = ()
    """Of the last versions, newest last: the one before a change may not have been in force yet."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is said of the step from one version to the next."""

    version: Version
    reading: Reading
    state: State
    returns: bool
    """True when the content was seen before: "returns to state N"."""
    comparison: Comparison | None
    """None for the first version, and for the first capture after an edition."""
    verdicts: tuple[Verdict, ...]
    memory: Memory
