"""The verbs on needs, offers and mismatches in an open register: take in, read, withdraw, say that two do not match.

Knows how records get into the database and out of it; all of a file is taken in or nothing. What may be recorded is for
``needs_checking.py``, what a file holds for ``intake.py``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from stocktake.errors import NotFoundError, RequestError
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.contribution_fields import words
from stocktake.register.form import Form
from stocktake.register.history import Record, followers, newest_states, standing
from stocktake.register.intake import Placed, Reading
from stocktake.register.intake_model import Problem
from stocktake.register.mismatch import MISMATCHES, Mismatch
from stocktake.register.need import NEEDS, Need
from stocktake.register.offer import OFFERS, Offer
from stocktake.register.placing import place_rows
from stocktake.register.record_checking import place_faults
from stocktake.register.recorded import recorded

_BATCH = 1000
_MAKES: tuple[tuple[Form, type[Need | Offer | Mismatch]], ...] = (
    (NEEDS, Need),
    (OFFERS, Offer),
    (MISMATCHES, Mismatch),
)


@dataclass(frozen=True, slots=True)
class NeedsIntake:
    """What became of a file.

    Attributes:
        known: How many records were there already, word for word.
        problems: All that is wrong, by sheet and row; where there are any, nothing was added.
        needs: The needs that were added, withdrawals too.
        offers: The offers, the same way.
        mismatches: The mismatches, the same way.
    """

    known: int
    problems: tuple[Problem, ...]
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a record is withdrawn: its id, the withdrawn one, why, by whom, when (with a time zone)."""

    id: UUID
    withdraws: UUID
    because: str
    by: str
    recorded_at: datetime


