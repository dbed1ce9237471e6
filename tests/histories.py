"""Small invented histories of one policy, written so that a lawyer can read and write them.

    promise: We will post changes on this page at least 15 days before they take effect.
    2026-01-05 12:00 | Effective date: 1 January 2026 | The service is free.
    2026-03-02 12:00, before until 2026-03-01 12:00 | Effective date: 7 March 2026 | The service costs 5 EUR.
    email 2026-02-01 about 2
    decided about 2: material no

A line with a day is a version: when it was first seen and, where a check log tells, until when the text
before was; its stamp, in which "//" begins a new paragraph; what it says; and, where it differs, its
promise. "zone:" names the publisher's.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tracker.assess import assess
from tracker.model import Assessment, Channel, Decision, Evidence, Notice, Publisher, Verdict, Version

_FILED = re.compile(r"(email|website|in_app|post|other) (\d{4}-\d\d-\d\d)(?: about (\d+))?")
_DECIDED = re.compile(r"decided about (\d+): (material|exception) (yes|no)")
_TEXT = """\
# Terms of Service

{stamp}

## The service

Fernlamp keeps the plans of gardens and reminds you when to water them. {body}

## Your account

You need an account. Keep your password to yourself, and tell us when someone else may know it.

## What you must not do

Do not use the service to break the law, to disturb others or to copy it in part or as a whole.

## Changes to these terms

{promise}
"""


def told(history: str) -> list[Assessment]:
    """The assessments of a history, oldest first."""
    lines = [line.strip() for line in history.strip().splitlines()]
    settings = dict(line.split(": ", 1) for line in lines if line.startswith(("promise: ", "zone: ")))
    publisher = Publisher("fernlamp", "Fernlamp", None, settings.get("zone"))
    evidence, steps = _evidence(lines), list[Assessment]()
    for line in (line for line in lines if line[:2] == "20"):
        version = _version(len(steps) + 1, line, settings.get("promise", ""))
        steps.append(assess(steps[-1] if steps else None, version, publisher, evidence))
    return steps


def short(verdict: Verdict) -> str:
    """ "short_on_public_channel UNKNOWN private_channel material"."""
    return " ".join((verdict.value, verdict.truth, *verdict.conditions))


def accusations(step: Assessment) -> list[str]:
    """What speaks against the publisher for certain."""
    return [
        f"{v.facet}: {v.value}"
        for v in step.verdicts
        if (v.truth == "FALSE" and v.facet in ("notice", "stamp_promise"))
        or (v.truth == "TRUE" and v.value in ("backdated", "old_text_served_after_effect"))
    ]


def _version(number: int, line: str, promise: str) -> Version:
    seen, stamp, body, *other = (part.strip() for part in line.split("|"))
    at, _, until = seen.partition(", before until ")
    text = _TEXT.format(
        stamp=stamp.replace(" // ", "\n\n"), body=body, promise=other[0] if other else promise
    )
    return Version("fernlamp/terms", f"c{number}", text, _at(at), _at(until) if until else None)


def _evidence(lines: list[str]) -> Evidence:
    notices, decisions = list[Notice](), list[Decision]()
    for line in lines:
        if filed := _FILED.fullmatch(line):
            way: Channel = filed[1]  # type: ignore[assignment]
            at = _at(f"{filed[2]} 12:00")
            commit = f"c{filed[3]}" if filed[3] else None
            notices.append(Notice("fernlamp/terms", way, at, at, "ab" * 32, commit))
        elif said := _DECIDED.fullmatch(line):
            answer = {said[2]: said[3] == "yes"}
            material, exception = answer.get("material"), answer.get("exception")
            decided_at = datetime(2030, 1, 1, tzinfo=UTC)
            decisions.append(Decision(f"c{said[1]}", material, exception, "A. Reader", "read it", decided_at))
    return Evidence(tuple(notices), tuple(decisions))


def _at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
