"""The section on divides: what is told of an indicator, its table and charts, and what cannot be told."""

from dataclasses import replace
from datetime import date

from workshop import review

from stocktake.publish.divides_layout import rows_of
from stocktake.publish.report.model import Figure, Paragraph, TablePart
from stocktake.publish.report.sections.divide_words import coverage_told, group_words, target_told
from stocktake.publish.report.sections.divides import divide_table, divides
from stocktake.publish.report.sections.matter import Matter
from stocktake.review.divides import DivideMeasured, Measured
from stocktake.statistics.measures import Result
from stocktake.statistics.measures.result import MemberCoverage, ResultSource

FILE = ResultSource("Example Bureau", "lamps.csv", 7, "c0ffee" * 10)
NAMES = {"WLD": "World", "LDC": "Least developed countries", "RGN": "Northern Examplia"}
WAY = {"target_value": 100, "target_year": 2050, "reached": False, "expired": False, "base_year": 2035}
PACE = {"pace_needed": 4.0, "pace_seen": 1.5, "target": "Lamps for all, 2050 (lamps-2050)"}
NOT_BROKEN_DOWN = dict.fromkeys(("by_sex", "by_location", "by_age", "by_disability"), 0)
MISSED = {**WAY, **PACE, "target": "Lamps 2040 (lamps-2040)", "target_year": 2040, "expired": True}


def result(measure: str, area: str, value: float | None = None, **more: object) -> Result:
    made = {"period": "2044", "unit": "per cent", "because": "So it is as of 2045-01-15.", "source": FILE}
    return Result(measure, area, NAMES[area], value=value, **{**made, **more})


def told_of(*results: Result) -> list[object]:
    coverage = result("coverage", "WLD", 50.0, details={**NOT_BROKEN_DOWN, "by_sex": 3, "by_age": 1})
    covered = replace(coverage, coverage=MemberCoverage(10, 5, None))
    measured = Measured("17.8.1", "Use of lamps", (*results, covered, result("coverage", "LDC")))
    divide = DivideMeasured("use", "Lamps", (), (measured,), (), "")
    dark = DivideMeasured(
        "dark", "Darkness", (), (), (), "The texts name it; no indicator is known that measures it."
    )
    return list(divides(Matter(replace(review(), divides=(divide, dark)), "report")))


def words(parts: list[object]) -> str:
    return " ".join(run.text for part in parts if isinstance(part, Paragraph) for run in part.runs)


def test_levels_are_told_with_group_year_unit_and_row():
    parts = told_of(result("level", "WLD", 60.25), result("level", "LDC", 20.0, vintage=date(2044, 5, 1)))
    said = words(parts)
    assert "Use of lamps (indicator 17.8.1): " in said
    assert "the world, 60.25 per cent in 2044" in said
    assert "least developed countries, 20 per cent in 2044" in said
    runs = [run for part in parts if isinstance(part, Paragraph) for run in part.runs if run.sources]
    assert (
        runs[0].sources[0].words == "Example Bureau, lamps.csv, row 7, no release date given, SHA-256 c0ffeec0ff"
    )
    assert runs[1].sources[0].words.endswith("row 7, released on 1 May 2044, SHA-256 c0ffeec0ff")


def test_what_is_made_here_is_said_to_be_and_what_is_held_back_too():
    parts = told_of(
        result("level", "WLD", 60.0),
        result("aggregate", "LDC", 9.0, published=False, details={"held_back": "5 per cent has data"}),
        result("aggregate", "RGN", 30.0),
        result("coverage", "RGN"),
    )
    said = words(parts)
    assert "Northern Examplia, 30.0 per cent in 2044 (made here from its members)" in said
    assert (
        "Held back, because too few have data: least developed countries. For least developed countries, 5 per cent "
        "has data." in said
    )
    assert "9.0" not in said


def test_the_way_to_a_target_has_both_paces_and_missed_targets_are_named():
    parts = told_of(
        result("level", "WLD", 60.0),
        result("distance", "WLD", 40.0, unit="points", details={**WAY, **PACE}),
        result("distance", "WLD", 10.0, unit="points", details=MISSED),
    )
    assert (
        "The world: 40.0 percentage points are left to the target of 100 per cent by 2050; 4.0 points a year are "
        "needed, 1.5 were seen since 2035."
    ).casefold() in words(parts).casefold()
    assert "Not met although the year has passed: Lamps 2040, by the world." in words(parts)


