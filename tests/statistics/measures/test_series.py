"""Series: one edition each, cut at breaks."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.statistics.measures.request import Request
from stocktake.statistics.measures.series import guarded_series, read_series

OLD = date(2021, 1, 1)


def years(series):
    return [point.year for point in series.points]


def test_releases_are_not_joined_unless_asked(hold):
    held = hold([row("ARC", 2015, 10.0, vintage=OLD), row("ARC", 2016, 11.0, vintage=OLD), row("ARC", 2016, 20.0)])
    (alone,) = guarded_series(Request("use", AS_OF, ("ARC",)), held)
    assert (years(alone), alone.others) == ([2016], 1)
    (joined,) = guarded_series(Request("use", AS_OF, ("ARC",), join_breaks=True), held)
    assert [(point.year, point.value) for point in joined.points] == [(2015, 10.0), (2016, 20.0)]
    assert joined.notes == ("Joined across releases, as asked: 2021-01-01, 2025-01-01.",)


def test_definitions_are_not_joined_unless_asked(hold):
    held = hold([row("ARC", 2015, 10.0, code="OLD"), row("ARC", 2016, 20.0, code="NEW")])
    (alone,) = guarded_series(Request("use", AS_OF, ("ARC",)), held)
    assert (years(alone), alone.code) == ([2016], "NEW")
    (joined,) = guarded_series(Request("use", AS_OF, ("ARC",), join_breaks=True), held)
    assert joined.notes == ("Joined across definitions, as asked: NEW, OLD.",)


def test_units_are_never_joined(hold):
    held = hold([row("ARC", 2015, 10.0, unit="persons"), row("ARC", 2016, 20.0)])
    (joined,) = guarded_series(Request("use", AS_OF, ("ARC",), join_breaks=True), held)
    assert (years(joined), joined.unit) == ([2016], "per cent")


def test_two_values_of_one_year_are_told(hold):
    held = hold([row("ARC", 2015, 10.0), row("ARC", 2015, 11.0, source="f" * 64)])
    (found,) = read_series(Request("use", AS_OF, ("ARC",)), held)
    assert found.points[0].value == 10.0
    assert found.notes == ("The release holds two values for 2015; the first file's is taken.",)


def test_quarters_and_missing_values_are_no_years(hold):
    held = hold([{**row("ARC", 2015, 10.0), "period": "2015-Q1"}, row("ARC", 2016, None), row("ARC", 2017, 1.0)])
    (found,) = read_series(Request("use", AS_OF, ("ARC",)), held)
    assert years(found) == [2017]


ROWS = st.lists(
    st.tuples(
        st.integers(2015, 2019),
        st.sampled_from(["per cent", "per 100 inhabitants", None]),
        st.sampled_from([OLD, date(2023, 1, 1), None]),
        st.sampled_from(["USE", "OTHER"]),
        st.sampled_from(["_T", "F"]),
    ),
    min_size=1,
    max_size=12,
    unique=True,
)


@pytest.mark.parametrize("vintage", [None, "all", OLD])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=ROWS)
def test_no_series_ever_has_values_of_two_units(hold, vintage, found):
    rows = [
        row("ARC", year, 50.0, unit=unit, vintage=day, code=code, sex=sex, row=at)
        for at, (year, unit, day, code, sex) in enumerate(found)
    ]
    asked = Request("use", AS_OF, ("ARC",), by="sex", vintage=vintage, join_breaks=True)
    for series in guarded_series(asked, hold(rows)):
        assert {rows[point.row]["unit"] or "" for point in series.points} == {series.unit}
