"""Progress towards a target, judged in four ways side by side, with where they disagree.

The methods themselves are in ``progress_methods``. One result per method: its value is the method's own number. Knows
base, latest value and target of a series, guarded against breaks; a group has the publisher's own series.
"""

from collections.abc import Iterator
from dataclasses import asdict, replace

from stocktake.statistics.measures.goals import open_targets_of, target_words
from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.progress_methods import (
    Aim,
    Judgement,
    judge_by_growth,
    judge_by_required_growth,
    judge_by_saturation,
    judge_by_trend,
    parity_value,
)
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, Request, TargetFacts
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.series import Point, Series, guarded_series, release_words, where, whom

NAME = "progress"


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """Four results for each series and target, or for the direction where no target is set."""
    series = guarded_series(request, holdings)
    held = {each.area for each in series}
    return (
        *(result for each in series for result in _results(each, request, holdings)),
        *(not_held(NAME, area, request, holdings) for area in request.areas if area not in held),
    )


def judge(series: Series, aim: Aim, base_year: int) -> tuple[Judgement, ...]:
    """What the four methods say of a series; the base is ``base_year`` or the first later year."""
    points = [(point.year, point.value) for point in series.points]
    base = next((each for each in points if each[0] >= base_year), points[0])
    latest = points[-1]
    return (
        judge_by_growth(base, latest, aim),
        judge_by_required_growth(base, latest, aim),
        judge_by_trend(points, base, aim),
        judge_by_saturation([each for each in points if each[0] >= base[0]], aim),
    )


def disagreement(judgements: tuple[Judgement, ...]) -> str:
    """What the methods that can judge say, in one sentence, and whether they agree."""
    said = [each for each in judgements if each.verdict is not None]
    words = "; ".join(f"{each.method}: {each.verdict}" for each in said)
    if len({each.on_track for each in said}) > 1:
        return f"The methods disagree ({words})."
    return f"The methods agree ({words})." if said else "No method can judge."


def aim_of(target: TargetFacts | None, request: Request, facts: IndicatorFacts) -> Aim:
    """What is wanted of an indicator; with a target that is to be equalled the distance on either side counts."""
    if target is None:
        is_upward = facts.direction != "lower"
        return Aim(None, request.goal, is_upward, facts.high if is_upward else facts.low)
    year = target.year or request.goal
    if target.comparator == "equal":
        return Aim(parity_value(target.value), year, is_upward=False)
    is_upward = target.comparator == "at least"
    return Aim(target.value, year, is_upward, facts.high if is_upward else facts.low)


def _results(series: Series, request: Request, holdings: Holdings) -> Iterator[Result]:
    facts = holdings.facts(request.indicator)
    targets = open_targets_of(series.area, request, holdings)
    for target in targets or (None,):
        if target is None and facts.direction == "none":
            because = f"Neither a target nor a direction is known for {request.indicator}."
            yield Result(NAME, series.area, holdings.name(series.area), because, **whom(series))
            continue
        judged = _as_parity(series) if target and target.comparator == "equal" else series
        judgements = judge(judged, aim_of(target, request, facts), request.base)
        for judgement in judgements:
            yield _result(series, judgement, (target, judgements), request, holdings)


def _as_parity(series: Series) -> Series:
    points = tuple(replace(point, value=parity_value(point.value)) for point in series.points if point.value > 0)
    return replace(series, points=points) if points else series


def _result(
    series: Series,
    judgement: Judgement,
    judged: tuple[TargetFacts | None, tuple[Judgement, ...]],
    request: Request,
    holdings: Holdings,
) -> Result:
    target, judgements = judged
    latest: Point = series.latest
    told = target_words(target, series.area, latest.value, request, holdings) if target else []
    details = {key: value for key, value in asdict(judgement).items() if key not in ("number", "because")}
    base = series.since(request.base) or series.points[0]
    words = [judgement.because, disagreement(judgements), *told, *series.notes]
    words.append(f"From the {release_words(series.vintage, series.release)}.")
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        " ".join(word for word in words if word),
        period=str(latest.year),
        value=judgement.number,
        unit=judgement.means,
        vintage=series.vintage,
        source=where(holdings, latest.source, latest.row),
        status=latest.status,
        details={
            **details,
            "target": target.name if target else None,
            "base_year": base.year,
            "together": disagreement(judgements),
            "agree": len({each.on_track for each in judgements if each.verdict is not None}) <= 1,
        },
        **whom(series),
    )
