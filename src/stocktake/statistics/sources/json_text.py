"""Answers of web services in JSON, every number as the text that is printed.

Knows how a cut answer is told, and that one page of several is not the whole. Knows no service.
"""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.statistics.sources.gathered import column
from stocktake.statistics.sources.head import File

if TYPE_CHECKING:
    import pyarrow as pa


def parse_json(file: File) -> Any:
    """What the text says; numbers stay the text that is printed.

    Raises:
        InputError: It is no whole JSON.
    """
    try:
        return json.loads(file.data, parse_float=str, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        place = f" in line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(
            expected="a whole answer in JSON",
            came=f"it breaks off or is broken{place}",
            where=file.head.name,
            advice="Ask the service again.",
        ) from error


def words_of(file: File, rows: Sequence[Any], take: Callable[[Any], object]) -> "pa.ChunkedArray":
    """A column of what ``take`` finds in each row; nothing is the empty text.

    Raises:
        InputError: A row lacks a field that all have.
    """
    try:
        return column([str(each).strip() if (each := take(row)) is not None else "" for row in rows])
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            expected="the same fields on every row of the answer",
            came=f"a row lacks one ({error})",
            where=file.head.name,
            advice="Save the answer of the service as it came.",
        ) from error


def page_finding(page: str, pages: str) -> tuple[Finding, ...]:
    """A remark where the answer is one page of several."""
    if not _several(pages):
        return ()
    return (
        Finding(
            Code.PART_OF_A_RESULT,
            "file",
            f"This is page {page} of {pages}: the other pages are not in it.",
            "Add the other pages too, or ask for all on one page.",
        ),
    )


def check_count(rows: Sequence[Any], said: str, pages: str, name: str) -> None:
    """The answer holds as many rows as it says.

    Raises:
        InputError: It is the only page and holds fewer or more.
    """
    if said.isdigit() and not _several(pages) and int(said) != len(rows):
        raise InputError(
            expected=f"{said} observations, as the answer itself says",
            came=f"there are {len(rows)}",
            where=name,
            advice="Ask the service again.",
        )


def _several(pages: str) -> bool:
    return pages.isdigit() and int(pages) > 1
