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
    dated = "{date}" in (pattern or "")
    if path.is_dir() and (dated or not _is_repository(path)):
        yield FolderSource(path, Pattern(pattern or f"{owner}{{type}}/{{date}}.*", service))
        return
    texts = Pattern(pattern or f"{owner}{{type}}.md", service)
    if dated:
        raise PatternError(f"pattern {pattern!r}: a git repository has its own dates: leave {{date}} out")
    if is_address(source):
        found = from_address(source, texts, keep)
    elif path.is_file():
        found = from_bundle(path, texts)
    elif path.is_dir():
        found = from_path(path, texts)
    else:
        raise SourceError(f"{source}: neither a file or folder here nor an address git can clone")
    with found as repository:
        yield repository


def _is_repository(path: Path) -> bool:
    return (path / ".git").exists() or ((path / "objects").is_dir() and (path / "HEAD").exists())
