"""What each kind shows and says: nothing joined that does not belong together, nothing missing left out."""

from datetime import date

import pytest
from invented_charts import AGGREGATES, CALENDAR, DOTS, FAN, HEAT, PAIRS, TILES, TIMELINE, TREND, points

from stocktake.errors import NotFoundError, RequestError
from stocktake.publish.charts.calendar_strip import Calendar, Window
from stocktake.publish.charts.chart import Paper
from stocktake.publish.charts.dots import Dot, Dots
from stocktake.publish.charts.heat import Heat
from stocktake.publish.charts.tiles import LAYOUT, Tile, Tiles
from stocktake.publish.charts.timeline import Event, Life, Timeline
from stocktake.publish.charts.trend import Line, Point, Trend

PAPER = Paper()


def pieces(content):
    """The runs of years that are joined by a line, each with its dashes; projections left out."""
    rows = [
        row
        for layer in content.plot(PAPER).layers
        if layer["mark"]["type"] == "line"
        for row in layer["data"]["values"]
        if "low" not in row
    ]
    names = dict.fromkeys(row["piece"] for row in rows)
    return [
        (
            [row["year"] for row in rows if row["piece"] == name],
            next(row["dash"] for row in rows if row["piece"] == name),
        )
        for name in names
    ]


def words(content):
    """All words drawn, and the notes below."""
    plot = content.plot(PAPER)
    drawn = [
        row["text"] for layer in plot.layers if layer["mark"]["type"] == "text" for row in layer["data"]["values"]
    ]
    return [*drawn, *plot.notes]


def test_a_break_is_a_gap_and_years_without_a_value_are_crossed_by_fine_dots():
    line = Line("Examplia", points(2010, 1, 2, None, 4, 5, 6, breaks={2014: "other question"}))
    assert pieces(Trend((line,), "per cent")) == [
        ([2010, 2011], [1, 0]),
        ([2011, 2013], [1, 4]),
        ([2014, 2015], [1, 0]),
    ]
    assert words(Trend((line,), "per cent"))[-2:] == [
        "//: break in the series, not to be compared across. Examplia 2014: other question.",
        "Fine dots cross years without a value.",
    ]


def test_two_releases_are_two_lines():
    two = Trend((Line("A (2023)", points(2010, 1, 2)), Line("A (2025)", points(2011, 3, 4))), "per cent")
    assert [years for years, _ in pieces(two)] == [[2010, 2011], [2011, 2012]]
    assert {"A (2023)", "A (2025)"} <= set(words(two))


def test_the_words_of_a_trend():
    assert TREND.words().split(". ")[:5] == [
        "World: from 29 per cent in 2010 to 43 per cent in 2024",
        "Projected: 80.2 per cent in 2030, 80 per cent of the runs 74.5–86.1",
        "Least developed countries: from 4.6 per cent in 2010 to 35 per cent in 2024",
        "No value for 2017 to 2018",
        "Break in the series, not to be compared across: 2019 (new population base)",
    ]
    assert TREND.words().endswith("Target for 2030 is 95 per cent by 2030.")
    assert (
        Trend((Line("A", ()), Line("B", points(2020, 3))), "").words() == "A: no value. B: one value, 3 in 2020."
    )
    assert "Lowest 1 in 2011 and highest 9 in 2012." in Trend((Line("A", points(2010, 4, 1, 9, 5)),), "").words()


def test_a_projection_of_one_year_is_a_bar_and_of_many_a_band():
    def kinds(content):
        return {layer["mark"]["type"] for layer in content.plot(PAPER).layers}

    assert "area" in kinds(FAN)
    assert "area" not in kinds(TREND)
    assert "Bar: 80 per cent of the runs of the projection; the dashes only lead to their median." in words(TREND)


@pytest.mark.parametrize(("make", "message"), [
    (lambda: Line("A", (Point(2012, 1.0), Point(2011, 1.0))),
     "expected years in order, each once, projected ones last, but the line 'A' has 2012, 2011."),
    (lambda: Trend((), ""),
     "expected 1 to 8 lines of different names, but there is none. Choose fewer areas, or show them as dots."),
    (lambda: Heat(("A",), ("B", "C"), ((1,),), "reports"),
     "expected 1 rows of 2 counts, at least one of each, but there are 1 rows of 1."),
    (lambda: Tiles((Tile("NOR", 1.0),), "", (5, 2)), "expected 1 to 4 rising limits of classes, but there are 5, 2."),
    (lambda: Tiles((Tile("NOR", 1.0), Tile("NOR", 2.0)), "", (5,)),
     "expected each area once, but NOR stood twice."),
    (lambda: Window("Report", date(2026, 2, 1), date(2026, 1, 1)),
     "Report: expected an earliest day that is not after the latest, but 2026-02-01 and 2026-01-01 were given."),
    (lambda: Calendar((), date(2026, 2, 1), date(2026, 2, 1)),
     "expected a first day before the last, but 2026-02-01 and 2026-02-01 were given."),
    (lambda: Life("Bridges", (Event(2012, "edit"),)),
     ("Bridges: expected a change: first seen, identical, edited, split, merged, moved, back and gone, "
      "but 'edit' is none. Nearest: edited.")),
    (lambda: Life("Bridges", (Event(2012, "edited"), Event(2012, "moved"))),
     "Bridges: expected events in order, one a year, but they are not."),
])  # fmt: skip
def test_what_makes_no_chart_is_refused(make, message):
    with pytest.raises(RequestError) as caught:
        make()
    assert caught.value.message == message


