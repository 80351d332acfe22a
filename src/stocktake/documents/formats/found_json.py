"""Citations, events and themes as JSON: ``stocktake/citations/1``, ``stocktake/events/1``, ``stocktake/themes/1``.

Knows the keys and their order (``docs/reference/shapes.md``). Does not find anything.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.find.citations import Citation
from stocktake.documents.find.events import Event
from stocktake.documents.find.themes import ThemeLabel
from stocktake.documents.model import Document
from stocktake.frameworks.matrices import Disagreement, Matrix

CITATIONS_SCHEMA = "stocktake/citations/1"
EVENTS_SCHEMA = "stocktake/events/1"
THEMES_SCHEMA = "stocktake/themes/1"


def citations_to_json(document: Document, citations: Sequence[Citation]) -> dict[str, Any]:
    """The citations of a document, ready for ``json.dumps``; ``document`` is its symbol, or null."""
    return {
        "schema": CITATIONS_SCHEMA,
        "document": document.data.symbol,
        "citations": [_citation(each) for each in citations],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "place": citation.place,
        "printed": citation.printed,
        "symbol": str(citation.symbol),
        "pinpoint": citation.pinpoint,
        "date": str(citation.date) if citation.date else None,
        "spans": [list(span) for span in citation.spans],
    }


def events_to_json(document: Document, events: Sequence[Event]) -> dict[str, Any]:
    """The events of a document, ready for ``json.dumps``; ``document`` is its symbol, or null."""
    return {
        "schema": EVENTS_SCHEMA,
        "document": document.data.symbol,
        "events": [_event(each) for each in events],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "paragraph": event.paragraph,
        "name": event.name,
        "place": event.place,
        "start": str(event.start),
        "end": str(event.end),
        "quote": event.quote,
        "spans": [list(span) for span in event.spans],
    }


def themes_to_json(
    document: Document,
    labels: Sequence[ThemeLabel],
    matrix: Matrix | None = None,
    differing: Sequence[Disagreement] = (),
) -> dict[str, Any]:
    """The themes of a document, ready for ``json.dumps``; beside a matrix, where labels and matrix do not agree."""
    return {
        "schema": THEMES_SCHEMA,
        "document": document.data.symbol,
        "themes": [_label(each) for each in labels],
        "matrix": _matrix(matrix) if matrix else None,
        "disagreements": [each._asdict() for each in differing],
    }


def _label(label: ThemeLabel) -> dict[str, Any]:
    return {
        "paragraph": label.paragraph,
        "framework": label.framework,
        "code": label.code,
        "basis": label.basis,
        "words": list(label.words),
        "spans": [list(span) for span in label.spans],
    }


def _matrix(matrix: Matrix) -> dict[str, Any]:
    return {
        "rows": matrix.rows,
        "columns": matrix.columns,
        "version": matrix.version,
        "source": matrix.source,
        "date": matrix.date.isoformat(),
    }
