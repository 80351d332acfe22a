"""A divide in sentences and in cells: each number with its group, its year and where it stands.

Knows which results of an indicator are told and in which order. Computes nothing: differences, paces and distances are
those of the review.
"""

from collections.abc import Iterable, Iterator, Sequence

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.publish.divides_layout import DivideRow, target_words, value_words
from stocktake.publish.measure_words import number_words
from stocktake.publish.report.model import Cell, Run
from stocktake.publish.report.sections.matter import result_source
from stocktake.publish.report.wording import cell, counted, in_style, listed, number_cell, plain, sentence
from stocktake.review.divides import Measured
from stocktake.review.words import capital
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
_LONG_CODE = 5
_SIDES = (("parity", "female", "male", "women", "men"), ("gap", "urban", "rural", "urban", "rural"))


def row_cells(row: DivideRow) -> tuple[Cell, ...]:
    """The row of a table, as ``ROW_COLUMNS`` heads it."""
    return (
        cell(row.value.name),
        cell(breakdown_words(row.value.breakdown)),
        number_cell(value_words(row.value)),
        number_cell(_ratio(row.parity)),
        number_cell(_ratio(row.gap)),
        cell("; ".join(target_words(each) for each in row.distances)),
    )


def _ratio(result: Result | None) -> str:
    return f"{result.value:.2f} ({result.period})" if result is not None and result.value is not None else "–"


def breakdown_words(breakdown: str | None) -> str:
    """A further breakdown for a person: ``4G``; ``lower secondary, Internet``; nothing for the total."""
    return ", ".join(_code_words(*part.partition("=")[::2]) for part in (breakdown or "").split(";") if part)


def _code_words(name: str, code: str) -> str:
    dimension = dimension_of(name)
    printed = (each.partition("=")[::2] for each in dimension.codes) if dimension else ()
    found = next((word for word, ours in printed if ours == code and word == word.lower()), None)
    is_word = code.isalpha() and len(code) > _LONG_CODE
    return found or (code.lower() if is_word else code)


