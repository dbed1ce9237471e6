"""The command line: prints and exits, no logic. Each command's module is imported when it is called.

A new command is a click command in a module here and a line in ``COMMANDS``.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click


class Entry(NamedTuple):
    """Where a command lives, and the line that the list of commands has for it."""

    module: str
    """Of this package; the command is its ``<name>_command``."""
    line: str


COMMANDS = {
    "up": Entry("watching", "Set up what is missing, then watch and serve."),
    "check": Entry("watching", "Look at policies now."),
    "add": Entry("adding", "Propose a declaration for an address."),
    "watch": Entry("watching", "Look at what is due, until interrupted."),
    "status": Entry("watching", "What is watched, and what is late or failing."),
    "quarantine": Entry("watching", "Captures held in doubt: list, release, drop."),
    "serve": Entry("serving", "Serve the pages."),
    "build": Entry("keeping", "Bring the database up to the archive."),
    "verify": Entry("keeping", "Check the archive, object by object."),
    "import": Entry("keeping", "Take over a history: a repository or a folder."),
    "export": Entry("exporting", "Write the dataset: SQLite, CSV, data package."),
    "read": Entry("texts", "Outline, stamps and promises of files."),
    "extract": Entry("texts", "The text that would be recorded from a page."),
    "diff": Entry("texts", "What changed between two files or versions."),
    "log": Entry("history", "The history of a policy."),
    "blame": Entry("history", "Since when each sentence of a policy stands."),
    "evidence": Entry("evidence", "A zip that proves a change without us."),
    "notices": Entry("evidence", "File evidence that a change was announced."),
    "verdict": Entry("evidence", "Decide what only a person can decide."),
    "watchers": Entry("alerting", "Who wants to hear of what."),
    "alerts": Entry("alerting", "The messages: how they stand, held ones, replay."),
}


class LazyGroup(click.Group):
    """Imports a command's module only when the command is asked for: reading a text needs no web server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        found = getattr(import_module(f"tracker.cli.{entry.module}"), f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from ``COMMANDS``: no module is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.line) for name, entry in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-tracker")
def main() -> None:
    """Watch policies, keep every version, say exactly what changed."""
