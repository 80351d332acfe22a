"""Taking in the records of a file: which are new, which are known, and which contradict what is recorded.

Knows that a record with an id that is there must be the same record. Alters nothing: it says what to add.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from stocktake.register.checking import Records, withdrawal_complaint
from stocktake.register.correction import Correction
from stocktake.register.exchange import COLUMNS, Problem, Row, clause


@dataclass(frozen=True, slots=True)
class Merge:
    """What a file adds to the register.

    Attributes:
        new: The records to add, oldest first.
        known: How many of the file's records are there already, word for word.
        problems: What contradicts the register, or another row; nothing may be added while there are any.
    """

    new: tuple[Correction, ...]
    known: int
    problems: tuple[Problem, ...]


def merge(rows: Sequence[Row], records: Records, latest: datetime | None = None) -> Merge:
    """What ``rows`` add to ``records``.

    Args:
        rows: Of a file.
        records: What is recorded, by id.
        latest: A record after this time is a fault: it would count before everything that is recorded until then.
            None for any time.
    """
    problems: list[Problem] = []
    new: dict[object, Row] = {}
    known = 0
    for row in rows:
        first, there = new.get(row.correction.id), records.get(row.correction.id)
        if isinstance(first, Row):
            problems.append(Problem(row.number, "id", f"row {first.number} has the same id"))
        elif there is not None:
            known += 1
            problems += _conflicts(row, there)
        else:
            new[row.correction.id] = row
            problems += _future(row, latest)
    everything = {**records, **{row.correction.id: row.correction for row in new.values()}}
    for row in new.values():
        problems += _wrong_withdrawal(row, everything)
    added = sorted((row.correction for row in new.values()), key=lambda each: each.order)
    return Merge(tuple(added), known, tuple(problems))


def _conflicts(row: Row, there: Correction) -> Iterator[Problem]:
    """Each cell in which a row differs from the record that has its id."""
    for column in COLUMNS:
        recorded, said = getattr(there, column), getattr(row.correction, column)
        if recorded != said:
            yield Problem(
                row.number, column, f"the register has {recorded!s:.80} under this id, the file {said!s:.80}"
            )


def _future(row: Row, latest: datetime | None) -> Iterator[Problem]:
    if latest is not None and row.correction.recorded_at > latest:
        yield Problem(row.number, "recorded_at", f"{row.correction.recorded_at.isoformat()} is still to come")


def _wrong_withdrawal(row: Row, records: Records) -> Iterator[Problem]:
    complaint = withdrawal_complaint(row.correction, records) if row.correction.withdraws else None
    if complaint is not None:
        yield Problem(row.number, "withdraws", clause(complaint))
