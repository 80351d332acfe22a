"""The days that evidence is of: the newest of several, how old it is, what of a contribution is still to come.

Knows dates as far as they are known (``2025``, ``2025-03``). Knows no duty.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from stocktake.register import Contribution
from stocktake.values.partial_date import PartialDate


# Thousands of contributions begin on few days.
@lru_cache(maxsize=8192)
def first_day(iso: str) -> date:
    """The first day that a partial ISO date can mean."""
    return PartialDate(iso).earliest


@lru_cache(maxsize=8192)
def last_day(iso: str) -> date:
    """The last day that a partial ISO date can mean."""
    return PartialDate(iso).latest


def newest_day(days: Iterable[str]) -> str:
    """The latest of partial ISO dates, by the last day that each can mean; empty where there is none."""
    return max(filter(None, days), key=lambda day: (last_day(day), day), default="")


def days_until(day: str, as_of: date) -> int | None:
    """How many days from the end of a partial date to ``as_of``; 0 where it goes on after it, None for no date."""
    return max(0, (as_of - last_day(day)).days) if day else None


def still_to_come(contribution: Contribution, as_of: date) -> Iterator[str]:
    """What of a contribution lies after the date of the review, in words."""
    for word, day in (("begins", contribution.start), ("ends", contribution.end)):
        if day and first_day(day) > as_of:
            yield f"{word} in {day}, after the date of this review"
