"""Gaps between urban and rural areas and between ages: ratio and difference of two rates of one release.

Formulas: ratio U / R and difference U - R. Where only the total T, the urban rate U and the urban share u of people
are held, the rural rate follows: R = (T - u U) / (1 - u). For a share of people within reach of a network ITU takes
urban areas as wholly covered: R = max(0, (T - u) / (1 - u)). Youth (15 to 24) is compared with the rest, worked out in
the same way from the total and the share of youth; where that share is not held, with all ages, which is said. Rounded
percentages carry intervals.
"""

from dataclasses import replace
from typing import Any

from stocktake.statistics.measures.dimensions import By
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.pairs import Pair, group_pairs, pair_fields, read_pairs
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import (
    ESTIMATED,
    Point,
    Series,
    newest_values,
    read_series,
    release_words,
    where,
    whom,
)
from stocktake.statistics.measures.unpaired import no_pairs
from stocktake.statistics.model import TOTAL
from stocktake.values.interval import Interval, difference, ratio

NAME = "gap"
URBAN, RURAL, YOUTH = "U", "R", "Y15T24"
PERCENT = 100.0
COMPARED: dict[str, tuple[tuple[str, str], ...]] = {
    "location": ((URBAN, RURAL), (URBAN, TOTAL)),
    "age": ((YOUTH, TOTAL),),
}
"""For each dimension the pairs of codes; the first that an area has is taken. The total gives the rest."""
REST = {URBAN: RURAL, YOUTH: "the rest"}
WORDS = {URBAN: "urban", RURAL: "rural", YOUTH: "15 to 24 years", TOTAL: "all ages"}
DERIVED = {
    URBAN: " The rural rate is worked out from the total, the urban rate and an urban share of {share:.3f}.",
    YOUTH: " The rate of the rest is worked out from the total, the rate of youth and their share of {share:.3f}.",
}
Shares = dict[tuple[str, str], float]
"""What share of the people, from 0 to 1, is urban or young, by area and year."""


def rural_rate(total: float, urban: float, urban_share: float) -> float | None:
    """R = (T - u U) / (1 - u), rates in per cent, ``urban_share`` from 0 to 1; None where nobody is left.

    The same gives the rate of all but the young.

    None too where the three do not fit together, so that the rest would be below 0 or above 100 per cent.
    """
    if urban_share >= 1:
        return None
    rate = (total - urban_share * urban) / (1 - urban_share)
    return rate if 0 <= rate <= PERCENT else None


def rural_coverage(total: float, urban_share: float) -> float | None:
    """ITU's split R = max(0, (T - u) / (1 - u)), all as shares from 0 to 1; None where nobody is rural."""
    return max(0.0, (total - urban_share) / (1 - urban_share)) if urban_share < 1 else None


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area or group and dimension: location and age, or the one the request splits by."""
    dimensions: tuple[By, ...] = ("location", "age")
    holdings, _ = extracted(request, holdings, dimensions)
    wanted = [each for each in dimensions if request.by in (None, each)]
    results = tuple(result for by in wanted for result in _by(by, request, holdings))
    results = (*results, *_split_off(results, request, holdings))
    done = {result.area for result in results}
    lacking = [area for area in request.areas if area not in done]
    by = wanted[0] if wanted else dimensions[0]
    return (*results, *no_pairs(NAME, lacking, (request, by, COMPARED[by][0]), holdings))


def _by(by: By, request: Request, holdings: Holdings) -> list[Result]:
    found: dict[str, list[Result]] = {}
    for codes in COMPARED[by]:
        held = tuple(code for code in codes if code != TOTAL)
        pairs = [*read_pairs(request, holdings, by, held), *group_pairs(request, holdings, by, codes)]
        shares = _shares(by, codes[0], request, holdings) if TOTAL in codes and pairs else {}
        made: dict[str, list[Result]] = {}
        for pair in pairs:
            result = _result(pair, codes, shares.get((pair.area, pair.period)), holdings)
            if result:
                made.setdefault(pair.area, []).append(result)
        found = {**made, **found}
    return [result for results in found.values() for result in results]


def _split_off(done: tuple[Result, ...], request: Request, holdings: Holdings) -> list[Result]:
    """ITU's rural part of the coverage of areas for which neither an urban nor a rural share is held."""
    facts = holdings.facts(request.indicator)
    if not facts.is_coverage or request.by not in (None, "location"):
        return []
    known = {result.area for result in done}
    asked = replace(request, by=None)
    shares = _shares("location", URBAN, request, holdings)
    results = []
    for series in read_series(asked, holdings):
        years = [int(period) for period in request.periods] or [series.latest.year]
        for point in (each for each in series.points if each.year in years and series.area not in known):
            share = shares.get((series.area, str(point.year)))
            rural = rural_coverage(point.value / PERCENT, share) if share is not None else None
            if share is not None and rural is not None:
                results.append(_split(series, point, (share, rural), holdings))
    return results


