"""``tracker read``, ``extract`` and ``diff``: what is said of texts."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from tracker import render
from tracker.assess import difference
from tracker.assess import read as read_text
from tracker.cli.sources import text_of
from tracker.extract import extract as extract_page
from tracker.extract import media_type


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the files.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def read_command(as_json: bool, files: tuple[Path, ...]) -> None:
    """Outline, stamps and promises of FILES."""
    failed = False
    for file in files:
        try:
            reading = read_text(text_of(str(file)))
        except click.ClickException as error:
            failed = True
            error.show()
            if as_json:
                click.echo(json.dumps({"file": str(file), "error": error.message}, ensure_ascii=False))
            continue
        told = render.reading_json(str(file), reading)
        click.echo(
            json.dumps(told, ensure_ascii=False) if as_json else render.reading_text(str(file), reading)
        )
    sys.exit(failed)


@click.command()
@click.option("--json", "form", flag_value="json", help="The whole comparison as one JSON object.")
@click.option("--html", "form", flag_value="html", help="One page of HTML that needs nothing else.")
@click.option("--stat", "form", flag_value="stat", help="A line for each changed section.")
@click.argument("old")
@click.argument("new")
def diff_command(form: str | None, old: str, new: str) -> None:
    """What changed from OLD to NEW: files, or versions as policy@date or policy@commit.

    In a terminal a redline in colours, unless NO_COLOR is set; elsewhere [-deleted-] and {+inserted+}.
    """
    comparison = difference(read_text(text_of(old)), read_text(text_of(new)))
    if form == "json":
        click.echo(json.dumps(render.comparison_json(comparison), ensure_ascii=False))
    elif form == "html":
        click.echo(render.page(comparison, old=old, new=new), nl=False)
    elif form == "stat":
        click.echo(render.stat(comparison), nl=False)
    else:
        colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(render.redline(comparison, colours=colours), nl=False, color=colours)


@click.command()
@click.option("--url", help="Where the page was received: links become absolute, a #fragment is honoured.")
@click.option("--type", "policy_type", help="The policy's type, to choose among several on one page.")
@click.argument("file", type=click.Path(path_type=Path))
def extract_command(url: str | None, policy_type: str | None, file: Path) -> None:
    """The Markdown that would be recorded from a page (HTML, PDF, Markdown or plain text)."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{render.printable_name(str(file))}: {error.strerror}") from error
    found = extract_page(content, media_type(content, file.name), url=url, policy_type=policy_type)
    for warning in found.warnings:
        click.echo(f"{render.printable_name(str(file))}: {warning}", err=True)
    if not found.text.strip():
        raise click.ClickException(f"{render.printable_name(str(file))}: no text was found in it")
    click.echo(found.text)
