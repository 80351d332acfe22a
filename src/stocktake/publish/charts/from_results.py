"""Charts from the results of measures: which of them make one line, one row, one tile.

Knows the shape of ``Result``. Joins nothing over releases, classifications, populations or files without a release
date: each makes a line of its own. Computes nothing; a value that is held back is not taken over.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stocktake.errors import RequestError
from stocktake.frameworks.breakdowns import breakdown_words
from stocktake.publish.charts.aggregates import Aggregate, Aggregates
from stocktake.publish.charts.dots import Dot, Dots, Mark, Order
from stocktake.publish.charts.pairs import Pair, Pairs
from stocktake.publish.charts.trend import Ahead, Goal, Line, Point, Trend
from stocktake.publish.charts.wording import listed
from stocktake.review.words import long_date
from stocktake.statistics.measures.result import Detail, Result
from stocktake.values.interval import Interval

PROJECTION = "projection"
BREAK = "B"
SIDES = (("female", "male", "Women", "Men"), ("urban", "rural", "Urban", "Rural"))
"""The two values that a pair holds: their names in the details of a result, and in print."""
_DIGITS = 8


class Identity(NamedTuple):
    """What makes values comparable: all of it has to be the same within one line."""

    area: str
    classified: str
    sex: str
    location: str
    age: str
    breakdown: str
    release: str


def trend_of(results: Sequence[Result], goals: tuple[Goal, ...] = ()) -> Trend:
    """A line for each series of each release; projections go on from the line they belong to.

    Raises:
        RequestError: There are no results, they are of several units, a period is no year, or there are too many lines.
    """
    groups: dict[Identity, list[Result]] = {}
    for result in results:
        groups.setdefault(_identity(result), []).append(result)
    names = _names({identity: rows[0].name for identity, rows in groups.items()})
    lines = tuple(_line(names[identity], rows) for identity, rows in groups.items())
    return Trend(lines, _unit(results), goals)


def _line(name: str, rows: Sequence[Result]) -> Line:
    points = [_point(row) for row in rows if row.measure != PROJECTION and row.period]
    projected = [_ahead(row) for row in rows if row.measure == PROJECTION and row.value is not None]
    # Of a series with two targets the projection to the later one holds the other.
    return Line(name, tuple(sorted(points, key=lambda point: point.year)), max(projected, key=len, default=()))


def goals_of(results: Iterable[Result]) -> tuple[Goal, ...]:
    """The targets that projections were held against, each once."""
    aimed = ((each.details.get(key) for key in ("target", "target_value", "goal_year")) for each in results)
    return tuple(
        dict.fromkeys(
            Goal(name, float(value), year)
            for name, value, year in aimed
            if isinstance(name, str) and isinstance(value, int | float) and isinstance(year, int)
        )
    )


def pairs_of(results: Sequence[Result], unit: str) -> Pairs:
    """A row for each result of parity or gap: both values, their ratio, and what rounding leaves open.

    Args:
        results: Results whose details hold two values by sex or by location, all by the same.
        unit: Of the two values; that of a result is the ratio's.

    Raises:
        RequestError: No result holds two values, or they hold different ones.
    """
    found = [side for side in SIDES if any(side[0] in each.details for each in results)]
    if len(found) != 1:
        raise RequestError(
            expected="results of parity or gap, all by sex or all by location",
            came=f"they hold {listed([f'{each[0]} and {each[1]}' for each in found])}"
            if found
            else "they hold no pair",
        )
    first, second, name, other = found[0]
    rows = tuple(
        Pair(
            _dated(each),
            _number(each.details.get(first)),
            _number(each.details.get(second)),
            each.value,
            each.interval,
        )
        for each in results
    )
    return Pairs(rows, unit, name, other, f"{name.lower()} divided by {other.lower()}")


def dots_of(results: Sequence[Result], order: Order = "name", marks: tuple[Mark, ...] = ()) -> Dots:
    """A dot for each result; those without a value stay, as missing."""
    rows = tuple(
        Dot(name, _shown(each), each.period or "", each.interval)
        for each, name in zip(results, _apart(results), strict=True)
    )
    return Dots(rows, _unit(results), order, marks)


def aggregates_of(results: Sequence[Result]) -> Aggregates:
    """A row for each result of a group, with its bounds and coverage."""
    rows = tuple(
        Aggregate(
            _dated(each, name),
            _shown(each),
            each.bounds,
            each.coverage.members if each.coverage else None,
            each.coverage.with_data if each.coverage else None,
            each.coverage.weight if each.coverage else None,
            each.published,
        )
        for each, name in zip(results, _apart(results), strict=True)
    )
    return Aggregates(rows, _unit(results))


def sources_of(results: Iterable[Result]) -> tuple[str, ...]:
    """One line for each source and release: its name, the day of its release or that it has none, its file."""
    return tuple(dict.fromkeys(_source(each) for each in results if each.source))


def _source(result: Result) -> str:
    source = result.source
    name, file = (source.name, source.file) if source else (None, None)
    release = f"release of {long_date(result.vintage.isoformat())}" if result.vintage else "without a release date"
    return ", ".join(part for part in (name, release, f"file {file}" if file else None) if part)


def _identity(result: Result) -> Identity:
    return Identity(
        result.area,
        result.classified or "",
        result.sex or "",
        result.location or "",
        result.age or "",
        result.breakdown or "",
        _release(result),
    )


def _release(result: Result) -> str:
    if result.vintage:
        return f"release of {long_date(result.vintage.isoformat())}"
    return f"file {result.source.sha256[:_DIGITS]}" if result.source else ""


def _names(named: dict[Identity, str]) -> dict[Identity, str]:
    """A name for each line that says no more than tells it apart from the others."""
    varying = [
        part for part in Identity._fields if part != "area" and len({getattr(each, part) for each in named}) > 1
    ]
    words = {each: [_said(part, own) for part in varying if (own := getattr(each, part))] for each in named}
    return {each: f"{name} ({', '.join(words[each])})" if words[each] else name for each, name in named.items()}


def _apart(results: Sequence[Result]) -> list[str]:
    """The name of each result; with what tells it from the others of its area where there are several."""
    if len({(each.area, each.classified) for each in results}) == len(results):
        return [each.name for each in results]
    identities = [_identity(each)._replace(classified="") for each in results]
    names = _names({identity: each.name for identity, each in zip(identities, results, strict=True)})
    return [names[identity] for identity in identities]


def _point(result: Result) -> Point:
    breaks = "the publisher marks a break" if result.status == BREAK else ""
    return Point(_year(result.period), _shown(result), result.bounds, breaks)


def _ahead(result: Result) -> tuple[Ahead, ...]:
    """The years of a projection; the goal's alone where it says no more."""
    goal, years = result.details.get("goal_year"), result.details.get("ahead")
    if result.value is None or result.interval is None or not isinstance(goal, int):
        raise RequestError(
            expected="a projection with a goal year and an interval", came=f"{result.name} has none"
        )
    if not isinstance(years, list):
        return (Ahead(goal, result.value, result.interval),)
    return tuple(Ahead(each["year"], each["median"], Interval(each["low"], each["high"])) for each in years)


def _year(period: str | None) -> int:
    if period is None or not period.isdigit():
        raise RequestError(expected="results by years", came=f"one is for {period or 'no period'}")
    return int(period)


def _shown(result: Result) -> float | None:
    return result.value if result.published else None


def _number(detail: Detail) -> float | None:
    return float(detail) if isinstance(detail, int | float) and not isinstance(detail, bool) else None


def _dated(result: Result, name: str | None = None) -> str:
    said = [f"as classified {result.classified}" if result.classified else "", result.period or ""]
    words = ", ".join(part for part in said if part)
    own = name or result.name
    return f"{own} ({words})" if words else own


def _unit(results: Sequence[Result]) -> str:
    units = sorted({each.unit for each in results if each.unit})
    if not results or len(units) > 1:
        raise RequestError(
            expected="results of one unit", came=f"they are in {listed(units)}" if units else "there are none"
        )
    return units[0] if units else ""


def _said(part: str, value: str) -> str:
    """What tells one line from another, in words."""
    if part == "breakdown":
        return breakdown_words(value)
    return f"as classified {value}" if part == "classified" else value
