"""What ``metadata.yml`` says of the tables, their columns and the questions asked of them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class ExportError(Exception):
    """The dataset cannot be made: says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its answer in SQL."""

    name: str
    title: str
    description: str
    sql: str

    def script(self) -> str:
        """The question as a file of SQL, with its title and description above it."""
        above = [self.title, *textwrap.wrap(self.description, 100)]
        return "".join(f"-- {line}\n" for line in above) + f"\n{self.sql.strip()};\n"


@dataclass(frozen=True, slots=True)
class Described:
    """The data dictionary of the public database."""

    title: str
    description: str
    licence: str
    licence_id: str | None
    licence_url: str | None
    tables: Mapping[str, Mapping[str, Any]]
    queries: tuple[Query, ...]

    def table(self, name: str) -> str:
        return _line(self.tables[name].get("description"))

    def columns(self, name: str) -> Mapping[str, str]:
        """What each column holds."""
        return {str(key): _line(said) for key, said in (self.tables[name].get("columns") or {}).items()}

    def is_listed(self, name: str) -> bool:
        """Whether readers are meant to see the table on its own."""
        return name in self.tables and not self.tables[name].get("hidden")


def read(metadata: Path) -> Described:
    """Raises ExportError when the file is missing or describes nothing."""
    try:
        said = yaml.load(metadata.read_text(encoding="utf-8"), yaml.CSafeLoader)
        public = said["databases"]["policies"]
        tables = {str(name): table or {} for name, table in public["tables"].items()}
        queries = tuple(_queries(public.get("queries") or {}))
    except OSError as error:
        raise ExportError(
            f"{metadata}: {error.strerror}; only what it describes is exported, so put it there"
        ) from error
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ExportError(f"{metadata} does not describe databases: policies: tables: {error!r}") from error
    return Described(
        title=_line(said.get("title")) or "Policy tracker",
        description=" ".join(
            filter(None, (_line(said.get("description")), _line(public.get("description"))))
        ),
        licence=_line(said.get("license")),
        licence_id=said.get("license_id"),
        licence_url=said.get("license_url"),
        tables=tables,
        queries=queries,
    )


def _queries(asked: Mapping[str, Any]) -> Iterator[Query]:
    for name, query in asked.items():
        title, description = _line(query.get("title")) or str(name), _line(query.get("description"))
        yield Query(str(name), title, description, str(query["sql"]))


def _line(text: object) -> str:
    return " ".join(str(text or "").split())
