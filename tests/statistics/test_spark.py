"""Every measure on Apache Spark, against DuckDB: the same numbers to 1e-9, the same words."""

import os
import shutil
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent / "measures"))

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(find_spec("ibis") is None, reason="the extra `statistics` is not installed"),
    pytest.mark.skipif(find_spec("pyspark") is None, reason="the extra `spark` is not installed"),
    pytest.mark.skipif(
        not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="Java, which Spark runs on, is not here"
    ),
    # PySpark asks pandas for what pandas will do otherwise one day.
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
]
OLD, NEW = date(2024, 7, 1), date(2025, 7, 1)


def rows():
    """Two indicators with their denominator, a share of towns and an income; two releases, a break, values missing."""
    from invented_observations import people, row

    areas = ("ARC", "BOR", "COK", "DYS")
    made = []
    for number, area in enumerate(areas):
        for year in range(2012, 2025):
            for sex, shift in (("_T", 0.0), ("F", -2.25), ("M", 2.25)):
                made.append(people(area, year, 100.0 + 37.0 * number + year % 7, sex=sex))
                if not (area == "COK" and year in (2019, 2024)):
                    value = 20.0 + 2.5 * (year - 2012) + 6.125 * number + shift + 0.3 * (year % 3)
                    made.append(row(area, year, value, sex=sex, vintage=NEW))
                    made.append(row(area, year, value - 1.5, sex=sex, vintage=OLD, source="c" * 64))
            made.append(row(area, year, 71.5 - number, location="U", vintage=NEW))
            made.append(row(area, year, 80.5 - number, age="Y15T24", vintage=NEW))
            made.append(people(area, year, 20.0 + number, age="Y15T24"))
            made.append(row(area, year, 40.0 + number, indicator="towns", code="TOWNS", vintage=NEW))
            made.append(row(area, year, 5.0 + number, indicator="price", code="PRICE", unit="US dollars"))
            made.append(row(area, year, 900.0 + year, indicator="income", code="INCOME", unit="US dollars"))
    # Another publisher, released later and believed less.
    later = date(2025, 9, 1)
    made += [row(area, 2024, 66.0, vintage=later, source="d" * 64, code="BANK") for area in areas]
    made.append(row("ARC", 2025, None, vintage=NEW))
    made.append({**row("ARC", 2024, 3.0), "period": "2024-Q1"})
    return [
        {**each, "status": "B"} if (each["area"], each["period"]) == ("BOR", "2016") else each for each in made
    ]


def held(engine, path):
    from invented_observations import NAMES

    from stocktake.statistics.measures import FixedGroups, Holdings, IndicatorFacts, PublisherFacts, TargetFacts
    from stocktake.statistics.model import Source

    publishers = tuple(PublisherFacts(each, each, tier=tier) for tier, each in enumerate(("Office", "Bank")))
    files = {"a": "Office", "b": "Office", "c": "Office", "d": "Bank"}

    return Holdings(
        engine.parquet([path]),
        engine,
        {
            "use": IndicatorFacts(
                "use",
                "Use",
                "people",
                "weighted mean",
                0.0,
                100.0,
                "per cent",
                "higher",
                urban_share="towns",
                parts=("towns",),
                publishers=publishers,
            ),
            "price": IndicatorFacts("price", "Price", None, "median", 0.0, unit="US dollars", income="income"),
        },
        FixedGroups({"ALL": ("ARC", "BOR", "COK", "DYS"), "ONE": ("ARC", "BOR"), "TWO": ("COK", "DYS")}),
        {"use": (TargetFacts("universal use", 100.0, 2030),)},
        NAMES,
        {each * 64: Source(f"{each}.csv", each * 64, "plain", name) for each, name in files.items()},
    )


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The same observations on either engine."""
    import pyarrow as pa

    from stocktake.tables import observation_schema, open_engine, write_table

    folder = tmp_path_factory.mktemp("observations")
    path = folder / "invented.parquet"
    write_table(path, pa.Table.from_pylist(rows(), schema=observation_schema()))
    # A user's own settings; these make Spark quicker with few rows.
    own = "spark.master local[2]\nspark.sql.shuffle.partitions 1\nspark.sql.codegen.wholeStage false\n"
    (folder / "spark-defaults.conf").write_text(own, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        duckdb, spark = open_engine(), open_engine("spark")
        yield held(duckdb, path), held(spark, path)
        spark.close()
    duckdb.close()


def test_the_users_own_settings_hold_and_ours_beside_them(both):
    settings = both[1].engine.backend._session.conf
    assert (settings.get("spark.master"), settings.get("spark.sql.shuffle.partitions")) == ("local[2]", "1")
    assert (settings.get("spark.ui.enabled"), settings.get("spark.driver.host")) == ("false", "127.0.0.1")


def same(ours, theirs):
    """Whether two answers are the same: numbers to 1e-9, all else to the letter."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return ours == pytest.approx(theirs, rel=1e-9, abs=1e-9)
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return ours == theirs


