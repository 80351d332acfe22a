"""The digital divides as the statistics held show them: level, gaps, pace, distance to targets, what is not known.

Knows which measures are taken of a divide and of which areas: the world and the groups in use. Counts nothing itself.
A divide that nothing held measures is there too, and says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from stocktake.frameworks.divides import Divide, divides
from stocktake.frameworks.indicators import Dimension, indicator_of
from stocktake.review.keeping import Keeper
from stocktake.review.numbers import Numbers
from stocktake.statistics.measures import Holdings, Request, Result

_ALWAYS = ("level", "aggregate", "distance", "progress", "projection", "coverage")
Count = Callable[[Request, Holdings], tuple[Result, ...]]
BROKEN_DOWN: Mapping[Dimension, str] = {"sex": "parity", "location": "gap", "age": "gap"}
"""The measure that a dimension asks for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator of a divide.

    Attributes:
        indicator: Its code.
        name: Its name.
        results: By measure, then by area; what cannot be computed among them, with the reason.
    """

    indicator: str
    name: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class DivideMeasured:
    """One divide.

    Attributes:
        id: A short name of ours.
        name: Its name.
        by: The dimensions along which the texts want it broken down.
        measured: The indicators of which something is held.
        lacking: The codes of those of which nothing is held.
        because: Why nothing can be shown; empty where something can.
    """

    id: str
    name: str
    by: tuple[str, ...]
    measured: tuple[Measured, ...]
    lacking: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What divides are measured with.

    Attributes:
        numbers: The statistics; None where none are held.
        areas: Codes of the areas and groups to be shown.
        as_of: The date of the review.
        keep: Keeps what was counted.
        example: The workspace is that of the bundled example, whose countries are invented.
    """

    numbers: Numbers | None
    areas: tuple[str, ...]
    as_of: date
    keep: Keeper
    example: bool = False

    @property
    def held(self) -> frozenset[str]:
        """The codes of the indicators of which anything is held."""
        return self.numbers.indicators if self.numbers else frozenset()


def _measure(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    from stocktake.statistics.measures import measure

    return measure(request, holdings)


def counted(
    request: Request, setting: Setting, how: str = "measured", count: Count = _measure
) -> tuple[Result, ...]:
    """What a request comes to, as kept or counted now; nothing where no statistics are held.

    Args:
        request: What is asked.
        setting: What it is counted with.
        how: A name for ``count``, by which what was kept is known again.
        count: Counts it.
    """
    numbers = setting.numbers
    if numbers is None:
        return ()
    return setting.keep(
        tuple[Result, ...], (numbers.fingerprint, how, request), lambda: count(request, numbers.open())
    )


def along(divide: Divide) -> tuple[str, ...]:
    """The measures that the dimensions of a divide ask for, each once."""
    return tuple(dict.fromkeys(BROKEN_DOWN[each] for each in divide.by if each in BROKEN_DOWN))


def measure_divides(setting: Setting) -> tuple[DivideMeasured, ...]:
    """Every divide, in the order of the frameworks."""
    return tuple(_measured(each, setting) for each in divides())


def _measured(divide: Divide, setting: Setting) -> DivideMeasured:
    held = [code for code in divide.indicators if code in setting.held]
    measured = tuple(Measured(code, _name(code), _results(code, divide, setting)) for code in held)
    lacking = tuple(code for code in divide.indicators if code not in held)
    because = "" if measured else _why(divide)
    return DivideMeasured(divide.id, divide.name, divide.by, measured, lacking, because)


def _results(code: str, divide: Divide, setting: Setting) -> tuple[Result, ...]:
    measures = (*_ALWAYS, *along(divide))
    return counted(Request(code, setting.as_of, setting.areas, measures=measures, classified=("now",)), setting)


def _why(divide: Divide) -> str:
    if not divide.indicators:
        return "The texts name it; no indicator is known that measures it."
    names = "; ".join(f"{_name(code)} ({code})" for code in divide.indicators)
    return f"No statistics of it are held. It is measured by: {names}."


def _name(code: str) -> str:
    indicator = indicator_of(code)
    return indicator.name if indicator else code
