"""Since when each sentence stands."""

from datetime import UTC, datetime, timedelta

from tracker.blame import blame
from tracker.model import Version, VersionKind

FIRST = """# Privacy

## Retention

We keep security logs for 12 months after they were written. Invoices are kept for seven years by law.

## Rights

You may see your data at any time. Write to us and we will answer within one month of your letter.
"""


def version(number: int, text: str, kind: VersionKind = "capture") -> Version:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)
    return Version("acme/privacy", f"c{number}", text, at, None, kind)


def told(*texts: str | tuple[str, VersionKind]) -> dict[str, tuple[str, str | None]]:
    """First words of each sentence of the newest text -> (since, touched)."""
    versions = [
        version(n, text) if isinstance(text, str) else version(n, *text) for n, text in enumerate(texts, 1)
    ]
    newest = versions[-1].text
    return {
        " ".join(newest[s.start : s.end].split()[:3]): (s.since.commit, s.touched and s.touched.commit)
        for s in blame(versions)
    }


def test_a_reworded_sentence_stands_since_its_first_wording() -> None:
    found = told(FIRST, FIRST.replace("12 months", "6 months"))

    assert (found["We keep security"], found["Invoices are kept"]) == (("c1", "c2"), ("c1", None))


def test_a_new_sentence_stands_since_it_came() -> None:
    found = told(FIRST, FIRST.replace("## Rights", "We also read your mail.\n\n## Rights"))

    assert (found["We also read"], found["You may see"]) == (("c2", None), ("c1", None))


def test_a_moved_sentence_keeps_its_age() -> None:
    sentence = " Invoices are kept for seven years by law."
    moved = FIRST.replace(sentence, "").replace("at any time.", "at any time." + sentence)

    assert told(FIRST, moved)["Invoices are kept"] == ("c1", None)


def test_an_upgrade_brings_nothing_new() -> None:
    better = FIRST + "\nContact us at any time by letter to our office in Galway.\n"

    assert told(FIRST, (better, "upgrade"))["Contact us at"] == ("c1", None)


def test_a_capture_in_another_edition_begins_anew() -> None:
    assert told((FIRST, "edition"), FIRST)["You may see"] == ("c2", None)
