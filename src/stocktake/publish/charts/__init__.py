"""Charts of numbers: each a frozen value, drawn as SVG and PNG, told as a table and in words.

Computes nothing: what is drawn is given. ``docs/reference/charts.md`` lists the kinds.
"""

from stocktake.publish.charts.chart import Chart, Paper
from stocktake.publish.charts.render import (
    data_table,
    paint_png,
    render_png,
    render_svg,
    text_alternative,
    to_altair,
)

__all__ = [
    "Chart",
    "Paper",
    "data_table",
    "paint_png",
    "render_png",
    "render_svg",
    "text_alternative",
    "to_altair",
]
