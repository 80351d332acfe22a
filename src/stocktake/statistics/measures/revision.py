"""Revisions: where two releases give different values for the same people and year.

A difference between releases of one publisher is its new knowledge of the past, never a rise or a fall. The value is
the newest less the last that was another; all are listed. Values that rounding can have made different are the same:
files print one value with more places or fewer. An Ibis expression finds the years that may differ.
"""

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY, labels
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import areas_given, of_parts, strings_of
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result
from stocktake.statistics.measures.series import release_name, where
from stocktake.values.interval import decimals_among, rounded

if TYPE_CHECKING:
    import ibis

NAME = "revision"
SAME = 1e-9
"""Values that differ by no more are one value; of others it is asked with how many places they are printed."""
KEYS = (*IDENTITY, "unit", "period", "place")
COLUMNS = (*KEYS, "release", "code", "vintage", "value", "status", "source", "row")


def revised_rows(*, rows: "ibis.Table", areas: "ibis.Table | None" = None) -> "ibis.Table":
    """The rows of every area, year and unit that two releases of one publisher give different values for, in order."""
    rows = rows.filter(rows.is_main, rows.counts)
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    spread = rows.group_by(list(KEYS)).agg(
        low=rows.value.min(), high=rows.value.max(), releases=rows.release.nunique()
    )
    differing = spread.filter(spread.releases > 1, spread.high - spread.low > SAME)
    found = rows.semi_join(differing, list(KEYS))
    return found.select(*COLUMNS).order_by([*KEYS, "release", "code", "source", "row"])


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and year that was revised; none where releases agree. All years where none is asked."""
    import pyarrow.compute as pc

    holdings, extract = extracted(replace(request, vintage=None), holdings)
    found = extract.ask(revised_rows, (), areas_given(request.areas))
    found = of_parts(found, request.by)
    if request.periods:
        found = found.filter(pc.is_in(found["period"], strings_of(request.periods)))
    rows = found.to_pylist()
    places = _decimals(rows)
    groups = groupby(rows, lambda row: tuple(row[key] for key in KEYS))
    made = (_result(list(group), places, holdings) for _, group in groups)
    return tuple(each for each in made if each)


def _decimals(rows: list[dict[str, Any]]) -> dict[str, int]:
    """With how many places each file prints, by its checksum."""
    values: dict[str, set[float]] = {}
    for row in rows:
        values.setdefault(row["source"], set()).add(row["value"])
    return {source: decimals_among(each) for source, each in values.items()}


def _differ(row: dict[str, Any], newest: dict[str, Any], places: dict[str, int]) -> bool:
    """Whether an older release has another value, one that rounding does not explain."""
    ours, theirs = (rounded(each["value"], places[each["source"]]) for each in (newest, row))
    return row["release"] != newest["release"] and not ours.overlaps(theirs)


def _result(rows: list[dict[str, Any]], places: dict[str, int], holdings: Holdings) -> Result | None:
    """The revision; None where no older release has another value than the newest; of two files the first counts."""
    rows = sorted(rows, key=lambda row: (row["vintage"] or date.min, row["release"]))
    newest = next(row for row in rows if row["release"] == rows[-1]["release"])
    before = next((row for row in reversed(rows) if _differ(row, newest, places)), None)
    if before is None:
        return None
    dated = newest["vintage"] is not None and before["vintage"] is not None
    told = [f"{row['value']:g} ({release_name(row['vintage'], row['release'])})" for row in rows]
    because = f"A revision, no change in the world: {', then '.join(told)}."
    if not dated:
        because = f"Without a day of release nothing says which is newer: {', '.join(told)}."
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
