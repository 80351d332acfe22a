"""The engine opens by name and answers expressions."""

import pyarrow as pa
import pytest

from stocktake.errors import RequestError
from stocktake.tables import ENGINES, open_engine, write_table


def test_duckdb_answers_an_expression():
    engine = open_engine()
    rows = engine.table(pa.table({"area": ["AAA", "BBB", "AAA"], "value": [1.0, 2.0, 4.0]}))
    answer = engine.collect(rows.group_by("area").agg(total=rows.value.sum()).order_by("area"))
    assert answer.to_pydict() == {"area": ["AAA", "BBB"], "total": [5.0, 2.0]}


def test_two_engines_do_not_share_tables():
    assert open_engine().backend is not open_engine().backend


def test_parquet_files_read_as_one_table(tmp_path):
    write_table(tmp_path / "a.parquet", pa.table({"x": [1, 2]}))
    write_table(tmp_path / "b.parquet", pa.table({"x": [3]}))
    engine = open_engine()
    rows = engine.parquet([tmp_path / "a.parquet", tmp_path / "b.parquet"])
    assert engine.collect(rows.order_by("x")).to_pydict() == {"x": [1, 2, 3]}


def test_no_file_has_no_columns():
    with pytest.raises(RequestError) as caught:
        open_engine().parquet([])
    assert caught.value.message == "expected at least one Parquet file, but there was none."


def test_unknown_engine_names_the_nearest():
    with pytest.raises(RequestError) as caught:
        open_engine("duckbd")
    assert caught.value.message == (
        "expected an engine, but 'duckbd' is none. Nearest: duckdb. Mend the setting `engine` of the workspace."
    )


def test_the_engines_are_named():
    assert list(ENGINES) == ["duckdb", "spark"]