def levels_told(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The levels: of the first groups in total, else of the first group kind by kind."""
    name = f"{measured.name} (indicator {measured.indicator})"
    known = [each for each in rows if each.is_known]
    whole = [each.value for each in known if each.value.breakdown is None][:_MOST_AREAS]
    if not known:
        yield plain(f"{name}: no level can be quoted. ")
        return
    first = known[0].value.area
    told = whole or [each.value for each in known if each.value.area == first][:_MOST_KINDS]
    yield plain(f"{name}: ")
    for at, each in enumerate(told):
        of = f", {breakdown_words(each.breakdown)}" if each.breakdown else ""
        made = ", made here from its members" if each.measure == "aggregate" else ""
        words = f"{_group(each)}{of}, {level_words(each)} in {each.period}{made}"
        yield plain(f"{'; ' if at else ''}{words}", result_source(each))
    left = len({each.value.breakdown for each in known}) - _MOST_KINDS if not whole else 0
    yield plain(f"; {counted(left, 'more kind')} in the table. " if left > 0 else ". ")


def level_words(result: Result) -> str:
    """A value with its unit."""
    unit = f" {result.unit}" if result.unit and result.unit != "index" else ""
    return f"{number_words(result.value, exact=result.measure == 'level')}{unit}"


def _group(result: Result) -> str:
    return (
        "the world"
        if result.area == "WLD"
        else result.name.lower()
        if result.coverage or _is_group(result)
        else result.name
    )


def _is_group(result: Result) -> bool:
    return result.classified is not None or " " in result.name


def ratios_told(rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The ratio of women to men, and of urban to rural, of the first groups that have it."""
    for measure, first, second, name, other in _SIDES:
        found = [each for row in rows if (each := getattr(row, measure)) is not None][:2]
        for each in found:
            sides = [
                number_words(value) for key in (first, second) if isinstance(value := each.details.get(key), float)
            ]
            of = f", {breakdown_words(each.breakdown)}" if each.breakdown else ""
            words = f"Of {_group(each)}{of}, the rate of {name} divided by that of {other} was {each.value:.2f} in {each.period}"
            words += f" ({' against '.join(sides)} per cent)" if len(sides) == len(("one", "other")) else ""
            derived = "; the rural rate is derived, not observed" if each.details.get("derived") else ""
            yield plain(f"{words}{derived}. ", result_source(each))


def targets_told(rows: Sequence[DivideRow]) -> Iterator[Run]:
    """The way to the target that is still ahead, with pace needed and pace seen, of the first groups that have one."""
    ahead = [(row, each) for row in rows for each in row.distances if not each.details.get("expired")]
    for row, each in ahead[:_MOST_TARGETS]:
        told = target_words(each).replace(" points", " percentage points")
        yield plain(f"{capital(_group(row.value))}: {told}. ", result_source(each))
    missed = [(row, each) for row in rows for each in row.distances if _is_missed(each)]
    if missed:
        named = dict.fromkeys(f"{each.details['target']}: {row.value.name.lower()}" for row, each in missed)
        shown = list(named)[:_MOST_TARGETS]
        more = f" and {len(named) - len(shown)} more" if len(named) > len(shown) else ""
        yield plain(
            f"Targets whose year has passed without the value held meeting them: {'; '.join(shown)}{more}. "
        )


def _is_missed(distance: Result) -> bool:
    return bool(distance.details.get("expired")) and not distance.details.get("reached")


def projection_told(measured: Measured) -> Iterator[Run]:
    """What the models give for the target's year, and whether the methods on progress agree; of the first group."""
    found = next(
        (each for each in measured.results if each.measure == "projection" and each.value is not None), None
    )
    if found is not None and found.interval is not None:
        low, high = (f"{end:.0f}" for end in (found.interval.low, found.interval.high))
        of = f", {breakdown_words(found.breakdown)}" if found.breakdown else ""
        words = f"An estimate, no data: for {_group(found)}{of} three models give {low} to {high} {found.unit} in "
        yield plain(
            f"{words}{found.details.get('goal_year')}, if the pace of the series goes on. ", result_source(found)
        )
    progress = next((each for each in measured.results if _judges(each, found)), None)
    if progress is not None:
        yield plain(f"{sentence(in_style(progress.because.partition('. ')[0]))} ", result_source(progress))


def _judges(each: Result, projected: Result | None) -> bool:
    same = projected is None or (each.area, each.breakdown) == (projected.area, projected.breakdown)
    return each.measure == "progress" and each.value is not None and same


def coverage_told(measured: Measured) -> Iterator[Run]:
    """How many countries and areas of the world have a value that is recent."""
    found = [each for each in measured.results if each.measure == "coverage" and each.coverage is not None]
    world = next((each for each in found if each.area == "WLD"), found[0] if found else None)
    if world is None:
        return
    told = [
        part
        for part in in_style(world.because).rstrip(".").split(". ")
        if not part.startswith(("No value", "Only"))
    ]
    yield plain(f"Coverage, {_group(world)}: {'. '.join(told)}. ")


def cannot_be_told(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[Run]:
    """What is asked for and cannot be computed, with the reason as the review gives it for the first group."""
    for measure, label in (("parity", "the ratio of women to men"), ("gap", "the ratio of urban to rural")):
        asked = [each for each in measured.results if each.measure == measure]
        if asked and not any(getattr(row, measure) for row in rows):
            yield plain(f"Not computed, {label}: {sentence(in_style(asked[0].because))} {_alike(asked)}")
    held_back = [row.value for row in rows if row.value.value is not None and not row.value.published]
    if held_back:
        names = list(dict.fromkeys(_group(each) for each in held_back))
        yield plain(f"Held back, for want of coverage: {_some(names)}. {_first_sentence(held_back[0])}")


def _alike(asked: Sequence[Result]) -> str:
    others = len({each.area for each in asked}) - 1
    return f"It is the same for {counted(others, 'other group')}. " if others > 0 else ""


def _some(names: Sequence[str]) -> str:
    return (
        listed(names)
        if len(names) <= _MOST_AREAS
        else f"{', '.join(names[:_MOST_AREAS])} and {len(names) - _MOST_AREAS} more"
    )


def _first_sentence(result: Result) -> str:
    return f"For {_group(result)}: {in_style(result.because).removeprefix('Held back: ').partition('. ')[0]}. "


def sources_named(results: Iterable[Result]) -> tuple[str, ...]:
    """The sources of results, each once."""
    return tuple(dict.fromkeys(result_source(each, with_row=False).words for each in results))
