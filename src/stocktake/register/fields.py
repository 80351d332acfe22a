"""The fields of a duty that a person may correct, and the form of the values of each.

Knows which values a field takes and the one form in which they are printed. Whether a body or a session exists it does
not know: that is for who reads the value. Which themes there are is in ``frameworks``.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import get_args

from stocktake.errors import RequestError, nearest
from stocktake.register.correction import Field, Status
from stocktake.register.words import printable
from stocktake.values.partial_date import NotADateError, PartialDate
from stocktake.values.session import NotASessionError, Session

FIELDS: tuple[Field, ...] = get_args(Field)
NONE = "none"
"""The value that says: there is none. The text names nobody, sets no deadline, has no theme."""
YES, NO = "yes", "no"
STRENGTHS = ("decides", "requests", "urges", "calls upon", "invites", "encourages", "stresses", "other")
"""In the order of the contract of ``stocktake commitments``."""
STATUSES: tuple[Status, ...] = get_args(Status)

_LONGEST_VALUE = 1000


def parse_field(name: str) -> Field:
    """The field that ``name`` names.

    Raises:
        RequestError: There is none of that name.
    """
    wanted = name.strip().casefold()
    for field in FIELDS:
        if field == wanted:
            return field
    raise RequestError(
        expected="a field that can be corrected",
        came=f"{name!r} is none",
        choices=nearest(wanted, FIELDS) or FIELDS,
        advice=f"Name one of: {', '.join(FIELDS)}.",
    )


def parse_value(field: Field, value: str) -> str:
    """The value as the register keeps it: one form for what means the same.

    Several names or themes are kept apart by semicolons; ``none`` stands for no value at all.

    Raises:
        RequestError: The field does not take such a value.
    """
    return _PARSE[field](printable(value, "a value", _LONGEST_VALUE))


def split_value(value: str) -> tuple[str, ...]:
    """The names or codes of a value of several; none where the value is ``none``."""
    return () if value == NONE else tuple(value.split("; "))


def _names(value: str) -> str:
    names = list(dict.fromkeys(name for each in value.split(";") if (name := each.strip())))
    if not names or (len(names) > 1 and any(name.casefold() == NONE for name in names)):
        raise RequestError(
            expected="one or several names with semicolons between them, or none",
            came=f"{value!r} is neither",
            advice="Write the names as the frameworks have them: Secretary-General; Member States.",
        )
    return NONE if names[0].casefold() == NONE else "; ".join(names)


def _themes(value: str) -> str:
    if value.casefold() == NONE:
        return NONE
    from stocktake.frameworks.themes import checked_theme

    expected = "codes of themes with semicolons between them, or none"
    codes = (each.strip() for each in value.split(";"))
    return "; ".join(dict.fromkeys(checked_theme(each, expected) for each in codes if each))


def _one_of(known: Sequence[str], what: str) -> Callable[[str], str]:
    """Takes one of the words that are known, in whatever case."""

    def parse(value: str) -> str:
        if value.casefold() in known:
            return value.casefold()
        raise RequestError(
            expected=what,
            came=f"{value!r} is none",
            choices=nearest(value.casefold(), known) or tuple(known),
            advice=f"Name one of: {', '.join(known)}.",
        )

    return parse


def _deadline(value: str) -> str:
    if value.casefold() == NONE:
        return NONE
    with suppress(NotASessionError):
        return str(Session.parse(value.upper()))
    with suppress(NotADateError):
        return str(PartialDate(value))
    raise RequestError(
        expected="a deadline",
        came=f"{value!r} is none",
        advice="Write a date as far as it is known (2026, 2026-03, 2026-03-31), the code of a session (GA-81) or none.",
    )


def _yes_or_no(value: str) -> str:
    if value.casefold() in (YES, NO):
        return value.casefold()
    raise RequestError(
        expected="yes (it is no duty) or no (it is one)",
        came=f"{value!r} is neither",
        advice="Write yes or no.",
    )


_PARSE: Mapping[Field, Callable[[str], str]] = {
    "addressee": _names,
    "deadline": _deadline,
    "theme": _themes,
    "strength": _one_of(STRENGTHS, "a strength"),
    "not-a-duty": _yes_or_no,
    "through": _names,
    "status": _one_of(STATUSES, "a status"),
}
