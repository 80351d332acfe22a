"""The records that rows of a table keep, oldest first.

Knows that a row of a damaged file may hold what is no value of ours. Knows no table.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import Any, TypeVar

from stocktake.register.faults import damaged, refusals

T = TypeVar("T")
# What reading an id, a time or a list out of a cell raises that holds none; a database gives back what is in the file.
_NO_VALUES = (ValueError, TypeError, AttributeError)


def recorded(name: str, rows: Any, make: Callable[[Any], T], as_of: datetime | None = None) -> tuple[T, ...]:
    """The records.

    Args:
        name: What the register is called in messages.
        rows: The rows of a table, as Django asks for them.
        make: Makes the record of a row.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        StocktakeError: The database refuses, or a row is damaged.
    """
    until = rows if as_of is None else rows.filter(recorded_at__lte=as_of)
    ordered = until.order_by("recorded_at", "id").iterator()
    with refusals(name), closing(ordered) as every:
        try:
            return tuple(map(make, every))
        except _NO_VALUES as error:
            # What the error holds of the reading keeps a cursor open, which complains once the file is closed.
            raise damaged(name) from error.with_traceback(None)
