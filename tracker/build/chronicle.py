"""The history of one policy told as rows: a fold of ``assess`` that can be laid down and taken up again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from tracker import shorthand
from tracker.archive import Entry, is_first_own_look, version_of
from tracker.assess import assess, difference, read
from tracker.build import headline, rows
from tracker.build.rows import ROOM, Row, Rows
from tracker.build.standing import Standing, Touch
from tracker.model import (
    Assessment,
    Change,
    Comparison,
    Evidence,
    Memory,
    Publisher,
    Reading,
    Significance,
    State,
)  # fmt: skip
from tracker.significance.captures import went_wrong


@dataclass(frozen=True, slots=True)
class Placed:
    """A version as the archive lists it, with its place in the archive's history: the version's id."""

    version: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Sound:
    """The last version that loaded as it should, where the newest did not."""

    placed: Placed
    keys: tuple[str, ...]
    """Keys of its sections, in order."""
    wrong_at: datetime
    """When the first capture that went wrong after it was fetched."""


@dataclass(frozen=True, slots=True)
class Carry:
    """What the fold must remember from one build to the next; the rest is in the tables."""

    newest: Placed
    """The newest version that could be read."""
    began: int
    """The version the history starts from: the first, or the first capture after an edition."""
    state: State
    keys: tuple[str, ...]
    """Keys of the newest version's sections, in order."""
    memory: Memory
    sound: Sound | None = None
    """None when the newest version is sound."""


_WRONG = timedelta(days=31)
"""How long a capture may seem to have gone wrong: a text that is served for longer is the policy."""
_QUIET: frozenset[Significance] = frozenset(("layout", "furniture", "capture", "none"))
"""Changes that leave the policy's words as they were."""

_CARRY: TypeAdapter[Carry] = TypeAdapter(Carry)


def packed(carry: Carry) -> bytes:
    """The carry as compressed JSON."""
    return zlib.compress(_CARRY.dump_json(carry), 1)


def unpacked(content: bytes) -> Carry:
    return _CARRY.validate_json(zlib.decompress(content))


