"""Charts as they stand in pages: drawn for a wide and for a narrow screen, with all that is drawn as a table.

A chart is drawn once for all languages: its words are English and marked so. Its title is no part of the picture; the
page prints it.
"""

from dataclasses import dataclass
from functools import lru_cache

from stocktake.publish.charts import Chart, Paper, data_table, render_svg
from stocktake.publish.charts.wording import number
from stocktake.review.keeping import Keeper

WIDE, NARROW = 640, 336
_KEPT = 256
_ONE_SIZE = frozenset({"tiles"})
"""Kinds that are as plain on a small paper, and heavy to draw."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart on a page.

    Attributes:
        chart: What is shown.
        wide: Its SVG for a wide screen; empty where the narrow one serves both.
        narrow: Its SVG for a telephone.
        heads: Of the table of everything that is drawn.
        rows: Of the same, as printed; the first cell names the row.
    """

    chart: Chart
    wide: str
    narrow: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=_KEPT)
def picture_of(chart: Chart, keep: Keeper) -> Picture:
    """The chart as it stands in a page; ``keep`` as for ``render_svg``.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    heads, rows = data_table(chart)
    return Picture(
        chart,
        "" if chart.kind in _ONE_SIZE else render_svg(chart, Paper(WIDE, captioned=False), keep),
        render_svg(chart, Paper(NARROW, captioned=False), keep),
        heads,
        tuple(tuple(_cell(head, each) for head, each in zip(heads, row, strict=True)) for row in rows),
    )


def _cell(head: str, value: str | float | None) -> str:
    """A cell as printed; a year without a comma."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:.0f}" if head == "Year" else number(value)
