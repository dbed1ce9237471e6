"""What commands say of what they are given: one line that names it, and the right exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.site_world import settle
from tracker.cli import main


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"TRACKER_HOME": str(home)})


def test_a_policy_that_is_not_declared_is_said_in_one_line_without_how_commands_are_written(
    tmp_path: Path,
) -> None:
    declared = tmp_path / "seeds" / "declarations" / "acme.yml"
    declared.parent.mkdir(parents=True)
    declared.write_text("service: acme\nname: Acme\npolicies:\n  terms:\n    type: Terms\n")
    told = run(tmp_path, "check", "no/such")

    assert (told.exit_code, told.output) == (
        2, "Error: no/such is not declared; declared are: acme/terms\n"
    )  # fmt: skip


@pytest.mark.parametrize("content", ["", "\n \n", "<html><body><script>1</script></body></html>"])
def test_a_file_without_text_is_an_error_and_no_blank_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "empty.html"
    file.write_text(content)
    told = run(tmp_path, "extract", str(file))

    assert (told.exit_code, told.output.splitlines()[-1]) == (1, f"Error: {file}: no text was found in it")


def test_a_line_end_in_the_name_of_a_file_stays_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.md").write_text("# Rules\n\nBe kind.\n")
    there = run(tmp_path, "read", str(tmp_path / "a\nb.md"))
    missing = run(tmp_path, "read", str(tmp_path / "c\nd.md"))

    assert there.output.splitlines()[0].startswith(f"{tmp_path}/a\\nb.md: Rules")
    assert missing.output == f"Error: {tmp_path}/c\\nd.md: No such file or directory\n"


def test_a_history_calls_its_first_version_so(tmp_path: Path) -> None:
    told = run(settle(tmp_path / "home"), "log", "acorn/privacy-policy")

    oldest = told.output.splitlines()[-1]
    assert "state 1   first       first version" in oldest and "capture" not in oldest
