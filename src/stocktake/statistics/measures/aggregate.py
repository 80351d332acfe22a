"""Aggregates: what a group of areas comes to, made from its members with the indicator's own denominator.

A = sum(w v) / sum(w), where w is the denominator of the same people: women for a rate of women, homes for homes. A
rate is never weighed by anything else; where the denominator is not held there is no value. Medians, unweighted means
and sums where the indicator has those. One release per figure; coverage and bounds stand beside it; nothing is filled
in. Members are those at the end of the period ("then") or on the as-of date ("now").
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.aggregate_tables import (
    aggregate_tables,
    asked_once,
    expected_table,
    heaviest_missing,
    seen_table,
    slice_of,
)
from stocktake.statistics.measures.editions import EDITION
from stocktake.statistics.measures.members import groups_of
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, Request
from stocktake.statistics.measures.result import Detail, MemberCoverage, Result
from stocktake.statistics.measures.series import ESTIMATED, labels, release_words, where
from stocktake.statistics.model import NORMAL
from stocktake.values.interval import Interval

if TYPE_CHECKING:
    import ibis

NAME = "aggregate"
GROUP = ("group", "classified", "period")
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What an aggregate is made of, as counted by the engine.

    Attributes:
        members: How many members the group has.
        with_data: How many have a value and a denominator.
        weight: The denominator of all members that have one.
        seen: That of the members with data.
        total: sum(w v) over the members with data.
        median: The median of the values.
        unweighted: How many members have no denominator.
    """

    members: int
    with_data: int
    weight: float
    seen: float
    total: float
    median: float | None = None
    unweighted: int = 0

    @property
    def share(self) -> float:
        """The share of the denominators held that has data, from 0 to 1."""
        return self.seen / self.weight if self.weight else 0.0


def weighted_mean(parts: Parts) -> float | None:
    """sum(w v) / sum(w) over the members with data; None without any."""
    return parts.total / parts.seen if parts.seen else None


def aggregate_bounds(parts: Parts, low: float | None, high: float | None) -> Interval | None:
    """The least and the most the mean can be, whatever the missing members have between ``low`` and ``high``.

    A_low = (sum_seen w v + low sum_missing w) / sum_all w, and the same with ``high``. None where the indicator has no
    such limits. Members without a denominator are left out: nobody knows what they would weigh.
    """
    if low is None or high is None or not parts.weight:
        return None
    missing = max(0.0, parts.weight - parts.seen)
    return Interval((parts.total + low * missing) / parts.weight, (parts.total + high * missing) / parts.weight)


