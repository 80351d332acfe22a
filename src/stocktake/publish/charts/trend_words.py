"""The table and the words of a trend.

Knows how a line is told: from where to where, lowest, highest, gaps, breaks, projection. Says
nothing of whether that is good.
"""

from itertools import pairwise

from stocktake.publish.charts.chart import Cell, Table
from stocktake.publish.charts.trend_model import Line, Lines
from stocktake.publish.charts.wording import listed, number, quantity, sentence, span

PROJECTED = "projected: median, 80 per cent of the runs"


def trend_table(trend: Lines) -> Table:
    """Line, year, value, lowest, highest and remark; projected years after the observed ones, then the targets."""
    heads = ("Line", "Year", f"Value ({trend.unit})" if trend.unit else "Value", "Lowest", "Highest", "Remark")
    rows: list[tuple[Cell, ...]] = []
    for line in trend.lines:
        for each in line.points:
            low, high = (each.bounds.low, each.bounds.high) if each.bounds else (None, None)
            remark = (
                f"break in series: {each.breaks}" if each.breaks else "" if each.value is not None else "no value"
            )
            rows.append((line.name, each.year, each.value, low, high, remark))
        rows += [
            (line.name, each.year, each.median, each.band.low, each.band.high, PROJECTED) for each in line.ahead
        ]
    rows += [(goal.name, goal.year, goal.value, None, None, "target") for goal in trend.goals]
    return heads, tuple(rows)


def trend_words(trend: Lines) -> str:
    """Each line in a few sentences, then the targets."""
    goals = [
        sentence(goal.name, "is", quantity(goal.value, trend.unit), f"by {goal.year}" if goal.year else "")
        for goal in trend.goals
    ]
    return " ".join([*(_line_words(line, trend.unit) for line in trend.lines), *goals])


def _line_words(line: Line, unit: str) -> str:
    return " ".join(
        filter(None, [_course(line, unit), _range(line, unit), _gaps(line), _breaks(line), _ahead(line, unit)])
    )


def _course(line: Line, unit: str) -> str:
    known = [(each.year, each.value) for each in line.known if each.value is not None]
    if not known:
        return sentence(f"{line.name}:", "no value")
    (first, start), (last, end) = known[0], known[-1]
    if first == last:
        return sentence(f"{line.name}:", f"one value, {quantity(end, unit)} in {last}")
    return sentence(f"{line.name}:", f"from {quantity(start, unit)} in {first} to {quantity(end, unit)} in {last}")


def _range(line: Line, unit: str) -> str:
    """Lowest and highest, where they are not the first and the last value."""
    known = [(each.value, each.year) for each in line.known if each.value is not None]
    if not known:
        return ""
    ends = {known[0], known[-1]}
    named = (("lowest", min(known)), ("highest", max(known)))
    said = [
        f"{name} {number(value, unit)} in {year}" for name, (value, year) in named if (value, year) not in ends
    ]
    return sentence(listed(said)) if said else ""


def _gaps(line: Line) -> str:
    known = [each.year for each in line.known]
    gaps = [_years(before + 1, after - 1) for before, after in pairwise(known) if after - before > 1]
    return sentence("no value for", listed(gaps)) if gaps else ""


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _breaks(line: Line) -> str:
    said = [f"{each.year} ({each.breaks})" for each in line.known[1:] if each.breaks]
    return sentence("break in the series, not to be compared across:", listed(said)) if said else ""


def _ahead(line: Line, unit: str) -> str:
    said = [
        f"{quantity(each.median, unit)} in {each.year}, 80 per cent of the runs {span(each.band, unit)}"
        for each in line.ahead[-1:]
    ]
    return sentence("projected:", *said) if said else ""
