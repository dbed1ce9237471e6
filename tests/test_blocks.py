"""Blocks, sentences and words tile their text, and keys say what is the same."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import blocks
from tracker.blocks.keys import plain

MARKED = st.text(alphabet="ab Z1.5\n\r\t*_#|>-[]()`\\<!&;$€’“\u00a0\u200b\ufeff。第ß\x00", max_size=200)
LINES = st.lists(
    st.sampled_from(
        ["# One", "- two", "3. three", "", " ", "| a | b |", "> q", "---", "```", "plain words. More."]
    ),
    max_size=30,
).map("\n".join)
ANY = st.one_of(st.text(max_size=200), MARKED, LINES)
WORDS = st.lists(
    st.text(alphabet="abcdefgXYZ0123456789$€%§éж", min_size=1, max_size=8), min_size=1, max_size=12
)


@given(ANY)
def test_blocks_tile_the_text(text: str) -> None:
    cut = blocks.cut(text)

    assert "".join(text[b.start : b.end] for b in cut) == text
    assert all(b.start <= b.body_start <= b.body_end <= b.end for b in cut)


@given(ANY, st.integers(0, 50), st.integers(0, 200))
def test_sentences_tile_the_stretch(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = blocks.sentences(text, start, end)

    assert "".join(text[a:b] for a, b in found) == text[start:end]


@given(ANY)
def test_words_stand_in_order_and_hold_no_space(text: str) -> None:
    found = blocks.words(text, 0, len(text))

    assert all(a < b <= c for (a, b), (c, _) in pairwise([*found, (len(text), 0)]))
    assert not any(set(text[a:b]) & set(" \n\t") for a, b in found)


@given(WORDS, st.data())
def test_identity_does_not_see_marks_quotes_spaces_or_link_targets(
    words: list[str], data: st.DataObject
) -> None:
    dressed = [
        data.draw(st.sampled_from([
            word, f"**{word}**", f"*{word}*", f"[{word}](https://a.example/{i})", f"[{word}](/b)",
            f"`{word}`", f"<span>{word}</span>", f"{word}\u200b",
        ]))
        for i, word in enumerate(words)
    ]  # fmt: skip
    spaces = [data.draw(st.sampled_from([" ", "\u00a0", "\n", "  ", "<br>", "\n\n# "])) for _ in words]
    marked = "".join(word + space for word, space in zip(dressed, spaces, strict=True))

    assert blocks.identity(marked) == blocks.identity(" ".join(words))


@pytest.mark.parametrize(("one", "other"), [
    ("kept for 16 years", "kept for 18 years"),
    ("costs $ 5", "costs € 5"),
    ("we do sell", "we do not sell"),
    ("may share", "May share"),
    ("5 % of fees", "5 of fees"),
    ("users, who pay", "users who pay"),
    ("Updated 3 May 2024", "Updated 3 May 2025"),
])  # fmt: skip
def test_identity_sees_every_number_currency_negation_case_and_comma(one: str, other: str) -> None:
    assert blocks.identity(one) != blocks.identity(other)


def test_identity_does_not_see_how_long_ago_a_page_was_updated() -> None:
    assert blocks.identity("Updated 3 days ago\n\nWe care.") == blocks.identity(
        "Updated over a week ago\n\nWe care."
    )


@pytest.mark.parametrize(("markdown", "seen"), [
    ("## 2\\. **Our** _duties_ ##", "2. Our duties"),
    ("[![logo](a.png)](https://a.example/x_(y))", "logo"),
    ("`_ga` and _gid", "_ga and _gid"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("price\\*", "price*"),
    ("a<br>b &amp; c", "a b & c"),
    ("write to <privacy@example.org>", "write to privacy@example.org"),
    ("<your name> here", "<your name> here"),
    ("> * quoted item", "quoted item"),
    ("\ufeff# Terms", "Terms"),
    ("keep <!-- not --> this", "keep  this"),
])  # fmt: skip
def test_visible_is_what_a_reader_sees(markdown: str, seen: str) -> None:
    assert blocks.visible(markdown).strip("\ufeff") == seen


@given(st.text(alphabet="ab Z1.5\n\u00a0’", max_size=100))
def test_visible_leaves_plain_text_alone(text: str) -> None:
    assert blocks.visible(text) == blocks.visible(blocks.visible(text))


@pytest.mark.parametrize(("text", "key"), [
    ("1. Who we are", "who we are"),
    ("(a) Log-on", "log on"),
    ("30 days after notice", "30 days after notice"),
    ("30. Juni 2024", "30 juni 2024"),
    ("2.1 Data collected", "data collected"),
    ("1.5 million users", "1 5 million users"),
    ("$5 fee", "$5 fee"),
    ("**“Users”**", "users"),
])  # fmt: skip
def test_content_key_loses_labels_and_keeps_numbers(text: str, key: str) -> None:
    assert blocks.content_key(text) == key


@pytest.mark.parametrize(("text", "parts"), [
    ("See Art. 6 and No. 5. We do.", ["See Art. 6 and No. 5. ", "We do."]),
    ("In the U.S. Congress sits. Foo Inc. We go.", ["In the U.S. Congress sits. ", "Foo Inc. ", "We go."]),
    ("Gilt ab 25. Mai 2018. Es gilt z. B. hier.", ["Gilt ab 25. Mai 2018. ", "Es gilt z. B. hier."]),
    ("M. Durand, p. ex. Oui ? Non !", ["M. Durand, p. ex. Oui ? ", "Non !"]),
    ("3. Who we are. Us.", ["3. Who we are. ", "Us."]),
    ("私は。君は！", ["私は。", "君は！"]),
    ("He said “no.” Then left.", ["He said “no.” ", "Then left."]),
])  # fmt: skip
def test_sentences_know_abbreviations(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in blocks.sentences(text, 0, len(text))] == parts


def test_words_keep_numbers_addresses_and_ideographs_apart() -> None:
    text = "It's 1,000.50 € by 05/02/2024: a@b.co https://x.example/a?b=1. 第3条"

    assert [text[a:b] for a, b in blocks.words(text, 0, len(text))] == [
        "It's", "1,000.50", "by", "05/02/2024", "a@b.co", "https://x.example/a?b=1", "第", "3", "条",
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_block_where_the_whole_text_is_wrapped() -> None:
    paragraph = (
        "We keep what you give us for as long as the account is open and\n"
        "then for a further period that the law of the land asks us to keep\n"
        "it, after which it is removed from all of our machines for good.\n"
    )
    text = "\n".join([paragraph] * 5)

    assert len(blocks.cut(text)) == 5


def test_lines_of_a_wrapped_text_are_joined_across_the_blank_lines_that_stand_between_all_of_them() -> None:
    paragraph = (
        "We keep what you give us for as long as the account is open and\n\n"
        "then for a further period that the law of the land asks us to keep\n\n"
        "it, after which it is removed from all of our machines for good.\n\n\n\n"
    )

    assert len(blocks.cut(paragraph * 5)) == 5


def test_lines_of_a_text_that_is_not_wrapped_stay_apart() -> None:
    text = "Who we are\nWe are a shop.\nWhat we keep\nYour name and address.\n" * 10

    assert len(blocks.cut(text)) == 40


@pytest.mark.parametrize("piece", [
    "word and more, then. ", "*", "[", "[a](", "<!--", "<a ", " _ga", "\n \n", "a\n", "\\", "1.", "a@", "=",
    ". ", "\x00\u202e\r", "```\n", "![", "| a ", "&", "(a) ", "<http://",
], ids=repr)  # fmt: skip
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "x"
    began = time.process_time()
    blocks.cut(text), blocks.content_key(text), blocks.identity(text)
    blocks.sentences(text, 0, len(text)), blocks.words(text, 0, len(text))

    assert time.process_time() - began < 3


@given(MARKED)
def test_reading_line_by_line_sees_what_reading_the_whole_sees(text: str) -> None:
    assert blocks.normalised(text) == blocks.exact_key(plain(blocks.visible(text)))
