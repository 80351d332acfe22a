"""Indicators: what is measured, in which unit, weighed by what; and which publisher's code means which.

Knows the ICT indicators of the Goals, those near them, and the series that weigh them (``data/indicators.yaml``);
publishers' codes of series (``data/series.yaml``). A word is taken for an indicator only where it is exactly a
recorded code or name. Does not know any figure, nor any target; units and codes of breakdowns are in
``statistical_words``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar

from stocktake.errors import InternalError, NotFoundError, nearest
from stocktake.frameworks.records import Confidence, load_records

Direction = Literal["higher", "lower", "none"]
Aggregator = Literal["weighted mean", "sum", "median", "unweighted mean", "none"]
Dimension = Literal["sex", "location", "age", "TECH", "SPEED", "SKILL", "SERVICE", "LEVEL"]
Publisher = Literal["World Bank", "UNSD", "ITU", "Gapminder", "UN DESA", "UNESCO Institute for Statistics", "UNDP"]
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured.

    Attributes:
        code: The number of the SDG indicator, or a short name of ours.
        name: Its name.
        unit: The canonical unit of its values (``units.yaml``).
        custodian: The agencies that answer for it; empty where none does.
        direction: Whether a higher or a lower value is wanted; ``none`` where neither is.
        aggregator: How the values of several areas are put together; ``none`` where they are not.
        source: Where the record comes from.
        confidence: How sure it is.
        denominator: Code of the indicator that weighs it; None where nothing does.
        units: Other canonical units that mean the same here ("per 100 inhabitants" of a share of individuals).
        low: Least value that can be; None where there is no limit.
        high: Greatest value that can be; None where there is no limit.
        dimensions: By what it may be broken down.
        core: Its code in the core list of ICT indicators; None where it has none or we are not sure.
        also: Other codes and names that mean it.
        urban_share: Code of the indicator by which its urban and rural parts are told apart; None where none is.
        coverage: It counts people within reach of a network.
        income: Code of the indicator that a price is held against; None where it is no price in money.
        exchange_rate: Code of the indicator that turns the price into dollars; None where it is in dollars.
        income_share: Code of the indicator of the poorest 40 per cent's share of income; None where none is recorded.
        parts: Codes of the indicators that it is the mean of, each with the same weight; empty where it is of none.
        note: What a reader must know besides; empty where nothing.
    """

    code: str
    name: str
    unit: str
    direction: Direction
    aggregator: Aggregator
    source: str
    confidence: Confidence
    custodian: tuple[str, ...] = ()
    denominator: str | None = None
    units: tuple[str, ...] = ()
    low: int | float | None = None
    high: int | float | None = None
    dimensions: tuple[Dimension, ...] = ()
    core: str | None = None
    also: tuple[str, ...] = ()
    urban_share: str | None = None
    coverage: bool = False
    income: str | None = None
    exchange_rate: str | None = None
    income_share: str | None = None
    parts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """What a publisher's code of a series means.

    Attributes:
        publisher: Whose code it is.
        code: The code as the publisher prints it.
        indicator: Code of the indicator.
        source: Where the record comes from.
        confidence: How sure it is.
        fixed: The breakdowns that the code itself fixes, as pairs (dimension, code): ``(("sex", "F"),)``.
    """

    publisher: Publisher
    code: str
    indicator: str
    source: str
    confidence: Confidence
    fixed: tuple[tuple[Dimension, str], ...] = ()


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by its code, in the order of the file.

    Raises:
        InternalError: A record is damaged, two have one code, or one stands on an indicator that is not there.
    """
    made = _only_once(((each.code, each) for each in load_records("indicators", Indicator)), "indicators.yaml")
    needed = ((each.code, other) for each in made.values() for other in _others(each))
    unknown = [f"{code}: {other}" for code, other in needed if other not in made]
    if unknown:
        raise _broken("indicators.yaml", f"no indicator is what another stands on, {', '.join(unknown)}")
    return made


def _others(each: Indicator) -> Iterator[str]:
    needed = (each.denominator, each.urban_share, each.income, each.exchange_rate, each.income_share, *each.parts)
    yield from (code for code in needed if code is not None)


def indicator_of(text: str) -> Indicator | None:
    """The indicator with exactly this code, name, other name or code of a series; None where there is none.

    A code of a series that fixes a breakdown means its indicator too; ``series_of`` gives the breakdown with it.
    """
    code = _indicator_names().get(_normal(text))
    if code is None:
        series = series_of(text)
        code = series.indicator if series else None
    return None if code is None else indicators()[code]


def indicator(text: str) -> Indicator:
    """The indicator with exactly this code or name; see ``indicator_of``.

    Raises:
        NotFoundError: There is none; the nearest codes and names are given.
    """
    found = indicator_of(text)
    if found is None:
        raise NotFoundError(
            expected="the code or the name of an indicator",
            came=f"{text!r} is none",
            choices=nearest_indicators(text),
            advice="List them: stocktake frameworks indicators",
        )
    return found


def nearest_indicators(text: str, count: int = 3) -> tuple[str, ...]:
    """The codes of indicators and series most like ``text``, best first; of those with a like name for words."""
    if " " not in text.strip():
        codes = {_normal(code): code for code in (*indicators(), *(code for _, code in _series()))}
        return tuple(codes[each] for each in nearest(_normal(text), list(codes), count))
    close = nearest(_normal(text), list(_indicator_names()), count)
    return tuple(dict.fromkeys(_indicator_names()[each] for each in close))


def series_of(code: str, publisher: Publisher | None = None) -> Series | None:
    """What the publisher's code means; None where it is not recorded. Without ``publisher``, whoever uses the code.

    The case of a code does not count: the Statistics Division's are printed in both.
    """
    wanted = _normal(code)
    known = (
        each
        for (owner, each_code), each in _series().items()
        if _normal(each_code) == wanted and publisher in (None, owner)
    )
    return next(known, None)


@cache
def _indicator_names() -> Mapping[str, str]:
    pairs = (
        (_normal(name), each.code)
        for each in indicators().values()
        for name in (each.code, each.name, each.core, *each.also)
        if name
    )
    return _only_once(pairs, "indicators.yaml")


@cache
def _series() -> Mapping[tuple[str, str], Series]:
    pairs = (((each.publisher, each.code), each) for each in load_records("series", Series))
    made = _only_once(pairs, "series.yaml")
    lost = [each.code for each in made.values() if each.indicator not in indicators()]
    if lost:
        raise _broken("series.yaml", f"no indicator is meant by {', '.join(lost)}")
    return made


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())


def _only_once(pairs: Iterable[tuple[K, T]], file: str) -> Mapping[K, T]:
    """The pairs as a mapping.

    Raises:
        InternalError: One key stands for two different things.
    """
    made: dict[K, T] = {}
    for key, value in pairs:
        if made.setdefault(key, value) != value:
            raise _broken(file, f"{key!r} stands for two")
    return MappingProxyType(made)


def _broken(file: str, came: str) -> InternalError:
    return InternalError(
        expected=f"each code and name once in frameworks/data/{file}",
        came=came,
        advice="Mend the file and run the tests of frameworks.",
    )
