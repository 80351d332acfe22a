"""The evidence of a review, laid out alike for page and terminal: what each rung means, heat tables, silences.

Knows what stands together and in which order. Computes nothing but counts of rows and shades.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from stocktake.frameworks.themes import Framework
from stocktake.review.evidence.model import Coverage, Rung, Standing, Table, ThemeCount

RUNGS: tuple[tuple[Rung, str], ...] = (
    (
        "no evidence found",
        "nothing that is held or was reported tells of it; that is not to say that nothing was done",
    ),
    ("activity reported", "somebody says so; nobody checked it"),
    ("output documented", "a document that is named is held, or a later text takes it up"),
    ("outcome measured", "an indicator that is named has a value that is held"),
    ("superseded", "a later text in force asks it anew"),
    ("not assessable", "nothing is asked that evidence could show"),
)
FRAMEWORK_NAMES: tuple[tuple[Framework, str], ...] = (
    ("WSIS", "WSIS action lines"),
    ("SDG", "Sustainable Development Goals"),
    ("GDC", "Objectives of the Global Digital Compact"),
)
SHADES = 5


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A count, and how dark its cell is: 0 for none, else 1 to 5 by its share of the highest."""

    actions: int
    shade: int


@dataclass(frozen=True, slots=True)
class HeatTable:
    """A table with every cell, those without an action too.

    Attributes:
        title: What is counted by what.
        columns: Code and name of each column.
        rows: Code and name of each row, with its cells.
        unplaced: Actions in no cell.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, tuple[HeatCell, ...]], ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class EvidenceSection:
    """What page and terminal say of evidence.

    Attributes:
        rungs: Each rung that a duty reaches: its name, what it means, how many duties.
        texts: The duties of each text in force, with where they stand.
        coverage: What the evidence covers.
        silent: Of each text the paragraphs on which nobody reported.
        themes: The themes of each framework, with its name.
        heats: The tables.
    """

    rungs: tuple[tuple[Rung, str, int], ...]
    texts: tuple[tuple[str, tuple[Standing, ...]], ...]
    coverage: Coverage
    silent: tuple[tuple[str, tuple[str, ...]], ...]
    themes: tuple[tuple[str, tuple[ThemeCount, ...]], ...]
    heats: tuple[HeatTable, ...]


def lay_out_evidence(standings: Sequence[Standing], coverage: Coverage) -> EvidenceSection:
    """The section on evidence."""
    return EvidenceSection(
        rungs=rung_counts(standings),
        texts=tuple((text, tuple(own)) for text, own in groupby(standings, key=lambda each: each.text)),
        coverage=coverage,
        silent=tuple(
            (text, tuple(paragraph for _text, paragraph in own))
            for text, own in groupby(coverage.silent_paragraphs, key=lambda each: each[0])
        ),
        themes=tuple(
            (name, tuple(each for each in coverage.themes if each.framework == framework))
            for framework, name in FRAMEWORK_NAMES
        ),
        heats=(
            _heat("Actions by action line and region", coverage.lines_by_region),
            _heat("Actions by action line and Goal", coverage.lines_by_goal),
        ),
    )


def rung_counts(standings: Iterable[Standing]) -> tuple[tuple[Rung, str, int], ...]:
    """Each rung that a duty reaches, what it means, and how many duties reach it."""
    count = Counter(each.rung for each in standings)
    return tuple((rung, means, count[rung]) for rung, means in RUNGS if count[rung])


def _heat(title: str, table: Table) -> HeatTable:
    counts = {(each.row, each.column): each.actions for each in table.cells}
    most = max(counts.values(), default=1)

    def cell(row: str, column: str) -> HeatCell:
        actions = counts.get((row, column), 0)
        return HeatCell(actions, -(-SHADES * actions // most))

    rows = tuple(
        (code, name, tuple(cell(code, column) for column, _name in table.columns)) for code, name in table.rows
    )
    return HeatTable(title, table.columns, rows, table.unplaced)
