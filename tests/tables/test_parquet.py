"""Parquet files are written whole or not at all, and the same rows give the same bytes."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from stocktake.atomic import remove_leftovers
from stocktake.errors import InputError, NotFoundError
from stocktake.tables import read_note, table_of, write_table

ROWS = pa.table({"area": ["AAA", "BBB"], "value": [1.5, None]})


def test_rows_and_note_come_back(tmp_path):
    write_table(tmp_path / "a.parquet", ROWS, "from “Specimen”")
    assert table_of((tmp_path / "a.parquet").read_bytes()).equals(ROWS)
    assert read_note(tmp_path / "a.parquet") == "from “Specimen”"


def test_a_file_without_note_has_an_empty_one(tmp_path):
    pq.write_table(ROWS, tmp_path / "a.parquet")
    assert read_note(tmp_path / "a.parquet") == ""


def test_same_rows_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_table(tmp_path / name, ROWS, "note")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_crash_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.parquet"
    write_table(path, ROWS)
    before = path.read_bytes()

    def crash(*_args, **_kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(pq, "write_table", crash)
    with pytest.raises(OSError, match="disk full"):
        write_table(path, ROWS.slice(1))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]


def test_leftovers_are_removed(tmp_path):
    (tmp_path / ".a.parquet.17.part").write_bytes(b"half")
    write_table(tmp_path / "a.parquet", ROWS)
    assert remove_leftovers(tmp_path) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]


def test_no_file(tmp_path):
    with pytest.raises(NotFoundError) as caught:
        read_note(tmp_path / "a.parquet")
    assert caught.value.message == "a.parquet: expected a Parquet file, but there is none."


def test_half_a_file(tmp_path):
    path = tmp_path / "a.parquet"
    write_table(path, ROWS)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(InputError) as caught:
        read_note(path)
    assert caught.value.message == (
        "a.parquet: expected a whole Parquet file, but this one is damaged. "
        "It is made from the original: delete it and rebuild."
    )
