"""Results of measures become lines, rows and tiles; what does not belong together stays apart."""

from dataclasses import replace
from datetime import date

import pytest

from stocktake.errors import RequestError
from stocktake.publish.charts.from_results import aggregates_of, dots_of, pairs_of, sources_of, trend_of
from stocktake.statistics.measures.result import MemberCoverage, Result, ResultSource
from stocktake.values.interval import Interval

OLD, NEW = date(2023, 7, 1), date(2025, 7, 1)


def level(period, value, **more):
    fields = {"period": period, "value": value, "unit": "per cent", "vintage": NEW, "status": "A", **more}
    return Result("level", "NGA", "Nigeria", "Invented.", **fields)


def test_releases_make_lines_of_their_own_and_a_break_is_kept():
    found = trend_of(
        [level("2020", 3.0), level("2019", 2.0), level("2021", 9.0, status="B"), level("2019", 1.0, vintage=OLD)]
    )
    assert [line.name for line in found.lines] == [
        "Nigeria (release of 1 July 2025)",
        "Nigeria (release of 1 July 2023)",
    ]
    assert [(each.year, each.value, each.breaks) for each in found.lines[0].points] == [
        (2019, 2.0, ""), (2020, 3.0, ""), (2021, 9.0, "the publisher marks a break"),
    ]  # fmt: skip


def test_lines_are_named_by_what_tells_them_apart():
    found = trend_of([level("2019", 2.0, sex="female"), level("2019", 3.0, sex="male")])
    assert [line.name for line in found.lines] == ["Nigeria (female)", "Nigeria (male)"]
    assert [line.name for line in trend_of([level("2019", 2.0)]).lines] == ["Nigeria"]
    then = trend_of([level("2019", 2.0, classified="then"), level("2019", 3.0, classified="now")])
    assert [line.name for line in then.lines] == ["Nigeria (as classified then)", "Nigeria (as classified now)"]


def test_files_without_a_release_date_are_told_apart_by_their_checksum():
    files = [ResultSource("Invented", "one.csv", 1, digest * 16) for digest in ("abcd", "ef01")]
    found = trend_of(
        [
            level("2019", value, vintage=None, source=source)
            for value, source in zip((1.0, 2.0), files, strict=True)
        ]
    )
    assert [line.name for line in found.lines] == ["Nigeria (file abcdabcd)", "Nigeria (file ef01ef01)"]
    assert sources_of([level("2019", 1.0, vintage=None, source=files[0])] * 2) == (
        "Invented, without a release date, file one.csv",
    )


def test_a_projection_goes_on_from_its_own_line():
    ahead = replace(
        level("2019", 70.0), measure="projection", interval=Interval(60, 80), details={"goal_year": 2030}
    )
    found = trend_of([level("2019", 2.0), level("2019", 3.0, vintage=OLD), ahead])
    assert [[each.year for each in line.ahead] for line in found.lines] == [[2030], []]
    assert [each.median for each in trend_of([ahead]).lines[0].ahead] == [70.0]


def test_what_is_held_back_is_not_taken_over():
    held = level("2019", 51.0, published=False, bounds=Interval(20, 85), coverage=MemberCoverage(52, 12, 0.31))
    assert trend_of([held]).lines[0].points[0].value is None
    assert dots_of([held]).missing == ("Nigeria",)
    row = aggregates_of([held]).rows[0]
    assert (row.name, row.shown, row.members, row.with_data, row.weight) == ("Nigeria (2019)", None, 52, 12, 0.31)


def test_dots_and_groups_of_one_area_are_named_by_what_tells_them_apart():
    several = [level("2019", 2.0), level("2019", 3.0, vintage=OLD)]
    assert [each.name for each in dots_of(several).rows] == [
        "Nigeria (release of 1 July 2025)",
        "Nigeria (release of 1 July 2023)",
    ]
    assert [each.name for each in dots_of(several[:1]).rows] == ["Nigeria"]
    made = [level("2019", 2.0, classified="now", sex=sex) for sex in ("female", "male")]
    assert [each.name for each in aggregates_of(made).rows] == [
        "Nigeria (female) (as classified now, 2019)",
        "Nigeria (male) (as classified now, 2019)",
    ]


def test_pairs_take_their_two_values_from_the_details():
    parity = Result(
        "parity", "NGA", "Nigeria", "Invented.", period="2019", value=0.5, unit="ratio", interval=Interval(0.4, 0.6),
        details={"female": 20.0, "male": 40.0, "parity": False},
    )  # fmt: skip
    found = pairs_of([parity], "per cent")
    assert (found.first, found.second, found.ratio) == ("Women", "Men", "women divided by men")
    assert [(row.name, row.first, row.second, row.ratio) for row in found.rows] == [
        ("Nigeria (2019)", 20.0, 40.0, 0.5)
    ]


@pytest.mark.parametrize(("make", "message"), [
    (lambda: trend_of([]), "expected results of one unit, but there are none."),
    (lambda: dots_of([level("2019", 1.0), level("2019", 1.0, unit="ratio")]),
     "expected results of one unit, but they are in per cent and ratio."),
    (lambda: trend_of([level("2019-Q1", 1.0)]), "expected results by years, but one is for 2019-Q1."),
    (lambda: pairs_of([level("2019", 1.0)], "per cent"),
     "expected results of parity or gap, all by sex or all by location, but they hold no pair."),
])  # fmt: skip
def test_what_does_not_fit_is_refused(make, message):
    with pytest.raises(RequestError) as caught:
        make()
    assert caught.value.message == message
