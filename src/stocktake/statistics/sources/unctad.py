"""Tables of UNCTADstat, from its data centre.

Knows a row per economy and period, columns in twos of code and label ("Economy", "Economy Label"), any other column as
a measure under its title, and what stands beside a measure: its footnotes and why a value is missing. Economies have
the codes of M49, sets of economies UNCTAD's own. The file prints no date of release.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.statistical_words import unit_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import statuses_beside
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, each
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import Grid, unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "unctad"
_ECONOMY = ("Economy", "Economy Label")
_PERIODS = ("Year", "Quarter", "Month", "Period")
_SERIES = ("Indicator", "Series")
_LABEL = " Label"
_FOOTNOTE = " Footnote"
_BESIDE = (_FOOTNOTE, " Missing value")
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what: the series (None where measures are), the dimensions, the measures by their place."""

    series: str | None
    dimensions: tuple[str, ...]
    measures: dict[int, str]


def handles(head: Head) -> bool:
    """Whether the header names an economy by code and label, and a period."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all measures; an empty cell is none."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    columns = _columns(rows.names)
    grid = unfold(rows, columns.measures)
    code, name = _series(rows, grid, columns)
    codes = each(rows.take(_ECONOMY[0]), _m49)
    labels = {dimension: rows.take(f"{dimension}{_LABEL}") for dimension in columns.dimensions}
    status, notes = statuses_beside(
        rows, grid, {each: (f"{each}{_FOOTNOTE}",) for each in columns.measures.values()}
    )
    gathered = Gathered(
        origin=Origin(NAME, "UNCTAD", "UNCTADstat", scheme="m49", prefix="UNCTAD"),
        lines=grid.lines,
        code=code,
        name=name,
        area=grid.repeat(codes),
        area_name=grid.repeat(own_regions(codes, rows.take(_ECONOMY[1]), "UNCTAD")),
        period=grid.repeat(rows.take(*_PERIODS)),
        value=grid.value,
        unit=_units(grid, columns),
        status=status,
        dimensions={dimension: grid.repeat(rows.take(dimension)) for dimension in columns.dimensions},
        dimension_codes={dimension: _names(rows.take(dimension), label) for dimension, label in labels.items()},
        findings=(*notes, *ignored_columns(rows, _used(rows.names, columns))),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(*((*_ECONOMY, period) for period in _PERIODS))


def _columns(names: Sequence[str]) -> _Columns:
    coded = [
        name for name in names if f"{name}{_LABEL}" in names and name not in _ECONOMY and name not in _PERIODS
    ]
    keys = {*_ECONOMY, *_PERIODS, *coded, *(f"{name}{_LABEL}" for name in (*coded, *_PERIODS))}
    measures = {
        place: name for place, name in enumerate(names) if name and name not in keys and not name.endswith(_BESIDE)
    }
    series = next((name for name in coded if name in _SERIES), None)
    return _Columns(series, tuple(name for name in coded if name != series), measures)


def _series(rows: Rows, grid: Grid, columns: _Columns) -> tuple["pa.ChunkedArray", "pa.ChunkedArray"]:
    """Code and name of the series: those of the indicator, with the measure behind where there are several; or it."""
    if columns.series is None:
        return grid.heading, grid.heading
    codes, names = (grid.repeat(rows.take(f"{columns.series}{part}")) for part in ("", _LABEL))
    if len(columns.measures) == 1:
        return codes, names
    distinct = Distinct([codes, names, grid.heading])
    return (
        distinct.spread([f"{code}: {measure}" for code, _, measure in distinct.keys]),
        distinct.spread([f"{name}: {measure}" for _, name, measure in distinct.keys]),
    )


def _units(grid: Grid, columns: _Columns) -> "pa.ChunkedArray | None":
    """The unit, which is the title of the measure beside an indicator; of a measure alone its title may say it."""
    if columns.series is None or not all(map(unit_of, columns.measures.values())):
        return None
    return grid.heading


def _names(codes: "pa.ChunkedArray", labels: "pa.ChunkedArray") -> dict[str, str]:
    return {key[0]: key[1] for key in Distinct([codes, labels]).keys}


def _m49(code: str) -> str:
    """A code of M49 with its three digits; UNCTAD prints four for all, and has four for sets of its own."""
    return str(int(code)).zfill(_DIGITS) if code.isascii() and code.isdigit() else code


def _used(names: Sequence[str], columns: _Columns) -> list[str]:
    """The columns that are read; why a value is missing is said by there being none."""
    keys = [*_ECONOMY, *_PERIODS, *columns.dimensions, *([columns.series] if columns.series else [])]
    measures = columns.measures.values()
    beside = [f"{name}{part}" for name in measures for part in _BESIDE]
    return [
        *keys,
        *(f"{name}{_LABEL}" for name in keys),
        *measures,
        *beside,
        *(name for name in names if not name),
    ]
