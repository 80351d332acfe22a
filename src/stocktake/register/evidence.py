"""The verbs on evidence in an open register: take in, list, withdraw, judge two of them.

Knows how records get into the database and out of it; all of a file is taken in or nothing. What may be recorded is
for ``contribution_checking.py``, what a file holds for ``intake.py``.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from stocktake.errors import NotFoundError, RequestError
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import Contribution, Judgement, latest_judgements
from stocktake.register.history import followers
from stocktake.register.intake import Placed, Reading
from stocktake.register.intake_model import Problem
from stocktake.register.judging import parse_judgements
from stocktake.register.placing import place_rows
from stocktake.register.record_checking import Stamp, place_faults
from stocktake.register.recorded import recorded
from stocktake.register.words import printable

Check = Callable[[str], str | None]
# So many ids are asked for at once: old builds of SQLite take no more than 999.
_ASKED = 500
_ADDED = 1000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a file.

    Attributes:
        added: How many records were added; none where there are problems.
        known: How many were there already, word for word.
        problems: All that is wrong, by sheet and row.
        new: The ids of what was added.
    """

    added: int
    known: int
    problems: tuple[Problem, ...]
    new: tuple[UUID, ...] = ()


class Evidence:
    """What people recorded of things done."""

    def __init__(self, alias: str, name: str, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._alias = alias
        self._name = name
        self._writing = writing

    def contributions(self, as_of: datetime | None = None) -> tuple[Contribution, ...]:
        """Every record, replaced and withdrawn ones and withdrawals included, oldest first.

        Args:
            as_of: Only what was recorded until this time; None for all.
        """
        from stocktake.register.models import ContributionRecord

        rows = ContributionRecord.objects.using(self._alias)
        return recorded(self._name, rows, ContributionRecord.contribution, as_of)

    def judgements(self, as_of: datetime | None = None) -> tuple[Judgement, ...]:
        """Every judgement on a pair, oldest first; ``as_of`` as for contributions."""
        from stocktake.register.models import JudgementRecord

        return recorded(self._name, JudgementRecord.objects.using(self._alias), JudgementRecord.judgement, as_of)

    def take_in(self, reading: Reading, stamp: Stamp, check: Check | None = None) -> Intake:
        """What became of the rows of a file: all are added, or none.

        Args:
            reading: The file as read.
            stamp: As it was read with.
            check: Says what is wrong with a paragraph or duty that a row answers; None for nothing.
        """
        judged, judgement_problems = parse_judgements(reading.judgements, stamp)
        with self._writing():
            pairs = [one for _, each in judged for one in each.pair]
            known = self._concerned([row.record for row in reading.rows], pairs)
            placed = place_rows(CONTRIBUTIONS, reading.rows, known)
            new = [row.record for row in placed.new]
            there = {each.id: each for each in self.judgements()}
            everything = {*known, *(each.id for each in new)}
            judgement_problems += [
                problem for number, each in judged for problem in _wrong_judgement(number, each, there, everything)
            ]
            unanswerable = _wrong_answers(placed.new, check) if check else []
            problems = sorted(
                [*reading.problems, *placed.problems, *unanswerable, *judgement_problems],
                key=lambda each: (each.sheet, each.unit, each.row),
            )
            fresh = [each for _, each in judged if each.id not in there]
            if not problems:
                self._add(new, fresh)
        added = 0 if problems else len(new) + len(fresh)
        ids = () if problems else tuple(each.id for each in new)
        return Intake(added, placed.known + len(judged) - len(fresh), tuple(problems), ids)

    def withdraw(self, withdrawal: Contribution) -> None:
        """Record that a contribution is withdrawn.

        Raises:
            NotFoundError: What it withdraws is not recorded.
            RequestError: It is withdrawn or replaced already, or no reason or name is given.
        """
        fit = replace(
            withdrawal,
            because=printable(withdrawal.because, "a reason", LONGEST_REASON),
            by=printable(withdrawal.by, "a name", LONGEST_NAME),
            recorded_at=withdrawal.recorded_at.astimezone(UTC),
        )
        with self._writing():
            known = self._concerned([fit])
            if fit.withdraws not in known:
                raise _unknown(fit.withdraws)
            for fault in place_faults(CONTRIBUTIONS, fit, known, followers(known.values())):
                raise RequestError(
                    expected="a contribution that stands",
                    came=fault.what,
                    advice="Look at it: stocktake evidence list",
                )
            self._add([fit], [])

    def judge(self, judgement: Judgement) -> None:
        """Record that two contributions tell of the same action, or of different ones.

        Raises:
            NotFoundError: One of them is not recorded.
            RequestError: They are one and the same record, it was judged so already, or no reason or name is given.
        """
        fit = replace(
            judgement,
            because=printable(judgement.because, "a reason", LONGEST_REASON),
            by=printable(judgement.by, "a name", LONGEST_NAME),
            recorded_at=judgement.recorded_at.astimezone(UTC),
        )
        with self._writing():
            known = self._concerned((), fit.pair)
            for each in (fit.first, fit.second):
                if each not in known or known[each].withdraws is not None:
                    raise _unknown(each)
            before = latest_judgements(self.judgements()).get(fit.pair)
            if fit.first == fit.second or (before and before.verdict == fit.verdict):
                came = f"{before.by} said so already" if before else "it is one record twice"
                raise RequestError(expected="two contributions on which something new is said", came=came)
            if before and before.recorded_at >= fit.recorded_at:
                raise RequestError(
                    expected=f"a time after the last judgement of the pair ({before.recorded_at.isoformat()})",
                    came=f"it is {fit.recorded_at.isoformat()}",
                    advice="Set the clock of this machine.",
                )
            self._add([], [fit])

    def _concerned(self, records: Sequence[Contribution], also: Collection[UUID] = ()) -> dict[UUID, Contribution]:
        """What is recorded that new records may contradict, by id: the same, what they name, what followed that.

        Args:
            records: The new ones.
            also: Ids that are asked for besides.
        """
        from stocktake.register.models import ContributionRecord

        named = {one for each in records if (one := each.withdraws or each.supersedes)}
        wanted = {"id__in": {each.id for each in records} | named | set(also)}
        wanted |= dict.fromkeys(("supersedes__in", "withdraws__in"), named)
        rows = ContributionRecord.objects.using(self._alias)
        return {
            each.id: each
            for condition, ids in wanted.items()
            for batch in _batched(sorted(ids), _ASKED)
            for each in recorded(self._name, rows.filter(**{condition: batch}), ContributionRecord.contribution)
        }

    def _add(self, contributions: Sequence[Contribution], judgements: Sequence[Judgement]) -> None:
        from stocktake.register.models import ContributionRecord, JudgementRecord

        self._insert(ContributionRecord, contributions)
        self._insert(JudgementRecord, judgements)

    def _insert(self, table: Any, made: Sequence[Contribution] | Sequence[Judgement]) -> None:
        """Add rows by one statement, prepared once: what Django makes for several rows takes twice the time."""
        from django.db import connections

        connection = connections[self._alias]
        columns = table._meta.concrete_fields  # noqa: SLF001 - Django's documented way to the columns
        quoted = connection.ops.quote_name
        names = ", ".join(quoted(each.column) for each in columns)
        marks = ", ".join(["%s"] * len(columns))
        statement = f"INSERT INTO {quoted(table._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608, SLF001 - our own names
        with connection.cursor() as cursor:
            for batch in _batched(made, _ADDED):
                rows = map(table.of, batch)
                cursor.executemany(
                    statement,
                    [
                        [each.get_db_prep_save(getattr(row, each.attname), connection) for each in columns]
                        for row in rows
                    ],
                )


def _batched(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in their order, at most so many at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))


def _unknown(named: UUID | None) -> NotFoundError:
    return NotFoundError(
        expected="a contribution that is recorded",
        came=f"there is none with the id {named}",
        advice="List them with their ids: stocktake evidence list",
    )


def _wrong_answers(rows: Sequence[Placed[Contribution]], check: Check) -> list[Problem]:
    return [
        row.problem("answers", what)
        for row in rows
        for answer in row.record.answers
        if (what := check(answer)) is not None
    ]


def _wrong_judgement(
    number: int, made: Judgement, there: Mapping[UUID, Judgement], known: set[UUID]
) -> Iterator[Problem]:
    absent = [str(each) for each in (made.first, made.second) if each not in known]
    if absent:
        yield Problem("", number, "", f"there is no contribution {', '.join(absent)}", "merge")
    if there.get(made.id, made) != made:
        yield Problem("", number, "id", "the register has another judgement under this id", "merge")
