"""Answers of web services that are no data: the service's own words become the error.

Knows the error of the World Bank's API (a list with ``message``), and those of the services that UNSD runs: ``Message``
of ASP.NET, and ``title``, ``detail`` and ``errors`` of a problem (RFC 9457). Reads no observation.
"""

import json
import re
from datetime import date
from typing import Any

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import parse_json

NAME = "error-answer"
_BEGINS = re.compile(
    r'\s*(?:\[\s*\{\s*"message"\s*:\s*\[|\{\s*"(?:message|error|errors|title|status|statusCode|type|traceId)"\s*:)',
    re.IGNORECASE,
)
_WORDS = ("value", "message", "Message", "detail", "MessageDetail", "title", "error", "errors", "key")
"""The fields in which services say what is wrong, the most telling first."""
_LONGEST = 300


def handles(head: Head) -> bool:
    """Whether the text begins as a service's answer that it cannot answer."""
    return head.kind == "json" and _BEGINS.match(head.text) is not None and bool(_said_in(head.text))


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
    if isinstance(answer, str):
        return answer.strip()[:_LONGEST]
    if isinstance(answer, list):
        return next(filter(None, map(words_of_error, answer)), "")
    if not isinstance(answer, dict):
        return ""
    named = (answer[name] for name in _WORDS if name in answer)
    # The errors of a problem stand by the names of parameters, whatever these are.
    return next(filter(None, (_words_of_part(each) for each in named)), "")


def _words_of_part(part: Any) -> str:
    if isinstance(part, dict) and not set(part) & set(_WORDS):
        return next(filter(None, map(words_of_error, part.values())), "")
    return words_of_error(part)


def _said_in(text: str) -> str:
    """The words of an error, which is never as long as the head of a file."""
    try:
        return words_of_error(json.loads(text))
    except (ValueError, RecursionError):
        return ""
