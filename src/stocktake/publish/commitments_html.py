"""The duties of a text as one HTML file that needs nothing else: by paragraph, and by who is asked.

Knows the order of the page. Lays out and links; computes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from stocktake import __version__
from stocktake.documents.model import Document
from stocktake.publish.page import page_template
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.example import is_example


def render_commitments_html(document: Document, asked: Sequence[Asked], as_of: date) -> str:
    """The page; the same duties and date give the same bytes.

    Args:
        document: The text.
        asked: Its duties, or some of them.
        as_of: The date of the states.
    """
    own = [each for each in asked if each.commitment.standing == "asked"]
    return page_template("commitments.html.j2").render(
        version=__version__,
        document=document,
        name=document.data.symbol or document.source.name,
        as_of=as_of.isoformat(),
        asked=own,
        reported=[each for each in asked if each.commitment.standing == "reported"],
        by_addressee=_by_addressee(own),
        anchor=_anchor,
        example=is_example(document),
    )


def _by_addressee(asked: Sequence[Asked]) -> list[tuple[str, list[Asked]]]:
    """Who is asked, those asked most first, each with the duties."""
    lists: dict[str, list[Asked]] = defaultdict(list)
    for each in asked:
        for name in dict.fromkeys(addressee_names(each.commitment)):
            lists[name].append(each)
    return sorted(lists.items(), key=lambda item: (-len(item[1]), item[0].casefold()))


def _anchor(asked: Asked) -> str:
    """The address of a duty on the page: ``13-1``, ``70(a)-2``."""
    return asked.commitment.id.rpartition(":")[2].replace("#", "-")
