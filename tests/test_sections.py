"""Outlines: which lines are headings, how they nest, and what lasts from version to version."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import blocks, sections
from tracker.model import Reading

SHARED = Path(os.environ.get("TRACKER_SHARED", Path(__file__).parents[2] / "shared"))

PIECES = st.lists(
    st.sampled_from([
        "# Terms", "## 1. Who we are", "## 1.1 Us", "**Your rights**", "Cookies\n-------", "Terms\n=====",
        "We keep your name, your address and what you order for as long as the law asks us to.",
        "- an item", "| a | b |", "Last updated: May 2024", "2. What we keep", "", "Article 3 - Law",
        "Contact",
        "§ 4 Haftung", "\x00", "第3条 目的", "```", "* * *", "IV. Duties", "(a) the first", "©2024 Shop",
    ]),
    max_size=25,
).map("\n\n".join)  # fmt: skip
ANY = st.one_of(PIECES, st.text(max_size=120), PIECES.map(lambda text: text.replace("\n", "\r\n")))


def read(text: str) -> Reading:
    cut = blocks.cut(text)
    outline = sections.outline(text, cut)
    return Reading(text, sections.title(text, cut, outline), None, cut, outline)


@given(ANY)
def test_sections_tile_the_text(text: str) -> None:
    outline = read(text).sections

    assert "".join(text[s.start : s.end] for s in outline) == text


@given(ANY)
def test_paths_and_keys_name_one_section_each(text: str) -> None:
    outline = read(text).sections

    assert len({s.path for s in outline}) == len({s.key for s in outline}) == len(outline)


@given(ANY)
def test_only_what_stands_before_the_first_heading_has_none(text: str) -> None:
    outline = read(text).sections

    assert [s.path for s in outline if s.heading is None] == (
        ["0"] if outline and outline[0].heading is None else []
    )


@given(ANY, ANY)
def test_agreement_is_symmetric_and_settled(one: str, other: str) -> None:
    a, b = sections.agree(read(one), read(other))

    assert sections.agree(read(other), read(one)) == (b, a)


@given(ANY)
def test_a_reading_agrees_with_itself(text: str) -> None:
    reading = read(text)

    assert sections.agree(reading, reading) == (reading, reading)


def test_levels_and_paths_follow_marks_and_numbers() -> None:
    text = "# Privacy Policy\n\n## 1. Data\n\n### 1.1 Names\n\nA.\n\n### 1.2 Places\n\nB.\n\n## 2. Rights"

    assert [(s.path, s.level, s.number, s.heading) for s in read(text).sections] == [
        ("0", 1, None, "Privacy Policy"), ("1", 2, "1", "Data"), ("1/1", 3, "1.1", "Names"),
        ("1/2", 3, "1.2", "Places"), ("2", 2, "2", "Rights"),
    ]  # fmt: skip


def test_paths_do_not_depend_on_the_title() -> None:
    body = "## Data\n\nA.\n\n## Rights\n\nB."

    assert [s.path for s in read("# Our Privacy Policy\n\n" + body).sections[1:]] == [
        s.path for s in read(body).sections
    ]


def test_a_section_keeps_its_key_when_renamed_and_a_returning_one_gets_its_own_back() -> None:
    older = read("## Cookies\n\nA.\n\n## Rights\n\nB.").sections
    newer = read("## Cookies and pixels\n\nA.\n\n## Children\n\nC.").sections

    carried = sections.carry(
        older, newer, [(0, 0)], {"cookies": "cookies", "rights": "rights", "children": "minors"}
    )

    assert [s.key for s in carried] == ["cookies", "minors"]


def test_a_new_section_never_takes_the_key_of_another_one() -> None:
    older = read("## Cookies\n\nA.").sections
    newer = read("## Pixels\n\nA.\n\n## Cookies\n\nC.").sections

    carried = sections.carry(older, newer, [(0, 0)], {"cookies": "cookies"})

    assert [s.key for s in carried] == ["cookies", "cookies-2"]


def cases() -> Iterator[object]:
    """Title, text and outline of each case in tests/cases/sections."""
    for file in sorted((Path(__file__).parent / "cases" / "sections").glob("*.txt")):
        pieces = file.read_text(encoding="utf-8").strip("\n").split("\n.\n")
        for title, text, outline in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
            yield pytest.param(text, outline.removesuffix("\n."), id=title.strip())


@pytest.mark.parametrize(("text", "outline"), list(cases()))
def test_outlines_are_what_a_reader_would_write_down(text: str, outline: str) -> None:
    found = [
        f"{s.path}{' ' + s.number if s.number else ''} | {s.heading or '-'}" for s in read(text).sections
    ]

    assert found == outline.split("\n")


SEEDS = SHARED / "seeds" / "expected.json"


@pytest.mark.skipif(not SEEDS.exists(), reason="the founding policies lie beside the repository, not in it")
@pytest.mark.parametrize("number", range(5))
def test_the_outlines_of_the_founding_policies_are_complete(number: int) -> None:
    truth = json.loads(SEEDS.read_text(encoding="utf-8"))["documents"][number]
    reading = read((SEEDS.parent / truth["file"]).read_text(encoding="utf-8"))

    found = [(s.level, s.number, s.heading) for s in reading.sections if s.heading]

    assert found == [(each["level"], each["number"], each["title"]) for each in truth["outline"]]
    assert reading.title == truth["title"]["text"]
    assert {"000": ["orphan_label"], "001": ["contents"], "002": [], "004": ["marketing_tail"]}.get(
        truth["id"], ["repeated_title", "repeated_stamp", "footer", "repeated_footer"]
    ) == [n.kind for n in sections.noise(reading.text, reading.blocks, reading.sections)]


@pytest.mark.parametrize(("name", "text"), [
    ("headings", "\n\n".join(f"## {n}. The same heading\n\nWords." for n in range(4_000))),
    ("plain headings", "\n\n".join(f"{n}. The same heading\n\nWords stand here." for n in range(4_000))),
    ("equal headings", "# Same\n\n" * 8_000),
    ("deep numbers", "\n\n".join(f"{n}.{n}.{n} Deep\n\nWords." for n in range(2_000))),
    ("equal lines", "menu\n" * 8_000),
    ("bullets", "  • Some Words:\n    • More words, for once.\n" * 3_000),
    ("one line", "word " * 80_000),
    ("a long text", "A sentence that says nothing much about anything at all. " * 4 * 20_000),
    ("blank", " \n" * 100_000),
    ("controls", "\x00\x07\u202e\u0645\u0631 \r" * 8_000),
    ("a long number", "1." * 50_000 + " x"),
    ("bold", "**a** " * 20_000),
], ids=lambda value: value if len(value) < 20 else "")  # fmt: skip
def test_outlines_take_time_in_proportion_to_the_text(name: str, text: str) -> None:
    began = time.process_time()
    reading = read(text)
    sections.noise(text, reading.blocks, reading.sections), sections.language(text)

    assert time.process_time() - began < 5, name
