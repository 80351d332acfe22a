"""Action lines: what was reported on each, by whom, where, under which Goals; and what the texts in force ask of it.

What was reported stands in ``own_words.py``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from stocktake.frameworks.themes import load_themes
from stocktake.publish.report.model import Block, TablePart
from stocktake.publish.report.sections.asked import OWN_MAPPING, asked_in
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.sections.own_words import lines_told
from stocktake.publish.report.wording import are, cell, counted, leading, number_cell, paragraph, some_of, table
from stocktake.review.evidence.model import Table

NO_CONTRIBUTION = "No contribution was received."
_COLUMNS = (
    ("Line", 2),
    ("Name", 3.3),
    ("Clauses in force", 1.2),
    ("Actions", 1.3),
    ("Entities", 1.3),
    ("Regions", 2.2),
    ("Goals", 1.5),
)
_MOST_CODES = 6


def action_lines(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    coverage = matter.review.coverage
    if not coverage.contributions:
        yield paragraph(
            f"{NO_CONTRIBUTION} For each action line a contribution of its facilitators, and of others who act, "
            "would tell "
            "what was done, where, with how many people reached, and on what evidence. That nobody reported is "
            "not to say "
            "that nothing was done."
        )
    else:
        yield paragraph(_reported(matter))
    yield _lines(matter)
    yield from lines_told(matter)


def _reported(matter: Matter) -> str:
    coverage = matter.review.coverage
    words = (
        f"{leading(coverage.actions, 'action')} {are(coverage.actions)} reported by "
        f"{counted(coverage.entities, 'entity', 'entities')}; "
    )
    words += (
        "nobody checked what they say. An action told of in several contributions is counted once, and under each "
    )
    words += "line that it names."
    if coverage.unjudged:
        pairs = leading(coverage.unjudged, "pair")
        words += f" {pairs} of contributions may tell of one action and {are(coverage.unjudged)} not judged yet."
    silent = [each.code for each in coverage.themes if each.framework == "WSIS" and not each.actions]
    return f"{words} On {some_of(silent, len(silent))} no contribution was received." if silent else words


def _lines(matter: Matter) -> TablePart:
    clauses = Counter(
        theme for text in matter.in_force for each in asked_in(matter, text) for theme in each.themes
    )
    coverage = matter.review.coverage
    counts = {each.code: each for each in coverage.themes if each.framework == "WSIS"}
    regions, goals = _named(coverage.lines_by_region), _named(coverage.lines_by_goal, codes=True)
    rows = []
    for line in load_themes("WSIS"):
        count = counts.get(line.code)
        reached = (regions.get(line.code, []), goals.get(line.code, []))
        cells = (cell(some_of(each, _MOST_CODES) if each else "–") for each in reached)
        numbers = (clauses[line.code], count.actions if count else 0, count.entities if count else 0)
        rows.append((cell(line.code), cell(line.name), *map(number_cell, numbers), *cells))
    made = table("Action lines: what is asked and what is reported", _COLUMNS, rows)
    sources = tuple(text_source(each.key) for each in matter.in_force)
    return replace(made, sources=sources, notes=(OWN_MAPPING, "Actions are placed as their entities place them."))


def _named(counts: Table, *, codes: bool = False) -> Mapping[str, list[str]]:
    """The columns in which each row has an action."""
    names = dict(counts.columns)
    found: dict[str, list[str]] = {}
    for each in counts.cells:
        found.setdefault(each.row, []).append(each.column if codes else names[each.column])
    return found
