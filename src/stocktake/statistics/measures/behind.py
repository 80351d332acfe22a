"""Years behind: how long ago a leading area had the value that another has now.

Formula: t - t*, t the year of the follower's latest value and t* the last time at which the leader passed through that
value, on straight lines between its observed years (time distance, Sicherl). Both series of one release each. A leader
is only the area that was named, or the one with the highest value among those asked; no judgement is meant.
"""

from dataclasses import replace
from itertools import pairwise

from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.series import (
    Series,
    combined_status,
    guarded_series,
    release_words,
    where,
    whom,
)

NAME = "behind"
Value = tuple[int, float]


def last_time_at(values: list[Value], level: float) -> float | None:
    """The last time at which a series, straight between its years, had this value; None where it never had."""
    for (year, value), (later, after) in reversed(list(pairwise(values))):
        if after == level:
            return float(later)
        if min(value, after) <= level <= max(value, after):
            return year + (later - year) * (level - value) / (after - value)
    return float(values[0][0]) if values and values[0][1] == level else None


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area but the leader; null where the leader never had the value in the years held."""
    leader_asked = (request.leader,) if request.leader and request.areas else ()
    asked = replace(request, areas=tuple(dict.fromkeys((*request.areas, *leader_asked))))
    series = guarded_series(asked, holdings)
    held = {each.area for each in series}
    parts: dict[tuple[str, ...], list[Series]] = {}
    for each in series:
        parts.setdefault((*each.identity[1:], each.unit), []).append(each)
    return (
        *(result for each in parts.values() for result in _compared(each, request, holdings)),
        *(not_held(NAME, area, request, holdings) for area in asked.areas if area not in held),
    )


def _compared(series: list[Series], request: Request, holdings: Holdings) -> list[Result]:
    named = [each for each in series if each.area == request.leader]
    if request.leader and not named:
        return [_result(each, None, holdings) for each in series]
    leader = named[0] if named else max(series, key=lambda each: each.latest.value)
    return [_result(each, leader, holdings) for each in series if each.area != leader.area]


def _result(series: Series, leader: Series | None, holdings: Holdings) -> Result:
    latest = series.latest
    at = last_time_at([(each.year, each.value) for each in leader.points], latest.value) if leader else None
    if leader is None:
        because = "No series of the leader is held in the same unit and for the same people."
    elif at is None:
        first, last = leader.points[0].year, leader.latest.year
        because = f"{holdings.name(leader.area)} did not have {latest.value:g} between {first} and {last}."
        if leader.others and leader.points[0].value > latest.value:
            because += " It had it before, and another release may say when: --join-breaks reads on into those."
    else:
        because = f"{holdings.name(leader.area)} last had {latest.value:g} at {at:.1f}."
    told = [because, f"From the {release_words(series.vintage, series.release)}."]
    if leader and leader.release != series.release:
        told.append(f"The other series is from the {release_words(leader.vintage, leader.release)}.")
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join([*told, *series.notes]),
        period=str(latest.year),
        value=latest.year - at if at is not None else None,
        unit="years",
        vintage=series.vintage,
        source=where(holdings, latest.source, latest.row),
        status=combined_status([latest.status, *([leader.latest.status] if leader else [])]),
        details={"leader": leader.area if leader else None, "value": latest.value},
        **whom(series),
    )
