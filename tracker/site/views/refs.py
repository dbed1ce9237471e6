"""Which version an address means: a day, a month, a year, an instant or a commit."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from tracker.site import links, words
from tracker.site.store import Row, Store
from tracker.site.views import Missing
from tracker.site.views.stated import dated

_COMMIT = re.compile(r"[0-9a-f]{4,64}")
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(?:Z|[+-][0-9]{2}:[0-9]{2})")


def resolve(store: Store, policy: str, ref: str) -> Row:
    """The version that stood at the end of a day, month or year (UTC), at an instant, or in a commit.

    The forms are those of the command line: 2024-05-01, 2024-05, 2024, 2024-05-01T06:00:00Z, 3f2a91c.
    """
    found = None
    end = last_instant(ref)
    if end:
        found = store.version_by(policy, end)
        if found is None:
            raise Missing(f"No version of {policy} had been fetched by {words.moment(end)}.")
    elif _COMMIT.fullmatch(ref):
        found = store.version_by_commit(policy, ref)
    if found is None:
        raise Missing(
            f"No version of {policy} is known as {ref}: "
            "use a day like 2024-05-01, a month like 2024-05 or a commit."
        )
    return dated(store, [found])[0]


def apart(older: Row, newer: Row) -> bool:
    """One is a re-worded edition and the other the publisher's text: they are never compared."""
    return bool((older["kind"] == "edition") != (newer["kind"] == "edition"))


def last_instant(ref: str) -> str | None:
    """The end of a day, month or year, or the instant itself, in UTC; None when it is none of these."""
    try:
        if _YEAR.fullmatch(ref):
            return f"{date(int(ref), 12, 31)}T23:59:59Z"
        if _MONTH.fullmatch(ref):
            first = date.fromisoformat(f"{ref}-01")
            return f"{first.replace(day=monthrange(first.year, first.month)[1])}T23:59:59Z"
        if _DAY.fullmatch(ref):
            return f"{date.fromisoformat(ref)}T23:59:59Z"
        if _INSTANT.fullmatch(ref):
            return datetime.fromisoformat(ref).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
    return None


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
        "updated": row["updated"],
        "updated_on": row["updated_on"],
        "effective": row["effective"],
        "effective_on": row["effective_on"],
        "title": row["title"],
        "language": row["language"],
        "words": row["words"],
        "snapshot_sha256": row["snapshot_sha256"],
        "doubts": [words.DOUBT.get(f, f.replace("_", " ")) for f in words.listed(row["flags"])],
        "url": links.version(row["policy"], row["commit_hash"]),
    }
