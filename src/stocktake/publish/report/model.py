"""A report as a tree of parts, the same for every format. All frozen; only the count of words computes.

Writers turn it into DOCX, PDF, HTML and Markdown, and decide nothing about its words. Every statement carries its
sources; a writer prints them as notes, numbered through the report. Text that is quoted is marked as quoted and carries
its language, so that no writer takes it for our own words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stocktake.publish.charts import Chart

Length = Literal["brief", "report", "full"]
Emphasis = Literal["plain", "italic", "bold", "quoted"]
LIMIT = 8500
"""The most words that a report of the Secretariat may have; from memory, to be checked with the documents service."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; a note.

    Attributes:
        words: Such as "A/RES/99/901, para. 4" or "World Bank, WDI, released on 1 July 2044, row 12 of file.csv".
        link: An address, or a place in the site; empty where there is none.
    """

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind, with what they come from.

    Attributes:
        text: The words.
        emphasis: How they stand out; ``quoted`` for words of a text, verbatim.
        language: Of quoted words, as in HTML; empty for the language of the report.
        sources: Notes that follow these words.
    """

    text: str
    emphasis: Emphasis = "plain"
    language: str = ""
    sources: tuple[Source, ...] = ()


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; numbered through the report, as the United Nations number them, unless it is not to be."""

    runs: Runs
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short points, under the paragraph before it; lettered (a), (b), (c)."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; numbers stand on the right."""

    runs: Runs
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table with caption and source line.

    Attributes:
        title: Its caption, without "Table" and its number, which a writer adds.
        heads: Of the columns.
        rows: The first cell of each names the row.
        sources: For the line under it.
        notes: Sentences under it.
        widths: Shares of the columns; empty for equal ones.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; its title, sources, notes and words for those who do not see it are the chart's own."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    text: str


Block = Paragraph | Points | TablePart | Figure | Subheading


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its number as printed (``III``), title and parts.

    Attributes:
        id: A short name of ours, stable from report to report: ``figures``.
        number: In Roman numerals; empty for the front matter and the annex.
        title: Its heading.
        blocks: Its parts.
    """

    id: str
    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Attributes:
        title: Its title.
        subtitle: What it stands on: texts, statistics, evidence, the date.
        as_of: ISO date of the review.
        length: Which of the three lengths.
        example: All of it is invented, and every page says so.
        language: Of our own words.
        marks: Lines under the title: what it is not (no official document), the checksum of what it was made from.
        sections: In order.
    """

    title: str
    subtitle: str
    as_of: str
    length: Length
    example: bool
    language: str
    marks: tuple[str, ...]
    sections: tuple[Section, ...]

    def words(self) -> int:
        """How many words its body has: paragraphs and points; tables, notes and the annex are not counted."""
        return sum(
            len(run.text.split()) for section in self.sections if section.id != "annex" for run in _runs(section)
        )


def _runs(section: Section) -> Iterator[Run]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Points):
            for item in block.items:
                yield from item
