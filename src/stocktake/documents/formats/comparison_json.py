"""A comparison as JSON: ``stocktake/comparison/1``, keys in the order of ``docs/reference/shapes.md``.

Knows the shape only; decides nothing. ``from`` and ``to`` are the old and the new side.
"""

from typing import Any

from stocktake.documents.compare.model import Comparison, Pair

SCHEMA = "stocktake/comparison/1"


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dictionaries and lists, ready for ``json.dumps``."""
    return {
        "schema": SCHEMA,
        "from": comparison.old,
        "to": comparison.new,
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "summary": comparison.summary,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "from": list(pair.old),
        "to": list(pair.new),
        "change": pair.change,
        "moved": pair.moved,
        "crosses": pair.crosses,
        "verb": {"from": pair.verb.old, "to": pair.verb.new, "shift": pair.verb.shift},
        "notes_changed": pair.notes_changed,
        "words": [[run.operation, run.text] for run in pair.words],
    }
