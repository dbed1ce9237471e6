"""One check: fetch, extract, gate, record. ``look`` may run anywhere; ``settle`` writes, one at a time."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from tracker import agenda as agendas
from tracker import gate
from tracker.agenda import Agenda, Held, Item
from tracker.archive import Archive, Coverage, Description, Entry, Recording, Snapshot
from tracker.blocks import cut, identity
from tracker.browser import BrowserError, rendered
from tracker.declarations import Declaration
from tracker.extract import EXTRACTOR, Extraction, extract, media_type
from tracker.fetch import Fetched, Fetcher, Validators
from tracker.heads import Heads
from tracker.model import Outcome
from tracker.outgoing import Outgoing
from tracker.sections.language import language
from tracker.stamps import find as find_stamps

_SUFFIXES = {
    "application/pdf": "pdf", "text/markdown": "md", "text/plain": "txt",
    "text/html": "html", "application/xhtml+xml": "html",
}  # fmt: skip
_EARTHS_EDGE = timedelta(hours=14)
_ONE_AT_A_TIME = threading.Lock()
"""PDFium allows one thread at a time, and Python lets several only take turns: that costs a third more."""
_YEARS = 10
"""So many years ahead a day of effect is looked for."""
_BESIDE = 3
"""Lines before and after a date in which its label may stand."""
_AT_LEAST_APART = timedelta(minutes=20)
"""A second look confirms the first only if it comes this much later."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of a policy before a look: its newest version, when there is one that was captured."""

    entry: Entry | None = None
    text: str = ""
    about: Mapping[str, object] | None = None
    """``snapshot.json`` of the newest version."""

    def known(self) -> gate.Known | None:
        if self.entry is None:
            return None
        about = self.about or {}
        title, said, locale, url = (
            str(about[name]) if about.get(name) else None for name in ("title", "language", "locale", "url")
        )
        return gate.Known(self.text, title, language(self.text) or said, locale, url)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at a policy gave, before anything is written."""

    declaration: Declaration
    item: Item
    outcome: Outcome
    at: datetime
    reason: str = ""
    fetched: Fetched | None = None
    found: Extraction | None = None
    doubts: tuple[gate.Doubt, ...] = ()

    @property
    def identity(self) -> str:
        return identity(self.found.text) if self.found else ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check as told to people: one line of ``tracker check``."""

    policy: str
    outcome: Outcome
    at: datetime
    reason: str


# --- before the look ---------------------------------------------------------------------------------------


def before(archive: Archive, commit: str | None) -> Before:
    """A policy's newest captured version, by its commit; nothing known for None."""
    entry = archive.at_commit(commit) if commit else None
    if entry is None:
        return Before()
    return Before(entry, archive.text(entry.version), archive.snapshot(entry).about)


def maker(declaration: Declaration) -> tuple[str, str]:
    """What the text read from given bytes depends on: our extractor, and what is declared."""
    return str(EXTRACTOR), declaration.digest


def upgraded(archive: Archive, declaration: Declaration, known: Before) -> Recording | None:
    """The newest snapshot read anew, when our extractor or the declaration changed and the text with it.

    Comes before the next fetch, so that a better reading is never taken for the service's change.
    """
    entry = known.entry
    if entry is None or entry.imported_from or maker(declaration) == (entry.extractor, entry.declaration):
        return None
    snapshot = archive.snapshot(entry)
    if snapshot.about.get("fetcher") == "edition":
        return None
    found = _extracted(declaration, snapshot.content, str(snapshot.about.get("media_type", "")), None)
    if not found.text or found.text == known.text:
        return None
    return Recording(
        declaration.policy,
        found.text,
        entry.fetched_at,
        subject="read anew",
        declaration=declaration.digest,
        extractor=str(EXTRACTOR),
        sha256=entry.sha256,
    )


# --- the look --------------------------------------------------------------------------------------


Looker = Callable[[Declaration, Item, bool, datetime | None], "Seen"]
"""Looks at a policy; told whether a version is known and when its host may be asked again."""


def look(
    fetcher: Fetcher, declaration: Declaration, item: Item, known: bool, free_at: datetime | None = None
) -> Seen:
    """Fetch and extract; writes nothing, and judges nothing yet."""
    assert declaration.source.url is not None
    # nothing is said of an earlier answer when there is no version of it, or when scripts make the text of
    # an answer that stays the same: the page is wanted whole
    told = known and not declaration.source.browser
    validators = Validators(item.etag, item.last_modified, item.full_at) if told else Validators()
    fetched = fetcher.fetch(declaration.source.url, validators, declaration.source.language, free_at)
    if fetched.outcome == "unchanged":
        return Seen(declaration, item, "unchanged", fetched.fetched_at, "not modified", fetched)
    if fetched.outcome != "received":
        outcome: Outcome = "blocked" if fetched.outcome == "blocked" else "error"
        return Seen(declaration, item, outcome, fetched.fetched_at, fetched.reason, fetched)
    if declaration.source.browser:
        try:
            fetched = _shown(declaration, fetched, fetcher)
        except BrowserError as error:
            fetched = replace(fetched, outcome="error", reason=str(error), transient=error.transient)
            return Seen(declaration, item, "error", fetched.fetched_at, str(error), fetched)
    if known and fetched.sha256 == item.sha256 and not declaration.source.also:
        return Seen(declaration, item, "unchanged", fetched.fetched_at, "the same bytes", fetched)
    return _read(declaration, item, fetched, fetcher)


