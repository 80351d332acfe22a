"""Calendar strip: what is due, each row a bar from the earliest to the latest day on which it can be due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from stocktake.errors import RequestError
from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import FAINT, TEXT_SIZE, Label, Layer, boxes, stroke, texts
from stocktake.publish.charts.row_plot import row_plot, uprights
from stocktake.publish.charts.rows import Rows, RowWords, lay_rows
from stocktake.publish.charts.scale import Axis
from stocktake.publish.charts.styles import TINT
from stocktake.publish.charts.wording import sentence
from stocktake.review.words import date_range, long_date

_HALF = 5.0
_LEAST = 4.0
_APART = 48.0
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    """Something due.

    Attributes:
        name: What is due.
        earliest: The first day on which it can be due.
        latest: The last day.
        remark: What stands beside the dates, such as ``overdue``; empty for nothing.

    Raises:
        RequestError: The earliest day is after the latest.
    """

    name: str
    earliest: date
    latest: date
    remark: str = ""

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise RequestError(
                expected="an earliest day that is not after the latest",
                came=f"{self.earliest} and {self.latest} were given",
                where=self.name,
            )


@dataclass(frozen=True, slots=True)
class Calendar:
    """Windows over months.

    Attributes:
        windows: In the order in which they are shown.
        first: The first day shown.
        last: The last day shown.
        as_of: The as-of date of the review, an upright line; None for none.

    Raises:
        RequestError: The first day is not before the last.
    """

    KIND: ClassVar[str] = "calendar"
    windows: tuple[Window, ...]
    first: date
    last: date
    as_of: date | None = None

    def __post_init__(self) -> None:
        if self.first >= self.last:
            raise RequestError(
                expected="a first day before the last", came=f"{self.first} and {self.last} were given"
            )

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        rows = lay_rows([RowWords(each.name, _dates(each)) for each in self.windows], paper, above=True)
        axis = Axis(self.first.toordinal(), self.last.toordinal(), (), *rows.pixels)
        layers = [*self._months(rows, axis), *self._bars(rows, axis)]
        notes = []
        if self.as_of and self.first <= self.as_of <= self.last:
            layers += uprights([axis.at(self.as_of.toordinal())], rows, stroke(1.5, (2, 3)))
            notes.append(f"Dotted line: {long_date(self.as_of.isoformat())}, the as-of date.")
        return row_plot(rows, layers, "", (), [*notes, *self._outside()])

    def table(self) -> Table:
        """What is due, its earliest and latest day, and the remark."""
        rows = [
            (each.name, each.earliest.isoformat(), each.latest.isoformat(), each.remark) for each in self.windows
        ]
        return ("Due", "Earliest", "Latest", "Remark"), tuple(rows)

    def words(self) -> str:
        """Each in a sentence, in order of the latest day."""
        ordered = sorted(self.windows, key=lambda each: (each.latest, each.earliest, each.name))
        as_of = sentence("as of", long_date(self.as_of.isoformat())) if self.as_of else ""
        return " ".join(
            part for part in (as_of, *(sentence(f"{each.name}: {_dates(each)}") for each in ordered)) if part
        )

    def _months(self, rows: Rows, axis: Axis) -> Iterator[Layer]:
        """A line at the first day of as many months as have room for their names."""
        starts = list(self._starts())
        wide = axis.end - axis.start
        step = next((each for each in (1, 2, 3, 6, 12) if len(starts) / each * _APART <= wide), 24)
        shown = [day for day in starts if (day.year * _MONTHS + day.month - 1) % step == 0]
        only_years = all(day.month == 1 for day in shown)
        yield from uprights([axis.at(day.toordinal()) for day in shown], rows, stroke(strength=FAINT))
        yield from texts(
            Label(
                axis.at(day.toordinal()),
                -6,
                str(day.year) if only_years else _month_name(day, dated=at == 0 or day.month == 1),
                "center",
                TEXT_SIZE,
            )
            for at, day in enumerate(shown)
        )

    def _starts(self) -> Iterator[date]:
        first = self.first.year * _MONTHS + self.first.month - 1
        last = self.last.year * _MONTHS + self.last.month - 1
        days = (date(month // _MONTHS, month % _MONTHS + 1, 1) for month in range(first, last + 1))
        return (day for day in days if self.first <= day <= self.last)

    def _bars(self, rows: Rows, axis: Axis) -> list[Layer]:
        bars = []
        for each, y in zip(self.windows, rows.middles, strict=True):
            if self._shown(each):
                start = max(axis.start, axis.at(each.earliest.toordinal()))
                end = min(axis.end, axis.at(each.latest.toordinal() + 1))
                bars.append(
                    {"x": start, "x2": max(end, start + _LEAST), "y": y - _HALF, "y2": y + _HALF, "colour": TINT}
                )
        return boxes(bars, 1)

    def _shown(self, window: Window) -> bool:
        return window.earliest <= self.last and window.latest >= self.first

    def _outside(self) -> list[str]:
        outside = [each.name for each in self.windows if not self._shown(each)]
        return [f"Outside the days shown: {'; '.join(outside)}."] if outside else []


def _dates(window: Window) -> str:
    said = date_range(window.earliest.isoformat(), window.latest.isoformat())
    return f"{said} ({window.remark})" if window.remark else said


def _month_name(day: date, *, dated: bool) -> str:
    """The first three letters of the month; with its year, ``Jan 2026``, where asked."""
    name = long_date(day.isoformat()[:7])[:3]
    return f"{name} {day.year}" if dated else name
