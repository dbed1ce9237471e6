"""Which version an address means: a day or a commit."""

from __future__ import annotations

import re
from datetime import date

from tracker.site import links, words
from tracker.site.store import Row, Store
from tracker.site.views import Missing

_COMMIT = re.compile(r"[0-9a-f]{7,64}")


def resolve(store: Store, policy: str, ref: str) -> Row:
    """The version that stood at the end of the day ``2024-05-01`` (UTC), or whose commit begins so."""
    found = None
    if _is_day(ref):
        found = store.version_on(policy, ref)
        if found is None:
            raise Missing(f"No version of {policy} had been fetched by {words.day(ref)}.")
    elif _COMMIT.fullmatch(ref):
        found = store.version_by_commit(policy, ref)
    if found is None:
        raise Missing(f"No version of {policy} is known as {ref}: use a day like 2024-05-01 or a commit.")
    return found


def _is_day(ref: str) -> bool:
    try:
        date.fromisoformat(ref)
    except ValueError:
        return False
    return len(ref) == 10


def told(row: Row) -> Row:
    """A version as the pages and their twins tell of it."""
    return {
        "policy": row["policy"],
        "number": row["number"],
        "commit": row["commit_hash"],
        "kind": row["kind"],
        "state": row["state_number"],
        "returns": bool(row["returns"]),
        "state_first_seen_at": row["first_seen_at"],
        "identity": row["identity"],
        "fetched_at": row["fetched_at"],
        "last_seen_at": row["last_seen_at"],
        "updated_on": row["updated_on"],
        "effective_on": row["effective_on"],
        "title": row["title"],
        "language": row["language"],
        "words": row["words"],
        "snapshot_sha256": row["snapshot_sha256"],
        "doubts": [words.DOUBT.get(f, f.replace("_", " ")) for f in words.listed(row["flags"])],
        "url": links.version(row["policy"], row["commit_hash"]),
    }
