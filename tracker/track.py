"""One check: fetch, extract, gate, record. ``look`` may run anywhere; ``settle`` writes, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import dropwhile

from tracker import agenda as agendas
from tracker import gate
from tracker.agenda import Agenda, Held, Item
from tracker.archive import Archive, Coverage, Description, Entry, Recording, Snapshot, Writer
from tracker.blocks import identity
from tracker.declarations import Declaration
from tracker.extract import EXTRACTOR, Extraction, extract, media_type
from tracker.fetch import Fetched, Fetcher, Validators
from tracker.model import Outcome
from tracker.sections.language import language

_SUFFIXES = {
    "application/pdf": "pdf", "text/markdown": "md", "text/plain": "txt",
    "text/html": "html", "application/xhtml+xml": "html",
}  # fmt: skip
_ONE_AT_A_TIME = threading.Lock()
"""PDFium allows one thread at a time."""
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


def before(archive: Archive, policy: str) -> Before:
    """The newest captured version of a policy; an edition in our own words is none."""
    entry = archive.latest(policy)
    if entry is None or entry.kind == "edition":
        return Before()
    return Before(entry, archive.text(entry.version), archive.snapshot(entry).about)


def upgraded(archive: Archive, declaration: Declaration, known: Before) -> Recording | None:
    """The newest snapshot read anew, when our extractor or the declaration changed and the text with it.

    Comes before the next fetch, so that a better reading is never taken for the service's change.
    """
    entry = known.entry
    if entry is None or entry.imported_from or _maker(declaration) == (entry.extractor, entry.declaration):
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


def look(declaration: Declaration, item: Item, known: Before, fetcher: Fetcher) -> Seen:
    """Fetch, extract and doubt; writes nothing."""
    assert declaration.source.url is not None
    wanted = declaration.source.language
    fetched = fetcher.fetch(declaration.source.url, _validators(item, known), wanted)
    if fetched.outcome == "unchanged":
        return Seen(declaration, item, "unchanged", fetched.fetched_at, "not modified", fetched)
    if fetched.outcome != "received":
        outcome: Outcome = "blocked" if fetched.outcome == "blocked" else "error"
        return Seen(declaration, item, outcome, fetched.fetched_at, fetched.reason, fetched)
    if known.entry and fetched.sha256 == item.sha256 and len(declaration.source.also) == 0:
        return Seen(declaration, item, "unchanged", fetched.fetched_at, "the same bytes", fetched)
    return _read(declaration, item, known, fetched, fetcher)


def _read(declaration: Declaration, item: Item, known: Before, fetched: Fetched, fetcher: Fetcher) -> Seen:
    found = _extracted(declaration, fetched.content, fetched.media_type, fetched.charset)
    for address in declaration.source.also:
        further = fetcher.fetch(address, language=declaration.source.language)
        if further.outcome != "received":
            reason = f"a further page of the policy did not come: {further.reason}"
            return Seen(declaration, item, "error", fetched.fetched_at, reason, fetched)
        part = _extracted(declaration, further.content, further.media_type, further.charset)
        found = replace(found, text=f"{found.text}\n\n{part.text}")
    doubts = gate.doubts(_as_look(declaration, fetched, found), known.known())
    if doubts:
        outcome: Outcome = doubts[0].weight
        reason = "; ".join(d.reason for d in doubts)
        return Seen(declaration, item, outcome, fetched.fetched_at, reason, fetched, found, doubts)
    same = bool(known.entry) and found.text == known.text
    return Seen(declaration, item, "unchanged" if same else "new", fetched.fetched_at, "", fetched, found)


def _extracted(declaration: Declaration, content: bytes, said: str, charset: str | None) -> Extraction:
    source = declaration.source
    kind = said if said in _SUFFIXES and said != "text/plain" else media_type(content, source.url or "")
    with _ONE_AT_A_TIME if kind == "application/pdf" else nullcontext():
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


def _validators(item: Item, known: Before) -> Validators:
    """Nothing is said of an earlier answer when there is no version of it: the page is wanted whole."""
    return Validators(item.etag, item.last_modified, item.full_at) if known.entry else Validators()


def _maker(declaration: Declaration) -> tuple[str, str]:
    return str(EXTRACTOR), declaration.digest


# --- after the look --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """A check with all that follows from it; the agenda is told once the archive is safe."""

    checked: Checked
    coverage: Coverage
    item: Item
    due_at: datetime


def settle(seen: Seen, known: Before, states: States, writer: Writer, agenda: Agenda) -> Settled:
    """Record what was seen, and say when to look next."""
    seen = _released(seen, agenda)
    policy, outcome = seen.declaration.policy, seen.outcome
    if outcome == "new":
        outcome = states.outcome(policy, seen.identity)
        writer.record(_recording(seen, known, outcome))
        agenda.forget_held(policy)
    good = outcome in ("new", "returned", "unchanged")
    failures = 0 if good else seen.item.failures + 1
    retry_at = seen.fetched.retry_at if seen.fetched else None
    every = seen.declaration.source.every
    due_at = agendas.next_look(seen.at, outcome, failures, every, retry_at, agendas.chance())
    coverage = Coverage(policy, outcome, states.now(policy) if good else None, seen.at, seen.at)
    return Settled(
        Checked(policy, outcome, seen.at, seen.reason), coverage, _item(seen, good, failures), due_at
    )


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
    apart = held.seen > 1 and seen.at - held.fetched_at >= _AT_LEAST_APART
    if not apart or held.refused or not all(d.lifted_by_repeat for d in seen.doubts):
        return seen
    agenda.judge(held.capture, "released")
    return replace(seen, outcome="new", reason=f"confirmed by a second look: {seen.reason}", doubts=())


def _about(seen: Seen) -> dict[str, object]:
    """What ``snapshot.json`` keeps of a capture: how it came, and what the page states of itself."""
    assert seen.fetched is not None and seen.found is not None
    found = seen.found
    stated = found.language or language(found.text)
    return {**seen.fetched.about(), "title": found.title, "language": stated, "locale": found.locale}


def _recording(seen: Seen, known: Before, outcome: Outcome) -> Recording:
    assert seen.fetched is not None and seen.found is not None
    return Recording(
        seen.declaration.policy,
        seen.found.text,
        seen.at,
        Snapshot(seen.fetched.content, _suffix(seen.fetched.media_type), _about(seen)),
        seen.item.last_seen_at if known.entry else None,
        subject="returned to an earlier text" if outcome == "returned" else "a new text",
        declaration=seen.declaration.digest,
        extractor=str(EXTRACTOR),
        description=described(seen.declaration) if known.entry is None else None,
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


class States:
    """Which contents of a policy were seen before, and their numbers: filled from the archive when asked."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._numbers: dict[str, dict[str, int]] = {}
        self._now: dict[str, int | None] = {}

    def outcome(self, policy: str, seen: str) -> Outcome:
        """Is this content new, a return, or that of now in another dress? It is that of now afterwards."""
        numbers = self._of(policy)
        earlier, known = self._now[policy], seen in numbers
        number = self._now[policy] = numbers.setdefault(seen, len(numbers) + 1)
        if not known:
            return "new"
        return "unchanged" if number == earlier else "returned"

    def now(self, policy: str) -> int | None:
        """The number of the state the policy is in."""
        self._of(policy)
        return self._now[policy]

    def _of(self, policy: str) -> dict[str, int]:
        if policy not in self._numbers:
            numbers: dict[str, int] = {}
            last: int | None = None
            entries = list(self._archive.history(policy))
            captured = list(dropwhile(lambda e: e.kind == "edition", entries))
            for text in self._archive.texts(e.version for e in captured):
                last = numbers.setdefault(identity(text), len(numbers) + 1)
            self._numbers[policy], self._now[policy] = numbers, last
        return self._numbers[policy]
