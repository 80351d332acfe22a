"""The nouns of evidence: a contribution (what somebody says was done) and a judgement on two of them.

Knows their shape, which contributions stand where later ones took the place of earlier ones, and which of them are one
action. Knows no database, no clock and no text. A contribution is what its author says: nothing here calls it done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from stocktake.frameworks.themes import Framework
from stocktake.register.history import Record, newest_states, standing

Evidence = Literal["self-report", "document", "indicator"]
Verdict = Literal["same", "different"]
EVIDENCE: Mapping[Evidence, str] = MappingProxyType(
    {
        "self-report": "activity reported (self-report)",
        "document": "activity reported (document named, not checked)",
        "indicator": "activity reported (indicator named, not checked)",
    }
)
"""What each kind of evidence is shown as. None of them says that anything was implemented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """One record: what an entity says it did, a new state of an earlier record, or a withdrawal of one.

    Attributes:
        who: The entity, by name; empty in a withdrawal, as is all that follows.
        entity_type: Which kind of entity it is (``frameworks.entity_types``).
        title: What was done, in a line.
        description: The same at length; empty where nothing more is said.
        where: Codes of countries, areas, M49 regions, or ``WLD`` for everywhere.
        start: When it began, an ISO date as far as it is known.
        end: When it ended; empty where it goes on or nothing is said.
        link: A page about it; empty where there is none.
        answers: The paragraphs (``80/118:13``) and duties (``80/118:13#1``) it answers.
        action_lines: Codes of WSIS action lines; ``sdgs``: of Goals; ``gdc``: of objectives of the Compact.
        sdgs: Codes of Sustainable Development Goals.
        gdc: Codes of objectives of the Global Digital Compact.
        reach: How many were reached, a number; empty where nothing is said.
        reach_unit: What the number counts.
        evidence: On what the statement rests; None in a withdrawal.
        document: The symbol or link of a document, or the code of an indicator; empty for a self-report without one.
    """

    who: str = ""
    entity_type: str = ""
    title: str = ""
    description: str = ""
    where: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    link: str = ""
    answers: tuple[str, ...] = ()
    action_lines: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()
    gdc: tuple[str, ...] = ()
    reach: str = ""
    reach_unit: str = ""
    evidence: Evidence | None = None
    document: str = ""

    def codes(self, framework: Framework) -> tuple[str, ...]:
        """Its codes in a framework."""
        return {"WSIS": self.action_lines, "SDG": self.sdgs, "GDC": self.gdc}[framework]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person says of two contributions: they tell of the same action, or of different ones.

    Attributes:
        id: Its own number.
        first: The contribution under which the action is listed, where it is the same.
        second: The other one.
        verdict: What they are; the latest judgement of a pair counts.
        because: Why.
        by: Who says so.
        recorded_at: When, with a time zone.
    """

    id: UUID
    first: UUID
    second: UUID
    verdict: Verdict
    because: str
    by: str
    recorded_at: datetime

    @property
    def pair(self) -> frozenset[UUID]:
        """The two, in no order."""
        return frozenset((self.first, self.second))

    @property
    def order(self) -> tuple[datetime, UUID]:
        """Its place in history."""
        return self.recorded_at, self.id


def standing_contributions(records: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """The contributions that were neither replaced nor withdrawn, oldest first."""
    return standing(records)


def latest_judgements(judgements: Iterable[Judgement]) -> dict[frozenset[UUID], Judgement]:
    """The judgement that counts, by pair."""
    return {each.pair: each for each in sorted(judgements, key=lambda each: each.order)}


def actions(records: Iterable[Contribution], judgements: Iterable[Judgement]) -> dict[UUID, UUID]:
    """Under which contribution each standing one is counted: itself, or one that tells of the same action.

    A judgement on an earlier state of a contribution holds for its later states.
    """
    known = list(records)
    newest = newest_states(known)
    counted = {each.id: each.id for each in standing_contributions(known)}
    for each in latest_judgements(judgements).values():
        first, second = (newest.get(one, one) for one in (each.first, each.second))
        if each.verdict == "same" and first in counted and second in counted:
            kept, gone = counted[first], counted[second]
            counted = {one: kept if under == gone else under for one, under in counted.items()}
    return counted
