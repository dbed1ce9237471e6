"""Evidence filed beside the texts: what the archive holds of it, and its rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tracker.archive import Archive
from tracker.archive.evidence import parsed
from tracker.build.rows import Row, instant
from tracker.build.telling import Doubt
from tracker.model import Decision, Evidence, Notice


def file(connection: sqlite3.Connection, policy: str, blob: str) -> None:
    """Remember where the evidence of a policy lies."""
    connection.execute("insert or replace into filings values (?, ?)", (policy, blob))


def filed(connection: sqlite3.Connection, archive: Archive, policy: str) -> tuple[Evidence, list[Doubt]]:
    """The evidence of a policy; a file that cannot be read is a doubt, and no evidence."""
    row = connection.execute("select blob from filings where policy = ?", (policy,)).fetchone()
    if row is None:
        return Evidence(), []
    try:
        return parsed(policy, archive.read(row[0])), []
    except ValueError as error:
        return Evidence(), [Doubt(policy, row[0], "malformed", f"evidence.jsonl: {error}")]


def write(connection: sqlite3.Connection, policy: str, evidence: Evidence) -> None:
    """The rows of a policy's evidence, in the place of those known."""
    _replace(connection, "notices", policy, [_notice(notice) for notice in evidence.notices])
    decisions = [_decision(policy, place, said) for place, said in enumerate(evidence.decisions, start=1)]
    _replace(connection, "decisions", policy, decisions)


def _replace(connection: sqlite3.Connection, table: str, policy: str, rows: Sequence[Row]) -> None:
    """Each row names its version by ``commit``."""
    connection.execute(f"delete from {table} where policy = ?", (policy,))
    for row in rows:
        columns = [name for name in row if name != "commit"]
        names, marks = (", ".join(form.format(name) for name in columns) for form in ('"{}"', ":{}"))
        connection.execute(
            f"insert or ignore into {table} ({names}, version) values"
            f" ({marks}, (select version from versions where commit_hash = :commit))",
            row,
        )


def _notice(notice: Notice) -> Row:
    return {
        "notice": notice.sha256, "policy": notice.policy, "commit": notice.commit, "channel": notice.channel,
        "announced_on": notice.announced_at.strftime("%Y-%m-%d"),
        "announced_at": instant(notice.announced_at),
        "filed_at": instant(notice.filed_at), "sender": notice.sender, "subject": notice.subject,
        "quote": notice.quote,
    }  # fmt: skip


def _decision(policy: str, place: int, said: Decision) -> Row:
    return {
        "decision": f"{policy}#{place}", "policy": policy, "commit": said.commit,
        "material": _number(said.material), "exception": _number(said.exception),
        "by": said.by, "why": said.why, "decided_at": instant(said.decided_at),
    }  # fmt: skip


def _number(truth: bool | None) -> int | None:
    return None if truth is None else int(truth)
