"""The columns of an observation, the same in Arrow, in Parquet and in Ibis.

Knows names, types and which columns together name a series and an observation. Knows no codes: which words stand in
a column is said in ``docs/reference/statistics-formats.md``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS: dict[str, str] = {
    "indicator": "string",
    "code": "string",
    "area": "string",
    "sex": "string",
    "location": "string",
    "age": "string",
    "breakdown": "string",
    "period": "string",
    "value": "double",
    "unit": "string",
    "status": "string",
    "vintage": "date32[day]",
    "source": "string",
    "row": "int32",
}
"""Each column and its Arrow type, in order. ``value``, ``unit`` and ``vintage`` may be null, no other."""

SERIES: tuple[str, ...] = ("indicator", "code", "area", "sex", "location", "age", "breakdown", "unit")
"""The columns that together name a series."""

KEY: tuple[str, ...] = (*SERIES, "period")
"""The columns that together name an observation within one source."""

NULLABLE = frozenset({"value", "unit", "vintage"})


def observation_schema() -> "pa.Schema":
    """The Arrow schema of a table of observations."""
    import pyarrow as pa

    types = {"string": pa.string(), "double": pa.float64(), "date32[day]": pa.date32(), "int32": pa.int32()}
    return pa.schema([pa.field(name, types[kind], name in NULLABLE) for name, kind in COLUMNS.items()])
