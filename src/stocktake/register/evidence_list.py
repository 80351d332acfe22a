"""What is recorded of things done, ready to be shown: who said what, what became of it, what may be one action.

Knows how contributions are chosen, counted once where they tell of the same action, and sorted by the themes of one
framework. Knows no layout and no database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stocktake.frameworks.themes import Framework, load_themes
from stocktake.register.contribution import (
    Contribution,
    Judgement,
    actions,
    latest_judgements,
    standing_contributions,
)
from stocktake.register.contribution_fields import parse_answer
from stocktake.register.duplicates import Candidate, find_duplicates
from stocktake.register.history import newest_states, states


@dataclass(frozen=True, slots=True)
class Entry:
    """One contribution as it is listed.

    Attributes:
        contribution: What was recorded.
        state: stands, superseded, withdrawn or withdrawal.
        counted_under: The contribution that tells of the same action and under which it is counted; None for itself.
    """

    contribution: Contribution
    state: str
    counted_under: UUID | None


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The contributions chosen, and the pairs among them to look at.

    Attributes:
        as_of: The last day of what is used; None for everything.
        entries: The contributions, oldest first.
        actions: How many actions they tell of: those that stand, the same one counted once.
        candidates: Pairs that may be one action and that nobody judged.
    """

    as_of: date | None
    entries: tuple[Entry, ...]
    actions: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The actions under one theme; an empty code gathers those that name none of the framework."""

    code: str
    name: str
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which contributions are meant: those on a paragraph or duty, those of an entity, with the history or without.

    Attributes:
        paragraph: ``80/118:13``; its duties count too. Empty for all.
        who: Words of the entity's name; case does not count. Empty for all.
        history: Whether replaced and withdrawn records are meant too.
    """

    paragraph: str = ""
    who: str = ""
    history: bool = False

    def takes(self, contribution: Contribution, state: str) -> bool:
        """Whether a contribution is meant."""
        wanted = parse_answer(self.paragraph) if self.paragraph else ""
        places = {part for each in contribution.answers for part in (each, each.partition("#")[0])}
        return (
            (self.history or state == "stands")
            and (not wanted or wanted in places)
            and self.who.casefold() in contribution.who.casefold()
        )


def list_evidence(
    records: Sequence[Contribution],
    judgements: Iterable[Judgement],
    choice: Choice | None = None,
    as_of: date | None = None,
) -> EvidenceList:
    """The contributions that are meant, and what is to be known of them.

    Args:
        records: All that was recorded until the day.
        judgements: The same.
        choice: Which are meant; None for all that stand.
        as_of: The day, to be shown.
    """
    wanted = choice or Choice()
    said = tuple(judgements)
    became = states(records)
    counted = actions(records, said)
    chosen = [each for each in records if wanted.takes(each, became[each.id])]
    ids = {each.id for each in chosen}
    candidates = unjudged_pairs(records, said)
    return EvidenceList(
        as_of,
        tuple(Entry(each, became[each.id], _other(each.id, counted)) for each in chosen),
        len({counted[one] for one in ids if one in counted}),
        tuple(each for each in candidates if ids & {each.first, each.second}),
    )


def unjudged_pairs(records: Sequence[Contribution], judgements: Iterable[Judgement]) -> tuple[Candidate, ...]:
    """The pairs of standing contributions that may be one action and that nobody judged, in the order of recording.

    A judgement on earlier states of two contributions holds for their later ones.
    """
    said = tuple(judgements)
    newest = newest_states(records)
    judged = {frozenset(newest.get(one, one) for one in pair) for pair in latest_judgements(said)}
    return find_duplicates(standing_contributions(records), judged, actions(records, said))


def _other(one: UUID, counted: dict[UUID, UUID]) -> UUID | None:
    under = counted.get(one, one)
    return None if under == one else under


def by_theme(listed: EvidenceList, framework: Framework) -> tuple[ThemeGroup, ...]:
    """The standing contributions under each theme of a framework, in its order; last those without one.

    A contribution stands under every theme it names; what tells of the same action stands under a theme once.
    """
    groups = [
        ThemeGroup(each.code, each.name, _under(listed, framework, each.code)) for each in load_themes(framework)
    ]
    return (*groups, ThemeGroup("", "no code given", _under(listed, framework, "")))


def _under(listed: EvidenceList, framework: Framework, code: str) -> tuple[Contribution, ...]:
    once: dict[UUID, Contribution] = {}
    for each in listed.entries:
        codes = each.contribution.codes(framework)
        if each.state == "stands" and (code in codes if code else not codes):
            under = each.counted_under or each.contribution.id
            if each.counted_under is None or under not in once:
                once[under] = each.contribution
    return tuple(once.values())
