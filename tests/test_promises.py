"""What a text promises about changes of itself, by cases a lawyer can read and by laws."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import blocks, promises, sections
from tracker.model import Promise
from tracker.promises import grammar, pages, prose
from tracker.promises.details import ORDER
from tracker.promises.languages import WORDS

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
ANCHORS = {"effect": "before effect", "posting": "after posting", "notice": "after notice", "none": "-"}


def read(text: str, language: str | None = None) -> tuple[Promise, ...]:
    cut = blocks.cut(text)
    return promises.find(text, cut, sections.outline(text, cut), language=language)


def shown(promise: Promise) -> str:
    """A promise as the cases write it."""
    period = f"{promise.period.value:g} {promise.period.unit}" if promise.period else "-"
    joined = {"single": ",", "any": " or ", "all": " and "}[promise.channel_logic].join(promise.channels)
    bound = "bound" if promise.bound else "may"
    parts = (promise.kind, promise.trigger, period, joined or "-", promise.consent, bound)
    return " | ".join((*parts, ANCHORS[promise.anchor]))


def cases() -> Iterator[object]:
    """Title, text and expected lines of every case; a file's name begins with its language."""
    for file in sorted((HERE / "cases" / "promises").glob("*.txt")):
        pieces = re.split(r"^\.\n", file.read_text(), flags=re.M)
        for title, text, expected in zip(pieces[0::3], pieces[1::3], pieces[2::3], strict=False):
            name = f"{file.stem}: {' '.join(title.split())}"
            yield pytest.param(file.stem[:2], text.rstrip("\n"), expected, id=name)


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_promises_of_a_clause(language: str, text: str, expected: str) -> None:
    found = [shown(p) for p in read(text, language)]

    assert found == expected.split("\n")[:-1]


HEADINGS = {
    "en": "Changes to these Terms", "fr": "Modification des présentes conditions",
    "de": "Änderungen dieser Nutzungsbedingungen", "es": "Modificaciones de las condiciones",
    "it": "Modifiche dei termini", "pt": "Alterações aos termos", "pl": "Zmiany regulaminu",
}  # fmt: skip


