"""One action, three frameworks: actions by action line and Goal, by objective of the Compact, each counted once.

Where nobody reported, the same table of the clauses in force shows where the frameworks meet.
"""

from collections import Counter
from collections.abc import Iterator

from stocktake.frameworks.themes import load_themes
from stocktake.publish.charts import Chart
from stocktake.publish.charts.heat import Heat
from stocktake.publish.report.model import Block, Figure, TablePart
from stocktake.publish.report.sections.action_lines import NO_CONTRIBUTION
from stocktake.publish.report.sections.asked import OWN_MAPPING, asked_in
from stocktake.publish.report.sections.matter import Matter
from stocktake.publish.report.sections.regions import heat_chart
from stocktake.publish.report.wording import agreeing, are, cell, counted, leading, number_cell, paragraph, table

_MATRICES = (
    "Published matrices between the frameworks were not used: their cells are not held. A cell of the tables "
    "here is a "
    "count, and no statement that two themes are related."
)


def convergence(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    coverage = matter.review.coverage
    if not coverage.contributions:
        yield paragraph(
            f"{NO_CONTRIBUTION} Contributions that name action lines, Goals and objectives would show which "
            "action serves "
            "several frameworks, so that it is reported once."
        )
    else:
        yield paragraph(_counted_once(matter))
        if coverage.lines_by_goal.cells:
            yield Figure(heat_chart("Actions by action line and Goal", coverage.lines_by_goal, matter, codes=True))
        yield _objectives(matter)
    chart = _clauses(matter)
    if chart is not None:
        yield paragraph(
            "The clauses in force that ask for action meet in several frameworks. A clause is counted in each "
            "cell whose two "
            "themes its paragraph has."
        )
        yield Figure(chart)
    yield paragraph(_MATRICES)


def _counted_once(matter: Matter) -> str:
    coverage = matter.review.coverage
    merged = coverage.contributions - coverage.actions
    words = leading(coverage.contributions, "contribution")
    if merged:
        words += f" {are(coverage.contributions)} counted as {counted(coverage.actions, 'action')}, because "
        words += f"{counted(merged, 'contribution tells', 'contributions tell')} of an action told of before"
    else:
        words += f" {agreeing(coverage.contributions, 'tells of one action', 'tell of as many actions')}"
    unplaced = coverage.lines_by_goal.unplaced
    rest = f" {leading(unplaced, 'action names', 'actions name')} no action line or no Goal." if unplaced else ""
    return f"{words}. The same action stands once in each cell that it names.{rest}"


def _objectives(matter: Matter) -> TablePart:
    rows = [
        (cell(f"GDC {each.code}"), cell(each.name), number_cell(each.actions), number_cell(each.entities))
        for each in matter.review.coverage.themes
        if each.framework == "GDC"
    ]
    columns = (("Code", 1), ("Objective", 5), ("Actions", 1), ("Entities", 1))
    return table("Actions by objective of the Global Digital Compact", columns, rows)


def _clauses(matter: Matter) -> Chart | None:
    """Clauses in force by action line and Goal; None where none has both."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in matter.in_force:
        for each in asked_in(matter, text):
            own = set(each.themes)
            lines = [line.code for line in load_themes("WSIS") if line.code in own]
            goals = [goal.code for goal in load_themes("SDG") if f"SDG {goal.code}" in own]
            counts.update((line, goal) for line in lines for goal in goals)
    if not counts:
        return None
    rows, columns = ([each.code for each in load_themes(framework)] for framework in ("WSIS", "SDG"))
    heat = Heat(
        tuple(rows),
        tuple(columns),
        tuple(tuple(counts[row, column] for column in columns) for row in rows),
        "clauses",
    )
    title = f"Clauses of {matter.names_in_force()} by action line and Sustainable Development Goal"
    return Chart(
        title, heat, "", tuple(each.key for each in matter.in_force), (OWN_MAPPING,), matter.review.example
    )
