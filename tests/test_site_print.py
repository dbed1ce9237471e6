"""What the site prints of texts: redline, marks, queries, feeds, words. No server."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assess import difference, read
from tracker.model import Change, Comparison, FactChange, Section
from tracker.site import atom, charts, links, words
from tracker.site.marks import Printer
from tracker.site.redline import (
    Card,
    Fold,
    Piece,
    Stub,
    anchor_of,
    lay_out,
    lines_of,
    plain_lines,
    with_plain_spaces,
    without_anchors,
    written,
)
from tracker.site.views.policy import coverage
from tracker.site.views.refs import last_instant
from tracker.site.views.search import match, snippet

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '![x](https://evil.example/p.png"onload="alert(1))',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*7 }}{% raw %}",
    "\x00\x02\x03\x0b\ud7ff\u2028\u202e",
    "</title></textarea></style><svg/onload=alert(1)>",
]

OLD = """# Privacy Policy

Last updated: 1 May 2024

## Retention

We keep security logs for 12 months. We keep invoices for ten years.

## Contact

Write to us at the address below.
"""
NEW = OLD.replace("12 months", "6 months").replace("1 May", "3 June")


def tags(markup: str) -> set[str]:
    return set(re.findall(r"<([a-z0-9]+)", markup))


def shown(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def section(path: str, start: int, end: int, heading: str | None = "Retention") -> Section:
    return Section(path, path, None, heading, 1, start, end)


def test_a_line_shows_what_was_removed_and_what_was_added() -> None:
    line = (
        Piece("equal", "kept for "),
        Piece("delete", "12"),
        Piece("insert", "6"),
        Piece("equal", " months"),
    )

    assert Printer().inline([line]) == '<p class="l p edit">kept for <del>12</del><ins>6</ins> months</p>'


def test_side_by_side_sets_the_removed_line_beside_the_added_one() -> None:
    rows = Printer().side([(Piece("delete", "one"),), (Piece("insert", "two"),), (Piece("equal", "three"),)])

    assert [(shown(old), shown(new), changed) for old, new, changed in rows] == [
        ("one", "two", True),
        ("three", "three", False),
    ]


def test_a_table_is_printed_row_by_row_with_its_marks() -> None:
    lines = lines_of(
        [Piece("equal", "| Logs | Period |\n|---|---|\n| Security | "), Piece("delete", "12"),
         Piece("insert", "6"), Piece("equal", " months |\n")]
    )  # fmt: skip

    assert (
        Printer()
        .inline(lines)
        .endswith(
            "<table><tr><th>Logs</th><th>Period</th></tr>"
            '<tr class="edit"><td>Security</td><td><del>12</del><ins>6</ins> months</td></tr></table></div>'
        )
    )


def test_markdown_that_did_not_change_is_typography_and_that_which_did_is_shown() -> None:
    kept = Printer().inline(plain_lines("* **Bold** and [a link](https://example.org/a)"))
    bolder = Printer().inline([(Piece("insert", "**"), Piece("equal", "Bold"), Piece("insert", "**"))])

    assert (shown(kept), shown(bolder)) == ("Bold and a link↗", "**Bold**")


def test_the_page_links_only_to_web_addresses() -> None:
    text = "[a](https://example.org) [b](javascript:alert(1)) [c](data:text/html,x) [d](//evil.example)"

    printed = Printer(links=True).inline(plain_lines(text))

    assert re.findall(r'href="([^"]*)"', printed) == ["https://example.org"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_tag_and_no_attribute_of_the_text_survives(hostile: str) -> None:
    lines = [(Piece("equal", hostile), Piece("delete", hostile), Piece("insert", hostile))]

    printed = Printer(links=True).inline(lines)

    assert tags(printed) <= {"p", "del", "ins", "a", "span", "b"}
    assert not re.search(r"<[^>]*\s(on\w+|src|style)\s*=", printed)


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_the_words_only_our_own_tags_are_printed(old: str, new: str) -> None:
    lines = lines_of([Piece("delete", old), Piece("insert", new)])

    printed = Printer(links=True).inline(lines)

    assert tags(printed) <= {"p", "del", "ins", "a", "span", "b", "div", "table", "tr", "td", "th"}


def test_a_redline_marks_the_words_that_changed_and_folds_the_sections_that_did_not() -> None:
    older, newer = read(OLD), read(NEW)

    items = lay_out(older, newer, difference(older, newer)).items

    printed = [
        shown(Printer().inline(run.lines)) for item in items if isinstance(item, Card) for run in item.runs
    ]
    assert any("12" in words and "6 months" in words for words in printed)


def test_equal_texts_have_no_cards() -> None:
    older = read(OLD)

    assert not lay_out(older, older, difference(older, older)).cards


def test_a_moved_section_leaves_a_stub_where_it_stood() -> None:
    old, new = "# A\n\nalpha\n\n# B\n\nbeta\n", "# B\n\nbeta\n\n# A\n\nalpha\n"
    older, newer = read(old), read(new)
    a = section("1", 0, 12, "A")
    b = section("1", 0, 11, "B")
    older = type(older)(**{**_fields(older), "sections": (a, section("2", 12, 23, "B"))})
    newer = type(newer)(**{**_fields(newer), "sections": (b, section("2", 11, 23, "A"))})
    moved = Change("moved", (older.sections[0],), (newer.sections[1],), (("equal", "# A\n\nalpha\n\n"),))
    comparison = Comparison((moved,), (), pairs=((0, 1), (1, 0)), significance="layout")

    items = lay_out(older, newer, comparison).items

    assert [type(item) for item in items] == [Stub, Fold, Card]
    assert items[0].leads_to == items[2].anchor  # type: ignore[union-attr]


def _fields(reading: object) -> dict[str, object]:
    return {name: getattr(reading, name) for name in reading.__slots__}  # type: ignore[attr-defined]


def test_moved_words_lead_to_their_other_end() -> None:
    words_there = "We keep backups for thirty days in one place."
    old, new = f"# A\n{words_there}\n# B\nx\n", f"# A\n# B\nx\n{words_there}\n"
    a_old, b_old = section("1", 0, 50, "A"), section("2", 50, 56, "B")
    a_new, b_new = section("1", 0, 4, "A"), section("2", 4, 56, "B")
    span = (4, 50, 10)
    changes = (
        Change(
            "reworded",
            (a_old,),
            (a_new,),
            (("equal", "# A\n"), ("delete", old[4:50])),
            "layout",
            moved=(span,),
        ),
        Change(
            "reworded",
            (b_old,),
            (b_new,),
            (("equal", "# B\nx\n"), ("insert", new[10:56])),
            "layout",
            moved=(span,),
        ),
    )
    older, newer = read(old), read(new)
    older = type(older)(**{**_fields(older), "sections": (a_old, b_old)})
    newer = type(newer)(**{**_fields(newer), "sections": (a_new, b_new)})
    redline = lay_out(older, newer, Comparison(changes, (), ((0, 0), (1, 1)), "layout"))
    printer = Printer(redline.moves)

    printed = "".join(printer.inline(run.lines) for card in redline.cards for run in card.runs)

    assert re.findall(r'id="(m1-\w+)" href="#(m1-\w+)"', printed) == [
        ("m1-from", "m1-to"),
        ("m1-to", "m1-from"),
    ]


def test_a_long_line_and_many_lines_are_printed_without_trouble() -> None:
    text = "[" * 50_000 + "](" * 50_000 + "**" * 50_000 + "\n" + "| a " * 50_000 + "|\n" + "# x\n" * 20_000

    assert len(Printer(links=True).inline(plain_lines(text))) > 200_000


@pytest.mark.parametrize(
    ("typed", "strict"),
    [
        ("third party", '("third" AND "party")'),
        ('"third party"', '("third party")'),
        ("retain -cookies", '("retain") NOT "cookies"'),
        ("retain OR keep", '("retain" OR "keep")'),
        ("retenti*", '("retenti"*)'),
        ('"unbalanced', '("unbalanced")'),
        ("heading:x AND (y", '("heading:x" AND "(y")'),
        ("NEAR(a b)", '("NEAR(a" AND "b)")'),
        ('a"b" ^ * - "" \'', '("a" AND "b")'),
        ("-only", ""),
        ("", ""),
    ],
)
def test_what_people_type_becomes_a_query_that_never_fails(typed: str, strict: str) -> None:
    assert match(typed)[0] == strict


@given(st.text(max_size=200))
def test_every_query_is_one_the_index_can_read(typed: str) -> None:
    import sqlite3

    index = sqlite3.connect(":memory:")
    index.execute("create virtual table words using fts5 (text)")
    queries = [query for query in match(typed) if query]

    found = [
        index.execute("select * from words where words match ?", (query,)).fetchall() for query in queries
    ]

    assert found == [[]] * len(queries)


def test_a_snippet_marks_its_hits_and_nothing_else() -> None:
    assert snippet("_ the \x02first_name\x03 _ on 21\\. _May_") == "the <mark>first_name</mark> on 21. May"
    assert snippet("a \x02<b>\x03 c") == "a <mark>&lt;b&gt;</mark> c"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_feed_is_valid_whatever_it_holds(hostile: str) -> None:
    hostile = hostile.encode("utf-8", "replace").decode()
    entry = atom.Entry(
        "x/1", hostile, "2024-05-01T00:00:00Z", "/a", f"<p>{words.day(hostile)}</p>", "substantive"
    )

    root = ET.fromstring(atom.feed(hostile, "https://example.org", "/feed.atom", "/", [entry]))

    names = {node.tag.split("}")[1] for node in root.find("{http://www.w3.org/2005/Atom}entry") or []}
    assert {"id", "title", "updated", "link", "content"} <= names


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_become_addresses_only_when_quoted(hostile: str) -> None:
    assert re.fullmatch(
        r"/services/[\w.~%-]*/[\w.~%-]*", links.policy(f"{hostile}/{hostile}").replace("%2F", "")
    )


def test_anchors_are_safe_and_never_empty() -> None:
    assert [anchor_of(key) for key in ("Über uns & Co.", '"><script>', "")] == [
        "über-uns-co",
        "script",
        "section",
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "less than a day"),
        (1, "one day"),
        (2, "two days"),
        (13, "13 days"),
        (14, "two weeks"),
        (400, "one year"),
    ],
)
def test_lengths_are_told_in_words(days: int, told: str) -> None:
    assert words.lasting(days) == told


def test_facts_of_a_section_are_shown_on_its_card() -> None:
    older, newer = read(OLD), read(NEW)
    comparison = difference(older, newer)
    change = comparison.changes[0]
    path = (change.after or change.before)[0].path
    fact = FactChange("period", path, "Security logs", "12 months", "6 months")

    redline = lay_out(older, newer, Comparison(comparison.changes, (), comparison.pairs, facts=(fact,)))

    assert [f for card in redline.cards for f in card.facts] == [fact]


def test_a_chart_tells_in_words_what_it_shows() -> None:
    rows = [{"month": "2024-01", "significance": "substantive", "versions": 3},
            {"month": "2024-03", "significance": "<b>", "versions": 1}]  # fmt: skip

    chart = charts.activity(rows)

    assert 'aria-label="Changed versions a month from 2024-01 to 2024-03' in chart
    assert "<b>" not in chart


def test_a_quotation_and_a_reason_are_told_as_plain_sentences() -> None:
    quote = words.plain("posted **[here](https://example.org/a)** at once")

    assert (quote, words.sentence("the page shows it")) == ("posted here at once", "The page shows it.")


def test_a_renamed_heading_is_told_once_in_the_title_of_its_card() -> None:
    old, new = section("1", 0, 16, "Old name"), section("1", 0, 16, "New name")
    edits = (("equal", "## "), ("delete", "Old"), ("insert", "New"), ("equal", " name\n\nx\n"))
    older, newer = read("## Old name\n\nx\n"), read("## New name\n\nx\n")
    change = Change("renamed", (old,), (new,), edits, "editorial")

    card = lay_out(older, newer, Comparison((change,), (), ((0, 0),), "editorial")).cards[0]

    assert (card.old_heading, card.heading) == ("Old name", "New name")
    assert [shown(Printer().inline(run.lines)) for run in card.runs] == ["x"]


@pytest.mark.parametrize(
    ("raw", "candidates", "said"),
    [
        ("April 2026", '[["2026-04-01","2026-04-30"]]', "April 2026"),
        ("2025", '[["2025-01-01","2025-12-31"]]', "2025"),
        ("1 May 2024", '[["2024-05-01","2024-05-01"]]', "1 May 2024"),
        (
            "05/02/2024",
            '[["2024-02-05","2024-02-05"],["2024-05-02","2024-05-02"]]',
            "5 February or 2 May 2024",
        ),
        (
            "05/02/04",
            '[["2004-02-05","2004-02-05"],["2005-02-04","2005-02-04"]]',
            "5 February 2004 or 4 February 2005",
        ),
        ("last week", "[]", "“last week”"),
    ],
)
def test_a_stated_date_is_never_told_more_precisely_than_the_text_states_it(
    raw: str, candidates: str, said: str
) -> None:
    assert words.stated(raw, candidates) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (15, 15, "15 days before effect"),
        (5, 7, "5 to 7 days before effect"),
        (-20, -20, "20 days after effect"),
        (-3, 2, "at most 2 days before effect"),
        (None, None, None),
    ],
)
def test_days_of_notice_are_never_negative(low: int | None, high: int | None, said: str | None) -> None:
    assert words.lead(low, high) == said


def test_a_stretch_within_one_day_is_told_by_the_hour() -> None:
    told = words.between("2025-09-10T06:00:00Z", "2025-09-10T12:30:00Z")

    assert told == "on 10 September 2025, between 06:00 and 12:30 UTC"


@pytest.mark.parametrize(
    ("ref", "end"),
    [
        ("2025-02", "2025-02-28T23:59:59Z"),
        ("2025", "2025-12-31T23:59:59Z"),
        ("2025-02-03", "2025-02-03T23:59:59Z"),
        ("2025-02-03T06:00:00Z", "2025-02-03T06:00:00Z"),
        ("2025-02-30", None),
        ("2025-13", None),
        ("3f2a91c", None),
    ],
)
def test_an_address_may_name_a_day_a_month_a_year_or_an_instant(ref: str, end: str | None) -> None:
    assert last_instant(ref) == end


def test_unchanged_lines_are_printed_as_lines_without_a_change_are() -> None:
    text = (
        "# Terms\n\nPlain words & <signs>.\n* **Bold [link](https://example.org/a) on** and _so_ on\n"
        "| What | **How** long |\n|---|---|\n| Logs \\| more | 12 months<br>or less |\n> said\n1. first\n"
    )

    printed = Printer(links=True).unchanged(written(text))

    assert printed == Printer(links=True).whole(plain_lines(text))
    assert "<th>What</th>" in printed and "<b>Bold </b>" in printed


def test_a_changed_line_does_without_links_within_the_page() -> None:
    line = (
        Piece("equal", "11. [Disputes, "),
        Piece("delete", "Arbitration"),
        Piece("insert", "Waiver"),
        Piece("equal", ", and Law](#disputes_"),
        Piece("delete", "arbitration"),
        Piece("insert", "waiver"),
        Piece("equal", ")"),
    )

    printed = Printer().inline([without_anchors(line)])

    assert printed == (
        '<p class="l p edit">11. Disputes, <del>Arbitration</del><ins>Waiver</ins>, and Law</p>'
    )


def test_white_space_in_the_place_of_other_white_space_is_no_mark_beside_a_change() -> None:
    space = (Piece("equal", "our"), Piece("delete", " "), Piece("insert", "\xa0"), Piece("equal", "policy"))

    assert with_plain_spaces(space) == space
    assert Printer().inline([with_plain_spaces((*space, Piece("insert", " and terms")))]) == (
        '<p class="l p edit">our\xa0policy<ins> and terms</ins></p>'
    )


def test_a_link_within_the_page_is_shown_where_it_alone_differs() -> None:
    line = (Piece("equal", "[Law](#"), Piece("delete", "a"), Piece("insert", "b"), Piece("equal", ")"))

    assert without_anchors(line) == line


def test_coverage_tells_the_longest_time_in_which_no_look_met_the_text() -> None:
    def stretch(outcome: str, first: str, last: str, gap: int) -> dict[str, object]:
        at = {"first_at": f"2025-05-{first}T00:00:00Z", "last_at": f"2025-05-{last}T00:00:00Z"}
        return {"outcome": outcome, **at, "count": 4, "gap": gap}

    found = coverage([
        stretch("new", "01", "03", 21_600),
        stretch("blocked", "04", "06", 21_600),
        stretch("unchanged", "07", "20", 90_000),
    ])  # fmt: skip

    assert (found["blind"]["from_at"][:10], words.for_long(found["blind"]["seconds"])) == (
        "2025-05-03",
        "4 days",
    )
    assert coverage([stretch("blocked", "04", "06", 21_600)])["blind"] is None


def test_side_by_side_prints_the_rows_of_a_table_as_one_table() -> None:
    row = (
        Piece("equal", "| Logs | "),
        Piece("delete", "12"),
        Piece("insert", "6"),
        Piece("equal", " months |"),
    )
    lines = [*plain_lines("| What | How long |\n|---|---|"), row, (Piece("insert", "| Bills | ten years |"),)]

    printed = lxml.html.fromstring(Printer().beside(lines))

    rows = [
        [cell.text_content().strip() for cell in tr.xpath("./td")] for tr in printed.xpath("//table/tbody/tr")
    ]
    assert rows == [
        ["What", "How long", "", "What", "How long"],
        ["Logs", "12 months", "", "Logs", "6 months"],
        ["", "", "", "Bills", "ten years"],
    ]


def test_a_life_within_one_year_is_dated_at_both_ends() -> None:
    version = {"significance": None, "previous": None, "returns": 0, "kind": "capture", "headline": ""}
    versions = [{**version, "fetched_at": f"2025-{month}-10T12:00:00Z"} for month in ("02", "11")]

    chart = charts.lifeline(versions, [])

    assert "10 Feb 2025</text>" in chart and "10 Nov 2025</text>" in chart
