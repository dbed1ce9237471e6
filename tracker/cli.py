"""The command line: prints and exits, no logic."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from tracker import render
from tracker.assess import difference
from tracker.assess import read as read_text
from tracker.extract import extract as extract_page
from tracker.extract import media_type


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policy-tracker")
def main() -> None:
    """Watch policies, keep every version, say exactly what changed."""


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the files.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def read(as_json: bool, files: tuple[Path, ...]) -> None:
    """Outline, stamps and promises of FILES."""
    for file in files:
        reading = read_text(_text(file))
        click.echo(json.dumps(render.reading_json(str(file), reading), ensure_ascii=False))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="The whole comparison as one JSON object.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def diff(as_json: bool, old: Path, new: Path) -> None:
    """What changed from OLD to NEW, section by section."""
    comparison = difference(read_text(_text(old)), read_text(_text(new)))
    click.echo(json.dumps(render.comparison_json(comparison), ensure_ascii=False))


@main.command()
@click.option("--url", help="Where the page was received: links become absolute, a #fragment is honoured.")
@click.option("--type", "policy_type", help="The policy's type, to choose among several on one page.")
@click.argument("file", type=click.Path(path_type=Path))
def extract(url: str | None, policy_type: str | None, file: Path) -> None:
    """The Markdown that would be recorded from a page (HTML, PDF, Markdown or plain text)."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    found = extract_page(content, media_type(content, file.name), url=url, policy_type=policy_type)
    for warning in found.warnings:
        click.echo(f"{file}: {warning}", err=True)
    click.echo(found.text)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, envvar="PORT", help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the pages of the home folder (TRACKER_HOME) until interrupted."""
    from tracker.site.serve import NothingToServeError  # datasette takes over a second to load
    from tracker.site.serve import serve as serve_pages

    click.echo(f"Serving http://{host}:{port}/", err=True)
    try:
        serve_pages(_home(), host, port)
    except NothingToServeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{host}:{port}: {error.strerror}; choose another with --port") from error


def _home() -> Path:
    """The folder that holds ``seeds/``, ``archive/`` and ``metadata.yml``."""
    return Path(os.environ.get("TRACKER_HOME", "."))


def _text(path: Path) -> str:
    """The text of a file, byte for byte: line endings as they stand."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: not UTF-8 (byte {error.start}): convert it first") from error
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main())
