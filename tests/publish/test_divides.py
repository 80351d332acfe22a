"""How divides are laid out: the published figure first, held back where it is, the way to the target in words."""

from stocktake.publish.divides_json import divide_to_json
from stocktake.publish.divides_layout import rows_of, target_words, unmeasured, value_words
from stocktake.review.divides import DivideMeasured, Measured
from stocktake.statistics.measures import Result

WAY = {"target_value": 100, "target_year": 2030, "reached": False, "expired": False}


def result(measure: str, area: str, value: float | None = None, **more: object) -> Result:
    made: dict[str, object] = {"period": "2044", "unit": "per cent", "name": area.title(), "because": "So it is."}
    return Result(measure, area, value=value, **{**made, **more})


def measured(*results: Result) -> Measured:
    asked = (result("coverage", "WLD"), result("coverage", "LDC"))
    return Measured("17.8.1", "Use of lamps", (*results, *asked))


def test_the_published_figure_comes_before_ours_and_areas_as_asked():
    rows = rows_of(
        measured(result("level", "LDC", 20.0), result("aggregate", "LDC", 21.0), result("level", "WLD", 60.0))
    )
    assert [(each.value.area, each.value.value) for each in rows] == [("WLD", 60.0), ("LDC", 20.0)]
    assert all(each.is_known for each in rows)


def test_ours_serves_where_nothing_is_published_and_held_back_stays_held_back():
    rows = rows_of(
        measured(
            result("level", "WLD"),
            result("aggregate", "WLD", 61.0),
            result("level", "LDC"),
            result("aggregate", "LDC", 9.0, published=False),
        )
    )
    assert [value_words(each.value) for each in rows] == ["61.0 (2044)", "held back"]
    assert [each.is_known for each in rows] == [True, False]


def test_an_area_of_which_nothing_is_held_stays_in_the_table():
    (row,) = rows_of(measured(result("level", "WLD")))
    assert (row.value.area, value_words(row.value)) == ("WLD", "nothing held")


def test_gaps_and_targets_stand_in_the_row_of_their_area_and_breakdown():
    about = {"breakdown": "TECH=4G"}
    rows = rows_of(
        measured(
            result("level", "WLD", 60.0, **about),
            result("level", "WLD", 80.0, breakdown="TECH=3G"),
            result("gap", "WLD", 1.2, unit="ratio", details={"15 to 24 years": 72.0, "the rest": 60.0}, **about),
            result("gap", "WLD", 1.5, unit="ratio", details={"urban": 66.0, "rural": 44.0}, **about),
            result("parity", "LDC", 0.7),
            result("distance", "WLD", 40.0, unit="points", details=WAY, **about),
        )
    )
    assert [each.value.breakdown for each in rows] == ["TECH=3G", "TECH=4G"]
    assert rows[0].gap is None
    assert rows[1].gap is not None
    assert rows[1].gap.value == 1.5, "the young against the rest is no gap of urban to rural"
    assert [target_words(each) for each in rows[1].distances] == ["40.0 points to 100 by 2030"]


def test_the_way_to_a_target_in_words():
    paced = result("distance", "WLD", 40.0, unit="points", details={**WAY, "pace_needed": 8.0, "pace_seen": 2.5})
    slow = result("distance", "WLD", -0.1, unit="points", details={**WAY, "pace_needed": -0.03, "pace_seen": -0.0})
    reached = result("distance", "WLD", 0.0, details={**WAY, "reached": True})
    missed = result("distance", "WLD", 40.0, details={**WAY, "expired": True})
    assert target_words(paced) == "40.0 points to 100 by 2030: 8.0 a year needed, 2.5 seen"
    assert target_words(slow) == "-0.1 points to 100 by 2030: -0.03 a year needed, 0 seen"
    assert target_words(reached) == "target of 100 by 2030: met in 2044"
    assert target_words(missed) == "target of 100 by 2030: not met in 2044"


def test_what_nothing_measures_is_named_and_told_in_json():
    dark = DivideMeasured("stability", "Stability", (), (), (), "Nothing measures it.")
    lit = DivideMeasured("use", "Use", ("sex",), (measured(result("level", "WLD", 60.0)),), ("other",), "")
    assert unmeasured((dark, lit)) == (dark,)
    made = divide_to_json(lit)
    assert list(made) == ["divide", "name", "by", "indicators", "lacking", "because"]
    assert made["indicators"][0]["results"][0]["value"] == 60.0
