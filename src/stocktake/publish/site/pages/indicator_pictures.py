"""The charts of one indicator: through the years, by sex and by location, groups with their coverage, a tile map.

Knows which results make which chart, and that a page has room for a few breakdowns only. What is held back is not
drawn. Computes nothing but where the classes of the tile map begin.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from statistics import quantiles
from typing import NamedTuple

from stocktake.frameworks.areas import areas
from stocktake.publish.charts import Chart
from stocktake.publish.charts.chart import Content
from stocktake.publish.charts.from_results import (
    PROJECTION,
    aggregates_of,
    goals_of,
    pairs_of,
    sources_of,
    trend_of,
)
from stocktake.publish.charts.styles import line_styles
from stocktake.publish.charts.tiles import Tile, Tiles
from stocktake.publish.charts.trend import Goal
from stocktake.publish.charts.wording import PERCENT
from stocktake.publish.site.model import message
from stocktake.publish.site.pages.pictures import Picture, picture_of
from stocktake.review.countries import Country
from stocktake.review.divides import Measured
from stocktake.review.histories import History
from stocktake.review.keeping import Keeper, made_anew
from stocktake.review.words import listed
from stocktake.statistics.measures import Result

MOST_BREAKDOWNS = 3
_SHARES = (20.0, 40.0, 60.0, 80.0)
_PAIRS = (
    ("parity", "female", message("Women and men")),
    ("gap", "urban", message("Towns and country")),
)


class Shown(NamedTuple):
    """A chart with its title in our own words, and the breakdown that it is of; empty for the whole."""

    title: str
    breakdown: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Facts:
    """What the charts of one indicator are drawn from.

    Attributes:
        measured: What the review measures of it.
        history: Its published values through the years.
        countries: Countries and areas one by one.
        example: All of it is invented.
        keep: Keeps the charts that were drawn.
    """

    measured: Measured
    history: History | None
    countries: Sequence[Country]
    example: bool
    keep: Keeper = made_anew

    def results(self, measure: str) -> tuple[Result, ...]:
        """The results of one measure that may be shown."""
        return tuple(
            each
            for each in self.measured.results
            if each.measure == measure and each.value is not None and each.published
        )

    def made_here(self) -> tuple[Result, ...]:
        """The groups' values made from their members; those held back too, which are drawn as such."""
        return tuple(
            each for each in self.measured.results if each.measure == "aggregate" and each.value is not None
        )


def indicator_pictures(facts: Facts) -> Iterator[Shown]:
    """The charts that can be drawn, in the order in which a page shows them."""
    yield from _trends(facts)
    for measure, side, title in _PAIRS:
        pairs = [each for each in facts.results(measure) if side in each.details]
        for breakdown, rows in by_breakdown(pairs):
            yield _shown(facts, (title, breakdown), pairs_of(rows, _unit(facts)), rows)
    for breakdown, rows in by_breakdown(facts.made_here()):
        title = message("Groups, made here from their members")
        yield _shown(facts, (title, breakdown), aggregates_of(rows), rows)
    yield from _tile_map(facts)


def by_breakdown(results: Iterable[Result]) -> list[tuple[str, list[Result]]]:
    """The results in total, or where there is no total those of the breakdowns that have most, by name."""
    found: dict[str, list[Result]] = {}
    for each in results:
        found.setdefault(each.breakdown or "", []).append(each)
    if "" in found:
        return [("", found[""])]
    most = sorted(found, key=lambda name: (-len(found[name]), name))[:MOST_BREAKDOWNS]
    return [(name, found[name]) for name in sorted(most)]


def _shown(
    facts: Facts, name: tuple[str, str], content: Content, rows: Sequence[Result], notes: tuple[str, ...] = ()
) -> Shown:
    """The chart of this title and breakdown."""
    title, breakdown = name
    chart = Chart(facts.measured.name, content, _unit(facts), sources_of(rows), notes, facts.example)
    return Shown(title, breakdown, picture_of(chart, facts.keep))


def _unit(facts: Facts) -> str:
    """The unit of the indicator's own values."""
    units = (each.unit for each in facts.measured.results if each.measure in ("level", "aggregate") and each.unit)
    return next(units, "")


