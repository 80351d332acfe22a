"""The form of a table that people fill in: its columns, what each asks for, and how a record stands in it.

Knows columns and headings. Knows no record in particular: contributions, needs and offers each have a form. What a cell
may hold is for the modules that check.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

SEPARATOR = "; "
EXAMPLE = "EXAMPLE:"
EXPLAINED = "EXPLAINED:"
"""A cell of the first column that begins with one of these marks a row of the template, which is never taken in."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name in CSV and JSON.
        title: Its heading in a workbook.
        asks: What is to be written there.
        example: What stands in the example row of the template.
        attribute: The attribute of the record, where it has another name.
        needed: Whether a record has to have it.
        several: Whether it holds several values with semicolons between them.
        free: Whether it takes other words than those that a workbook offers.
        width: In a workbook, in characters.
    """

    name: str
    title: str
    asks: str
    example: str = ""
    attribute: str = ""
    needed: bool = False
    several: bool = False
    free: bool = False
    width: int = 16

    @property
    def part(self) -> str:
        """The attribute of the record that it holds."""
        return self.attribute or self.name

    def value(self, cell: str) -> list[str] | str | None:
        """What a cell is in JSON: a list where there may be several, None where nothing is said."""
        if self.several:
            return cell.split(SEPARATOR) if cell else []
        return cell or None


@dataclass(frozen=True)
class Form:
    """A table of records of one kind.

    Attributes:
        name: What the records are called: ``needs``. It is the key of the list in JSON and the name of the sheet.
        one: What one of them is called.
        listing: The command that lists them with their ids.
        template: The command that writes the form.
        content: The columns that say what the record is about.
        recording: The columns that say how it was recorded.
    """

    name: str
    one: str
    listing: str
    template: str
    content: tuple[Column, ...]
    recording: tuple[Column, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column in its order."""
        return *self.content, *self.recording

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Every column by its name."""
        return {each.name: each for each in self.columns}

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The names of the columns that a record has to have."""
        return tuple(each.name for each in self.columns if each.needed)

    @cached_property
    def several(self) -> tuple[str, ...]:
        """The attributes that hold several values."""
        return tuple(each.part for each in self.columns if each.several)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Every heading that is understood, for the nearest of one that is not."""
        return *self.by_name, *(each.title for each in self.columns)

    @cached_property
    def _by_heading(self) -> Mapping[str, str]:
        known = {_folded(each.title): each.name for each in self.columns}
        return {**known, **{each.name: each.name for each in self.columns}}

    def heading_of(self, text: str) -> str | None:
        """The name of the column that a heading means: its name or title, whatever case and blanks; None for none."""
        return self._by_heading.get(_folded(text))

    def printed(self, record: Any) -> dict[str, str]:
        """Each cell of a record, by the name of its column."""
        return {each.name: _cell(getattr(record, each.part)) for each in self.columns}

    def data(self, record: Any) -> dict[str, Any]:
        """A record as JSON has it: lists where a column holds several, None where nothing is said."""
        return {name: self.by_name[name].value(cell) for name, cell in self.printed(record).items()}

    def rows(self, records: Sequence[Any]) -> list[list[str]]:
        """One row per record, oldest first, one cell per column."""
        ordered = sorted(records, key=lambda each: each.order)
        return [list(self.printed(each).values()) for each in ordered]

    def explanations(self) -> list[str]:
        """What is asked for in each column; the first cell is marked."""
        return [f"{'' if at else f'{EXPLAINED} '}{each.asks}" for at, each in enumerate(self.columns)]

    def example(self) -> list[str]:
        """The example row; its first cell is marked."""
        return [each.example for each in self.columns]


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


# What people add to a heading: that it is needed, a colon. What stands in brackets is left: it may be "million".
_ADDED = " \t\n*:?"


def _folded(text: str) -> str:
    return "_".join(text.rstrip(_ADDED).replace("-", " ").replace("_", " ").casefold().split())


def is_of_template(first: str) -> bool:
    """Whether a row belongs to the template, by its first cell."""
    return first.strip().startswith((EXAMPLE, EXPLAINED))


def recording_columns() -> tuple[Column, ...]:
    """The columns that say how a record was recorded, the same in every form."""
    return (
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
