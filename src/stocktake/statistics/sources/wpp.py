"""Tables of World Population Prospects (UN DESA, Population Division): a row per area and year, a column per measure.

Knows the workbooks, whose headings say their unit ("(thousands)"), and the CSV files, whose headings ("PopTotal") do
not: their populations are in thousands by the publisher's notes. "Estimates" and the medium variant are the publisher's
own course of the world, estimated and projected; any other variant is a dimension. In the CSV files nothing tells an
estimate from a projection. The numbers of areas are of another list than M49 ("900" is the World): names count instead.
The file prints no date of release.
"""

import re
from datetime import date
from typing import TYPE_CHECKING

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import each, first_said, says
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows
from stocktake.statistics.sources.series_columns import is_numbers

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "world-population-prospects"
_AREAS = ("Region, subregion, country or area *", "Location")
_YEARS = ("Year", "Time")
_VARIANT = "Variant"
_ISO = ("ISO3 Alpha-code", "ISO3_code")
_BESIDE = ("Index", "Notes", "Location code", "ISO2 Alpha-code", "SDMX code**", "Type", "Parent code", "MidPeriod")
_BESIDE_CSV = ("SortOrder", "LocID", "ISO2_code", "SDMX_code", "LocTypeID", "LocTypeName", "ParentID", "VarID")
_AGES = ("AgeGrp",)
_AGES_BESIDE = ("AgeGrpStart", "AgeGrpSpan")
_POPULATION = re.compile(
    r"(?P<one>Total|Male|Female) Population, as of 1 July \(thousands\)|"
    r"Pop(?P<two>Total|Male|Female)|TPopulation(?P<three>Male|Female|)1July"
)
_PEOPLE = "Population"
_THOUSANDS = "thousand persons"
_STATUSES = {"Estimates": "E"}
_PROJECTED = "F"
_OWN_COURSE = ("Estimates", "Medium", "Medium variant")


def handles(head: Head) -> bool:
    """Whether a header names area, variant and year as the workbooks or the CSV files do."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all measures; populations are in persons."""
    header = found(_header(file.head), NAME)
    rows = _dated(read_rows(file, header))
    beside = (*_AREAS, *_YEARS, _VARIANT, *_ISO, *_BESIDE, *_BESIDE_CSV, *_AGES, *_AGES_BESIDE)
    measures = {
        place: name
        for place, name in enumerate(rows.names)
        if name and name not in beside and is_numbers(rows.cells[place])
    }
    grid = unfold(rows, measures)
    names, variants = rows.take(*_AREAS), rows.take(_VARIANT)
    isos, ages = rows.find(*_ISO), rows.find(*_AGES)
    dimensions = {
        "sex": each(grid.heading, _sex),
        **({} if ages is None else {"age": grid.repeat(ages)}),
        **({} if _is_own_course(variants) else {_VARIANT: grid.repeat(each(variants, _other))}),
    }
    gathered = Gathered(
        origin=Origin(NAME, "UN DESA", "World Population Prospects", scheme="any", prefix="UNDESA"),
        lines=grid.lines,
        code=each(grid.heading, lambda name: _PEOPLE if _POPULATION.fullmatch(name) else name),
        area=grid.repeat(names if isos is None else first_said(isos, names)),
        area_name=grid.repeat(names),
        period=grid.repeat(rows.take(*_YEARS)),
        value=grid.value,
        unit=each(grid.heading, lambda name: _THOUSANDS if _POPULATION.fullmatch(name) else ""),
        status=None if header.cells.count("LocID") else grid.repeat(each(variants, _status)),
        dimensions=dimensions,
        findings=ignored_columns(rows, (*beside, *measures.values(), *rows.empty())),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    choices = [(area, _VARIANT, year) for area, year in zip(_AREAS, _YEARS, strict=True)]
    return head.header_among(choices[0], (*choices[1], "LocID"))


def _dated(rows: Rows) -> Rows:
    """The rows with a year: others head a list of areas."""
    import pyarrow.compute as pc

    return rows.keep(pc.invert(says(rows.take(*_YEARS), "")))


def _is_own_course(variants: "pa.ChunkedArray") -> bool:
    return all(word in _OWN_COURSE for word in variants.unique().to_pylist())


def _other(variant: str) -> str:
    return "" if variant in _OWN_COURSE else variant


def _status(variant: str) -> str:
    return _STATUSES.get(variant, _PROJECTED)


def _sex(heading: str) -> str:
    """The sex whose number a heading names; nothing where it is the whole, or no population."""
    match = _POPULATION.fullmatch(heading)
    word = next(filter(None, match.groups()), "") if match else ""
    return "" if word == "Total" else word
