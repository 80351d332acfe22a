"""The noun of a need: what an assessment says that a country still has to do, and where that stands.

Knows the shape of a need and its form. Knows no offer, no database, no clock. Where a need stands is what its assessor
says; a cost that nobody names is unknown, which is not nought.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from stocktake.frameworks.themes import Framework
from stocktake.register.form import Column, Form, recording_columns
from stocktake.register.history import Record

Status = Literal["open", "in progress", "implemented", "unknown"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Record):
    """One record: a need of a country or area, a new state of an earlier record, or a withdrawal of one.

    Attributes:
        area: The code of the country or area; empty in a withdrawal, as is all that follows.
        policy_area: The name of the policy area, one of ``frameworks.policy_areas`` or another.
        recommendation: What is to be done, in words.
        assessment: The title of the assessment that says so.
        assessed: When it was made, an ISO date as far as it is known; empty where nothing is said.
        link: A page with the assessment; empty where there is none.
        status: Where the recommendation stands, as the assessor says; None in a withdrawal.
        lead: The body that is in the lead; empty where nothing is said.
        cost: What it costs, a number above nought; empty where it is unknown.
        currency: Three letters (ISO 4217); empty where the cost is.
        action_lines: Codes of WSIS action lines; ``sdgs``: of Goals; ``gdc``: of objectives of the Compact.
        sdgs: Codes of Sustainable Development Goals.
        gdc: Codes of objectives of the Global Digital Compact.
    """

    area: str = ""
    policy_area: str = ""
    recommendation: str = ""
    assessment: str = ""
    assessed: str = ""
    link: str = ""
    status: Status | None = None
    lead: str = ""
    cost: str = ""
    currency: str = ""
    action_lines: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()
    gdc: tuple[str, ...] = ()

    def codes(self, framework: Framework) -> tuple[str, ...]:
        """Its codes in a framework."""
        return {"WSIS": self.action_lines, "SDG": self.sdgs, "GDC": self.gdc}[framework]


NEEDS = Form(
    name="needs",
    one="need",
    listing="stocktake needs list",
    template="stocktake needs template --for needs",
    content=(
        Column(
            "area",
            "Country or area",
            "The country or area, by name or code.",
            "EXAMPLE: Zambia",
            needed=True,
            free=True,
        ),
        Column(
            "policy_area",
            "Policy area",
            "One of the seven of the eTrade Readiness Assessments, or another in your words.",
            "Payment solutions",
            needed=True,
            free=True,
            width=30,
        ),
        Column(
            "recommendation",
            "Recommendation",
            "What is to be done, in words.",
            "Let kite shops take payments by telephone.",
            needed=True,
            width=50,
        ),
        Column(
            "assessment",
            "Assessment",
            "The title of the assessment that says so.",
            "Kite readiness assessment",
            needed=True,
            width=36,
        ),
        Column("assessed", "Assessed", "When it was made: 2025, 2025-03 or 2025-03-31.", "2025"),
        Column(
            "link", "Link", "A page with the assessment (http or https).", "https://kites.example/need", width=30
        ),
        Column(
            "status",
            "Status",
            "Where it stands, as the assessor says: open, in progress, implemented or unknown.",
            "open",
            needed=True,
        ),
        Column("lead", "Lead body", "The body that is in the lead.", "Kite Office of Examplia", width=28),
        Column("cost", "Cost", "What it costs: a number; empty where it is unknown.", "250000", width=14),
        Column("currency", "Currency", "The currency of the cost, three letters (ISO 4217).", "USD", width=10),
        Column(
            "action_lines", "Action lines", "Codes of WSIS action lines: C2; C7-elearning.", "C6", several=True
        ),
        Column("sdgs", "SDGs", "Numbers of Goals: 4; 9.", "8; 9", several=True, width=10),
        Column(
            "gdc", "GDC objectives", "Numbers of objectives of the Global Digital Compact: 1.", "2", several=True
        ),
    ),
    recording=recording_columns(),
)
