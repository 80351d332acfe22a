"""Bands: how far a target is reached on the scale of its framework, in the framework's own words.

Formula (ITU, universal and meaningful connectivity): score = 100 (v - low) / (high - low), kept within 0 and 100, with
both ends as the target's publisher has them. The score stands in the last band whose least score it reaches. A target
whose ends are not recorded has no score: none is invented. No value is a band too: No data.
"""

from stocktake.statistics.measures.goals import target_words, targets_of
from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.request import Holdings, Request, TargetFacts
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.series import Point, Series, read_series, release_words, where, whom

NAME = "band"
NO_DATA = "No data"
UNIT = "score"
HIGHEST = 100.0
Scale = tuple[float, float]


def score_of(value: float, scale: Scale) -> float:
    """100 (v - low) / (high - low), kept within 0 and 100; ``high`` may lie below ``low`` where less is wanted."""
    low, high = scale
    return min(max(HIGHEST * (value - low) / (high - low), 0.0), HIGHEST)


def band_of(score: float, bands: tuple[tuple[str, float], ...]) -> str:
    """The last band whose least score is reached; bands as (name, least score), the lowest first."""
    return [name for name, low in bands if score >= low][-1]


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each series, year asked (else the latest) and target with a scale; null where there is none."""
    series = read_series(request, holdings)
    held = {each.area for each in series}
    return (
        *(result for each in series for result in _results(each, request, holdings)),
        *(_no_data(area, request, holdings) for area in request.areas if area not in held),
    )


def _results(series: Series, request: Request, holdings: Holdings) -> list[Result]:
    area = series.area
    targets = [each for each in targets_of(area, request, holdings) if each.scale and each.bands]
    if not targets:
        because = (
            f"No target of {request.indicator} with the ends of its score is recorded for {holdings.name(area)}."
        )
        return [Result(NAME, area, holdings.name(area), because, **whom(series))]
    years = [int(period) for period in request.periods] or [series.latest.year]
    points = [point for point in series.points if point.year in years]
    if not points:
        return [_no_data(area, request, holdings)]
    return [_result(series, point, target, (request, holdings)) for point in points for target in targets]


def _no_data(area: str, request: Request, holdings: Holdings) -> Result:
    missing = not_held(NAME, area, request, holdings)
    return Result(
        NAME, area, missing.name, missing.because, period=missing.period, unit=UNIT, details={"band": NO_DATA}
    )


def _result(series: Series, point: Point, target: TargetFacts, asked: tuple[Request, Holdings]) -> Result:
    request, holdings = asked
    scale = target.scale or (0.0, HIGHEST)
    score = score_of(point.value, scale)
    band = band_of(score, target.bands)
    words = [
        f"{point.value:g} on the scale from {scale[0]:g} to {scale[1]:g} ({target.name}): {band}.",
        *target_words(target, series.area, point.value, request, holdings),
        f"From the {release_words(series.vintage, series.release)}.",
        *series.notes,
    ]
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(words),
        period=str(point.year),
        value=score,
        unit=UNIT,
        vintage=series.vintage,
        source=where(holdings, point.source, point.row),
        status=point.status,
        details={"band": band, "target": target.name, "scale": list(scale), "value": point.value},
        **whom(series),
    )
