"""Which rows of a file are new to the register, and which contradict what is there or each other.

Knows ids and the history, whatever kind of record it is. Knows neither database nor file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from uuid import UUID

from stocktake.register.form import Form
from stocktake.register.history import Record, followers
from stocktake.register.intake import Placed
from stocktake.register.intake_model import Problem
from stocktake.register.record_checking import place_faults

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Placing(Generic[R]):
    """What became of the rows: those that are new, how many are there already, and what is wrong."""

    new: tuple[Placed[R], ...]
    known: int
    problems: tuple[Problem, ...]

    @property
    def records(self) -> tuple[R, ...]:
        """The records of the new rows."""
        return tuple(row.record for row in self.new)


def place_rows(form: Form, rows: Sequence[Placed[R]], known: Mapping[UUID, R]) -> Placing[R]:
    """The rows against what is recorded.

    Args:
        form: Of which kind they are.
        rows: As read.
        known: What is recorded, by id.
    """
    new: dict[UUID, Placed[R]] = {}
    problems: list[Problem] = []
    already = 0
    for row in rows:
        there, first = known.get(row.record.id), new.get(row.record.id)
        if first is not None:
            problems.append(row.problem("", f"it is the same record as {first.unit} {first.number}"))
        elif there is None:
            new[row.record.id] = row
        elif _same(row.record, there):
            already += 1
        else:
            problems.append(
                row.problem("id", "the register has other words under this id; a new state has a new id")
            )
    problems += _wrong_places(form, tuple(new.values()), known)
    return Placing(tuple(new.values()), already, tuple(problems))


def _same(made: Any, there: Any) -> bool:
    """Whether two records say the same, whoever recorded it and when."""
    return bool(replace(made, by="", recorded_at=there.recorded_at) == replace(there, by=""))


def _wrong_places(form: Form, rows: Sequence[Placed[R]], known: Mapping[UUID, R]) -> list[Problem]:
    everything = {**known, **{row.record.id: row.record for row in rows}}
    after = followers(known.values())
    problems: list[Problem] = []
    for row in rows:
        problems += [row.problem(*fault) for fault in place_faults(form, row.record, everything, after)]
        named = row.record.withdraws or row.record.supersedes
        if named:
            after.setdefault(named, row.record.id)
    return problems
