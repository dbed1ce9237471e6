"""Other archives as sources: git repositories, bundles, addresses to clone, folders of dated files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.importers.folders import FolderSource
from tracker.importers.patterns import Pattern, PatternError
from tracker.importers.repositories import (
    RepositorySource,
    SourceError,
    from_address,
    from_bundle,
    from_path,
    is_address,
)

__all__ = ["FolderSource", "Pattern", "PatternError", "RepositorySource", "SourceError", "opened"]

Source = RepositorySource | FolderSource


@contextmanager
def opened(
    source: str, keep: Path, pattern: str | None = None, service: str | None = None
) -> Iterator[Source]:
    """The source meant by a word of the command line; copies of what is elsewhere are kept in ``keep``.

    Raises SourceError naming the source and what is wrong with it, PatternError for a useless pattern.
    """
    path = Path(source)
    owner = "" if service else "{service}/"
    if is_address(source):
        with from_address(source, Pattern(pattern or f"{owner}{{type}}.md", service), keep) as repository:
            yield repository
    elif path.is_file():
        with from_bundle(path, Pattern(pattern or f"{owner}{{type}}.md", service)) as repository:
            yield repository
    elif (path / ".git").exists() or (path / "objects").is_dir():
        with from_path(path, Pattern(pattern or f"{owner}{{type}}.md", service)) as repository:
            yield repository
    elif path.is_dir():
        yield FolderSource(path, Pattern(pattern or f"{owner}{{type}}/{{date}}.md", service))
    else:
        raise SourceError(f"{source}: neither a file or folder here nor an address git can clone")
