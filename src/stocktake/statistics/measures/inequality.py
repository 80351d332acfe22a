"""Inequality between countries: how unevenly a rate is spread, each country with the weight of its people.

Formulas: the Gini index of rates, weighted by the denominator; the Theil index T = sum(s ln(v/m)), s the share of all
users, m the mean rate, which adds up from a part between groups and a part within them. It says nothing of inequality
within a country. Rates of one release only; the coverage gate of aggregates holds here too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import log

from stocktake.statistics.measures.aggregate import computed
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, Result

NAME = "inequality"
REST = "(no group)"
Rate = tuple[float, float]
"""A rate and its weight."""


def gini(rates: Sequence[Rate]) -> float | None:
    """The weighted Gini index, 0 where all rates are equal; None without weight or where the mean is 0."""
    weight = sum(w for _, w in rates)
    users = sum(v * w for v, w in rates)
    if weight <= 0 or users <= 0:
        return None
    area = 0.0
    below = 0.0
    for value, share in sorted(rates):
        above = below + value * share
        area += share * (below + above)
        below = above
    return max(0.0, 1.0 - area / (weight * users))


def theil(rates: Sequence[Rate]) -> float | None:
    """The weighted Theil index, 0 where all rates are equal; a rate of 0 adds nothing. None as for ``gini``."""
    weight = sum(w for _, w in rates)
    users = sum(v * w for v, w in rates)
    if weight <= 0 or users <= 0:
        return None
    mean = users / weight
    return max(0.0, sum(w * v / users * log(v / mean) for v, w in rates if v > 0))


def theil_parts(groups: Mapping[str, Sequence[Rate]]) -> tuple[float, float] | None:
    """The Theil index between groups and within them, which add up to that of all; None as for ``gini``."""
    totals = {name: (sum(v * w for v, w in rates), sum(w for _, w in rates)) for name, rates in groups.items()}
    users, weight = (sum(each[at] for each in totals.values()) for at in (0, 1))
    if weight <= 0 or users <= 0:
        return None
    means = [(of / people, people) for of, people in totals.values() if people > 0]
    within = sum(totals[name][0] / users * (theil(rates) or 0.0) for name, rates in groups.items())
    return theil(means) or 0.0, within


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each group and year that ``aggregate`` has; the value is the Gini index, from 0 to 1."""
    means = computed(replace(request, by=None), holdings)
    if holdings.facts(request.indicator).aggregator == "sum":
        because = f"{request.indicator} is a count and no rate: a large country has more of it than a small one."
        areas = dict.fromkeys(mean.area for mean, _ in means)
        return tuple(Result(NAME, area, holdings.name(area), because) for area in areas)
    return tuple(
        _result(mean, cell.rates(), request, holdings) if cell else replace(mean, measure=NAME)
        for mean, cell in means
    )


def _result(mean: Result, rates: dict[str, Rate], request: Request, holdings: Holdings) -> Result:
    details: dict[str, Detail] = {"mean": mean.value, "theil": theil(list(rates.values()))}
    is_weighted = holdings.facts(request.indicator).aggregator == "weighted mean"
    how = "each with the weight of its denominator" if is_weighted else "each counting the same"
    words = [f"Gini index of the rates of members, {how}."]
    if request.partition:
        words.append(_decompose(rates, mean, request, holdings, details))
    value = gini(list(rates.values()))
    if value is None:
        words.append("There is none, for all rates are 0.")
    return replace(
        mean,
        measure=NAME,
        value=value,
        unit="Gini index",
        bounds=None,
        because=" ".join([*words, mean.because]),
        details=details,
    )


def _decompose(
    rates: dict[str, Rate], mean: Result, request: Request, holdings: Holdings, details: dict[str, Detail]
) -> str:
    """The parts of the Theil index, written into ``details``; what came of it in words."""
    on = request.as_of if mean.classified == "now" else min(date(int(str(mean.period)), 12, 31), request.as_of)
    homes: dict[str, list[str]] = {
        area: [group for group in request.partition if area in holdings.groups.members(group, on)]
        for area in rates
    }
    doubled = sorted(area for area, groups in homes.items() if len(groups) > 1)
    if doubled:
        return f"Not parted: {', '.join(map(holdings.name, doubled))} in more than one of the groups."
    parted: dict[str, list[Rate]] = {}
    for area, rate in rates.items():
        parted.setdefault(next(iter(homes[area]), REST), []).append(rate)
    parts = theil_parts(parted)
    if parts:
        details["between"], details["within"] = parts
    named = ", ".join(holdings.name(code) for code in request.partition if code in parted)
    alone = ", ".join(holdings.name(area) for area in sorted(rates) if not homes[area])
    return f"Parted by {named}{f'; in none of these, and taken together: {alone}' if alone else ''}."
