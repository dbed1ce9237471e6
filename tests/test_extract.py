"""A policy's text from a page: cases a lawyer can read, hostile pages, selectors, PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfs import pdf, policy_pages

from tracker.extract import decoded, extract, media_type

HERE = Path(__file__).parent
URL = "https://acme.example/privacy"
POLICY = [
    "We collect your name, your address and what you order, and we use it to send you what you ordered.",
    "We share it with our carrier in Ireland, who may use it for nothing else, and with nobody besides.",
    "We keep orders for seven years, because the law asks us to, and delete all the rest after a year.",
]
"""What ``[policy]`` stands for in the cases; ``[long policy]`` is the same, again and again."""


def cases() -> Iterator[object]:
    for file in sorted((HERE / "cases" / "extract").glob("*.txt")):
        parts = re.split(r"^\.\n", file.read_text("utf-8"), flags=re.M)
        for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(source, expected, id=f"{file.stem}: {title.strip()}")


def filled(text: str, pattern: str, between: str) -> str:
    once, often = (between.join(pattern.format(words) for words in POLICY * times) for times in (1, 22))
    return text.replace("[policy]", once).replace("[long policy]", often)


@pytest.mark.parametrize(("source", "expected"), list(cases()))
def test_cases(source: str, expected: str) -> None:
    page = f"<html><body>{filled(source, '<p>{}</p>', '')}</body></html>"

    assert extract(page.encode(), url=URL).text == filled(expected, "{}", "\n\n").strip("\n")


# --- selectors and fragments -----------------------------------------------------------------------------

TWO = (
    "<html><body><div id='privacy'><h1>Privacy</h1>{0}</div><div id='cookies' class='side'><h1>Cookies</h1>"
    "{0}</div><div class='related'><p>{1}</p></div></body></html>"
)
LONG = "".join(f"<p>{words} Part {n} of it.</p>" for n in range(3) for words in POLICY)
PAGE = TWO.format(LONG, "Another thing that is of interest to nobody who reads a policy.").encode()


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("#")]


def test_select_keeps_what_it_names_in_the_order_of_the_page() -> None:
    found = extract(PAGE, select=["#cookies", "#privacy"])

    assert (headings(found.text), found.warnings) == (["# Privacy", "# Cookies"], ())


def test_what_two_selectors_name_is_taken_once() -> None:
    once, twice = (
        extract(PAGE, select=["#cookies"]),
        extract(PAGE, select=["#cookies", "#cookies p", ".side"]),
    )

    assert once.text == twice.text


def test_a_selector_that_matches_nothing_is_told_and_passed_over() -> None:
    found = extract(PAGE, select=["#policy"])

    assert found.text == extract(PAGE).text
    assert found.warnings == ("select '#policy' matches nothing: the page may have changed",)


def test_a_selector_that_leaves_less_than_half_is_passed_over() -> None:
    found = extract(PAGE, select=["#privacy h1"])

    assert found.text == extract(PAGE).text
    assert "less than half" in found.warnings[0]


def test_remove_takes_out_what_it_names() -> None:
    found = extract(PAGE, remove=["#cookies", ".related"])

    assert headings(found.text) == ["# Privacy"]
    assert "interest to nobody" not in found.text


def test_a_fragment_of_the_address_names_the_part_meant() -> None:
    assert headings(extract(PAGE, url=f"{URL}#cookies").text) == ["# Cookies"]


def test_a_fragment_that_names_a_mere_heading_changes_nothing() -> None:
    page = PAGE.replace(b"<h1>Cookies", b"<h1 id='c'>Cookies")

    assert extract(page, url=f"{URL}#c").text == extract(page, url=URL).text


# --- hostile and broken pages ----------------------------------------------------------------------------

WORDS = b"<p>We keep your data for twelve months."
HOSTILE = {
    "10,000 nested elements": b"<div>" * 10_000 + WORDS,
    "1,500 nested elements": b"<div>" * 1_500 + WORDS,
    "1,500 nested lists": b"<ol>" * 1_500 + WORDS,
    "1,500 nested marks": b"<b>" * 1_500 + WORDS,
    "a heading of 1,500 marks": b"<h1>" + b"<span>" * 1_500 + b"twelve months",
    "spans of a million": b"<table>" + b"<tr><td colspan=1000000 rowspan=1000000>twelve months" * 300,
    "many wide spans": b"<table><tr>" + b"<td colspan=60 rowspan=400>twelve months" * 200 + b"<tr><td>" * 400,
    "no html element": WORDS,
    "an unknown charset": b"<meta charset=utf-99>" + WORDS + b"\xff",
    "tags that never end": WORDS + b"<p" * 50_000,
    "an address that is none": WORDS + b"<a href='http://[::1'>x</a><a href='http://x:999999/'>y</a>",
    "a redirector of redirectors": WORDS + b"<a href='https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook."
    b"com%2Fl.php%3Fu%3D" * 300 + b"'>x</a>",
    "a class of 400 KB": WORDS + b"<i class='" + b"nav-a-" * 66_000 + b"'>x</i>",
    "6,000 footers of sections": WORDS + b"<section><p>x.</p><footer>See y.</footer></section>" * 6_000,
    "200 parts of one name in each other": b"<div id='a'>" * 200 + WORDS * 2_000 + b"</div>" * 200,
    "20,000 parts of one name": WORDS + b"<div id='a' class='side'>" + WORDS + b"</div>" * 20_000,
    "mail protection that is none": WORDS + b"<a data-cfemail='zz'>x</a><a data-cfemail='4'>y</a>",
}  # fmt: skip


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_all_the_same(page: bytes) -> None:
    began = process_time()
    text = extract(page, url=URL, policy_type="Privacy Policy").text

    assert "twelve months" in text
    assert (len(text) < 1_000_000, process_time() - began < 3) == (True, True)


@pytest.mark.parametrize("page", [b"", b"  \n", b"<!-- nothing -->", b"\0" * 100, bytes(range(256)) * 40])
def test_bytes_that_are_no_page_raise_nothing(page: bytes) -> None:
    assert isinstance(extract(page).text, str)


@given(
    st.lists(
        st.sampled_from(
            "<p> <ul> <li> </ul> <table> <tr> <td> <h2> </h2> <a href=x> </a> words <b> | # 1. > _".split()
        )
    )
)
def test_no_line_is_padded_and_no_two_blanks_follow_each_other(parts: list[str]) -> None:
    lines = extract(" ".join(parts).encode()).text.split("\n")

    assert not [line for line in lines if line != line.rstrip()]
    assert not [pair for pair in pairwise(lines) if pair == ("", "")]


# --- bytes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<p>Schürfrechte</p>".encode(), None),
        ("<p>Schürfrechte</p>".encode("latin-1"), "iso-8859-1"),
        (b"<meta charset='iso-8859-1'>" + "<p>Schürfrechte</p>".encode("latin-1"), None),
        ("<p>Schürfrechte</p>".encode("latin-1"), None),
        ("<p>Schürfrechte</p>".encode("utf-16"), None),
        (b"\xef\xbb\xbf" + "<p>Schürfrechte</p>".encode(), "iso-8859-1"),
    ],
    ids=["utf-8", "header", "meta", "guessed", "utf-16", "mark before header"],
)
def test_letters_are_read_whatever_the_encoding(content: bytes, charset: str | None) -> None:
    assert "Schürfrechte" in decoded(content, charset)


def test_the_bytes_say_what_they_are() -> None:
    kinds = [media_type(b"%PDF-1.7"), media_type(b"<!DOCTYPE html>"), media_type(b"# Terms", "terms.md")]

    assert kinds == ["application/pdf", "text/html", "text/markdown"]


def test_the_language_is_the_one_the_page_states() -> None:
    assert extract(b"<html lang='fr-CA'><p>Bonjour").language == "fr"


# --- PDFs ------------------------------------------------------------------------------------------------


def test_a_pdf_is_read_with_headings_and_whole_paragraphs() -> None:
    found = extract(pdf(policy_pages(), "Acme"), "application/pdf")

    assert found.title == "Acme"
    assert found.text == (
        "# Privacy Policy\n\nLast updated: 1 March 2026\n\n## 1. What we collect\n\n"
        "We collect your name, your address and what you order, and we keep all of it apart from "
        "the rest.\n\n- your name;\n- your address.\n\n## 2. How long we keep it\n\n"
        "Orders are kept for seven years after the year of the order, and this paragraph goes on "
        "over the page.\n\n### 2.1 Logs\n\nLogs are kept for 12 months."
    )


def test_a_word_cut_at_the_end_of_a_line_is_made_whole() -> None:
    page = [("We keep it for a reason-", 72, 700, "regular", 11.0), ("able time.", 72, 686, "regular", 11.0)]

    assert extract(pdf([page]), "application/pdf").text == "We keep it for a reasonable time."


@pytest.mark.parametrize(
    ("content", "warning"),
    [(b"%PDF-1.7 broken", "cannot be read"), (pdf([[]]), "no text")],
    ids=["broken", "a picture"],
)
def test_a_pdf_that_gives_no_text_says_why(content: bytes, warning: str) -> None:
    found = extract(content, "application/pdf")

    assert (found.text, warning in found.warnings[0]) == ("", True)
