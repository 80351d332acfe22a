"""What the measures have to know of indicators, groups, targets and areas, taken from the frameworks.

Knows how a record of the frameworks becomes the few facts that a measure reads. Holds no fact of its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks import areas, groups, indicators, publishers, targets
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, PublisherFacts, TargetFacts
from stocktake.statistics.model import Source
from stocktake.tables import Engine

if TYPE_CHECKING:
    import ibis


@dataclass(frozen=True, slots=True)
class DatedGroups:
    """The groups of the frameworks; members are those in force on the day."""

    def codes(self) -> Collection[str]:
        """The codes of all groups and regions."""
        return groups.group_codes()

    def members(self, group: str, on: date) -> Collection[str]:
        """The members on that day; empty where the group is not known or was given up."""
        return groups.members(group, on) if group in groups.group_codes() else frozenset()

    def contested(self, group: str, on: date) -> Mapping[str, date]:
        """The members on that day whose end is contested and was to come before it, each with that end."""
        pending = groups.pending(group, on) if group in groups.group_codes() else ()
        return {
            each.area: each.valid_to
            for each in pending
            if each.exit == "contested" and each.valid_to is not None and each.valid_to <= on
        }

    def recorded_until(self, group: str) -> date | None:
        """The day on which a classification that is not recorded took over; None where there is no such day."""
        return groups.held(group)[1] if group in groups.group_codes() else None


def indicator_facts(record: indicators.Indicator) -> IndicatorFacts:
    """The facts of one indicator."""
    return IndicatorFacts(
        code=record.code,
        name=record.name,
        denominator=record.denominator,
        aggregator=record.aggregator,
        low=record.low,
        high=record.high,
        unit=record.unit,
        direction=record.direction,
        urban_share=record.urban_share,
        is_coverage=record.coverage,
        income=record.income,
        exchange_rate=record.exchange_rate,
        income_share=record.income_share,
        parts=record.parts,
        publishers=tuple(
            PublisherFacts(each.name, each.publisher, each.dataset, tier)
            for each, tier in publishers.believed(record)
        ),
    )


def target_facts(standing: targets.TargetStanding) -> TargetFacts | None:
    """The facts of one target on a day; None where it is in words only."""
    record = standing.target
    if record.value is None or record.comparator is None:
        return None
    notes = []
    if not standing.own:
        notes.append(f"The target was set for another population ({record.indicator}).")
    if standing.status == "replaced":
        notes.append(f"Another took its place ({record.replaced_by}).")
    return TargetFacts(
        name=f"{record.framework}, {record.by} ({record.id})",
        value=record.value,
        year=record.by,
        areas=record.groups,
        comparator=record.comparator,
        met_at=record.met_at,
        tolerance=record.tolerance,
        is_current=standing.status != "replaced",
        note=" ".join(notes),
        scale=(record.score_low, record.score_high)
        if record.score_low is not None and record.score_high is not None
        else None,
        bands=tuple((each.name, each.low) for each in targets.bands_of(record.framework)),
    )


def targets_by_indicator(on: date) -> dict[str, tuple[TargetFacts, ...]]:
    """The targets that were set by that day, by the code of their indicator."""
    found: dict[str, tuple[TargetFacts, ...]] = {}
    for code in indicators.indicators():
        facts = (target_facts(standing) for standing in targets.targets_for(code, None, on))
        held = tuple(each for each in facts if each)
        if held:
            found[code] = held
    return found


def area_names() -> dict[str, str]:
    """The English name of every area, region and group by its code."""
    return {code: areas.area_name(code) for code in (*areas.areas(), *areas.aggregates())}


def holdings_of(
    observations: "ibis.Table", engine: Engine, sources: Mapping[str, Source], as_of: date
) -> Holdings:
    """What measures may read: the observations with the frameworks as they stand on the as-of date."""
    return Holdings(
        observations,
        engine,
        {code: indicator_facts(record) for code, record in indicators.indicators().items()},
        DatedGroups(),
        targets_by_indicator(as_of),
        area_names(),
        sources,
    )
