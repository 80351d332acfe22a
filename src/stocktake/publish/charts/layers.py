"""Layers of a Vega-Lite specification: words, strokes, boxes, points, paths and bands.

Knows how each is written in Vega-Lite 6 with everything said out loud, so that no default of a later version changes a
picture. A place is either a value on an axis (``value``) or a pixel (``pixel``). Knows nothing of what is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from stocktake.publish.charts.lettering import plain
from stocktake.publish.charts.scale import Axis
from stocktake.publish.charts.styles import INK

Layer = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]
Channel = dict[str, Any]
TEXT_SIZE = 11.0
SMALL_SIZE = 10.0
FAINT = 0.18
"""How strongly the lines of an axis are drawn."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words in ink at a pixel; ``y`` is their baseline."""

    x: float
    y: float
    text: str
    align: str = "left"
    size: float = TEXT_SIZE
    bold: bool = False


def pixel(field: str) -> Channel:
    """A place in pixels from the upper left corner of the plot."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def value(field: str, axis: Axis, *, orient: str = "", years: bool = False) -> Channel:
    """A place on an axis, whose numbers are drawn with it, and its lines too unless it says where it stands."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {
            "domain": [axis.low, axis.high],
            "range": [axis.start, axis.end],
            "nice": False,
            "zero": False,
        },
        "axis": {
            "values": list(axis.ticks),
            "format": "d" if years else ",~r",
            "title": None,
            "grid": not orient,
            **({"orient": orient} if orient else {}),
        },
    }


def own(field: str, kind: str = "nominal") -> Channel:
    """A look that every row says itself: ``colour``, ``dash``, ``shape``, ``size``."""
    return {"field": field, "type": kind, "scale": None, "legend": None}


def ends() -> dict[str, Channel]:
    """From a pixel ``x``, ``y`` to a pixel ``x2``, ``y2``."""
    return {"x": pixel("x"), "y": pixel("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}


def texts(labels: Iterable[Label]) -> list[Layer]:
    """One layer for each alignment and weight; words that are empty are left out."""
    said = sorted(
        (label for label in labels if plain(label.text)), key=lambda label: (label.align, label.bold, label.size)
    )
    return [
        {
            "data": {"values": [_said(label) for label in alike]},
            "mark": {
                "type": "text",
                "align": align,
                "baseline": "alphabetic",
                "fontWeight": 600 if bold else "normal",
                "color": INK,
            },
            "encoding": {
                "x": pixel("x"),
                "y": pixel("y"),
                "text": {"field": "text", "type": "nominal"},
                "size": own("size", "quantitative"),
            },
        }
        for (align, bold), alike in groupby(said, lambda label: (label.align, label.bold))
    ]


def _said(label: Label) -> dict[str, Any]:
    return {"x": label.x, "y": label.y, "text": plain(label.text), "size": label.size}


def marks(rows: Rows, mark: Mapping[str, Any], **channels: Channel) -> list[Layer]:
    """One layer of marks at the places that the channels name; none where there are no rows."""
    if not rows:
        return []
    return [{"data": {"values": [dict(row) for row in rows]}, "mark": dict(mark), "encoding": channels}]


def stroke(width: float = 1.0, dash: Sequence[int] = (), strength: float = 1.0) -> dict[str, Any]:
    """A straight stroke in ink from ``x``, ``y`` to ``x2``, ``y2``."""
    drawn = {"type": "rule", "color": INK, "strokeWidth": width, "strokeOpacity": strength, "opacity": 1}
    return {**drawn, "strokeDash": list(dash)} if dash else drawn


def points(rows: Rows, **places: Channel) -> list[Layer]:
    """Filled points; every row says its ``shape``, ``colour`` and ``size`` in square pixels."""
    mark = {"type": "point", "filled": True, "opacity": 1}
    look = {"shape": own("shape"), "color": own("colour"), "size": own("size", "quantitative")}
    return marks(rows, mark, **places, **look)


def paths(rows: Rows, **places: Channel) -> list[Layer]:
    """Lines through the rows of one ``piece``, in order of x; every row says its ``colour``, ``dash`` and ``width``."""
    mark = {"type": "line", "interpolate": "linear", "opacity": 1}
    look = {"color": own("colour"), "strokeDash": own("dash"), "strokeWidth": own("width", "quantitative")}
    return marks(rows, mark, **places, **look, detail={"field": "piece", "type": "nominal"})


def boxes(rows: Rows, strength: float) -> list[Layer]:
    """Filled boxes from a pixel to a pixel, all of one tint; every row says its ``colour``."""
    mark = {"type": "rect", "fillOpacity": strength, "opacity": 1}
    return marks(rows, mark, **ends(), color=own("colour"))


def outlines(rows: Rows, dash: Sequence[int] = (), strength: float = 1.0) -> list[Layer]:
    """Empty boxes in ink from a pixel to a pixel."""
    mark = {
        "type": "rect",
        "filled": False,
        "stroke": INK,
        "strokeWidth": 1,
        "strokeOpacity": strength,
        "opacity": 1,
    }
    return marks(rows, {**mark, "strokeDash": list(dash)} if dash else mark, **ends())
