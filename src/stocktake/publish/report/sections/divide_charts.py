"""Which charts show an indicator: pairs of women and men or urban and rural; the projection; groups side by side.

Knows what is worth a picture. Computes nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from stocktake.publish.charts import Chart
from stocktake.publish.charts.chart import Content
from stocktake.publish.charts.from_results import aggregates_of, dots_of, goals_of, pairs_of, sources_of, trend_of
from stocktake.publish.divides_layout import DivideRow
from stocktake.review.divides import Measured
from stocktake.review.words import long_date
from stocktake.statistics.measures import Result
from stocktake.statistics.measures.result import ResultSource

_FEWEST = 2
_MOST_LINES = 2
_AGGREGATE = "aggregate"


def charts_of(measured: Measured, rows: Sequence[DivideRow], as_of: date) -> Iterator[Chart]:
    """The charts of an indicator; none where fewer than two values can be shown."""
    day = f"As of {long_date(as_of.isoformat())}"
    for results, title, content in _contents(measured, rows):
        if len(results) >= _FEWEST:
            yield Chart(f"{measured.name}{title}", content, day, sources_of(results))


def _contents(measured: Measured, rows: Sequence[DivideRow]) -> Iterator[tuple[Sequence[Result], str, Content]]:
    """What can be drawn: the results, what the title adds, the content."""
    whole = [row for row in rows if row.value.breakdown is None]
    values = [row.value for row in whole if row.is_known]
    if len(values) >= _FEWEST:
        own = [each for each in values if each.measure == _AGGREGATE]
        content: Content = aggregates_of(values) if len(own) == len(values) else dots_of(values)
        yield values, ": latest value of each group", content
    for measure in ("parity", "gap"):
        pairs = [each for row in whole if (each := getattr(row, measure)) is not None and each.published]
        if len(pairs) >= _FEWEST:
            yield (
                pairs,
                ": women and men" if measure == "parity" else ": urban and rural areas",
                pairs_of(pairs, rows[0].value.unit or ""),
            )
    lines = _projected(measured)
    if len(lines) >= _FEWEST and values:
        ahead = [each for line in lines for each in line]
        # Of two projections of a series, to two targets, both go on from the same value.
        levels = [_level_of(line[0], values) for line in lines]
        drawn = [*(each for each in levels if each), *ahead]
        yield ahead, ": projection, an estimate", trend_of(drawn, goals_of(ahead))


def _projected(measured: Measured) -> list[list[Result]]:
    """The projections of the first series, those of one series together."""
    found: dict[tuple[str, ResultSource | None], list[Result]] = {}
    for each in measured.results:
        if each.measure == "projection" and each.value is not None and each.breakdown is None:
            found.setdefault((each.area, each.source), []).append(each)
    return list(found.values())[:_MOST_LINES]


def _level_of(projected: Result, values: Sequence[Result]) -> Result | None:
    """The value that a projection goes on from; None where another series is shown."""
    same = (each for each in values if each.area == projected.area and each.source == projected.source)
    return next((each for each in same if each.period == projected.period), None)
