"""What makes a correction fit to be recorded: its own words, and what it says of records that are there.

Knows the rules of the register. Knows neither database nor file: whoever asks says what is there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC
from typing import Any
from uuid import UUID

from stocktake.errors import NotFoundError, RequestError, StocktakeError
from stocktake.register.correction import Correction
from stocktake.register.fields import parse_field, parse_value
from stocktake.register.words import printable

LONGEST_REASON = 4000
LONGEST_NAME = 200

Records = Mapping[UUID, Correction]
Complaint = tuple[str, StocktakeError]
"""Which part of a record is wrong, and what is wrong with it."""


def checked(correction: Correction) -> Correction:
    """``correction`` in the one form that the register keeps.

    Raises:
        RequestError: A part of it is not as it should be; the first is named.
    """
    parts: dict[str, Any] = {}
    for _, complaint in complaints(correction, parts):
        raise complaint
    return replace(correction, **parts, recorded_at=correction.recorded_at.astimezone(UTC))


def complaints(correction: Correction, parts: dict[str, Any]) -> Iterator[Complaint]:
    """What is wrong with each part, in order; the parts that are right go into ``parts`` in their one form."""
    for name, check in _CHECKS.items():
        if name == "value" and "field" not in parts:
            # What a value may be depends on the field.
            continue
        try:
            parts[name] = check(correction)
        except StocktakeError as complaint:
            yield name, complaint
    if correction.recorded_at.utcoffset() is None:
        yield (
            "recorded_at",
            RequestError(
                expected="a time with its time zone",
                came=f"{correction.recorded_at.isoformat()} has none",
                advice="Write it like 2045-01-15T09:30:00+00:00.",
            ),
        )


def _value(correction: Correction) -> str:
    field = parse_field(correction.field)
    if correction.withdraws is None:
        return parse_value(field, correction.value)
    if correction.value:
        raise RequestError(
            expected="no value in a withdrawal", came=f"it has {correction.value!r}", advice="Leave it empty."
        )
    return ""


_CHECKS: Mapping[str, Callable[[Correction], str]] = {
    "commitment": lambda each: printable(each.commitment, "the id of a duty"),
    "text": lambda each: printable(each.text, "the name of a text"),
    "paragraph": lambda each: printable(each.paragraph, "the id of a paragraph"),
    "quote": lambda each: _quote(each.quote),
    "field": lambda each: parse_field(each.field),
    "value": _value,
    "because": lambda each: printable(each.because, "a reason", LONGEST_REASON),
    "by": lambda each: printable(each.by, "a name", LONGEST_NAME),
}


def _quote(quote: str) -> str:
    """The words of the duty, letter for letter as they were quoted: they are the text's, not a person's."""
    if not quote.strip():
        raise RequestError(expected="the words of a duty", came="nothing was written")
    if any(0xD800 <= ord(sign) < 0xE000 or sign == "\0" for sign in quote):  # noqa: PLR2004 - the range of surrogates
        raise RequestError(expected="the words of a duty", came="they hold what is no character")
    return quote


def withdrawal_complaint(withdrawal: Correction, records: Records) -> StocktakeError | None:
    """Why ``withdrawal`` cannot withdraw what it names; None where it can.

    Args:
        withdrawal: A record that withdraws another.
        records: What is recorded, by id.
    """
    named = withdrawal.withdraws
    meant = records.get(named) if named else None
    if named is None or meant is None:
        return NotFoundError(
            expected="a correction that is recorded",
            came=f"there is none with the id {named}",
            advice="List them with their ids: stocktake corrections",
        )
    if meant.withdraws is not None:
        return RequestError(
            expected="a correction to withdraw",
            came=f"{named} is itself a withdrawal",
            advice="Record the correction anew: stocktake correct",
        )
    already = next(
        (each for each in records.values() if each.withdraws == named and each.id != withdrawal.id), None
    )
    if already is not None:
        return RequestError(
            expected="a correction that still stands",
            came=f"{already.by} withdrew {named} on {already.recorded_at.date().isoformat()}",
            advice="Nothing is left to do; to say it again, record the correction anew.",
        )
    return _too_early(withdrawal, meant, "what it withdraws")


def order_complaint(correction: Correction, others: Iterable[Correction]) -> StocktakeError | None:
    """Why ``correction`` cannot come after what is recorded of the same field; None where it can.

    The later one counts, so that one with an earlier time would be recorded and count for nothing.
    """
    same = [each for each in others if (each.commitment, each.field) == (correction.commitment, correction.field)]
    latest = max(same, key=lambda each: each.order, default=None)
    return _too_early(correction, latest, "the last correction of the same field") if latest else None


def _too_early(record: Correction, before: Correction, what: str) -> StocktakeError | None:
    if record.recorded_at > before.recorded_at:
        return None
    return RequestError(
        expected=f"a time after {what} ({before.recorded_at.isoformat()}, by {before.by})",
        came=f"it is {record.recorded_at.isoformat()}",
        advice="Look at that record first (stocktake corrections); if it is not new, set the clock of this machine.",
    )
