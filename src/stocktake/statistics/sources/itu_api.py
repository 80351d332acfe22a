"""Answers of the API behind ITU's DataHub, in JSON: the data of one series by country or by region.

Knows the rows with ``code``, ``dataYear`` and the list ``answer``, which holds the value as text, and that countries
stand there by ISO code and regions by name alone. The answer prints no name of the series, no unit, no day of release.
"""

import re
from datetime import date
from typing import Any

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import notes_unread, statuses_in
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin, places
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import parse_json, words_of
from stocktake.statistics.sources.own_regions import own_regions

NAME = "itu-api"
_MARKS = ('"codeID"', '"dataYear"', '"answer"')
_LIST = re.compile(r"\s*\[\s*\{")


def handles(head: Head) -> bool:
    """Whether the text begins as a list of data of the DataHub."""
    return head.kind == "json" and _LIST.match(head.text) is not None and all(mark in head.text for mark in _MARKS)


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the answer."""
    rows = parse_json(file)
    codes = words_of(file, rows, lambda row: row.get("isoCode"))
    names = words_of(file, rows, lambda row: row.get("shortName") or row["regionName"])
    notes = words_of(file, rows, lambda row: row.get("dataNote"))
    gathered = Gathered(
        origin=Origin(NAME, "ITU", scheme="iso3", prefix="ITU"),
        lines=places(len(rows)),
        code=words_of(file, rows, lambda row: row["code"]),
        area=codes,
        area_name=own_regions(codes, names, "ITU"),
        period=words_of(file, rows, lambda row: row["dataYear"]),
        value=words_of(file, rows, _value),
        status=statuses_in(notes, words_of(file, rows, lambda row: row.get("dataSource"))),
        findings=notes_unread(notes),
    )
    return build_reading(file, gathered, vintage)


def _value(row: dict[str, Any]) -> object:
    """The one value of a row; a KeyError where there are several, which no row of a series has."""
    values = [answer["value"] for answer in row["answer"]]
    if len(values) > 1:
        raise KeyError("one value")
    return values[0] if values else ""
