"""What the evidence covers: actions by theme and by region, and where nobody reported.

Knows that an action that several reports tell of is counted once, in every cell that any of them names, and that the
order of the records does not matter. Judges nothing: no report is not to say that nothing was done.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from stocktake.frameworks.themes import FRAMEWORKS, Framework, load_themes
from stocktake.register import Contribution
from stocktake.register.contribution import actions, standing_contributions
from stocktake.register.contribution_fields import WORLD
from stocktake.register.evidence_list import unjudged_pairs
from stocktake.review.evidence.given import Given, Recorded
from stocktake.review.evidence.model import Cell, Coverage, Standing, Table, ThemeCount
from stocktake.review.evidence.regions import regions, regions_of

_Action = Sequence[Contribution]
"""All reports of one action."""


def coverage(given: Given, recorded: Recorded, standing: Sequence[Standing]) -> Coverage:
    """What the evidence covers; the same whatever the order of the records.

    Args:
        given: What is held.
        recorded: What people recorded until the end of the day of the review.
        standing: Where the duties of the texts in force stand, as ``standings`` gives it.
    """
    contributions = standing_contributions(recorded.contributions)
    told = _actions(contributions, actions(recorded.contributions, recorded.judgements))
    shown = regions(example=any(each.example for each in given.texts))
    reached = {region for each in told for region in _regions(each)}
    return Coverage(
        contributions=len(contributions),
        actions=len(told),
        entities=len({_entity(each) for each in contributions}),
        latest=max((each.recorded_at.date() for each in contributions), default=None),
        silent_paragraphs=_silent(given, standing),
        silent_regions=tuple(each for each in shown if each[0] not in reached),
        themes=tuple(count for framework in FRAMEWORKS for count in _theme_counts(told, framework)),
        lines_by_region=_table(told, shown, _regions),
        lines_by_goal=_table(told, _named("SDG"), lambda each: _codes(each, "SDG")),
        unjudged=len(unjudged_pairs(recorded.contributions, recorded.judgements)),
        everywhere=sum(any(WORLD in report.where for report in each) for each in told),
    )


def _actions(contributions: Iterable[Contribution], counted: Mapping[UUID, UUID]) -> tuple[_Action, ...]:
    found: dict[UUID, list[Contribution]] = defaultdict(list)
    for each in contributions:
        found[counted[each.id]].append(each)
    return tuple(found.values())


def _codes(action: _Action, framework: Framework) -> set[str]:
    return {code for report in action for code in report.codes(framework)}


def _regions(action: _Action) -> set[str]:
    return {region for report in action for code in report.where for region in regions_of(code)}


def _entity(report: Contribution) -> str:
    return " ".join(report.who.casefold().split())


def _silent(given: Given, standing: Iterable[Standing]) -> tuple[tuple[str, str], ...]:
    """The operative paragraphs in force that ask something and on which no contribution was made."""
    told = {
        (each.text, each.paragraph)
        for each in standing
        if any(proof.contribution is not None for proof in each.proofs)
    }
    asking = ((each.text, each.paragraph) for each in given.duties.status if each.duties)
    return tuple(each for each in asking if each not in told)


def _named(framework: Framework) -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.name) for each in load_themes(framework))


def _theme_counts(told: Iterable[_Action], framework: Framework) -> Iterator[ThemeCount]:
    count: Counter[str] = Counter()
    entities: dict[str, set[str]] = defaultdict(set)
    for action in told:
        codes = _codes(action, framework)
        count.update(codes)
        for code in codes:
            entities[code].update(_entity(report) for report in action if code in report.codes(framework))
    for code, name in _named(framework):
        yield ThemeCount(framework, code, name, count[code], len(entities[code]))


def _table(
    told: Iterable[_Action], columns: Sequence[tuple[str, str]], codes: Callable[[_Action], set[str]]
) -> Table:
    """Action lines by other codes."""
    rows = _named("WSIS")
    count: Counter[tuple[str, str]] = Counter()
    unplaced = 0
    for action in told:
        named = [(line, code) for line in _codes(action, "WSIS") for code in codes(action)]
        count.update(named)
        unplaced += not named
    cells = (Cell(row, column, count[row, column]) for row, _ in rows for column, _ in columns)
    return Table(rows, tuple(columns), tuple(each for each in cells if each.actions), unplaced)
