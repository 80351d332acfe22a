"""Dates known to the year, the month or the day, and how they are printed in running English.

Knows the Gregorian calendar, the English names of the months, and the ways in which a range of days or months is
printed. Does not know what a date is the date of.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from stocktake.errors import RequestError
from stocktake.values.span import Span

Precision = Literal["year", "month", "day"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The English names of the months, in order."""
# Only the figures of ISO 8601: other scripts have digits too.
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


class NotADateError(RequestError, ValueError):
    """The text is not a date."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as it is known. Ordered by its text, so a year comes before its own months.

    Attributes:
        iso: An ISO 8601 date or the beginning of one: ``2025``, ``2025-12``, ``2025-12-15``.
    """

    iso: str

    def __post_init__(self) -> None:
        """Refuse what is no date of the calendar.

        Raises:
            NotADateError: The text is no ISO date, or there is no such day.
        """
        found = _ISO.fullmatch(self.iso)
        if not found or not _exists(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)):
            raise NotADateError(
                expected="a date such as 2025, 2025-12 or 2025-12-15",
                came=f"{self.iso!r} is none",
                advice="Write year, month and day in figures, with hyphens.",
            )

    def __str__(self) -> str:
        """The ISO text."""
        return self.iso

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        return _PRECISIONS[len(self.iso)]

    @property
    def year(self) -> int:
        """The year."""
        return int(self.iso[:4])

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date.fromisoformat(f"{self.iso}-01-01"[:10])

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        year, month, *day = (int(part) for part in f"{self.iso}-12"[:10].split("-"))
        return date(year, month, day[0] if self.precision == "day" else monthrange(year, month)[1])


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]


class PrintedDate(NamedTuple):
    """A date or a range of dates printed in a text: first and last day, and where it stands."""

    start: PartialDate
    end: PartialDate
    span: Span


_DAY = r"\d{1,2}"
_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:\s?[–—‑-]\s?|\s(?:to|and|until)\s)"
_LIST = rf"(?:,\s{_DAY})*(?:{_TO}|,\sand\s)"

# In order: of two forms that begin at the same place the longer one must be tried first.
_FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?![\w/])", re.VERBOSE)
    for form in (
        rf"(?P<d1>{_DAY})\s(?P<m1>{_MONTH})\s(?P<y1>{_YEAR}){_TO}(?P<d2>{_DAY})\s(?P<m2>{_MONTH})\s(?P<y2>{_YEAR})",
        rf"(?P<d1>{_DAY})\s(?P<m1>{_MONTH}){_TO}(?P<d2>{_DAY})\s(?P<m2>{_MONTH}),?\s(?P<y2>{_YEAR})",
        rf"(?P<d1>{_DAY}){_LIST}(?P<d2>{_DAY})\s(?P<m2>{_MONTH}),?\s(?P<y2>{_YEAR})",
        rf"(?P<d2>{_DAY})\s(?P<m2>{_MONTH}),?\s(?P<y2>{_YEAR})",
        rf"(?<!\d\s)(?P<m1>{_MONTH})\s(?P<y1>{_YEAR}){_TO}(?P<m2>{_MONTH})\s(?P<y2>{_YEAR})",
        rf"(?<!\d\s)(?P<m1>{_MONTH}){_TO}(?P<m2>{_MONTH})\s(?P<y2>{_YEAR})",
        rf"(?<!\d\s)(?P<m2>{_MONTH})\s(?P<y2>{_YEAR})",
    )
)
_YEARLESS = re.compile(rf"(?<![\w/]){_DAY}(?:{_TO}{_DAY})?\s(?:{_MONTH})(?![\w/])(?!,?\s\d)")
_ANY = re.compile(rf"(?<![\w/])(?:{_DAY}(?!\d)|(?:{_MONTH})\b)")
_YEAR_ALONE = re.compile(rf"(?<![\w/,.–—‑-]){_YEAR}(?![\w/–—‑-])(?!,\d)(?!\.\d)")


def parse_date(text: str) -> PartialDate | None:
    """The date that ``text`` is, as ``19 December 2024``, ``December 2024``, ``2024`` or ISO; None otherwise."""
    text = text.strip()
    if re.fullmatch(r"[\d-]+", text):
        try:
            return PartialDate(text)
        except NotADateError:
            return None
    found = _match(text, 0)
    return found.start if found and found.start == found.end and found.span == (0, len(text)) else None


def match_date(text: str, at: int) -> PrintedDate | None:
    """The date or range printed at ``at``, to the day or month; None where none begins there."""
    return _match(text, at)


def scan_dates(text: str) -> Iterator[PrintedDate]:
    """The dates and ranges printed in ``text``, in order: days, months, ranges of either; no years alone.

    ``16 to 18 November 2005`` is one range; so is ``15 and 16 December 2015``. The span leaves out ``from``,
    ``on`` and ``between``. A day that the calendar does not have is no date.
    """
    at = 0
    while found := _ANY.search(text, at):
        printed = _match(text, found.start())
        if printed:
            yield printed
        at = printed.span.end if printed else found.end()


def scan_years(text: str) -> Iterator[PrintedDate]:
    """The years printed alone in ``text``, in order; not those of a range (``2024–2034``) or of a longer date."""
    for found in _YEAR_ALONE.finditer(_without_dates(text)):
        year = PartialDate(found[0])
        yield PrintedDate(year, year, Span(*found.span()))


def _without_dates(text: str) -> str:
    """The text with every longer date blotted out, character for character."""
    kept = list(text)
    for each in scan_dates(text):
        kept[each.span.start : each.span.end] = "#" * (each.span.end - each.span.start)
    return "".join(kept)


def scan_days(text: str) -> Iterator[Span]:
    """Where days and ranges of days stand that are printed without a year: ``23 September``."""
    for found in _YEARLESS.finditer(_without_dates(text)):
        yield Span(*found.span())


def date_in_year(text: str, span: Span, year: int) -> PrintedDate | None:
    """The date that stands at ``span`` without its year, in the year given; None where there is no such day."""
    printed = _match(f"{text[span.start : span.end]} {year}", 0)
    return printed._replace(span=span) if printed else None


def _match(text: str, at: int) -> PrintedDate | None:
    for form in _FORMS:
        found = form.match(text, at)
        printed = _read(found) if found else None
        if printed:
            return printed
    return None


def _read(found: re.Match[str]) -> PrintedDate | None:
    parts = found.groupdict()
    end = _dated(parts["y2"], parts["m2"], parts.get("d2"))
    start = _dated(
        parts.get("y1") or parts["y2"], parts.get("m1") or parts["m2"], parts.get("d1") or parts.get("d2")
    )
    if start is None or end is None or start > end:
        return None
    return PrintedDate(start, end, Span(*found.span()))


def _dated(year: str, month: str, day: str | None) -> PartialDate | None:
    number = MONTHS.index(month) + 1
    if not _exists(int(year), number, int(day or 1)):
        return None
    return PartialDate(f"{year}-{number:02}" + (f"-{int(day):02}" if day else ""))
