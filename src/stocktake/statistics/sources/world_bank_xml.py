"""Answers of the World Bank's API, version 2, in XML, and the XML that its pages offer for download.

Knows the element of each observation with its parts in the one, and records of named fields in the other. The answer
prints the day of the last update, the download none; an error of the service becomes ours. An empty value is a missing
observation. A document type definition is refused: no answer of the World Bank has one.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from xml.parsers import expat

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin, places
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import check_count, page_finding, words_of
from stocktake.statistics.sources.periods import day_of

NAME = "world-bank-xml"
_HEAD = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<(?:wb:(?:data|error)\s|Root\s[^>]*worldbank\.org)")
_FIELDS = {"Country or Area": "country", "Item": "indicator", "Year": "date", "Value": "value"}
"""The names of the fields of the download, and the parts of an observation in the answer that they are."""

Record = dict[str, str]


class _Records:
    """The observations of the document, as the parser comes upon them."""

    def __init__(self) -> None:
        self.page: Mapping[str, str] = {}
        self.found: list[Record] = []
        self.error = ""
        self._part = ""
        self._text = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        bare = tag.removeprefix("wb:")
        self._text = ""
        if tag == "wb:data" and attributes:
            self.page = attributes
        elif bare in ("data", "record"):
            self.found.append({})
        else:
            self._part = _FIELDS.get(attributes.get("name", ""), bare)
            self._code(attributes)

    def _code(self, attributes: Mapping[str, str]) -> None:
        code = attributes.get("id", attributes.get("key"))
        if code is not None and self.found:
            self.found[-1][f"{self._part} code"] = code

    def text(self, text: str) -> None:
        self._text += text

    def end(self, tag: str) -> None:
        if tag == "wb:message":
            self.error = self._text.strip()
        if self._part and self.found:
            self.found[-1][self._part] = self._text.strip()
        self._part = ""


def handles(head: Head) -> bool:
    """Whether the text begins as an answer or a download of the World Bank in XML."""
    return _HEAD.match(head.text) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the document.

    Raises:
        InputError: It is cut or broken, has a document type definition, or as for ``build_reading``.
    """
    records = _records(file)
    if records.error:
        raise InputError(
            expected="the data of a web service",
            came=f"the service answered with an error: “{records.error.rstrip('.')}”",
            where=file.head.name,
            advice="Look whether the series, the areas and the years that were asked for exist; ask it again.",
        )
    page, rows = records.page, [row for row in records.found if row]
    pages = page.get("pages", "1")
    check_count(rows, page.get("total", ""), pages, file.head.name)
    gathered = Gathered(
        origin=Origin(NAME, "World Bank", None, day_of(page.get("lastupdated", "")), scheme="wb", prefix="WB"),
        lines=places(len(rows)),
        code=words_of(file, rows, lambda row: row["indicator code"]),
        name=words_of(file, rows, lambda row: row["indicator"]),
        area=words_of(file, rows, lambda row: row.get("countryiso3code") or row["country code"]),
        area_name=words_of(file, rows, lambda row: row["country"]),
        period=words_of(file, rows, lambda row: row["date"]),
        value=words_of(file, rows, lambda row: row.get("value")),
        status=words_of(file, rows, lambda row: row.get("obs_status")),
        findings=page_finding(page.get("page", "1"), pages),
    )
    # No table of lines, whose last one would have to be whole.
    return build_reading(replace(file, head=replace(file.head, kind="other")), gathered, vintage)


def _records(file: File) -> _Records:
    records = _Records()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = records.start
    parser.EndElementHandler = records.end
    parser.CharacterDataHandler = records.text
    parser.StartDoctypeDeclHandler = _refuse(file.head.name)
    try:
        parser.Parse(file.data, True)  # noqa: FBT003  (expat takes it by place)
    except expat.ExpatError as error:
        raise _broken(file.head.name, f"it breaks off or is broken in line {error.lineno}") from error
    return records


def _refuse(name: str) -> Any:
    def doctype(*_: object) -> None:
        raise _broken(name, "it has a document type definition")

    return doctype


def _broken(name: str, came: str) -> InputError:
    return InputError(
        expected="a whole answer of the World Bank in XML",
        came=came,
        where=name,
        advice="Ask the service again, or for JSON.",
    )
