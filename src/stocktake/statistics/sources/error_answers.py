"""Answers of web services that are no data: the service's own words become the error.

Knows the error of the World Bank's API (a list with ``message``), and those of the services that UNSD runs: ``Message``
of ASP.NET, and ``title``, ``detail`` and ``errors`` of a problem (RFC 9457). Reads no observation.
"""

import json
from datetime import date
from typing import Any

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import parse_json

NAME = "error-answer"
_WORDS = ("value", "errors", "message", "detail", "messagedetail", "title", "error", "key")
"""The fields in which services say what is wrong, the most telling first; their case does not count."""
_OTHERS = ("id", "type", "status", "statuscode", "code", "traceid", "instance", "timestamp", "path")
_LONGEST = 300


def handles(head: Head) -> bool:
    """Whether the text begins as a service's answer that it cannot answer."""
    return head.kind == "json" and bool(_said_in(head.text))


def read(file: File, vintage: date | None) -> Reading:  # noqa: ARG001  (the readers' common shape)
    """Never a reading.

    Raises:
        InputError: Always, with what the service says.
    """
    raise InputError(
        expected="the data of a web service",
        came=f"the service answered with an error: “{words_of_error(parse_json(file))}”",
        where=file.head.name,
        advice="Look whether the series, the areas and the years that were asked for exist; ask the service again.",
    )


def words_of_error(answer: Any) -> str:
    """What a service says of its having no data; empty where the answer is none of the known errors."""
    if isinstance(answer, list):
        return next(filter(None, map(words_of_error, answer)), "")
    if not isinstance(answer, dict):
        return ""
    fields = {name.casefold(): value for name, value in answer.items()}
    if not fields.keys() <= {*_WORDS, *_OTHERS}:
        return ""
    return next(filter(None, (_words_in(fields[name]) for name in _WORDS if name in fields)), "")


def _words_in(field: Any) -> str:
    """The first words in a field; the errors of a problem stand by the names of parameters, whatever these are."""
    if isinstance(field, str):
        return field.strip()[:_LONGEST].rstrip(".")
    parts = field.values() if isinstance(field, dict) else field if isinstance(field, list) else ()
    return words_of_error(field) or next(filter(None, map(_words_in, parts)), "")


def _said_in(text: str) -> str:
    """The words of an error, which is never as long as the head of a file."""
    try:
        return words_of_error(json.loads(text))
    except (ValueError, RecursionError):
        return ""
