"""Reading a specimen of statistics, and its reading as plain rows and codes: what every test of a reader looks at."""

from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.reading import read_statistics


def read(text: str | bytes, name: str = "made.csv", vintage: date | None = None) -> Reading:
    """What is read of a specimen."""
    return read_statistics(text if isinstance(text, bytes) else text.encode(), name, vintage)


def rows(reading: Reading, *columns: str) -> list[tuple[object, ...]]:
    """These columns of the observations, row by row."""
    return [tuple(row[name] for name in columns) for row in reading.observations.to_pylist()]


def codes(reading: Reading) -> list[str]:
    """The codes of the findings."""
    return [finding.code.value for finding in reading.findings]
