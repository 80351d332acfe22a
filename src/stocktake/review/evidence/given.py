"""What the evidence on duties is weighed from: what is held, what people recorded, and where values are looked up.

Knows shapes only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from stocktake.register import Contribution, Judgement
from stocktake.review.duties import Followed
from stocktake.review.duties_model import Duties
from stocktake.review.model import Cited, Text


@dataclass(frozen=True, slots=True)
class Level:
    """One value of an indicator that is held.

    Attributes:
        area: The code of its area or group.
        period: A year, month or day, an ISO date as far as it is known.
        value: The number.
        unit: What it counts.
        source: The file it is from, with its row.
    """

    area: str
    period: str
    value: float
    unit: str
    source: str


class Levels(Protocol):
    """Where the values of indicators are looked up."""

    def __call__(self, indicator: str, areas: Sequence[str], /) -> Sequence[Level] | None:
        """Every value of an indicator that is held for these areas; None where no statistics are held at all."""
        ...


def no_levels(_indicator: str, _areas: Sequence[str], /) -> None:
    """No statistics are held."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is held.

    Attributes:
        texts: Every text that is used.
        duties: What they ask.
        followed: The chain that is followed; None where none is.
        citations: The documents that the texts cite.
        levels: Where values of indicators are looked up.
    """

    texts: Sequence[Text]
    duties: Duties
    followed: Followed | None = None
    citations: Sequence[Cited] = ()
    levels: Levels = no_levels


@dataclass(frozen=True, slots=True)
class Recorded:
    """What people recorded until the end of the day of the review.

    Attributes:
        contributions: All of them, replaced and withdrawn ones too.
        judgements: On pairs of them.
    """

    contributions: Sequence[Contribution] = ()
    judgements: Sequence[Judgement] = ()
