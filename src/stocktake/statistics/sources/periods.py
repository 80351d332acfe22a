"""Printed periods to ISO: a year, a year and month, a year and quarter or half.

Knows "2019", "2019.0", "2019 [YR2019]", "2019-05", "2019M05", "2019-Q1", "Q1 2019", "2019-S1". Two years in one
("2018/19", "2018-2020") stay unread: whose year such a value is, the publisher alone knows. "2003-04" is a month,
unless all that is printed may be two years as well.
"""

import re
from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.places import in_lines, shown

if TYPE_CHECKING:
    import pyarrow as pa

_YEAR = r"(1[89]\d\d|20\d\d|21\d\d)"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_YEAR}(?:\.0+)?"), "{0}"),
    (re.compile(rf"YR{_YEAR}"), "{0}"),
    (re.compile(rf"{_YEAR}\s*\[YR{_YEAR}\]"), "{1}"),
    (re.compile(rf"{_YEAR}[-M/]?M?(0[1-9]|1[0-2])(?:\s*\[.*\])?"), "{0}-{1}"),
    (re.compile(rf"{_YEAR}[-\s]?Q([1-4])(?:\s*\[.*\])?"), "{0}-Q{1}"),
    (re.compile(rf"Q([1-4])[-\s]{_YEAR}"), "{1}-Q{0}"),
    (re.compile(rf"{_YEAR}[-\s]?[SH]([12])"), "{0}-S{1}"),
)
"""Each form and what it comes to; the first that fits is taken."""
_EITHER = re.compile(r"\d\d(\d\d)-(\d\d)")
_CENTURY = 100
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_AMERICAN_DAY = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


def period_of(text: str) -> str | None:
    """The ISO period that a text stands for; None where it stands for none."""
    stripped = text.strip()
    matches = ((pattern.fullmatch(stripped), made) for pattern, made in _FORMS)
    return next((made.format(*match.groups()) for match, made in matches if match), None)


def day_of(text: str) -> date | None:
    """The day that a text says in ISO's order, or in the American one with slants; None where it says none."""
    iso, american = _ISO_DAY.match(text.strip()), _AMERICAN_DAY.match(text.strip())
    parts = iso.groups() if iso else (american[3], american[1], american[2]) if american else ()
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def parse_periods(printed: "pa.ChunkedArray", lines: "pa.ChunkedArray", name: str) -> "pa.ChunkedArray":
    """The ISO periods of printed ones.

    Raises:
        InputError: A row prints no period, one that cannot be read, or one that may be a month or two years.
    """
    distinct = Distinct([printed])
    periods = [period_of(key[0]) for key in distinct.keys]
    unread = [key[0] for key, period in zip(distinct.keys, periods, strict=True) if period is None]
    if unread:
        raise _no_period(unread, in_lines(printed, unread, lines), name)
    months = [match for (text,) in distinct.keys if (match := _EITHER.fullmatch(text.strip()))]
    if months and all((int(each[1]) + 1) % _CENTURY == int(each[2]) for each in months):
        raise _month_or_years(months[0][0], in_lines(printed, [months[0].string], lines), name)
    return distinct.spread(periods)


def _no_period(words: list[str], where: str, name: str) -> InputError:
    quoted = ", ".join(f"“{shown(word)}”" if word.strip() else "an empty cell" for word in words[:5])
    return InputError(
        expected="a period on every row: a year (2019), a month (2019-05) or a quarter (2019-Q1)",
        came=f"there is {quoted}{where}",
        where=name,
        advice="A value of several years has to say which year it stands for.",
    )


def _month_or_years(text: str, where: str, name: str) -> InputError:
    return InputError(
        expected="periods that can be read in one way only",
        came=f"“{text}” may be a month or two years in one{where}, and no other period tells which",
        where=name,
        advice=f"Print a month as {text.replace('-', 'M')}, and the year that a value stands for as {text[:4]}.",
    )
