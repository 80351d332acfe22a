"""From what a reader gathered to observations: named, numbered, checked; whole or not at all.

Knows the order of the steps and the columns of an observation. Knows no publisher: what a word means is in ``naming``,
what a number is in ``values``, what a period is in ``periods``.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.statistics.model import MISSING, NORMAL, Reading, Source
from stocktake.statistics.sources.area_names import areas_of
from stocktake.statistics.sources.checks import limits, without_duplicates
from stocktake.statistics.sources.distinct import Distinct, each, each_where, plain
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.head import File
from stocktake.statistics.sources.naming import (
    Meaning,
    breakdowns_of,
    meanings_of,
    statuses_of,
    units_of,
)
from stocktake.statistics.sources.periods import parse_periods
from stocktake.statistics.sources.sheet_names import with_name
from stocktake.statistics.sources.values import parse_values
from stocktake.tables import COLUMNS, observation_schema
from stocktake.tables.codes import coded, each_column

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class _Named:
    """The columns of the table that name an observation, and the remarks made on the way."""

    columns: dict[str, "pa.ChunkedArray"]
    findings: list[Finding]


def build_reading(file: File, gathered: Gathered, vintage: date | None) -> Reading:
    """The observations of a file, from what its reader gathered.

    Args:
        file: The file.
        gathered: Its rows in the publisher's words.
        vintage: The day of the release, where the user says it; it counts before the printed one.

    Raises:
        InputError: There is no observation, a row lacks its area or its period, a value is no number, a series
            stands in two units, or an observation stands there twice with different values.
    """
    name = file.head.name
    if not len(gathered.value):
        raise InputError(
            expected="observations",
            came="the table has a header and no rows",
            where=name,
            advice="Look whether the file is whole; export it again.",
        )
    # Four steps look at the codes of the series.
    gathered = with_name(replace(gathered, code=coded(gathered.code)), file.head.sheet)
    named = _named(gathered, name)
    values = parse_values(gathered.value, gathered.lines, name)
    source, dated = _source(file, gathered.origin, vintage)
    rows, twice = without_duplicates(_table(named, values.numbers, gathered, source), name)
    findings = [*file.remarks, *gathered.findings, *dated, *named.findings, *values.findings, *twice]
    findings += [*limits(rows), *_last_line(file)]
    return Reading(_as_text(rows), source, tuple(findings))


def _named(gathered: Gathered, name: str) -> _Named:
    """Everything but the number, from the publisher's words to ours."""
    meanings, series_findings = meanings_of(gathered)
    areas, area_findings = areas_of(gathered, name)
    units = units_of(gathered, meanings, name)
    breakdowns, dimension_findings = breakdowns_of(gathered, meanings)
    statuses, status_findings = statuses_of(gathered)
    columns = {
        **_series(gathered, meanings),
        "area": areas,
        **breakdowns,
        "period": parse_periods(gathered.period, gathered.lines, name),
        "unit": units.units,
        **({"scale": units.scales} if units.scales is not None else {}),
        **({"status": statuses} if statuses is not None else {}),
    }
    findings = [*series_findings, *area_findings, *units.findings, *dimension_findings, *status_findings]
    return _Named(columns, findings)


def _series(gathered: Gathered, meanings: dict[str, Meaning]) -> dict[str, "pa.ChunkedArray"]:
    """The indicator, and the publisher's code in one spelling: two files may print it in two cases of letters."""
    distinct = Distinct([gathered.code])
    meant = [meanings[code] for (code,) in distinct.keys]
    return {
        "indicator": distinct.spread([each.indicator for each in meant]),
        "code": distinct.spread([each.code for each in meant]),
    }


def _table(named: _Named, numbers: "pa.ChunkedArray", gathered: Gathered, source: Source) -> "pa.Table":
    """The observations, their texts as codes."""
    import pyarrow as pa

    length = len(numbers)
    columns = dict(named.columns)
    scale = columns.pop("scale", None)
    columns["status"] = _statuses(columns.get("status"), numbers)
    columns["value"] = numbers if scale is None else _scaled(numbers, scale)
    columns["vintage"] = pa.repeat(pa.scalar(source.vintage, pa.date32()), length)
    columns["source"] = same(source.sha256, length)
    columns["row"] = gathered.lines
    return pa.table({name: columns[name] for name in COLUMNS})


def _scaled(numbers: "pa.ChunkedArray", scale: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """Each number times its power of ten, as its digits say it: 16.1 times a million is 16100000.0 and no hair more."""
    import pyarrow as pa
    import pyarrow.compute as pc

    digits = pc.cast(numbers, pa.string())
    powers = pc.cast(pc.cast(pc.round(pc.log10(scale)), pa.int32()), pa.string())
    # A number whose digits already carry a power has too many places, or none behind the point.
    bare = pc.if_else(pc.match_substring(digits, "e"), pa.scalar(None, pa.string()), digits)
    shifted = pc.cast(pc.binary_join_element_wise(bare, powers, "e"), pa.float64())
    return pc.coalesce(shifted, pc.multiply(numbers, scale))


def _as_text(rows: "pa.Table") -> "pa.Table":
    import pyarrow as pa

    return pa.table(each_column(plain, rows), names=rows.column_names).cast(observation_schema())


def _statuses(printed: "pa.ChunkedArray | None", numbers: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The printed status; the usual one where none is printed, or where a normal one stands on no value."""
    import pyarrow.compute as pc

    length = len(numbers)
    valued = same(NORMAL, length) if printed is None else each(printed, lambda status: status or NORMAL)
    if not numbers.null_count:
        return valued
    return each_where(pc.is_null(numbers), valued, lambda status: MISSING if status == NORMAL else status)


def _source(file: File, origin: Origin, given: date | None) -> tuple[Source, list[Finding]]:
    source = Source(
        name=file.head.name,
        sha256=file.digest,
        format=origin.format,
        publisher=origin.publisher,
        dataset=origin.dataset,
        vintage=given or origin.vintage,
        licence=origin.licence,
    )
    if given is None or given == origin.vintage:
        return source, []
    printed = f"the file prints {origin.vintage}" if origin.vintage else "the file prints none"
    message = f"The vintage {given} was said by the user; {printed}."
    return source, [Finding(Code.VINTAGE_GIVEN, "file", message, "Nothing, if it is right.")]


def _last_line(file: File) -> list[Finding]:
    if file.head.kind != "rows" or file.data.endswith((b"\n", b"\r")):
        return []
    return [
        Finding(
            Code.LAST_LINE_OPEN,
            "file",
            "The last line has no line end: it may have been cut within its last cell.",
            "Look whether the last value is whole.",
        )
    ]
