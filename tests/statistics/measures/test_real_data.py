"""Two real releases of the World Bank: India missing in 2023, Nigeria revised for 2019."""

import csv
from datetime import date
from pathlib import Path

import pytest
from invented_observations import row

from stocktake.statistics.measures import Request, aggregate, projection, revision
from stocktake.statistics.measures.reference import holdings_of
from stocktake.tables import observation_schema

pytestmark = pytest.mark.real
DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
AS_OF = date(2026, 11, 22)
NEW, OLD = date(2025, 10, 18), date(2024, 3, 1)


def wide(name, indicator):
    with (DATA / "worldbank-wdi-2015-2023" / name).open(encoding="utf-8-sig") as file:
        for number, line in enumerate(csv.DictReader(file), 2):
            for year, value in line.items():
                if year.isdigit() and value:
                    yield row(
                        line["Country Code"],
                        int(year),
                        float(value),
                        indicator=indicator,
                        vintage=NEW,
                        row=number,
                        code=indicator,
                    )


def long(name, indicator):
    with (DATA / "worldbank-wdi-2024-longrun" / name).open(encoding="utf-8") as file:
        for number, line in enumerate(csv.DictReader(file, delimiter="|"), 2):
            value = line["IT.NET.USER.ZS"]
            if value != "NA" and line["iso3c"]:
                yield row(
                    line["iso3c"],
                    int(line["year"]),
                    float(value),
                    indicator=indicator,
                    vintage=OLD,
                    row=number,
                    code=indicator,
                    source="c" * 64,
                )


@pytest.fixture(scope="module")
def held(engine):
    import pyarrow as pa

    if not DATA.is_dir():
        pytest.skip(f"the real data are not here: {DATA}")
    rows = [
        *wide("9_IT.NET.USER.ZS.csv", "17.8.1"),
        *wide("SP.POP.TOTL.csv", "population"),
        *long("IT.NET.USER.ZS.csv", "17.8.1"),
    ]
    return holdings_of(engine.table(pa.Table.from_pylist(rows, schema=observation_schema())), engine, {}, AS_OF)


def test_the_world_without_india_is_held_back_and_india_is_named(held):
    asked = Request("17.8.1", AS_OF, ("WLD",), ("2019", "2023"), classified=("now",), vintage=NEW)
    earlier, later = aggregate.compute(asked, held)
    assert earlier.published
    assert earlier.value == pytest.approx(53.2, abs=0.1)
    assert not later.published
    assert later.value == pytest.approx(73.6, abs=0.1)
    assert later.bounds.contains(65.4)
    assert later.because.startswith("Held back: India, 17.9 per cent of the denominator, has no value")


def test_nigeria_2019_was_revised_and_did_not_fall(held):
    (found,) = revision.compute(Request("17.8.1", AS_OF, ("NGA",), ("2019",)), held)
    assert found.value == pytest.approx(-15.3, abs=0.1)
    assert found.because.startswith("A revision, no change in the world:")


def test_the_world_does_not_reach_95_per_cent_by_2030(held):
    (found,) = projection.compute(Request("17.8.1", AS_OF, ("WLD",)), held)
    assert found.details["probability"] < 0.2
    assert 75 < found.value < 95
