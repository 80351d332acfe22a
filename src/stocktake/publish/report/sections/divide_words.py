"""A divide in sentences and in cells: each number with its group, its year and where it stands.

Knows which results of an indicator are told and in which order. Computes nothing: differences, paces and distances are
those of the review.
"""

import re
from collections.abc import Iterator, Sequence

from stocktake.frameworks.breakdowns import breakdown_words
from stocktake.publish.divides_layout import DivideRow, target_words, value_words
from stocktake.publish.measure_words import number_words
from stocktake.publish.report.model import Cell, Run
from stocktake.publish.report.sections.matter import result_source
from stocktake.publish.report.wording import (
    agreeing,
    cell,
    counted,
    in_style,
    listed,
    number_cell,
    plain,
    sentence,
    some_of,
)
from stocktake.publish.report.wording import number_words as number_of
from stocktake.review.divides import Measured
from stocktake.statistics.measures import Result
from stocktake.statistics.measures.coverage import RECENT, TOLD

ROW_COLUMNS = (
    ("Area or group", 2.6),
    ("Of what", 1.6),
    ("Value (year)", 1.6),
    ("Women/men", 1.2),
    ("Urban/rural", 1.2),
    ("Way to the target", 3.2),
)
_MOST_AREAS = 4
_MOST_KINDS = 4
_MOST_TARGETS = 2
_MOST_RATIOS = 2
_SIDES = (("parity", "female", "male", "women", "men"), ("gap", "urban", "rural", "urban", "rural"))
_TENTH = 0.1
_ID = re.compile(r" \([a-z0-9-]+\)$")


def row_cells(row: DivideRow) -> tuple[Cell, ...]:
    """The row of a table, as ``ROW_COLUMNS`` heads it."""
    return (
        cell(row.value.name),
        cell(breakdown_words(row.value.breakdown)),
        number_cell(value_words(row.value)),
        number_cell(_ratio(row.parity)),
        number_cell(_ratio(row.gap)),
        cell("; ".join(dict.fromkeys(map(target_words, row.distances)))),
    )


def _ratio(result: Result | None) -> str:
    if result is None or result.value is None:
        return "–"
    return f"{result.value:.2f} ({result.period})" if result.published else "held back"


def group_words(result: Result) -> str:
    """A group within a sentence: ``the world``, ``least developed countries``, ``Northern Africa``."""
    if result.area == "WLD":
        return "the world"
    first, _, rest = result.name.partition(" ")
    return f"{first.lower()} {rest}" if rest[:1].islower() else result.name


def level_words(result: Result) -> str:
    """A value with its unit."""
    unit = f" {result.unit}" if result.unit and result.unit != "index" else ""
    return f"{number_words(result.value, exact=result.measure == 'level')}{unit}"


def _of(result: Result) -> str:
    """The group with the further breakdown."""
    kind = breakdown_words(result.breakdown)
    return f"{group_words(result)} ({kind})" if kind else group_words(result)


