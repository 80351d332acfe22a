"""Results of measures as JSON, in the shape ``stocktake/measure/1``. Computes nothing."""

from typing import Any

from stocktake.workspace.measuring import Measured

MEASURE_SCHEMA = "stocktake/measure/1"


def measure_to_json(measured: Measured) -> dict[str, Any]:
    """The answer, ready for ``json.dumps``: the contract's keys in its order, then ours; unrounded values."""
    return {
        "schema": MEASURE_SCHEMA,
        "indicator": measured.indicator,
        "as_of": measured.as_of.isoformat(),
        "results": [each.to_json() for each in measured.results],
        "name": measured.name,
        "notes": list(measured.notes),
    }
