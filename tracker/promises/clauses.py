"""A clause about change read sentence by sentence: which kinds of promise each sentence makes.

A rule is a function in ``RULES``: it gets one sentence in its context and gives the kind it finds, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.model import Channel, Consent, Period, PromiseKind, Trigger
from tracker.promises import clocks, details, periods, tiers, topics, traps
from tracker.promises.clocks import Anchor
from tracker.promises.grammar import Grammar
from tracker.promises.words import NEVER

_SHORT = 90
_FADES = 3
"""Sentences without a word of change after which "the notice" is no longer taken for notice of the change."""
_NEARBY = 100
_BEFORE = 200
"""How far before the verb of telling, in characters, a channel may stand: "by e-mail we will notify you"."""
_AT_ONCE = 30
"""Characters of a sentence before which its verb of telling stands."""
_YEAR = re.compile(r"(?<![\w./])(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d(?!\d)")
"""A year beside "the date was updated" makes the sentence the stamp itself, and no promise of one."""
_GRASP = 160
"""How far, in characters, a subject reaches over the verbs after it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a clause: its number there, plain words, and whether it is an item under a lead-in."""

    number: int
    plain: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its topic settled by the sentences and the heading before it."""

    line: Line
    told: str
    """The plain words without those that say no notice is given: what is left may promise."""
    topic: topics.Topic
    """``document`` here also for "such changes" when "such" points to changes of this document."""
    follows: bool
    """No change is named, but the sentence stands in a clause about changing this document."""
    near: bool
    """The sentence before speaks of changing this document, or leads into the list this one stands in."""

    @property
    def plain(self) -> str:
        return self.line.plain


@dataclass(frozen=True, slots=True)
class Draft:
    """A promise found in a clause, with the number of its sentence instead of its place in the text."""

    number: int
    kind: PromiseKind
    trigger: Trigger
    period: Period | None
    anchor: Anchor
    channels: tuple[Channel, ...]
    logic: details.Logic
    consent: Consent
    bound: bool
    audience: str | None
    clock: clocks.Clock | None = None


Hit = tuple[PromiseKind, clocks.Clock | None]
Rule = Callable[[Said, Grammar], tuple[Hit, ...]]


