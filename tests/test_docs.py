"""The documents say what is so: every command they name exists, every link leads somewhere."""

import re
from pathlib import Path

import pytest
from click import Context, Group
from click.testing import CliRunner

from tracker.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMED = sorted(
    {m for page in PAGES for m in re.findall(r"`(?:\.venv/bin/)?tracker ([a-z][^`\n]*)`", page.read_text())}
)


@pytest.mark.parametrize("line", NAMED)
def test_a_command_that_is_named_exists_with_its_options(line: str) -> None:
    words = line.split()
    group = isinstance(main.get_command(Context(main), words[0]), Group)
    told = CliRunner().invoke(main, [*words[: 2 if group else 1], "--help"])
    options = [word for word in words if word.startswith("--")]

    assert (told.exit_code, [o for o in options if o not in told.output]) == (0, []), told.output


def test_the_commands_of_the_daily_table_are_all_there_are() -> None:
    named = {line.split()[0] for line in NAMED}

    assert set(COMMANDS) - named <= {"up", "watch", "serve"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text())
    missing = [t for t in targets if "://" not in t and not (page.parent / t).exists()]

    assert missing == []


def test_make_names_only_what_it_can_do() -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = {m for page in PAGES for m in re.findall(r"(?:`|\$ )make (\w+)", page.read_text())}
    missing = {name for name in named if not re.search(rf"^{name}:", makefile, re.M)}

    assert missing == set()
