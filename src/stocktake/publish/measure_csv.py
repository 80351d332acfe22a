"""Results of measures as CSV: one line each, all that the JSON says but for the details. Computes nothing."""

import csv
import io

from stocktake.publish.sheet import disarmed
from stocktake.statistics.measures import Result
from stocktake.values.interval import Interval
from stocktake.workspace.measuring import Measured

Cell = str | float | int | None
HEADS = (
    *(
        "indicator",
        "as_of",
        "measure",
        "area",
        "name",
        "classified",
        "period",
        "sex",
        "location",
        "age",
        "breakdown",
    ),
    *(
        "value",
        "unit",
        "interval_low",
        "interval_high",
        "members",
        "with_data",
        "weight",
        "bound_low",
        "bound_high",
    ),
    *("published", "vintage", "source", "file", "row", "sha256", "status", "because"),
)


def measure_csv(measured: Measured) -> str:
    """The answer as CSV (RFC 4180), in UTF-8, lines ended by CR LF; numbers unrounded, an empty cell for null."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for each in measured.results:
        cells = (measured.indicator, measured.as_of.isoformat(), *_cells(each))
        # A number is never a formula, and an apostrophe before a minus would make it a text.
        writer.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def _cells(result: Result) -> tuple[Cell, ...]:
    coverage, source = result.coverage, result.source
    return (
        result.measure,
        result.area,
        result.name,
        result.classified,
        result.period,
        result.sex,
        result.location,
        result.age,
        result.breakdown,
        result.value,
        result.unit,
        *_ends(result.interval),
        *((coverage.members, coverage.with_data, coverage.weight) if coverage else (None, None, None)),
        *_ends(result.bounds),
        "true" if result.published else "false",
        result.vintage.isoformat() if result.vintage else None,
        *((source.name, source.file, source.row, source.sha256) if source else (None, None, None, None)),
        result.status,
        result.because,
    )


def _ends(interval: Interval | None) -> tuple[Cell, Cell]:
    return (interval.low, interval.high) if interval else (None, None)
