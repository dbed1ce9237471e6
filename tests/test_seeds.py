"""A new installation starts from editions in our own words and from a service that does not exist."""

from pathlib import Path

import pytest

from tracker.archive import Archive
from tracker.seeds import plant

ROOT = Path(__file__).parents[1]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "policies.git", create=True)


def test_every_founding_policy_has_an_edition_and_the_example_a_history(archive: Archive) -> None:
    plant(ROOT, archive)

    kinds: dict[str, list[str]] = {}
    for entry in archive.history():
        kinds.setdefault(entry.policy, []).append(entry.kind)
    assert kinds == {
        "kkollektiv/privacy-policy": ["edition"],
        "okki/privacy-policy": ["edition"],
        "okonect/privacy-policy": ["edition"],
        "oktabit/privacy-policy": ["edition"],
        "oktee/privacy-policy": ["edition"],
        "quillfern/privacy-policy": ["capture"] * 14 + ["upgrade"],
        "quillfern/terms-of-service": ["capture"] * 6,
    }


def test_planting_twice_records_nothing_more(archive: Archive) -> None:
    plant(ROOT, archive)
    newest = archive.newest()

    assert (plant(ROOT, archive)[0], archive.newest()) == (0, newest)


def test_the_archive_knows_how_a_policy_is_named(archive: Archive) -> None:
    plant(ROOT, archive)

    described = archive.descriptions()["oktee/privacy-policy"]
    assert (described.service, described.type, described.about["country"]) == (
        "OKTee",
        "Privacy Policy",
        "FR",
    )
