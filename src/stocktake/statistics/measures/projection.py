"""Projection: where a series goes if it goes on as it did, with how sure that is.

Log odds, Gompertz and a straight line are fitted to the last years and weighed by the error each would have made in the
past; draws of all three together give the median, an interval that holds 80 per cent of them, the probability of
reaching the target in its year, and the year it is reached. Growth cannot pass the ceiling. It is no forecast of what
policies will do, and no estimate of a missing value. The same seed gives the same numbers.
"""

from dataclasses import dataclass
from zlib import crc32

from stocktake.statistics.measures.goals import open_targets_of, target_words
from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.models import MODELS, Draws, draw, model_weights, past_error
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
INTERVAL = (0.1, 0.9)
SLOPE_WORDS: dict[Slope, tuple[str, ...]] = {
    "least squares": (),
    "theil-sen": ("Slopes are medians of the slopes of all pairs of years (Theil-Sen).",),
}
FURTHEST_YEAR = 2100
"""A year beyond it is not said."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What the models together say.

    Attributes:
        median: The value in the goal year.
        interval: What 80 per cent of the draws lie in; no forecast interval (``docs/reference/measures.md``).
        probability: The share of draws that reach the goal by its year.
        year: The median year in which it is reached; None beyond 2100.
        years: What 80 per cent of these years lie in; None for an end beyond 2100.
        weights: Of each model.
        errors: The past error of each model.
    """

    median: float
    interval: Interval
    probability: float
    year: int | None
    years: tuple[int | None, int | None]
    weights: dict[str, float]
    errors: dict[str, float | None]


def project(
    values: list[tuple[int, float]],
    goal: tuple[int, float],
    ceiling: float,
    seed: int,
    kind: Slope = "least squares",
) -> Projection:
    """The projection of at least ``FEWEST`` values in order of year, to the goal's year and value.

    Args:
        values: Years and values.
        goal: The goal year and the value that counts as reaching the target.
        ceiling: K, the highest value there can be.
        seed: The same seed gives the same draws.
        kind: How the slope of a line is found.
    """
    import numpy as np

    years = np.array([year for year, _ in values], dtype=float)
    series = years, np.array([value for _, value in values], dtype=float)
    errors = {model: past_error(model, *series, ceiling, kind) for model in MODELS}
    weights = model_weights(errors)
    generator = np.random.default_rng(seed)
    draws = [draw(model, series, goal, ceiling, (generator, DRAWS, kind)) for model in MODELS]
    share = np.repeat([weights[model] / DRAWS for model in MODELS], DRAWS)
    ends = _quantiles(np.concatenate([each.values for each in draws]), share)
    reached = _quantiles(np.concatenate([each.years for each in draws]), share)
    return Projection(
        ends[1],
        Interval(ends[0], ends[2]),
        _probability(draws, weights, goal[1]),
        _year(reached[1]),
        (_year(reached[0]), _year(reached[2])),
        weights,
        errors,
    )


def _quantiles(numbers: object, weights: object) -> list[float]:
    """The weighted quantiles at 10, 50 and 90 per cent: the least number with that much weight at or below it."""
    import numpy as np

    numbers, weights = np.asarray(numbers), np.asarray(weights)
    order = np.argsort(numbers, kind="stable")
    below = np.cumsum(weights[order])
    at = np.searchsorted(below, [INTERVAL[0], 0.5, INTERVAL[1]]).clip(max=len(numbers) - 1)
    return [float(each) for each in numbers[order][at]]


def _probability(draws: list[Draws], weights: dict[str, float], goal: float) -> float:
    return sum(
        weights[model] * float((each.values >= goal).mean()) for model, each in zip(MODELS, draws, strict=True)
    )


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
    reason = None
    if facts.high is None or facts.high <= 0:
        reason = f"{request.indicator} has no ceiling, and without one growth is not projected."
    elif not targets:
        reason = f"No target of {request.indicator} is in force for {holdings.name(series.area)}."
    elif len(recent) < FEWEST:
        reason = f"{len(recent)} values in {LONGEST} years are too few to project; it takes {FEWEST}."
    if reason is not None or facts.high is None:
        words = " ".join([reason or "", *series.notes])
        return [Result(NAME, series.area, holdings.name(series.area), words, **whom(series))]
    return [_result(series, recent, (target, facts.high), request, holdings) for target in targets]


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
        *(
            ["Slopes are medians of the slopes of all pairs of years (Theil-Sen)."]
            if request.slope != "least squares"
            else []
        ),
        f"{goal[1]:g} counts as reaching the target of {target.value:g} ({target.name}).",
        *target_words(target, series.area, series.latest.value, request, holdings),
        f"From the {release_words(series.vintage, series.release)}.",
        *series.notes,
    ]
    details: dict[str, Detail] = {
        "target": target.name,
        "goal_year": goal[0],
        "goal": goal[1],
        "probability": found.probability,
        "year_reached": found.year,
        "years_reached": list(found.years),
        "weights": dict(found.weights),
        "past_errors": dict(found.errors),
        "points": len(recent),
    }
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(words),
        period=str(series.latest.year),
        value=found.median,
        unit=series.unit or None,
        interval=found.interval,
        vintage=series.vintage,
        source=where(holdings, series.latest.source, series.latest.row),
        status=ESTIMATED,
        details=details,
        **whom(series),
    )
