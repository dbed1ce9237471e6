"""The dates texts state of themselves, by cases a lawyer can read, by laws, and by the founding documents."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import blocks, stamps
from tracker.model import Stamp

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
SEEN_AT = datetime(2024, 3, 1, 12, tzinfo=UTC)


def read(
    text: str, language: str | None = None, country: str | None = None, seen_at: datetime | None = None
) -> tuple[Stamp, ...]:
    return stamps.find(text, blocks.cut(text), language=language, country=country, seen_at=seen_at)


def shown(stamp: Stamp) -> str:
    """A stamp as the cases write it; of several readings the preferred one stands in brackets."""
    days = [str(a) if a == b else f"{a}..{b}" for a, b in stamp.candidates]
    if len(days) > 1 and stamp.preferred is not None:
        days[stamp.preferred] = f"({days[stamp.preferred]})"
    return f"{', '.join(stamp.role)} | {stamp.raw} | {' or '.join(days) or '-'}"


def cases() -> Iterator[object]:
    """Title, text and expected lines of every case; a file's name is its language, a title may say more."""
    for file in sorted((HERE / "cases" / "stamps").glob("*.txt")):
        pieces = re.split(r"^\.\n", file.read_text(encoding="utf-8"), flags=re.M)
        for title, text, expected in zip(pieces[0::3], pieces[1::3], pieces[2::3], strict=False):
            said = dict(re.findall(r"\[(country|seen) (\S+)\]", title))
            seen_at = datetime.fromisoformat(f"{said['seen']}T12:00+00:00") if "seen" in said else None
            language = None if file.stem == "xx" else file.stem[:2]
            name = f"{file.stem}: {' '.join(title.split())}"
            yield pytest.param(text[:-1], language, said.get("country"), seen_at, expected, id=name)


@pytest.mark.parametrize(("text", "language", "country", "seen_at", "expected"), list(cases()))
def test_stamps_of_a_text(
    text: str, language: str | None, country: str | None, seen_at: datetime | None, expected: str
) -> None:
    found = [shown(stamp) for stamp in read(text, language, country, seen_at)]

    assert found == expected.splitlines()


