"""What stands in a policy's newest version, as rows that the next version moves on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.blocks import normalised
from tracker.build import rows
from tracker.build.headline import words
from tracker.build.rows import ROOM, Row, Rows, Value
from tracker.model import Reading, Section
from tracker.remembering import remember

Touch = Callable[[str], bool]
"""Key -> whether the words of that section changed, where they read differently."""

Runs = dict[tuple[Value, ...], Row]
"""What a stamp or promise says -> its row, for as long as it stands."""


_REMEMBERED = 256
"""How many sections' digests are remembered: pages go back and forth."""
_LONGEST = 100_000
"""Characters beyond which nothing is remembered of a section."""


def _unknown(digest: int) -> int | None:
    return None


@dataclass
class Standing:
    """The sections, stamps and promises of one policy, and the passages its changes have told of."""

    policy: str
    service: str
    find_passage: Callable[[int], int | None] = _unknown
    """Digest -> the passage stored by an earlier build."""
    sections: dict[str, Row] = field(default_factory=dict)
    """Key -> row, of every section ever seen."""
    stamps: Runs = field(default_factory=dict)
    promises: Runs = field(default_factory=dict)
    passages: dict[int, int] = field(default_factory=dict)
    """Digest -> passage."""
    touched: set[str] = field(default_factory=set)
    """Keys of sections whose rows are to be written."""
    taken_up: frozenset[Value] = frozenset()
    """Ids of stamps and promises that an earlier build has written."""

    def take_up(self, sections: Sequence[Row], stamps: Sequence[Row], promises: Sequence[Row]) -> None:
        """Go on from rows told by an earlier build."""
        self.taken_up = frozenset([*(row["stamp"] for row in stamps), *(row["promise"] for row in promises)])
        self.sections = {str(row["key"]): row for row in sections}
        self.stamps = {rows.stamp_said(row): row for row in stamps}
        self.promises = {rows.promise_said(row): row for row in promises}

    def move(self, version: int, previous: int | None, reading: Reading, touch: Touch) -> Rows:
        """Bring everything up to this version; the rows of what has ended.

        A section stands since its words last changed; ``touch`` tells of which sections they did.
        """
        self._move_sections(version, previous, reading, touch)
        written: Rows = {"stamps": [], "promises": []}
        stamps, promises = rows.stamps(reading.stamps), rows.promises(reading.promises)
        for row in promises.values():
            row["section"] = self._section_at(reading.sections, row["start"])
        self.stamps = self._run("stamp", version, previous, self.stamps, stamps, written["stamps"])
        self.promises = self._run("promise", version, previous, self.promises, promises, written["promises"])
        return written

    def end(self, previous: int | None) -> Rows:
        """All ends here: what comes after an edition has nothing to do with it."""
        written: Rows = {"stamps": [], "promises": []}
        for key in self.sections:
            self._leave(key, previous)
        for name, runs in (("stamps", self.stamps), ("promises", self.promises)):
            written[name] = [_ended(row, previous) for row in runs.values()]
        written["sections"] = self._touched_rows()
        self.sections, self.stamps, self.promises = {}, {}, {}
        return written

    def rows(self) -> Rows:
        """What stands now, and the sections touched since last asked."""
        return {
            "sections": self._touched_rows(),
            "stamps": [row for row in self.stamps.values() if row["stamp"] not in self.taken_up],
            "promises": [row for row in self.promises.values() if row["promise"] not in self.taken_up],
        }

    def section(self, key: str) -> int | None:
        """The id of the section under this key."""
        row = self.sections.get(key)
        return row["section"] if row else None  # type: ignore[return-value]

    def words(self) -> int:
        """How many words stand."""
        return sum(int(row["words"] or 0) for row in self.sections.values() if row["current"])

    def passage(self, version: int, text: str, new: list[Row]) -> int | None:
        """The passage with these words, added to ``new`` when it is; None when there are no words."""
        text = text.strip()
        if not text:
            return None
        digest = rows.digest(text)
        known = self.passages.get(digest) or self.find_passage(digest)
        if known is None:
            known = version * ROOM + len(new) + 1
            new.append({"passage": known, "policy": self.policy, "digest": digest, "text": text})
        self.passages[digest] = known
        return known

    def promised(self) -> dict[Value, Row]:
        """The promises that stand, by their words."""
        return {row["raw"]: row for row in self.promises.values()}

    def _touched_rows(self) -> list[Row]:
        touched, self.touched = self.touched, set()
        for key in touched:
            _digested(self.sections[key])
        return [self.sections[key] for key in sorted(touched)]

    def _move_sections(self, version: int, previous: int | None, reading: Reading, touch: Touch) -> None:
        for place, section in enumerate(reading.sections):
            text = reading.text[section.start : section.end]
            self._stand(version, place, section, text, touch)
        now = {section.key for section in reading.sections}
        for key in self.sections.keys() - now:
            self._leave(key, previous)

    def _stand(self, version: int, place: int, section: Section, text: str, touch: Touch) -> None:
        old = self.sections.get(section.key)
        alike = old is not None and old["text"] == text
        if old and alike and _stays(old, place, section):
            return
        new = (old or self._first(version, section.key, place)) | _place(place, section)
        if not alike:
            new |= {"text": text, "words": words(text), "digest": None}
            if old and touch(section.key) and _digested(old) != _digested(new):
                new["since_version"] = version
        self.sections[section.key] = new
        self.touched.add(section.key)

    def _first(self, version: int, key: str, place: int) -> Row:
        return {
            "section": version * ROOM + place + 1, "policy": self.policy, "service": self.service, "key": key,
            "first_version": version, "since_version": version,
        }  # fmt: skip

    def _leave(self, key: str, previous: int | None) -> None:
        """A section that stands no longer keeps its place and digest; its words are told by a change."""
        row = self.sections[key]
        if row["current"]:
            _digested(row)
            self.sections[key] = row | {"current": 0, "text": None, "last_version": previous}
            self.touched.add(key)

    def _run(
        self, name: str, version: int, previous: int | None, standing: Runs, found: Runs, ended: list[Row]
    ) -> Runs:
        """The runs that go on and those that begin; those that end go to ``ended``."""
        ended += [_ended(row, previous) for said, row in standing.items() if said not in found]
        going = {said: row for said, row in standing.items() if said in found}
        begun = sorted(
            (said for said in found if said not in standing), key=lambda s: (found[s]["start"], repr(s))
        )
        for place, said in enumerate(begun, start=1):
            going[said] = self._begun(name, version, place, found[said])
        return going

    def _begun(self, name: str, version: int, place: int, row: Row) -> Row:
        return {
            name: version * ROOM + place, "policy": self.policy, "service": self.service, **row,
            "since_version": version, "last_version": None, "current": 1,
        }  # fmt: skip

    def _section_at(self, sections: Sequence[Section], place: Value) -> int | None:
        keys = (s.key for s in sections if isinstance(place, int) and s.start <= place < s.end)
        return self.section(next(keys, ""))


def _digest(text: str) -> int:
    return rows.digest(normalised(text))


_recalled = remember(_REMEMBERED)(_digest)


def _digested(row: Row) -> Value:
    """The digest of a section's visible words, taken when first asked for: most texts are gone by then."""
    if row["digest"] is None:
        text = str(row["text"])
        row["digest"] = _recalled(text) if len(text) <= _LONGEST else _digest(text)
    return row["digest"]


def _stays(row: Row, place: int, section: Section) -> bool:
    """Whether the row says already that the section stands at this place."""
    return (
        row["current"] == 1
        and row["position"] == place
        and row["path"] == section.path
        and row["number"] == section.number
        and row["level"] == section.level
        and row["heading"] == section.heading
    )


def _place(place: int, section: Section) -> Row:
    return {
        "current": 1, "last_version": None, "position": place, "path": section.path,
        "number": section.number, "level": section.level, "heading": section.heading,
    }  # fmt: skip


def _ended(row: Mapping[str, Value], previous: int | None) -> Row:
    return {**row, "current": 0, "last_version": previous}
