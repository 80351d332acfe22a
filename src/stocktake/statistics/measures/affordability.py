"""Affordability: what a monthly basket costs as a share of a month's income.

Formula (ITU): 100 (price / exchange rate) / (GNI per head / 12), price per month in national currency, exchange rate in
national currency per dollar, gross national income per head by the Atlas method in dollars a year. For the poorest
40 per cent the income is their share of it: s GNI / 0.4. Price and income are of the same year; neither is carried
over. A price that is published as such a share is compared with the target as it is.
"""

from dataclasses import replace

from stocktake.statistics.measures.level import not_held
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, Result
from stocktake.statistics.measures.series import (
    Point,
    Series,
    combined_status,
    read_series,
    release_words,
    where,
    whom,
)

NAME = "affordability"
MONTHS = 12
PERCENT = 100.0
POOREST = 0.4
UNIT = "per cent of GNI per capita"
Incomes = dict[tuple[str, int], Point]


def price_share(price: float, income: float, exchange_rate: float = 1.0) -> float | None:
    """A month's price in per cent of a month's income per head; None without income or exchange rate.

    Args:
        price: Of a month, in national currency.
        income: Of a year and head, in dollars.
        exchange_rate: National currency per dollar; 1 for a price in dollars.
    """
    if income <= 0 or exchange_rate <= 0:
        return None
    return PERCENT * (price / exchange_rate) / (income / MONTHS)


def price_share_poorest(
    price: float, income: float, income_share: float, exchange_rate: float = 1.0
) -> float | None:
    """The same for the poorest 40 per cent, whose share of all income is ``income_share``, from 0 to 1."""
    return price_share(price, income * income_share / POOREST, exchange_rate)


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and year asked, the latest with all parts where none is."""
    facts = holdings.facts(request.indicator)
    prices = read_series(request, holdings)
    if not prices:
        return tuple(not_held(NAME, area, request, holdings) for area in request.areas)
    if all(series.unit == UNIT for series in prices):
        return tuple(_published(series, point, holdings) for series in prices for point in _asked(series, request))
    if facts.income is None:
        because = f"{request.indicator} is no price: the frameworks name no income that goes with it."
        areas = request.areas or tuple(series.area for series in prices)
        return tuple(Result(NAME, area, holdings.name(area), because) for area in dict.fromkeys(areas))
    parts = [_incomes(request, holdings, code) for code in (facts.income, facts.exchange_rate, facts.income_share)]
    return tuple(result for series in prices for result in _results(series, parts, request, holdings))


def _incomes(request: Request, holdings: Holdings, indicator: str | None) -> Incomes | None:
    if indicator is None:
        return None
    asked = replace(request, by=None, vintage=None)
    return {
        (series.area, point.year): point
        for series in read_series(asked, holdings, indicator)
        for point in series.points
    }


def _asked(series: Series, request: Request) -> list[Point]:
    years = [int(period) for period in request.periods] or [series.latest.year]
    return [point for point in series.points if point.year in years]


def _published(series: Series, point: Point, holdings: Holdings) -> Result:
    because = f"Published as a share of income, {release_words(series.vintage, series.release)}."
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        because,
        period=str(point.year),
        value=point.value,
        unit=UNIT,
        vintage=series.vintage,
        source=where(holdings, point.source, point.row),
        status=point.status,
        **whom(series),
    )


def _results(series: Series, parts: list[Incomes | None], request: Request, holdings: Holdings) -> list[Result]:
    """The years asked; where none is, the latest with all parts, else the latest with the reason."""
    if request.periods:
        return [_result(series, point, parts, holdings) for point in _asked(series, request)]
    made = [_result(series, point, parts, holdings) for point in reversed(series.points)]
    return [next((each for each in made if each.value is not None), made[0])]


def _result(series: Series, point: Point, parts: list[Incomes | None], holdings: Holdings) -> Result:
    incomes, rates, shares = parts
    key = (series.area, point.year)
    income, rate = (incomes or {}).get(key), (rates or {}).get(key)
    share = (shares or {}).get(key)
    lacks = [
        name
        for name, needed, held in (("income", True, income), ("exchange rate", rates is not None, rate))
        if needed and not held
    ]
    details: dict[str, Detail] = {"price": point.value}
    value = None
    because = f"No {' and no '.join(lacks)} is held for {point.year}; none is taken from another year."
    used = [each for each in (point, income, rate) if each]
    if income and not lacks:
        value = price_share(point.value, income.value, rate.value if rate else 1.0)
        because = f"A month's price of {point.value:g} against {income.value:g} a year and head."
        details |= {"income": income.value, "exchange_rate": rate.value if rate else None}
        if share:
            poorest = price_share_poorest(
                point.value, income.value, share.value / PERCENT, rate.value if rate else 1.0
            )
            details["poorest_40"] = poorest
    return Result(
        NAME,
        series.area,
        holdings.name(series.area),
        because,
        period=str(point.year),
        value=value,
        unit=UNIT,
        vintage=series.vintage,
        source=where(holdings, point.source, point.row),
        status=combined_status(each.status for each in used),
        details=details,
        **whom(series),
    )
