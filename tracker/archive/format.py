"""The archive's own format, as ``archive/FORMAT.md`` specifies it: what is written, and how it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from tracker.archive import evidence
from tracker.archive.ledger import instant, parsed_instant
from tracker.model import VersionKind
from tracker.plumbing import Commit, GitError

FORMAT: Final = 1
BRANCH: Final = "refs/heads/main"
REWORDED: Final = "re-worded"
"""Value of the trailer Edition: the text is our own wording for a demonstration, nobody published it."""
SUFFIXES: Final = ("html", "md", "pdf", "txt")
"""What a snapshot file may end in."""


class ArchiveError(Exception):
    """The archive cannot be opened, read or written: names what and where, and what to do."""


@contextmanager
def as_archive_error() -> Iterator[None]:
    """What git cannot do with the archive is the archive's error."""
    try:
        yield
    except GitError as error:
        raise ArchiveError(f"{error}; see what tracker verify says") from error


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that lie in the archive already, to be used by several files or commits."""

    name: str
    """As fast-import takes it: a mark (":12") or an object id."""
    sha256: str
    size: int
    """In bytes."""
    utf8: bool

    @classmethod
    def of(cls, name: str, content: bytes) -> Blob:
        return cls(name, sha256(content).hexdigest(), len(content), _is_utf8(content))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes received at an instant, and all that is known of how they were received."""

    content: bytes | Blob
    suffix: str
    about: Mapping[str, object] = field(default_factory=dict)
    """url, redirects, status, headers, media_type, fetcher: what goes into ``snapshot.json`` with
    ``sha256`` and ``fetched_at``, which the archive adds."""


@dataclass(frozen=True, slots=True)
class News:
    """All that one commit brings."""

    commit: str
    entry: Entry | None
    """The version it records."""
    described: tuple[str, str] | None
    """The policy whose names are new, and the blob id of its ``policy.json``."""
    ledger: tuple[tuple[str, str], ...]
    """Months ("2026-11") whose coverage is new, each with the blob id of its file."""
    ended: str | None
    """The policy of which nothing more is recorded."""
    filed: tuple[str, str] | None = None
    """The policy of which evidence was filed, and the blob id of its ``evidence.jsonl``."""


@dataclass(frozen=True, slots=True)
class Description:
    """``policy.json``: how a policy is named for people, and where it came from."""

    service: str
    """The service's name as it stands: "LinkedIn"."""
    type: str
    """The policy's name as it stands: "Privacy Policy"."""
    about: Mapping[str, object] = field(default_factory=dict)
    """What the declaration says: url, country, time_zone, language."""
    imported: Mapping[str, str] = field(default_factory=dict)
    """For each imported archive (its id), the path of this policy in it."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One version to be recorded. Without a snapshot it is an upgrade: the snapshot before, read anew.

    Given a description, ``policy.json`` is written with it: for a policy's first version, and whenever
    what its declaration says has changed.
    """

    policy: str
    text: str | Blob
    fetched_at: datetime
    """When the snapshot was received; for an upgrade, when the old one was."""
    snapshot: Snapshot | None = None
    last_seen_at: datetime | None = None
    """When the text before was last met; None when not known."""
    subject: str = ""
    """A line for people: "3 sections changed"; the policy's name is put before it."""
    declaration: str | None = None
    """A short digest of the declaration in force."""
    extractor: str | None = None
    """Version of the extractor that made the text."""
    edition: bool = False
    """True for our own words in place of the published text (a demonstration); needs no snapshot."""
    flags: tuple[str, ...] = ()
    """Doubts: "not_utf8", "dates_run_backwards"; words of a-z and "_"."""
    imported_from: str | None = None
    sha256: str | None = None
    """Of the old snapshot, for an upgrade; None when it was never in our hands."""
    description: Description | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A version as the history tells it: one commit, without its text."""

    commit: str
    policy: str
    kind: VersionKind
    fetched_at: datetime
    last_seen_at: datetime | None
    version: str
    """Blob id of ``version.md``."""
    snapshot: str | None
    """Blob id of ``snapshot.html`` (or .md, .pdf, .txt); None for an upgrade: it is the one before."""
    snapshot_about: str | None
    """Blob id of ``snapshot.json``; None for an upgrade."""
    sha256: str
    """SHA-256 of the snapshot the text was read from, in hex."""
    subject: str
    declaration: str | None = None
    extractor: str | None = None
    imported_from: str | None = None
    flags: tuple[str, ...] = ()


def is_first_own_look(older: Entry, newer: Entry) -> bool:
    """Whether a version is the first of our own behind a history that others read.

    What differs there may be the policy or how its page was read: nobody can tell. A history that our own
    extractor read, in the edition in use, can be compared.
    """
    alike = older.extractor is not None and older.extractor == newer.extractor
    return older.imported_from is not None and newer.imported_from is None and not alike


def described(description: Description) -> bytes:
    """The content of ``policy.json``."""
    return json_bytes(
        {
            **description.about,
            "service": description.service,
            "type": description.type,
            **({"imported": dict(description.imported)} if description.imported else {}),
        }
    )


def parsed_description(content: bytes) -> Description:
    """The description in a ``policy.json``; raises ValueError when it is none."""
    row = json.loads(content)
    if (
        not isinstance(row, dict)
        or not isinstance(row.get("service"), str)
        or not isinstance(row.get("type"), str)
    ):
        raise ValueError("not an object with the words service and type")
    about = {key: value for key, value in row.items() if key not in ("service", "type", "imported")}
    return Description(row["service"], row["type"], about, row.get("imported", {}))


def json_bytes(row: Mapping[str, object]) -> bytes:
    """JSON as the archive writes it: sorted, indented, one line end at the end."""
    return (json.dumps(row, sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def message(recording: Recording, digest: str | None) -> str:
    """The commit message of a version: a subject for people, trailers for programs."""
    trailers = {
        "Policy": recording.policy,
        "Fetched-At": instant(recording.fetched_at),
        "Last-Seen": None if recording.last_seen_at is None else instant(recording.last_seen_at),
        "Snapshot-SHA256": digest,
        "Declaration": recording.declaration,
        "Extractor": recording.extractor,
        "Edition": REWORDED if recording.edition else None,
        "Flags": " ".join(recording.flags),
        "Imported-From": recording.imported_from,
    }
    return titled(recording.policy, recording.subject or "a new version", trailers)


def titled(what: str, subject: str, trailers: Mapping[str, str | None]) -> str:
    """A whole message; every value is made one line, so that no text can add a trailer of its own."""
    lines = [f"{name}: {one_line(value)}" for name, value in trailers.items() if value]
    return "\n".join([f"{what}: {one_line(subject)[:200]}", "", *lines, f"Format: {FORMAT}", ""])


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def one_line(text: str) -> str:
    """The text without line ends and control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def trailers(message: str) -> dict[str, str]:
    """The "Name: value" lines of a message's last paragraph; of two with one name the first counts."""
    last = message.strip().rsplit("\n\n", 1)[-1].split("\n")
    pairs = [line.partition(": ") for line in reversed(last)]
    return {name: value for name, colon, value in pairs if colon}


