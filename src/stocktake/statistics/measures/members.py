"""Who is counted in a group: one row per group, classification, year and member.

A group of "then" has the members it had on the last day of the period; of "now", those on the as-of date, in every
year. Knows no group itself.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.statistics.measures.request import Classified, Holdings, Request

if TYPE_CHECKING:
    import ibis

RECENT = 10
"""Where no year is asked, the latest is looked for among so many of the last years that are held."""


def groups_of(request: Request, holdings: Holdings) -> tuple[str, ...]:
    """The groups that a request means: those among its areas, or all where it names none."""
    named = request.areas or tuple(holdings.groups.codes())
    return tuple(area for area in named if holdings.is_group(area))


def membership(
    request: Request, holdings: Holdings, groups: tuple[str, ...], values: "ibis.Table"
) -> "ibis.Table":
    """The members of each group in each year asked, or in the last ones held, one row each.

    The columns are ``group``, ``classified``, ``period`` and ``area``.
    """
    import pyarrow as pa

    periods = request.periods or _periods(values, holdings)
    rows = [
        (group, classified, period, member)
        for group in groups
        for classified in request.classified
        for period in periods
        for member in sorted(holdings.groups.members(group, _day(period, classified, request.as_of)))
    ]
    columns = zip(*rows, strict=True) if rows else ([], [], [], [])
    names = ("group", "classified", "period", "area")
    return holdings.engine.table(
        pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, columns, strict=True)})
    )


def _periods(values: "ibis.Table", holdings: Holdings) -> tuple[str, ...]:
    held = values.select("period").distinct()
    return tuple(sorted(holdings.engine.collect(held)["period"].to_pylist())[-RECENT:])


def _day(period: str, classified: Classified, as_of: date) -> date:
    return as_of if classified == "now" else min(date(int(period), 12, 31), as_of)
