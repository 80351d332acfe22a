"""The noun of an offer: a programme of a provider, what it is for, who may have it and until when.

Knows the shape of an offer and its form. Knows no need, no database, no clock. An amount that nobody names is unknown.
"""

from dataclasses import dataclass

from stocktake.register.form import Column, Form, recording_columns
from stocktake.register.history import Record

ANY = "any"
"""The policy area of an offer that is for every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """One record: an offer of a provider, a new state of an earlier record, or a withdrawal of one.

    Attributes:
        provider: Who offers it, by name; empty in a withdrawal, as is all that follows.
        programme: What it is called.
        description: What it is, at length; empty where nothing more is said.
        kind: What is given (``frameworks.offer_kinds``).
        policy_areas: Names of policy areas, or ``any``.
        eligible: Codes of countries, areas, M49 regions, dated groups (``LDC``), or ``WLD`` for everyone.
        start: From when it is open, an ISO date as far as it is known; empty where nothing is said.
        end: Until when; empty where nothing is said.
        amount: What the whole programme has to give, a number above nought; empty where it is unknown.
        currency: Three letters (ISO 4217); empty where the amount is.
        link: A page about it; empty where there is none.
    """

    provider: str = ""
    programme: str = ""
    description: str = ""
    kind: str = ""
    policy_areas: tuple[str, ...] = ()
    eligible: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    amount: str = ""
    currency: str = ""
    link: str = ""


OFFERS = Form(
    name="offers",
    one="offer",
    listing="stocktake needs list",
    template="stocktake needs template --for offers",
    content=(
        Column("provider", "Provider", "Who offers it, by name.", "EXAMPLE: Kite Fund", needed=True, width=28),
        Column("programme", "Programme", "What it is called.", "Kites for trade", needed=True, width=36),
        Column("description", "Description", "What it is, at length.", "Advice on kite shops.", width=50),
        Column(
            "kind",
            "Kind",
            "Grant, loan, guarantee, equity, technical assistance, training or equipment.",
            "technical assistance",
            needed=True,
        ),
        Column(
            "policy_areas",
            "Policy areas",
            "What it is for, with semicolons between them, or any.",
            "Payment solutions; Access to financing",
            needed=True,
            several=True,
            width=36,
        ),
        Column(
            "eligible",
            "Eligible",
            "Countries, areas, M49 regions or groups (LDC; LIC), with semicolons between them, or everyone.",
            "LDC; LLDC",
            needed=True,
            several=True,
        ),
        Column("from", "From", "From when it is open: 2025, 2025-03 or 2025-03-31.", "2025-03", "start"),
        Column("until", "Until", "The last day, the same way; empty where it is not known.", "2027-06-30", "end"),
        Column(
            "amount", "Amount", "What the programme has in all: a number; empty where it is unknown.", "4000000"
        ),
        Column("currency", "Currency", "The currency of the amount, three letters (ISO 4217).", "USD", width=10),
        Column("link", "Link", "A page about it (http or https).", "https://kites.example/offer", width=30),
    ),
    recording=recording_columns(),
)
