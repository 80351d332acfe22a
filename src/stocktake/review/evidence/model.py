"""The nouns of evidence in a review: the rung of a duty, coverage, silence. Computes nothing.

No evidence found is not "not done", and a self-report is never "implemented": the ladder says what is known, no more.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stocktake.frameworks.themes import Framework
from stocktake.register import Contribution
from stocktake.register.correction import Status

Rung = Status
"""``activity reported``: somebody says so; ``output documented``: the document is held, or a later text takes it up;
``outcome measured``: an indicator that was named has a value that is held; ``superseded``: a later text asks it anew or
lets it go; ``not assessable``: nothing is asked that evidence could show."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence on a duty.

    Attributes:
        rung: How far it carries.
        words: What it is, in a line: the title of the contribution, the symbol, the value with its period.
        source: Who says so: the entity, the text that takes the document up, the file with its row.
        day: The latest day or period it is of, an ISO date as far as it is known; empty where nothing is said.
        contribution: The contribution it comes from; None where it is seen in the texts.
        link: A page about it; empty where there is none.
    """

    rung: Rung
    words: str
    source: str
    day: str
    contribution: UUID | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one duty of one text in force stands.

    Attributes:
        text: The key of the text.
        commitment: The id of the duty.
        paragraph: The paragraph's id.
        rung: The highest that its evidence reaches.
        because: Why this rung; whole sentences.
        proofs: The evidence, the furthest first, then the newest; the same action once.
        latest: The day of the newest evidence, an ISO date as far as it is known; empty where there is none.
        age: Days from the end of ``latest`` to the date of the review; None where there is no evidence.
        said_by: Who gave the rung in place of what the evidence says; empty where nobody did.
    """

    text: str
    commitment: str
    paragraph: str
    rung: Rung
    because: str
    proofs: tuple[Proof, ...] = ()
    latest: str = ""
    age: int | None = None
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """What an entity says it did, in its own words: nobody checked them.

    Attributes:
        contribution: What was recorded.
        action: The number of the contribution under which it is counted: its own, or one on the same action.
        places: Text and paragraph of each duty in force that its action answers, in the order of the texts.
    """

    contribution: Contribution
    action: UUID
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """How many actions are reported under two codes: an action line and a region, or an action line and a Goal."""

    row: str
    column: str
    actions: int


@dataclass(frozen=True, slots=True)
class Table:
    """Actions counted under two lists of codes; an action is counted once in each cell that it names.

    Attributes:
        rows: Code and name, in the order of the framework.
        columns: The same.
        cells: Those with at least one action, by row, then by column.
        unplaced: Actions that name no row or no column.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many actions, of how many entities, under one theme of a framework."""

    framework: Framework
    code: str
    name: str
    actions: int
    entities: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the evidence covers.

    Attributes:
        contributions: How many stand.
        actions: How many actions they tell of, the same one counted once.
        entities: How many entities report.
        latest: The day of the newest, an ISO date; None where there is none.
        silent_paragraphs: Text and paragraph of each operative paragraph in force that asks something and on which
            nobody reported.
        silent_regions: Code and name of each region of M49 in which nobody reported.
        themes: Of each theme of the three frameworks, those without an action too.
        lines_by_region: Action lines by regions.
        lines_by_goal: Action lines by Sustainable Development Goals.
        unjudged: Pairs that may be one action and that nobody judged.
        everywhere: Actions that say they were done everywhere; no region is told by that.
    """

    contributions: int
    actions: int
    entities: int
    latest: date | None
    silent_paragraphs: tuple[tuple[str, str], ...]
    silent_regions: tuple[tuple[str, str], ...]
    themes: tuple[ThemeCount, ...]
    lines_by_region: Table
    lines_by_goal: Table
    unjudged: int
    everywhere: int = 0
