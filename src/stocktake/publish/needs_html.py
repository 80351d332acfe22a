"""Needs and offers as a section of an HTML page: tables with captions and heads, no script. Computes nothing."""

from stocktake.publish.needs_words import (
    MEANING,
    RULES,
    cost_words,
    money_words,
    offer_amount_words,
    offer_name,
    sentence,
    source_words,
    state_words,
    status_words,
)
from stocktake.publish.page import page_template
from stocktake.register.words import shown
from stocktake.review.needs.model import NeedsView


def render_needs_section(view: NeedsView) -> str:
    """The section, to be put into a page; its heading is of the second level and has the id ``needs``."""
    return page_template("needs.html.j2").render(
        view=view,
        meaning=MEANING,
        rules=RULES,
        shown=shown,
        joined=lambda parts: "; ".join(map(shown, parts)),
        sentence=sentence,
        name=offer_name,
        amount=offer_amount_words,
        cost=cost_words,
        money=money_words,
        source=source_words,
        state=state_words,
        status=status_words,
    )
