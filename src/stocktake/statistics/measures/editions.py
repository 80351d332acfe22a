"""Which observations may stand in one row or one series: those of one edition.

An edition is a release (its day, or the file's checksum where it prints none) with the publisher's code and the unit.
Publishers revise the past with each release, and a new code is a new definition: a difference between editions is no
change in the world. Everything here is an Ibis expression that runs on every engine; nothing is computed.
"""

from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.model import TOTAL

if TYPE_CHECKING:
    import ibis

DIMENSIONS = ("sex", "location", "age", "breakdown")
IDENTITY = ("area", *DIMENSIONS)
"""The columns that together name whom a value is about."""

EDITION = ("release", "code", "unit")
YEAR_LENGTH = 4


def annual(request: Request, holdings: Holdings, indicator: str | None = None) -> "ibis.Table":
    """The yearly values of an indicator that were out on the as-of date, with a column ``release``.

    Dimensions that the request does not split by are at their total; so is the breakdown of another indicator than
    the request's. A missing unit is an empty word.
    """
    import ibis

    rows = holdings.observations
    breakdown = TOTAL if indicator else request.breakdown
    rows = rows.filter(
        rows.indicator == (indicator or request.indicator),
        rows.period.length() == YEAR_LENGTH,
        rows.value.notnull(),
        rows.vintage.isnull() | (rows.vintage <= ibis.date(request.as_of.isoformat())),
        *(rows[name] == TOTAL for name in DIMENSIONS[:3] if name != request.by),
        *([rows.breakdown == breakdown] if breakdown else []),
    )
    return rows.mutate(
        release=ibis.coalesce(rows.vintage.cast("string"), rows.source), unit=rows.unit.fill_null("")
    )


def newest(rows: "ibis.Table", keys: tuple[str, ...], edition: tuple[str, ...] = EDITION) -> "ibis.Table":
    """The rows of the newest edition for each combination of ``keys``, with a column ``others``: how many more.

    A release with a day comes before one without; then the one that reaches further, then the one that holds more.
    """
    import ibis

    held = rows.group_by([*keys, *edition]).agg(
        latest_vintage=rows.vintage.max(), reaches=rows.period.max(), holds=rows.count()
    )
    order: list[Any] = [
        held.latest_vintage.desc(nulls_first=False),
        held.reaches.desc(),
        held.holds.desc(),
        *(held[name] for name in edition),
    ]
    ranked = held.mutate(
        rank=ibis.row_number().over(group_by=list(keys), order_by=order),
        others=held.count().over(group_by=list(keys)) - 1,
    )
    chosen = ranked.filter(ranked["rank"] == 0).select(*keys, *edition, "others")
    return rows.inner_join(chosen, [*keys, *edition])


def chosen_rows(request: Request, holdings: Holdings, indicator: str | None = None) -> "ibis.Table":
    """The rows of the edition that the request means, for each whom and what; with a column ``others``.

    With ``join_breaks`` the newest release that has the year, in the unit of the newest of all.
    """
    import ibis

    rows = annual(request, holdings, indicator)
    if request.vintage == "all":
        return rows.mutate(others=ibis.literal(0, "int64"))
    if request.vintage is not None:
        rows = rows.filter(rows.vintage == ibis.date(request.vintage.isoformat()))
    if not request.join_breaks:
        return newest(rows, IDENTITY)
    return newest(newest(rows, IDENTITY, ("unit",)).drop("others"), (*IDENTITY, "period"))


def one_each(rows: "ibis.Table", keys: tuple[str, ...]) -> "ibis.Table":
    """One row for each combination of ``keys``, edition and year, where two files of one release hold it twice."""
    return rows.group_by([*keys, "period", *EDITION]).agg(
        value=rows.value.min(),
        vintage=rows.vintage.max(),
        status=rows.status.max(),
        source=rows.source.min(),
        row=rows["row"].min(),
    )
