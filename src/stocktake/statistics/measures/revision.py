"""Revisions: where two releases give different values for the same people and year.

A difference between releases is the publisher's new knowledge of the past, never a rise or a fall. The value is the
newest less the one before it; all are listed. An Ibis expression finds the years that differ.
"""

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.editions import IDENTITY, annual
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.series import labels, release_words, where

if TYPE_CHECKING:
    import ibis

NAME = "revision"
SAME = 1e-9
"""Values that differ by no more are one value, written differently."""
KEYS = (*IDENTITY, "unit", "period")


def revised_rows(rows: "ibis.Table") -> "ibis.Table":
    """The rows of every area, year and unit that two releases give different values for."""
    spread = rows.group_by(list(KEYS)).agg(
        low=rows.value.min(), high=rows.value.max(), releases=rows.release.nunique()
    )
    differing = spread.filter(spread.releases > 1, spread.high - spread.low > SAME)
    return rows.semi_join(differing, list(KEYS))


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and year that was revised; none where releases agree. All years where none is asked."""
    rows = annual(replace(request, vintage=None), holdings)
    if request.areas:
        rows = rows.filter(rows.area.isin(request.areas))
    if request.periods:
        rows = rows.filter(rows.period.isin(request.periods))
    found = revised_rows(rows).order_by([*KEYS, "release", "code", "source", "row"])
    records = holdings.engine.collect(found).to_pylist()
    groups = groupby(records, lambda row: tuple(row[key] for key in KEYS))
    return tuple(_result(list(group), holdings) for _, group in groups)


def _result(rows: list[dict[str, Any]], holdings: Holdings) -> Result:
    rows = sorted(rows, key=lambda row: (row["vintage"] or date.min, row["release"]))
    newest = rows[-1]
    before = next((row for row in reversed(rows) if row["release"] != newest["release"]), newest)
    dated = newest["vintage"] is not None and before["vintage"] is not None
    told = [f"{row['value']:g} ({release_words(row['vintage'], row['release'])})" for row in rows]
    because = f"A revision, no change in the world: {', then '.join(told)}."
    if not dated:
        because = f"Two files differ, and which is newer is not known without a release day: {', '.join(told)}."
    return Result(
        NAME,
        newest["area"],
        holdings.name(newest["area"]),
        because,
        period=newest["period"],
        value=newest["value"] - before["value"] if dated else None,
        unit="points" if newest["unit"].startswith("per cent") else newest["unit"] or None,
        vintage=newest["vintage"],
        source=where(holdings, newest["source"], newest["row"]),
        status=newest["status"],
        details={
            "values": [
                {
                    "vintage": row["vintage"].isoformat() if row["vintage"] else None,
                    "value": row["value"],
                    "code": row["code"],
                    "sha256": row["source"],
                }
                for row in rows
            ]
        },
        **labels(newest),
    )