def _split(series: Series, point: Point, parts: tuple[float, float], holdings: Holdings) -> Result:
    share, rural = parts
    # With fewer people in reach than live in towns, not even all of these are.
    urban = min(PERCENT, point.value / share) if share else PERCENT
    covered = "wholly covered" if urban == PERCENT else f"covered first, {urban:.1f} per cent of them"
    because = (
        f"Rural {PERCENT * rural:g}, worked out as ITU does from the total {point.value:g} and an urban share of "
        f"{share:.3f}, with urban areas taken as {covered}; {release_words(series.vintage, series.release)}."
    )
    details: dict[str, Detail] = {
        "urban": urban,
        "rural": PERCENT * rural,
        "difference": urban - PERCENT * rural,
        "derived": True,
        **({} if rural else {"lacking": "rural is 0"}),
    }
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        because,
        period=str(point.year),
        value=1 / rural if rural else None,
        unit="ratio",
        vintage=series.vintage,
        source=where(holdings, point.source, point.row),
        status=ESTIMATED,
        details=details,
        **whom(series),
    )


def _shares(by: By, code: str, request: Request, holdings: Holdings) -> Shares:
    """What share of the people is urban or young: the published share, else their number over that of all."""
    facts = holdings.facts(request.indicator)
    shares: Shares = {}
    if facts.denominator is not None:
        numbers = newest_values(replace(request, by=by), holdings, facts.denominator)
        for (area, year, part), number in numbers.items():
            everybody = numbers.get((area, year, TOTAL))
            if part == code and everybody:
                shares[area, year] = number / everybody
    if by == "location" and facts.urban_share is not None:
        published = newest_values(replace(request, by=None), holdings, facts.urban_share)
        shares |= {(area, year): share / PERCENT for (area, year, _), share in published.items()}
    return {key: share for key, share in shares.items() if 0 <= share <= 1}


def _result(pair: Pair, codes: tuple[str, str], share: float | None, holdings: Holdings) -> Result | None:
    first, second = codes
    pair = pair.only(codes)
    if second != TOTAL:
        return _compared(pair, codes, pair.interval(second), holdings)
    if TOTAL not in pair.values:
        return None
    rest = rural_rate(pair.values[TOTAL], pair.values[first], share) if share is not None else None
    if rest is not None and share is not None:
        return _against_the_rest(pair, codes, (share, rest), holdings)
    if first == URBAN:
        return None
    lacks = "does not fit the total" if share is not None else "is not held"
    said = f" All ages stand for the rest: the share of people of {WORDS[first]} {lacks}."
    return _compared(pair, codes, pair.interval(TOTAL), holdings, (said, False))


def _against_the_rest(
    pair: Pair, codes: tuple[str, str], known: tuple[float, float], holdings: Holdings
) -> Result:
    first, (share, rest) = codes[0], known
    code = REST[first]
    ends = [
        (total - share * part) / (1 - share)
        for total in _ends(pair.interval(TOTAL))
        for part in _ends(pair.interval(first))
    ]
    worked_out = replace(pair, values={**pair.values, code: rest}, status=ESTIMATED)
    said = DERIVED[first].format(share=share)
    below = Interval(min(ends), max(ends)).clip(0, PERCENT)
    return _compared(worked_out, (first, code), below, holdings, (said, True))


def _ends(interval: Interval) -> tuple[float, float]:
    return interval.low, interval.high


def _compared(
    pair: Pair,
    codes: tuple[str, str],
    below: Interval,
    holdings: Holdings,
    said: tuple[str, bool] = ("", False),
) -> Result:
    above, under = (pair.values[code] for code in codes)
    first, second = (WORDS.get(code, code) for code in codes)
    points = difference(pair.interval(codes[0]), below)
    details: dict[str, Detail] = {
        first: above,
        second: under,
        "difference": above - under,
        "difference_interval": [points.low, points.high],
        "derived": said[1],
        **pair.details,
        **({} if under else {"lacking": f"{second} is 0"}),
    }
    fields: dict[str, Any] = pair_fields(pair)
    because = f"{first.capitalize()} {above:g}, {second} {under:g}.{said[0]} {pair.words}"
    return Result(
        NAME,
        pair.area,
        holdings.name(pair.area),
        because,
        value=above / under if under else None,
        unit="ratio",
        interval=ratio(pair.interval(codes[0]), below),
        details=details,
        **fields,
    )
