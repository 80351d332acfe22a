"""Figures as JSON, in the shape ``stocktake/figures/1``.

Knows the keys and their order (``docs/reference/shapes.md``). Does not find anything.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.find.figures import Figure
from stocktake.documents.model import Document

FIGURES_SCHEMA = "stocktake/figures/1"


def figures_to_json(document: Document, figures: Sequence[Figure]) -> dict[str, Any]:
    """The figures of a document, ready for ``json.dumps``; ``document`` is its symbol, or null."""
    return {
        "schema": FIGURES_SCHEMA,
        "document": document.data.symbol,
        "figures": [figure_to_json(each) for each in figures],
    }


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """One figure: the keys of the contract, then what is said besides."""
    return {
        "paragraph": figure.paragraph,
        "quote": figure.quote,
        "spans": [list(span) for span in figure.spans],
        "printed": figure.printed,
        "value": _number(figure.value),
        "unit": figure.unit,
        "comparator": figure.comparator,
        "measure": figure.measure,
        "group": figure.group,
        "sex": figure.sex,
        "year": figure.year,
        "year_basis": figure.year_basis,
        "notes": list(figure.notes),
        "rule": figure.rule,
        "kind": figure.kind,
        "upper": _number(figure.upper),
        "sense": figure.sense,
        "indicator": figure.indicator,
        "negated": figure.negated,
        "area": figure.area,
        "population": figure.population,
        "location": figure.location,
        "since": figure.since,
        "printed_spans": [list(span) for span in figure.printed_spans],
        "sides": [each.name for each in figure.sides],
        "restates": figure.restates,
    }


def _number(value: float | None) -> float | int | None:
    """A whole number without its decimal point: 93, not 93.0."""
    return int(value) if value is not None and value == int(value) else value