def entry(commit: Commit) -> Entry | None:
    """The version a commit records; None for a commit that records none (ledger, names, an ending).

    Raises ValueError saying what is wrong with the commit.
    """
    files = {change.path.rsplit("/", 1)[-1]: change for change in commit.files if change.status != "D"}
    snapshots = [name for name in files if name.startswith("snapshot.") and name != "snapshot.json"]
    if "version.md" not in files and not snapshots:
        return None
    said = trailers(commit.message)
    policy = _policy_of(commit, said)
    captured = bool(snapshots) or "snapshot.json" in files
    edition = said.get("Edition") == REWORDED
    return Entry(
        commit=commit.id,
        policy=policy,
        kind="edition" if edition else "capture" if captured else "upgrade",
        fetched_at=_instant(said, "Fetched-At"),
        last_seen_at=_instant(said, "Last-Seen") if "Last-Seen" in said else None,
        version=files["version.md"].after if "version.md" in files else "",
        snapshot=files[snapshots[0]].after if snapshots else None,
        snapshot_about=files["snapshot.json"].after if "snapshot.json" in files else None,
        sha256=said.get("Snapshot-SHA256", ""),
        subject=commit.message.split("\n", 1)[0],
        declaration=said.get("Declaration"),
        extractor=said.get("Extractor"),
        imported_from=said.get("Imported-From"),
        flags=tuple(said.get("Flags", "").split()),
    )


def brought(commit: Commit, found: Entry | None) -> News:
    """All that a commit brings, given the version it records."""
    named: tuple[str, str] | None = None
    filed: tuple[str, str] | None = None
    months: list[tuple[str, str]] = []
    ended: str | None = None
    for change in commit.files:
        folder, _, name = change.path.rpartition("/")
        if name == "policy.json" and change.status != "D":
            named = (folder, change.after)
        elif name == evidence.FILE and change.status != "D":
            filed = (folder, change.after)
        elif folder == "ledger" and change.status != "D":
            months.append((name.removesuffix(".jsonl"), change.after))
        elif name == "version.md" and change.status == "D":
            ended = folder
    return News(commit.id, found, named, tuple(months), ended, filed)


def _policy_of(commit: Commit, said: Mapping[str, str]) -> str:
    folders = {folder_of(change.path) for change in commit.files}
    policy = said.get("Policy", "")
    if folders != {policy}:
        raise ValueError(f"the trailer Policy says {policy!r}, but the commit changes {_listed(folders)}")
    return policy


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(map(repr, names)))


def folder_of(path: str) -> str:
    """The policy a path of the archive belongs to; "" for what belongs to none."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) == 3 else ""


def _instant(said: Mapping[str, str], name: str) -> datetime:
    value = said.get(name)
    if value is None:
        raise ValueError(f"the trailer {name} is missing")
    try:
        return parsed_instant(value)
    except ValueError as error:
        raise ValueError(f"the trailer {name} is no instant: {value!r}") from error
