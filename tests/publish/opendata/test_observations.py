"""The observations: those of the indicators shown, in three forms that say the same, with where they come from."""

import csv
import io
from dataclasses import replace
from datetime import date

from stocktake.publish.opendata import Material
from stocktake.publish.opendata.taken import shown_indicators, taken_from_statistics
from stocktake.tables import read_note, table_of


def test_only_what_is_shown_and_in_a_fixed_order(whole):
    material = Material(*whole)
    assert shown_indicators(material) == ["17.8.1"]
    rows = table_of(taken_from_statistics(material).observations)
    assert set(rows.column("indicator").to_pylist()) == {"17.8.1"}
    keys = list(
        zip(*(rows.column(name).to_pylist() for name in ("indicator", "code", "area", "sex")), strict=True)
    )
    assert keys == sorted(keys)


def test_each_form_holds_the_same(files, tmp_path):
    path = tmp_path / "observations.parquet"
    path.write_bytes(files["observations.parquet"])
    rows = table_of(path.read_bytes())
    written = list(csv.DictReader(io.StringIO(files["observations/17-8-1.sdmx.csv"].decode(), newline="")))
    assert [float(row["OBS_VALUE"]) for row in written] == rows.column("value").to_pylist()
    assert '"invented": false' in read_note(path)
    assert b"STOCKTAKE" in files["observations.sdmx.xml"]


def test_a_release_after_the_day_of_the_review_is_not_in_it(whole):
    published, beside = whole
    assert beside.numbers is not None
    holdings = beside.numbers.open()
    later = replace(holdings, observations=holdings.observations.mutate(vintage=date(2046, 1, 1)))
    material = Material(published, replace(beside, numbers=replace(beside.numbers, open=lambda: later)))
    assert not taken_from_statistics(material).observations
