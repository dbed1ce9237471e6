"""The dataset stands on its own: what it says of itself is so, and what is private is never in it."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.site_world import settle
from tracker.cli.exporting import export_command
from tracker.site.serve import application

PARSED = {"integer": int, "number": float, "string": str, "date": date.fromisoformat,
          "datetime": datetime.fromisoformat, "array": json.loads, "object": json.loads}  # fmt: skip


def run(home: Path, folder: Path) -> Result:
    return CliRunner().invoke(export_command, [str(folder)], env={"TRACKER_HOME": str(home)})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settle(tmp_path_factory.mktemp("world") / "home")


@pytest.fixture(scope="module")
def dataset(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "dataset"
    made = run(home, folder)
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture(scope="module")
def tables(dataset: Path) -> dict[str, dict[str, Any]]:
    """What datapackage.json says of each table."""
    package = json.loads((dataset / "datapackage.json").read_text())
    return {r["name"]: r for r in package["resources"] if "schema" in r}


def rows(dataset: Path, table: dict[str, Any]) -> Iterator[dict[str, str]]:
    text = gzip.decompress((dataset / table["path"]).read_bytes()).decode()
    yield from csv.DictReader(io.StringIO(text, newline=""))


def answer(database: Path, sql: str) -> list[tuple[Any, ...]]:
    return sqlite3.connect(database).execute(sql).fetchall()


def test_every_file_has_the_length_and_hash_that_are_told_of_it(dataset: Path) -> None:
    package = json.loads((dataset / "datapackage.json").read_text())

    for resource in package["resources"]:
        content = (dataset / resource["path"]).read_bytes()
        told = (resource["bytes"], resource["hash"])

        assert told == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"), resource["name"]


def test_every_value_is_of_the_type_that_is_told_of_its_column(
    dataset: Path, tables: dict[str, dict[str, Any]]
) -> None:
    for name, table in tables.items():
        fields = table["schema"]["fields"]
        found = list(rows(dataset, table))
        for field in fields:
            values = [row[field["name"]] for row in found]
            needed = field.get("constraints", {}).get("required", False)
            parsed = [PARSED[field["type"]](value) for value in values if value]

            assert field["description"] and (not needed or len(parsed) == len(values)), (name, field)
        assert (len(found), set(found[0] if found else [])) in (
            (table["rows"], {field["name"] for field in fields}),
            (0, set()),
        )


def test_keys_are_unique_and_refer_to_rows_that_are_there(
    dataset: Path, tables: dict[str, dict[str, Any]]
) -> None:
    def values(table: str, columns: list[str]) -> list[tuple[str, ...]]:
        return [tuple(row[c] for c in columns) for row in rows(dataset, tables[table])]

    dangling = []
    for name, table in tables.items():
        keys = values(name, table["schema"]["primaryKey"])
        assert len(keys) == len(set(keys)), name
        for key in table["schema"].get("foreignKeys", []):
            there = set(values(key["reference"]["resource"] or name, key["reference"]["fields"]))
            dangling += [(name, key) for v in values(name, key["fields"]) if v != ("",) and v not in there]

    assert (dangling, len(tables) > 12) == ([], True)


def test_the_package_names_its_licence_its_engine_and_the_commit_it_was_made_from(
    home: Path, dataset: Path
) -> None:
    package = json.loads((dataset / "datapackage.json").read_text())
    ((commit, engine),) = answer(home / "archive" / "policies.db", "select newest_commit, engine from builds")

    licence = package["licenses"][0]["name"]
    assert (package["version"], package["engine"]["rows"], licence) == (commit, engine, "CC-BY-4.0")
    assert commit in (dataset / "README.md").read_text()


def test_the_same_rows_give_the_same_bytes(home: Path, dataset: Path, tmp_path: Path) -> None:
    run(home, tmp_path / "again")
    files = [path.relative_to(dataset) for path in dataset.rglob("*") if path.is_file()]

    differing = [f for f in files if (dataset / f).read_bytes() != (tmp_path / "again" / f).read_bytes()]
    assert (len(files) > 20, differing) == (True, [])


def test_what_is_not_described_or_hidden_never_leaves(home: Path, tmp_path: Path) -> None:
    copy = copytree(home, tmp_path / "home")
    secret = "somebody@private.example"
    with sqlite3.connect(copy / "archive" / "policies.db") as database:
        database.execute("create table watchers (watcher integer primary key, target text)")
        database.execute("insert into watchers values (1, ?)", (secret,))
        database.execute("create view addresses as select target from watchers")
        database.execute("update descriptions set description = ?", (secret,))

    assert run(copy, tmp_path / "out").exit_code == 0

    contents = [
        gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for file in (tmp_path / "out").rglob("*")
        if file.is_file()
    ]
    kept = answer(tmp_path / "out" / "policies.db", "select name from sqlite_master")
    assert not any(secret.encode() in content for content in contents)
    assert {"watchers", "addresses", "memories", "descriptions", "filings"} & {
        name for (name,) in kept
    } == set()


def test_every_canned_query_gives_the_answer_of_the_site(home: Path, dataset: Path) -> None:
    public = home / "archive" / "policies.db"
    queries = {path.stem: path.read_text() for path in (dataset / "queries").glob("*.sql")}

    there = {name: answer(public, sql) for name, sql in queries.items()}
    here = {name: answer(dataset / "policies.db", sql) for name, sql in queries.items()}
    assert (len(queries) >= 6, here) == (True, there)
    assert here["policies_with_an_old_stamp"]


async def test_the_copy_can_be_served_as_the_site_serves_it(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "policies.db").write_bytes((dataset / "policies.db").read_bytes())
    (tmp_path / "metadata.yml").write_bytes((dataset / "metadata.yml").read_bytes())
    served = application(tmp_path)
    await served.invoke_startup()

    told = await served.client.get("/policies/policies_with_an_old_stamp.csv")
    found = await served.client.get("/policies/sections.json?_search=invoices&_shape=array")
    assert "acorn/privacy-policy" in told.text and len(found.json()) > 0


def test_a_figure_follows_from_the_csv_alone(dataset: Path, tables: dict[str, dict[str, Any]]) -> None:
    """How many changes of each significance, returns, first versions and texts read anew left out?"""
    from_csv: dict[str, int] = {}
    for row in rows(dataset, tables["versions"]):
        if row["previous"] and row["kind"] == "capture" and row["returns"] == "0" and row["significance"]:
            from_csv[row["significance"]] = from_csv.get(row["significance"], 0) + 1

    by_view = answer(
        dataset / "policies.db", "select significance, sum(versions) from activity group by significance"
    )
    assert from_csv and from_csv == dict(by_view)


@pytest.mark.parametrize(
    ("missing", "words"), [("archive/policies.db", "run tracker build"), ("metadata.yml", "put it there")]
)
def test_what_is_missing_is_said_and_nothing_is_left_behind(
    home: Path, tmp_path: Path, missing: str, words: str
) -> None:
    copy = copytree(home, tmp_path / "home")
    (copy / missing).unlink()

    told = run(copy, tmp_path / "out")

    assert (told.exit_code, words in told.output, (tmp_path / "out").exists()) == (1, True, False)


def test_a_folder_that_holds_something_is_left_alone(home: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    told = run(home, tmp_path)

    assert (told.exit_code, "nothing is overwritten" in told.output) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
