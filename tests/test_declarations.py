"""A mistake in a declaration names the file, the line and what was expected."""

from pathlib import Path

import pytest

from tracker.declarations import DeclarationError, each, load, parse

ROOT = Path(__file__).parents[1]

GOOD = """\
service: acme
name: Acme
country: FR
policies:
  terms:
    type: Terms of Service
    url: https://acme.example/terms
    every: 6h
    select: main
"""

MISTAKES = [
    ("every: 6h", "every: often", 8, "expected a number and m, h, d or w"),
    ("every: 6h", "every: 1m", 8, "expected 5m or more"),
    ("url: https://acme.example/terms", "url: ftp://acme.example/terms", 7, "expected an address"),
    ("url: https://acme.example/terms", "url: https://me:pw@acme.example/", 7, "without a name or password"),
    ("select: main", "select: 'main['", 9, "expected a CSS selector"),
    ("select: main", "selcet: main", 9, "not known here"),
    ("country: FR", "country: France", 3, "does not fit"),
    ("country: FR", "time_zone: Europe/Atlantis", 3, "expected the name of a time zone"),
    ("    type: Terms of Service\n", "", 5, "policies.terms.type: missing"),
    ("service: acme", "service: ../acme", 1, "does not fit"),
    ("name: Acme", "name: Acme\nname: Acme Ltd", 3, "name stands twice"),
    ("name: Acme", "name: [Acme", 3, "not YAML"),
    ("name: Acme", "name: 5", 2, "name: expected words, found 5"),
    ("name: Acme", "name: ''", 2, "name: empty"),
    (GOOD, "", 1, "acme.yml:1: declares nothing: expected service, name and policies"),
    (GOOD, "# later\n", 1, "declares nothing: expected service, name and policies"),
    (GOOD, "- acme\n", 1, "has no keys: expected service, name and policies"),
    (GOOD[GOOD.index("  terms") :], "", 4, "policies: expected a policy's name on each line below"),
    (GOOD[GOOD.index("    type") :], "", 5, "policies.terms: declares nothing: expected type and url"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "words"), MISTAKES)
def test_a_mistake_names_its_line_and_what_was_expected(
    right: str, wrong: str, line: int, words: str
) -> None:
    with pytest.raises(DeclarationError) as caught:
        parse(Path("acme.yml"), GOOD.replace(right, wrong))

    assert (caught.value.line, words in str(caught.value)) == (line, True), str(caught.value)


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(GOOD)
    (tmp_path / "b.yml").write_text(GOOD.replace("FR", "France"))
    (tmp_path / "c.yml").write_bytes(b"\xff\xfe")

    declared, mistakes = load(tmp_path)

    assert ([d.policy for d in declared], [m.file.name for m in mistakes]) == (
        ["acme/terms"],
        ["b.yml", "c.yml"],
    )


def test_how_often_a_page_is_asked_does_not_change_how_it_is_read() -> None:
    def digest(text: str) -> str:
        return next(each(parse(Path("a.yml"), text))).digest

    assert digest(GOOD) == digest(GOOD.replace("6h", "2d")) != digest(GOOD.replace("main", "article"))


def test_the_founding_services_are_declared() -> None:
    declared, mistakes = load(ROOT / "seeds" / "declarations")

    assert ([d.service.service for d in declared], mistakes) == (
        ["kkollektiv", "okki", "okonect", "oktabit", "oktee"],
        [],
    )
