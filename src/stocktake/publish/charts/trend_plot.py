"""Where the lines of a trend run, what is marked on them, and where their names stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from stocktake.publish.charts.chart import Paper, Plot
from stocktake.publish.charts.layers import (
    SMALL_SIZE,
    TEXT_SIZE,
    Label,
    Layer,
    ends,
    marks,
    own,
    paths,
    pixel,
    points,
    stroke,
    texts,
    value,
)
from stocktake.publish.charts.lettering import text_width, wrapped
from stocktake.publish.charts.scale import Axis, spread, value_axis, year_axis
from stocktake.publish.charts.styles import LineStyle, line_styles
from stocktake.publish.charts.trend_model import Goal, Line, Lines, Point
from stocktake.publish.charts.wording import number, span

_LINE_HEIGHT = 13.0
_APART = 5.0
_INDENT = 26.0
"""From the end of the axis to the names: room for the sign of the line."""
_MANY = 12
"""From so many points on only the ends of a line and lonely points are marked."""
_MOST_MARGIN = 0.38
_OVER_GAPS = ((1, 4), 1.5)
_TO_MEDIAN = ((5, 4), 1.5)
_DOTS, _BIG_DOTS = 30.0, 44.0
_TINT, _FAINT_TINT, _FEW_FANS = 0.22, 0.12, 2
"""Of a projection's band; fainter from the third on, for they lie over each other."""
Row = dict[str, Any]
Styled = tuple[Line, LineStyle]


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the lines are drawn: the two axes, and the margin for their names."""

    years: Axis
    values: Axis
    right: float

    @property
    def places(self) -> dict[str, dict[str, Any]]:
        return {"x": value("year", self.years, years=True), "y": value("value", self.values)}


@dataclass(frozen=True, slots=True)
class _End:
    """The words at the end of a line, and where the line ends."""

    x: float
    y: float
    words: tuple[tuple[str, bool], ...]
    style: LineStyle

    @property
    def height(self) -> float:
        return len(self.words) * _LINE_HEIGHT + _APART


def trend_plot(trend: Lines, paper: Paper) -> Plot:
    """The drawn part of a trend."""
    styled: list[Styled] = list(zip(trend.lines, line_styles(), strict=False))
    words = [(line.name, True) for line in trend.lines]
    words += [(word, False) for line in trend.lines for word in _latest(line, trend.unit)]
    right = max(text_width(text, TEXT_SIZE, bold=bold) for text, bold in words) + _INDENT + 4
    right = min(right, paper.width * _MOST_MARGIN)
    room = sum(len(_end_words(line, trend.unit, right)) * _LINE_HEIGHT + _APART for line in trend.lines)
    height = max(200.0 if paper.narrow else 260.0, room)
    values = value_axis(_numbers(trend), trend.unit, (height, 0.0), 38)
    left = 12 + max(text_width(number(tick), TEXT_SIZE) for tick in values.ticks)
    first, last = _years(trend)
    field = _Field(year_axis(first, last, (0.0, paper.width - left - right), 46), values, right)
    layers = [
        *_fans(styled, field),
        *_lines(styled, field),
        *_breaks(trend.lines, field),
        *_goals(trend, field),
        *_names([_end(each, trend.unit, field) for each in styled], field),
        *texts([Label(4 - left, -16, trend.unit, size=SMALL_SIZE)]),
    ]
    return Plot(layers, height, left, right, top=32, bottom=24, notes=_notes(trend))


def _numbers(trend: Lines) -> list[float]:
    numbers = [each.value for line in trend.lines for each in line.known if each.value is not None]
    bounds = [each.bounds for line in trend.lines for each in line.known if each.bounds]
    bands = [each.band for line in trend.lines for each in line.ahead]
    reach = (end for each in (*bounds, *bands) for end in (each.low, each.high))
    return [*numbers, *(goal.value for goal in trend.goals), *reach]


def _years(trend: Lines) -> tuple[int, int]:
    years = [each.year for line in trend.lines for each in line.points]
    years += [each.year for line in trend.lines for each in line.ahead]
    years += [goal.year for goal in trend.goals if goal.year]
    return (min(years), max(years)) if years else (0, 1)


def _row(year: int, number_: float | None, style: LineStyle, **more: Any) -> Row:
    return {"year": year, "value": number_, "colour": style.colour, **more}


def _lines(styled: Iterable[Styled], field: _Field) -> Iterator[Layer]:
    """All lines, bounds and points, one layer for each."""
    pieces: list[Row] = []
    bounds: list[Row] = []
    shown: list[Row] = []
    for at, (line, style) in enumerate(styled):
        pieces += _pieces(line, style, at)
        bounds += [
            _row(each.year, each.bounds.low, style, high=each.bounds.high) for each in line.known if each.bounds
        ]
        shown += [_row(each.year, each.value, style, shape=style.shape, size=_BIG_DOTS) for each in _marked(line)]
    yield from paths(pieces, **field.places)
    yield from marks(bounds, stroke(), **field.places, y2={"field": "high"}, color=own("colour"))
    yield from points(shown, **field.places)


def _pieces(line: Line, style: LineStyle, at: int) -> Iterator[Row]:
    """The rows of every piece: full where year follows year, fine dots over years without a value, none at a break."""
    piece = ""
    for before, after in pairwise(line.known):
        if after.breaks:
            piece = ""
        elif after.year - before.year > 1:
            dash, width = _OVER_GAPS
            gap = {"piece": f"{at} over {before.year}", "dash": list(dash), "width": width}
            yield from (_row(each.year, each.value, style, **gap) for each in (before, after))
            piece = ""
        else:
            begins = not piece
            piece = piece or f"{at} from {before.year}"
            whole = {"piece": piece, "dash": list(style.dash or (1, 0)), "width": 2.0}
            yield from (
                _row(each.year, each.value, style, **whole) for each in ((before, after) if begins else (after,))
            )


def _marked(line: Line) -> list[Point]:
    """The points that get a sign: all where they are few, else the ends of every full piece."""
    known = line.known
    if len(known) <= _MANY:
        return list(known)
    inner = {
        middle.year
        for before, middle, after in zip(known, known[1:], known[2:], strict=False)
        if before.year + 1 == middle.year == after.year - 1 and not middle.breaks and not after.breaks
    }
    return [each for each in known if each.year not in inner]


def _breaks(lines: Sequence[Line], field: _Field) -> Iterator[Layer]:
    """A double stroke in the gap."""
    rows = []
    for before, after in (pair for line in lines for pair in pairwise(line.known)):
        if after.breaks and before.value is not None and after.value is not None:
            x = field.years.at((before.year + after.year) / 2)
            y = (field.values.at(before.value) + field.values.at(after.value)) / 2
            rows += [{"x": x + at - 2, "y": y + 8, "x2": x + at + 2, "y2": y - 8} for at in (-2.5, 2.5)]
    yield from marks(rows, stroke(1.5), **ends())


def _fans(styled: Iterable[Styled], field: _Field) -> Iterator[Layer]:
    """The band of 80 per cent and the median; for one year alone a bar, and a dashed line that leads to it."""
    bands: list[Row] = []
    bars: list[Row] = []
    medians: list[Row] = []
    tips: list[Row] = []
    for line, style in styled:
        start = [(each.year, each.value, each.value, each.value) for each in line.known[-1:]] if line.ahead else []
        ahead = [(each.year, each.median, each.band.low, each.band.high) for each in line.ahead]
        dash, width = _TO_MEDIAN
        look = {"piece": line.name, "dash": list(dash), "width": width, "shape": style.shape, "size": _DOTS}
        rows = [
            _row(year, median, style, low=low, high=high, **look) for year, median, low, high in (*start, *ahead)
        ]
        medians += rows
        tips += rows[-1:]
        if len(ahead) > 1:
            bands += rows
        else:
            bars += rows[-1:]
    low = {
        **field.places,
        "y": {**field.places["y"], "field": "low"},
        "y2": {"field": "high"},
        "color": own("colour"),
    }
    tint = _TINT if len(tips) <= _FEW_FANS else _FAINT_TINT
    area = {"type": "area", "fillOpacity": tint, "opacity": 1, "interpolate": "linear"}
    yield from marks(bands, area, **low, detail={"field": "piece", "type": "nominal"})
    yield from marks(bars, stroke(6, strength=0.35), **low)
    yield from paths(medians, **field.places)
    yield from points(tips, **field.places)


def _goals(trend: Lines, field: _Field) -> Iterator[Layer]:
    rows = [{"y": field.values.at(goal.value), "x": 0, "x2": field.years.end} for goal in trend.goals]
    yield from marks(rows, stroke(1.5, (2, 3)), x=pixel("x"), y=pixel("y"), x2={"field": "x2"})
    yield from texts(_goal_label(goal, trend, field) for goal in trend.goals)


def _goal_label(goal: Goal, trend: Lines, field: _Field) -> Label:
    """The name of a target at the end of its line, above or below it, where it covers the fewest points.

    A name that has to be cut stands after the value.
    """
    end = field.years.end
    at_goal = number(goal.value, trend.unit)
    said = f"{goal.name}: {at_goal}"
    said = said if text_width(said, SMALL_SIZE) <= end - 8 else f"{at_goal}: {goal.name}"
    words = next(iter(wrapped(said, end - 8, SMALL_SIZE, most=1)), "")
    width, y = text_width(words, SMALL_SIZE), field.values.at(goal.value)
    drawn = [(field.years.at(year), field.values.at(at)) for year, at in _all_places(trend)]
    places = [(x, align, y + down) for down in (-4.0, 12.0) for x, align in ((4.0, "left"), (end - 4, "right"))]

    def covered(place: tuple[float, str, float]) -> int:
        x, align, base = place
        first = x if align == "left" else x - width
        return sum(first - 8 < at < first + width + 8 and base - 16 < down < base + 8 for at, down in drawn)

    x, align, base = min(places, key=covered)
    return Label(x, base, words, align, SMALL_SIZE)


def _all_places(trend: Lines) -> Iterator[tuple[float, float]]:
    """Years and values at which something is drawn, lines between years included."""
    for line in trend.lines:
        known = [(each.year, each.value) for each in line.known if each.value is not None]
        known += [(each.year, each.median) for each in line.ahead]
        yield from known
        for (first, low), (last, high) in pairwise(known):
            for part in (0.25, 0.5, 0.75):
                yield first + part * (last - first), low + part * (high - low)


def _latest(line: Line, unit: str) -> list[str]:
    """The latest value and the last projected one, as they stand under a line's name."""
    said = [f"{number(each.value, unit)} in {each.year}" for each in line.known[-1:] if each.value is not None]
    return (said or ["no value"]) + [f"{each.year}: {span(each.band, unit)}" for each in line.ahead[-1:]]