@dataclass
class Chronicle:
    """The fold: the newest assessment, and what stands in it."""

    policy: str
    publisher: Publisher
    standing: Standing
    evidence: Evidence
    states: dict[int, int] = field(default_factory=dict)
    """State number -> id."""
    newest: Placed | None = None
    older: Assessment | None = None
    began: int = 0
    sound: Sound | None = None
    """What stands, where the newest capture went wrong; None when that is the newest version."""
    stood: Reading | None = None
    """The reading of the last sound version."""
    number: int = 0
    """How many versions are recorded, also those that could not be read."""

    def resume(self, carry: Carry, text_of: Callable[[Placed], str]) -> None:
        """Take up the fold behind the newest version."""
        reading = self._read_again(carry.newest, text_of(carry.newest), carry.keys)
        version = version_of(carry.newest.entry, reading.text)
        self.older = Assessment(version, reading, carry.state, False, None, (), carry.memory)
        self.newest, self.began, self.sound, self.stood = carry.newest, carry.began, carry.sound, reading
        if carry.sound:
            sound = carry.sound
            self.stood = self._read_again(sound.placed, text_of(sound.placed), sound.keys)

    def _read_again(self, placed: Placed, text: str, keys: Sequence[str]) -> Reading:
        """The reading of a version with the keys that its sections had."""
        reading = read(text, country=self.publisher.country, seen_at=placed.entry.fetched_at)
        keyed = (replace(s, key=key) for s, key in zip(reading.sections, keys, strict=True))
        return replace(reading, sections=tuple(keyed))

    def carry(self) -> Carry | None:
        """What the next build needs; None as long as nothing could be read."""
        if self.older is None or self.newest is None:
            return None
        keys = _keys(self.older.reading)
        return Carry(self.newest, self.began, self.older.state, keys, self.older.memory, self.sound)

    def unreadable(self, placed: Placed) -> Rows:
        """A version that could not be read keeps its place; the next is compared with the one before it."""
        self.number += 1
        return {"versions": [self._version_row(placed)]}

    def step(self, placed: Placed, text: str) -> Rows:
        """The rows of one more version; what still stands comes with ``close``."""
        entry = placed.entry
        step = assess(self.older, version_of(entry, text), self.publisher, self.evidence)
        self.number += 1
        ended = self._begin(placed) if self._begins_anew(entry) else {}
        promises = self.standing.promised()
        moved = self._move(placed, step)
        written = _joined(ended, moved, self._told(placed, step, promises))
        self.newest, self.older = placed, step
        return written

    def _move(self, placed: Placed, step: Assessment) -> Rows:
        """Bring what stands up to this version, unless its capture went wrong: then that stands on."""
        since_sound = self._since_sound(step)
        if since_sound and self.newest and self.stood and self._went_wrong(placed, since_sound):
            self.sound = self.sound or Sound(self.newest, _keys(self.stood), placed.entry.fetched_at)
            return {}
        last = self.sound.placed if self.sound else self.newest
        touch = _touch(since_sound) if placed.entry.kind != "upgrade" else _untouched
        self.sound, self.stood = None, step.reading
        return self.standing.move(placed.version, last.version if last else None, step.reading, touch)

    def _since_sound(self, step: Assessment) -> Comparison | None:
        """The comparison with the last sound version."""
        if step.comparison is None or self.sound is None or self.stood is None:
            return step.comparison
        return difference(self.stood, step.reading)

    def _went_wrong(self, placed: Placed, since_sound: Comparison) -> bool:
        if self.sound is None:
            return placed.entry.kind != "upgrade" and went_wrong(since_sound)
        return went_wrong(since_sound) and placed.entry.fetched_at - self.sound.wrong_at <= _WRONG

    def close(self) -> Rows:
        """The rows of what stands, and what the next build needs."""
        carry = self.carry()
        if carry is None:
            return {}
        memory: Row = {"policy": self.policy, "version": carry.newest.version, "memory": packed(carry)}
        return {**self.standing.rows(), "memories": [memory]}

    def _begins_anew(self, entry: Entry) -> bool:
        return self.older is None or (self.older.version.kind == "edition" and entry.kind != "edition")

    def _begin(self, placed: Placed) -> Rows:
        """A history begins; of an edition before it nothing goes over."""
        self.began, self.states, self.sound, self.stood = placed.version, {}, None, None
        return self.standing.end(self.newest.version if self.newest else None)

    def _told(self, placed: Placed, step: Assessment, promises: dict[rows.Value, Row]) -> Rows:
        """What is said of the step itself; an upgrade is no change of the service's, so nothing is."""
        state = self.states.setdefault(step.state.number, placed.version)
        previous = self.newest.version if self.newest and step.comparison else None
        words = _words(step.reading) if self.sound else self.standing.words()
        older = self.older.reading if self.older else None
        row = (
            self._version_row(placed)
            | {"state": state, "previous": previous}
            | rows.version(step, words, older)
        )
        told: Rows = {"versions": [row]}
        if state == placed.version:
            told["states"] = [_state(state, step, words)]
        told["shorthands"] = [{"version": placed.version, "shorthand": self._shorthand(step)}]
        if step.version.kind == "upgrade":
            return told
        at = self._place_row(placed)
        return told | self._changes(at, step) | {"verdicts": _verdicts(at, step, promises)}

    def _shorthand(self, step: Assessment) -> bytes:
        """What pages need to lay out the step; of an upgrade no change is recorded, so it is the outline."""
        if step.comparison is None or self.older is None or step.version.kind == "upgrade":
            return shorthand.pack(step.reading.text, step.reading.sections, None)
        reading = step.reading
        return shorthand.pack(reading.text, reading.sections, step.comparison, self.older.reading.sections)

    def _changes(self, at: Row, step: Assessment) -> Rows:
        if step.comparison is None:
            return {}
        sections = self._sections(step)
        new: list[Row] = []
        changes = [self._change(at, change, sections, new) for change in step.comparison.changes]
        facts = [rows.fact(fact, *sections.get(fact.section, (None, None))) for fact in step.comparison.facts]
        return {
            "passages": new,
            "changes": _numbered("change", at, changes),
            "fact_changes": _numbered("fact_change", at, facts),
        }

    def _change(
        self, at: Row, change: Change, sections: dict[str, tuple[int | None, str | None]], new: list[Row]
    ) -> Row:
        place = (change.after or change.before)[:1]
        section = next((sections.get(s.path, (None, None))[0] for s in place), None)
        if not change.after:
            section = next((self.standing.section(s.key) for s in place), None)
        added, removed = (
            self.standing.passage(
                int(at["version"] or 0), "\n".join(text for op, text in change.edits if op == wanted), new
            )
            for wanted in ("insert", "delete")
        )
        return rows.change(change, section, added, removed)

    def _sections(self, step: Assessment) -> dict[str, tuple[int | None, str | None]]:
        """Path -> (section, heading), of the newer version's sections, else of the older's."""
        older = self.older.reading.sections if self.older else ()
        return {s.path: (self.standing.section(s.key), s.heading) for s in (*older, *step.reading.sections)}

    def _place_row(self, placed: Placed) -> Row:
        return {
            "version": placed.version, "policy": self.policy, "service": self.publisher.service,
            "fetched_on": placed.entry.fetched_at.strftime("%Y-%m-%d"),
        }  # fmt: skip

    def _version_row(self, placed: Placed) -> Row:
        entry, flags = placed.entry, placed.entry.flags
        if self.newest and entry.kind == "capture" and is_first_own_look(self.newest.entry, entry):
            flags = (*flags, "first_own_look")
        return {
            "version": placed.version, "policy": self.policy, "service": self.publisher.service,
            "number": self.number, "commit_hash": entry.commit, "kind": entry.kind,
            "fetched_at": rows.instant(entry.fetched_at), "last_seen_at": rows.instant(entry.last_seen_at),
            "snapshot_sha256": entry.sha256 or None, "flags": rows.listed(flags),
        }  # fmt: skip


