"""The plot of a chart of rows: its axis above the rows, a key above the axis, the marks on the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.publish.charts.chart import Plot
from stocktake.publish.charts.layers import (
    FAINT,
    SMALL_SIZE,
    TEXT_SIZE,
    Channel,
    Label,
    Layer,
    ends,
    marks,
    pixel,
    points,
    stroke,
    texts,
    value,
)
from stocktake.publish.charts.lettering import text_width, wrapped
from stocktake.publish.charts.rows import Rows
from stocktake.publish.charts.scale import Axis

_AXIS_ROOM = 20.0
_KEY_ROOM = 20.0
KEY_DOT = 44.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the key: what it looks like and what it means."""

    shape: str
    colour: str
    meaning: str
    size: float = KEY_DOT


def across(axis: Axis, *, years: bool = False) -> dict[str, Channel]:
    """A ``value`` on the axis above the rows, at the pixel ``y`` of its row."""
    return {"x": value("value", axis, orient="top", years=years), "y": pixel("y")}


def uprights(places: Sequence[float], rows: Rows, mark: Mapping[str, Any]) -> list[Layer]:
    """Upright lines through all rows, which leave out the words that stand above the marks."""
    lines = [{"x": x, "y": top, "y2": bottom} for x in places for top, bottom in rows.strips]
    return marks(lines, mark, x=pixel("x"), y=pixel("y"), y2={"field": "y2"})


def grid(axis: Axis, rows: Rows) -> list[Layer]:
    """The lines of an axis, behind the marks."""
    return uprights([axis.at(tick) for tick in axis.ticks], rows, stroke(strength=FAINT))


def row_plot(
    rows: Rows, layers: Sequence[Layer], unit: str, key: Sequence[Sign], notes: Sequence[str] = ()
) -> Plot:
    """The plot: rows parted by faint lines, the unit and the key above."""
    edges = [{"x": -rows.left + 4, "x2": rows.inner + rows.right - 4, "y": y, "y2": y} for y in _between(rows)]
    key_layers, key_height = _key(rows, unit, key)
    return Plot(
        [*marks(edges, stroke(strength=FAINT), **ends()), *layers, *key_layers, *texts(rows.labels)],
        rows.height,
        rows.left,
        rows.right,
        top=_AXIS_ROOM + key_height,
        bottom=4,
        notes=tuple(notes),
    )


def _between(rows: Rows) -> list[float]:
    """Where a row of names above marks ends; rows with names beside need no line."""
    return [bottom + 2 for _, bottom in rows.strips[:-1]] if len(rows.strips) == len(rows.middles) else []


def _key(rows: Rows, unit: str, key: Sequence[Sign]) -> tuple[list[Layer], float]:
    """The signs with their meanings, then the unit, on as many lines as it takes; and how high they are."""
    width = rows.left + rows.inner + rows.right - 8
    placed: list[tuple[Sign | None, str, float, int]] = []
    x, line = 0.0, 0
    for sign, meaning in [*((each, each.meaning) for each in key), *([(None, unit)] if unit else [])]:
        words = next(iter(wrapped(meaning, width - 16, TEXT_SIZE, most=1)), "")
        needed = text_width(words, TEXT_SIZE) + (16 if sign else 0)
        if x and x + needed > width:
            x, line = 0.0, line + 1
        placed.append((sign, words, x, line))
        x += needed + 14
    height = (line + 1) * _KEY_ROOM if placed else 0.0
    top = -_AXIS_ROOM - height + 10
    left = 4 - rows.left
    dots = [
        {
            "x": left + at + 5,
            "y": top + line * _KEY_ROOM,
            "shape": sign.shape,
            "colour": sign.colour,
            "size": sign.size,
        }
        for sign, _, at, line in placed
        if sign
    ]
    labels = [
        Label(
            left + at + (14 if sign else 0),
            top + line * _KEY_ROOM + 4,
            words,
            size=TEXT_SIZE if sign else SMALL_SIZE,
        )
        for sign, words, at, line in placed
    ]
    return [*points(dots, x=pixel("x"), y=pixel("y")), *texts(labels)], height
