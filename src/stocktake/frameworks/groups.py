"""Groups of countries and areas: who belonged to which on which day, and how firm that is.

Knows dated memberships (LDC, LLDC, SIDS, income groups, regions of the World Bank), regions of M49, which have no
dates, and the archived split into developed and developing regions. "As classified then" is ``members(group, year)``;
"as classified now" is ``members(group, as_of)``. The invented groups of the example hold no real area, and no real
group an invented one. Does not know a decision that no record holds: a graduation that is contested has not happened,
and after the last income classification recorded that one is carried on (``held``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import Literal

from stocktake.errors import InternalError, NotFoundError, nearest
from stocktake.frameworks.areas import aggregates, areas
from stocktake.frameworks.income import data_years_held, in_force_from, income_runs
from stocktake.frameworks.records import Confidence, load_records

Exit = Literal["done", "scheduled", "contested"]
Standing = Literal["in force", "scheduled", "contested"]
Rule = Literal["in force", "data year"]
_INCOME = "income groups"
_WORLD = "WLD"
EXAMPLE_WORLD = "XZZ"
"""The group of all invented areas: what the world is to the bundled example."""
# The Channel Islands are Guernsey and Jersey, which stand by themselves.
_COUNTED_TWICE = frozenset({"CHI"})


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and how its members are found.

    Attributes:
        code: The code of the group among the areas (``areas.aggregates``).
        classification: What it is a group of.
        source: Where the record comes from.
        confidence: How sure it is.
        exclusive: No area is in two groups of the classification on one day.
        regions: M49 codes of regions that are in it.
        areas: Further members without dates.
        others_than: It holds every area of M49 that is not in this group.
        unions: The groups that make it up.
        valid_to: The first day on which it is no longer in use; None where it is.
        note: What a reader must know besides.
    """

    code: str
    classification: str
    source: str
    confidence: Confidence
    exclusive: bool = False
    regions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    others_than: str | None = None
    unions: tuple[str, ...] = ()
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A record of who belongs to a group from when to when; a year alone means its last day."""

    group: str
    areas: tuple[str, ...]
    source: str
    confidence: Confidence
    valid_from: int | date | None = None
    valid_to: int | date | None = None
    exit: Exit = "done"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spell:
    """One area's unbroken time in a group.

    Attributes:
        group: The group.
        area: The member.
        valid_from: The first day.
        valid_to: The first day after; None where no end is recorded.
        exit: How firm the end is; ``done`` where there is none.
        source: Where it comes from.
        confidence: How sure it is.
    """

    group: str
    area: str
    valid_from: date
    valid_to: date | None
    exit: Exit
    source: str
    confidence: Confidence

    def covers(self, day: date) -> bool:
        """Whether the area is a member on this day; a contested end does not end it."""
        return self.valid_from <= day and (
            self.valid_to is None or day < self.valid_to or self.exit == "contested"
        )


def members(group: str, on: date | int, rule: Rule = "in force") -> frozenset[str]:
    """The members of the group on a day; empty on a day for which no classification is held or it was given up.

    Args:
        group: Code of a group, a region of M49, or ``WLD``.
        on: A day, or a year, which means its last day.
        rule: Which classification of a year is meant: the one in force on the day, or (``data year``) the one made
            from the incomes of that year, in force from the next 1 July. Only income groups tell the two apart.

    Raises:
        NotFoundError: There is no such group.
    """
    return _members(group, _day(group, on, rule))


def groups_of(area: str, on: date | int, rule: Rule = "in force") -> frozenset[str]:
    """The codes of all groups and M49 regions of which the area is a member; see ``members``."""
    return frozenset(code for code in group_codes() if area in members(code, on, rule))


def standing(group: str, area: str, on: date | int) -> Standing | None:
    """How firm the area's membership is on a day; None where it is no member.

    ``scheduled``: an end is decided for a later day. ``contested``: a day is set, before or after this one, and
    whether it holds is not settled.
    """
    day = _day(group, on, "in force")
    if area not in _members(group, day):
        return None
    exits: list[Exit] = [spell.exit for spell in spells(group) if spell.area == area and spell.covers(day)]
    return next(
        ("contested" if each == "contested" else "scheduled" for each in exits if each != "done"), "in force"
    )


def pending(group: str, on: date | int) -> tuple[Spell, ...]:
    """The members on a day whose end is scheduled or contested, by that end."""
    day = _day(group, on, "in force")
    open_ended = (spell for spell in spells(group) if spell.exit != "done" and spell.covers(day))
    return tuple(sorted(open_ended, key=lambda spell: (spell.valid_to or date.max, spell.area)))


def held(group: str) -> tuple[date | None, date | None]:
    """The first day that is recorded, and the first day that no longer is; None where there is no such bound.

    For income groups the second is the day on which a classification that is not recorded took over.
    """
    found = _group(group)
    if _is_by_income(found):
        first, last = data_years_held()
        return in_force_from(first), in_force_from(last + 1)
    return None, found.valid_to if found else None


@cache
def group_codes() -> tuple[str, ...]:
    """Every group and M49 region, in the order of the files."""
    regions = (code for code, each in aggregates().items() if each.parts or _area_codes(each.m49 or ""))
    return tuple(dict.fromkeys((_WORLD, *_groups(), *regions)))


@cache
def spells(group: str) -> tuple[Spell, ...]:
    """Every dated membership of the group, by area and day; none for a group whose members have no dates."""
    found = [*_recorded(group), *_by_income(group)]
    return tuple(sorted(found, key=attrgetter("area", "valid_from")))


def overlaps() -> tuple[str, ...]:
    """Each two memberships of one exclusive classification, or of one group, that hold on one day; ideally none."""
    kinds: dict[tuple[str, str], list[Spell]] = {}
    for code, group in _groups().items():
        for spell in spells(code):
            kinds.setdefault((group.classification if group.exclusive else code, spell.area), []).append(spell)
    for found in kinds.values():
        found.sort(key=attrgetter("valid_from"))
    return tuple(
        f"{later.area} in {later.group} from {later.valid_from}, in {earlier.group} until {earlier.valid_to}"
        for found in kinds.values()
        for earlier, later in pairwise(found)
        if earlier.valid_to is None or earlier.valid_to > later.valid_from
    )


def _day(group: str, on: date | int, rule: Rule) -> date:
    day = on if isinstance(on, date) else date(on, 12, 31)
    return in_force_from(day.year) if rule == "data year" and _is_by_income(_group(group)) else day


def _is_by_income(group: Group | None) -> bool:
    """Whether it is an income group, or several together."""
    return group is not None and (group.classification == _INCOME or bool(group.unions))


@cache
def _members(group: str, day: date) -> frozenset[str]:
    found = _group(group)
    if found is None:
        return _region(group)
    if found.valid_to is not None and day >= found.valid_to:
        return frozenset()
    without_dates = {*found.areas, *(code for region in found.regions for code in _area_codes(region))}
    if found.others_than:
        without_dates |= _in_a_region() - _members(found.others_than, day)
    in_parts = (_members(part, day) for part in found.unions)
    dated = (spell.area for spell in spells(group) if spell.covers(day))
    return frozenset(without_dates).union(dated, *in_parts)


def _region(group: str) -> frozenset[str]:
    """The areas of a region of M49, of several together, or of the world: present ones, whatever the day."""
    if group == _WORLD:
        real = (code for code, area in areas().items() if area.until is None and not area.example)
        return frozenset(real) - _COUNTED_TWICE
    region = aggregates()[group]
    return frozenset().union(*(_area_codes(part) for part in (region.parts or (region.m49 or "",))))


@cache
def _area_codes(region: str) -> frozenset[str]:
    return frozenset(
        code for code, area in areas().items() if region in (area.region, area.subregion, area.intermediate)
    )


@cache
def _in_a_region() -> frozenset[str]:
    return frozenset(code for code, area in areas().items() if area.region)


def _group(code: str) -> Group | None:
    """The record of the group; None for a region of M49 or the world.

    Raises:
        NotFoundError: It is neither.
    """
    if code not in group_codes():
        raise NotFoundError(
            expected="the code of a group of countries or of a region of M49",
            came=f"{code!r} is none",
            choices=nearest(code, group_codes()),
            advice="List them: stocktake frameworks groups, stocktake frameworks aggregates",
        )
    return _groups().get(code)


@cache
def _groups() -> MappingProxyType[str, Group]:
    made = {each.code: each for each in (*load_records("groups", Group), *load_records("example_groups", Group))}
    unknown = [code for code in made if code not in aggregates()]
    unknown += [each.group for each in _memberships() if each.group not in made]
    strange = [area for each in _memberships() for area in each.areas if area not in areas()]
    strange += [run.area for run in income_runs() if run.area not in areas()]
    if unknown or strange:
        raise InternalError(
            expected="known groups and areas in frameworks/data/groups.yaml, memberships.yaml and income_groups.csv",
            came=f"{', '.join(dict.fromkeys((*unknown, *strange)))} is unknown",
            advice="Mend the file and run the tests of frameworks.",
        )
    return MappingProxyType(made)


def _recorded(group: str) -> Iterator[Spell]:
    for each in _memberships():
        if each.group == group:
            first = _first_day(each.valid_from) or date.min
            last = _first_day(each.valid_to)
            for area in each.areas:
                yield Spell(group, area, first, last, each.exit, each.source, each.confidence)


def _memberships() -> tuple[Membership, ...]:
    return (*load_records("memberships", Membership), *load_records("example_memberships", Membership))


def _first_day(at: int | date | None) -> date | None:
    return date(at, 12, 31) if isinstance(at, int) else at


def _by_income(group: str) -> Iterator[Spell]:
    newest = data_years_held()[1]
    for run in income_runs():
        if run.group == group:
            last = None if run.last == newest else in_force_from(run.last + 1)
            yield Spell(group, run.area, in_force_from(run.first), last, "done", run.source, run.confidence)