def _keys(reading: Reading) -> tuple[str, ...]:
    return tuple(section.key for section in reading.sections)


def _words(reading: Reading) -> int:
    return sum(headline.words(reading.text[section.start : section.end]) for section in reading.sections)


def _untouched(key: str) -> bool:
    return False


def _touch(comparison: Comparison | None) -> Touch:
    """Of which sections the words changed: not of those laid out, numbered or captured otherwise.

    What seemed to have gone wrong and is taken for the policy now can have changed anywhere.
    """
    if comparison and went_wrong(comparison):
        return bool
    changes = comparison.changes if comparison else ()
    return {
        s.key for change in changes if change.significance not in _QUIET for s in change.after
    }.__contains__


def _verdicts(at: Row, step: Assessment, promises: dict[rows.Value, Row]) -> list[Row]:
    """Verdicts point at the promise that stood before the change, by its words."""
    judged = [rows.verdict(told, step, promises.get(told.evidence.get("promise"))) for told in step.verdicts]
    return _numbered("verdict", at, judged)


def _numbered(name: str, at: Row, told: list[Row]) -> list[Row]:
    first = int(at["version"] or 0) * ROOM
    return [{name: first + place, **at, **row} for place, row in enumerate(told, start=1)]


def _joined(*pieces: Rows) -> Rows:
    joined: Rows = {}
    for piece in pieces:
        for table, told in piece.items():
            joined.setdefault(table, []).extend(told)
    return joined


def _state(state: int, step: Assessment, words: int) -> Row:
    return {
        "state": state, "policy": step.version.policy, "number": step.state.number,
        "identity": step.state.identity, "first_seen_at": rows.instant(step.state.first_seen_at),
        "words": words,
    }  # fmt: skip