def levels_told(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The levels: of the first groups in total, else of the first group kind by kind."""
    code = f" (indicator {measured.indicator})" if measured.indicator[:1].isdigit() else ""
    name = f"{measured.name}{code}"
    known = [each.value for each in rows if each.is_known]
    if not known:
        yield plain(f"{name}: no level of a group can be quoted. ")
        return
    whole = [each for each in known if each.breakdown is None][:_MOST_AREAS]
    told = whole or [each for each in known if each.area == known[0].area][:_MOST_KINDS]
    made = [each for each in told if each.measure == "aggregate"]
    yield plain(f"{name}{', made here from the members of each group' if len(made) == len(told) else ''}: ")
    for at, each in enumerate(told):
        here = " (made here from its members)" if each in made and len(made) < len(told) else ""
        words = f"{_of(each)}, {level_words(each)} in {each.period}{here}"
        yield plain(f"{'; ' if at else ''}{words}", result_source(each))
    left = len({each.breakdown for each in known}) - len(told) if not whole else 0
    yield plain(f"; {counted(left, 'more kind')} in the table. " if left > 0 else ". ")


def ratios_told(rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The ratio of women to men, and of urban to rural, of the first groups that have it."""
    for measure, first, second, name, other in _SIDES:
        found = [each for row in rows if (each := getattr(row, measure)) is not None and each.published]
        for each in found[:_MOST_RATIOS]:
            details = (each.details.get(key) for key in (first, second))
            sides = [number_words(value) for value in details if isinstance(value, float)]
            words = (
                f"In {_of(each)}, the rate of {name} divided by that of {other} was {each.value:.2f} in "
                f"{each.period}"
            )
            words += (
                f" ({' against '.join(sides)} {rows[0].value.unit})" if len(sides) == len(("one", "other")) else ""
            )
            derived = "; the rural rate is derived, not observed" if each.details.get("derived") else ""
            yield plain(f"{words}{derived}. ", result_source(each))


def target_told(distance: Result, who: str) -> str:
    """The way to a target in a sentence."""
    details = distance.details
    year = f" by {details['target_year']}" if details.get("target_year") else ""
    goal = f"the target of {details['target_value']:g} per cent{year}"
    if details.get("reached"):
        return sentence(f"{who}: {goal} was met in {distance.period}")
    if distance.unit != "points" or distance.value is None:
        return sentence(f"{who}: {target_words(distance)}")
    needed, seen = details.get("pace_needed"), details.get("pace_seen")
    words = f"{who}: {_pace(distance.value)} percentage points are left to {goal}"
    if isinstance(needed, float) and isinstance(seen, float):
        way = "a fall of " if distance.value < 0 else ""
        since = f" since {details['base_year']}" if details.get("base_year") else ""
        words += (
            f"; {way}{_pace(needed)} points a year {'is' if way else 'are'} needed, "
            f"{_pace_seen(needed, seen)}{since}"
        )
    return sentence(words)


def _pace(value: float) -> str:
    """A pace or a distance without its sign: to a tenth of a point, to a hundredth below a tenth."""
    return f"{abs(value):.1f}" if abs(value) >= _TENTH else f"{abs(value):.2f}"


def _pace_seen(needed: float, seen: float) -> str:
    """The pace seen; where it went the other way, that is said."""
    turned = ", the other way," if needed * seen < 0 else ""
    return f"{_pace(seen)}{turned} {'was' if needed < 0 else 'were'} seen"


def targets_told(rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The way to the target that is still ahead, and the targets whose year has passed, of the first groups."""
    ahead = [(row, each) for row in rows for each in row.distances if not each.details.get("expired")]
    for row, each in ahead[:_MOST_TARGETS]:
        yield plain(f"{target_told(each, _of(row.value))} ", result_source(each))
    missed = [(row, each) for row in rows for each in row.distances if _is_missed(each)]
    if missed:
        named: dict[str, dict[str, None]] = {}
        for row, each in missed:
            named.setdefault(_ID.sub("", str(each.details["target"])), {})[_of(row.value)] = None
        told = [f"{target}, by {some_of(list(groups), _MOST_AREAS)}" for target, groups in named.items()]
        left = len(told) - _MOST_TARGETS
        more = f"; and {counted(left, 'more', 'more')}" if left > 0 else ""
        yield plain(f"Not met although the year has passed: {'; '.join(told[:_MOST_TARGETS])}{more}. ")


def _is_missed(distance: Result) -> bool:
    return bool(distance.details.get("expired")) and not distance.details.get("reached")


def projection_told(measured: Measured) -> Iterator[Run]:
    """What the models give for the target's year, and whether the methods on progress agree; of the first group."""
    every = [each for each in measured.results if each.measure == "projection" and each.value is not None]
    found = next((each for each in every if each.area == "WLD"), every[0] if every else None)
    if found is not None and found.interval is not None:
        low, high = (f"{end:.0f}" for end in (found.interval.low, found.interval.high))
        words = f"An estimate, not data: if the pace of its series goes on, {_of(found)} comes to {low} to {high} "
        words += f"{found.unit} in {found.details.get('goal_year')}, by three models. "
        yield plain(words, result_source(found))
    progress = next((each for each in measured.results if _judges(each, found)), None)
    if progress is not None:
        judged = in_style(str(progress.details["together"]))
        yield plain(
            f"On the progress of {_of(progress)} {judged[0].lower()}{judged[1:]} ", result_source(progress)
        )


def _judges(each: Result, projected: Result | None) -> bool:
    same = projected is None or (each.area, each.breakdown) == (projected.area, projected.breakdown)
    return each.measure == "progress" and each.value is not None and same


def coverage_told(measured: Measured) -> Iterator[Run]:
    """How many countries and areas of the world have a value that is recent."""
    found = [each for each in measured.results if each.measure == "coverage" and each.coverage is not None]
    world = next((each for each in found if each.area == "WLD"), found[0] if found else None)
    if world is None or world.coverage is None:
        return
    members, some = world.coverage.members, world.coverage.with_data
    told = "none" if not some else "all" if some == members else number_of(some)
    words = f"Of the {number_of(members)} countries and areas of {group_words(world)}, {told} "
    words += f"{agreeing(some or 1, 'has', 'have')} a value of the last {number_of(RECENT)} years"
    kinds = [kind for kind in TOLD if not world.details[f"by_{kind}"]]
    without = f"; none is broken down by {listed(kinds, 'or')}" if kinds else ""
    yield plain(f"{words}{without}. ")


def cannot_be_told(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[Run]:
    """What is asked for and cannot be computed, with the reason as the review gives it for the first group."""
    lacking: dict[str, list[str]] = {}
    for measure, label in (("parity", "women to men"), ("gap", "urban to rural")):
        own = [each.details for each in measured.results if each.measure == measure]
        reasons = [str(each["lacking"]) for each in own if "lacking" in each]
        if reasons and not any(getattr(row, measure) for row in rows):
            lacking.setdefault(_why(reasons), []).append(label)
    for why, labels in lacking.items():
        ratios = f"The {agreeing(len(labels), 'ratio', 'ratios')} of {listed(labels)} cannot be computed"
        yield plain(f"{ratios}: {why}. ")
    yield from _held_back("", [row.value for row in rows if row.value.value is not None])
    yield from _held_back("the ratio of women to men in ", [row.parity for row in rows if row.parity])
    yield from _held_back("the ratio of urban to rural in ", [row.gap for row in rows if row.gap])


def _held_back(what: str, results: Sequence[Result]) -> Iterator[Run]:
    """Values of which too little is known, with the reason for the first group."""
    found = [each for each in results if not each.published]
    if found:
        names = list(dict.fromkeys(map(group_words, found)))
        first = in_style(f"For {_of(found[0])}, {found[0].details['held_back']}")
        yield plain(f"Held back, because too few have data: {what}{some_of(names, _MOST_AREAS)}. {first}. ")


def _why(reasons: Sequence[str]) -> str:
    """Why a ratio cannot be computed for the first group; said once where it is the same for all."""
    first, *others = reasons
    return f"{first}, for any group" if others and set(others) == {first} else first
