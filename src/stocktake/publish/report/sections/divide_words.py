"""A divide in sentences and in cells: each number with its group, its year and where it stands.

Knows which results of an indicator are told and in which order. Computes nothing: differences, paces and distances are
those of the review.
"""

import re
from collections.abc import Iterator, Sequence

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.publish.divides_layout import DivideRow, target_words, value_words
from stocktake.publish.measure_words import number_words
from stocktake.publish.report.model import Cell, Run
from stocktake.publish.report.sections.matter import result_source
from stocktake.publish.report.wording import cell, counted, in_style, number_cell, plain, sentence, some_of
from stocktake.review.divides import Measured
from stocktake.statistics.measures import Result

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
_LONG_CODE = 5
_PROPER = {"INTERNET": "Internet"}
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
    return f"{result.value:.2f} ({result.period})" if result is not None and result.value is not None else "–"


def breakdown_words(breakdown: str | None) -> str:
    """A further breakdown for a person: ``4G``; ``lower secondary, Internet``; nothing for the total."""
    return ", ".join(_code_words(*part.partition("=")[::2]) for part in (breakdown or "").split(";") if part)


def _code_words(name: str, code: str) -> str:
    """A code as its publisher prints it; what is no word and no known code goes with the name of its dimension."""
    dimension = dimension_of(name)
    printed = (each.partition("=")[::2] for each in dimension.codes) if dimension else ()
    found = next((word for word, ours in printed if ours == code and word == word.lower()), None)
    if found or not code.isalpha():
        return found or code
    if len(code) > _LONG_CODE:
        return _PROPER.get(code, code.lower())
    return f"{dimension.printed[0] if dimension else name.lower()} {code}"


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
        found = [each for row in rows if (each := getattr(row, measure)) is not None]
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
    words = f"{who}: {number_words(abs(distance.value))} percentage points are left to {goal}"
    if isinstance(needed, float) and isinstance(seen, float):
        way = "a fall of " if distance.value < 0 else ""
        since = f" since {details['base_year']}" if details.get("base_year") else ""
        words += (
            f"; {way}{_pace(needed)} points a year {'is' if way else 'are'} needed, "
            f"{_pace_seen(needed, seen)}{since}"
        )
    return sentence(words)


def _pace(value: float) -> str:
    """A pace without its sign: to a tenth of a point, to a hundredth below a tenth."""
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
        told = (f"{_ID.sub('', str(each.details['target']))}, for {_of(row.value)}" for row, each in missed)
        named = list(dict.fromkeys(told))
        lead = "Targets whose year has passed and that the value held does not meet"
        left = len(named) - _MOST_TARGETS
        more = f"; and {counted(left, 'more', 'more')}" if left > 0 else ""
        yield plain(f"{lead}: {'; '.join(named[:_MOST_TARGETS])}{more}. ")


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
        judged = sentence(in_style(progress.because.partition(". ")[0]))
        yield plain(f"Progress of {_of(progress)}, by four methods: {judged} ", result_source(progress))


def _judges(each: Result, projected: Result | None) -> bool:
    same = projected is None or (each.area, each.breakdown) == (projected.area, projected.breakdown)
    return each.measure == "progress" and each.value is not None and same


def coverage_told(measured: Measured) -> Iterator[Run]:
    """How many countries and areas of the world have a value that is recent."""
    found = [each for each in measured.results if each.measure == "coverage" and each.coverage is not None]
    world = next((each for each in found if each.area == "WLD"), found[0] if found else None)
    if world is None:
        return
    told = world.because.rstrip(".").split(". ")
    kept = [part for part in told if not part.startswith(("No value", "Only"))]
    yield plain(in_style(f"Coverage of {group_words(world)}: {'. '.join(kept)}. "))


def cannot_be_told(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[Run]:
    """What is asked for and cannot be computed, with the reason as the review gives it for the first group."""
    for measure, label in (("parity", "women to men"), ("gap", "urban to rural")):
        asked = [each for each in measured.results if each.measure == measure]
        if asked and not any(getattr(row, measure) for row in rows):
            why = sentence(in_style(asked[0].because.partition(". ")[0]))
            yield plain(f"The ratio of {label} cannot be computed. {why} {_alike(asked)}")
    held_back = [row.value for row in rows if row.value.value is not None and not row.value.published]
    if held_back:
        names = list(dict.fromkeys(map(group_words, held_back)))
        first = in_style(held_back[0].because).removeprefix("Held back: ").partition(". ")[0]
        yield plain(
            f"Held back for want of coverage: {some_of(names, _MOST_AREAS)}. Of {_of(held_back[0])}: {first}. "
        )


def _alike(asked: Sequence[Result]) -> str:
    others = len({each.area for each in asked}) - 1
    return f"It is the same for {counted(others, 'other group')}. " if others > 0 else ""
