"""Why two values are not compared: nothing is held by the dimension, only one of the two, or both in no one release.

Knows what is held of an area by sex, location or age in any release. Computes nothing.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import By, word_of
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import areas_given
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Result
from stocktake.statistics.model import TOTAL

if TYPE_CHECKING:
    import ibis

LACKING = "no release held has both values"
"""Said of all of them where little room is."""


def parts_held(
    by: By, periods: tuple[str, ...], *, rows: "ibis.Table", areas: "ibis.Table | None" = None
) -> "ibis.Table":
    """The codes of a dimension that each area has a value for, and whether one is of a release without a day."""
    rows = rows.filter(rows.is_main, rows.is_asked, rows[by] != TOTAL)
    rows = rows.filter(rows.period.isin(periods)) if periods else rows
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    return rows.group_by(["area", by]).agg(has_no_day=rows.vintage.isnull().any()).order_by(["area", by])


def no_pairs(
    measure: str, areas: Collection[str], asked: tuple[Request, By, tuple[str, ...]], holdings: Holdings
) -> tuple[Result, ...]:
    """One result for each area that says why no two values of it are compared.

    Args:
        measure: The measure that compares.
        areas: Those of which no pair was found.
        asked: What is asked, by which dimension, and the codes that are compared; the total is held by itself.
        holdings: What may be read.
    """
    if not areas:
        return ()
    request, by, codes = asked
    holdings, extract = extracted(request, holdings, (by,))
    found = extract.once(
        (parts_held, by, request.periods, request.areas),
        lambda: extract.ask(parts_held, (by, request.periods), areas_given(request.areas)).to_pylist(),
    )
    period = request.periods[0] if len(request.periods) == 1 else None
    results = []
    for area in areas:
        held = {row[by]: row["has_no_day"] for row in found if row["area"] == area and row[by] in codes}
        because = _because(held, (request, by, codes), is_group=holdings.is_group(area))
        results.append(
            Result(measure, area, holdings.name(area), because, period=period, details={"lacking": LACKING})
        )
    return tuple(results)


def _because(held: dict[str, Any], asked: tuple[Request, By, tuple[str, ...]], *, is_group: bool) -> str:
    request, by, codes = asked
    year = f" for {', '.join(request.periods)}" if request.periods else ""
    what, day = f"{request.indicator} by {by}{year}", f"as of {request.as_of}"
    if not held:
        members = "; nor has a release both for the members" if is_group else ""
        return f"Nothing of {what} is held {day}{members}."
    if len(held) < len([code for code in codes if code != TOTAL]):
        return f"Of {what} only {', '.join(word_of(code) or code for code in held)} is held {day}."
    words = f"No release held has both values of {what}{'' if year else ' for one year'} {day}."
    if any(held.values()):
        words += " A file without a day is a release of its own: say its day with stocktake add --vintage."
    return words
