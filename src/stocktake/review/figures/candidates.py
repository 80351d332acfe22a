"""Newer figures as candidate edits of the next draft: from a text and the statistics held to proposed changes.

Knows how a replacement becomes a tracked change with its reason. What may be replaced is for ``replacing``.
"""

from collections.abc import Iterable
from datetime import date

from stocktake.documents.draft import Datum, ProposedChange
from stocktake.documents.find.figures import find_figures
from stocktake.documents.model import Document
from stocktake.review.figures.binding import bind_figures, wanted_of
from stocktake.review.figures.case import AuditText
from stocktake.review.figures.model import Replacement
from stocktake.review.figures.replacing import propose_replacements
from stocktake.review.figures.values import known_values
from stocktake.review.figures.wording import value_words
from stocktake.review.numbers import Numbers
from stocktake.statistics.measures.published import published_values

RULE = "newer figures"


def newer_figures(base: Document, numbers: Numbers, as_of: date) -> tuple[ProposedChange, ...]:
    """The changes of a text that the statistics held offer, in the order of its words; none is advice.

    Args:
        base: The text that the draft starts from.
        numbers: The statistics held.
        as_of: What came out later is not known.
    """
    figures = find_figures(base)
    wanted = wanted_of(figures)
    if not wanted:
        return ()
    known = known_values(wanted, published_values(numbers.open(), wanted, as_of), as_of)
    text = AuditText.of(base.name, base, figures, bind_figures(base, figures, known))
    return changes_of(propose_replacements(text, as_of))


def changes_of(replacements: Iterable[Replacement]) -> tuple[ProposedChange, ...]:
    """Replacements as changes of the next draft, each with its reason and where its number stands."""
    return tuple(
        ProposedChange(
            place=each.paragraph,
            start=each.start,
            end=each.end,
            old=each.old,
            new=each.new,
            reason=f"A newer figure of the same is held. {each.besides}".rstrip(),
            rule=RULE,
            datum=Datum(value_words(each.source), each.source.source),
        )
        for each in replacements
    )
