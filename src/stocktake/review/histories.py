"""The published values of each divide's indicators year by year, for the world and the groups shown.

Knows which years are held. Makes nothing of members: only what a publisher printed for an area stands in a history.
Counts nothing itself.
"""

from dataclasses import dataclass, replace

from stocktake.frameworks.divides import divides
from stocktake.review.divides import Setting, counted
from stocktake.statistics.measures import Holdings, Request, Result, level, measure

_YEAR = 4


@dataclass(frozen=True, slots=True)
class History:
    """One indicator through the years.

    Attributes:
        indicator: Its code.
        results: Published levels in total and by further breakdown, those with a value alone.
    """

    indicator: str
    results: tuple[Result, ...]


def list_histories(setting: Setting) -> tuple[History, ...]:
    """The history of every indicator of the divides of which anything is held, in the order of the divides."""
    codes = dict.fromkeys(code for each in divides() for code in each.indicators if code in setting.held)
    return tuple(History(code, _results(code, setting)) for code in codes)


def _results(code: str, setting: Setting) -> tuple[Result, ...]:
    request = Request(code, setting.as_of, setting.areas, measures=(level.NAME,), classified=("now",))
    return counted(request, setting, "every year", levels_of_every_year)


def levels_of_every_year(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """The published values that a request asks for, in every year held where it names none."""
    years = request.periods or years_held(request.indicator, holdings)
    results = measure(replace(request, measures=(level.NAME,), periods=years), holdings)
    return tuple(each for each in results if each.value is not None)


def years_held(indicator: str, holdings: Holdings) -> tuple[str, ...]:
    """The years of which a value of the indicator is held, in their order; other periods are left aside."""
    rows = holdings.observations
    rows = rows.filter(rows.indicator == indicator, rows.period.length() == _YEAR, rows.value.notnull())
    return tuple(sorted(holdings.engine.collect(rows.select("period").distinct())["period"].to_pylist()))
