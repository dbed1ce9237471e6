"""Check evidence of a change: follow git's hashes from two commits down to every file. Needs only Python."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path


def object_id(kind: str, content: bytes) -> str:
    """The id git gives to a content of this kind."""
    return hashlib.sha1(b"%s %d\0" % (kind.encode(), len(content)) + content).hexdigest()


def entries(tree: bytes) -> Iterator[tuple[str, str]]:
    """(name, id) of each entry of a git tree."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        yield tree[at:end].split(b" ", 1)[1].decode(), tree[end + 1 : end + 21].hex()
        at = end + 21


def known(folder: Path, kind: str, wanted: str) -> bytes:
    """The content of an object, once its hash is the id that was asked for."""
    content = (folder / "objects" / f"{kind}-{wanted}").read_bytes()
    if object_id(kind, content) != wanted:
        raise SystemExit(f"FALSE: objects/{kind}-{wanted} is not what its name says")
    return content


def check(folder: Path, place: str, commit: str, policy: str) -> None:
    """Follow one commit down to the files of the policy."""
    tree = known(folder, "commit", commit).split(b"\n", 1)[0].split()[1].decode()
    for part in policy.split("/"):
        tree = dict(entries(known(folder, "tree", tree)))[part]
    listed = dict(entries(known(folder, "tree", tree)))
    for file in sorted((folder / place).iterdir()):
        if object_id("blob", file.read_bytes()) != listed.get(file.name):
            raise SystemExit(f"FALSE: {place}/{file.name} is not the file that commit {commit} holds")
        print(f"true: {place}/{file.name} is held by commit {commit}")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    chain = json.loads((folder / "chain.json").read_text())
    for place in ("older", "newer"):
        check(folder, place, chain[place], chain["policy"])


if __name__ == "__main__":
    main()
