"""What is asked of a measure, and what it may read.

Knows the parameters every measure shares, with their defaults, and the few facts it needs of indicators, groups and
targets. Knows neither where these facts are kept nor how observations are stored.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from stocktake.statistics.measures.dimensions import By
from stocktake.statistics.measures.marked import Extract
from stocktake.statistics.model import Source
from stocktake.tables import Engine

if TYPE_CHECKING:
    import ibis

Classified = Literal["then", "now"]
Aggregator = Literal["weighted mean", "median", "unweighted mean", "sum", "none"]
Comparator = Literal["at least", "at most", "less than", "equal"]
Direction = Literal["higher", "lower", "none"]
Slope = Literal["least squares", "theil-sen"]


@dataclass(frozen=True, slots=True)
class Request:
    """One question.

    Attributes:
        indicator: The indicator's code in the observations.
        as_of: The day on which the review stands; what was released later is not read.
        areas: Codes of areas and groups; empty for all that are held.
        periods: Years; empty for the latest with a value.
        by: The dimension along which values are split; None for totals.
        measures: Names in ``MEASURES``; empty for all.
        vintage: The release to read; None for the newest of each series, ``all`` for every one.
        classified: As which the members of a group are taken.
        breakdown: The value of the further dimension; None for every one that is held.
        files: The checksums of the files to read the indicator from; empty for all.
        partition: Groups without a member in common, for the parts of inequality.
        leader: The area that others are compared with in ``behind``; None for the highest among those asked.
        gate: The least share of a group's denominator that must have data for its value to be published. 0.6 lies
            between the half and the two thirds that international offices use.
        largest: The most that one member without data may hold of it; with more, that member decides the value.
        join_breaks: Whether a series goes on across releases, codes and breaks; never across units.
        base: The year from which progress is counted, or the first later one with a value; 2015 in the 2030 Agenda.
        goal: The year of targets that carry none of their own.
        seed: Of the bootstrap; the same seed gives the same bytes.
        slope: How the slope of a projected line is found; Theil-Sen's median of slopes resists outliers.
    """

    indicator: str
    as_of: date
    areas: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    by: By | None = None
    measures: tuple[str, ...] = ()
    vintage: date | Literal["all"] | None = None
    classified: tuple[Classified, ...] = ("then", "now")
    breakdown: str | None = None
    files: tuple[str, ...] = ()
    partition: tuple[str, ...] = ()
    leader: str | None = None
    gate: float = 0.6
    largest: float = 0.1
    join_breaks: bool = False
    base: int = 2015
    goal: int = 2030
    seed: int = 0
    slope: Slope = "least squares"


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """Whose figures they are.

    Attributes:
        name: What it is called.
        publisher: As the readers of files spell it.
        dataset: It is this data set of the publisher alone; None for all that no other names.
        tier: How early it is believed, 0 first; in one tier the newest release counts.
    """

    name: str
    publisher: str
    dataset: str | None = None
    tier: int = 0

    def is_of(self, source: Source) -> bool:
        """Whether it published the file."""
        return source.publisher == self.publisher and self.dataset in (None, source.dataset)


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """What a measure has to know of an indicator.

    Attributes:
        code: Its code in the observations.
        name: Its name.
        denominator: The indicator whose values are its weights (people for individuals, homes for households); None
            where none is known, and then it is not weighted.
        aggregator: How a group's value is made; baskets of prices have medians, indices unweighted means; ``none``
            where there is no meaningful one.
        low: The lowest value there can be; None for no limit.
        high: The highest value there can be.
        unit: Its canonical unit; empty where none is known.
        direction: Which way is wanted.
        urban_share: The indicator of the share (per cent) of people in urban areas.
        is_coverage: A share of people within reach of a network, for which ITU splits off the rural part.
        income: The indicator of gross national income per head, where this one is a price.
        exchange_rate: The indicator of national currency per United States dollar, where this one is a price in
            national currency; None where the price is in dollars.
        income_share: The indicator of the share of income (per cent) of the poorest 40 per cent.
        parts: The indicators that it is the mean of, each with the same weight; empty where it is of none.
        publishers: Whom to believe, the custodian first; whoever is not here comes after them.
    """

    code: str
    name: str = ""
    denominator: str | None = None
    aggregator: Aggregator = "none"
    low: float | None = None
    high: float | None = None
    unit: str = ""
    direction: Direction = "none"
    urban_share: str | None = None
    is_coverage: bool = False
    income: str | None = None
    exchange_rate: str | None = None
    income_share: str | None = None
    parts: tuple[str, ...] = ()
    publishers: tuple[PublisherFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A target, as it stands on the as-of date.

    Attributes:
        name: What it is called, with its edition.
        value: The value to reach, in the indicator's unit.
        year: By when; None where the target sets none.
        areas: The areas and groups it was set for; empty for every one.
        comparator: How a value is held against it.
        met_at: The value from which its publisher counts it as met; None where that is the target's own.
        tolerance: How far from it still counts as equal.
        is_current: Whether no other edition has taken its place; one whose year has passed may be current.
        note: What has to be said whenever it is used; empty where nothing.
        scale: The values that score 0 and 100 with its publisher; None where they are not recorded.
        bands: The bands of that score as (name, least score), the lowest first.
    """

    name: str
    value: float
    year: int | None = None
    areas: tuple[str, ...] = ()
    comparator: Comparator = "at least"
    met_at: float | None = None
    tolerance: float = 0.0
    is_current: bool = True
    note: str = ""
    scale: tuple[float, float] | None = None
    bands: tuple[tuple[str, float], ...] = ()

    def is_met(self, value: float) -> bool:
        """Whether a value meets it."""
        wanted = self.value if self.met_at is None else self.met_at
        met: Mapping[Comparator, bool] = {
            "at least": value >= wanted,
            "at most": value <= wanted,
            "less than": value < wanted,
            # As printed: the difference of 0.98 and 1 is a hair more than 0.02 in binary.
            "equal": wanted - self.tolerance <= value <= wanted + self.tolerance,
        }
        return met[self.comparator]


