"""Citations and events of one text in the terminal. Computes nothing."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text as Words

from stocktake.documents.find.citations import Citation
from stocktake.documents.find.events import Event
from stocktake.documents.model import Document
from stocktake.publish.terminal import indented, listing, pages
from stocktake.review.words import counted, date_range


def render_citations(document: Document, citations: Sequence[Citation]) -> Group:
    """The page of the documents that one text cites, in the order in which it cites them."""
    rows = [(each.place, str(each.symbol), each.pinpoint or "", each.printed) for each in citations]
    return pages(
        Words(f"{document.name} cites {counted(len(citations), 'time')}", style="bold"),
        indented(listing(("place", "symbol", "pinpoint", "printed"), rows)) if rows else None,
    )


def render_events(document: Document, events: Sequence[Event]) -> Group:
    """The page of the dated events that one text names, in the order in which it names them."""
    rows = [
        (
            each.paragraph,
            date_range(str(each.start), str(each.end)),
            f"{each.name}{f', {each.place}' if each.place else ''}",
        )
        for each in events
    ]
    return pages(
        Words(f"{document.name} names {counted(len(events), 'dated event')}", style="bold"),
        indented(listing(("paragraph", "date", "event"), rows)) if rows else None,
    )
