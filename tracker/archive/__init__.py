"""The archive: the one truth, an append-only git repository in the format of ``archive/FORMAT.md``.

with Archive.open(path, create=True) as archive:
    with archive.writer() as writer:
        writer.record(Recording("oktee/privacy-policy", text, fetched_at, Snapshot(page, "html", about)))
        [commit] = writer.publish()
    for entry in archive.history("oktee/privacy-policy"):
        version = archive.version(entry)
"""

from tracker.archive.adopt import Adoption, adopt
from tracker.archive.format import (
    ArchiveError,
    Blob,
    Description,
    Entry,
    News,
    Recording,
    Snapshot,
    is_first_own_look,
)
from tracker.archive.ledger import Coverage, Watched, watched
from tracker.archive.names import BadNameError, apart, checked, slug
from tracker.archive.store import Archive, StoredSnapshot, UnknownCommitError, UnknownVersionError, version_of
from tracker.archive.verify import Verification, verify
from tracker.archive.writer import SecondWriterError, Writer

__all__ = [
    "Adoption",
    "Archive",
    "ArchiveError",
    "BadNameError",
    "Blob",
    "Coverage",
    "Description",
    "Entry",
    "News",
    "Recording",
    "SecondWriterError",
    "Snapshot",
    "StoredSnapshot",
    "UnknownCommitError",
    "UnknownVersionError",
    "Verification",
    "Watched",
    "Writer",
    "adopt",
    "apart",
    "checked",
    "is_first_own_look",
    "slug",
    "verify",
    "version_of",
    "watched",
]
