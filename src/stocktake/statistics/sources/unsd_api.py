"""Answers of the API of the SDG database (UNSD), in JSON.

Knows the list ``data``, whose rows have attributes (nature, units) and dimensions (sex, age, reporting type …). A value
is printed as text, years as 2019.0, "NaN" where there is none. The answer prints no date of release.
"""

import re
from datetime import date
from typing import Any

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, places
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import check_count, page_finding, parse_json, words_of
from stocktake.statistics.sources.unsd import sdg_origin

NAME = "unsd-sdg-api"
_MARKS = ('"geoAreaCode"', '"timePeriodStart"', '"series"')
_EMPTY = re.compile(r'\s*\{.*"totalElements"\s*:\s*0\b.*"data"\s*:\s*\[\s*\]', re.DOTALL)


def handles(head: Head) -> bool:
    """Whether the text begins as an answer on data of the SDG database, were there none in it."""
    if head.kind != "json":
        return False
    return all(mark in head.text for mark in _MARKS) or _EMPTY.match(head.text) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the page."""
    answer, rows = _parts(file)
    pages = answer.get("totalPages") or "1"
    check_count(rows, answer.get("totalElements") or "", pages, file.head.name)
    names = sorted({name for row in rows for name in row.get("dimensions") or ()})
    gathered = Gathered(
        origin=sdg_origin(NAME),
        lines=places(len(rows)),
        code=words_of(file, rows, lambda row: row["series"]),
        name=words_of(file, rows, lambda row: row.get("seriesDescription")),
        area=words_of(file, rows, lambda row: row["geoAreaCode"]),
        area_name=words_of(file, rows, lambda row: row.get("geoAreaName")),
        period=words_of(file, rows, lambda row: row["timePeriodStart"]),
        value=words_of(file, rows, lambda row: row.get("value")),
        unit=words_of(file, rows, lambda row: (row.get("attributes") or {}).get("Units")),
        status=words_of(file, rows, lambda row: (row.get("attributes") or {}).get("Nature")),
        dimensions={name: words_of(file, rows, _dimension(name)) for name in names},
        findings=page_finding(answer.get("pageNumber") or "1", pages),
    )
    return build_reading(file, gathered, vintage)


def _parts(file: File) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    answer = parse_json(file)
    rows = answer.get("data") if isinstance(answer, dict) else None
    if rows and isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return answer, rows
    raise InputError(
        expected="an answer with observations in its list `data`",
        came="there are none in it",
        where=file.head.name,
        advice="Look whether the series, the areas and the years that were asked for exist.",
    )


def _dimension(name: str) -> Any:
    return lambda row: (row.get("dimensions") or {}).get(name)
