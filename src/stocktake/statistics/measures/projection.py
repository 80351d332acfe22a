"""Projection: where a series goes if it goes on as it did, with how sure that is.

Log odds, Gompertz and a straight line are fitted to the last years and weighed by the error each would have made in the
past; draws of all three together, as far apart as those errors were, give for each year to come the median, an interval
that holds 80 per cent of them and the probability that the target is reached, and the year it is reached. Growth cannot
pass the ceiling. It is no forecast of what policies will do, and no estimate of a missing value. The same seed gives
the same numbers. How often such intervals held is in ``docs/reference/measures.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from stocktake.statistics.measures.goals import open_targets_of, target_words
from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.models import MODELS, Sample, draw, from_scale, to_scale
from stocktake.statistics.measures.past_errors import model_weights, past_errors
from stocktake.statistics.measures.progress_methods import UNIVERSAL
from stocktake.statistics.measures.request import Holdings, Request, Slope, TargetFacts
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import ESTIMATED, Series, guarded_series, release_words, where, whom
from stocktake.values.interval import Interval

NAME = "projection"
FEWEST = 5
"""Fewer points say too little of how a series grows."""
LONGEST = 15
"""Years before the last value that are fitted: what was true before says little of what comes."""
DRAWS = 1000
QUANTILES = (0.1, 0.5, 0.9)
SLOPE_WORDS: dict[Slope, tuple[str, ...]] = {
    "least squares": (),
    "theil-sen": ("Slopes are medians of the slopes of all pairs of years (Theil-Sen).",),
}
FURTHEST_YEAR = 2100
"""A year beyond it is not said."""


@dataclass(frozen=True, slots=True)
class YearAhead:
    """What the models together say of one year.

    Attributes:
        year: The year.
        median: Of the draws.
        interval: What 80 per cent of the draws lie in.
        probability: The share of draws that are at the goal.
    """

    year: int
    median: float
    interval: Interval
    probability: float


@dataclass(frozen=True, slots=True)
class Projection:
    """What the models together say.

    Attributes:
        ahead: Every year after the last value, up to the goal's.
        year: The median year in which the goal is reached; None beyond 2100.
        years: What 80 per cent of these years lie in; None for an end beyond 2100.
        weights: Of each model.
        errors: The past error of each model.
    """

    ahead: tuple[YearAhead, ...]
    year: int | None
    years: tuple[int | None, int | None]
    weights: dict[str, float]
    errors: dict[str, float | None]

    @property
    def goal(self) -> YearAhead:
        """The goal's year."""
        return self.ahead[-1]


def project(
    values: Sequence[tuple[int, float]],
    goal: tuple[int, float],
    ceiling: float,
    seed: int,
    kind: Slope = "least squares",
) -> Projection:
    """The projection of at least ``FEWEST`` values in order of year, to the goal's year and value.

    What it says of a year does not depend on the goal's year.

    Args:
        values: Years and values.
        goal: The goal year, later than the last value, and the value that counts as reaching the target.
        ceiling: K, the highest value there can be.
        seed: The same seed gives the same draws.
        kind: How the slope of a line is found.
    """
    import numpy as np

    last = values[-1][0]
    series = np.array([year for year, _ in values], dtype=float), np.array([value for _, value in values])
    past = {model: past_errors(model, *series, ceiling, kind) for model in MODELS}
    errors = {model: each.mean for model, each in past.items()}
    weights = model_weights(errors)
    sample = Sample(np.random.default_rng(seed), DRAWS, kind)
    furthest = max(goal[0] - last, LONGEST)
    drawn = {model: draw(model, series, ceiling, past[model].spreads(furthest), sample) for model in MODELS}
    share = np.repeat([weights[model] / DRAWS for model in MODELS], DRAWS)
    rows = np.concatenate([from_scale(model, drawn[model][: goal[0] - last], ceiling) for model in MODELS], axis=1)
    ahead = _ahead(rows, share, last + 1, goal[1])
    reach = [_years_to(goal[1], drawn[model], (model, values[-1][1], ceiling)) for model in MODELS]
    earliest, middle, latest = _quantiles(np.concatenate(reach)[None], share)[0]
    return Projection(ahead, _year(last + middle), (_year(last + earliest), _year(last + latest)), weights, errors)


def _ahead(rows: Any, share: Any, start: int, goal: float) -> tuple[YearAhead, ...]:
    """What the draws of each year say, a row for each from the year ``start``; ``share`` is the weight of each draw."""
    ends, probable = _quantiles(rows, share), (rows >= goal) @ share
    return tuple(
        YearAhead(year, median, Interval(low, high), float(probability))
        for year, ((low, median, high), probability) in enumerate(zip(ends, probable, strict=True), start)
    )


