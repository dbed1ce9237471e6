"""The gate against pages that are no policy, and against policies that speak of such pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import pytest

from tracker import gate
from tracker.extract import extract
from tracker.sections.language import language

CASES = Path(__file__).parent / "cases" / "gate"
URL = "https://acme.example/legal/privacy"


@dataclass(frozen=True)
class Page:
    kind: str
    spoken: str
    title: str
    body: str

    def __str__(self) -> str:
        return f"{self.kind} {self.spoken} {self.body[:40]!r}"


def page(kind: str, spoken: str, title: str, lines: list[str]) -> Page:
    """A page of an invented company: # a heading, [..] a button, [password] a field for one."""
    marks = {"#": "<h1>{}</h1>", "##": "<h2>{}</h2>"}
    body = []
    for line in lines:
        mark, _, rest = line.partition(" ")
        button = re.fullmatch(r"\[(.*)\]", line)
        if line == "[password]":
            body.append('<form><input type="password"></form>')
        elif button:
            body.append(f"<button>{escape(button[1])}</button>")
        else:
            body.append(marks.get(mark, "<p>{}</p>").format(escape(rest if mark in marks else line)))
    return Page(kind, spoken, title, "\n".join(body))


def parts(name: str) -> Iterator[list[str]]:
    for part in re.split(r"^\.\n", (CASES / name).read_text("utf-8"), flags=re.M):
        if part.strip():
            yield part.strip("\n").split("\n")


def soft() -> list[Page]:
    """Pages that are no policy, though the server says 200."""
    found = []
    for head, *lines in parts("soft.txt"):
        told, title = head.split(" | ")
        found.append(page(*told.split(), title, lines))
    return found


def policies() -> dict[str, Page]:
    """A policy in each language."""
    found = {}
    for head, *lines in parts("genuine.txt"):
        spoken, title = head.split(" | ")
        found[spoken] = page("policy", spoken, title, lines)
    return found


def traps() -> list[Page]:
    """Policies that speak of errors, consent and signing in: in their title, and in their first words."""
    whole = policies()
    found = []
    for spoken, *lines in parts("traps.txt"):
        alone = page("trap", spoken, "Acme", lines)
        rest = whole[spoken].body
        found += [
            Page("trap", spoken, "Acme", alone.body + rest),
            Page("trap", spoken, "Acme", rest + alone.body),
        ]
    return found


def look(of: Page) -> gate.Look:
    source = (
        f'<html lang="{of.spoken}"><head><title>{escape(of.title)}</title></head><body>'
        f'<nav><a href="/">Acme</a></nav><main>{of.body}</main>'
        '<footer><a href="/privacy">Privacy Policy</a></footer></body></html>'
    )
    found = extract(source.encode(), url=URL, policy_type="Privacy Policy")
    spoken = language(found.text) or found.language
    return gate.Look(URL, URL, 200, source, found.text, found.title, spoken, found.locale)


def known(of: Page) -> gate.Known:
    seen = look(of)
    return gate.Known(seen.text, seen.title, seen.language, seen.locale, URL)


@pytest.mark.parametrize("one", soft(), ids=str)
def test_what_is_no_policy_is_doubted_at_first_sight(one: Page) -> None:
    assert gate.doubts(look(one))


@pytest.mark.parametrize("one", soft(), ids=str)
def test_what_is_no_policy_never_becomes_a_version_by_coming_again(one: Page) -> None:
    whole = policies()
    doubts = gate.doubts(look(one), known(whole.get(one.spoken, whole["en"])))

    assert [doubt for doubt in doubts if not doubt.lifted_by_repeat]


@pytest.mark.parametrize("one", [*policies().values(), *traps()], ids=str)
def test_a_policy_is_not_doubted_at_first_sight(one: Page) -> None:
    assert gate.doubts(look(one)) == ()


def test_a_short_policy_on_a_page_with_a_banner_is_not_taken_for_the_banner() -> None:
    banner = "<div id='cookie-banner'><button>Accept all</button><button>Reject all</button></div>"
    lines = ["# Imprint", "Acme Limited, 1 High Street, Dublin.", *["Registered in Ireland under 12345."] * 8]
    imprint = page("policy", "en", "Acme", lines)

    assert gate.doubts(look(Page("policy", "en", "Acme", imprint.body + banner))) == ()


def test_a_language_that_stays_is_taken_after_more_looks_than_a_rewrite() -> None:
    whole = policies()
    doubts = gate.doubts(look(whole["fr"]), known(whole["de"]))

    assert {(doubt.rule, doubt.lifted_by_repeat) for doubt in doubts} >= {("language", True)}
    assert max(doubt.sights for doubt in doubts) > 2


