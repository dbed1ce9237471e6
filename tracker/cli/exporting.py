"""``tracker export``: the dataset, for researchers."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.plainly import told_plainly
from tracker.export import ExportError, export
from tracker.home import Home


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def export_command(folder: Path) -> None:
    """Write the dataset into FOLDER: SQLite and CSV of every public table, and a datapackage.json.

    FOLDER is new or empty. Watchers, their addresses and what else is private are never in it.
    """
    home = Home.of()
    with told_plainly(ExportError):
        exported = export(home.database, home.metadata, folder)
    click.echo(
        f"{folder}: {len(exported.tables)} tables, {exported.rows:,} rows, {exported.bytes:,} bytes; "
        "README.md there says how to use it"
    )