def test_a_tile_of_no_area_is_refused():
    with pytest.raises(NotFoundError) as caught:
        Tiles((Tile("ZZZ", 1.0),), "", (5,))
    assert caught.value.message.startswith("expected codes of areas, but ZZZ is none.")


def test_pairs_say_both_values_the_ratio_and_what_is_missing():
    assert (
        PAIRS.words().split(". ")[0]
        == "World: women 65 per cent, men 70 per cent, women divided by men 0.93 (0.91–0.95)"
    )
    assert "Fictitia: women no value, men no value." in PAIRS.words()
    assert {"men: no value", "women and men: no value", "65", "70"} <= set(words(PAIRS))
    assert PAIRS.table()[1][2] == ("Landlocked developing countries", 34, None, None, None, None)


def test_dots_are_in_order_and_areas_without_a_value_are_named():
    values = [dot.value for dot in DOTS.shown]
    assert values == sorted(values, reverse=True)
    by_name = Dots(DOTS.rows, "per cent")
    assert [dot.name for dot in by_name.shown] == sorted(dot.name for dot in DOTS.shown)
    assert "No value: Inventia and Ruritania." in words(DOTS)
    assert [row[:2] for row in DOTS.table()[1][-2:]] == [("Inventia", None), ("Ruritania", None)]
    assert DOTS.words().startswith("10 of 12 areas have a value. Lowest: 3 per cent (Examplia, 2018).")
    assert Dots((Dot("A", None),), "").words() == "0 of 1 areas have a value. No value: A."


def test_a_value_that_is_held_back_stands_nowhere():
    assert AGGREGATES.rows[2].value == 51.0
    said = [*words(AGGREGATES), AGGREGATES.words(), str(AGGREGATES.table()), str(AGGREGATES.plot(PAPER).layers)]
    assert not [text for text in said if "51.0" in text or "51 " in text]
    assert AGGREGATES.table()[1][2] == ("Small island developing States", None, 20, 85, 52, 12, 0.31, "held back")
    assert (
        "Small island developing States: held back, it can be 20–85, data for 12 of 52 members"
        in AGGREGATES.words()
    )


def test_a_heat_table_prints_every_count_and_a_dash_for_the_unknown():
    drawn = words(HEAT)
    assert drawn.count("–") == sum(row.count(None) for row in HEAT.cells)
    assert HEAT.table()[1][0] == (HEAT.rows[0], *HEAT.cells[0])
    assert HEAT.words().endswith("3 cells are not known. None at Line I of an invented plan with a name.")
    assert HEAT.plot(Paper(360)).notes[0].startswith("A: Africa; B: Arab States; C: Asia and the Pacific")


def test_tiles_stand_in_their_subregions_and_say_that_the_layout_is_our_own():
    assert LAYOUT in words(TILES)
    assert {"Western Africa", "Caribbean", "Polynesia"} <= set(words(TILES))
    assert len(TILES.table()[1]) == len(TILES.tiles)
    assert ("NOR", "Norway", "Northern Europe") in [row[:3] for row in TILES.table()[1]]
    one = Tiles((Tile("NOR", 25.0), Tile("TUV", None)), "per cent", (25, 50))
    assert one.words() == (
        "1 of 2 areas have a value: 0 below 25, 1 25 to under 50 and 0 50 and above. "
        "Lowest: 25 per cent (Norway). Highest: 25 per cent (Norway). No value: Tuvalu."
    )


def test_every_area_has_a_tile_of_its_own():
    layers = [layer for layer in TILES.plot(PAPER).layers if layer["mark"]["type"] == "rect"]
    corners = [(row["x"], row["y"]) for layer in layers for row in layer["data"]["values"] if row["y"] > 0]
    assert len(corners) == len(set(corners)) == len(TILES.tiles)


def test_no_line_goes_on_after_a_provision_is_gone_and_years_not_held_are_dotted():
    rows = [
        row
        for layer in TIMELINE.plot(PAPER).layers
        if layer["mark"]["type"] == "line"
        for row in layer["data"]["values"]
    ]
    joined = {(rows[at]["value"], rows[at + 1]["value"]): rows[at]["dash"] for at in range(0, len(rows), 2)}
    assert (2021, 2024) not in joined
    assert joined[2015, 2017] == [1, 4]
    assert joined[2014, 2015] == [1, 0]
    assert TIMELINE.words().endswith(
        "Ferries: first seen 2015, merged 2017, edited 2022, identical in 2025. No text is held for 2016 and 2023."
    )
    assert Timeline((Life("Roads", ()),), 2012, 2013).words() == "Roads: nothing is known."


@pytest.mark.parametrize(
    ("last", "names"),
    [(date(2026, 6, 30), ["Jan 2026", "Mar", "May"]), (date(2029, 12, 31), ["2026", "2027", "2028", "2029"])],
)
def test_the_calendar_names_months_and_over_many_years_the_years(last: date, names: list[str]) -> None:
    window = Window("Kite day", date(2026, 5, 1), date(2026, 5, 2))
    layers = Calendar((window,), date(2026, 1, 1), last).plot(Paper(336)).layers
    shown = [row["text"] for layer in layers for row in layer["data"]["values"] if row.get("y") == -6]
    assert shown == names


def test_the_calendar_names_what_lies_outside():
    assert "Outside the days shown: Report that was due." in words(CALENDAR)
    assert "Dotted line: 10 February 2026, the as-of date." in words(CALENDAR)
    assert CALENDAR.words().startswith(
        "As of 10 February 2026. Report that was due: 1 March – 31 May 2025 (passed)."
    )
    assert CALENDAR.table()[1][1] == ("Session of the commission", "2026-04-20", "2026-04-24", "")
