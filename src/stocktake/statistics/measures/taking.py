"""Taking measures: every one by name, and how one is called.

Knows the measures, in the order in which they are shown. A new measure is one file and one line in ``MEASURES``.
"""

from collections.abc import Callable, Mapping

from stocktake.errors import RequestError, nearest
from stocktake.statistics.measures import (
    affordability,
    aggregate,
    band,
    behind,
    coverage,
    distance,
    gap,
    inequality,
    level,
    parity,
    pillars,
    progress,
    projection,
    revision,
)
from stocktake.statistics.measures.dimensions import By
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result

Measure = Callable[[Request, Holdings], tuple[Result, ...]]

MEASURES: Mapping[str, Measure] = {
    level.NAME: level.compute,
    aggregate.NAME: aggregate.compute,
    parity.NAME: parity.compute,
    gap.NAME: gap.compute,
    affordability.NAME: affordability.compute,
    distance.NAME: distance.compute,
    band.NAME: band.compute,
    progress.NAME: progress.compute,
    projection.NAME: projection.compute,
    inequality.NAME: inequality.compute,
    behind.NAME: behind.compute,
    pillars.NAME: pillars.compute,
    coverage.NAME: coverage.compute,
    revision.NAME: revision.compute,
}
"""Every measure by its name."""


SPLIT_BY: Mapping[str, tuple[By, ...]] = {parity.NAME: ("sex",), gap.NAME: ("location", "age")}
"""The dimensions along which a measure compares, whatever the request splits by."""

OF_THE_YEAR = frozenset({aggregate.NAME, inequality.NAME})
"""The measures that look at no other year than those asked."""


def measure(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """The results of the measures asked, of all where none is, in the order of ``MEASURES``.

    Raises:
        RequestError: There is no measure of a name, the period is no year, or a share is not between 0 and 1.
    """
    _check(request)
    asked = request.measures or tuple(MEASURES)
    splits = [split for name in asked for split in SPLIT_BY.get(name, ())]
    holdings, _ = extracted(
        request, holdings, splits, gaps=coverage.NAME in asked, years=OF_THE_YEAR.issuperset(asked)
    )
    return tuple(
        result for name, compute in MEASURES.items() if name in asked for result in compute(request, holdings)
    )


def _check(request: Request) -> None:
    unknown = [name for name in request.measures if name not in MEASURES]
    if unknown:
        raise RequestError(
            expected="the name of a measure",
            came=f"{unknown[0]!r} is none",
            choices=nearest(unknown[0], list(MEASURES)) or tuple(MEASURES),
        )
    years = [period for period in request.periods if not (period.isascii() and period.isdigit())]
    if years:
        raise RequestError(expected="a year such as 2023", came=f"{years[0]!r} is none")
    for name, share in (("gate", request.gate), ("largest", request.largest)):
        if not 0 <= share <= 1:
            raise RequestError(expected=f"a share between 0 and 1 as `{name}`", came=f"it is {share}")