def advance_notice(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """A period before the change takes effect, or between posting or notice and effect."""
    if said.topic == "bare" and grammar.has("price", said.plain):
        return ()
    heard = (clocks.clock(said.plain, mention, grammar) for mention in periods.mentions(said.plain, grammar))
    return tuple(("advance_notice", c) for c in heard if c is not None and traps.trap(c, grammar) is None)


def stamp(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """The date the text shows will be brought up to date."""
    shown = grammar.find("stamped", said.told)
    return (
        (("stamp", None),)
        if shown and not _YEAR.search(said.told, shown.start(), shown.end() + _NEARBY)
        else ()
    )


def notice(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """Readers are told, by some means, with no number."""
    if not _tells(said, grammar) or _adrift(said, grammar) or _leaves(said.plain, grammar):
        return ()
    only_date = _by_date(said, grammar) and not _elsewhere(said, grammar)
    return () if only_date or _posted_only(said, grammar) else (("notice", None),)


def posting(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """The new text is published, and nothing more is promised."""
    if not grammar.has("posting", said.told) or _adrift(said, grammar):
        return ()
    if _tells(said, grammar) and not _posted_only(said, grammar):
        return ()
    ours = _posts_text(said, grammar) or (said.follows and said.near and _only_tells(said.plain, grammar))
    return (("posting", None),) if ours else ()


def check_back(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """Readers are to look for themselves."""
    return (("check_back", None),) if _looks(said.plain, grammar, ("document", "looked_at")) else ()


def no_notice(said: Said, grammar: Grammar) -> tuple[Hit, ...]:
    """A right to change without telling anybody."""
    bare = said.topic == "bare" and not grammar.has("foreign", said.plain)
    ours = said.topic == "document" or bare
    return (("no_notice", None),) if ours and grammar.has("never_told", said.plain) else ()


RULES: tuple[Rule, ...] = (advance_notice, notice, posting, stamp, check_back, no_notice)
_TELLING: frozenset[PromiseKind] = frozenset({"advance_notice", "notice"})


def read(
    lines: tuple[Line, ...], headed: bool, grammar: Grammar
) -> tuple[tuple[Draft, ...], tuple[int, ...]]:
    """The promises of a clause in order, and the numbers of the sentences that reserve a right to change.

    ``headed`` when its heading is about changing this document.
    """
    found: list[Draft] = []
    rights: list[int] = []
    spoken: Trigger = "any"
    plains = tuple(line.plain for line in lines)
    consent = details.consent(plains, grammar)
    for said in _settled(lines, headed, grammar):
        drafts = _drafts(said, consent, grammar)
        if drafts and _of_such(said.plain, grammar):
            drafts = [replace(d, trigger=spoken) if d.trigger == "any" else d for d in drafts]
        elif said.topic in ("document", "bare"):
            spoken = details.trigger(said.plain, grammar)
        ours = said.topic == "document" or (headed and said.topic == "bare")
        if ours and grammar.has("reserve", said.plain):
            rights.append(said.line.number)
        if said.follows and found and found[-1].kind in _TELLING and _adds_channels(said, drafts, grammar):
            found[-1] = _with_channels(found[-1], said, grammar)
        else:
            found.extend(d for d in drafts if not _repeats(d, found))
    return tuple(found), tuple(rights)


def _of_such(plain: str, grammar: Grammar) -> bool:
    """Whether a sentence speaks of changes named before: "such changes", "such policy changes"."""
    lefts = (
        plain[max(0, m.start() - _NEARBY) : m.start()].rstrip()
        for m in grammar.patterns["change"].finditer(plain)
    )
    return any(grammar.has("such", left) or grammar.has("such", left.rpartition(" ")[0]) for left in lefts)


def _repeats(draft: Draft, found: list[Draft]) -> bool:
    """Whether a notice without channels only speaks again of one promised before in the clause."""
    if draft.kind != "notice" or draft.channels:
        return False
    return any(d.kind in _TELLING and d.trigger in ("any", draft.trigger) for d in found)


def _settled(lines: tuple[Line, ...], headed: bool, grammar: Grammar) -> list[Said]:
    """The sentences whose topic, in the end, is a change of this document; a list is as near as its lead."""
    found: list[Said] = []
    fresh = _FADES if headed else 0
    for line in lines:
        topic = topics.topic(line.plain, grammar)
        if len(line.plain) <= _SHORT and topics.heads(line.plain, grammar):
            fresh = _FADES
            continue
        if topic == "document" or (topic == "bare" and fresh):
            fresh = _FADES
        elif topic == "other" and not headed:
            fresh = 0
        if (fresh and topic != "other") or looks(line.plain, grammar):
            found.append(
                Said(line, _promising(line.plain, grammar), topic, topic == "none", fresh >= _FADES - 1)
            )
        if not line.listed:
            fresh = max(fresh - 1, 1 if headed else 0)
    return found


def _promising(plain: str, grammar: Grammar) -> str:
    """The words that may promise: not those of a right to tell nobody, nor what follows on continued use."""
    told = plain
    for field in ("never_told", "unable"):
        told = grammar.patterns[field].sub(" ", told) if grammar.has(field, told) else told
    consent = grammar.find("continued", told)
    return told[: consent.start()] if consent else told


def looks(plain: str, grammar: Grammar) -> bool:
    """Whether a plain sentence asks to look at this document again."""
    return _looks(plain, grammar, ("document",))


def _looks(plain: str, grammar: Grammar, targets: tuple[str, ...]) -> bool:
    """A verb of looking with how often or what for, and one of the targets, all near each other."""
    if not grammar.has("again", plain) or grammar.has("not_look", plain):
        return False
    windows = (
        plain[max(0, m.start() - 60) : m.end() + 110] for m in grammar.patterns["look"].finditer(plain)
    )
    return any(grammar.has("again", w) and any(grammar.has(t, w) for t in targets) for w in windows)


def _adrift(said: Said, grammar: Grammar) -> bool:
    """No change is named, and nothing points back to one named just before."""
    if not said.follows:
        return False
    if said.near and (said.line.listed or grammar.has("points", said.plain)):
        return False
    return not (said.near and _only_tells(said.plain, grammar))


def _only_tells(plain: str, grammar: Grammar) -> bool:
    """ "Users will be informed by email." and nothing else: of what stands in the sentence before."""
    told = grammar.find("notify", plain)
    if told is None or told.start() > _AT_ONCE or len(plain) > _SHORT:
        return False
    return not any(grammar.has(field, plain) for field in ("foreign", "other"))


def _drafts(said: Said, consent: Consent, grammar: Grammar) -> list[Draft]:
    drafts: list[Draft] = []
    for kind, clock in (hit for rule in RULES for hit in rule(said, grammar)):
        if kind in ("notice", "posting") and drafts and drafts[0].kind in _TELLING:
            continue
        drafts.append(_draft(said, kind, clock, consent, grammar))
    return _tiered(said, drafts, grammar)


def _tiered(said: Said, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """The drafts of one sentence with several periods, each for its own changes by its own channels."""
    timed = [d for d in drafts if d.clock is not None]
    parts = tiers.parts(said.plain, [d.clock for d in timed if d.clock], grammar)
    if not parts:
        return drafts
    told = [replace(d, trigger=t) for d, t in zip(timed, tiers.triggers(parts, grammar), strict=True)]
    for at, named in enumerate(tiers.channels(parts, grammar)):
        told[at] = replace(told[at], channels=named, logic=details.logic(parts[at], named, grammar))
    return [*told, *(d for d in drafts if d.clock is None)]


def _draft(
    said: Said, kind: PromiseKind, clock: clocks.Clock | None, consent: Consent, grammar: Grammar
) -> Draft:
    channels = _channels(said, kind, grammar)
    if clock is not None and clock.anchor == "posting" and not set(channels) & {"website", "in_app"}:
        channels = _ordered({"website", *channels})
    return Draft(
        number=said.line.number,
        kind=kind,
        trigger=details.trigger(said.plain, grammar),
        period=clock.mention.period if clock else None,
        anchor=clock.anchor if clock else "none",
        channels=channels,
        logic=details.logic(said.told, channels, grammar),
        consent=consent if kind in (*_TELLING, "posting", "stamp") else "none",
        bound=not grammar.has("may", said.told),
        audience=details.audience(said.plain, grammar) if kind in _TELLING else None,
        clock=clock,
    )


def _channels(said: Said, kind: PromiseKind, grammar: Grammar) -> tuple[Channel, ...]:
    if kind in ("check_back", "no_notice"):
        return ()
    if kind == "stamp":
        shown = grammar.has("posting", said.told) or (_tells(said, grammar) and _by_date(said, grammar))
        return ("website",) if shown else ()
    named = details.channels(_saying(said, grammar), grammar)
    if kind == "posting":
        return named if set(named) & {"website", "in_app"} else _ordered({"website", *named})
    if grammar.has("posting", said.told) and not set(named) & {"website", "in_app"}:
        return _ordered({"website", *named})
    return named


def _saying(said: Said, grammar: Grammar) -> str:
    """The words around and after the verb of telling or posting: reasons given before it name no channel."""
    places = [m.start() for f in ("notify", "posting") if (m := grammar.find(f, said.told))]
    return said.told[max(0, min(places) - _BEFORE) :] if places else said.told


def _ordered(named: set[Channel]) -> tuple[Channel, ...]:
    return tuple(channel for channel in details.ORDER if channel in named)


def _tells(said: Said, grammar: Grammar) -> bool:
    """Whether the publisher tells the reader; not where the reader is the one who acts."""
    if not grammar.has("notify", said.told):
        return False
    acts = [m.start() for m in grammar.patterns["reader_acts"].finditer(said.told)]
    return any(
        not any(
            0 <= m.start() - at < _GRASP and not grammar.has("we", said.told[at : m.start()]) for at in acts
        )
        for m in grammar.patterns["notify"].finditer(said.told)
    )


def _by_date(said: Said, grammar: Grammar) -> bool:
    """Whether the date is the means of telling: "notify you by updating the date", not "and update it"."""
    date, told = (grammar.find(field, said.told) for field in ("stamped", "notify"))
    if date is None or told is None or grammar.words.means == NEVER:
        return date is not None
    return grammar.has("means", said.told[told.start() : date.start() + 1] + " ")


def _leaves(plain: str, grammar: Grammar) -> bool:
    """Whether a termination, a price or the like is named before any change or notice: it is the subject."""
    foreign = grammar.find("foreign", plain)
    rest = [m.start() for f in ("change", "notify") if (m := grammar.find(f, plain))]
    return foreign is not None and foreign.start() < min(rest, default=len(plain))


def _posted_only(said: Said, grammar: Grammar) -> bool:
    """ "We will notify you by posting the revised policy": the posting is all the notice there is."""
    notice_itself = grammar.has("notice_posted", said.told)
    return grammar.has("posting", said.told) and not _elsewhere(said, grammar) and not notice_itself


def _posts_text(said: Said, grammar: Grammar) -> bool:
    """Whether what is published is the text or its changes: one of them is named nearby."""
    windows = (
        said.told[max(0, m.start() - _NEARBY) : m.end() + _NEARBY]
        for m in grammar.patterns["posting"].finditer(said.told)
    )
    return any(
        grammar.has("change", w) or grammar.has("renewed", w) or grammar.has("points", w) for w in windows
    )


def _elsewhere(said: Said, grammar: Grammar) -> bool:
    return bool(set(details.channels(said.told, grammar)) - {"website"})


def _adds_channels(said: Said, drafts: list[Draft], grammar: Grammar) -> bool:
    tells = [d for d in drafts if d.kind in ("notice", "posting")]
    return (
        (not drafts or len(tells) == len(drafts))
        and not _adrift(said, grammar)
        and not any(grammar.has(field, said.plain) for field in ("reader_acts", "besides"))
        and any(grammar.has(field, said.told) for field in ("notify", "posting", "notice"))
        and bool(details.channels(said.told, grammar))
    )


def _with_channels(draft: Draft, said: Said, grammar: Grammar) -> Draft:
    more = details.channels(said.told, grammar)
    channels = _ordered({*draft.channels, *more})
    logic = draft.logic if len(draft.channels) > 1 else details.logic(said.told, channels, grammar)
    return replace(draft, channels=channels, logic=logic)
