"""Evidence filed beside a policy's texts: notices that were received, and what reviewers decided.

``evidence.jsonl`` in the policy's folder, one JSON object a line, only ever added to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tracker.archive.ledger import instant, parsed_instant
from tracker.model import Decision, Evidence, Notice

FILE = "evidence.jsonl"


def notice_row(notice: Notice) -> dict[str, object]:
    """A notice as a line of the file."""
    return {
        "kind": "notice",
        "channel": notice.channel,
        "announced_at": instant(notice.announced_at),
        "filed_at": instant(notice.filed_at),
        "commit": notice.commit,
        "sender": notice.sender,
        "subject": notice.subject,
        "quote": notice.quote,
        "headers": [list(header) for header in notice.headers],
        "sha256": notice.sha256,
    }


def decision_row(decision: Decision) -> dict[str, object]:
    """A decision as a line of the file."""
    return {
        "kind": "decision",
        "commit": decision.commit,
        "material": decision.material,
        "exception": decision.exception,
        "by": decision.by,
        "why": decision.why,
        "decided_at": instant(decision.decided_at),
    }


def added(old: bytes | None, rows: Iterable[dict[str, object]]) -> bytes:
    """The file with lines added; a line that stands there already is not added again."""
    lines = (old or b"").decode().splitlines()
    for row in rows:
        line = json.dumps(row, sort_keys=True, ensure_ascii=False)
        lines += [line] if line not in lines else []
    return "".join(f"{line}\n" for line in lines).encode()


def parsed(policy: str, content: bytes) -> Evidence:
    """The evidence in a file; raises ValueError naming the line that is none."""
    notices: list[Notice] = []
    decisions: list[Decision] = []
    for number, line in enumerate(content.decode().splitlines(), 1):
        try:
            row = json.loads(line)
            if row["kind"] == "notice":
                notices.append(_notice(policy, row))
            elif row["kind"] == "decision":
                decisions.append(_decision(row))
            else:
                raise ValueError(f"kind {row['kind']!r} is not known")
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"line {number} is no evidence: {error}") from error
    return Evidence(tuple(notices), tuple(decisions))


def _notice(policy: str, row: dict[str, Any]) -> Notice:
    return Notice(
        policy,
        row["channel"],
        parsed_instant(row["announced_at"]),
        parsed_instant(row["filed_at"]),
        row["sha256"],
        row.get("commit"),
        row.get("sender", ""),
        row.get("subject", ""),
        row.get("quote", ""),
        tuple((name, value) for name, value in row.get("headers", ())),
    )


def _decision(row: dict[str, Any]) -> Decision:
    material, exception = row.get("material"), row.get("exception")
    return Decision(
        row["commit"],
        None if material is None else bool(material),
        None if exception is None else bool(exception),
        row["by"],
        row["why"],
        parsed_instant(row["decided_at"]),
    )
