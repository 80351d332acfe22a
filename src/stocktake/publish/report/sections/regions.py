"""Regional level: what was reported from each region, and the regions from which nothing was."""

from collections.abc import Iterator

from stocktake.publish.charts import Chart
from stocktake.publish.charts.heat import Heat
from stocktake.publish.report.model import Block, Figure
from stocktake.publish.report.sections.action_lines import NO_CONTRIBUTION
from stocktake.publish.report.sections.matter import Matter
from stocktake.publish.report.wording import are, leading, listed, number_words, paragraph
from stocktake.review.evidence.model import Table
from stocktake.review.words import long_date

_NOT_NOTHING = "That nobody reported is not to say that nothing was done there."


def regions(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    coverage = matter.review.coverage
    if not coverage.contributions:
        yield paragraph(
            f"{NO_CONTRIBUTION} Contributions that name a country, an area or a region of the M49 standard would "
            "fill this "
            f"section. All {number_words(len(coverage.silent_regions))} regions are silent. {_NOT_NOTHING}"
        )
        return
    every, silent = coverage.lines_by_region.columns, coverage.silent_regions
    told = number_words(len(every) - len(silent)) if silent else "each"
    words = f"Actions are reported from {told} of the {number_words(len(every))} regions on record."
    if coverage.everywhere:
        number = leading(coverage.everywhere, "action")
        words += f" {number} {are(coverage.everywhere)} said to be of the whole world; no region is told by that."
    yield paragraph(words)
    if silent:
        yield paragraph(
            f"No contribution was received from {listed([name for _code, name in silent])}. {_NOT_NOTHING}"
        )
    if coverage.lines_by_region.cells:
        yield Figure(heat_chart("Actions by action line and region", coverage.lines_by_region, matter))


def heat_chart(title: str, counts: Table, matter: Matter, *, codes: bool = False) -> Chart:
    """Counts of actions as a heat table; columns by their names, or by their codes where there are many."""
    found = {(each.row, each.column): each.actions for each in counts.cells}
    heat = Heat(
        tuple(code for code, _name in counts.rows),
        tuple(code if codes else name for code, name in counts.columns),
        tuple(tuple(found.get((row, column), 0) for column, _ in counts.columns) for row, _ in counts.rows),
        "actions",
    )
    day = f"As of {long_date(matter.review.as_of.isoformat())}"
    notes = (f"{leading(counts.unplaced, 'action')} in no cell.",) if counts.unplaced else ()
    return Chart(
        title,
        heat,
        day,
        ("Contributions received; placed as their entities place them",),
        notes,
        matter.review.example,
    )
