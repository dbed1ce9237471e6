"""The public database describes itself, and connections are safe to share."""

import sqlite3
from pathlib import Path

import pytest
import yaml

from tracker.database import connect, create, create_indexes

METADATA = Path(__file__).parents[1] / "metadata.yml"


@pytest.fixture
def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    create(connection)
    create_indexes(connection)
    return connection


def columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The columns of every table and view, but for what full-text search keeps to itself."""
    names = [
        name
        for (name,) in connection.execute("select name from sqlite_master where type in ('table', 'view')")
        if "_fts" not in name
    ]
    return {
        name: {row[1] for row in connection.execute(f"pragma table_xinfo({name})") if row[6] != 1}
        for name in names
    }


def test_every_table_and_column_is_described_and_nothing_else(empty: sqlite3.Connection) -> None:
    tables = yaml.safe_load(METADATA.read_text())["databases"]["policies"]["tables"]

    described = {name: set(table["columns"]) for name, table in tables.items() if "_fts" not in name}

    assert described == columns(empty)


def test_every_facet_has_an_index(empty: sqlite3.Connection) -> None:
    tables = yaml.safe_load(METADATA.read_text())["databases"]["policies"]["tables"]
    indexed = {
        (table, empty.execute(f"pragma index_info({index})").fetchone()[2])
        for table in tables
        for (_, index, *_) in empty.execute(f"pragma index_list({table})").fetchall()
    }

    facets = {(name, facet) for name, table in tables.items() for facet in table.get("facets", [])}

    assert facets - indexed == set()


def test_a_private_database_takes_only_the_migrations_it_has_not_seen(tmp_path: Path) -> None:
    first = "create table watchers (watcher text primary key)"
    connect(tmp_path / "private.db", [first]).close()
    connection = connect(tmp_path / "private.db", [first, "alter table watchers add column address text"])

    names = [row["name"] for row in connection.execute("pragma table_info(watchers)")]

    assert names == ["watcher", "address"]


def test_a_migration_that_breaks_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        connect(tmp_path / "private.db", ["create table a (x); create table a (x)"])
    connection = sqlite3.connect(tmp_path / "private.db")

    tables = connection.execute("select name from sqlite_master").fetchall()

    assert tables == []


@pytest.mark.parametrize(
    "name", sorted(yaml.safe_load(METADATA.read_text())["databases"]["policies"]["queries"])
)
def test_a_canned_query_runs(name: str, empty: sqlite3.Connection) -> None:
    query = yaml.safe_load(METADATA.read_text())["databases"]["policies"]["queries"][name]

    assert empty.execute(query["sql"]).fetchall() == []


def test_no_canned_query_hides_a_table_of_its_name() -> None:
    described = yaml.safe_load(METADATA.read_text())["databases"]["policies"]

    assert set(described["queries"]) & set(described["tables"]) == set()
