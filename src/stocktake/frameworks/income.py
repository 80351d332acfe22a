"""Income groups of the World Bank, by economy and data year, from the historical list and the changes since.

Knows the data years held, and from which day a classification holds. Does not know a classification that was set
after the last one recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records, load_table

IncomeGroup = Literal["LIC", "LMC", "UMC", "HIC"]
_JULY = 7


@dataclass(frozen=True, slots=True)
class IncomeRun:
    """An unbroken run of data years, ``first`` to ``last``, in which an economy was in one income group."""

    area: str
    group: str
    first: int
    last: int
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class IncomeChange:
    """From data year ``year`` on the economy is in this group, or in none."""

    area: str
    group: Literal["LIC", "LMC", "UMC", "HIC", "unclassified"]
    year: int
    source: str
    confidence: Confidence


def in_force_from(year: int) -> date:
    """The first day on which the classification by the income of data year ``year`` holds: 1 July of the next."""
    return date(year + 1, _JULY, 1)


@cache
def income_runs() -> tuple[IncomeRun, ...]:
    """Every run of every economy: those of the historical list, then those after it, year by year."""
    return (*_listed(), *_since())


def data_years_held() -> tuple[int, int]:
    """The first and the last data year whose classification is recorded."""
    return min(run.first for run in _listed()), max(change.year for change in _changes())


def _since() -> Iterator[IncomeRun]:
    end = max(run.last for run in _listed())
    standing = {run.area: run.group for run in _listed() if run.last == end}
    for year in range(end + 1, data_years_held()[1] + 1):
        changes = [change for change in _changes() if change.year == year]
        standing |= {change.area: change.group for change in changes}
        source, confidence = changes[0].source, changes[0].confidence
        for area, group in standing.items():
            if group != "unclassified":
                yield IncomeRun(area, group, year, year, source, confidence)


def _listed() -> tuple[IncomeRun, ...]:
    return load_table("income_groups", IncomeRun)


def _changes() -> tuple[IncomeChange, ...]:
    return load_records("income_changes", IncomeChange)
