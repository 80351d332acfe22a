"""The nouns of the open data: what they are made from, tables with their columns, and data sets with their files.

Computes nothing. A table says of itself what a reader has to know without us: what a row is, what each column holds,
what names a row, and whose words and numbers it shows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from stocktake.documents.compare import Comparison
from stocktake.publish.site.model import Published
from stocktake.register import Contribution
from stocktake.review.countries import Country
from stocktake.review.model import Review
from stocktake.review.numbers import Numbers

Cell = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean", "date"]
"""What a column holds; the words of the Table Schema."""
Owner = Literal["ours", "texts", "publishers", "contributors"]
"""Whose words and numbers a data set shows: its terms follow from that (``terms.py``)."""
SEPARATOR = "; "
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is published as data besides what the pages are made from; what there is not is left empty.

    Attributes:
        contributions: The contributions that stand on the day of the review.
        numbers: The statistics; from them come the observations shown and the licences that files print.
    """

    contributions: tuple[Contribution, ...] = ()
    numbers: Numbers | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the open data are made from."""

    published: Published
    beside: Beside = Beside()

    @property
    def review(self) -> Review:
        """The review."""
        return self.published.review

    @property
    def countries(self) -> tuple[Country, ...]:
        """Countries and areas one by one."""
        return self.published.countries

    @property
    def comparisons(self) -> Mapping[tuple[str, str], Comparison]:
        """Every comparison of two texts, by the keys of the older and the newer one: the review's, then others."""
        return {(each.old, each.new): each.comparison for each in self.review.steps} | dict(
            self.published.comparisons
        )


class Column(NamedTuple):
    """One column of a table: its name, what it holds, how a cell comes from a row, and whether none is empty."""

    name: str
    description: str
    cell: Callable[[Any], Cell]
    kind: Kind = "string"
    required: bool = False


class Reference(NamedTuple):
    """Columns that name a row of another table, by the name of that table and of its columns."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        id: Its name, which is that of its file too.
        title: A heading.
        description: What a row is.
        columns: In order.
        rows: Its rows, of any type that the columns read.
        key: The columns that together name a row; empty where nothing names it.
        references: Columns that name rows of other tables.
        owner: Whose words and numbers it shows.
    """

    id: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Material], Iterable[Any]]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    owner: Owner = "ours"

    @property
    def path(self) -> str:
        """Where its file stands below ``data/``."""
        return f"tables/{self.id}.csv"


class Distribution(NamedTuple):
    """One file of a data set: its path below ``data/``, its media type, and how many bytes it has."""

    path: str
    media_type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """One set of data, in one format or several.

    Attributes:
        id: Its name.
        title: A heading.
        description: What it holds.
        owner: Whose words and numbers it shows.
        pattern: The beginning of the paths of its files below ``data/``.
        table: The table that it is; None for another form.
    """

    id: str
    title: str
    description: str
    owner: Owner
    pattern: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A data set as it is published.

    Attributes:
        dataset: Which one.
        rows: How many rows its table has; None where it is no table.
        files: Its files.
    """

    dataset: Dataset
    rows: int | None
    files: tuple[Distribution, ...]
