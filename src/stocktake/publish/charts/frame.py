"""The whole specification of a chart: the plot, with title and subtitle above it, notes and sources below.

Knows where the words around a plot stand. The layout is worked out here and not left to the library, so that it does
not depend on the fonts of the machine.
"""

from collections.abc import Iterable
from typing import Any

from stocktake.publish.charts.chart import Chart, Paper
from stocktake.publish.charts.layers import FAINT, SMALL_SIZE, TEXT_SIZE, Label, texts
from stocktake.publish.charts.lettering import wrapped
from stocktake.publish.charts.styles import INK

EXAMPLE = "EXAMPLE – the figures are made up"
TITLE_SIZE = 15.0
SUBTITLE_SIZE = 12.0
LEADING = 1.3
EDGE = 4.0
_MOST_LINES = 60
_AXIS = {
    "domain": False,
    "ticks": False,
    "gridColor": INK,
    "gridOpacity": FAINT,
    "gridWidth": 1,
    "labelColor": INK,
    "labelFontSize": TEXT_SIZE,
    "labelPadding": 6,
    "labelBound": False,
    "labelFlush": False,
    "labelOverlap": False,
}


def specification(chart: Chart, paper: Paper) -> dict[str, Any]:
    """The chart as a Vega-Lite specification, the one from which every picture of it is drawn."""
    plot = chart.content.plot(paper)
    header, header_height = _header(chart, paper)
    inner = paper.width - plot.left - plot.right
    below = plot.height + plot.bottom
    footer, footer_height = _footer(chart, paper, plot.notes)
    labels = [
        *(_moved(label, -plot.left, -plot.top - header_height) for label in header),
        *(_moved(label, -plot.left, below) for label in footer),
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": inner,
        "height": plot.height,
        "autosize": {"type": "none"},
        "background": "transparent",
        "padding": {
            "left": plot.left,
            "right": plot.right,
            "top": plot.top + header_height,
            "bottom": plot.bottom + footer_height,
        },
        "config": {"view": {"stroke": None, "fill": None}, "axis": _AXIS, "font": "system-ui, sans-serif"},
        "layer": [*plot.layers, *texts(labels)],
    }


def _moved(label: Label, right: float, down: float) -> Label:
    return Label(label.x + right, label.y + down, label.text, label.align, label.size, label.bold)


def _header(chart: Chart, paper: Paper) -> tuple[list[Label], float]:
    """The lines above the plot, and how high they are together."""
    parts = [(EXAMPLE, TEXT_SIZE, True)] if chart.example else []
    if paper.captioned:
        parts += [(chart.title, TITLE_SIZE, True), (chart.subtitle, SUBTITLE_SIZE, False)]
    return _stacked(parts, paper, EDGE)


def _footer(chart: Chart, paper: Paper, own: tuple[str, ...]) -> tuple[list[Label], float]:
    """The lines below the plot, and how high they are together."""
    notes = [*own, *(chart.notes if paper.captioned else ())]
    sources = [f"Source: {line}" for line in chart.sources] if paper.captioned else []
    return _stacked(((line, SMALL_SIZE, False) for line in [*notes, *sources]), paper, 2 * EDGE)


def _stacked(parts: Iterable[tuple[str, float, bool]], paper: Paper, before: float) -> tuple[list[Label], float]:
    labels: list[Label] = []
    height = before
    for text, size, bold in parts:
        for line in wrapped(text, paper.width - 2 * EDGE, size, most=_MOST_LINES, bold=bold):
            height += size * LEADING
            labels.append(Label(EDGE, height - 0.3 * size, line, size=size, bold=bold))
    return labels, height + EDGE
