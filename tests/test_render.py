"""What is printed of a comparison: readable, complete, and safe whatever the fetched text holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.reading import outlined
from tracker.cli import main
from tracker.compare import compare
from tracker.model import Comparison
from tracker.render import page, printable, redline, stat

OLD = """# Rules

## 1. Logs

We keep security logs for 12 months. Then they are erased.

## 2. Cookies

We set two cookies.
"""
NEW = OLD.replace("12 months", "6 months").replace("## 2. Cookies", "## 2. Tracers")


def compared(old: str, new: str) -> Comparison:
    return compare(outlined(old), outlined(new))


def test_a_redline_marks_what_was_deleted_and_inserted() -> None:
    told = redline(compared(OLD, NEW), colours=False)

    assert "for [-12-]{+6+} months" in told


def test_a_redline_names_both_titles_of_a_renamed_section() -> None:
    told = redline(compared(OLD, NEW), colours=False)

    assert "2 Cookies → 2 Tracers: renamed" in told


def test_a_redline_in_colours_ends_every_colour_on_its_own_line() -> None:
    told = redline(compared("", "## New\n\nOne.\n\nTwo.\n"), colours=True)

    assert all(line.count("\x1b[0m") == len(re.findall(r"\x1b\[(?!0m)", line)) for line in told.split("\n"))


def test_a_redline_without_colours_holds_no_control_character() -> None:
    told = redline(compared("Plain.\n", "Plain \x1b[2J and \x9b31m, \u202ehidden.\n"), colours=False)

    assert not [c for c in told if not c.isprintable() and c != "\n"]


def test_spaces_that_do_not_break_are_printed_as_spaces() -> None:
    assert printable("30\u00a0days\r\n") == "30 days\n"


def test_the_statistics_give_a_line_for_each_changed_section() -> None:
    lines = stat(compared(OLD, NEW)).splitlines()

    assert [re.sub(" +", " ", line) for line in lines] == [
        "none reworded 1 Logs +1 -1",
        "none renamed 2 Cookies → 2 Tracers +0 -0",
        "2 changes: 2 none",
    ]


def test_the_page_escapes_everything_that_was_fetched() -> None:
    told = page(compared("a\n", "<script>alert(1)</script>\n"), old='<b>"', new="b")

    assert "<script" not in told
    assert "<b>" not in told


def test_the_page_needs_nothing_from_elsewhere() -> None:
    told = page(compared(OLD, NEW + "\n[a](https://example.org/x.js)\n"), old="a", new="b")

    assert not re.findall(r"<(?:script|link|img|iframe)|\b(?:src|href)\s*=|@import|url\(", told)


def test_the_page_holds_every_word_of_both_texts() -> None:
    told = page(compared(OLD, NEW), old="a", new="b")

    assert all(word in told for word in ("<del>12</del>", "<ins>6</ins>", "Then they are erased."))


@pytest.mark.parametrize(
    ("option", "begins"),
    [("--json", '{"significance"'), ("--html", "<!doctype html>"), ("--stat", "substantive")],
)
def test_the_command_prints_each_form(tmp_path: Path, option: str, begins: str) -> None:
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text)
    outcome = CliRunner().invoke(main, ["diff", option, str(tmp_path / "old.md"), str(tmp_path / "new.md")])

    assert outcome.output.startswith(begins)