def _shown(declaration: Declaration, fetched: Fetched, fetcher: Fetcher) -> Fetched:
    """What was received, as a browser shows it; anything but HTML as it is."""
    if fetched.answer is None or fetched.media_type not in ("text/html", "application/xhtml+xml", ""):
        return fetched
    language = declaration.source.language or "en"
    return replace(fetched, answer=rendered(fetched.answer, fetcher.outgoing, language=language))


@dataclass(frozen=True, slots=True)
class RemoteLook:
    """A ``Looker`` that can be sent to another process: each keeps a fetcher of its own."""

    contact: str | None = None
    allow_private: bool = False
    gap: float = 1.0

    def __call__(
        self, declaration: Declaration, item: Item, known: bool, free_at: datetime | None = None
    ) -> Seen:
        fetcher = _fetcher_of(self.contact, self.allow_private, self.gap)
        return look(fetcher, declaration, item, known, free_at)


@lru_cache(maxsize=4)
def _fetcher_of(contact: str | None, allow_private: bool, gap: float) -> Fetcher:
    return Fetcher(Outgoing(contact=contact, allow_private=allow_private), gap=gap)


def _read(declaration: Declaration, item: Item, fetched: Fetched, fetcher: Fetcher) -> Seen:
    found = _extracted(declaration, fetched.content, fetched.media_type, fetched.charset)
    for address in declaration.source.also:
        further = fetcher.fetch(address, language=declaration.source.language)
        if further.outcome != "received":
            reason = f"a further page of the policy did not come: {further.reason}"
            return Seen(declaration, item, "error", fetched.fetched_at, reason, fetched)
        part = _extracted(declaration, further.content, further.media_type, further.charset)
        found = replace(found, text=f"{found.text}\n\n{part.text}")
    return Seen(declaration, item, "new", fetched.fetched_at, "", fetched, found)


def judged(seen: Seen, known: Before) -> Seen:
    """A look that gave a text, doubted in the light of what is known."""
    if seen.found is None or seen.fetched is None:
        return seen
    doubts = gate.doubts(_as_look(seen.declaration, seen.fetched, seen.found), known.known())
    if doubts:
        reason = "; ".join(d.reason for d in doubts)
        return replace(seen, outcome=doubts[0].weight, reason=reason, doubts=doubts)
    same = known.entry is not None and seen.found.text == known.text
    return replace(seen, outcome="unchanged" if same else "new")


def _extracted(declaration: Declaration, content: bytes, said: str, charset: str | None) -> Extraction:
    source = declaration.source
    kind = said if said in _SUFFIXES and said != "text/plain" else media_type(content, source.url or "")
    with _ONE_AT_A_TIME:
        return extract(
            content,
            kind,
            url=source.url,
            charset=charset,
            select=source.select,
            remove=source.remove,
            policy_type=source.type,
        )


def _as_look(declaration: Declaration, fetched: Fetched, found: Extraction) -> gate.Look:
    assert fetched.answer is not None
    return gate.Look(
        asked=declaration.source.url or "",
        got=fetched.answer.url,
        status=fetched.answer.status,
        page=fetched.content.decode("utf-8", "replace"),
        text=found.text,
        title=found.title,
        language=language(found.text) or found.language,
        locale=found.locale,
        complete=fetched.answer.complete,
        media_type=fetched.media_type,
        expected_language=declaration.source.language,
    )


# --- after the look --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """A check with all that follows from it; the agenda is told once the archive is safe."""

    checked: Checked
    coverage: Coverage
    item: Item
    due_at: datetime
    recording: Recording | None = None
    identity: str = ""
    """Of the text recorded."""


def settle(seen: Seen, known: bool, heads: Heads, agenda: Agenda) -> Settled:
    """What is to be recorded of a look, and when to look next; a capture in doubt is held."""
    seen = _released(seen, agenda)
    policy, outcome, state = seen.declaration.policy, seen.outcome, heads.state(seen.declaration.policy)
    recording, shown = None, ""
    if outcome == "new":
        shown = seen.identity
        outcome, state = heads.outcome(policy, shown)
        recording = _recording(seen, known, outcome)
        agenda.forget_held(policy)
    good = outcome in ("new", "returned", "unchanged")
    failures = 0 if good else seen.item.failures + 1
    retry_at = seen.fetched.retry_at if seen.fetched else None
    every = seen.declaration.source.every
    due_at = agendas.next_look(seen.at, outcome, failures, every, retry_at, agendas.chance())
    return Settled(
        Checked(policy, outcome, seen.at, seen.reason),
        Coverage(policy, outcome, state if good else None, seen.at, seen.at),
        _item(seen, good, failures),
        due_at,
        recording,
        shown,
    )


