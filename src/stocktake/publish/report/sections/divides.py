"""Digital divides: level, gaps, pace, distance to targets, coverage; and what cannot be computed, with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stocktake.publish.divides_layout import DivideRow, rows_of, unmeasured
from stocktake.publish.report.model import Block, Cell, Figure, Subheading, TablePart
from stocktake.publish.report.sections.divide_charts import charts_of
from stocktake.publish.report.sections.divide_words import (
    ROW_COLUMNS,
    cannot_be_told,
    coverage_told,
    levels_told,
    projection_told,
    ratios_told,
    row_cells,
    targets_told,
)
from stocktake.publish.report.sections.matter import Matter, result_source
from stocktake.publish.report.wording import leading, paragraph, points, runs, table
from stocktake.review.divides import DivideMeasured, Measured
from stocktake.statistics.measures import Result

_MOST_ROWS = 12
_NOTHING = (
    "No statistics are held. The levels of the divides, the gaps between women and men and between urban and "
    "rural areas, "
    "the pace and the distance to targets can be told once files of the indicators below are added."
)


def divides(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    every = matter.review.divides
    if not any(each.measured for each in every):
        yield paragraph(_NOTHING)
    else:
        yield paragraph(
            "Each figure is that of its publisher; one made here from the members of a group says so. A pace is "
            "that of "
            "one series of one release. The order of groups is not one of merit."
        )
    for each in every:
        if each.measured:
            yield Subheading(each.name)
        for measured in each.measured:
            yield from _indicator(matter, measured)
    yield from _unmeasured(every)


def _indicator(matter: Matter, measured: Measured) -> Iterator[Block]:
    rows = rows_of(measured)
    yield paragraph(
        *levels_told(measured, rows),
        *ratios_told(rows),
        *targets_told(rows),
        *projection_told(measured),
        *coverage_told(measured),
        *cannot_be_told(measured, rows),
    )
    charts = tuple(charts_of(measured, rows, matter.review.as_of))
    yield from (Figure(replace(each, example=matter.review.example)) for each in charts)
    if any(each.is_known or _is_told(each.parity) or _is_told(each.gap) for each in rows):
        made = divide_table(measured, rows, _MOST_ROWS)
        if not charts or len(made.heads) > len(("area", "value")):
            yield made


def _is_told(ratio: Result | None) -> bool:
    return ratio is not None and ratio.published


def divide_table(measured: Measured, rows: Sequence[DivideRow], most: int) -> TablePart:
    """The rows of an indicator as a table, at most so many."""
    title = f"{measured.name} ({measured.indicator})"
    left = len(rows) - most
    notes = []
    if any("held back" in run.text for row in rows[:most] for one in row_cells(row) for run in one.runs):
        notes.append("“Held back”: too little of the group has data for a figure to be quoted.")
    if left > 0:
        notes.append(
            f"{leading(left, 'more row stands', 'more rows stand')} in the data tables of the full report."
        )
    sources = dict.fromkeys(
        result_source(each.value, with_row=False) for each in rows if each.value.value is not None
    )
    cells = [row_cells(each) for each in rows[:most]]
    kept = [at for at in range(len(ROW_COLUMNS)) if at == 0 or any(_says(row[at]) for row in cells)]
    made = table(title, [ROW_COLUMNS[at] for at in kept], [[row[at] for at in kept] for row in cells])
    return replace(made, sources=tuple(sources), notes=tuple(notes))


def _says(one: Cell) -> bool:
    """Whether a cell says anything: a column of dashes is left out."""
    return any(run.text != "–" for run in one.runs)


def _unmeasured(every: Sequence[DivideMeasured]) -> Iterator[Block]:
    nothing = unmeasured(every)
    if nothing:
        yield paragraph("Of the following divides nothing can be shown:")
        yield from points((runs(f"{each.name}: {each.because}") for each in nothing), len(nothing), "")
