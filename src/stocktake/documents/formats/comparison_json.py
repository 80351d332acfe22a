"""A comparison as JSON: ``stocktake/comparison/1``, keys in the order of ``docs/reference/shapes.md``.

Knows the shape only; decides nothing. ``from`` and ``to`` are the old and the new side.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.compare.model import Comparison, Pair
from stocktake.findings import Finding

SCHEMA = "stocktake/comparison/1"


def comparison_to_json(comparison: Comparison, findings: Sequence[Finding] | None = None) -> dict[str, Any]:
    """The comparison as plain dictionaries and lists, ready for ``json.dumps``.

    Args:
        comparison: What was compared.
        findings: The remarks on the two texts; None where nobody looked for any, and then there is no such field.
    """
    shape: dict[str, Any] = {
        "schema": SCHEMA,
        "from": comparison.old,
        "to": comparison.new,
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "summary": comparison.summary,
    }
    if findings is not None:
        shape["findings"] = [
            {"code": each.code.value, "place": each.place, "message": each.message, "advice": each.advice}
            for each in findings
        ]
    return shape


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
