"""A small invented world for the site's tests: a real archive and database with every kind of version.

Hostile words stand in every field that is fetched: names, titles, headings, words, link targets, subjects.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copy

from tracker.archive import Archive, Description, Recording, Snapshot
from tracker.build import build

START = datetime(2025, 1, 10, 12, tzinfo=UTC)

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '![x](https://evil.example/p.png"onload="alert(1))',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*7 }}{% raw %}",
    "</title></textarea></style><svg/onload=alert(1)>",
    "\x02\x03\x0b\u2028\u202e",
]

POLICY = """# Privacy Policy

Last updated: {stamp}

## 1. Who we are

Acorn Ltd keeps a bookshop. You can write to us at any time and we will answer within 30 days.

## 2. How long we keep it

| Logs | Period |
|---|---|
| Security logs | {logs} |
| Invoices | ten years |

We keep nothing else about you. Backups are rewritten every night and kept in another town for {backups}.

## 3. Changes to this policy

We will notify you by e-mail at least 15 days before a material change takes effect.

## 4. Contact

Write to the address below.{more}
"""

TEXTS = {
    "first": POLICY.format(stamp="1 January 2025", logs="12 months", backups="one week", more=""),
    "shorter": POLICY.format(stamp="1 January 2025", logs="6 months", backups="one week", more=""),
    "layout": POLICY.format(stamp="1 January 2025", logs="6 months", backups="one week", more="").replace(
        "## 4. Contact", "### 4. Contact"
    ),
    "stamped": POLICY.format(stamp="3 June 2025", logs="6 months", backups="a month",
                             more="\n\n## 5. Partners\n\nWe sell data."),
}  # fmt: skip


def _hostile(number: int) -> str:
    parts = [f"# Terms {HOSTILE[0]}", "", f"Last updated: {number} March 2025 {HOSTILE[1]}", ""]
    for i, words in enumerate(HOSTILE):
        parts += [f"## {i + 1}. Part {words}", "", f"In version {number} we say {words} to all.", "",
                  f"| {words} | b |", "|---|---|", f"| {number} {words} | {words} |", "",
                  f"* [{words}](https://example.org/{words.replace(' ', '')})", ""]  # fmt: skip
    return "\n".join(parts)


def records() -> list[Recording]:
    """Oldest first."""
    described = Description(
        "Acorn", "Privacy Policy", {"url": "https://acorn.example/privacy", "country": "FR"}
    )
    steps = ["first", "shorter", "first", "shorter", "layout", "stamped"]
    made = []
    for i, name in enumerate(steps):
        at = START + timedelta(days=[0, 40, 60, 62, 90, 160][i])
        text = TEXTS[name]
        made.append(
            Recording("acorn/privacy-policy", text, at, Snapshot(text.encode(), "md", {"url": "https://acorn.example"}),
                      at - timedelta(hours=6) if i else None, description=described if not i else None)
        )  # fmt: skip
    upgraded = TEXTS["stamped"].replace("We sell data.", "We sell data. (Read better.)")
    made.append(Recording("acorn/privacy-policy", upgraded, made[-1].fetched_at))
    hostile = Description(f"Evil {HOSTILE[0]}", f"Terms {HOSTILE[1]}", {"url": "javascript:alert(1)"})
    for number in (1, 2, 3):
        text = _hostile(number)
        made.append(
            Recording("evil/terms", text, START + timedelta(days=number), Snapshot(text.encode(), "md", {}),
                      subject=HOSTILE[1], description=hostile)
        )  # fmt: skip
    demo = Description("Demo", "Privacy Policy", {"url": "https://demo.example"})
    made.append(Recording("demo/privacy-policy", TEXTS["first"], START, edition=True, description=demo))
    live = TEXTS["stamped"]
    at = START + timedelta(days=30)
    made.append(Recording("demo/privacy-policy", live, at, Snapshot(live.encode(), "md", {})))
    made.append(Recording("words/privacy-policy", TEXTS["first"], START, edition=True,
                          description=Description("Words", "Privacy Policy", {})))  # fmt: skip
    return made


def neighbours() -> list[Recording]:
    """Another service that changed a section of the same topic ten days before Acorn's last change."""
    described = Description("Birch", "Privacy Policy", {"url": "https://birch.example/privacy"})
    made = []
    for days, logs in ((20, "3 weeks"), (150, "9 weeks")):
        text, at = TEXTS["first"].replace("12 months", logs), START + timedelta(days=days)
        snapshot = Snapshot(text.encode(), "md", {})
        made.append(Recording("birch/privacy-policy", text, at, snapshot, description=described))
    return made


def settle(home: Path, more: Sequence[Recording] = ()) -> Path:
    """Make the world under a home folder; gives the home folder back."""
    (home / "archive").mkdir(parents=True)
    with Archive.open(home / "archive" / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for record in [*records(), *more]:
                writer.record(record)
            writer.publish()
        build(archive, home / "archive" / "policies.db", quiet=True)
    copy(Path(__file__).parents[1] / "metadata.yml", home)
    return home
