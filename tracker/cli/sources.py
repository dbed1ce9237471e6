"""Where a text named on the command line comes from: a file, or a version as policy@date or policy@commit."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click

from tracker.render import printable_name

_VERSION = re.compile(r"([a-z0-9][\w.-]*/[a-z0-9][\w.-]*)@(\S+)")


def text_of(name: str) -> str:
    """The text of a file, byte for byte, or of an archived version; says what is wrong with a name."""
    path = Path(name)
    version = _VERSION.fullmatch(name)
    if version and not path.exists():
        # the archive brings GitPython, half a second that a comparison of two files need not wait for
        text: str = import_module("tracker.cli.history").version_text(version[1], version[2])
        return text
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{printable_name(name)}: not UTF-8 (byte {error.start}): convert it first"
        ) from error
    except OSError as error:
        raise click.ClickException(f"{printable_name(name)}: {error.strerror}") from error
