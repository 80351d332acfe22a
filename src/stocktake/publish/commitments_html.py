"""The duties of a text as one HTML file that needs nothing else, with filters that need no script.

Knows the order of the page and what can be chosen from it. Lays out and links; computes nothing.
"""

from collections.abc import Sequence
from datetime import date

from stocktake import __version__
from stocktake.documents.model import Document
from stocktake.publish.filters import Choice, classes_of, counted_filters, names_by_count
from stocktake.publish.page import page_template
from stocktake.publish.review_duties_html import STATES, days_words
from stocktake.register.words import shown
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.example import is_example

_SETTLE = "to be settled"
_KINDS = ("strength", "state", "theme", "who")


def render_commitments_html(document: Document, asked: Sequence[Asked], as_of: date) -> str:
    """The page; the same duties and date give the same bytes.

    Args:
        document: The text.
        asked: Its duties, or some of them.
        as_of: The date of the states.
    """
    own = [each for each in asked if each.commitment.standing == "asked"]
    choices = _choices(own)
    return page_template("commitments.html.j2").render(
        version=__version__,
        document=document,
        name=document.name,
        as_of=as_of.isoformat(),
        asked=own,
        reported=[each for each in asked if each.commitment.standing == "reported"],
        choices=choices,
        classes=lambda each: classes_of(_names(each), choices),
        anchor=_anchor,
        days=days_words,
        shown=shown,
        example=is_example(document),
    )


def _names(asked: Asked) -> tuple[Sequence[str], ...]:
    """What the filters of each kind look at."""
    duty = asked.commitment
    settle = [_SETTLE] if duty.doubts else []
    return [duty.strength], [asked.state, *settle], asked.themes, addressee_names(duty)


def _choices(asked: Sequence[Asked]) -> tuple[Choice, ...]:
    """The filters, kind by kind: those that show most first, states in their own order."""
    strengths, states, themes, names = zip(*map(_names, asked), strict=True) if asked else ((), (), (), ())
    means = [*STATES, (_SETTLE, "the words leave something to a person")]
    return (
        Choice("Strength", counted_filters(_KINDS[0], _known(strengths), strengths)),
        Choice("State", counted_filters(_KINDS[1], means, states)),
        Choice("Theme", counted_filters(_KINDS[2], _known(themes), themes)),
        Choice("Asked", counted_filters(_KINDS[3], _known(names), names)),
    )


def _known(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    return [(name, "") for name in names_by_count(rows)]


def _anchor(asked: Asked) -> str:
    """The address of a duty on the page: ``13-1``, ``70(a)-2``."""
    return asked.commitment.id.rpartition(":")[2].replace("#", "-")
