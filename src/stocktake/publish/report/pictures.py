"""The pictures of a report: each chart drawn once for all formats.

Knows how wide a picture is on paper and on a telephone. What is printed around a picture by the writers is left out of
it.
"""

from functools import lru_cache
from importlib.util import find_spec

from stocktake.publish.charts import Chart, Paper, paint_png, render_svg
from stocktake.review.keeping import Keeper

WIDE, NARROW = 640, 340
"""Pixels across, on a page and on a telephone."""
_SCALE = 2.0
"""Pixels of a PNG for each pixel of the drawing: 640 across 16 cm of paper make 203 dots to the inch."""

PAPER_WIDTH = 16.0
"""Of the text on a page of A4, in centimetres."""
_HIGHEST = 21.0
"""How high a picture may be there, so that its caption and its source stand on the same page."""


def paper_share(across: float, down: float) -> float:
    """The share of the text's width that a picture takes: all of it, or less where it would be too high."""
    return min(1.0, _HIGHEST / (PAPER_WIDTH * down / across))


def can_draw() -> bool:
    """Whether the extra ``publish`` is there, which draws."""
    return find_spec("vl_convert") is not None


@lru_cache(maxsize=256)
def svg_picture(chart: Chart, width: int, keep: Keeper) -> str:
    """The chart as SVG, without title, notes and sources; ``keep`` as for ``render_svg``.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    return render_svg(chart, Paper(width, captioned=False), keep)


@lru_cache(maxsize=128)
def png_picture(chart: Chart, keep: Keeper) -> bytes:
    """The same as PNG on white.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    return paint_png(svg_picture(chart, WIDE, keep), _SCALE)
