"""CSV tables of Our World in Data: its charts' data and its archive of data sets.

Knows the columns ``Entity``, ``Code`` (which older files lack) and ``Year``, and a column per series under its title. A
title that says classification holds classes under numbers, no quantities: such a file is refused. A column without any
number (a region, an annotation) is not read, and said.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import UnsupportedError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import first_said, words_in
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.rows import ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "owid"
_KEYS = ("entity", "code", "year")


def handles(head: Head) -> bool:
    """Whether the first row begins with entity and year, with or without a code between them."""
    if head.kind != "rows" or not head.rows:
        return False
    names = tuple(name.casefold() for name in head.rows[0].cells)
    return names[:3] == _KEYS or names[:2] == (_KEYS[0], _KEYS[2])


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the file.

    Raises:
        UnsupportedError: A column holds a classification.
    """
    header = file.head.rows[0]
    rows = read_rows(file, header)
    values = {place: name for place, name in enumerate(rows.names) if name and name.casefold() not in _KEYS}
    classes = [name for name in values.values() if "classification" in name.casefold()]
    if classes:
        raise UnsupportedError(
            expected="observations",
            came=f"“{classes[0]}” holds classes under numbers",
            where=file.head.name,
            advice="Groups of countries with their dates stand in the frameworks: stocktake frameworks groups.",
        )
    columns = {place: name for place, name in values.items() if _has_numbers(rows.cells[place])}
    grid = unfold(rows, columns)
    codes = rows.find("Code")
    names = rows.take("Entity")
    # Its continents are its own, and have no code.
    areas = names if codes is None else first_said(codes, names)
    names = own_regions(areas, names, "OWID")
    gathered = Gathered(
        origin=Origin(NAME, "Our World in Data", scheme="iso3" if codes is not None else "name", prefix="OWID"),
        lines=grid.lines,
        code=grid.heading,
        area=grid.repeat(names if codes is None else areas),
        area_name=grid.repeat(names),
        period=grid.repeat(rows.take("Year")),
        value=grid.value,
        findings=ignored_columns(rows, (*_KEYS, *columns.values())),
    )
    return build_reading(file, gathered, vintage)


def _has_numbers(cells: "pa.ChunkedArray") -> bool:
    import pyarrow.compute as pc

    return bool(pc.any(pc.match_substring_regex(words_in(cells), r"^\s*[-+]?[.\d]")).as_py())
