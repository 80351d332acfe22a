"""The registry, and what holds for all measures together."""

from dataclasses import replace

import pytest
from invented_observations import AS_OF, people, row

from stocktake.errors import RequestError
from stocktake.statistics.measures import MEASURES, Request, measure
from stocktake.statistics.model import Source


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


def test_a_year_has_one_answer_whatever_else_is_asked(hold):
    """Of files without a day the one that reaches further is the newer: other years than those asked say which."""
    files = {name * 64: Source(f"{name}.csv", name * 64, "plain") for name in "de"}
    rows = [
        row("ARC", 2020, 40.0, vintage=None, source="d" * 64),
        *(row("ARC", year, 30.0, vintage=None, source="e" * 64) for year in (2020, 2023)),
        people("ARC", 2020, 1.0),
    ]
    held = hold(rows, sources=files)
    asked = Request("use", AS_OF, ("ALL",), ("2020",), classified=("now",))
    alone = measure(replace(asked, measures=("aggregate",)), held)
    among = measure(replace(asked, measures=("aggregate", "level")), held)
    assert {each.value for each in (*alone, *among) if each.measure == "aggregate"} == {30.0}
