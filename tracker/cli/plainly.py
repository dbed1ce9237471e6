"""How a command tells of what failed: one line for people, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


class WrongUsage(click.ClickException):
    """Something that was named is not there: said in one line, without how commands are written."""

    exit_code = 2


@contextmanager
def told_plainly(*expected: type[Exception]) -> Iterator[None]:
    """Failures of these types become one line for people."""
    try:
        yield
    except expected as error:
        raise click.ClickException(str(error)) from error
