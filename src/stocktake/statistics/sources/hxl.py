"""Tables with hashtags of HXL below their header, as the Humanitarian Data Exchange gives them, a row per observation.

Knows the tags of country, year, indicator and value, whatever the order of columns and of attributes, and the dimension
of WHO's tables, whose kind stands in a column of its own. Values of parts of a country are refused; what else is tagged
is not read, and said. A table without tags for indicator and value is left to the readers of its headings; the row of
tags is no row to them. Who published it is open. The file prints no date of release.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import UnsupportedError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, first_said, is_empty
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "hxl"
# Tags with their attributes in the order of the alphabet; of several the first that stands there counts.
_CODES = ("#country+code", "#country+code+iso3", "#country+code+v_iso3")
_COUNTRIES = ("#country+name", "#country")
_PERIODS = ("#date+year", "#date")
_SERIES_CODES = ("#indicator+code",)
_SERIES = ("#indicator+name", "#indicator")
_VALUES = ("#indicator+num+value", "#indicator+num", "#indicator+value")
_UNITS = ("#indicator+name+unit", "#indicator+unit", "#indicator+code+unit")
_STATUSES = ("#indicator+code+status", "#indicator+status")
_SEXES = ("#sex+code", "#sex", "#sex+name")
_AGES = ("#age+code", "#age", "#age+name")
_KIND = ("#dimension+type", "#dimension+code")
_PARTS = ("#adm1", "#adm2", "#adm3", "#adm4", "#adm5", "#loc")
_READ = (*_CODES, *_COUNTRIES, *_SERIES_CODES, *_SERIES, *_UNITS, *_STATUSES, *_SEXES, *_AGES, *_KIND)


def handles(head: Head) -> bool:
    """Whether a row of tags names a country, a period, an indicator and its value."""
    if head.tags is None:
        return False
    tags = set(_canonical(head.tags))
    keys = ((*_CODES, *_COUNTRIES), _PERIODS, (*_SERIES_CODES, *_SERIES), _VALUES)
    return all(tags & set(choices) for choices in keys)


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table.

    Raises:
        UnsupportedError: Values are of parts of a country.
    """
    tags = found(file.head.tags, NAME)
    rows = read_rows(file, Row(_canonical(tags), tags.line))
    _check_whole(rows, file.head.name)
    codes, names = rows.find(*_CODES), rows.find(*_COUNTRIES)
    series_codes, series = rows.find(*_SERIES_CODES), rows.find(*_SERIES)
    used = [next(name for name in choices if rows.place(name) is not None) for choices in (_PERIODS, _VALUES)]
    gathered = Gathered(
        origin=Origin(NAME),
        lines=rows.lines,
        code=_first(series_codes, series),
        name=series,
        area=_first(codes, names),
        area_name=names,
        period=rows.take(*_PERIODS),
        value=rows.take(*_VALUES),
        unit=rows.find(*_UNITS),
        status=rows.find(*_STATUSES),
        dimensions=_dimensions(rows),
        findings=ignored_columns(rows, [*_READ, *used, *rows.empty()]),
    )
    return build_reading(file, gathered, vintage)


def _canonical(tags: Row) -> tuple[str, ...]:
    """The tags in small letters, their attributes in the order of the alphabet: that order means nothing."""
    parted = ([part.strip() for part in cell.casefold().split("+")] for cell in tags.cells)
    return tuple("+".join([base, *sorted(attributes)]) for base, *attributes in parted)


def _first(one: "pa.ChunkedArray | None", other: "pa.ChunkedArray | None") -> "pa.ChunkedArray":
    """On each row what the one says, else the other; ``handles`` has seen that one of them is there."""
    both = [each for each in (one, other) if each is not None]
    return first_said(*both) if len(both) > 1 else both[0]


def _dimensions(rows: Rows) -> dict[str, "pa.ChunkedArray"]:
    """Sex and age, and one dimension for each kind that a column names, empty on the rows of the other kinds."""
    named = {"sex": rows.find(*_SEXES), "age": rows.find(*_AGES)}
    made = {name: column for name, column in named.items() if column is not None}
    kinds, codes = (rows.find(name) for name in _KIND)
    if kinds is None or codes is None:
        return made
    distinct = Distinct([kinds, codes])
    for kind in dict.fromkeys(key[0] for key in distinct.keys if key[0]):
        # WHO repeats the kind within the code: "SEX_FMLE".
        made[kind] = distinct.spread(
            [code.removeprefix(f"{kind}_") if each == kind else "" for each, code in distinct.keys]
        )
    return made


def _check_whole(rows: Rows, file: str) -> None:
    """Raise where a column names parts of countries: their values are none of the country's."""
    parts = [name for name in rows.names if name.partition("+")[0] in _PARTS and not is_empty(rows.find(name))]
    if parts:
        raise UnsupportedError(
            expected="values of whole countries",
            came=f"the tag {parts[0]} says that there are values of parts of countries",
            where=file,
            advice="Take the table of national values, or leave out the rows that are of parts.",
        )
