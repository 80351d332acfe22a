"""The columns of a table of contributions: their names, what each asks for, and an example.

Knows the order and the words of the form. What a cell may hold is checked by ``contribution_fields.py``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stocktake.register.contribution import Contribution

SEPARATOR = "; "
EXAMPLE = "EXAMPLE:"
EXPLAINED = "EXPLAINED:"
"""A cell under ``who`` that begins with one of these marks a row of the template, which is never taken in."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name in CSV and JSON.
        title: Its heading in a workbook.
        asks: What is to be written there.
        example: What stands in the example row of the template.
        attribute: The attribute of ``Contribution``, where it has another name.
        needed: Whether a contribution has to have it.
        several: Whether it holds several values with semicolons between them.
        width: In a workbook, in characters.
    """

    name: str
    title: str
    asks: str
    example: str = ""
    attribute: str = ""
    needed: bool = False
    several: bool = False
    width: int = 16

    @property
    def part(self) -> str:
        """The attribute of ``Contribution`` that it holds."""
        return self.attribute or self.name


COLUMNS = (
    Column(
        "who", "Who", "The entity that did it, by name.", "EXAMPLE: Kite Office of Examplia", needed=True, width=28
    ),
    Column("entity_type", "Entity type", "The kind of entity.", "government", needed=True),
    Column("title", "Title", "What was done, in a line.", "Kites for forty schools", needed=True, width=36),
    Column("description", "Description", "The same at length.", "Each school received a kite.", width=50),
    Column(
        "where",
        "Where",
        "Countries, areas or M49 regions by name or code, with semicolons between them, or global.",
        "global",
        needed=True,
        several=True,
    ),
    Column("from", "From", "When it began: 2025, 2025-03 or 2025-03-31.", "2025-03", "start", needed=True),
    Column("to", "To", "When it ended, the same way; empty where it goes on.", "2025-06-30", "end"),
    Column("link", "Link", "A page about it (http or https).", "https://kites.example/schools", width=30),
    Column(
        "answers",
        "Answers",
        "The paragraphs or duties it answers: 97/41:13 or 97/41:13#1, with semicolons between them.",
        "97/41:13; 97/41:14#1",
        several=True,
        width=24,
    ),
    Column(
        "action_lines", "Action lines", "Codes of WSIS action lines: C2; C7-elearning.", "C2; C4", several=True
    ),
    Column("sdgs", "SDGs", "Numbers of Goals: 4; 9.", "4; 9", several=True, width=10),
    Column("gdc", "GDC objectives", "Numbers of objectives of the Global Digital Compact: 1.", "1", several=True),
    Column("reach", "Reach", "How many were reached: a number.", "4000", width=10),
    Column("reach_unit", "Reach unit", "What the number counts.", "pupils"),
    Column("evidence", "Evidence", "self-report, document or indicator.", "document", needed=True),
    Column(
        "document",
        "Document",
        "The symbol or link of the document; for an indicator also its code.",
        "https://kites.example/report",
        width=30,
    ),
    Column("id", "Id", "Leave empty: it is given when the row is taken in.", width=38),
    Column("recorded_at", "Recorded at", "Leave empty: the time of taking in.", width=26),
    Column("by", "By", "Leave empty: who takes it in."),
    Column("supersedes", "Supersedes", "The id of the record of which this is a new state.", width=38),
    Column(
        "withdraws",
        "Withdraws",
        "The id of the record that is withdrawn; all else but the reason empty.",
        width=38,
    ),
    Column("because", "Because", "Why it is replaced or withdrawn.", width=30),
)
BY_NAME: Mapping[str, Column] = {each.name: each for each in COLUMNS}
CONTENT = COLUMNS[:16]
"""What a contribution says; the rest says how it was recorded."""


def printed(contribution: Contribution) -> dict[str, str]:
    """Each cell of a contribution, by the name of its column."""
    return {each.name: _cell(getattr(contribution, each.part)) for each in COLUMNS}


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def heading_of(text: str) -> str | None:
    """The name of the column that a heading means: its name or its title, whatever case and blanks; None for none."""
    folded = _folded(text)
    return next((each.name for each in COLUMNS if folded in (each.name, _folded(each.title))), None)


def headings() -> Iterable[str]:
    """Every heading that is understood, for the nearest of one that is not."""
    return [*BY_NAME, *(each.title for each in COLUMNS)]


def _folded(text: str) -> str:
    return "_".join(text.replace("-", " ").replace("_", " ").casefold().split())


def is_of_template(who: str) -> bool:
    """Whether a row belongs to the template, by its first cell."""
    return who.strip().startswith((EXAMPLE, EXPLAINED))
