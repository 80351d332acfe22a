"""What entities report, in their own words, each with the paragraphs in force that its action answers.

Knows no rung: how far a report carries is said where the duty stands. Shortens nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from stocktake.register.contribution import actions, standing_contributions
from stocktake.review.evidence.given import Recorded
from stocktake.review.evidence.model import Reported, Standing


def reported_words(recorded: Recorded, standing: Iterable[Standing]) -> tuple[Reported, ...]:
    """Every contribution that stands, oldest first.

    Args:
        recorded: What people recorded until the end of the day of the review.
        standing: Where the duties of the texts in force stand, as ``standings`` gives it.
    """
    counted = actions(recorded.contributions, recorded.judgements)
    places: dict[UUID, dict[tuple[str, str], None]] = defaultdict(dict)
    for each in standing:
        for proof in each.proofs:
            if proof.contribution is not None:
                places[counted[proof.contribution]][each.text, each.paragraph] = None
    return tuple(
        Reported(each, counted[each.id], tuple(places.get(counted[each.id], ())))
        for each in standing_contributions(recorded.contributions)
    )
