"""The date of a call and the moment of a record: the one place where the clock is read.

Knows that the date is an input, and says so where it fills one in; and that the example, whose years are invented, has
a day of its own.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from stocktake.cli.output import say

if TYPE_CHECKING:
    from stocktake.workspace.index import Holding


def date_of(as_of: datetime | None, holdings: "Sequence[Holding]" = ()) -> date:
    """The date given; else today, or for the example, whose years are invented, the day that it was written for.

    Args:
        as_of: What the person said.
        holdings: What the workspace holds; none for a single file.
    """
    from stocktake.example import AS_OF

    if as_of is not None:
        return as_of.date()
    if is_example(holdings):
        say(f"no --as-of given, so the example's own date is taken: {AS_OF.isoformat()}")
        return AS_OF
    today = date.today()  # noqa: DTZ011 - the person's own day, where the person is
    say(f"no --as-of given, so today's date is taken: {today.isoformat()}")
    return today


def moment_of(holdings: "Sequence[Holding]") -> datetime:
    """The moment at which something is recorded: now; in the example the present time of its own day.

    Args:
        holdings: What the workspace holds.
    """
    from stocktake.example import AS_OF

    now = datetime.now(UTC)
    return datetime.combine(AS_OF, now.timetz()) if is_example(holdings) else now


def is_example(holdings: "Sequence[Holding]") -> bool:
    """Whether a workspace holds the invented example, and nothing else."""
    return bool(holdings) and all(each.example for each in holdings)
