"""Targets: how much, of what, for whom, by when; in editions, each with what took its place.

Knows the targets of ``data/targets.yaml`` and whether one is in force on a day. Does not know whether it was met, nor
any target that no record holds (successors to those of 2025 among them).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

from stocktake.errors import InternalError
from stocktake.frameworks.areas import aggregates, areas
from stocktake.frameworks.indicators import Dimension, indicators
from stocktake.frameworks.records import Confidence, load_records

Comparator = Literal["at least", "at most", "less than", "equal"]
TargetStatus = Literal["in force", "expired", "replaced"]


@dataclass(frozen=True, slots=True)
class Target:
    """One edition of a target.

    Attributes:
        id: What it is called here.
        framework: Whose target it is.
        indicator: Code of the indicator it is set in.
        groups: Codes of the areas and groups it was set for.
        set: The year it was set.
        by: The last year for reaching it.
        source: Where the record comes from.
        confidence: How sure it is.
        comparator: How a value is held against it; None where it is in words only.
        value: In the indicator's unit; None where it is in words only.
        words: The target where it has no value; empty where it has.
        fixed: The breakdown it is set for, as pairs (dimension, code).
        compared: Indicators of another population that are held against it for want of its own.
        met_at: The value from which its publisher counts it as met; None where that is the target's own.
        tolerance: How far from the value still counts as equal.
        score_low: The value that scores 0 with its publisher; None where that is not recorded.
        score_high: The value that scores 100.
        replaced_by: The id of the edition that took its place; None where none did.
        note: What a reader must know besides.
    """

    id: str
    framework: str
    indicator: str
    groups: tuple[str, ...]
    set: int
    by: int
    source: str
    confidence: Confidence
    comparator: Comparator | None = None
    value: int | float | None = None
    words: str = ""
    fixed: tuple[tuple[Dimension, str], ...] = ()
    compared: tuple[str, ...] = ()
    met_at: int | float | None = None
    tolerance: int | float = 0
    score_low: int | float | None = None
    score_high: int | float | None = None
    replaced_by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the score of a framework's targets: from its least score, which belongs to it, to the next one's."""

    framework: str
    name: str
    source: str
    confidence: Confidence
    low: int | float = 0


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A target on a day.

    Attributes:
        target: The target.
        status: Whether it is in force, its year has passed, or another took its place before that.
        own: It is set in the indicator asked for; False where another population is held against it.
    """

    target: Target
    status: TargetStatus
    own: bool


def targets_for(indicator: str, group: str | None, on: date) -> tuple[TargetStanding, ...]:
    """Every target of an indicator that was set by that day, those in force first, then the latest first.

    Args:
        indicator: Code of the indicator.
        group: Code of the area or group it was set for; None for all.
        on: The day.
    """
    found = [
        TargetStanding(each, status_of(each, on), each.indicator == indicator)
        for each in targets().values()
        if indicator in (each.indicator, *each.compared) and group in (None, *each.groups) and each.set <= on.year
    ]
    return tuple(sorted(found, key=lambda one: (one.status != "in force", -one.target.by, one.target.id)))


def status_of(target: Target, on: date) -> TargetStatus:
    """Whether a target is in force on a day: until its year is over, or until the year its successor was set."""
    if on.year > target.by:
        return "expired"
    successor = targets()[target.replaced_by] if target.replaced_by else None
    return "replaced" if successor is not None and successor.set <= on.year else "in force"


def bands_of(framework: str) -> tuple[Band, ...]:
    """The bands of a framework, the lowest first; none where it has none."""
    own = (each for each in load_records("bands", Band) if each.framework == framework)
    return tuple(sorted(own, key=lambda each: each.low))


@cache
def targets() -> Mapping[str, Target]:
    """Every target by its id, in the order of the file.

    Raises:
        InternalError: A record is damaged, stands twice, or names an indicator, a group or a successor there is not.
    """
    loaded = (*load_records("targets", Target), *load_records("example_targets", Target))
    made = {each.id: each for each in loaded}
    faults = [fault for each in loaded for fault in _faults(each, made)]
    if faults or len(made) < len(loaded):
        raise InternalError(
            expected="each target once, of known indicators and groups, in frameworks/data/targets.yaml",
            came="; ".join(faults) or "one stands twice",
            advice="Mend the file and run the tests of frameworks.",
        )
    return MappingProxyType(made)


def _faults(target: Target, known: Mapping[str, Target]) -> list[str]:
    codes = (target.indicator, *target.compared)
    faults = [f"{target.id}: {code} is no indicator" for code in codes if code not in indicators()]
    faults += [
        f"{target.id}: {group} is no area" for group in target.groups if group not in {*areas(), *aggregates()}
    ]
    if target.replaced_by not in (None, *known):
        faults.append(f"{target.id}: {target.replaced_by} is no target")
    if (target.value is None) != (target.comparator is None) or (target.value is None) != bool(target.words):
        faults.append(f"{target.id}: it has both a value and words, or neither")
    ends = {target.score_low, target.score_high}
    if (None in ends) != (len(ends) == 1):
        faults.append(f"{target.id}: its score has one end, or no length")
    return faults
