"""A chart: what is shown, with its title, its sources and its notes; and the paper it is drawn on.

Knows what every kind of chart has. What is special to a kind stands in the file of that kind. A chart computes
nothing: its numbers are given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from stocktake.errors import RequestError
from stocktake.publish.charts.layers import Layer

NARROWEST, WIDEST = 300, 1200
NARROW = 480
"""Below this width words stand above what they belong to, not beside it."""
Cell = str | int | float | None
Table = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]
"""Heads and rows; a cell with nothing in it is None."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a chart is drawn on.

    Attributes:
        width: In pixels; below 480 the layout is that of a telephone.
        captioned: Whether title, subtitle, notes and sources are drawn too. A page that prints them itself leaves them
            out; the mark of an example stays.

    Raises:
        RequestError: The width is out of range.
    """

    width: int = 640
    captioned: bool = True

    def __post_init__(self) -> None:
        if not NARROWEST <= self.width <= WIDEST:
            raise RequestError(
                expected=f"a width of {NARROWEST} to {WIDEST} pixels", came=f"{self.width} was given"
            )

    @property
    def narrow(self) -> bool:
        """Whether it is as narrow as a telephone."""
        return self.width < NARROW


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawn part of a chart, without title and notes.

    Attributes:
        layers: Layers of Vega-Lite; pixels count from the upper left corner between the margins.
        height: Of the part between the margins.
        left: The margin on the left; ``right``, ``top`` and ``bottom`` likewise.
        notes: What has to be said below it, whoever prints the caption.
    """

    layers: Sequence[Layer]
    height: float
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0
    notes: tuple[str, ...] = ()


class Content(Protocol):
    """What a chart shows. Each kind is one frozen class in a file of its own."""

    KIND: ClassVar[str]

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""

    def table(self) -> Table:
        """All that is drawn, as a table."""

    def words(self) -> str:
        """What is shown, in plain sentences: from, to, highest, lowest, latest, gaps and what is missing."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        title: What it shows, in one line.
        content: The numbers, of one kind.
        subtitle: Unit, population, period.
        sources: One line for each source: publisher, data set, release.
        notes: What a reader must know to read it right.
        example: Whether the figures are made up for demonstration; then every picture of it says so.
        language: Of its words, as in HTML.

    Raises:
        RequestError: There is no title, by which those who cannot see it know what it is.
    """

    title: str
    content: Content
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    example: bool = False
    language: str = "en"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise RequestError(expected="a chart with a title", came="it has none")

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.content.KIND
