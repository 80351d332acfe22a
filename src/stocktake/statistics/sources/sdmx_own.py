"""Our own data structure, and how observations that were written with it come back exactly.

Knows the components of ``STOCKTAKE:OBSERVATIONS``, which ``docs/reference/statistics-formats.md`` describes: one for
each column of an observation. Their codes are ours already, so nothing is named anew. The file that a value first came
from, and its row there, are written too; on reading, the source is the file that was read.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading, Source
from stocktake.statistics.sources.checks import limits, without_duplicates
from stocktake.statistics.sources.distinct import each
from stocktake.statistics.sources.gathered import same
from stocktake.statistics.sources.head import File
from stocktake.statistics.sources.periods import parse_periods
from stocktake.statistics.sources.values import parse_values
from stocktake.tables import observation_schema

if TYPE_CHECKING:
    import pyarrow as pa

OWN = "STOCKTAKE:OBSERVATIONS("
STRUCTURE = "STOCKTAKE:OBSERVATIONS(1.0.0)"
UNSPECIFIED = "_X"
"""SDMX's code for what is not specified: an observation without a unit or without a day of release."""

DIMENSIONS: Mapping[str, str] = {
    "indicator": "INDICATOR",
    "code": "SERIES",
    "area": "REF_AREA",
    "sex": "SEX",
    "location": "URBANISATION",
    "age": "AGE",
    "breakdown": "BREAKDOWN",
    "unit": "UNIT_MEASURE",
    "vintage": "VINTAGE",
    "source": "SOURCE",
    "period": "TIME_PERIOD",
}
"""The column of an observation and its dimension, in the order of the structure."""

MEASURE = ("value", "OBS_VALUE")
ATTRIBUTES: Mapping[str, str] = {"status": "OBS_STATUS", "row": "SOURCE_ROW"}
COMPONENTS: Mapping[str, str] = {**DIMENSIONS, MEASURE[0]: MEASURE[1], **ATTRIBUTES}
"""The column of an observation and its component: dimensions, the measure, attributes."""


def read_own(
    file: File, name: str, columns: Mapping[str, "pa.ChunkedArray"], lines: "pa.ChunkedArray", vintage: date | None
) -> Reading:
    """The observations, as they were written.

    Args:
        file: The file.
        name: Of the reader.
        columns: Text by component.
        lines: Where each observation stands.
        vintage: The day of the release, where the user says it; it counts before the written one.

    Raises:
        InputError: A component is missing, a value or a period cannot be read, or an observation of one release
            stands there twice with different values.
    """
    # Where no observation has a value, SDMX-ML has no place at which the measure would stand.
    columns = {MEASURE[1]: same("", len(lines)), **columns}
    missing = [component for component in COMPONENTS.values() if component not in columns]
    if missing:
        raise InputError(
            expected=f"the components of {STRUCTURE}",
            came=f"there is no {', '.join(missing)}",
            where=file.head.name,
            advice="Write it again, or give it another structure's id.",
        )
    values = parse_values(columns["OBS_VALUE"], lines, file.head.name)
    rows = _table(file, columns, lines, values.numbers, vintage)
    rows, twice = _once(rows, file.head.name)
    said = [_given(vintage)] if vintage else []
    return Reading(
        rows,
        Source(file.head.name, file.digest, name, vintage=_single(rows)),
        (*file.remarks, *said, *values.findings, *twice, *limits(rows)),
    )


def _table(
    file: File,
    columns: Mapping[str, "pa.ChunkedArray"],
    lines: "pa.ChunkedArray",
    numbers: "pa.ChunkedArray",
    vintage: date | None,
) -> "pa.Table":
    import pyarrow as pa

    made = {name: columns[component] for name, component in DIMENSIONS.items()}
    made["unit"] = each(made["unit"], lambda word: None if word == UNSPECIFIED else word)
    made["vintage"] = (
        pa.repeat(pa.scalar(vintage), len(lines)) if vintage else _dates(made["vintage"], file.head.name)
    )
    made["period"] = parse_periods(made["period"], lines, file.head.name)
    made |= {"value": numbers, "status": columns["OBS_STATUS"], "row": lines}
    made["source"] = pa.repeat(file.digest, len(lines))
    schema = observation_schema()
    return pa.table({name: made[name] for name in schema.names}).cast(schema)


def _dates(words: "pa.ChunkedArray", name: str) -> "pa.ChunkedArray":
    import pyarrow as pa
    import pyarrow.compute as pc

    days = each(words, lambda word: None if word == UNSPECIFIED else word)
    try:
        return pc.cast(days, pa.date32())
    except pa.ArrowInvalid as error:
        raise InputError(
            expected="a day such as 2025-07-01 in VINTAGE",
            came=f"there is another word ({str(error).splitlines()[0]})",
            where=name,
            advice=f"Write {UNSPECIFIED} where the day of the release is not known.",
        ) from error


def _once(rows: "pa.Table", name: str) -> tuple["pa.Table", list[Finding]]:
    """The rows with each observation of a release once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    days = pc.unique(rows["vintage"]).to_pylist()
    kept: list[pa.Table] = []
    findings: list[Finding] = []
    for day in days:
        ofday = (
            pc.is_null(rows["vintage"]) if day is None else pc.equal(rows["vintage"], pa.scalar(day, pa.date32()))
        )
        part, twice = without_duplicates(rows.filter(ofday) if len(days) > 1 else rows, name)
        kept.append(part)
        findings += twice
    return (pa.concat_tables(kept).sort_by("row") if len(kept) > 1 else kept[0]), findings


def _single(rows: "pa.Table") -> date | None:
    """The day of the release, where all rows have one and the same."""
    import pyarrow.compute as pc

    days: list[date | None] = pc.unique(rows["vintage"]).to_pylist()
    return days[0] if len(days) == 1 else None


def _given(vintage: date) -> Finding:
    return Finding(
        Code.VINTAGE_GIVEN, "file", f"The vintage {vintage} was said by the user.", "Nothing, if it is right."
    )