def _trends(facts: Facts) -> Iterator[Shown]:
    """The world and the groups through the years, with targets and projections; a line needs two years."""
    rows = facts.history.results if facts.history else ()
    whole = [each for each in rows if each.sex is each.location is each.age is None]
    for breakdown, found in by_breakdown(_lasting(whole)):
        drawn, left = _fitting(found)
        lines = {_series(each) for each in drawn}
        ahead = [each for each in facts.results(PROJECTION) if _series(each) in lines]
        notes = (f"Not drawn for want of room: {listed(left)}.",) if left else ()
        content = trend_of([*drawn, *ahead], goals_of(ahead) or _goals(facts, breakdown))
        yield _shown(facts, (message("Through the years"), breakdown), content, drawn, notes)


def _lasting(rows: Sequence[Result]) -> list[Result]:
    years = Counter((each.area, each.breakdown) for each in rows)
    return [each for each in rows if years[each.area, each.breakdown] > 1]


def _fitting(rows: Sequence[Result]) -> tuple[list[Result], list[str]]:
    """The results of so many areas as there are lines for, and the names of the others.

    Each release makes a line of its own, so that an area may take several.
    """
    lines: dict[str, set[object]] = {}
    for each in rows:
        lines.setdefault(each.area, set()).add(_series(each))
    room, kept = len(line_styles()), set()
    for area, own in lines.items():
        if len(own) <= room:
            kept.add(area)
            room -= len(own)
    left = dict.fromkeys(each.name for each in rows if each.area not in kept)
    return [each for each in rows if each.area in kept], list(left)


def _series(result: Result) -> tuple[object, ...]:
    """What a line is of: an area, a breakdown, a release; a file where the release has no day."""
    source = result.source.sha256 if result.source else None
    return result.area, result.breakdown, result.vintage or source


def _goals(facts: Facts, breakdown: str) -> tuple[Goal, ...]:
    """The targets that the world is held against, where nothing is projected."""
    details = [each.details for each in facts.results("distance") if (each.breakdown or "") == breakdown]
    aimed = ((each.get("target"), each.get("target_value"), each.get("target_year")) for each in details)
    return tuple(
        dict.fromkeys(
            Goal(name, float(value), year)
            for name, value, year in aimed
            if isinstance(name, str) and isinstance(value, int | float) and isinstance(year, int)
        )
    )


def _tile_map(facts: Facts) -> Iterator[Shown]:
    """A tile for each country, of the whole or of the breakdown that most countries have."""
    levels = [
        each
        for country in facts.countries
        for figure in country.figures
        if figure.indicator == facts.measured.indicator
        for each in figure.results
        if each.measure == "level" and each.sex is each.location is each.age is None
    ]
    found = by_breakdown(levels)
    if not found:
        return
    breakdown, rows = max(found, key=lambda each: len(each[1]))
    held = {each.area: each for each in rows if each.area in areas()}
    values = [each.value for each in held.values() if each.value is not None]
    limits = class_limits(values, _unit(facts) or (rows[0].unit or ""))
    if not limits:
        return
    tiles = tuple(_tile(each.code, held.get(each.code)) for each in facts.countries if each.code in areas())
    content = Tiles(tiles, rows[0].unit or "", limits)
    yield _shown(facts, (message("Countries and areas"), breakdown), content, rows)


def _tile(code: str, result: Result | None) -> Tile:
    return Tile(code, result.value, result.period or "") if result else Tile(code, None)


def class_limits(values: Sequence[float], unit: str) -> tuple[float, ...]:
    """Where one class of a tile map ends and the next begins: fifths of a share, else so that each holds as many.

    The latter are rounded to two digits. Empty where there are too few values to make classes.
    """
    if unit == PERCENT:
        return _SHARES
    if len(set(values)) < len(_SHARES):
        return ()
    return tuple(sorted({_two_digits(each) for each in quantiles(values, n=len(_SHARES) + 1)}))


def _two_digits(value: float) -> float:
    return round(value, 1 - floor(log10(abs(value)))) if value else 0.0