def test_a_target_that_is_reached_is_said_to_be():
    reached = result("distance", "WLD", -1.0, unit="points", details={**WAY, "reached": True})
    assert target_told(reached, "the world") == "The world: the target of 100 per cent by 2050 was met in 2044."


def test_a_fall_that_is_wanted_is_called_a_fall():
    details = {**WAY, **PACE, "target_value": 2, "pace_needed": -0.04, "pace_seen": 0.2}
    told = target_told(result("distance", "WLD", -0.5, unit="points", details=details), "the world")
    assert told == (
        "The world: 0.5 percentage points are left to the target of 2 per cent by 2050; a fall of 0.04 points a year is "
        "needed, 0.2, the other way, was seen since 2035."
    )


def test_what_cannot_be_computed_has_its_reason_and_what_nothing_measures_is_listed():
    parts = told_of(
        result("level", "WLD", 60.0), result("parity", "WLD", details={"lacking": "no man is counted"})
    )
    assert "The ratio of women to men cannot be computed: no man is counted." in words(parts)
    assert (
        "Of the 10 countries and areas of the world, five have a value of the last five years; none is broken down by "
        "location or disability." in words(parts)
    )
    assert "Of the following divides nothing can be shown:" in words(parts)


def test_what_no_group_has_is_said_once_for_all():
    lacking = {"details": {"lacking": "no release held has both values"}}
    asked = [result(measure, area, **lacking) for measure in ("parity", "gap") for area in ("WLD", "LDC")]
    assert (
        "The ratios of women to men and urban to rural cannot be computed: no release held has both values, for any "
        "group." in words(told_of(result("level", "WLD", 60.0), *asked))
    )


def test_what_the_methods_say_together_is_told_of_the_area_that_is_projected():
    together = "The methods disagree (growth: on track; trend: accelerate)."
    parts = told_of(result("level", "WLD", 60.0), result("progress", "WLD", 0.97, details={"together": together}))
    assert "On the progress of the world the methods disagree (growth: on track; trend: accelerate). " in words(
        parts
    )


def test_a_column_in_which_nothing_is_held_is_left_out():
    rows = rows_of(Measured("17.8.1", "Use of lamps", (result("level", "WLD", 60.0), result("coverage", "WLD"))))
    made = divide_table(Measured("17.8.1", "Use of lamps", ()), rows, 5)
    assert made.heads == ("Area or group", "Value (year)")
    assert [cell.runs[0].text for cell in made.rows[0]] == ["World", "60 (2044)"]


def test_two_groups_are_drawn_and_an_example_says_so_in_its_pictures():
    parts = told_of(result("level", "WLD", 60.0), result("level", "LDC", 20.0))
    (figure,) = (part for part in parts if isinstance(part, Figure))
    assert figure.chart.title == "Use of lamps: latest value of each group"
    assert not figure.chart.example
    assert not [part for part in parts if isinstance(part, TablePart)], "a table would say the same again"


def test_groups_are_told_in_words():
    assert [group_words(result("level", area)) for area in NAMES] == [
        "the world",
        "least developed countries",
        "Northern Examplia",
    ]


def test_a_ratio_that_is_held_back_is_nowhere_told():
    held_back = {"published": False, "details": {"held_back": "5 per cent has data"}}
    parts = told_of(
        result("level", "WLD", 60.0),
        result("parity", "WLD", 0.53, **held_back),
    )
    assert "ratio of women to men in the world. For the world, 5 per cent" in words(parts)
    assert "0.53" not in words(parts)
    assert not [part for part in parts if isinstance(part, Figure)]
    (made,) = (part for part in parts if isinstance(part, TablePart))
    assert made.rows[0][-1].runs[0].text == "held back"
    assert made.notes == ("“Held back”: too little of the group has data for a figure to be quoted.",)


def test_of_how_many_there_is_a_recent_value_and_by_what_none_is_broken_down():
    coverage = result("coverage", "WLD", 0.0, details={**NOT_BROKEN_DOWN, "by_location": 2, "by_disability": 1})
    told = coverage_told(
        Measured("17.8.1", "Use of lamps", (replace(coverage, coverage=MemberCoverage(250, 0, None)),))
    )
    assert "".join(run.text for run in told) == (
        "Of the 250 countries and areas of the world, none has a value of the last five years; none is broken down by "
        "sex or age. "
    )
