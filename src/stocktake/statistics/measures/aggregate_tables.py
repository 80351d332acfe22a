"""The tables behind an aggregate, as Ibis expressions: values, weights, members, and what they come to.

Knows how the three are joined, and that a member without a value or without a weight stays in sight. Knows no
formula but sums.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.editions import EDITION, IDENTITY, annual, newest, one_each
from stocktake.statistics.measures.members import membership
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, Request
from stocktake.statistics.model import NORMAL

if TYPE_CHECKING:
    import ibis

NAMED_MISSING = 5
"""How many of the missing members are named: those with the largest denominator."""


def slice_of(request: Request) -> tuple[str, ...]:
    """The columns that part the values of one area and year: the split dimension, if any, and the breakdown."""
    return (*([request.by] if request.by else []), "breakdown")


def aggregate_tables(
    request: Request, holdings: Holdings, facts: IndicatorFacts, groups: tuple[str, ...]
) -> tuple["ibis.Table", "ibis.Table | None", "ibis.Table"]:
    """Values, weights (None where every member counts the same) and members."""
    values = annual(request, holdings)
    if request.vintage not in (None, "all"):
        values = values.filter(values.release == str(request.vintage))
    if request.periods:
        values = values.filter(values.period.isin(request.periods))
    weights = None
    if facts.aggregator == "weighted mean":
        weights = asked_once(weights_table(request, holdings, str(facts.denominator)), holdings)
    values = asked_once(one_each(values, ("area", *slice_of(request))), holdings)
    return values, weights, membership(request, holdings, groups, values)


def asked_once(table: "ibis.Table", holdings: Holdings) -> "ibis.Table":
    """The rows of a table, asked once: several expressions start from them, and each would ask again."""
    return holdings.engine.table(holdings.engine.collect(table))


def weights_table(request: Request, holdings: Holdings, denominator: str) -> "ibis.Table":
    """The newest values of a denominator: area, the split dimension, period, ``weight``."""
    rows = annual(replace(request, vintage=None), holdings, denominator)
    if request.periods:
        rows = rows.filter(rows.period.isin(request.periods))
    rows = newest(rows, IDENTITY)
    keys = ["area", *([request.by] if request.by else []), "period"]
    return rows.group_by(keys).agg(weight=rows.value.max())


def expected_table(members: "ibis.Table", weights: "ibis.Table | None", keys: tuple[str, ...]) -> "ibis.Table":
    """Every member of every group and year with its weight: the denominator's, or 1; null where it is not held."""
    import ibis

    if weights is None:
        return members.mutate(weight=ibis.literal(1.0))
    split = [key for key in keys if key in weights.columns and key != "period"]
    if not split:
        return members.left_join(weights, ["area", "period"]).drop("area_right", "period_right")
    slices = weights.select(*split).distinct()
    return (
        members.cross_join(slices)
        .left_join(weights, ["area", "period", *split])
        .drop("area_right", "period_right", *(f"{key}_right" for key in split))
    )


def seen_table(
    values: "ibis.Table", expected: "ibis.Table", keys: tuple[str, ...], *, median: bool = False
) -> "ibis.Table":
    """For each group, year, slice and edition: the members with a value and a weight, sum(w), sum(w v), median.

    The median is null unless it is asked for: it takes longer than all the sums.
    """
    import ibis

    expected = expected.filter(expected.weight.notnull())
    on = [name for name in ("area", "period", *keys) if name in expected.columns and name in values.columns]
    both = values.inner_join(expected, list(dict.fromkeys(on)))
    return both.group_by([*keys, *EDITION]).agg(
        with_data=both.count(),
        seen=both.weight.sum(),
        total=(both.weight * both.value).sum(),
        median=both.value.median() if median else ibis.null("float64"),
        vintage=both.vintage.max(),
        estimated=(both.status != NORMAL).any(),
        source=both.source.min(),
        last_source=both.source.max(),
    )


def heaviest_missing(
    chosen: list[dict[str, Any]],
    values: "ibis.Table",
    expected: "ibis.Table",
    keys: tuple[str, ...],
    holdings: Holdings,
) -> dict[tuple[Any, ...], tuple[tuple[str, float | None], ...]]:
    """For each group, year, slice and edition the members without data that weigh most, with their weights."""
    import ibis
    import pyarrow as pa

    partial = [row for row in chosen if row["parts"].with_data < row["parts"].members]
    if not partial:
        return {}
    picked = holdings.engine.table(
        pa.Table.from_pylist([{key: row[key] for key in (*keys, *EDITION)} for row in partial])
    )
    known = [key for key in keys if key in expected.columns]
    wanted = expected.inner_join(picked, known)
    on = [key for key in known if key in values.columns]
    counted = values.semi_join(expected.filter(expected.weight.notnull()), ["area", *on])
    gone = wanted.anti_join(counted, [*dict.fromkeys(["area", *_shared(keys, values), *EDITION])])
    parts = [*keys, *EDITION]
    rank = ibis.row_number().over(group_by=parts, order_by=[gone.weight.desc(nulls_first=False), gone.area])
    gone = gone.mutate(rank=rank)
    rows = gone.filter(gone["rank"] < NAMED_MISSING).order_by([*parts, "rank"])
    found: dict[tuple[Any, ...], list[tuple[str, float | None]]] = {}
    for row in holdings.engine.collect(rows).to_pylist():
        found.setdefault(tuple(row[key] for key in parts), []).append((row["area"], row["weight"]))
    return {key: tuple(members) for key, members in found.items()}


def _shared(keys: Iterable[str], values: "ibis.Table") -> list[str]:
    return [key for key in keys if key in values.columns]
