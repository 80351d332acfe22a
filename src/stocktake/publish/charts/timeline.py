"""Timeline: the lives of provisions over the years, one row each, a sign for what happened in each year.

Years whose text is not held are shaded and crossed by fine dots: nothing is known of them. Identical,
edited and so on are the words of the threads.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from stocktake.errors import RequestError, nearest
from stocktake.frameworks.records import Confidence
from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import FAINT, Layer, boxes, paths, points
from stocktake.publish.charts.row_plot import Sign, across, grid, row_plot
from stocktake.publish.charts.rows import Rows, RowWords, lay_rows
from stocktake.publish.charts.scale import Axis, year_axis
from stocktake.publish.charts.styles import INK, chart_records
from stocktake.publish.charts.wording import listed, sentence

GONE = "gone"


@dataclass(frozen=True, slots=True)
class ChangeSign:
    """The sign for a change.

    Attributes:
        name: The change.
        shape: Of the sign.
        colour: Of the sign, ``#rrggbb``.
        size: In square pixels.
        source: Where the record comes from.
        confidence: How sure it is.
    """

    name: str
    shape: str
    colour: str
    size: int
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a provision in a year; ``words`` says where it stands, such as ``paragraph 24``."""

    year: int
    change: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """A provision and what happened to it, in order of years.

    Raises:
        RequestError: A change is none of the known ones, or the years do not rise.
    """

    name: str
    events: tuple[Event, ...]

    def __post_init__(self) -> None:
        for event in self.events:
            if event.change not in change_signs():
                raise RequestError(
                    expected=f"a change: {listed(tuple(change_signs()))}",
                    came=f"{event.change!r} is none",
                    where=self.name,
                    choices=nearest(event.change, tuple(change_signs())),
                )
        if any(after.year <= before.year for before, after in pairwise(self.events)):
            raise RequestError(expected="events in order, one a year", came="they are not", where=self.name)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lives of provisions.

    Attributes:
        lives: In the order in which they are shown.
        first: The first year.
        last: The last year.
        not_held: The years whose text is not held.
    """

    KIND: ClassVar[str] = "timeline"
    lives: tuple[Life, ...]
    first: int
    last: int
    not_held: tuple[int, ...] = ()

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        rows = lay_rows([RowWords(life.name) for life in self.lives], paper)
        axis = year_axis(self.first, self.last, rows.pixels, 40)
        layers = [
            *grid(axis, rows),
            *self._shaded(rows, axis),
            *paths(list(self._lines(rows)), **across(axis, years=True)),
            *self._signs(rows, axis),
        ]
        used = {event.change for life in self.lives for event in life.events}
        key = [
            Sign(sign.shape, sign.colour, name, sign.size) for name, sign in change_signs().items() if name in used
        ]
        return row_plot(
            rows, layers, "", key, [f"Shaded: text not held ({self._years_not_held})."] if self.not_held else []
        )

    def table(self) -> Table:
        """Provision, year, change, and where it stood."""
        rows = [(life.name, event.year, event.change, event.words) for life in self.lives for event in life.events]
        return ("Provision", "Year", "Change", "Place"), tuple(rows)

    def words(self) -> str:
        """Each life in a sentence, then the years that are not held."""
        held = sentence("no text is held for", self._years_not_held) if self.not_held else ""
        return " ".join([*(_life_words(life) for life in self.lives), *([held] if held else [])])

    @property
    def _years_not_held(self) -> str:
        return listed([str(year) for year in self.not_held])

    def _shaded(self, rows: Rows, axis: Axis) -> list[Layer]:
        half = (axis.at(1) - axis.at(0)) / 2
        shades = [
            {"x": axis.at(year) - half, "x2": axis.at(year) + half, "y": top, "y2": bottom, "colour": INK}
            for year in self.not_held
            for top, bottom in rows.strips
        ]
        return boxes(shades, FAINT / 2)

    def _lines(self, rows: Rows) -> Iterator[dict[str, Any]]:
        """From event to event; fine dots where a year between is not held, nothing after a provision is gone."""
        for at, (life, y) in enumerate(zip(self.lives, rows.middles, strict=True)):
            for before, after in pairwise(life.events):
                if before.change == GONE:
                    continue
                dotted = any(before.year < year < after.year for year in self.not_held)
                look = {
                    "dash": [1, 4] if dotted else [1, 0],
                    "width": 1.5,
                    "colour": INK,
                    "piece": f"{at} {before.year}",
                }
                yield from ({"value": each.year, "y": y, **look} for each in (before, after))

    def _signs(self, rows: Rows, axis: Axis) -> list[Layer]:
        drawn = [
            {"value": event.year, "y": y, "shape": sign.shape, "colour": sign.colour, "size": sign.size}
            for life, y in zip(self.lives, rows.middles, strict=True)
            for event in life.events
            for sign in (change_signs()[event.change],)
        ]
        return points(drawn, **across(axis, years=True))


def change_signs() -> dict[str, ChangeSign]:
    """The sign for every change that a provision can undergo."""
    return {sign.name: sign for sign in chart_records("change_signs", ChangeSign)}


def _life_words(life: Life) -> str:
    told = [f"{event.change} {event.year}" for event in life.events if event.change != "identical"]
    same = [str(event.year) for event in life.events if event.change == "identical"]
    told += [f"identical in {listed(same)}"] if same else []
    return sentence(f"{life.name}: {', '.join(told) or 'nothing is known'}")
