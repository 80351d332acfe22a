"""What is counted with observations, one file per measure.

A measure is called with a request and what it may read; it answers with results, also where it cannot be computed.
``taking`` knows them all, and is read only where something is measured: whoever reads results needs none of them. Fills
in nothing, joins no two releases unless asked, reads no clock.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from stocktake.statistics.measures.request import (
    FixedGroups,
    Groups,
    Holdings,
    IndicatorFacts,
    PublisherFacts,
    Request,
    TargetFacts,
)
from stocktake.statistics.measures.result import MemberCoverage, Result, ResultSource

if TYPE_CHECKING:
    from stocktake.statistics.measures.taking import MEASURES, OF_THE_YEAR, SPLIT_BY, Measure, measure

_OF_TAKING = ("MEASURES", "Measure", "OF_THE_YEAR", "SPLIT_BY", "measure")


def __getattr__(name: str) -> object:
    """What is in ``taking``, once somebody asks for it."""
    if name in _OF_TAKING:
        return getattr(import_module("stocktake.statistics.measures.taking"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


__all__ = [
    "MEASURES",
    "OF_THE_YEAR",
    "SPLIT_BY",
    "FixedGroups",
    "Groups",
    "Holdings",
    "IndicatorFacts",
    "Measure",
    "MemberCoverage",
    "PublisherFacts",
    "Request",
    "Result",
    "ResultSource",
    "TargetFacts",
    "measure",
]