def lines() -> dict[str, list[tuple[str, str, str]]]:
    """By language, period and channels of a sentence ("nothing": no promise) and the sentence.

    "^" before it: it stands under a heading about changes.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in (HERE / "cases" / "promises" / "lines.tsv").read_text(encoding="utf-8").splitlines():
        language, period, channels, sentence = row.split("\t")
        found.setdefault(language, []).append((period, channels, sentence))
    return found


def told(sentence: str, language: str) -> tuple[str, str, str]:
    """Period and channels of all that a sentence promises, as ``lines`` writes them."""
    heading = f"## {HEADINGS.get(language)}\n\n" if sentence.startswith("^") else ""
    found = read(f"Title\n\n{heading}{sentence.lstrip('^ ')}\n\nAnother paragraph.\n", language)
    periods = {f"{p.period.value:g} {p.period.unit}" for p in found if p.period}
    channels = [c for c in ORDER if any(c in p.channels for p in found)]
    period = ", ".join(sorted(periods)) or "-" if found else "nothing"
    return period, ",".join(channels) or "-", sentence


@pytest.mark.parametrize(("language", "cases"), lines().items(), ids=list(lines()))
def test_period_and_channels_of_a_sentence(language: str, cases: list[tuple[str, str, str]]) -> None:
    assert [told(sentence, language) for _, _, sentence in cases] == cases


@pytest.mark.parametrize(
    ("language", "sentence", "reserved"),
    [
        ("en", "This Policy may be revised at any time.", True),
        ("en", "These rules are subject to change.", True),
        ("en", "We may notify you of changes to this policy.", False),
        ("en", "We may change our prices at any time.", False),
        ("fr", "Nous nous réservons le droit de modifier les présentes conditions.", True),
        ("de", "Der Anbieter behält sich vor, diese AGB jederzeit zu ändern.", True),
        ("de", "Der Kunde kann seine Daten jederzeit ändern.", False),
        ("de", "Wir behalten uns vor, diese Datenschutzerklärung gelegentlich anzupassen.", True),
        ("de", "Wir aktualisieren diese Datenschutzerklärung, soweit dies erforderlich wird.", True),
        ("es", "Nos reservamos el derecho a modificar esta política.", True),
        ("sk", "Prevádzkovateľ je oprávnený kedykoľvek meniť ustanovenia týchto Podmienok.", True),
    ],
)
def test_a_right_to_change_is_reserved_and_promises_nothing(
    language: str, sentence: str, reserved: bool
) -> None:
    cut = blocks.cut(sentence)
    promised, rights = promises.read(sentence, cut, sections.outline(sentence, cut), language=language)

    assert [sentence[r.start : r.end] for r in rights] == [sentence] * reserved
    assert reserved is False or promised == ()


def test_emphasis_changes_no_promise() -> None:
    """The first word of each line in bold, over all cases: a flattened text promises the same."""
    differing = []
    for case in cases():
        language, text, _ = case.values  # type: ignore[attr-defined]
        marked = re.sub(r"^(\w+)(?= \w)", r"**\1**", text, flags=re.M)
        if [shown(p) for p in read(marked, language)] != [shown(p) for p in read(text, language)]:
            differing.append(marked)

    assert differing == []


def test_many_sentences_of_one_kind_are_one_promise() -> None:
    text = "If we change these Terms we will email you 30 days before the change takes effect. " * 500

    assert [shown(p) for p in read(text, "en")] == [
        "advance_notice | any | 30 day | email | none | bound | before effect"
    ]


def test_what_a_match_must_contain_is_in_every_match() -> None:
    """The pieces sought before a pattern never hide one of its matches, in any language of the cases."""
    hidden = []
    for case in cases():
        language, text, _ = case.values  # type: ignore[attr-defined]
        rules = grammar.of(language)
        plain = prose.plain(text)
        for name, known in rules.pieces.items():
            match = rules.patterns[name].search(plain)
            if match and known and not any(piece in plain for piece in known):
                hidden.append((language, name, match[0]))

    assert hidden == []


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_cheap_look_knows_every_word_of_change_and_every_name_of_the_document(language: str) -> None:
    """ "anzupassen" is no "anpassen": a word without a stem is never looked for."""
    rules = grammar.of(language)
    sought = {"change": rules.stems, "document": rules.nouns}
    unknown = [
        piece
        for field, known in sought.items()
        for piece in rules.pieces[field]
        if not any(stem in piece or stem.startswith(piece) for stem in known)
    ]

    assert unknown == []


def test_a_block_is_worth_a_look_whatever_stands_beside_it() -> None:
    """Blocks are looked at together: signs that grow or join in small letters must not shift the others."""
    words = "We may change these Terms."
    shifting = ["\u0130" * 9, unicodedata.normalize("NFD", "\u00c4nderung der \u00fcblichen Art"), "Nothing."]
    blocks_ = [*shifting, words * 9, *shifting, "x" * 130]

    assert pages._worth(blocks_, "en") == [pages._worth([block], "en")[0] for block in blocks_]


SEED_KINDS = {
    "advance_notice": ["advance_notice"],
    "stamp_promise": ["stamp"],
    "posting_only": ["posting"],
    "check_back_burden": ["check_back"],
    "notice_no_period": ["notice"],
    "stamp_promise + posting": ["posting", "stamp"],
}
"""Kinds of the acceptance truth as ours; what is not here speaks of consent or of a notice's content."""


def seeds() -> list[dict[str, object]]:
    truth = SHARED / "seeds" / "expected.json"
    return list(json.loads(truth.read_text())["documents"]) if truth.exists() else []


@pytest.mark.skipif(not seeds(), reason="needs the founding documents in ../shared/seeds")
@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: str(seed["id"]))
def test_founding_documents_promise_what_their_truth_says(seed: dict[str, object]) -> None:
    text = (SHARED / "seeds" / str(seed["file"])).read_bytes().decode()
    found = [(p.kind, p.start, p.end) for p in read(text)]
    truth = [p for p in seed["promises"] if p["kind"] in SEED_KINDS]  # type: ignore[attr-defined]

    assert found == [(k, p["start"], p["end"]) for p in truth for k in SEED_KINDS[p["kind"]]]


WORDS = st.sampled_from(
    "we you will may notify change update these terms this policy before after 30 days thirty notice posting "
    "email effective . , ; \n - * without on our website terminate at least price".split(" ")
)
CLAUSES = st.lists(WORDS, max_size=60).map(" ".join)


@given(CLAUSES)
@settings(max_examples=60, deadline=None)
def test_a_span_shows_its_words(text: str) -> None:
    found = read(text, "en")

    assert [text[p.start : p.end] for p in found] == [p.raw for p in found]


@given(CLAUSES)
@settings(max_examples=60, deadline=None)
def test_promises_come_in_order_of_place(text: str) -> None:
    starts = [p.start for p in read(text, "en")]

    assert starts == sorted(starts)


@given(CLAUSES.map(lambda text: re.sub(r"30|thirty", "", text)))
@settings(max_examples=60, deadline=None)
def test_without_a_number_there_is_no_period(text: str) -> None:
    periods = [p.period for p in read(text, "en") if p.period]

    assert periods == []
