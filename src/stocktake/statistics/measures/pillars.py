"""Pillars: an index beside the mean of the parts that it is published with.

Formula: the unweighted mean of the parts that the indicator's facts name, all of one release, for the same area and
year. Parts are read as published and never made again from what stands below them: their goalposts are their
publisher's. Beside the mean stands the index as published, and whether rounding can explain the difference.
"""

from collections.abc import Mapping
from dataclasses import replace

from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import (
    Point,
    Series,
    combined_status,
    place_in,
    read_series,
    release_words,
)
from stocktake.values.interval import Interval, decimals_among, rounded

NAME = "pillars"
Points = Mapping[tuple[str, str, int], Point]
"""Values by area, release and year."""
Parts = Mapping[str, Points]
"""The values of each part."""


def mean_of(parts: list[Interval]) -> Interval:
    """All means that values within these intervals, one of each, can have."""
    return Interval(sum(each.low for each in parts) / len(parts), sum(each.high for each in parts) / len(parts))


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and release with all parts, for the years asked or the latest; null where none has."""
    facts = holdings.facts(request.indicator)
    if not facts.parts:
        because = f"{request.indicator} is the mean of no parts that the frameworks name."
        return tuple(Result(NAME, area, holdings.name(area), because) for area in request.areas)
    asked = replace(request, by=None)
    series = {code: read_series(asked, holdings, code) for code in facts.parts}
    whole = _points(read_series(asked, holdings))
    parts = {code: _points(each) for code, each in series.items()}
    releases = {(each.area, each.release): each for each in series[facts.parts[0]]}
    results = [
        _result(each, year, parts, (whole, holdings))
        for each in releases.values()
        for year in _years(each, parts, request)
    ]
    done = {each.area for each in results}
    return (*results, *(_lacking(area, request, holdings) for area in request.areas if area not in done))


def _lacking(area: str, request: Request, holdings: Holdings) -> Result:
    missing = not_held(NAME, area, request, holdings)
    names = ", ".join(holdings.facts(request.indicator).parts)
    return replace(missing, because=f"No release holds all parts ({names}) for {missing.name} in one year.")


def _points(series: tuple[Series, ...]) -> Points:
    return {(each.area, each.release, point.year): point for each in series for point in each.points}


def _years(series: Series, parts: Parts, request: Request) -> list[int]:
    """The years with all parts: those asked, else the latest."""
    key = (series.area, series.release)
    held = [point.year for point in series.points if all((*key, point.year) in each for each in parts.values())]
    return [year for year in held if str(year) in request.periods] if request.periods else held[-1:]


def _result(series: Series, year: int, parts: Parts, held: tuple[Points, Holdings]) -> Result:
    whole, holdings = held
    points = {code: each[series.area, series.release, year] for code, each in parts.items()}
    values = {code: point.value for code, point in points.items()}
    printed = decimals_among(values.values())
    interval = mean_of([rounded(value, printed) for value in values.values()])
    published = whole.get((series.area, series.release, year))
    told = ", ".join(f"{code} {value:g}" for code, value in values.items())
    words = (
        f"Mean of {told}; {release_words(series.vintage, series.release)}.",
        _beside(published, interval),
    )
    details: dict[str, Detail] = {**values, "published": published.value if published else None}
    files = {point.source for point in points.values()}
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(words),
        period=str(year),
        value=sum(values.values()) / len(values),
        unit=series.unit or None,
        interval=interval,
        vintage=series.vintage,
        source=place_in(holdings, files.pop()) if len(files) == 1 else None,
        status=combined_status(point.status for point in points.values()),
        details=details,
    )


def _beside(published: Point | None, interval: Interval) -> str:
    if published is None:
        return "The index itself is not in that release."
    agrees = rounded(published.value, decimals_among([published.value])).overlaps(interval)
    return f"Published as {published.value:g}, {'which it rounds to' if agrees else 'which rounding does not explain'}."
