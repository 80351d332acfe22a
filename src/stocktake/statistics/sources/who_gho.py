"""Data of WHO's Global Health Observatory: its OData API in JSON, the same fields in CSV, the download of its pages.

Knows the fields of both, the pairs of type and code that break an observation down ("SEX", "SEX_FMLE"), the sign before
a number that is a bound, and the sets of areas beside countries. Bounds of uncertainty and words in place of numbers
are not read, and said. The day on which a single value was stored is no day of release.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.gathered import Gathered, Origin, places
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.json_text import parse_json, words_of
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

    Columns = Mapping[str, pa.ChunkedArray]

NAME = "who-gho"
_SERVICE = ("IndicatorCode", "SpatialDim", "TimeDim", "NumericValue")
_SITE = {
    "IndicatorCode": "IndicatorCode",
    "SpatialDim": "SpatialDimValueCode",
    "TimeDim": "Period",
    "NumericValue": "FactValueNumeric",
    "SpatialDimType": "Location type",
    "Name": "Indicator",
    "AreaName": "Location",
    "Prefix": "FactValueNumericPrefix",
    "Value": "Value",
    **{f"Dim{place}": f"Dim{place}ValueCode" for place in (1, 2, 3)},
    **{f"Dim{place}Type": f"Dim{place} type" for place in (1, 2, 3)},
}
"""The fields of the service, and the columns of the pages' download that hold the same; ``Name`` and others it adds."""
_FIELDS = tuple(field for field in _SITE if field not in ("Name", "AreaName", "Prefix"))
_UNREAD = ("Low", "High", "Comments", "DataSourceDim")
_NEXT = "@odata.nextLink"
_MOST = 5


def handles(head: Head) -> bool:
    """Whether the text has the fields of the Observatory."""
    if head.kind == "json":
        return all(f'"{field}"' in head.text for field in _SERVICE)
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the answer or the download."""
    columns, lines, remarks = _of_json(file) if file.head.kind == "json" else _of_rows(file)
    dimensions = _dimensions(columns)
    gathered = Gathered(
        origin=Origin(NAME, "WHO", "Global Health Observatory", scheme="iso3", prefix="WHO"),
        lines=lines,
        code=columns["IndicatorCode"],
        name=columns.get("Name"),
        area=columns["SpatialDim"],
        area_name=_names(columns),
        period=columns["TimeDim"],
        value=_values(columns),
        dimensions=dimensions,
        findings=(*remarks, *_words(columns)),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(_SERVICE, [_SITE[field] for field in _SERVICE])


def _of_json(file: File) -> tuple["Columns", "pa.ChunkedArray", tuple[Finding, ...]]:
    answer = parse_json(file)
    rows = (answer.get("value") or ()) if isinstance(answer, dict) else answer
    columns = {field: words_of(file, rows, _taker(field)) for field in _FIELDS}
    filled = [field for field in _UNREAD if any(row.get(field) not in (None, "") for row in rows)]
    remarks = [Finding(Code.COLUMN_IGNORED, "column", f"Not read: {listed([f'“{field}”' for field in filled])}.")]
    if isinstance(answer, dict) and _NEXT in answer:
        message = "This is one page of several: the answer names the next one."
        remarks.append(Finding(Code.PART_OF_A_RESULT, "file", message, "Add the other pages too."))
    return columns, places(len(rows)), tuple(remarks if filled else remarks[1:])


def _taker(field: str) -> Any:
    return lambda row: row[field] if field in _SERVICE else row.get(field)


def _of_rows(file: File) -> tuple["Columns", "pa.ChunkedArray", tuple[Finding, ...]]:
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    columns = {
        field: column for field, printed in _SITE.items() if (column := rows.find(field, printed)) is not None
    }
    return columns, rows.lines, ignored_columns(rows, (*_SITE, *_SITE.values(), *rows.empty()))


def _dimensions(columns: "Columns") -> dict[str, "pa.ChunkedArray"]:
    """A column for each type of dimension: its codes without the type before them, empty where a row has none."""
    pairs = [
        (columns[f"Dim{place}Type"], columns[f"Dim{place}"]) for place in (1, 2, 3) if f"Dim{place}Type" in columns
    ]
    if not pairs:
        return {}
    distinct = Distinct([column for pair in pairs for column in pair])
    said = [dict(zip(key[::2], key[1::2], strict=True)) for key in distinct.keys]
    types = sorted({name for row in said for name in row if name})
    return {
        name: distinct.spread([row.get(name, "").removeprefix(f"{name.upper()}_") for row in said])
        for name in types
    }


def _names(columns: "Columns") -> "pa.ChunkedArray":
    """The names of areas."""
    kinds = columns.get("SpatialDimType", columns["SpatialDim"])
    distinct = Distinct([kinds, columns["SpatialDim"], columns.get("AreaName", columns["SpatialDim"])])
    return distinct.spread([area_name(kind.upper(), code, name) for kind, code, name in distinct.keys])


def area_name(kind: str, code: str, name: str) -> str:
    """The name of an area of this kind: a region is WHO's own, the whole is the World."""
    if "GLOBAL" in (kind, code):
        return "World"
    return f"{code} (WHO)" if kind == "REGION" else name


def _values(columns: "Columns") -> "pa.ChunkedArray":
    """The numbers, behind the sign that makes one a bound."""
    if "Prefix" not in columns:
        return columns["NumericValue"]
    distinct = Distinct([columns["Prefix"], columns["NumericValue"]])
    return distinct.spread([f"{prefix}{number}" if number else "" for prefix, number in distinct.keys])


def _words(columns: "Columns") -> tuple[Finding, ...]:
    """A remark on what stands in place of a number."""
    if "Value" not in columns:
        return ()
    keys = Distinct([columns["NumericValue"], columns["Value"]]).keys
    words = [word for number, word in keys if word and not number]
    if not words:
        return ()
    quoted = listed([f"“{word}”" for word in words], _MOST)
    message = f"Read as missing, for no number stands beside it: {quoted}."
    return (Finding(Code.INEXACT_VALUE, "value", message),)
