"""The dataset told to programs, as a Frictionless data package (version 1), and to people, as a README."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from tracker.export.copying import Build, Column, Table
from tracker.export.described import Described

DATABASE = "policies.db"

_JSON = {
    "basis": "array", "candidates": "array", "channels": "array", "conditions": "array", "evidence": "object",
    "flags": "array", "tags": "array",
}  # fmt: skip
"""Columns that hold JSON in every table that has them."""

_TYPES = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}


def descriptor(described: Described, tables: Sequence[Table], build: Build, database: Path) -> str:
    """``datapackage.json``: every table with its columns and keys, and the database beside them."""
    package = {
        "profile": "data-package",
        "name": "policy-tracker",
        "title": described.title,
        "description": described.description,
        "version": build.commit or "none",
        "licenses": [_licence(described)],
        "keywords": ["privacy policies", "terms of service", "change tracking"],
        "engine": {"program": f"policy-tracker {version('policy-tracker')}", "rows": build.engine},
        "archive": {
            "commit": build.commit,
            "versions": build.versions,
            "first_fetched_at": build.first_at,
            "last_fetched_at": build.last_at,
        },
        "resources": [*(_resource(described, table) for table in tables), _copy(described, database)],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _licence(described: Described) -> dict[str, str]:
    told = {"name": described.licence_id, "path": described.licence_url, "title": described.licence}
    return {key: value for key, value in told.items() if value}


def _resource(described: Described, table: Table) -> dict[str, Any]:
    said = described.columns(table.name)
    schema: dict[str, Any] = {
        "fields": [_field(column, said, table.key) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = list(_foreign_keys(table))
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "title": table.name.replace("_", " ").capitalize(),
        "description": described.table(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "compression": "gz",
        "bytes": table.bytes,
        "hash": f"sha256:{table.digest}",
        "rows": table.rows,
        "schema": {**schema, "foreignKeys": keys} if keys else schema,
    }


def _field(column: Column, said: Mapping[str, str], key: Sequence[str]) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": field_type(column)}
    if column.name in said:
        field["description"] = said[column.name]
    # an empty text is no missing value, and CSV cannot tell them apart
    if column.required and (column.type != "TEXT" or column.name in key):
        field["constraints"] = {"required": True}
    return field


def field_type(column: Column) -> str:
    """Instants end in ``_at``, days in ``_on``; a few columns hold JSON; the rest is as the database says."""
    if column.type == "TEXT" and column.name.endswith("_at"):
        return "datetime"
    if column.type == "TEXT" and column.name.endswith("_on"):
        return "date"
    return _JSON.get(column.name) or _TYPES[column.type]


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    for reference in table.references:
        to = "" if reference.table == table.name else reference.table
        yield {
            "fields": list(reference.columns),
            "reference": {"resource": to, "fields": list(reference.to)},
        }


def _copy(described: Described, database: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with database.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return {
        "name": "policies-db",
        "path": database.name,
        "title": "The tables, with the views that answer questions and full-text indexes",
        "description": described.description,
        "format": "sqlite3",
        "mediatype": "application/vnd.sqlite3",
        "bytes": database.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
    }


def readme(described: Described, tables: Sequence[Table], build: Build) -> str:
    """What lies in the folder, for whoever finds it without us."""
    rows = [f"| `{table.name}` | {table.rows:,} | {described.table(table.name)} |" for table in tables]
    span = f", fetched {build.first_at} to {build.last_at}" if build.first_at else ""
    query = described.queries[0].name if described.queries else "NAME"
    words = files(__package__).joinpath("readme.md").read_text(encoding="utf-8")
    return words.format(
        title=described.title,
        description=described.description,
        program=version("policy-tracker"),
        engine=build.engine,
        versions=build.versions,
        span=span,
        commit=build.commit,
        tables="\n".join(rows),
        query=query,
        licence=described.licence.rstrip(".") or "Not stated",
        licence_url=f" The licence of the tables: <{described.licence_url}>" if described.licence_url else "",
    )
