"""A chart as SVG, as PNG, as a table and in words: four ways to the same numbers.

The picture for a page, for DOCX and for PDF is drawn from one specification. The same chart gives the same
bytes; those of a PNG depend on the fonts of the machine. Where drawings are kept is the caller's business.
"""

from stocktake.errors import RequestError
from stocktake.publish.charts import drawing
from stocktake.publish.charts.chart import Chart, Paper, Table
from stocktake.publish.charts.cleaning import cleaned
from stocktake.publish.charts.frame import EXAMPLE, specification
from stocktake.publish.charts.lettering import plain
from stocktake.publish.charts.packing import packed
from stocktake.publish.charts.styles import INK, WHITE_PAPER
from stocktake.review.keeping import Keeper, made_anew

LEAST_SCALE, MOST_SCALE = 0.5, 8.0


def render_svg(chart: Chart, paper: Paper | None = None, keep: Keeper = made_anew) -> str:
    """The chart as SVG to stand in a page: named, described, ink in the colour of the text around it.

    Args:
        chart: The chart.
        paper: What it is drawn on.
        keep: Keeps what was drawn, so that the same chart is not drawn again on the same paper.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    chosen = paper or Paper()
    # Two kinds may have fields of the same names and values: the kind is part of what a drawing is made from.
    return keep(str, (chart.kind, chart, chosen), lambda: _drawn(chart, chosen))


def _drawn(chart: Chart, paper: Paper) -> str:
    return cleaned(
        drawing.drawn_svg(specification(chart, paper)),
        title=plain(chart.title),
        description=text_alternative(chart),
        language=chart.language,
    )


def render_png(chart: Chart, paper: Paper | None = None, *, scale: float = 2.0) -> bytes:
    """The chart as PNG on white, ``scale`` times as many pixels wide as its paper.

    Raises:
        RequestError: The scale is out of range.
        MissingPartError: The extra ``publish`` is not installed.
    """
    return paint_png(render_svg(chart, paper), scale)


def paint_png(svg: str, scale: float) -> bytes:
    """An SVG of ``render_svg`` as PNG on white, each of its pixels ``scale`` pixels wide.

    Raises:
        RequestError: The scale is out of range.
        MissingPartError: The extra ``publish`` is not installed.
    """
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise RequestError(expected=f"a scale of {LEAST_SCALE:g} to {MOST_SCALE:g}", came=f"{scale:g} was given")
    white = f'<rect width="100%" height="100%" fill="{WHITE_PAPER}"/>'
    on_white = svg.replace("<svg ", f'<svg color="{INK}" ', 1).replace("</desc>", f"</desc>{white}", 1)
    return packed(drawing.painted_png(on_white, scale))


def data_table(chart: Chart) -> Table:
    """The heads and the rows of everything that is drawn; a missing number is None."""
    return chart.content.table()


def text_alternative(chart: Chart) -> str:
    """One paragraph in plain words for those who do not see the picture."""
    made_up = f"{EXAMPLE}." if chart.example else ""
    ending = "" if chart.title.rstrip().endswith((".", "?", "!")) else "."
    return plain(f"{made_up} {chart.title}{ending} {chart.content.words()} {' '.join(chart.notes)}")


def to_altair(chart: Chart, paper: Paper | None = None) -> drawing.AltairChart:
    """The chart as Altair's, to go on with in a notebook; it is checked against the schema of Vega-Lite.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    return drawing.altair_chart(specification(chart, paper or Paper()))
