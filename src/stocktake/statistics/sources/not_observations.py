"""Files that publishers put beside their observations and that hold none: said with the reason, never half read.

Knows lists of areas and of series, classifications, descriptions of files, and tables that lack the period or the name
of the series. A new kind is one line in ``KINDS``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stocktake.errors import UnsupportedError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.head import File, Head

NAME = "no-observations"
_FISCAL_YEAR = re.compile(r"FY\d\d")
_AREA = re.compile(r"country([ _](name|code|or area))?|economy|iso3c?|area|nation", re.IGNORECASE)
_PERIOD = re.compile(r"year(\(s\))?|time|date|period|month|quarter|.*\b(19|20)\d\d\b.*|survey year", re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file without observations: how it is told, what it holds, where the user finds what it says."""

    is_one: Callable[[Head], bool]
    holds: str
    advice: str


def handles(head: Head) -> bool:
    """Whether the file is of a kind that is known to hold no observations."""
    return any(kind.is_one(head) for kind in KINDS)


def read(file: File, vintage: date | None) -> Reading:  # noqa: ARG001  (the readers' common shape)
    """Never a reading.

    Raises:
        UnsupportedError: Always, with what the file holds instead.
    """
    kind = next(kind for kind in KINDS if kind.is_one(file.head))
    raise UnsupportedError(
        expected="observations: an area, a period and a value on each row",
        came=f"the file holds {kind.holds}",
        where=file.head.name,
        advice=kind.advice,
    )


def _has(*names: str) -> Callable[[Head], bool]:
    return lambda head: head.header(*names) is not None


def _is_datapackage(head: Head) -> bool:
    return head.kind == "json" and '"resources"' in head.text and '"name"' in head.text


def _is_ddf_entities(head: Head) -> bool:
    names = head.rows[0].cells if head.rows else ()
    return any(name.startswith("is--") for name in names)


def _is_ddf_list(head: Head) -> bool:
    """A list of codes and names, as DDF keeps one for each dimension."""
    names = head.rows[0].cells if head.rows else ()
    return len(names) == _FEW and names[1] == "name" and names[0].islower()


def _has_fiscal_years(head: Head) -> bool:
    return any(sum(bool(_FISCAL_YEAR.fullmatch(cell)) for cell in row.cells) >= _FEW for row in head.rows)


def _lacks_series(head: Head) -> bool:
    """A grid of areas and years with nothing that says what its values are."""
    names = head.rows[0].cells if head.kind == "rows" and head.rows else ()
    return sum(map(bool, map(_YEAR.fullmatch, names))) >= _FEW and any(map(_AREA.fullmatch, names))


def _lacks_period(head: Head) -> bool:
    """A table of countries with nothing in its header that says a time, and numbers below it."""
    if head.kind != "rows" or len(head.rows) < _FEW or len(head.rows[0].cells) < _FEW:
        return False
    names = head.rows[0].cells
    numbers = sum(any(sign.isdigit() for sign in cell) for cell in head.rows[1].cells)
    return bool(numbers) and any(map(_AREA.fullmatch, names)) and not any(map(_PERIOD.fullmatch, names))


_OWN = "Give each value its period in a column, as in the plain CSV of docs/reference/statistics-formats.md."
_FRAMEWORKS = (
    "Areas and their groups stand in the frameworks: stocktake frameworks areas, stocktake frameworks groups."
)
_BESIDE = "Add the file of values that it belongs to."

KINDS: tuple[Kind, ...] = (
    Kind(_is_datapackage, "the description of another file", _BESIDE),
    Kind(_has("M49 Code", "Global Code"), "the list of areas of M49", _FRAMEWORKS),
    Kind(_has("ISO3166-1-Alpha-3", "M49"), "a list of areas and their codes", _FRAMEWORKS),
    Kind(_has("Country Code", "Region", "IncomeGroup"), "the World Bank's list of countries", _FRAMEWORKS),
    Kind(_has("Economy", "Code", "Income group"), "a classification of countries by income", _FRAMEWORKS),
    Kind(_has("GroupCode", "CountryCode"), "the members of groups of countries", _FRAMEWORKS),
    Kind(_has_fiscal_years, "classifications of countries by fiscal year", _FRAMEWORKS),
    Kind(_has("Series Code", "Indicator Name", "Long definition"), "descriptions of series", _BESIDE),
    Kind(_has("INDICATOR_CODE", "SOURCE_NOTE"), "descriptions of series", _BESIDE),
    Kind(_has("INDICATOR_ID", "INDICATOR_LABEL_EN"), "descriptions of series", _BESIDE),
    Kind(_has("INDICATOR_ID", "TYPE", "METADATA"), "notes on single values", _BESIDE),
    Kind(_has("COUNTRY_ID", "COUNTRY_NAME_EN"), "a list of areas and their codes", _FRAMEWORKS),
    Kind(_has("concept", "concept_type"), "the concepts of a DDF data set", _BESIDE),
    Kind(_is_ddf_entities, "the entities of a DDF data set", _BESIDE),
    Kind(_is_ddf_list, "the codes of a dimension", _BESIDE),
    Kind(
        _has("Country or Area", "Year", "Value"),
        "values under headings that name no series",
        "Head its columns area, period and value and add one headed indicator, as in the plain CSV of "
        "docs/reference/statistics-formats.md.",
    ),
    Kind(
        _lacks_series,
        "values under years, and not the name of what they are",
        "Write the name of the indicator in a line of its own above the header, or all as the plain CSV of "
        "docs/reference/statistics-formats.md.",
    ),
    Kind(_lacks_period, "values without a period", _OWN),
)
"""Every kind, in the order in which they are asked."""
