"""The next draft: the technical updates that the base text needs before anyone negotiates.

Knows the rules, in one list. Policy wording is never touched: a rule proposes only what follows from sessions,
dates and symbols, and says from which fact; where the fact is missing, the place is bracketed. Candidates from
elsewhere (figures) join them; how they were found is not known here.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain

from stocktake.documents.draft.cycle import counted_meetings, sessions, years
from stocktake.documents.draft.heading import heading
from stocktake.documents.draft.lines import title_lines
from stocktake.documents.draft.meetings import dated_meetings
from stocktake.documents.draft.model import Datum, ProposedChange, apply_changes, without_overlaps
from stocktake.documents.draft.recalled import earlier_resolutions, own_resolution, twin_resolution
from stocktake.documents.draft.reports import reports
from stocktake.documents.draft.situation import Situation, situation_of
from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage, lineages

__all__ = ["RULES", "Datum", "ProposedChange", "apply_changes", "propose_changes"]

Rule = Callable[[Situation], Iterator[ProposedChange]]

# Where two rules touch the same words, the earlier one has them.
RULES: tuple[Rule, ...] = (
    heading,
    own_resolution,
    twin_resolution,
    earlier_resolutions,
    reports,
    sessions,
    counted_meetings,
    dated_meetings,
    years,
)


def propose_changes(
    base: Document,
    *,
    held: Sequence[Document] = (),
    chains: tuple[Lineage, ...] | None = None,
    as_of: date | None = None,
    candidates: Sequence[ProposedChange] = (),
) -> tuple[ProposedChange, ...]:
    """The technical updates from ``base`` to the next draft, in the order of the text, none touching another.

    Args:
        base: The text that the draft starts from.
        held: Other texts at hand, the base's predecessor above all.
        chains: The lineages that are known; None for those of the frameworks.
        as_of: What is later than this is not used; None where no date is set.
        candidates: Changes of paragraphs and notes that were found elsewhere, such as newer figures. Where a rule
            touches the same words, the rule has them.
    """
    situation = situation_of(base, held, lineages() if chains is None else chains, as_of)
    ruled = (change for rule in RULES for change in rule(situation))
    changes = without_overlaps(chain(ruled, candidates))
    order = {name: number for number, name in enumerate(dict.fromkeys(_names(situation)))}
    return tuple(sorted(changes, key=lambda each: (order[each.place], each.start)))


def _names(situation: Situation) -> Iterator[str]:
    """The places in the order of the page: heading, paragraphs each followed by its notes, end."""
    lines = title_lines(situation.base)
    yield from (line.kind for line in lines.before)
    for place in situation.places:
        if place.part != "note":
            yield place.name
            yield from (name for name, _ in place.notes)
    yield from (place.name for place in situation.places)
    yield from (line.kind for line in lines.after)
