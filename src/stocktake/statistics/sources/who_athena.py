"""CSV files of WHO's Global Health Observatory as its older service (Athena) gave them.

Knows the columns in threes, "SEX (CODE)", "SEX (DISPLAY)" and "SEX (URL)", and that region and income group beside a
country only describe it, while a row without a country is one of theirs. Bounds and comments are not read, and said.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, is_empty
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows
from stocktake.statistics.sources.who_gho import area_name

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "who-athena"
_CODE = " (CODE)"
_HEADER = (f"GHO{_CODE}", f"YEAR{_CODE}", "Display Value", "Numeric")
_AREAS = ("COUNTRY", "REGION", "WORLDBANKINCOMEGROUP")
_NO_DIMENSIONS = ("GHO", "YEAR", "PUBLISHSTATE", "DATASOURCE", *_AREAS)


def handles(head: Head) -> bool:
    """Whether the header is that of the service."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the file."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    coded = [name.removesuffix(_CODE) for name in rows.names if name.endswith(_CODE)]
    dimensions = [
        name for name in coded if name not in _NO_DIMENSIONS and not is_empty(rows.find(f"{name}{_CODE}"))
    ]
    areas, names = _areas(rows)
    known = [f"{name} ({part})" for name in coded for part in ("CODE", "DISPLAY", "URL") if name != "DATASOURCE"]
    gathered = Gathered(
        origin=Origin(NAME, "WHO", "Global Health Observatory", scheme="iso3", prefix="WHO"),
        lines=rows.lines,
        code=rows.take(f"GHO{_CODE}"),
        name=rows.find("GHO (DISPLAY)"),
        area=areas,
        area_name=names,
        period=rows.take(f"YEAR{_CODE}"),
        value=rows.take("Numeric"),
        dimensions={name: rows.take(f"{name}{_CODE}") for name in dimensions},
        findings=ignored_columns(rows, ("Numeric", "Display Value", *known, *rows.empty())),
    )
    return build_reading(file, gathered, vintage)


def _areas(rows: Rows) -> tuple["pa.ChunkedArray", "pa.ChunkedArray"]:
    """Code and name of the area of each row: the country, else the set of countries that the row is of."""
    held = [name for name in _AREAS if rows.place(f"{name}{_CODE}") is not None]
    distinct = Distinct([rows.take(f"{name}{part}") for name in held for part in (_CODE, " (DISPLAY)")])
    chosen = [_area(held, key) for key in distinct.keys]
    return distinct.spread([code for code, _ in chosen]), distinct.spread([name for _, name in chosen])


def _area(held: list[str], key: tuple[str, ...]) -> tuple[str, str]:
    pairs = zip(held, key[::2], key[1::2], strict=True)
    kind, code, name = next((pair for pair in pairs if pair[1]), ("", "", ""))
    return code, area_name(kind, code, name)