def questions():
    from invented_observations import AS_OF

    from stocktake.statistics.measures import Request

    return {
        "all measures": Request("use", AS_OF, partition=("ONE", "TWO")),
        "by sex, every release": Request("use", AS_OF, ("ARC", "ALL"), ("2019", "2023"), by="sex", vintage="all"),
        "joined": Request("use", AS_OF, ("ARC", "BOR"), join_breaks=True, measures=("level", "progress")),
        "one release": Request("use", AS_OF, ("ARC", "ALL"), vintage=OLD, measures=("level", "aggregate")),
        "one publisher's": Request("use", AS_OF, ("ARC", "ALL"), files=("d" * 64,)),
        "prices": Request("price", AS_OF, measures=("affordability", "aggregate", "inequality")),
    }


@pytest.mark.parametrize("name", list(questions()) if find_spec("ibis") else [])
def test_both_engines_give_the_same(both, name):
    from stocktake.statistics.measures import MEASURES, measure

    asked = questions()[name]
    on_duckdb, on_spark = (measure(asked, each) for each in both)
    assert len(on_duckdb) == len(on_spark)
    for ours, theirs in zip(on_duckdb, on_spark, strict=True):
        assert same(ours.to_json(), theirs.to_json()), (ours, theirs)
    if not (asked.measures or asked.files):
        assert {each.measure for each in on_spark} == set(MEASURES)


def test_missing_members_are_the_same(both):
    from invented_observations import AS_OF

    from stocktake.statistics.measures import Request, measure

    asked = Request("use", AS_OF, ("ALL",), ("2024",), classified=("now",), measures=("aggregate",))
    ((on_duckdb,), (on_spark,)) = (measure(asked, each) for each in both)
    assert on_spark.details["missing"] == on_duckdb.details["missing"] == ["COK"]
    assert "Not counted: Cockaigne" in on_spark.because
    assert on_spark.published == on_duckdb.published


def test_published_values_are_the_same(both):
    from stocktake.statistics.measures.published import Wanted, published_values

    wanted = [Wanted("use", "ARC", period="2024"), Wanted("use", "BOR", "female"), Wanted("use", "NOBODY")]
    on_duckdb, on_spark = (published_values(each, wanted) for each in both)
    assert on_spark == on_duckdb
    assert [each.publisher for each in on_spark[wanted[0]]] == ["Office"] * 3 + ["Bank"]


def test_tables_in_memory_are_read_too(both):
    """An empty store gives a table in memory."""
    import pyarrow as pa
    from invented_observations import AS_OF

    from stocktake.statistics.measures import Holdings, Request, measure
    from stocktake.tables import observation_schema

    engine = both[1].engine
    nothing = Holdings(engine.table(observation_schema().empty_table()), engine)
    (found,) = measure(Request("use", AS_OF, ("ARC",), measures=("level",)), nothing)
    assert found.value is None
    some = engine.table(pa.table({"number": [1.5, 2.5]}))
    assert engine.collect(some)["number"].to_pylist() == [1.5, 2.5]
