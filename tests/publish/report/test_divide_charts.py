"""Which charts of an indicator a report draws."""

from datetime import date

from stocktake.publish.charts.trend import Trend
from stocktake.publish.divides_layout import rows_of
from stocktake.publish.report.sections.divide_charts import charts_of
from stocktake.review.divides import Measured
from stocktake.statistics.measures import Result
from stocktake.statistics.measures.result import ResultSource
from stocktake.values.interval import Interval

FILE = ResultSource("Example Bureau", "lamps.csv", 7, "c0ffee" * 10)


def result(measure: str, area: str, value: float, **more: object) -> Result:
    names = {"WLD": "World", "LDC": "Least developed countries"}
    made = {"period": "2044", "unit": "per cent", "because": "So it is.", "source": FILE}
    return Result(measure, area, names[area], value=value, **{**made, **more})


def projected(area: str, target: str, year: int) -> Result:
    ahead = [{"year": each, "median": 61.0, "low": 60.0, "high": 62.0} for each in range(2045, year + 1)]
    return result(
        "projection",
        area,
        61.0,
        period="2044",
        interval=Interval(60.0, 62.0),
        details={"target": target, "target_value": 80, "goal_year": year, "ahead": ahead},
    )


def test_a_series_with_two_targets_is_one_line_that_begins_once():
    measured = Measured(
        "17.8.1",
        "Use of lamps",
        (
            result("level", "WLD", 60.0),
            result("level", "LDC", 20.0),
            projected("LDC", "Lamps 2046 (lamps-2046)", 2046),
            projected("LDC", "Lamps 2050 (lamps-2050)", 2050),
            projected("WLD", "Lamps 2050 (lamps-2050)", 2050),
            result("coverage", "WLD", 50.0),
            result("coverage", "LDC", 50.0),
        ),
    )
    *_, chart = charts_of(measured, rows_of(measured), date(2045, 1, 15))
    assert isinstance(chart.content, Trend)
    assert [each.name for each in chart.content.lines] == ["Least developed countries", "World"]
    assert [[point.year for point in each.points] for each in chart.content.lines] == [[2044], [2044]]
    assert [each.ahead[-1].year for each in chart.content.lines] == [2050, 2050]
    assert [each.year for each in chart.content.goals] == [2046, 2050]
