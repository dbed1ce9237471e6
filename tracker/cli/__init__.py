"""The command line: prints and exits, no logic. Each command's module is imported when it is called.

A new command is a click command in a module here and a line in ``COMMANDS``.
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "up": "watching",
    "check": "watching",
    "add": "adding",
    "watch": "watching",
    "status": "watching",
    "quarantine": "watching",
    "serve": "serving",
    "build": "keeping",
    "verify": "keeping",
    "import": "keeping",
    "export": "exporting",
    "read": "texts",
    "extract": "texts",
    "diff": "texts",
    "log": "history",
    "blame": "history",
    "evidence": "evidence",
    "notices": "evidence",
    "verdict": "evidence",
    "watchers": "alerting",
    "alerts": "alerting",
}
"""Name of a command -> the module of this package that holds it, as ``<name>_command``."""


class LazyGroup(click.Group):
    """Imports a command's module only when the command is asked for: reading a text needs no web server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        found = getattr(import_module(f"tracker.cli.{module}"), f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-tracker")
def main() -> None:
    """Watch policies, keep every version, say exactly what changed."""
