"""Whether what a service answered is what was asked for; several pages of an answer as one.

Knows how a PDF begins, how a page for people instead of a file is told, and where the pages of an answer in JSON say
how many there are (``frameworks.services``). One page is kept byte for byte; several become one answer of the same
shape, their observations in order. Reads no observation.
"""

import json
from collections.abc import Iterator
from typing import Any

from stocktake.errors import InputError, NotFoundError
from stocktake.frameworks.indicators import nearest_indicators
from stocktake.frameworks.services import Service
from stocktake.statistics.sources.error_answers import words_of_error

_PDF = b"%PDF-"
_HEAD = 1024
_MOST_PAGES = 1000


def check_pdf(body: bytes, url: str) -> bytes:
    """The bytes, which are a PDF.

    Raises:
        InputError: They are a page for people, nothing, or something else.
    """
    if _PDF in body[:_HEAD]:
        return body
    raise InputError(
        expected="a PDF",
        came=_called(body),
        where=url,
        advice="Look at the address in a browser: the text may not be published yet, or not in this language.",
    )


def parse_page(body: bytes, url: str) -> Any:
    """What a page says.

    Raises:
        InputError: It is no JSON.
    """
    try:
        return json.loads(body)
    except ValueError as error:
        raise InputError(
            expected="an answer in JSON",
            came=_called(body),
            where=url,
            advice="Try again later; or download the data by hand and add the file: stocktake add FILE",
        ) from error


def check_first(page: Any, service: Service, code: str, url: str) -> None:
    """Raise where the first page has no observations: the service has none of the series."""
    if not _at(page, service.rows):
        raise NotFoundError(
            expected="observations of the series",
            came=f"{service.name} has none of {code!r}{_said(page)}",
            where=url,
            choices=tuple(each for each in nearest_indicators(code) if each != code),
            advice="Look the code up at the publisher.",
        )


def check_further(page: Any, service: Service, place: tuple[int, int], url: str) -> None:
    """Raise where a further page, given by its number and that of all, has no observations."""
    number, count = place
    if not _at(page, service.rows):
        raise InputError(
            expected=f"observations on each of {count:,} pages, as the service says",
            came=f"the answer breaks off at page {number:,}, which has none{_said(page)}; nothing was taken",
            where=url,
            advice="Try again later; or download the data by hand and add the file: stocktake add FILE",
        )


def page_count(page: Any, service: Service, url: str) -> int:
    """How many pages the answer has.

    Raises:
        InputError: More than any series has.
    """
    said = _at(page, service.pages)
    count = int(said) if isinstance(said, int | str) and str(said).isdigit() else 1
    if count > _MOST_PAGES:
        raise InputError(
            expected=f"at most {_MOST_PAGES:,} pages",
            came=f"there are {count:,}",
            where=url,
            advice="Download the data by hand and add the file: stocktake add FILE",
        )
    return max(count, 1)


def join_pages(pages: list[Any], service: Service) -> bytes:
    """Several pages as one answer of the same shape.

    Raises:
        InputError: They hold more or fewer observations than they say: the data changed in between.
    """
    rows = [row for page in pages for row in _at(page, service.rows)]
    total = _at(pages[0], service.total)
    if total is not None and int(total) != len(rows):
        raise InputError(
            expected=f"{int(total):,} observations on {len(pages)} pages, as the service says",
            came=f"there are {len(rows):,}",
            where=service.name,
            advice="Its data may have changed meanwhile: try again.",
        )
    whole = pages[0]
    for place, value in ((service.rows, rows), (service.page, 1), (service.pages, 1)):
        _put(whole, place, value)
    return json.dumps(whole, ensure_ascii=False).encode()


def _at(page: Any, place: str) -> Any:
    """What stands at a place such as "0.pages"; None where there is no such place."""
    for step in _steps(place):
        if isinstance(page, dict):
            page = page.get(str(step))
        elif isinstance(page, list) and isinstance(step, int) and step < len(page):
            page = page[step]
        else:
            return None
    return page


def _put(page: Any, place: str, value: Any) -> None:
    *before, last = _steps(place)
    for step in before:
        page = page[step]
    page[last] = value


def _steps(place: str) -> Iterator[str | int]:
    yield from (int(step) if step.isdigit() else step for step in place.split("."))


def _called(body: bytes) -> str:
    """What the bytes are, in a sentence."""
    if not body.strip():
        return "the answer is empty"
    begin = body[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begin.startswith((b"<!doctype html", b"<html")) or b"<html" in begin:
        return "a page for people (HTML) came"
    if begin.startswith(_PDF.lower()):
        return "a PDF came"
    return "something else came"


def _said(page: Any) -> str:
    """What the service itself says of its having nothing; empty where it says nothing."""
    words = words_of_error(page)
    return f" (it says: {words})" if words else ""
