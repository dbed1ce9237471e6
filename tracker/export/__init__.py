"""The dataset: what is public, as files that stand on their own and say what they are.

A copy of the database, every public table as CSV, a Frictionless ``datapackage.json`` that describes them,
and the questions of ``metadata.yml`` as SQL. The same rows give the same bytes.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tracker.export.copying import Table, copied, written
from tracker.export.described import Described, ExportError, read
from tracker.export.package import DATABASE, descriptor, readme

__all__ = ["ExportError", "Exported", "export"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What lies in the folder now."""

    tables: tuple[Table, ...]
    bytes: int

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


def export(database: Path, metadata: Path, folder: Path) -> Exported:
    """Write the dataset into a folder that is new or empty; all of it or nothing. Raises ExportError."""
    if not database.is_file():
        raise ExportError(f"{database} is not there yet: run tracker build")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder} is not an empty folder: name another, nothing is overwritten")
    described = read(metadata)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=folder.parent) as scratch:
            made = Path(scratch) / "dataset"
            made.mkdir(mode=0o755)
            exported = _fill(made, database, described)
            shutil.copyfile(metadata, made / "metadata.yml")
            made.replace(folder)
    except OSError as error:
        raise ExportError(f"{error.filename or folder}: {error.strerror}") from error
    return exported


def _fill(folder: Path, database: Path, described: Described) -> Exported:
    with copied(database, folder / DATABASE, described) as copy:
        tables = tuple(written(copy, name, folder) for name in copy.tables)
        build = copy.build
    package = descriptor(described, tables, build, folder / DATABASE)
    (folder / "datapackage.json").write_text(package, encoding="utf-8")
    (folder / "README.md").write_text(readme(described, tables, build), encoding="utf-8")
    (folder / "queries").mkdir()
    for query in described.queries:
        (folder / "queries" / f"{query.name}.sql").write_text(query.script(), encoding="utf-8")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Exported(tables, size)
