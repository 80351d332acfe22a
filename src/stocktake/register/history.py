"""The history of records that are only ever added: which stand, which were replaced or withdrawn.

Knows what every record has: its id, who recorded it and when, and which earlier record it replaces or withdraws. Knows
neither database nor what a record says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a contribution, a need and an offer have in common: each is a state, a new state or a withdrawal.

    Attributes:
        id: Its own number.
        because: Why a record is replaced or withdrawn.
        by: Who recorded it.
        recorded_at: When, with a time zone.
        supersedes: The record of which this is a new state.
        withdraws: The record that this one withdraws.
    """

    id: UUID
    because: str = ""
    by: str
    recorded_at: datetime
    supersedes: UUID | None = None
    withdraws: UUID | None = None

    @property
    def order(self) -> tuple[datetime, UUID]:
        """Its place in history, the same on every machine."""
        return self.recorded_at, self.id


R = TypeVar("R", bound=Record)


def states(records: Iterable[Record]) -> dict[UUID, str]:
    """What became of each record: stands, superseded, withdrawn, or is itself a withdrawal.

    A new state that is withdrawn does not bring the earlier one back.
    """
    known = list(records)
    superseded = {each.supersedes for each in known}
    withdrawn = {each.withdraws for each in known}
    return {
        each.id: "withdrawal"
        if each.withdraws
        else "withdrawn"
        if each.id in withdrawn
        else "superseded"
        if each.id in superseded
        else "stands"
        for each in known
    }


def standing(records: Iterable[R]) -> tuple[R, ...]:
    """The records that were neither replaced nor withdrawn, oldest first."""
    known = sorted(records, key=lambda each: each.order)
    became = states(known)
    return tuple(each for each in known if became[each.id] == "stands")


def followers(records: Iterable[Record]) -> dict[UUID, UUID]:
    """Which record replaces or withdraws each, by id."""
    return {named: each.id for each in records if (named := each.withdraws or each.supersedes)}


def newest_states(records: Iterable[Record]) -> dict[UUID, UUID]:
    """The record that is now in the place of each, by id; itself where nothing took its place."""
    after = {each.supersedes: each.id for each in records if each.supersedes}
    return {each: _last(each, after) for each in {*after.keys(), *after.values()}}


def _last(start: UUID, after: Mapping[UUID, UUID]) -> UUID:
    while start in after:
        start = after[start]
    return start
