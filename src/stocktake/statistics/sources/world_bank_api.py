"""Answers of the World Bank's API, version 2, in JSON.

Knows the pair of page and observations, the date of the last update as the vintage, and that ``countryiso3code`` is
empty for some sets of countries, whose code in two characters then counts. ``value`` null is a missing observation.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin, column, places
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import check_count, page_finding, parse_json, words_of
from stocktake.statistics.sources.periods import day_of

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "world-bank-api"
_PARTS = 2
_HEAD = re.compile(r'\s*\[\s*\{\s*"page"\s*:')


def handles(head: Head) -> bool:
    """Whether the text begins as a page of the World Bank's API."""
    return head.kind == "json" and _HEAD.match(head.text) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the page."""
    page, rows = _parts(file)
    pages = page.get("pages") or "1"
    check_count(rows, page.get("total") or "", pages, file.head.name)
    gathered = Gathered(
        origin=Origin(
            NAME,
            "World Bank",
            page.get("sourcename") or None,
            day_of(page.get("lastupdated") or ""),
            scheme="wb",
            prefix="WB",
        ),
        lines=places(len(rows)),
        code=words_of(file, rows, lambda row: row["indicator"]["id"]),
        name=words_of(file, rows, lambda row: row["indicator"].get("value")),
        area=words_of(file, rows, lambda row: row.get("countryiso3code") or row["country"]["id"]),
        area_name=words_of(file, rows, lambda row: row["country"].get("value")),
        period=words_of(file, rows, lambda row: row["date"]),
        value=words_of(file, rows, lambda row: row.get("value")),
        unit=_units([str(row.get("unit") or "") for row in rows]),
        status=words_of(file, rows, lambda row: row.get("obs_status")),
        findings=page_finding(page.get("page") or "1", pages),
    )
    return build_reading(file, gathered, vintage)


def _parts(file: File) -> tuple[dict[str, str], list[dict[str, Any]]]:
    answer = parse_json(file)
    page, rows = answer if len(answer) == _PARTS else ({}, None)
    if isinstance(rows, list) and all(isinstance(row, dict) and "indicator" in row for row in rows):
        return page, rows
    raise InputError(
        expected="a page and its observations",
        came="there are none in the answer",
        where=file.head.name,
        advice="Look whether the series and the years asked for exist.",
    )


def _units(words: list[str]) -> "pa.ChunkedArray | None":
    """The units, which the API leaves empty for most series."""
    return column(words) if any(words) else None
