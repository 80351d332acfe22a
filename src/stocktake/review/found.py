"""What is found in one text alone, together: duties, citations, events, figures, themes.

Knows who finds what. None of it depends on other texts, on what people recorded or on a date, so it is made once.
"""

from dataclasses import dataclass

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment
from stocktake.documents.find.citations import Citation, find_citations
from stocktake.documents.find.events import Event, find_events
from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.find.themes import ThemeLabel, find_themes
from stocktake.documents.model import Document


@dataclass(frozen=True, slots=True)
class Found:
    """What one text holds.

    Attributes:
        commitments: Every duty, asked and reported.
        citations: The documents it cites.
        events: The dated events it names.
        figures: The quantities about the world it prints.
        labels: What its paragraphs are about.
    """

    commitments: tuple[Commitment, ...] = ()
    citations: tuple[Citation, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    labels: tuple[ThemeLabel, ...] = ()


def find_everything(document: Document) -> Found:
    """Everything that is found in a text, each in the order of the text."""
    return Found(
        commitments=find_commitments(document),
        citations=find_citations(document),
        events=find_events(document),
        figures=find_figures(document),
        labels=find_themes(document),
    )
