"""The registry, and that every measure's expressions are written for Spark too."""

import pytest
from invented_observations import AS_OF, people, row

from stocktake.errors import RequestError
from stocktake.statistics.measures import MEASURES, Request, measure
from stocktake.statistics.measures.aggregate_tables import expected_table, seen_table
from stocktake.statistics.measures.coverage import gaps_table
from stocktake.statistics.measures.editions import annual, chosen_rows, one_each
from stocktake.statistics.measures.pairs import _side_by_side
from stocktake.statistics.measures.revision import revised_rows


def rows():
    areas = ("ARC", "BOR", "COK")
    sexes = ("_T", "F", "M")
    return [
        *(
            row(area, year, 30.0 + year - 2010, sex=sex)
            for area in areas
            for sex in sexes
            for year in range(2015, 2025)
        ),
        *(people(area, year, 9.0, sex=sex) for area in areas for sex in sexes for year in range(2015, 2025)),
    ]


def test_all_measures_answer_in_order_and_always_the_same(hold):
    held = hold(rows())
    found = measure(Request("use", AS_OF, ("ARC", "ALL")), held)
    names = list(dict.fromkeys(each.measure for each in found))
    assert names == [name for name in MEASURES if name in names]
    assert {"level", "aggregate", "parity", "gap", "distance", "progress", "projection", "inequality"} <= set(
        names
    )
    assert [each.to_json() for each in measure(Request("use", AS_OF, ("ARC", "ALL")), held)] == [
        each.to_json() for each in found
    ]
    assert all(each.because for each in found)


def test_nothing_held_is_no_error(hold):
    found = measure(Request("use", AS_OF, ("ARC", "ALL")), hold([]))
    assert found
    assert all(each.value is None or each.measure == "coverage" for each in found)


def test_an_unknown_measure_names_the_nearest(hold):
    with pytest.raises(RequestError) as caught:
        measure(Request("use", AS_OF, measures=("paritty",)), hold([]))
    assert (
        str(caught.value)
        == "expected the name of a measure, but 'paritty' is none. Nearest: parity, affordability."
    )


def test_a_period_that_is_no_year(hold):
    with pytest.raises(RequestError) as caught:
        measure(Request("use", AS_OF, periods=("soon",)), hold([]))
    assert str(caught.value) == "expected a year such as 2023, but 'soon' is none."


def test_a_gate_that_is_no_share(hold):
    with pytest.raises(RequestError) as caught:
        measure(Request("use", AS_OF, gate=60), hold([]))
    assert str(caught.value) == "expected a share between 0 and 1 as `gate`, but it is 60."


def test_every_expression_can_be_written_for_spark(engine, monkeypatch):
    from types import SimpleNamespace

    import ibis

    from stocktake.statistics.measures import Holdings
    from stocktake.tables import observation_schema

    table = ibis.table(ibis.Schema.from_pyarrow(observation_schema()), name="observations")
    held = Holdings(table, engine)
    asked = Request("use", AS_OF, by="sex")
    joined = Request("use", AS_OF, join_breaks=True)
    text = {"group": "string", "classified": "string", "period": "string", "area": "string"}
    members = ibis.table(text, name="members")
    weights = ibis.table(
        {"area": "string", "sex": "string", "period": "string", "weight": "float64"}, name="weights"
    )
    values = one_each(annual(asked, held), ("area", "sex", "breakdown"))
    keys = ("group", "classified", "period", "sex", "breakdown")
    written = [
        chosen_rows(asked, held),
        chosen_rows(joined, held),
        gaps_table(table, asked),
        revised_rows(annual(asked, held)),
        _side_by_side(annual(asked, held), "sex", ("F", "M")),
        seen_table(values, expected_table(members, weights, keys), keys, median=True),
    ]
    # The options are registered with the backend, which needs pyspark itself.
    spark = pytest.importorskip("ibis.backends.sql.compilers.pyspark")
    monkeypatch.setattr(spark, "options", SimpleNamespace(pyspark=SimpleNamespace(treat_nan_as_null=False)))
    compiler = spark.PySparkCompiler()
    for expression in written:
        assert "SELECT" in compiler.to_sqlglot(expression.unbind()).sql("spark")