_VALUES: Mapping[str, Callable[[Parts], float | None]] = {
    "weighted mean": weighted_mean,
    "unweighted mean": weighted_mean,
    "median": lambda parts: parts.median,
    "sum": lambda parts: parts.total if parts.with_data else None,
}
"""Each aggregator's value; the unweighted mean is the mean with every weight 1."""


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each group, classification, year and slice; the latest published year where none is asked."""
    facts = holdings.facts(request.indicator)
    groups = groups_of(request, holdings)
    if not groups:
        return ()
    refusal = _refusal(facts)
    if refusal:
        return tuple(Result(NAME, group, holdings.name(group), refusal, published=False) for group in groups)
    values, weights, members = aggregate_tables(request, holdings, facts, groups)
    keys = (*GROUP, *slice_of(request))
    expected = asked_once(expected_table(members, weights, keys), holdings)
    seen = seen_table(values, expected, keys, median=facts.aggregator == "median")
    chosen = _choose(
        _expected_totals(expected, keys, holdings), holdings.engine.collect(seen).to_pylist(), request, keys
    )
    missing = heaviest_missing(chosen, values, expected, keys, holdings)
    results = [
        _result(row, missing.get(tuple(row[key] for key in (*keys, *EDITION)), ()), request, holdings, facts)
        for row in sorted(chosen, key=lambda row: tuple(str(row[key]) for key in (*keys, "release")))
    ]
    kept = results if request.periods else _since_last_published(results)
    return (*kept, *_without(groups, kept, request, holdings))


def _refusal(facts: IndicatorFacts) -> str | None:
    if facts.aggregator == "none":
        return f"The values of {facts.code} are not put together: the frameworks give it no aggregator."
    if facts.aggregator == "weighted mean" and facts.denominator is None:
        return f"The denominator of {facts.code} is not known, and a rate is weighed by nothing else."
    return None


def _expected_totals(
    expected: "ibis.Table", keys: tuple[str, ...], holdings: Holdings
) -> dict[tuple[Any, ...], dict[str, Any]]:
    known = tuple(key for key in keys if key in expected.columns)
    totals = expected.group_by(list(known)).agg(
        members=expected.count(), weighted=expected.weight.count(), weight=expected.weight.sum()
    )
    return {tuple(row[key] for key in known): row for row in holdings.engine.collect(totals).to_pylist()}


def _choose(
    totals: Mapping[tuple[Any, ...], dict[str, Any]],
    seen: list[dict[str, Any]],
    request: Request,
    keys: tuple[str, ...],
) -> list[dict[str, Any]]:
    """Each edition with its parts; unless all are asked, for each group, year and slice the newest that passes."""
    rows = []
    for row in seen:
        total = totals[tuple(row[key] for key in keys if key != "breakdown")]
        parts = Parts(
            total["members"],
            row["with_data"],
            total["weight"] or 0.0,
            row["seen"],
            row["total"],
            row["median"],
            total["members"] - total["weighted"],
        )
        rows.append({**row, "parts": parts})
    if request.vintage == "all":
        return rows
    best: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: _newness(row, request)):
        best[tuple(row[key] for key in keys)] = row
    return list(best.values())


def _newness(row: dict[str, Any], request: Request) -> tuple[Any, ...]:
    """Last comes what is taken: it passes the gate, is the newest, and then has the most members."""
    passes = row["parts"].share >= request.gate
    return passes, row["vintage"] or date.min, row["with_data"], row["release"], row["code"], row["unit"]


def _result(
    row: dict[str, Any],
    missing: tuple[tuple[str, float | None], ...],
    request: Request,
    holdings: Holdings,
    facts: IndicatorFacts,
) -> Result:
    parts: Parts = row["parts"]
    held_back = held_back_because(parts, missing, request, holdings, facts)
    is_weighted = facts.aggregator == "weighted mean"
    one_file = row["source"] if row["source"] == row["last_source"] else None
    release = release_words(row["vintage"], row["release"])
    words = f"{_how(facts)} of {parts.with_data} of {parts.members} members, {release}."
    return Result(
        NAME,
        row["group"],
        holdings.name(row["group"]),
        " ".join([*([held_back] if held_back else []), words, *_named(parts, missing, holdings)]),
        classified=row["classified"],
        period=row["period"],
        value=_VALUES[facts.aggregator](parts),
        unit=row["unit"] or facts.unit or None,
        coverage=MemberCoverage(parts.members, parts.with_data, parts.share if parts.weight else None),
        bounds=aggregate_bounds(parts, facts.low, facts.high) if is_weighted else None,
        published=held_back is None,
        vintage=row["vintage"],
        source=where(holdings, one_file),
        status=ESTIMATED if row["estimated"] else NORMAL,
        details=_details(parts, missing, facts),
        **labels(row),
    )


def held_back_because(
    parts: Parts,
    missing: tuple[tuple[str, float | None], ...],
    request: Request,
    holdings: Holdings,
    facts: IndicatorFacts,
) -> str | None:
    """Why the coverage gate holds a value back; None where it lets it through."""
    if parts.share < request.gate:
        return f"Held back: {_percent(parts.share)} of the denominator has data, the gate is {_percent(request.gate)}."
    if facts.aggregator == "sum" and parts.with_data < parts.members:
        return "Held back: a sum without all members is too low."
    heavy = [(area, weight / parts.weight) for area, weight in missing if weight and parts.weight]
    if facts.aggregator == "weighted mean" and heavy and heavy[0][1] > request.largest:
        area, share = heavy[0]
        return (
            f"Held back: {holdings.name(area)}, {_percent(share)} of the denominator, has no value, and one member may "
            f"hold {_percent(request.largest)} at most."
        )
    return None


def _how(facts: IndicatorFacts) -> str:
    if facts.aggregator == "weighted mean":
        return f"Mean weighted by {facts.denominator}"
    return facts.aggregator.capitalize()


def _named(parts: Parts, missing: tuple[tuple[str, float | None], ...], holdings: Holdings) -> list[str]:
    heavy = [(area, weight) for area, weight in missing if weight is not None and parts.weight]
    more = parts.members - parts.unweighted - parts.with_data - len(heavy)
    named = [f"{holdings.name(area)} ({_percent(weight / parts.weight)})" for area, weight in heavy]
    words = [f"Not counted: {', '.join(named)}{f' and {more} more' if more > 0 else ''}."] if named else []
    if parts.unweighted:
        words.append(f"Left out of coverage and bounds, having no denominator: {parts.unweighted} members.")
    return words


def _details(
    parts: Parts, missing: tuple[tuple[str, float | None], ...], facts: IndicatorFacts
) -> dict[str, Detail]:
    details: dict[str, Detail] = {"missing": [area for area, _ in missing]}
    if facts.aggregator == "weighted mean" and facts.high == PERCENT and parts.with_data:
        details["counted"] = parts.total / PERCENT
        details["denominator"] = facts.denominator
    return details


def _percent(share: float) -> str:
    return f"{PERCENT * share:.1f} per cent"


def _since_last_published(results: list[Result]) -> list[Result]:
    """For each group and slice the latest published value, and what was held back since; else the latest of all."""
    kept: list[Result] = []
    slices: dict[tuple[Any, ...], list[Result]] = {}
    for result in results:
        key = (result.area, result.classified, result.sex, result.location, result.age, result.breakdown)
        slices.setdefault(key, []).append(result)
    for each in slices.values():
        last = max((str(result.period) for result in each if result.published), default="")
        kept += [result for result in each if str(result.period) >= (last or str(each[-1].period))]
    return kept


def _without(
    groups: tuple[str, ...], results: list[Result], request: Request, holdings: Holdings
) -> tuple[Result, ...]:
    done = {each.area for each in results}
    because = f"No member has both a value of {request.indicator} and its denominator for the same year."
    return tuple(
        Result(NAME, group, holdings.name(group), because, published=False)
        for group in groups
        if group not in done
    )
