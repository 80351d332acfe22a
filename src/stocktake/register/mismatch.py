"""The noun of a mismatch: somebody says that a need and an offer do not go together, whatever the rules say.

Knows the shape of a mismatch and its form. Knows need and offer by their ids alone, no database, no clock. To take one
back is to withdraw it: then the rules decide again.
"""

from dataclasses import dataclass
from uuid import UUID

from stocktake.register.form import Column, Form, recording_columns
from stocktake.register.history import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch(Record):
    """One record: that a need and an offer do not match, a new state of such a record, or a withdrawal of one.

    Attributes:
        need: The id of the need, in whichever state it was; None in a withdrawal, as is the offer.
        offer: The id of the offer, the same way.
        reason: Why they do not match; empty in a withdrawal.
    """

    need: UUID | None = None
    offer: UUID | None = None
    reason: str = ""


MISMATCHES = Form(
    name="mismatches",
    one="mismatch",
    listing="stocktake needs list",
    template="stocktake needs template --for mismatches",
    content=(
        Column(
            "need",
            "Need",
            "The id of the need, as stocktake needs list shows it.",
            "EXAMPLE: 3f6c0d52-8a41-5b7e-8c19-5d2e7a90b4c1",
            needed=True,
            width=38,
        ),
        Column(
            "offer",
            "Offer",
            "The id of the offer, the same way.",
            "9c1e4b77-2d38-5f60-a7d3-1b8f06e52a94",
            needed=True,
            width=38,
        ),
        Column(
            "reason",
            "Reason",
            "Why the offer is none for this need, whatever the rules say.",
            "The fund lends to kite shops only, and this is a school.",
            needed=True,
            width=50,
        ),
    ),
    recording=recording_columns(),
)