def _years_to(goal: float, drawn: Any, start: tuple[str, float, float]) -> Any:
    """How many years each draw takes to the goal; 0 where the last value is there, infinite for never.

    Beyond the years drawn each goes straight on, as the spread grows in proportion to the years.

    Args:
        goal: The value to reach.
        drawn: On the scale of the model, a row for each year ahead.
        start: The model, the last value, the ceiling.
    """
    import numpy as np

    model, last, ceiling = start
    first, wanted = to_scale(model, [last, goal], ceiling)
    if last >= goal:
        return np.zeros(drawn.shape[1])
    is_there = drawn >= wanted
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        further = np.where(drawn[-1] > first, np.ceil((wanted - first) / (drawn[-1] - first) * len(drawn)), np.inf)
    return np.where(is_there.any(axis=0), 1 + is_there.argmax(axis=0), further)


def _quantiles(rows: Any, weights: Any) -> list[list[float]]:
    """Of each row the quantiles at 10, 50 and 90 per cent: the least number with that much weight at or below it."""
    import numpy as np

    order = np.argsort(rows, axis=1)
    below = np.cumsum(weights[order], axis=1)
    places = np.stack([(below < each).sum(axis=1) for each in QUANTILES], axis=1).clip(max=rows.shape[1] - 1)
    found: list[list[float]] = np.take_along_axis(rows, np.take_along_axis(order, places, axis=1), axis=1).tolist()
    return found


def _year(year: float) -> int | None:
    return round(year) if year <= FURTHEST_YEAR else None


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each series and target in force; null with the reason where nothing can be projected."""
    series = guarded_series(request, holdings)
    held = {each.area for each in series}
    return (
        *(result for each in series for result in _results(each, request, holdings)),
        *(not_held(NAME, area, request, holdings) for area in request.areas if area not in held),
    )


def _results(series: Series, request: Request, holdings: Holdings) -> list[Result]:
    targets = open_targets_of(series.area, request, holdings)
    facts = holdings.facts(request.indicator)
    recent = [(each.year, each.value) for each in series.points if each.year > series.latest.year - LONGEST]
    if facts.high is None or facts.high <= 0:
        words = f"{request.indicator} has no ceiling, and without one growth is not projected."
        return [_none(words, series, holdings)]
    if not targets:
        words = f"No target of {request.indicator} is in force for {holdings.name(series.area)}."
        return [_none(words, series, holdings)]
    if len(recent) < FEWEST:
        words = f"{len(recent)} values in {LONGEST} years are too few to project; it takes {FEWEST}."
        return [_none(words, series, holdings)]
    return [_towards(target, series, (recent, facts.high), request, holdings) for target in targets]


def _none(words: str, series: Series, holdings: Holdings) -> Result:
    because = " ".join([words, *series.notes])
    return Result(NAME, series.area, holdings.name(series.area), because, **whom(series))


def _towards(
    target: TargetFacts,
    series: Series,
    fitted: tuple[list[tuple[int, float]], float],
    request: Request,
    holdings: Holdings,
) -> Result:
    """The result for one target; without a value where there is nothing to grow to or no year ahead."""
    year = target.year or request.goal
    if target.comparator != "at least":
        return _none(f"{target.name} is not a target to grow to, and only growth is projected.", series, holdings)
    if year <= series.latest.year:
        words = f"The last value is of {series.latest.year}, and {target.name} is for {year}: no year is ahead."
        return _none(words, series, holdings)
    return _result(series, fitted[0], (target, fitted[1]), request, holdings)


def _result(
    series: Series,
    recent: list[tuple[int, float]],
    aimed: tuple[TargetFacts, float],
    request: Request,
    holdings: Holdings,
) -> Result:
    target, ceiling = aimed
    goal = target.year or request.goal, min(target.met_at or target.value, UNIVERSAL * ceiling)
    seed = crc32("|".join([request.indicator, *series.identity]).encode()) ^ request.seed
    found = project(recent, goal, ceiling, seed, request.slope)
    words = [
        f"Three models of {len(recent)} values, {recent[0][0]} to {recent[-1][0]}, weighed by their past errors.",
        *SLOPE_WORDS[request.slope],
        f"{goal[1]:g} counts as reaching the target of {target.value:g} ({target.name}).",
        *target_words(target, series.area, series.latest.value, request, holdings),
        f"From the {release_words(series.vintage, series.release)}.",
        *series.notes,
    ]
    details: dict[str, Detail] = {
        "target": target.name,
        "target_value": target.value,
        "goal_year": goal[0],
        "goal": goal[1],
        "probability": found.goal.probability,
        "year_reached": found.year,
        "years_reached": list(found.years),
        "weights": dict(found.weights),
        "past_errors": dict(found.errors),
        "points": len(recent),
        "ahead": [_flat(each) for each in found.ahead],
    }
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(words),
        period=str(series.latest.year),
        value=found.goal.median,
        unit=series.unit or None,
        interval=found.goal.interval,
        vintage=series.vintage,
        source=where(holdings, series.latest.source, series.latest.row),
        status=ESTIMATED,
        details=details,
        **whom(series),
    )


def _flat(ahead: YearAhead) -> dict[str, Detail]:
    return {
        "year": ahead.year,
        "median": ahead.median,
        "low": ahead.interval.low,
        "high": ahead.interval.high,
        "probability": ahead.probability,
    }
