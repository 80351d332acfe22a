"""Tables of FAOSTAT, the database of the Food and Agriculture Organization: a row per observation, or years in columns.

Knows the item and the element that together name a series, codes of M49 behind an apostrophe ("'242"), and the flag of
each value. FAO's own codes of areas ("Area Code") are numbers of another list than M49: they are not read. What else
comes as a code and its words ("Sex Code", "Sex") is a dimension. The file prints no date of release.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.areas import Scheme
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, each
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "faostat"
_SERIES = ("Item", "Indicator")
_LONG = ("Area", "Element", "Year", "Unit", "Value")
_WIDE = ("Area", "Element", "Unit")
_YEAR = re.compile(r"Y((?:19|20)\d\d)")
_CODES = re.compile(r"(.+) Code(?: \([^)]*\))?")
_M49 = "Area Code (M49)"
_KEYS = ("Area", "Element", "Year", "Domain", *_SERIES)
_BESIDE = ("Flag", "Flag Description", "Note")


def handles(head: Head) -> bool:
    """Whether a header names area, item or indicator, and element, with a year and a value or years in columns."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    gathered = _long(rows) if rows.place("Year") is not None else _wide(rows)
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    long = head.header_among(*((*_LONG, series) for series in _SERIES))
    return long or head.header_among(*((*_WIDE, series) for series in _SERIES), with_a=_YEAR.fullmatch)


def _long(rows: Rows) -> Gathered:
    code, name = _series(rows)
    area, area_name = _areas(rows)
    dimensions = _dimensions(rows.names)
    return Gathered(
        origin=_origin(rows),
        lines=rows.lines,
        code=code,
        name=name,
        area=area,
        area_name=area_name,
        period=rows.take("Year"),
        value=rows.take("Value"),
        unit=rows.take("Unit"),
        status=rows.find("Flag"),
        dimensions={dimension: rows.take(dimension) for dimension in dimensions},
        findings=ignored_columns(rows, (*_read(rows, dimensions), "Value", *_BESIDE[:2], *rows.empty())),
    )


def _wide(rows: Rows) -> Gathered:
    years = rows.headed(_YEAR.fullmatch)
    grid = unfold(rows, years)
    code, name = _series(rows)
    area, area_name = _areas(rows)
    dimensions = _dimensions(rows.names)
    return Gathered(
        origin=_origin(rows),
        lines=grid.lines,
        code=grid.repeat(code),
        name=grid.repeat(name),
        area=grid.repeat(area),
        area_name=grid.repeat_found(area_name),
        period=each(grid.heading, lambda year: _YEAR.sub(r"\1", year)),
        value=grid.value,
        unit=grid.repeat(rows.take("Unit")),
        status=grid.beside([rows.find(f"{year}F") for year in years.values()]),
        dimensions={dimension: grid.repeat(rows.take(dimension)) for dimension in dimensions},
        findings=ignored_columns(
            rows, (*_read(rows, dimensions), *years.values(), *(f"{year}F" for year in years.values()))
        ),
    )


def _origin(rows: Rows) -> Origin:
    scheme: Scheme = "name" if rows.place(_M49) is None else "m49"
    return Origin(NAME, "FAO", "FAOSTAT", scheme=scheme, prefix="FAO", statuses="fao")


def _series(rows: Rows) -> tuple["pa.ChunkedArray", "pa.ChunkedArray"]:
    """Code and name of the series: item (or indicator) and element; some are printed in several units, each a series.

    The publisher's own numbers are of several lists, of which a file may print any.
    """
    distinct = Distinct([rows.take(*_SERIES), rows.take("Element"), rows.take("Unit")])
    names = [": ".join(filter(None, key[:2])) for key in distinct.keys]
    codes = [f"{name} ({key[2]})" if key[2] else name for name, key in zip(names, distinct.keys, strict=True)]
    return distinct.spread(codes), distinct.spread(names)


def _areas(rows: Rows) -> tuple["pa.ChunkedArray", "pa.ChunkedArray | None"]:
    """The codes of M49, bare of the apostrophe that keeps their noughts, and the names; or the names alone."""
    codes = rows.find(_M49)
    return (
        (rows.take("Area"), None)
        if codes is None
        else (each(codes, lambda code: code.lstrip("'")), rows.take("Area"))
    )


def _dimensions(names: Sequence[str]) -> list[str]:
    """What comes as a code and its words, and is none of the keys."""
    coded = [match[1] for name in names if (match := _CODES.fullmatch(name))]
    return [name for name in dict.fromkeys(coded) if name in names and name not in _KEYS]


def _read(rows: Rows, dimensions: Sequence[str]) -> list[str]:
    codes = [name for name in rows.names if _CODES.fullmatch(name)]
    return [*_KEYS, "Unit", *dimensions, *codes]