def takes_effect_at(text: str, now: datetime) -> datetime | None:
    """When the next day begins, anywhere on earth, on which a text says that it takes effect."""
    near = _near_years(text, now.year)
    stamps = find_stamps(near, cut(near), language=language(text)) if near else ()
    days = [first for stamp in stamps if "effective" in stamp.role for first, _ in stamp.candidates]
    instants = (datetime.combine(day, time(), UTC) - _EARTHS_EDGE for day in days)
    return min((at for at in instants if at > now), default=None)


def _near_years(text: str, year: int) -> str:
    """The lines of a text that name a year from ``year`` on, with what stands beside them."""
    years = "|".join(str(coming) for coming in range(year, year + _YEARS))
    named: set[int] = set()
    at = begun = 0
    for found in re.finditer(years, text):
        at += text.count("\n", begun, found.start())
        begun = found.start()
        named.add(at)
    if not named:
        return ""
    lines = text.split("\n")
    near = {at for one in named for at in range(max(one - _BESIDE, 0), one + _BESIDE + 1)}
    return "\n".join(lines[at] for at in sorted(near) if at < len(lines))


def _released(seen: Seen, agenda: Agenda) -> Seen:
    """A capture in doubt is held; one that a later look confirms is taken for the policy after all."""
    if not seen.doubts or seen.found is None or not seen.found.text or seen.fetched is None:
        return seen
    held = agenda.hold(
        seen.declaration.policy,
        now=seen.at,
        good_at=seen.item.last_seen_at,
        identity=seen.identity,
        reasons=[d.reason for d in seen.doubts],
        suffix=_suffix(seen.fetched.media_type),
        about=_about(seen),
        content=seen.fetched.content,
        text=seen.found.text,
    )
    often = held.seen >= max(doubt.sights for doubt in seen.doubts)
    apart = seen.at - held.fetched_at >= _AT_LEAST_APART
    if not (often and apart) or held.refused or not all(d.lifted_by_repeat for d in seen.doubts):
        return seen
    agenda.judge(held.capture, "released")
    return replace(seen, outcome="new", reason=f"confirmed by a second look: {seen.reason}", doubts=())


def _about(seen: Seen) -> dict[str, object]:
    """What ``snapshot.json`` keeps of a capture: how it came, and what the page states of itself."""
    assert seen.fetched is not None and seen.found is not None
    found = seen.found
    stated = found.language or language(found.text)
    told = {**seen.fetched.about(), "title": found.title, "language": stated, "locale": found.locale}
    return told | ({"rendered": True} if seen.declaration.source.browser else {})


def _recording(seen: Seen, known: bool, outcome: Outcome) -> Recording:
    assert seen.fetched is not None and seen.found is not None
    return Recording(
        seen.declaration.policy,
        seen.found.text,
        seen.at,
        Snapshot(seen.fetched.content, _suffix(seen.fetched.media_type), _about(seen)),
        seen.item.last_seen_at if known else None,
        subject="returned to an earlier text" if outcome == "returned" else "a new text",
        declaration=seen.declaration.digest,
        extractor=str(EXTRACTOR),
        description=None if known else described(seen.declaration),
    )


def released(held: Held, declaration: Declaration, last_seen_at: datetime | None) -> Recording:
    """A held capture taken for the policy by the operator's word, as it was received."""
    return Recording(
        held.policy,
        held.text,
        held.fetched_at,
        Snapshot(held.content, held.suffix, held.about),
        last_seen_at,
        subject="released by the operator",
        declaration=declaration.digest,
        extractor=str(EXTRACTOR),
    )


def described(declaration: Declaration) -> Description:
    """What the archive keeps of a declaration, so that all that is published follows from the archive."""
    return Description(declaration.service.name, declaration.source.type, declaration.about())


def _item(seen: Seen, good: bool, failures: int) -> Item:
    item = replace(seen.item, failures=failures)
    if not good:
        return item
    item = replace(item, last_seen_at=seen.at)
    if seen.fetched is None or seen.fetched.outcome != "received":
        return item
    told = seen.fetched.validators
    item = replace(item, etag=told.etag, last_modified=told.last_modified, full_at=told.full_at)
    return replace(item, sha256=seen.fetched.sha256)


def _suffix(kind: str) -> str:
    return _SUFFIXES.get(kind, "html")
