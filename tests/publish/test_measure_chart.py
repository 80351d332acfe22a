"""Which chart shows an answer: a projection goes on from the published values to the target."""

from dataclasses import replace
from datetime import date

import pytest

from stocktake.publish.charts import Paper, data_table, text_alternative
from stocktake.publish.charts.trend import Goal, Trend
from stocktake.publish.measure_chart import chart_of
from stocktake.statistics.measures import Result
from stocktake.values.interval import Interval
from stocktake.workspace.measuring import Measured

RELEASE = date(2025, 7, 1)
AHEAD = [
    {"year": year, "median": 60.0 + at, "low": 58.0 - at, "high": 64.0 + 2 * at, "probability": 0.0}
    for at, year in enumerate(range(2025, 2031))
]
PROJECTED = Result(
    "projection",
    "ARC",
    "Arcadia",
    "Invented.",
    period="2024",
    value=65.0,
    unit="per cent",
    interval=Interval(53.0, 74.0),
    vintage=RELEASE,
    status="E",
    details={"target": "All by 2030", "target_value": 100.0, "goal_year": 2030, "goal": 95.0, "ahead": AHEAD},
)
LEVELS = tuple(
    Result(
        "level",
        "ARC",
        "Arcadia",
        "Invented.",
        period=str(year),
        value=40.0 + 2 * at,
        unit="per cent",
        vintage=RELEASE,
    )
    for at, year in enumerate(range(2015, 2025))
)


def answer(*results):
    return Measured("use", "People who use bridges", date(2026, 1, 15), results)


def test_a_projection_goes_on_from_the_published_values_to_its_target():
    chart = chart_of(answer(PROJECTED), LEVELS)
    assert isinstance(chart.content, Trend)
    (line,) = chart.content.lines
    assert [each.year for each in line.points] == list(range(2015, 2025))
    assert [(each.year, each.median, each.band) for each in line.ahead][::5] == [
        (2025, 60.0, Interval(58.0, 64.0)),
        (2030, 65.0, Interval(53.0, 74.0)),
    ]
    assert chart.content.goals == (Goal("All by 2030", 100.0, 2030),)
    assert chart.notes == ("95 counts as reaching the target of 100.",)
    assert "Projected: 65 per cent in 2030, 80 per cent of the runs 53–74." in text_alternative(chart)
    assert data_table(chart)[1][-1] == ("All by 2030", 2030, 100.0, None, None, "target")


def test_of_two_targets_the_later_projection_is_drawn_and_both_targets_are():
    sooner = replace(
        PROJECTED,
        details={
            **PROJECTED.details,
            "target": "Half",
            "target_value": 75.0,
            "goal_year": 2027,
            "ahead": AHEAD[:3],
        },
    )
    content = chart_of(answer(sooner, PROJECTED), LEVELS).content
    assert [each.year for each in content.lines[0].ahead] == list(range(2025, 2031))
    assert [each.name for each in content.goals] == ["Half", "All by 2030"]


def test_what_could_not_be_projected_is_not_drawn_as_if_it_were():
    none = Result("projection", "ARC", "Arcadia", "Too few.")
    assert chart_of(answer(none), LEVELS).content.lines[0].ahead == ()


@pytest.mark.parametrize("width", [360, 640])
def test_nothing_but_values_and_targets_is_drawn_inside_the_plot(width):
    """A line that ends early is tied to its name by a stroke outside: inside it would be read as values."""
    early = tuple(replace(each, area="BOR", name="Borduria") for each in LEVELS[:4])
    content = chart_of(answer(PROJECTED), (*LEVELS, *early)).content
    paper = Paper(width)
    plot = content.plot(paper)
    edge = paper.width - plot.left - plot.right
    strokes = [
        row
        for layer in plot.layers
        if layer["mark"]["type"] == "rule"
        for row in layer["data"]["values"]
        if "colour" in row and "y2" in row
    ]
    assert len(strokes) == 2
    assert all(edge < row["x"] < row["x2"] for row in strokes)


def test_a_long_name_of_a_target_loses_its_end_and_never_its_value():
    name = "A target whose name is longer than the plot of a narrow page is wide"
    named = replace(PROJECTED, details={**PROJECTED.details, "target": name})
    content = chart_of(answer(named), LEVELS).content
    rows = [row for layer in content.plot(Paper(300)).layers for row in layer["data"]["values"]]
    (label,) = (row["text"] for row in rows if "A target" in row.get("text", ""))
    assert label.startswith("100: A target whose")
    assert label.endswith("…")
