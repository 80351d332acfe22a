"""Countries and areas one by one: the latest figure of each divide, its age, the gaps, the groups then and now.

Knows which measures are taken of each. Counts nothing itself. Countries stand in the order of the
alphabet, never of merit. What is not held is said with the indicators that are lacking.
"""

from dataclasses import dataclass
from datetime import date

from stocktake.frameworks.areas import areas
from stocktake.frameworks.divides import Divide, divides
from stocktake.frameworks.groups import EXAMPLE_WORLD, Spell, group_codes, members, spells
from stocktake.review.divides import Setting, along, counted
from stocktake.statistics.measures import Holdings, Request, Result, measure

_WORLD = "WLD"


@dataclass(frozen=True, slots=True)
class CountryFigure:
    """What is held of one indicator for one country.

    Attributes:
        divide: The short name of the divide it measures.
        indicator: Its code.
        results: Level, then gaps; the latest of each breakdown; only those with a value.
        age: Years from the latest value to the date of the review; None where there is none.
    """

    divide: str
    indicator: str
    results: tuple[Result, ...]
    age: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """One country or area.

    Attributes:
        code: ISO 3166-1 alpha-3.
        spells: Its memberships of groups, past, standing and scheduled.
        figures: One for each indicator of which anything is held, in the order of the divides.
        lacking: The codes of the indicators held for others of which it has no value.
    """

    code: str
    spells: tuple[Spell, ...]
    figures: tuple[CountryFigure, ...]
    lacking: tuple[str, ...]


def list_countries(setting: Setting) -> tuple[Country, ...]:
    """Every country and area of M49 and those with figures, or the invented ones of the example, by name in English."""
    world = EXAMPLE_WORLD if setting.example else _WORLD
    codes = tuple(sorted(members(world, setting.as_of), key=lambda code: areas()[code].en))
    held = [(each, code) for each in divides() for code in each.indicators if code in setting.held]
    found = {code: _by_area(_results(code, divide, codes, setting)) for divide, code in held}
    dated = _spells()
    return tuple(_country(code, dated.get(code, ()), held, found, setting.as_of) for code in codes)


def _results(code: str, divide: Divide, countries: tuple[str, ...], setting: Setting) -> tuple[Result, ...]:
    request = Request(code, setting.as_of, countries, measures=("level", *along(divide)), classified=("now",))
    return counted(request, setting, "those with a value", _with_a_value)


def _with_a_value(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    return tuple(each for each in measure(request, holdings) if each.value is not None)


def _by_area(results: tuple[Result, ...]) -> dict[str, tuple[Result, ...]]:
    found: dict[str, list[Result]] = {}
    for each in results:
        found.setdefault(each.area, []).append(each)
    return {area: tuple(own) for area, own in found.items()}


def _spells() -> dict[str, tuple[Spell, ...]]:
    """The memberships of every area, by the first day."""
    every = sorted((spell for code in group_codes() for spell in spells(code)), key=lambda each: each.valid_from)
    found: dict[str, list[Spell]] = {}
    for each in every:
        found.setdefault(each.area, []).append(each)
    return {area: tuple(own) for area, own in found.items()}


def _country(
    code: str,
    dated: tuple[Spell, ...],
    held: list[tuple[Divide, str]],
    found: dict[str, dict[str, tuple[Result, ...]]],
    as_of: date,
) -> Country:
    figures = tuple(
        CountryFigure(divide.id, indicator, own, _age(own, as_of))
        for divide, indicator in held
        if (own := found[indicator].get(code, ()))
    )
    there = {each.indicator for each in figures}
    lacking = tuple(indicator for _, indicator in held if indicator not in there)
    return Country(code, dated, figures, lacking)


def _age(results: tuple[Result, ...], as_of: date) -> int | None:
    years = [int(each.period[:4]) for each in results if each.measure == "level" and each.period]
    return as_of.year - max(years) if years else None
