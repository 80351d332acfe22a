"""The descriptions of the tables: they fit the tables, and keys and references hold."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.opendata.csv_table import table_csv
from stocktake.publish.opendata.model import Column, Table
from stocktake.publish.opendata.tables import TABLES

READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def values(row: dict[str, str], columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(row[each] for each in columns)


def test_every_cell_is_of_the_type_that_its_column_says(files):
    package = json.loads(files["datapackage.json"])
    tables = [each for each in package["resources"] if each.get("type") == "table"]
    assert [each["name"] for each in tables] == [each.id for each in TABLES]
    for table in tables:
        rows = rows_of(files[table["path"]])
        for field in table["schema"]["fields"]:
            for row in rows:
                cell = row[field["name"]]
                assert cell or not field.get("constraints"), (table["name"], field["name"])
                if cell:
                    READ[field["type"]](cell)


def test_keys_name_one_row_and_references_name_one_that_is_there(files):
    package = json.loads(files["datapackage.json"])
    tables = {each["name"]: each for each in package["resources"] if each.get("type") == "table"}
    rows = {name: rows_of(files[each["path"]]) for name, each in tables.items()}
    for name, table in tables.items():
        if key := table["schema"].get("primaryKey"):
            named = [values(row, key) for row in rows[name]]
            assert len(named) == len(set(named)), name
        for each in table["schema"].get("foreignKeys", ()):
            to = each["reference"]
            there = {values(row, to["fields"]) for row in rows[to["resource"]]}
            meant = {values(row, each["fields"]) for row in rows[name]}
            assert {one for one in meant if all(one)} <= there, name


def test_every_file_named_has_its_size_checksum_terms_and_citation(files):
    package = json.loads(files["datapackage.json"])
    for each in package["resources"]:
        assert each["bytes"] == len(files[each["path"]])
        assert each["hash"] == f"sha256:{sha256(files[each['path']]).hexdigest()}"
        assert each["licenses"][0]["name"] == "CC-BY-4.0"
        assert each["citation"].startswith("Stocktake 0.")
        assert each["terms"].endswith(".")
    assert package["created"] == "2045-01-15T00:00:00Z"
    assert package["fingerprint"] == "f" * 64


def test_csvw_says_the_same_of_every_table(files):
    described = json.loads(files["csv-metadata.json"])
    assert [each["url"] for each in described["tables"]] == [each.path for each in TABLES]
    for each, table in zip(described["tables"], TABLES, strict=True):
        heads = files[table.path].decode().partition("\r\n")[0].split(",")
        assert [column["titles"] for column in each["tableSchema"]["columns"]] == heads


def test_every_table_and_column_is_described_and_named_once():
    assert len({each.id for each in TABLES}) == len(TABLES)
    for table in TABLES:
        names = [each.name for each in table.columns]
        assert len(set(names)) == len(names)
        assert all(each.description.endswith((".", "...")) for each in table.columns), table.id
        assert set(table.key) <= {each.name for each in table.columns if each.required}


def test_names_of_columns_serve_in_a_database():
    reserved = "all as by case check column condition default desc distinct end from group in into is join key like limit new "
    reserved += "not null of off offset old on or order rank references row rows select set table then to union unique when where"
    for table in TABLES:
        for each in table.columns:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", each.name)
            assert each.name not in reserved.split(), (table.id, each.name)


def test_everything_recorded_stands_in_its_table(files):
    counts = {each.id: len(rows_of(files[each.path])) for each in TABLES}
    assert counts["texts"] == 3
    assert counts["contributions"] == 2
    assert counts["needs"] == counts["offers"] == counts["matches"] == counts["corrections"] == 1
    assert counts["countries"] == 250
    assert counts["results"]
    assert counts["country_results"]
    assert counts["proofs"]
    (licence,) = {row["licence"] for row in rows_of(files["tables/sources.csv"])}
    assert licence == ""


@given(st.lists(st.tuples(st.text(), st.floats(allow_nan=False, allow_infinity=False), st.booleans())))
def test_any_text_can_be_read_back_and_none_of_it_is_a_formula(made):
    table = Table(
        "any",
        "Any",
        "Any.",
        (
            Column("words", "Any.", lambda row: row[0]),
            Column("number", "Any.", lambda row: row[1], "number"),
            Column("flag", "Any.", lambda row: row[2], "boolean"),
        ),
        lambda _: (),
    )
    read = rows_of(table_csv(table, made))
    assert [float(row["number"]) for row in read] == [number for _, number, _ in made]
    assert [row["flag"] == "true" for row in read] == [flag for _, _, flag in made]
    assert not any(row["words"].startswith(("=", "+", "-", "@")) for row in read)
    assert not any("\x00" in row["words"] for row in read)
