"""Which results of a divide stand in one row of a table: the value of an area with its gaps and its way to the target.

Knows that the publisher's own figure comes before one made here, and that a figure held back is shown as held back.
Computes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stocktake.publish.measure_words import number_words
from stocktake.review.divides import DivideMeasured, Measured
from stocktake.statistics.measures import Result

_ONE_PLACE = 0.1
"""Steps of less would be none with one place."""

Whom = tuple[str, str | None]
"""An area, and the further breakdown."""


@dataclass(frozen=True, slots=True)
class DivideRow:
    """One area of one indicator, in total or of one further breakdown.

    Attributes:
        value: The level: as published, else made here; held back or null where nothing may be quoted.
        parity: Women to men; None where that is not asked or nothing is held.
        gap: Urban to rural; None as for parity.
        distances: To each target.
    """

    value: Result
    parity: Result | None
    gap: Result | None
    distances: tuple[Result, ...]

    @property
    def is_known(self) -> bool:
        """Whether there is a value that may be quoted."""
        return self.value.value is not None and self.value.published


def rows_of(measured: Measured) -> tuple[DivideRow, ...]:
    """The rows of one indicator, by area as asked; areas of which nothing is held among them."""
    order = [each.area for each in measured.results if each.measure == "coverage"]
    totals = [each for each in measured.results if each.sex is each.location is each.age is None]
    wholes = dict.fromkeys(_whom(each) for each in totals if each.measure in ("level", "aggregate"))
    known = {whom for whom in wholes if any(_is_value(each, whom) for each in totals)}
    silent = [whom for whom in wholes if whom[1] is None and not any(whom[0] == area for area, _ in known)]
    shown = [whom for whom in wholes if whom in known or whom in silent]
    return tuple(
        _row(whom, totals) for whom in sorted(shown, key=lambda whom: (whom[1] or "", order.index(whom[0])))
    )


def _is_value(result: Result, whom: Whom) -> bool:
    return result.measure in ("level", "aggregate") and result.value is not None and _whom(result) == whom


def _row(whom: Whom, totals: Sequence[Result]) -> DivideRow:
    own = [each for each in totals if _whom(each) == whom]
    levels = [each for each in own if each.measure in ("level", "aggregate")]
    best = next((each for each in levels if each.value is not None and each.published), None)
    held_back = next((each for each in levels if each.value is not None), levels[0])
    return DivideRow(
        best or held_back,
        _first(own, "parity"),
        _first([each for each in own if "urban" in each.details], "gap"),
        tuple(each for each in own if each.measure == "distance" and each.value is not None),
    )


def _first(results: Iterable[Result], measure: str) -> Result | None:
    return next((each for each in results if each.measure == measure and each.value is not None), None)


def _whom(result: Result) -> Whom:
    return result.area, result.breakdown


def value_words(result: Result) -> str:
    """A level for a person: ``65.4 (2023)``; ``held back`` or ``nothing held`` where none may be quoted."""
    if result.value is None:
        return "nothing held"
    if not result.published:
        return "held back"
    return f"{amount_words(result)} ({result.period})"


def amount_words(result: Result) -> str:
    """The number of a result that may be quoted; one more place where its publisher printed it."""
    return number_words(result.value, exact=result.measure == "level", unit=result.unit)


def target_words(distance: Result) -> str:
    """A way to a target: what is left, by when, and the pace needed against the pace seen.

    Whether it is met is said of the year of the value, which may be another than the target's.
    """
    details = distance.details
    if details.get("reached") or details.get("expired"):
        by = f" by {details['target_year']}" if details.get("target_year") else ""
        met = "met" if details.get("reached") else "not met"
        return f"target of {details['target_value']:g}{by}: {met} in {distance.period}"
    words = f"{_step_words(distance.value)} {distance.unit} to {details['target_value']:g}"
    if details.get("target_year"):
        words += f" by {details['target_year']}"
    pace = [
        f"{_step_words(amount)} {what}"
        for name, what in (("pace_needed", "a year needed"), ("pace_seen", "seen"))
        if isinstance(amount := details.get(name), float)
    ]
    return f"{words}: {', '.join(pace)}" if pace else words


def _step_words(step: float | None) -> str:
    """A step towards a target: one place, or the first digit that counts where that would be none; None is nothing."""
    if step is None:
        return ""
    return f"{step:.1f}" if abs(step) >= _ONE_PLACE else f"{step:z.1g}"


def unmeasured(divides: Sequence[DivideMeasured]) -> tuple[DivideMeasured, ...]:
    """The divides of which nothing can be shown."""
    return tuple(each for each in divides if not each.measured)
