"""The figures of one text in the terminal. Computes nothing."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text as Words

from stocktake.documents.find.figures import Figure
from stocktake.documents.model import Document
from stocktake.publish.terminal import indented, listing, pages
from stocktake.review.words import counted


def render_figures(document: Document, figures: Sequence[Figure]) -> Group:
    """The page of the quantities about the world that one text prints, in the order in which it prints them."""
    rows = [(each.paragraph, when_words(each), f"{printed_words(each)}: {said_words(each)}") for each in figures]
    columns = ("place", "year", "figure, of whom, what is measured")
    return pages(
        Words(f"{document.name} prints {counted(len(figures), 'figure')}", style="bold"),
        indented(listing(columns, rows)) if rows else None,
        Words(_EXPLAINED, style="dim") if any(each.year_basis in _BASES for each in figures) else None,
    )


_BASES = {"source": "*", "implied": "†"}
_EXPLAINED = "* the year in the title of the publication that the note cites; † the year of the clause before"


def said_words(figure: Figure) -> str:
    """Of whom a figure is, and what is measured."""
    whose = _whose(figure)
    return f"{whose}: {figure.measure}" if whose else figure.measure


def printed_words(figure: Figure) -> str:
    """A figure as printed, with the word before it."""
    kind = "" if figure.kind == "level" else f" ({figure.kind})"
    return f"{f'{figure.comparator} ' if figure.comparator else ''}{figure.printed}{kind}"


def _whose(figure: Figure) -> str:
    sexes = {"female": "women", "male": "men"}
    told = (figure.group, sexes.get(figure.sex or ""), figure.location)
    return ", ".join(each for each in told if each)


def when_words(figure: Figure) -> str:
    """The year of a figure, with a sign where the text does not state it; nothing where none is known."""
    if figure.year is None:
        return ""
    since = f"{figure.since}–" if figure.since else ""
    return f"{since}{figure.year}{_BASES.get(figure.year_basis or '', '')}"
