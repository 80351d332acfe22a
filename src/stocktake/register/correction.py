"""The noun of the register: a correction that a person made to what was read from a text.

Knows the shape of a correction, how its words are checked, and which corrections stand where some were withdrawn.
Knows no database, no clock and no text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

Field = Literal["addressee", "deadline", "theme", "strength", "not-a-duty", "through", "status"]
Status = Literal[
    "no evidence found",
    "activity reported",
    "output documented",
    "outcome measured",
    "superseded",
    "not assessable",
]
"""How far the evidence on a duty carries, from nothing up; then what is asked no longer, what evidence cannot show."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One record of the register: a value that a person put in place of what was read, or a withdrawal of one.

    Attributes:
        id: Its own number, given by whoever made it.
        commitment: The id of the duty at that time: ``79/194:34#1``.
        text: The text the duty is of: its symbol, or the file's name where it prints none.
        paragraph: The paragraph's id at that time. With ``text`` it is the place by which threads are looked up.
        quote: The words of the duty at that time.
        field: Which of its fields is corrected.
        value: What it is, as ``fields.parse_value`` prints it; empty for a withdrawal.
        because: Why.
        by: Who says so.
        recorded_at: When it was recorded, with a time zone.
        withdraws: The record that this one withdraws; None for a correction.
    """

    id: UUID
    commitment: str
    text: str
    paragraph: str
    quote: str
    field: Field
    value: str
    because: str
    by: str
    recorded_at: datetime
    withdraws: UUID | None = None

    @property
    def quote_sha256(self) -> str:
        """The checksum by which the words are known again."""
        return quote_hash(self.quote)

    @property
    def order(self) -> tuple[datetime, UUID]:
        """Its place in history: by the time of recording, the same on every machine."""
        return self.recorded_at, self.id


def quote_hash(quote: str) -> str:
    """The SHA-256 of the words of a duty, in hexadecimal."""
    return sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()


def standing(records: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections among ``records`` that nobody withdrew, oldest first; no withdrawals."""
    known = sorted(records, key=lambda each: each.order)
    withdrawn = {each.withdraws for each in known}
    return tuple(each for each in known if each.withdraws is None and each.id not in withdrawn)
