"""Which observations may stand in one row or one series: those of one edition.

An edition is a release (its day, or the file's checksum where it prints none) of one publisher, with the publisher's
code and the unit. Publishers revise the past with each release, and a new code is a new definition: a difference
between editions is no change in the world. Everything here is an Ibis expression over the rows of a request
(``marked``) that runs on every engine; nothing is computed.
"""

from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY
from stocktake.statistics.measures.marked import TIER

if TYPE_CHECKING:
    import ibis

EDITION = ("place", "release", "code", "unit")
"""The columns that together name an edition; the publisher stands for itself by its place among those believed."""


def newest(rows: "ibis.Table", keys: tuple[str, ...], edition: tuple[str, ...] = EDITION) -> "ibis.Table":
    """The rows with ``rank`` of their edition for each combination of ``keys``, 0 for the newest, and ``others``.

    Who is believed first comes first, whatever the day. In one tier of publishers a release with a day comes before one
    without; then the one that reaches further, then the publisher named first, then the one that holds more. ``others``
    is how many other editions there are.
    """
    import ibis

    named = list(dict.fromkeys((*keys, *edition)))
    held = rows.group_by(named).agg(
        tier=(rows.place // TIER).min(),
        latest_vintage=rows.vintage.max(),
        reaches=rows.period.max(),
        holds=rows.count(),
    )
    order: list[Any] = [
        held.tier,
        held.latest_vintage.desc(nulls_first=False),
        held.reaches.desc(),
        held.place,
        held.holds.desc(),
        *(held[name] for name in edition),
    ]
    ranked = held.mutate(
        rank=ibis.row_number().over(group_by=list(keys), order_by=order),
        others=held.count().over(group_by=list(keys)) - 1,
    )
    return rows.inner_join(ranked.select(*named, "rank", "others"), named)


def chosen_rows(
    is_every: bool,
    is_joined: bool,
    *,
    rows: "ibis.Table",
    areas: "ibis.Table | None" = None,
) -> "ibis.Table":
    """The rows of the edition that a request means, for each indicator and whom; in order.

    Args:
        is_every: All releases of the indicator asked.
        is_joined: The newest release that has the year, of the publisher and in the unit of the newest of all.
        rows: Those of the request.
        areas: The areas asked, in a column ``area``; None for all.
    """
    rows = rows.filter(rows.is_asked)
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    keys: tuple[str, ...] = ("indicator", *IDENTITY)
    if is_joined and not is_every:
        one_unit = newest(rows, keys, ("place", "unit"))
        rows = one_unit.filter(one_unit["rank"] == 0).drop("rank", "others")
        keys = (*keys, "period")
    ranked = newest(rows, keys)
    wanted = ranked["rank"] == 0
    chosen = ranked.filter(wanted | ranked.is_main) if is_every else ranked.filter(wanted)
    edition = ("place", "unit") if is_joined else EDITION
    columns = [*IDENTITY, *edition, "period", "source", "row"]
    kept = dict.fromkeys(["indicator", *columns, *EDITION, "vintage", "value", "status", "others"])
    return chosen.select(*kept).order_by(["indicator", *columns])


def member_rows(*, rows: "ibis.Table") -> "ibis.Table":
    """The values of the indicator asked and of its denominator: one row for each whom, edition and year.

    Where two files of one release hold it twice, ``value`` is the lower and ``highest`` the higher; ``holds`` is how
    many rows there are.
    """
    rows = rows.filter((rows.is_main & rows.is_asked) | (rows.is_weight & rows.counts))
    return rows.group_by(["is_main", "is_weight", *IDENTITY, "period", *EDITION]).agg(
        value=rows.value.min(),
        highest=rows.value.max(),
        holds=rows.count(),
        vintage=rows.vintage.max(),
        status=rows.status.max(),
        source=rows.source.min(),
    )
