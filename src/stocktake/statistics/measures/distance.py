"""Distance to a target: points still to go, share of the way gone, the pace needed against the pace seen.

Formulas: points = target - value; share = (value - base) / (target - base); pace needed = points / years left; pace
seen = (value - base) / years gone, straight line. Base is the base year of the request or the first later year. A
target whose year has passed is said to have expired; no pace is asked of it.
"""

from dataclasses import dataclass

from stocktake.statistics.measures.goals import target_words, targets_of
from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.request import Holdings, Request, TargetFacts
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import Series, guarded_series, release_words, where, whom

NAME = "distance"


@dataclass(frozen=True, slots=True)
class Pace:
    """Points a year.

    Attributes:
        needed: To reach the target in time; None where no year is left or none is set.
        seen: Since the base year; None with one year of data.
    """

    needed: float | None
    seen: float | None

    @property
    def factor(self) -> float | None:
        """By how much the pace has to grow: needed / seen; None where it cannot be said or goes the other way."""
        if self.needed is None or not self.seen or self.needed / self.seen < 0:
            return None
        return self.needed / self.seen


def share_of_the_way(base: float, value: float, target: float) -> float | None:
    """(value - base) / (target - base): 0 at the base, 1 at the target; None where the base was at the target."""
    return (value - base) / (target - base) if target != base else None


def pace(base: tuple[int, float], latest: tuple[int, float], target: float, year: int | None) -> Pace:
    """The pace needed from the latest value and seen since the base, from (year, value) each."""
    left = year - latest[0] if year is not None else 0
    gone = latest[0] - base[0]
    return Pace(
        (target - latest[1]) / left if left > 0 else None, (latest[1] - base[1]) / gone if gone > 0 else None
    )


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each series and target; null for an area without a target or a value."""
    series = guarded_series(request, holdings)
    held = {each.area for each in series}
    return (
        *(result for each in series for result in _results(each, request, holdings)),
        *(not_held(NAME, area, request, holdings) for area in request.areas if area not in held),
    )


def _results(series: Series, request: Request, holdings: Holdings) -> list[Result]:
    targets = targets_of(series.area, request, holdings)
    if not targets:
        because = f"No target of {request.indicator} is set for {holdings.name(series.area)}."
        return [Result(NAME, series.area, holdings.name(series.area), because, **whom(series))]
    return [_result(series, target, request, holdings) for target in targets]


def _result(series: Series, target: TargetFacts, request: Request, holdings: Holdings) -> Result:
    latest = series.latest
    base = series.since(request.base) or series.points[0]
    reached = target.is_met(latest.value)
    seen = pace((base.year, base.value), (latest.year, latest.value), target.value, target.year)
    details: dict[str, Detail] = {
        "target": target.name,
        "target_value": target.value,
        "target_year": target.year,
        "reached": reached,
        "base_year": base.year,
        "share_of_the_way": share_of_the_way(base.value, latest.value, target.value),
        "pace_needed": None if reached else seen.needed,
        "pace_seen": seen.seen,
        "factor": None if reached else seen.factor,
        "expired": target.year is not None and target.year < request.as_of.year,
    }
    words = [
        f"{latest.value:g} in {latest.year} against a target of {target.value:g} ({target.name}).",
        *target_words(target, series.area, latest.value, request, holdings),
        f"From the {release_words(series.vintage, series.release)}.",
        *series.notes,
    ]
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(words),
        period=str(latest.year),
        value=target.value - latest.value,
        unit="points" if series.unit.startswith("per cent") else series.unit or None,
        vintage=series.vintage,
        source=where(holdings, latest.source, latest.row),
        status=latest.status,
        details=details,
        **whom(series),
    )
