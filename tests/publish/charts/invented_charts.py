"""One chart of each kind, all invented; trend twice, for both ways of showing a projection."""

from datetime import date

from stocktake.frameworks.areas import areas
from stocktake.publish.charts import Chart
from stocktake.publish.charts.aggregates import Aggregate, Aggregates
from stocktake.publish.charts.calendar_strip import Calendar, Window
from stocktake.publish.charts.chart import Content
from stocktake.publish.charts.dots import Dot, Dots, Mark
from stocktake.publish.charts.heat import Heat
from stocktake.publish.charts.pairs import Pair, Pairs
from stocktake.publish.charts.tiles import Tile, Tiles
from stocktake.publish.charts.timeline import Event, Life, Timeline
from stocktake.publish.charts.trend import Ahead, Goal, Line, Point, Trend
from stocktake.values.interval import Interval

NAMES = (
    "Examplia", "Fictitia", "Samplestan", "Inventia", "The Former Yugoland Republic of Longname and Dependencies",
    "Utopia", "Erewhon", "Ruritania", "Freedonia", "Zubrowka", "Sylvania", "Genovia",
)  # fmt: skip


def points(first: int, *values: float | None, breaks: dict[int, str] | None = None) -> tuple[Point, ...]:
    """The values of years that follow each other."""
    return tuple(
        Point(first + at, value, breaks=(breaks or {}).get(first + at, "")) for at, value in enumerate(values)
    )


TREND = Trend(
    (
        Line("World", points(2010, *range(29, 44)), (Ahead(2030, 80.2, Interval(74.5, 86.1)),)),
        Line(
            "Least developed countries",
            points(
                2010,
                4.6,
                6,
                7.5,
                9.3,
                11,
                13.5,
                16,
                None,
                None,
                24,
                27,
                28,
                30,
                33,
                35,
                breaks={2019: "new population base"},
            ),
            (Ahead(2030, 49.2, Interval(38.5, 59.1)),),
        ),
        Line("Examplia (release of 2023)", (Point(2012, 22), Point(2015, 31), Point(2019, 29.7), Point(2021, 50))),
        Line(
            "Examplia (release of 2025)", (Point(2012, 24), Point(2015, 33), Point(2019, 44.7), Point(2021, 52.1))
        ),
    ),
    "per cent",
    (Goal("Target for 2030", 95, 2030),),
)
FAN = Trend(
    (
        Line(
            "Examplia",
            points(2012, 10, 12, 15, 19, 22, 30, 33, 39),
            tuple(Ahead(2019 + at, 39 + 4 * at, Interval(39 + 3 * at, 39 + 5 * at)) for at in range(1, 12)),
        ),
        Line(
            "Fictitia", tuple(Point(2012 + at, 3 * at + 20, Interval(3 * at + 15, 3 * at + 29)) for at in range(8))
        ),
    ),
    "per cent",
    (Goal("Target for 2030", 100, 2030), Goal("Target for 2020 (expired)", 50, 2020)),
)
PAIRS = Pairs(
    (
        Pair("World", 65, 70, 65 / 70, Interval(0.915, 0.942)),
        Pair("Least developed countries", 29, 41, 29 / 41, Interval(0.687, 0.728)),
        Pair("Landlocked developing countries", 34, None),
        Pair("Examplia, the Invented Republic of", 72.4, 69.1, 1.05, Interval(1.04, 1.06)),
        Pair("Fictitia", None, None),
        Pair("Samplestan", 0.4, 2.1, 0.19, Interval(0.17, 0.22)),
    ),
    "per cent",
)
DOTS = Dots(
    tuple(
        Dot(
            name,
            None if at in (3, 7) else round(3 + at * 8.7, 1),
            str(2018 + at % 6),
            Interval(at, at * 9) if at == 4 else None,
        )
        for at, name in enumerate(NAMES)
    ),
    "per cent",
    "value",
    (Mark("World", 68),),
)
AGGREGATES = Aggregates(
    (
        Aggregate("World", 68.1, Interval(64, 72), 232, 210, 0.96),
        Aggregate("Least developed countries, as classified then", 35.2, Interval(31, 41), 46, 40, 0.9),
        Aggregate("Small island developing States", 51.0, Interval(20, 85), 52, 12, 0.31, published=False),
        Aggregate("High income, the publisher's own", 93),
    ),
    "per cent",
)
HEAT = Heat(
    tuple(f"Line {letter} of an invented plan with a name" for letter in "ABCDEFGHIJK"),
    ("Africa", "Arab States", "Asia and the Pacific", "Europe", "Latin America and the Caribbean", "Global"),
    tuple(
        tuple(
            None if row * column == 12 else 0 if row == 8 else (row * 7 + column * 5) % 13 for column in range(6)
        )
        for row in range(11)
    ),
    "contributions",
)
TILES = Tiles(
    tuple(
        Tile(code, None if at % 9 == 4 else (at * 37) % 101)
        for at, code in enumerate(
            sorted(code for code, area in areas().items() if not area.until and area.subregion)
        )
    ),
    "per cent",
    (25, 50, 75, 95),
)
TIMELINE = Timeline(
    (
        Life(
            "Bridges between islands",
            tuple(
                Event(year, change, f"paragraph {year - 2000}")
                for year, change in (
                    (2012, "first seen"), (2013, "identical"), (2014, "edited"), (2015, "edited"), (2017, "identical"),
                    (2018, "split"), (2019, "identical"), (2020, "moved"), (2021, "gone"), (2024, "back"), (2025, "edited"),
                )
            ),
        ),
        Life("Ferries", (Event(2015, "first seen"), Event(2017, "merged"), Event(2022, "edited"), Event(2025, "identical"))),
    ),
    2012,
    2025,
    (2016, 2023),
)  # fmt: skip
CALENDAR = Calendar(
    (
        Window("Report on bridges, through the invented commission", date(2026, 1, 15), date(2026, 3, 31)),
        Window("Session of the commission", date(2026, 4, 20), date(2026, 4, 24)),
        Window(
            "Review of all bridges, at a meeting of high level",
            date(2026, 9, 1),
            date(2026, 12, 31),
            "from the session",
        ),
        Window("Report that was due", date(2025, 3, 1), date(2025, 5, 31), "passed"),
    ),
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2026, 2, 10),
)
CONTENTS: dict[str, Content] = {
    "trend": TREND,
    "fan": FAN,
    "pairs": PAIRS,
    "dots": DOTS,
    "aggregates": AGGREGATES,
    "heat": HEAT,
    "tiles": TILES,
    "timeline": TIMELINE,
    "calendar": CALENDAR,
}


def chart(name: str, title: str = "Bridges in invented areas") -> Chart:
    """The chart of that name."""
    return Chart(
        title,
        CONTENTS[name],
        subtitle="Per cent of the islands, 2024 or latest",
        sources=("Invented agency, Invented data set, release of 1 March 2025",),
        notes=("The figures are made up.",),
        example=True,
    )
