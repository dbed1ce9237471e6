"""What the default wish hears of labelled changes of real policies: all that is substantive, little else."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.alerts.wishes import Wish
from tracker.announce import replay
from tracker.archive import Archive, Recording, Snapshot
from tracker.build import build
from tracker.database import connect

SHARED = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared"))
GOLD = SHARED / "gold" / "changes"
LEAST_PRECISION = 0.9
START = datetime(2025, 1, 1, tzinfo=UTC)


def labelled() -> dict[str, tuple[str, bool]]:
    """Id of a pair -> its label, and whether who labelled it was sure."""
    rows = map(json.loads, (GOLD / "labels.jsonl").read_text().splitlines())
    return {row["id"]: (row["label"], row["sure"]) for row in rows}


def recorded(home: Path, pairs: list[str]) -> None:
    """An archive in which each pair is the history of a policy of its own."""
    home.mkdir()
    with Archive.open(home / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for pair in pairs:
                for days, side in enumerate(("old", "new")):
                    content = (GOLD / "texts" / f"{pair}.{side}.md").read_bytes()
                    text = content.decode("utf-8", "replace")
                    at = START + timedelta(days=days)
                    snapshot = Snapshot(content, "md", {})
                    writer.record(Recording(f"pair{pair}/policy", text, at, snapshot))
            writer.publish()
        build(archive, home / "policies.db", quiet=True)


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="no labelled changes beside this repository")
def test_a_replay_over_labelled_changes_is_precise_and_misses_nothing(tmp_path: Path) -> None:
    labels = labelled()
    recorded(tmp_path / "home", sorted(labels))
    with Archive.open(tmp_path / "home" / "policies.git") as archive:
        met, _ = replay(connect(tmp_path / "home" / "policies.db"), archive, Wish(), "")
    heard = [one.service.removeprefix("pair") for one, _ in met]
    wrong = {pair: labels[pair] for pair in heard if labels[pair][0] != "substantive"}
    surely = [pair for pair in wrong if labels[pair][1]]
    missed = {pair for pair, (label, _) in labels.items() if label == "substantive"} - set(heard)
    print(f"{len(heard)} messages; missed: {sorted(missed)}; about something else: {wrong}")

    assert missed == set()
    assert len(surely) <= (1 - LEAST_PRECISION) * sum(labels[pair][1] for pair in heard)
    assert (
        len(wrong) <= (1 - LEAST_PRECISION) * len(heard) + 2
    )  # labels that were doubted are doubtful judges
