"""How lines and points are told apart, and how well a colour stands out.

Knows the styles of ``data/line_styles.yaml``, the colours of ink and tints, and WCAG's measure of contrast. Every
colour stands out from white and from dark paper alike, because a picture in a page does not know which it lies on.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from stocktake.frameworks.records import Confidence, parse_records

INK = "#1f2328"
"""Ink in a picture by itself; in a page it takes the colour of the text around it."""
TINT = "#1978b5"
TINTS = (0.08, 0.2, 0.32, 0.44, 0.56)
"""How strongly cells are tinted, class by class; words in ink can be read on all of them."""
DARK_PAPER = "#15181c"
WHITE_PAPER = "#ffffff"
ENOUGH = 3.0
"""What WCAG 2.2 asks of parts of a picture (success criterion 1.4.11)."""
_LINEAR_BELOW = 0.04045
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """One way to draw a line.

    Attributes:
        name: What it looks like.
        colour: Of line and points, ``#rrggbb``.
        shape: Of its points.
        source: Where the record comes from.
        confidence: How sure it is.
        dash: Lengths of strokes and gaps in pixels; empty for an unbroken line.
    """

    name: str
    colour: str
    shape: str
    source: str
    confidence: Confidence
    dash: tuple[int, ...] = ()


def line_styles() -> tuple[LineStyle, ...]:
    """The styles in the order in which lines take them."""
    return chart_records("line_styles", LineStyle)


@cache
def chart_records(name: str, record: type[R]) -> tuple[R, ...]:
    """The records of ``charts/data/<name>.yaml``."""
    text = files("stocktake.publish.charts").joinpath("data", f"{name}.yaml").read_text("utf-8")
    return parse_records(text, f"{name}.yaml", record)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours ``#rrggbb``, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour ``#rrggbb``, from 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4


def mixed(colour: str, paper: str, share: float) -> str:
    """The colour that a tint of that share gives on a paper."""
    parts = (
        round(int(colour[at : at + 2], 16) * share + int(paper[at : at + 2], 16) * (1 - share)) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)
