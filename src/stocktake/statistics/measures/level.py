"""The level: what the publisher says for an area and a year, with release, file and row. Computes nothing.

A group's level is the publisher's own figure for the group, not made from members; see ``aggregate`` for that.
"""

from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.rivals import others_words
from stocktake.statistics.measures.series import Series, read_series, release_words, where, whom

NAME = "level"


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each series and year asked, the latest where none is; null for an area that is not held."""
    series = read_series(request, holdings)
    wanted = [(one, year) for one in series for year in _years(one, request)]
    others = others_words(wanted, request, holdings)
    results = [_at(*each, others.get(each), (request, holdings)) for each in wanted]
    held = {one.area for one in series}
    return (*results, *(not_held(NAME, area, request, holdings) for area in request.areas if area not in held))


def _years(series: Series, request: Request) -> list[int]:
    return [int(period) for period in request.periods] or [_latest_seen(series, request.as_of.year)]


def _latest_seen(series: Series, year: int) -> int:
    """The last year with a value that is not ahead of ``year``; the first ahead of it where all are."""
    seen = [point.year for point in series.points if point.year <= year]
    return seen[-1] if seen else series.points[0].year


def _at(series: Series, year: int, others: str | None, asked: tuple[Request, Holdings]) -> Result:
    request, holdings = asked
    point = series.at(year)
    notes = [f"As published, {release_words(series.vintage, series.release)}."]
    if year > request.as_of.year:
        notes.append(f"{year} is after the date of the question, {request.as_of}: a projection or a slip.")
    elif point and series.vintage is None and series.latest.year > request.as_of.year:
        notes.append(
            f"Its file has values of {series.latest.year}, so it came out after {request.as_of}: the past may have "
            "been revised in it."
        )
    if point is None:
        first, last = series.points[0].year, series.latest.year
        held = f"it has {len(series.points)} from {first} to {last}"
        notes = [f"The {release_words(series.vintage, series.release)} has no value for {year}; {held}."]
    if others:
        notes.append(others)
    if series.others:
        notes.append(f"Other editions that hold the series: {series.others}.")
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join([*notes, *series.notes]),
        period=str(year),
        value=point.value if point else None,
        unit=series.unit or None,
        vintage=series.vintage,
        source=where(holdings, point.source, point.row) if point else None,
        status=point.status if point else None,
        **whom(series),
    )


def not_held(measure: str, area: str, request: Request, holdings: Holdings) -> Result:
    """The result that says that no series of an area is held."""
    split = f" by {request.by}" if request.by else ""
    because = f"No value of {request.indicator}{split} is held for {holdings.name(area)} as of {request.as_of}."
    period = request.periods[0] if len(request.periods) == 1 else None
    return Result(measure, area, holdings.name(area), because, period=period)
