"""Parity by sex: the rate of women divided by the rate of men.

Formula: score = F / M; parity where 0.98 <= score <= 1.02 (ITU, Facts and Figures). The gap in points is M - F, the
gap in people the number of men less the number of women who are counted. Printed percentages are rounded: the score
carries the interval of all scores that the unrounded ones can have. Scores are never averaged; for charts there is the
adjusted score, which is symmetric.
"""

from collections.abc import Mapping
from dataclasses import replace

from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.pairs import Pair, group_pairs, pair_fields, read_pairs
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import newest_values
from stocktake.statistics.measures.unpaired import no_pairs
from stocktake.values.interval import Interval, difference, ratio

NAME = "parity"
WOMEN, MEN = "F", "M"
PARITY = Interval(0.98, 1.02)
PERCENT = 100.0
Sizes = Mapping[tuple[str, str], Mapping[str, float]]
"""How many women and men there are, by area and year."""


def parity_score(women: float, men: float) -> float | None:
    """F / M of rates; None where no man is counted."""
    return women / men if men else None


def adjusted_score(score: float) -> float:
    """The score on a symmetric scale, for charts: s up to 1, 2 - 1/s above."""
    return score if score <= 1 else 2 - 1 / score


def gap_in_people(women: float, men: float, of_women: float, of_men: float) -> float:
    """Men counted less women counted, from rates in per cent and the numbers of women and men."""
    return (of_men * men - of_women * women) / PERCENT


def parity_words(score: float, interval: Interval | None) -> str:
    """Parity, a lower rate of women or of men; and whether rounding leaves that open."""
    words = "parity" if PARITY.contains(score) else "the lower rate is that of women" if score < 1 else ""
    words = words or "the lower rate is that of men"
    open_words = "; rounding leaves open whether it is parity"
    is_open = (
        interval is not None
        and interval.overlaps(PARITY)
        and not (PARITY.contains(interval.low) and PARITY.contains(interval.high))
    )
    return words + (open_words if is_open else "")


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and each group with both rates in one release; null where they are not held."""
    holdings, _ = extracted(request, holdings, ("sex",))
    both = (WOMEN, MEN)
    read = (*read_pairs(request, holdings, "sex", both), *group_pairs(request, holdings, "sex", both))
    pairs = [pair.only(both) for pair in read]
    sizes = _sizes(request, holdings) if pairs else {}
    done = {pair.area for pair in pairs}
    lacking = [area for area in request.areas if area not in done]
    return (
        *(_result(pair, sizes.get((pair.area, pair.period), {}), request, holdings) for pair in pairs),
        *no_pairs(NAME, lacking, (request, "sex", both), holdings),
    )


def _result(pair: Pair, size: Mapping[str, float], request: Request, holdings: Holdings) -> Result:
    women, men = pair.values[WOMEN], pair.values[MEN]
    score = parity_score(women, men)
    interval = ratio(pair.interval(WOMEN), pair.interval(MEN))
    if score is None:
        because = f"No man is counted, so there is no ratio. {pair.words}"
        details: dict[str, Detail] = {"lacking": "no man is counted"}
        return Result(NAME, pair.area, holdings.name(pair.area), because, details=details, **pair_fields(pair))
    points = difference(pair.interval(MEN), pair.interval(WOMEN))
    details = {
        "female": women,
        "male": men,
        "gap": men - women,
        "gap_interval": [points.low, points.high],
        "adjusted": adjusted_score(score),
        "parity": PARITY.contains(score),
        **pair.details,
    }
    if len(size) == len((WOMEN, MEN)) and holdings.facts(request.indicator).high == PERCENT:
        details["gap_in_people"] = gap_in_people(women, men, size[WOMEN], size[MEN])
    because = f"Women {women:g}, men {men:g}: {parity_words(score, interval)}. {pair.words}"
    return Result(
        NAME,
        pair.area,
        holdings.name(pair.area),
        because,
        value=score,
        unit="ratio",
        interval=interval,
        details=details,
        **pair_fields(pair),
    )


def _sizes(request: Request, holdings: Holdings) -> Sizes:
    """How many women and men, from the indicator's denominator; empty where it is not held by sex."""
    denominator = holdings.facts(request.indicator).denominator
    if denominator is None:
        return {}
    sizes: dict[tuple[str, str], dict[str, float]] = {}
    for (area, year, sex), value in newest_values(replace(request, by="sex"), holdings, denominator).items():
        if sex in (WOMEN, MEN):
            sizes.setdefault((area, year), {})[sex] = value
    return sizes