@pytest.mark.parametrize("one", traps(), ids=str)
def test_a_policy_that_gains_a_section_on_errors_or_consent_is_not_doubted(one: Page) -> None:
    assert gate.doubts(look(one), known(policies()[one.spoken])) == ()


FOOTER = (
    "<p>Acme has made lamps in Dublin since 1987 and sends them to forty countries. Popular: garden lights, "
    "desk lamps, lanterns and gift cards.</p><p>Write to hello@acme.example or call us on working days "
    "between nine and five. Follow us for news. Terms of Use, Privacy Policy, Imprint.</p>"
)


@pytest.mark.parametrize("one", soft(), ids=str)
def test_the_words_of_a_footer_make_no_policy_of_a_page(one: Page) -> None:
    below = Page(one.kind, one.spoken, one.title, one.body + FOOTER)

    assert gate.doubts(look(below))


def test_a_wall_that_lists_purposes_is_no_rewrite_of_the_policy() -> None:
    purposes = [
        line for n in range(15) for line in (
            f"## Purpose {n}",
            f"Store and/or access information on a device. Group {n} of vendors processes your personal data "
            "with your consent or for its legitimate interest, to which you may object.",
        )
    ]  # fmt: skip
    wall = page(
        "consent", "en", "Acme", ["# Your privacy choices", *purposes, "[Accept all]", "[Reject all]"]
    )
    doubts = gate.doubts(look(wall), known(BEFORE))

    assert [doubt for doubt in doubts if not doubt.lifted_by_repeat]


def test_a_picture_is_no_text() -> None:
    octets = bytes(range(256)) * 40
    found = extract(octets, "text/plain")
    seen = gate.Look(URL, URL, 200, "", found.text, media_type="image/png")

    assert "unreadable" in {doubt.rule for doubt in gate.doubts(seen, known(BEFORE))}


# --- rewrites

WORDS = "name address order carrier invoice device language payment message account photo visit".split()


def long_policy(title: str, told: str, sections: int) -> Page:
    """A policy of about 55 words a section, in which only ``told`` and the number tell sections apart."""
    lines = [f"# {title}", "Last updated: 1 March 2026"]
    for n in range(sections):
        kept, shared = WORDS[n % 12], WORDS[n * 5 % 12]
        lines += [
            f"## {n + 1}. {told} {n}",
            f"We collect your {kept} when you use our services and keep this personal data for {n + 2} "
            f"months after {told} {n} ends, as the law of Ireland asks of us.",
            f"We may share your {shared} with a processor in country {n}, under an agreement by which {told} "
            "is protected, and you may object at any time.",
        ]
    return page("policy", "en", f"{title} - Acme", lines)


BEFORE = long_policy("Privacy Policy", "the contract", 40)
REWRITES = {
    "three fifths are new": Page(
        "policy", "en", BEFORE.title,
        long_policy("Privacy Policy", "your membership", 24).body + long_policy("", "the contract", 16).body,
    ),
    "shorter by half": long_policy("Privacy Policy", "the contract", 20),
    "shorter by half and new": long_policy("Privacy Policy", "your membership", 20),
    "under a new title": long_policy("Privacy Notice", "your membership", 38),
}  # fmt: skip
ADDRESSES = [
    URL,
    "https://legal.acme.example/privacy",
    "https://privacy.acme.example/",
    "https://acme-group.example/en/privacy-notice",
]


@pytest.mark.parametrize("got", ADDRESSES)
@pytest.mark.parametrize("one", REWRITES.values(), ids=list(REWRITES))
def test_a_rewrite_is_taken_at_the_second_look_wherever_the_address_leads(one: Page, got: str) -> None:
    doubts = gate.doubts(replace(look(one), got=got), known(BEFORE))

    assert all(doubt.lifted_by_repeat and doubt.sights <= 2 for doubt in doubts)


def test_a_help_page_cut_to_a_few_lines_under_its_old_heading_is_taken_at_the_second_look() -> None:
    heading = "# How to reach us about the account of somebody who died"
    told = "Our team can work with a person who is entitled to act for the estate, or with a close relative. "
    steps = [told + f"This is step {n}." for n in range(40)]
    whole, short = (page("help", "en", "Help", [heading, *steps[:n]]) for n in (40, 4))
    doubts = gate.doubts(look(short), known(whole))

    assert [doubt.rule for doubt in doubts] and all(doubt.lifted_by_repeat for doubt in doubts)