def _end_words(line: Line, unit: str, right: float) -> tuple[tuple[str, bool], ...]:
    width = right - _INDENT
    names = wrapped(line.name, width, TEXT_SIZE, most=6, bold=True)
    under = [each for word in _latest(line, unit) for each in wrapped(word, width, TEXT_SIZE)]
    return (*((each, True) for each in names), *((each, False) for each in under))


def _end(styled: Styled, unit: str, field: _Field) -> _End:
    line, style = styled
    last = [(each.year, each.median) for each in line.ahead[-1:]]
    last = last or [(each.year, each.value) for each in line.known[-1:] if each.value is not None]
    year, height = last[0] if last else (field.years.high, field.values.low)
    return _End(field.years.at(year), field.values.at(height), _end_words(line, unit, field.right), style)


def _names(names: Sequence[_End], field: _Field) -> Iterator[Layer]:
    """The names at the right, each with the sign of its line, and a fine stroke from the height of the line's end.

    The strokes stay outside the plot: inside, one would be read as values.
    """
    middles = spread([end.y for end in names], [end.height for end in names], -18.0, field.values.start + 4)
    edge = field.years.end
    labels: list[Label] = []
    for end, middle in zip(names, middles, strict=True):
        top = middle - len(end.words) * _LINE_HEIGHT / 2
        labels += [
            Label(edge + _INDENT, top + (at + 0.8) * _LINE_HEIGHT, text, bold=bold)
            for at, (text, bold) in enumerate(end.words)
        ]
    placed = list(zip(names, middles, strict=True))
    leads = [
        {"x": edge + 4, "y": end.y, "x2": edge + 11, "y2": middle, "colour": end.style.colour}
        for end, middle in placed
    ]
    signs = [
        {"x": edge + 17, "y": middle, "shape": end.style.shape, "colour": end.style.colour, "size": _BIG_DOTS}
        for end, middle in placed
    ]
    yield from marks(leads, stroke(strength=0.6), **ends(), color=own("colour"))
    yield from points(signs, x=pixel("x"), y=pixel("y"))
    yield from texts(labels)


def _notes(trend: Lines) -> tuple[str, ...]:
    """What the signs mean, as far as they are drawn."""
    breaks = [
        f"{line.name} {each.year}: {each.breaks}" for line in trend.lines for each in line.known[1:] if each.breaks
    ]
    gaps = (
        after.year - before.year > 1 and not after.breaks
        for line in trend.lines
        for before, after in pairwise(line.known)
    )
    fans = [len(line.ahead) for line in trend.lines if line.ahead]
    bounds = any(each.bounds for line in trend.lines for each in line.known)
    said = (
        (bool(breaks), f"//: break in the series, not to be compared across. {'; '.join(breaks)}."),
        (any(gaps), "Fine dots cross years without a value."),
        (bounds, "Upright strokes: lowest and highest that a value can be."),
        (
            any(each > 1 for each in fans),
            "Shaded, from the last value on: 80 per cent of the runs of the projection; short dashes: their median.",
        ),
        (1 in fans, "Bar: 80 per cent of the runs of the projection; the dashes only lead to their median."),
    )
    return tuple(words for holds, words in said if holds)
