"""Citations, events and themes of one text in the terminal. Computes nothing."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.find.citations import Citation
from stocktake.documents.find.events import Event
from stocktake.documents.find.themes import ThemeLabel
from stocktake.documents.model import Document
from stocktake.frameworks.matrices import Disagreement, Matrix
from stocktake.publish.terminal import indented, listing, pages
from stocktake.review.words import counted, date_range, long_date

_KINDS = (
    ("labels only", "The paragraph has both themes; the matrix says that they are not related"),
    ("matrix only", "The matrix relates them; the paragraph has the first alone"),
)
_OURS = (
    "By words of our own lexicon, save where the text names the theme by its number. --json has the words' places."
)


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


def render_themes(document: Document, labels: Sequence[ThemeLabel]) -> Group:
    """The page of the themes of one text, paragraph by paragraph, with the words that point to each."""
    rows = [(each.paragraph, each.label, each.basis, ", ".join(each.words)) for each in labels]
    return pages(
        Words(f"{document.name} touches on {counted(len(labels), 'theme')}, paragraph by paragraph", style="bold"),
        indented(listing(("paragraph", "theme", "basis", "words"), rows)) if rows else None,
        Words(f"\n{_OURS}"),
    )


def render_disagreements(document: Document, matrix: Matrix, differing: Sequence[Disagreement]) -> Group:
    """The page of where the themes of a text and a matrix do not agree, by kind; nothing is settled."""
    name = f"{matrix.rows}–{matrix.columns}, version {matrix.version}, {long_date(matrix.date.isoformat())}"
    parts: list[RenderableType] = []
    for kind, words in _KINDS:
        rows = [(each.paragraph, each.row, each.column, each.rationale) for each in differing if each.kind == kind]
        if rows:
            parts += [
                Words(f"\n{words}", style="bold"),
                indented(listing(("paragraph", matrix.rows, matrix.columns, "the matrix says"), rows)),
            ]
    silent = sum(each.kind == "unknown" for each in differing)
    if silent:
        parts.append(
            Words(f"\nOf {counted(silent, 'pair')} of themes of one paragraph the file says nothing: --json.")
        )
    title = f"{document.name} beside the matrix {name} ({matrix.source})"
    return pages(Words(title, style="bold"), *(parts or [Words("They agree in every cell that the file holds.")]))