class Groups(Protocol):
    """Who belongs to which group on which day."""

    def codes(self) -> Collection[str]:
        """The codes of all groups."""
        ...

    def members(self, group: str, on: date) -> Collection[str]:
        """The codes of the areas in ``group`` on that day; empty where the group is not known."""
        ...

    def contested(self, group: str, on: date) -> Mapping[str, date]:
        """The members on that day whose membership ended before, if a contested end holds, each with that end."""
        ...

    def recorded_until(self, group: str) -> date | None:
        """The day on which a classification that is not recorded took over; None where there is no such day."""
        ...


@dataclass(frozen=True, slots=True)
class FixedGroups:
    """Groups whose members never change."""

    groups: Mapping[str, Collection[str]]

    def codes(self) -> Collection[str]:
        """The codes of all groups."""
        return self.groups.keys()

    def members(self, group: str, on: date) -> Collection[str]:  # noqa: ARG002 (the protocol's)
        """The codes of the areas in ``group``."""
        return self.groups.get(group, ())

    def contested(self, group: str, on: date) -> Mapping[str, date]:  # noqa: ARG002 (the protocol's)
        """None: no end is recorded."""
        return {}

    def recorded_until(self, group: str) -> date | None:  # noqa: ARG002 (the protocol's)
        """None: they never change."""
        return None


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that a measure may read.

    Attributes:
        observations: A table with the columns of ``tables.schema``, of this engine.
        engine: What answers.
        indicators: Facts by code; an indicator without facts is measured without weights, limits and targets.
        groups: Who belongs to which group.
        targets: Targets by the code of their indicator.
        names: Names of areas and groups by code.
        sources: Files by checksum.
        extract: The rows of the request that is being answered; None outside of it.
    """

    observations: "ibis.Table"
    engine: Engine
    indicators: Mapping[str, IndicatorFacts] = field(default_factory=dict)
    groups: Groups = field(default_factory=lambda: FixedGroups({}))
    targets: Mapping[str, tuple[TargetFacts, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    extract: Extract | None = None

    def name(self, area: str) -> str:
        """The name of an area or group; its code where none is known."""
        return self.names.get(area, area)

    def facts(self, indicator: str) -> IndicatorFacts:
        """The facts of an indicator; bare ones where none are known."""
        return self.indicators.get(indicator, IndicatorFacts(indicator))

    def is_group(self, area: str) -> bool:
        """Whether a code is that of a group."""
        return area in self.groups.codes()
