"""A duty as people corrected it: the value that counts for each field, what it was, and who said so.

Knows how a value of the register becomes part of a duty and back. Which duty a correction belongs to is for
``corrections.py``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from stocktake.documents.commitments.model import UNSPECIFIED, Commitment, Deadline, Named
from stocktake.frameworks.actors import actor_named
from stocktake.frameworks.sessions import session_window
from stocktake.register import Correction, Field
from stocktake.register.fields import NO, NONE, YES, split_value
from stocktake.values.partial_date import PartialDate
from stocktake.values.session import NotASessionError, Session

How = Literal["same place and words", "same words", "nearly the same words"]


@dataclass(frozen=True, slots=True)
class Applied:
    """One correction on a duty.

    Attributes:
        correction: The record.
        how: By what the duty was known again.
        counts: Its value holds; False where a later correction of the same field does.
        was: What was read from the text, as the register writes it; None for themes and status, which it does not say.
    """

    correction: Correction
    how: How
    counts: bool
    was: str | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A duty with the corrections on it.

    Attributes:
        commitment: The duty as it counts.
        original: The duty as it was read.
        applied: The corrections on it, oldest first; empty where nobody corrected it.
        is_duty: False where a person said that it is none.
        themes: The codes that a person gave in place of those found; None where nobody did.
    """

    commitment: Commitment
    original: Commitment
    applied: tuple[Applied, ...] = ()
    is_duty: bool = True
    themes: tuple[str, ...] | None = None

    def counting(self, field: Field) -> Correction | None:
        """The correction that counts for a field; None where there is none."""
        return next(
            (each.correction for each in self.applied if each.counts and each.correction.field == field), None
        )


def correct(original: Commitment, attached: Sequence[tuple[Correction, How]]) -> Corrected:
    """``original`` with the corrections on it.

    Args:
        original: As it was read.
        attached: The corrections that stand, in any order; of two on one field the later one counts.
    """
    ordered = sorted(attached, key=lambda each: each[0].order)
    last = {correction.field: correction.id for correction, _ in ordered}
    applied = tuple(
        Applied(each, how, last[each.field] == each.id, _read_value(original, each.field)) for each, how in ordered
    )
    changes: dict[str, Any] = {}
    for each in applied:
        if each.counts:
            changes |= _PUT[each.correction.field](original, each.correction)
    is_duty, themes = changes.pop("is_duty", True), changes.pop("themes", None)
    return Corrected(replace(original, **changes), original, applied, is_duty, themes)


def printed_value(commitment: Commitment, field: Field, themes: Sequence[str] = ()) -> str:
    """The value of a field as the register writes it.

    Args:
        commitment: The duty.
        field: Which field.
        themes: The codes of its themes, which it does not carry itself.
    """
    return _PRINT[field](commitment) if field in _PRINT else "; ".join(themes) or NONE


def _read_value(original: Commitment, field: Field) -> str | None:
    return printed_value(original, field) if field in _PRINT else None


def _print_names(names: Sequence[Named]) -> str:
    return "; ".join(each.name for each in names if each.name != UNSPECIFIED) or NONE


def _print_deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return NONE
    if deadline.session is not None:
        return deadline.session
    days = {day.isoformat() for day in (deadline.earliest, deadline.latest) if day is not None}
    return days.pop() if len(days) == 1 else deadline.text


_PRINT: Mapping[Field, Callable[[Commitment], str]] = {
    "addressee": lambda each: _print_names(each.addressees),
    "deadline": lambda each: _print_deadline(each.deadline),
    "strength": lambda each: each.strength,
    "not-a-duty": lambda _each: NO,
    "through": lambda each: _print_names(each.through),
}


def _named(names: Sequence[str], read: Sequence[Named]) -> tuple[Named, ...]:
    """The bodies that a person named; one that was read too keeps the place where it is printed."""
    there = {each.name: each for each in read}
    named = [(name, actor_named(name)) for name in names]
    return tuple(
        there.get(actor.name if actor else name)
        or Named(name=actor.name if actor else name, printed=name, known=actor is not None, spans=())
        for name, actor in named
    )


def _put_addressees(read: Commitment, correction: Correction) -> dict[str, Any]:
    names = split_value(correction.value) or (UNSPECIFIED,)
    return {"addressees": _named(names, read.addressees)}


def _put_through(read: Commitment, correction: Correction) -> dict[str, Any]:
    return {"through": _named(split_value(correction.value), read.through)}


def _put_deadline(read: Commitment, correction: Correction) -> dict[str, Any]:
    if correction.value == NONE:
        return {"deadline": None}
    spans = read.deadline.spans if read.deadline else ()
    basis = f"correction {correction.id} by {correction.by}"
    try:
        session = Session.parse(correction.value)
    except NotASessionError:
        day = PartialDate(correction.value)
        return {"deadline": Deadline(correction.value, None, day.earliest, day.latest, spans, basis)}
    window = session_window(session.series, session.number)
    first, last = (window.first, window.last) if window else (None, None)
    return {"deadline": Deadline(correction.value, str(session), first, last, spans, basis)}


_PUT: Mapping[Field, Callable[[Commitment, Correction], dict[str, Any]]] = {
    "addressee": _put_addressees,
    "deadline": _put_deadline,
    "theme": lambda _read, correction: {"themes": split_value(correction.value)},
    "strength": lambda _read, correction: {"strength": correction.value},
    "not-a-duty": lambda _read, correction: {"is_duty": correction.value != YES},
    "through": _put_through,
    # The evidence is weighed apart (``evidence.standing``); the words of the duty stay as they are.
    "status": lambda _read, _correction: {},
}