def lines() -> dict[str, list[tuple[str, str]]]:
    """By language, what a line dates ("U 2024-03-15 E 2024-04-01": updated and effective) and the line."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in (HERE / "cases" / "stamps" / "lines.tsv").read_text(encoding="utf-8").splitlines():
        language, dated, line = row.split("\t")
        found.setdefault(language, []).append((dated, line))
    return found


def dated(text: str, language: str | None) -> str:
    """The preferred reading of the first date of update and of effect, as ``lines`` writes them."""
    told = []
    for letter, role in (("U", "updated"), ("E", "effective")):
        for stamp in [s for s in read(text, language) if role in s.role][:1]:
            first = str(stamp.candidates[stamp.preferred or 0][0])
            told.append(f"{letter} {first[: {'day': 10, 'month': 7, 'year': 4}[stamp.precision]]}")
    return " ".join(told) or "-"


@pytest.mark.parametrize(("language", "cases"), lines().items(), ids=list(lines()))
def test_a_line_at_the_head_or_the_end_dates_the_text(language: str, cases: list[tuple[str, str]]) -> None:
    """Read in its language and with the language unknown."""
    words = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.\n\n"
    for tongue in (language, None):
        head = [(dated(f"Privacy\n\n{line}\n\n{words * 9}", tongue), line) for _, line in cases]
        tail = [(dated(f"Privacy\n\n{words * 60}{line}\n", tongue), line) for _, line in cases]

        assert (head, tail) == (cases, cases)


# --- the founding documents --------------------------------------------------------------------------


def founding() -> list[dict[str, object]]:
    truth = SHARED / "seeds" / "expected.json"
    if not truth.exists():
        return []
    found: list[dict[str, object]] = json.loads(truth.read_text(encoding="utf-8"))["documents"]
    return found


def text_of(document: dict[str, object]) -> str:
    name = str(document["file"]).rsplit("/", 1)[-1]
    return (SHARED / "seeds" / name).read_bytes().decode("utf-8")


@pytest.mark.skipif(not founding(), reason="the founding documents are not beside the repository")
@pytest.mark.parametrize("document", founding(), ids=lambda document: str(document["id"]))
def test_a_founding_document_states_exactly_its_stamps(document: dict[str, object]) -> None:
    found = [
        (stamp.raw, stamp.start, stamp.end, [[str(a), str(b)] for a, b in stamp.candidates])
        for stamp in read(text_of(document), "en")
    ]

    assert found == [(s["raw"], s["start"], s["end"], s["candidates"]) for s in document["stamps"]]


# --- reasons -----------------------------------------------------------------------------------------


def test_narrowing_by_time_is_said_in_the_basis() -> None:
    (stamp,) = read("Last updated: 05/02/2024", seen_at=SEEN_AT)

    assert stamp.basis == ("not after it was seen",)


def test_a_contradiction_of_time_and_order_is_said_in_the_basis() -> None:
    text = "Last updated: 05/11/2021\n\nHello.\n\nEffective date: 28/05/2021"
    first = read(text, seen_at=datetime(2021, 8, 19, tzinfo=UTC))[0]

    assert "conflict: not after it was seen; both kept" in first.basis


def test_an_update_dated_after_its_sight_says_so() -> None:
    (stamp,) = read("Last updated: 3 May 2024", seen_at=SEEN_AT)

    assert stamp.basis == ("later than seen",)


def test_two_dates_of_one_role_say_so_of_each_other() -> None:
    text = "Last updated: 3 May 2024\n\nHello.\n\nChildren's Policy\n\nLast updated: 1 June 2023\n\nBye."

    assert {stamp.basis for stamp in read(text)} == {("one of 2 updated dates",)}


def test_the_label_is_kept() -> None:
    (stamp,) = read("We are glad.\n\n*Date of Last Revision: July 26, 2022*")

    assert stamp.label == "last revision"


# --- laws --------------------------------------------------------------------------------------------

DAYS = st.integers(1, 31)
MONTHS = st.integers(1, 12)
YEARS = st.integers(2001, 2030)
MARKS = st.sampled_from("/.-")
LABELS = st.sampled_from(
    ["Last updated:", "Effective", "Published on", "Stand:", "Version", "", "Mis à jour le"]
)
LINES = st.one_of(
    st.builds(
        lambda label, d, m, y, mark: f"{label} {d}{mark}{m}{mark}{y}", LABELS, DAYS, MONTHS, YEARS, MARKS
    ),
    st.builds(lambda label, d, y: f"{label} {d} May {y}", LABELS, DAYS, YEARS),
    st.sampled_from(["# Privacy Policy", "We care.", "", "© 2024 Example", "This policy was updated on"]),
    st.text(alphabet="0123456789/.- aegmnuy:|#*[]()年月日", max_size=40),
)
TEXTS = st.lists(LINES, max_size=8).map("\n".join)


@given(TEXTS)
def test_every_stamp_shows_its_words(text: str) -> None:
    assert all(text[stamp.start : stamp.end] == stamp.raw != "" for stamp in read(text))


@given(TEXTS)
def test_candidates_are_ordered_disjoint_and_of_the_precision(text: str) -> None:
    for stamp in read(text):
        flat = [day for reading in stamp.candidates for day in reading]
        longest = {"day": 1, "month": 31, "year": 366}[stamp.precision]
        spans = [(last - first).days + 1 for first, last in stamp.candidates]

        assert flat == sorted(flat) and all(1 <= span <= longest for span in spans)


@given(TEXTS)
def test_one_reading_is_preferred_among_those_that_stand(text: str) -> None:
    for stamp in read(text):
        assert stamp.preferred is not None and 0 <= stamp.preferred < len(stamp.candidates)


@given(TEXTS, st.datetimes(datetime(2000, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)))
def test_knowing_when_a_text_was_seen_adds_no_reading_but_where_two_rules_contradict(
    text: str, seen_at: datetime
) -> None:
    before = {stamp.start: set(stamp.candidates) for stamp in read(text)}
    after = read(text, seen_at=seen_at)

    assert all(
        set(stamp.candidates) <= before[stamp.start] or any("conflict" in why for why in stamp.basis)
        for stamp in after
    )


@given(TEXTS, st.datetimes(datetime(2000, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)))
def test_a_text_read_once_may_be_met_many_times(text: str, seen_at: datetime) -> None:
    later = datetime(2031, 1, 2, tzinfo=UTC)

    assert stamps.seen(stamps.seen(read(text), later), seen_at) == read(text, seen_at=seen_at)


@given(TEXTS, st.sampled_from(["US", "DK", "FR", "JP"]))
def test_a_country_removes_no_reading_and_adds_none(text: str, country: str) -> None:
    told = [(stamp.raw, stamp.candidates) for stamp in read(text, country=country)]

    assert told == [(stamp.raw, stamp.candidates) for stamp in read(text)]


@given(TEXTS)
def test_one_date_is_stated_once_for_each_role(text: str) -> None:
    told = [(role, stamp.candidates) for stamp in read(text) for role in stamp.role]

    assert len(told) == len(set(told))


@given(st.text(alphabet=st.characters(exclude_categories=["N", "Cs"]), max_size=300))
def test_a_text_without_digits_states_no_date(text: str) -> None:
    assert all(not stamp.candidates for stamp in read(text))


@given(st.dates(date(2001, 1, 1), date(2030, 12, 31)))
def test_a_day_written_in_full_is_that_day(day: date) -> None:
    forms = [
        f"{day:%-d %B %Y}",
        f"{day:%B %-d, %Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%d-%b-%Y}",
        f"{day:%Y年%-m月%-d日}",
    ]

    assert {read(f"Last updated: {form}")[0].candidates for form in forms} == {((day, day),)}


HOSTILE = {
    "digits and slashes": "20/20/2020/" * 450_000,
    "slashes": "1/" * 2_500_000,
    "years": "2024 " * 1_000_000,
    "labels": "last updated " * 400_000,
    "months": "May 2024 " * 500_000,
    "blanks before a month": "2024" + " " * 4_000_000 + "May",
    "open links": "](http://a " * 300_000 + " last updated 2024",
    "dated lines": "\n".join(f"Last updated {i % 28 + 1} May {2000 + i % 24}" for i in range(20_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_read_in_bounded_time(text: str) -> None:
    cut = blocks.cut(text)
    began = time.process_time()
    stamps.find(text, cut, language="en")

    assert time.process_time() - began < 5
