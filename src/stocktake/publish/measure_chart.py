"""Which chart shows the results of a measure, with its title, sources and notes. Computes nothing.

Parity and gap are pairs of values, areas through the years are lines, from which projections go on to the target's
year; groups made here are rows with their bounds and coverage; what else there is are dots.
"""

from collections.abc import Sequence

from stocktake.publish.charts import Chart
from stocktake.publish.charts.chart import Content
from stocktake.publish.charts.from_results import (
    PROJECTION,
    aggregates_of,
    dots_of,
    goals_of,
    pairs_of,
    sources_of,
    trend_of,
)
from stocktake.review.words import long_date
from stocktake.statistics.measures import Result
from stocktake.workspace.measuring import Measured

_PAIRS = ("parity", "gap")
_FEWEST_YEARS = 2


def chart_of(measured: Measured, through_time: Sequence[Result] = (), unit: str = "") -> Chart:
    """The chart of an answer.

    Args:
        measured: The answer.
        through_time: The published values of single areas year by year; they are drawn as lines where there are any,
            and projections go on from them.
        unit: The indicator's own, for values that stand behind a ratio.

    Raises:
        RequestError: Nothing of it can be drawn.
    """
    projected = [each for each in measured.results if each.measure == PROJECTION and each.value is not None]
    drawn = (*through_time, *projected) if projected else _drawn(measured.results, through_time)
    content = trend_of(drawn, goals_of(projected)) if projected else _content(drawn, through_time, unit)
    subtitle = f"As of {long_date(measured.as_of.isoformat())}"
    return Chart(measured.name, content, subtitle, sources_of(drawn), (*measured.notes, *_reached(projected)))


def _reached(projected: Sequence[Result]) -> tuple[str, ...]:
    """What counts as reaching a target, where that is less than the target."""
    aimed = [(each.details.get("goal"), each.details.get("target_value")) for each in projected]
    return tuple(
        dict.fromkeys(
            f"{goal:g} counts as reaching the target of {value:g}." for goal, value in aimed if goal != value
        )
    )


def _drawn(results: Sequence[Result], through_time: Sequence[Result]) -> Sequence[Result]:
    for wanted in (_PAIRS, ("aggregate",), ("level",)):
        found = [each for each in results if each.measure in wanted and each.value is not None]
        if found and not (through_time and wanted != _PAIRS):
            return found
    return through_time


def _content(drawn: Sequence[Result], through_time: Sequence[Result], unit: str) -> Content:
    if drawn and drawn[0].measure in _PAIRS:
        return pairs_of(drawn, unit)
    if through_time and len({each.period for each in through_time}) >= _FEWEST_YEARS:
        return trend_of(through_time)
    if drawn and drawn[0].measure == "aggregate":
        return aggregates_of(drawn)
    return dots_of(drawn)
