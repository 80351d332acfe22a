"""Aggregates: what a group of areas comes to, made from its members with the indicator's own denominator.

A = sum(w v) / sum(w), where w is the denominator of the same people: women for a rate of women, homes for homes. A
rate is never weighed by anything else; where the denominator is not held there is no value. Medians, unweighted means
and sums where the indicator has those. One release per figure; coverage and bounds stand beside it; nothing is filled
in. Members are those at the end of the period ("then") or on the as-of date ("now").
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from stocktake.statistics.measures.cells import Cell, Missing, Parts, cells_of
from stocktake.statistics.measures.dimensions import labels
from stocktake.statistics.measures.editions import EDITION
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import TIER
from stocktake.statistics.measures.members import day_of, doubts_words, groups_of
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, Request
from stocktake.statistics.measures.result import Detail, MemberCoverage, Result
from stocktake.statistics.measures.series import ESTIMATED, release_words, where
from stocktake.statistics.model import NORMAL
from stocktake.values.interval import Interval

NAME = "aggregate"
PERCENT = 100.0
Computed = tuple[Result, Cell | None]
"""A result, and what it is made of where it has a value."""


class Dated(Protocol):
    """Something of a year that may be held back."""

    @property
    def period(self) -> str:
        """The year."""
        ...

    @property
    def published(self) -> bool:
        """Whether it is not held back."""
        ...


J = TypeVar("J", bound=Dated)


@dataclass(frozen=True, slots=True)
class Judged:
    """A cell, and what is to be said of it.

    Attributes:
        cell: What the value is made of.
        missing: The heaviest members it lacks.
        held_back: Why the gate holds it back, as a clause; None where it does not.
        is_weighed: Whether so many members have a denominator that coverage and bounds are those of the group.
        note: What else is said.
    """

    cell: Cell
    missing: Missing
    held_back: str | None
    is_weighed: bool
    note: str = ""

    @property
    def period(self) -> str:
        """The year."""
        return self.cell.period

    @property
    def published(self) -> bool:
        """Whether the gate lets it through."""
        return self.held_back is None


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
    return tuple(result for result, _ in computed(request, holdings))


def computed(request: Request, holdings: Holdings) -> tuple[Computed, ...]:
    """The same, each with what it is made of."""
    facts = holdings.facts(request.indicator)
    groups = groups_of(request, holdings)
    refusal = _refusal(facts)
    refused = tuple(
        (Result(NAME, area, holdings.name(area), because, published=False), None)
        for area in dict.fromkeys(request.areas or groups)
        if (because := refusal if area in groups else f"{holdings.name(area)} is no group, and has no members.")
    )
    if refusal or not groups:
        return refused
    holdings, extract = extracted(request, holdings)
    made = extract.once(
        (computed, request.areas, request.by, request.periods),
        lambda: tuple(_computed(groups, request, holdings)),
    )
    return (*made, *refused)


def _computed(groups: tuple[str, ...], request: Request, holdings: Holdings) -> list[Computed]:
    facts = holdings.facts(request.indicator)
    judged = [judge(cell, request, holdings, facts) for cell in _chosen_cells(request, holdings)]
    kept = judged if request.periods else since_last_published(judged, _slice)
    done = {each.cell.group for each in kept}
    because = f"No member has both a value of {request.indicator} and its denominator for the same year."
    if facts.aggregator != "weighted mean":
        because = f"No member has a value of {request.indicator}."
    lacking = (group for group in groups if group not in done)
    return [
        *((result_of(each, holdings, facts), each.cell) for each in kept),
        *((Result(NAME, group, holdings.name(group), because, published=False), None) for group in lacking),
    ]


def _refusal(facts: IndicatorFacts) -> str | None:
    if facts.aggregator == "none":
        return f"The values of {facts.code} are not put together: the frameworks give it no aggregator."
    if facts.aggregator == "weighted mean" and facts.denominator is None:
        return f"The denominator of {facts.code} is not known, and a rate is weighed by nothing else."
    return None


def judge(cell: Cell, request: Request, holdings: Holdings, facts: IndicatorFacts) -> Judged:
    """A cell with the members it lacks and what the coverage gate says."""
    missing = cell.missing() if cell.parts.with_data < cell.parts.members else ()
    on = day_of(cell.period, cell.classified, request.as_of)
    held_back = held_back_because(cell.parts, missing, request, holdings, facts)
    is_weighed = _weighed(cell.parts) >= request.gate
    return Judged(cell, missing, held_back, is_weighed, doubts_words(cell.group, on, holdings))


def _chosen_cells(request: Request, holdings: Holdings) -> list[Cell]:
    """The cells that a request means, in order: all editions, or for each group, year and part of the people one.

    That one is the newest that passes the gate, else the newest.
    """
    cells = cells_of(request, holdings)
    if request.vintage != "all":
        best: dict[tuple[str, ...], Cell] = {}
        for cell in sorted(cells, key=lambda cell: _newness(cell, request)):
            best[_whom(cell)] = cell
        cells = list(best.values())
    return sorted(cells, key=lambda cell: (*_whom(cell), *(cell.column[name] for name in EDITION)))


def _whom(cell: Cell) -> tuple[str, ...]:
    column = cell.column
    return (
        cell.group,
        cell.classified,
        cell.period,
        column["sex"],
        column["location"],
        column["age"],
        column["breakdown"],
    )


def _slice(each: Judged) -> tuple[str, ...]:
    group, classified, _, *part = _whom(each.cell)
    return group, classified, *part


def _newness(cell: Cell, request: Request) -> tuple[Any, ...]:
    """Last comes what is taken: it passes the gate, is of whom is believed first, is the newest, has the most members.

    Of releases without a day the one that reaches further is the newer, as in ``editions.newest``.
    """
    passes = min(cell.parts.share, _weighed(cell.parts)) >= request.gate
    edition = (cell.column[name] for name in EDITION)
    place = cell.column["place"]
    day, reaches = cell.vintage or date.min, cell.column["reaches"]
    return passes, -(place // TIER), day, reaches, cell.parts.with_data, -place, *edition


def result_of(judged: Judged, holdings: Holdings, facts: IndicatorFacts) -> Result:
    """The aggregate of one cell."""
    cell, held_back = judged.cell, judged.held_back
    parts = cell.parts
    is_weighted = facts.aggregator == "weighted mean"
    release = release_words(cell.vintage, cell.column["release"])
    words = f"{_how(facts)} of {parts.with_data} of {parts.members} members, {release}."
    share = parts.share if parts.weight and judged.is_weighed else None
    bounds = aggregate_bounds(parts, facts.low, facts.high) if is_weighted and judged.is_weighed else None
    return Result(
        NAME,
        cell.group,
        holdings.name(cell.group),
        " ".join(
            each for each in (*held_back_words(held_back), words, *_named(judged, holdings), judged.note) if each
        ),
        classified=cell.classified,
        period=cell.period,
        value=_VALUES[facts.aggregator](parts),
        unit=cell.column["unit"] or facts.unit or None,
        coverage=MemberCoverage(parts.members, parts.with_data, share),
        bounds=bounds,
        published=held_back is None,
        vintage=cell.vintage,
        source=where(holdings, cell.source),
        status=ESTIMATED if cell.is_estimated else NORMAL,
        details=_details(judged, facts),
        **labels(dict(cell.column)),
    )


def held_back_because(
    parts: Parts,
    missing: Missing,
    request: Request,
    holdings: Holdings,
    facts: IndicatorFacts,
) -> str | None:
    """Why the coverage gate holds a value back, as a clause; None where it lets it through."""
    if _weighed(parts) < request.gate:
        return (
            f"{parts.unweighted} of {parts.members} members have no denominator, so that nobody knows how much of the "
            "group has data"
        )
    if parts.share < request.gate:
        return f"{_percent(parts.share)} of the denominator has data; needed are {_percent(request.gate)}"
    if facts.aggregator == "sum" and parts.with_data < parts.members:
        return "a sum without all members is too low"
    heavy = [(area, weight / parts.weight) for area, weight in missing if weight and parts.weight]
    if facts.aggregator == "weighted mean" and heavy and heavy[0][1] > request.largest:
        area, share = heavy[0]
        return (
            f"{holdings.name(area)}, {_percent(share)} of the denominator, has no value, and one member may hold "
            f"{_percent(request.largest)} at most"
        )
    return None


def held_back_words(*reasons: str | None) -> list[str]:
    """A sentence for each reason that there is."""
    return [f"Held back: {reason}." for reason in reasons if reason]


def _weighed(parts: Parts) -> float:
    """The share of the members whose weight is known; where it is low, the share of the denominator says little."""
    return (parts.members - parts.unweighted) / parts.members if parts.members else 0.0


def _how(facts: IndicatorFacts) -> str:
    if facts.aggregator == "weighted mean":
        return f"Mean weighted by {facts.denominator}"
    return facts.aggregator.capitalize()


def _named(judged: Judged, holdings: Holdings) -> list[str]:
    """Who is not counted, and how many have no denominator."""
    parts = judged.cell.parts
    heavy = [(area, weight) for area, weight in judged.missing if weight is not None and parts.weight]
    more = parts.members - parts.unweighted - parts.with_data - len(heavy)
    shares = [f" ({_percent(weight / parts.weight)})" if judged.is_weighed else "" for _, weight in heavy]
    named = [f"{holdings.name(area)}{share}" for (area, _), share in zip(heavy, shares, strict=True)]
    words = [f"Not counted: {', '.join(named)}{f' and {more} more' if more > 0 else ''}."] if named else []
    if parts.unweighted:
        left = f"{parts.unweighted} member{'s' if parts.unweighted > 1 else ''}"
        words.append(
            f"Left out of coverage and bounds, having no denominator: {left}."
            if judged.is_weighed
            else "Without them neither coverage nor bounds are known."
        )
    return words


def _details(judged: Judged, facts: IndicatorFacts) -> dict[str, Detail]:
    parts = judged.cell.parts
    details: dict[str, Detail] = {"missing": [area for area, _ in judged.missing]}
    if judged.held_back:
        details["held_back"] = judged.held_back
    if facts.aggregator == "weighted mean" and facts.high == PERCENT and parts.with_data:
        details["counted"] = parts.total / PERCENT
        details["denominator"] = facts.denominator
    return details


def _percent(share: float) -> str:
    return f"{PERCENT * share:.1f} per cent"


def since_last_published(made: Sequence[J], whom: Callable[[J], tuple[Any, ...]]) -> list[J]:
    """For each whom the latest published, and what was held back since; else the latest of all.

    Args:
        made: In order of the year for each whom.
        whom: What tells them apart besides the year.
    """
    kept: list[J] = []
    several: dict[tuple[Any, ...], list[J]] = {}
    for each in made:
        several.setdefault(whom(each), []).append(each)
    for one in several.values():
        last = max((str(each.period) for each in one if each.published), default="")
        least = last or str(one[-1].period)
        kept += [each for each in one if str(each.period) >= least]
    return kept
