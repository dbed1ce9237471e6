"""The evidence for one step, as files that anyone can check without us.

A commit's id is the SHA-1 of the commit, which names a tree, which names trees and blobs by their SHA-1: with
these few objects in hand, ``check.py`` follows the chain from the two commits down to every file.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tracker.archive import Archive, ArchiveError, Entry
from tracker.assess import difference, read
from tracker.check_proof import entries
from tracker.render import comparison_json, page

_CHECK = Path(__file__).with_name("check_proof.py")
_WORDS = """\
Evidence for one change of {policy}

older   commit {older}, received {older_at}
newer   commit {newer}, received {newer_at}

comparison.html   the change, section by section; open it in a browser
comparison.json   the same for programs
older/, newer/    the text as read (version.md), the page as received (snapshot.*), and how it was received
                  (snapshot.json: address, redirects, headers, SHA-256)
objects/          git's own objects: the two commits and the trees between them and the files
check.py          python3 check.py: follows the hashes from the commits to every file

A commit's id cannot be kept while anything below it is changed. Compare the two ids with those that others
hold: the publisher of this archive, a copy of it, or a citation.
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions with its files and the objects that lead to them."""

    entry: Entry
    files: dict[str, bytes]
    objects: dict[str, bytes]
    """Name of an object (``tree-<id>``, ``commit-<id>``) -> its content."""


def bundle(archive: Archive, policy: str, older: str, newer: str) -> bytes:
    """A zip with the evidence for the step between two versions (dates or commits, as ``policy@when``)."""
    packed = io.BytesIO()
    pack(archive, policy, older, newer, packed)
    return packed.getvalue()


def pack(archive: Archive, policy: str, older: str, newer: str, target: IO[bytes]) -> None:
    """Write that zip into a file, one file of it at a time; the same step gives the same bytes."""
    sides = [_side(archive, archive.version_at(policy, when)) for when in (older, newer)]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in _files(policy, *sides):
            zipped.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)


def step(archive: Archive, policy: str, when: str) -> tuple[Entry, Entry]:
    """The version meant by ``policy@when`` and the one recorded before it."""
    newer = archive.version_at(policy, when)
    before = None
    for entry in archive.history(policy):
        if entry.commit == newer.commit:
            break
        before = entry
    if before is None:
        raise ArchiveError(f"{policy}@{when}: the first version: there is nothing before it to compare with")
    return before, newer


def _files(policy: str, older: Side, newer: Side) -> Iterator[tuple[str, bytes]]:
    texts = [side.files["version.md"].decode("utf-8", "replace") for side in (older, newer)]
    comparison = difference(read(texts[0]), read(texts[1]))
    names = [f"{policy}@{side.entry.commit[:12]}" for side in (older, newer)]
    yield "README.txt", _readme(policy, older.entry, newer.entry).encode()
    yield "comparison.html", page(comparison, old=names[0], new=names[1]).encode()
    told = json.dumps(comparison_json(comparison), ensure_ascii=False, indent=1)
    yield "comparison.json", told.encode()
    for place, side in (("older", older), ("newer", newer)):
        for name, content in sorted(side.files.items()):
            yield f"{place}/{name}", content
    for name, content in sorted((older.objects | newer.objects).items()):
        yield f"objects/{name}", content
    chain = {place: side.entry.commit for place, side in (("older", older), ("newer", newer))}
    yield "chain.json", json.dumps({"policy": policy, **chain}, indent=1).encode()
    yield "check.py", _CHECK.read_bytes()


def _readme(policy: str, older: Entry, newer: Entry) -> str:
    return _WORDS.format(
        policy=policy,
        older=older.commit,
        newer=newer.commit,
        older_at=older.fetched_at.isoformat(),
        newer_at=newer.fetched_at.isoformat(),
    )


def _side(archive: Archive, entry: Entry) -> Side:
    repository = archive.repository
    commit = repository.run("cat-file", "commit", entry.commit)
    objects = {f"commit-{entry.commit}": commit}
    tree = commit.split(b"\n", 1)[0].split()[1].decode()
    for part in [*entry.policy.split("/"), ""]:
        content = repository.run("cat-file", "tree", tree)
        objects[f"tree-{tree}"] = content
        if part:
            tree = dict(entries(content))[part]
    files = {name: repository.read(blob) for name, blob in entries(content) if name != "evidence.jsonl"}
    return Side(entry, files, objects)
