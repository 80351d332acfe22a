"""The verbs on needs and offers in an open register: take in, read, withdraw.

Knows how records get into the database and out of it; all of a file is taken in or nothing. What may be recorded is for
``needs_checking.py``, what a file holds for ``intake.py``.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from stocktake.errors import NotFoundError, RequestError
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.contribution_fields import words
from stocktake.register.faults import refusals
from stocktake.register.form import Form
from stocktake.register.history import followers
from stocktake.register.intake import Reading
from stocktake.register.intake_model import Problem
from stocktake.register.need import NEEDS, Need
from stocktake.register.offer import OFFERS, Offer
from stocktake.register.placing import place_rows
from stocktake.register.record_checking import place_faults

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class NeedsIntake:
    """What became of a file.

    Attributes:
        known: How many records were there already, word for word.
        problems: All that is wrong, by sheet and row; where there are any, nothing was added.
        needs: The needs that were added, withdrawals too.
        offers: The offers, the same way.
    """

    known: int
    problems: tuple[Problem, ...]
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a record is withdrawn: its id, the withdrawn one, why, by whom, when (with a time zone)."""

    id: UUID
    withdraws: UUID
    because: str
    by: str
    recorded_at: datetime


class Needs:
    """What people recorded of needs and offers."""

    def __init__(self, alias: str, name: str, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._alias = alias
        self._name = name
        self._writing = writing

    def needs(self, as_of: datetime | None = None) -> tuple[Need, ...]:
        """Every need, replaced and withdrawn ones and withdrawals included, oldest first.

        Args:
            as_of: Only what was recorded until this time; None for all.
        """
        return cast("tuple[Need, ...]", self._read(NEEDS, as_of))

    def offers(self, as_of: datetime | None = None) -> tuple[Offer, ...]:
        """Every offer, as ``needs``."""
        return cast("tuple[Offer, ...]", self._read(OFFERS, as_of))

    def take_in(self, reading: Reading) -> NeedsIntake:
        """What became of the needs and offers of a file: all are added, or none."""
        with self._writing():
            needs = place_rows(NEEDS, reading.needs, {each.id: each for each in self.needs()})
            offers = place_rows(OFFERS, reading.offers, {each.id: each for each in self.offers()})
            wrong = (*reading.problems, *needs.problems, *offers.problems)
            problems = tuple(sorted(wrong, key=lambda each: (each.sheet, each.unit, each.row)))
            known = needs.known + offers.known
            if problems:
                return NeedsIntake(known, problems)
            taken = NeedsIntake(
                known, (), tuple(row.record for row in needs.new), tuple(row.record for row in offers.new)
            )
            self._add(NEEDS, taken.needs)
            self._add(OFFERS, taken.offers)
        return taken

    def withdraw(self, withdrawal: Withdrawal) -> Need | Offer:
        """The need or offer that is withdrawn now.

        Raises:
            NotFoundError: What it withdraws is not recorded.
            RequestError: It is withdrawn or replaced already, or no reason or name is given.
        """
        parts: dict[str, Any] = {
            "id": withdrawal.id,
            "withdraws": withdrawal.withdraws,
            "because": words(withdrawal.because, "a reason", LONGEST_REASON),
            "by": words(withdrawal.by, "a name", LONGEST_NAME),
            "recorded_at": withdrawal.recorded_at.astimezone(UTC),
        }
        with self._writing():
            for form, make in ((NEEDS, Need), (OFFERS, Offer)):
                known = {each.id: each for each in self._read(form)}
                if withdrawal.withdraws in known:
                    made: Need | Offer = make(**parts)
                    for fault in place_faults(form, made, known, followers(known.values())):
                        raise RequestError(
                            expected=f"{_a(form)} that stands",
                            came=fault.what,
                            advice=f"Look at it: {form.listing}",
                        )
                    self._add(form, [made])
                    return cast("Need | Offer", known[withdrawal.withdraws])
        raise NotFoundError(
            expected="a need or an offer that is recorded",
            came=f"there is none with the id {withdrawal.withdraws}",
            advice=f"List them with their ids: {NEEDS.listing}",
        )

    def _read(self, form: Form, as_of: datetime | None = None) -> tuple[Any, ...]:
        with refusals(self._name):
            rows = _table(form).objects.using(self._alias).order_by("recorded_at", "id")
            known = rows if as_of is None else rows.filter(recorded_at__lte=as_of)
            return tuple(row.record() for row in known.iterator())

    def _add(self, form: Form, records: Sequence[Need | Offer]) -> None:
        table = _table(form)
        for start in range(0, len(records), _BATCH):
            table.objects.using(self._alias).bulk_create(map(table.of, records[start : start + _BATCH]))


def _a(form: Form) -> str:
    return f"an {form.one}" if form.one[0] in "aeiou" else f"a {form.one}"


def _table(form: Form) -> Any:
    from stocktake.register.models import NeedRecord, OfferRecord

    return {NEEDS.name: NeedRecord, OFFERS.name: OfferRecord}[form.name]
