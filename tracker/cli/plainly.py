"""How a command tells of what failed: one line for people, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def told_plainly(*expected: type[Exception]) -> Iterator[None]:
    """Failures of these types become one line for people."""
    try:
        yield
    except expected as error:
        raise click.ClickException(str(error)) from error