class Needs:
    """What people recorded of needs and offers, and of pairs of them that do not match."""

    def __init__(self, alias: str, name: str, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._alias = alias
        self._name = name
        self._writing = writing

    def needs(self, as_of: datetime | None = None) -> tuple[Need, ...]:
        """Every need, replaced and withdrawn ones and withdrawals included, oldest first.

        Args:
            as_of: Only what was recorded until this time; None for all.
        """
        return self._read(NEEDS, as_of)

    def offers(self, as_of: datetime | None = None) -> tuple[Offer, ...]:
        """Every offer, as ``needs``."""
        return self._read(OFFERS, as_of)

    def mismatches(self, as_of: datetime | None = None) -> tuple[Mismatch, ...]:
        """Every mismatch, as ``needs``."""
        return self._read(MISMATCHES, as_of)

    def take_in(self, reading: Reading) -> NeedsIntake:
        """What became of the needs, offers and mismatches of a file: all are added, or none."""
        with self._writing():
            there = {form.name: self._by_id(form) for form, _ in _MAKES}
            needs = place_rows(NEEDS, reading.needs, there[NEEDS.name])
            offers = place_rows(OFFERS, reading.offers, there[OFFERS.name])
            apart = place_rows(MISMATCHES, reading.mismatches, there[MISMATCHES.name])
            asked = {**there[NEEDS.name], **{row.record.id: row.record for row in needs.new}}
            offered = {**there[OFFERS.name], **{row.record.id: row.record for row in offers.new}}
            absent = [each for row in apart.new for each in _absent(row, asked, offered)]
            wrong = (*reading.problems, *needs.problems, *offers.problems, *apart.problems, *absent)
            taken = NeedsIntake(
                needs.known + offers.known + apart.known,
                tuple(sorted(wrong, key=lambda each: (each.sheet, each.unit, each.row))),
            )
            if taken.problems:
                return taken
            taken = replace(taken, needs=needs.records, offers=offers.records, mismatches=apart.records)
            self._add(NEEDS, taken.needs)
            self._add(OFFERS, taken.offers)
            self._add(MISMATCHES, taken.mismatches)
        return taken

    def set_apart(self, mismatch: Mismatch) -> None:
        """Record that a need and an offer do not match.

        Raises:
            NotFoundError: One of them is not recorded.
            RequestError: Somebody said so already, or no reason or name is given.
        """
        fit = replace(
            mismatch,
            reason=words(mismatch.reason, "a reason", LONGEST_REASON),
            by=words(mismatch.by, "a name", LONGEST_NAME),
            recorded_at=mismatch.recorded_at.astimezone(UTC),
        )
        with self._writing():
            needs, offers = self._by_id(NEEDS), self._by_id(OFFERS)
            for form, named, known in ((NEEDS, fit.need, needs), (OFFERS, fit.offer, offers)):
                if not _is_there(named, known):
                    raise _not_there(_a(form), named)
            newest = {**newest_states(needs.values()), **newest_states(offers.values())}
            pair = _pair(fit, newest)
            before = next((each for each in standing(self.mismatches()) if _pair(each, newest) == pair), None)
            if before is not None:
                raise RequestError(
                    expected="a pair of which nobody said yet that it does not match",
                    came=f"{before.by} said so already",
                    advice=f"To take that back: stocktake needs withdraw {before.id} --because WHY --by NAME",
                )
            self._add(MISMATCHES, [fit])

    def withdraw(self, withdrawal: Withdrawal) -> Need | Offer | Mismatch:
        """The need, offer or mismatch that is withdrawn now.

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
            for form, make in _MAKES:
                known = self._by_id(form)
                if withdrawal.withdraws in known:
                    made = make(**parts)
                    for fault in place_faults(form, made, known, followers(known.values())):
                        raise RequestError(
                            expected=f"{_a(form)} that stands",
                            came=fault.what,
                            advice=f"Look at it: {form.listing}",
                        )
                    self._add(form, [made])
                    found: Need | Offer | Mismatch = known[withdrawal.withdraws]
                    return found
        raise _not_there("a need, an offer or a mismatch", withdrawal.withdraws)

    def _by_id(self, form: Form) -> dict[UUID, Any]:
        return {each.id: each for each in self._read(form)}

    def _read(self, form: Form, as_of: datetime | None = None) -> tuple[Any, ...]:
        table = _table(form)
        return recorded(self._name, table.objects.using(self._alias), table.record, as_of)

    def _add(self, form: Form, records: Sequence[Need | Offer | Mismatch]) -> None:
        table = _table(form)
        for start in range(0, len(records), _BATCH):
            table.objects.using(self._alias).bulk_create(map(table.of, records[start : start + _BATCH]))


def _a(form: Form) -> str:
    return f"an {form.one}" if form.one[0] in "aeiou" else f"a {form.one}"


def _table(form: Form) -> Any:
    from stocktake.register.models import MismatchRecord, NeedRecord, OfferRecord

    return {NEEDS.name: NeedRecord, OFFERS.name: OfferRecord, MISMATCHES.name: MismatchRecord}[form.name]


def _is_there(named: UUID | None, known: Mapping[UUID, Record]) -> bool:
    """Whether a record is there that says something, whatever became of it since."""
    there = known.get(named) if named else None
    return there is not None and there.withdraws is None


def _not_there(what: str, named: UUID | None) -> NotFoundError:
    return NotFoundError(
        expected=f"{what} that is recorded",
        came=f"there is none with the id {named}",
        advice=f"List them with their ids: {NEEDS.listing}",
    )


def _absent(
    row: Placed[Mismatch], needs: Mapping[UUID, Record], offers: Mapping[UUID, Record]
) -> Iterator[Problem]:
    """What a mismatch names that is neither recorded nor in the file."""
    made = row.record
    for form, named, known in ((NEEDS, made.need, needs), (OFFERS, made.offer, offers)):
        if made.withdraws is None and not _is_there(named, known):
            yield row.problem(form.one, f"there is no {form.one} {named}; list them: {form.listing}")


def _pair(mismatch: Mismatch, newest: Mapping[UUID, UUID]) -> tuple[UUID | None, ...]:
    """The two by the ids of their newest states."""
    return tuple(newest.get(each, each) if each else None for each in (mismatch.need, mismatch.offer))
