"""Results of measures as CSV: one line each, all that the JSON says but for the details. Computes nothing."""

from stocktake.publish.sheet import CsvCell, to_csv
from stocktake.statistics.measures import Result
from stocktake.values.interval import Interval
from stocktake.workspace.measuring import Measured

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
    """The answer as CSV; numbers unrounded, an empty cell for null."""
    head = (measured.indicator, measured.as_of.isoformat())
    return to_csv(HEADS, ((*head, *_cells(each)) for each in measured.results))


def _cells(result: Result) -> tuple[CsvCell, ...]:
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
        result.published,
        result.vintage.isoformat() if result.vintage else None,
        *((source.name, source.file, source.row, source.sha256) if source else (None, None, None, None)),
        result.status,
        result.because,
    )


def _ends(interval: Interval | None) -> tuple[CsvCell, CsvCell]:
    return (interval.low, interval.high) if interval else (None, None)
