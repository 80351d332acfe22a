"""The divides of a review as JSON: the keys of ``divides`` in ``review.json``."""

from typing import Any

from stocktake.review.divides import DivideMeasured


def divide_to_json(divide: DivideMeasured) -> dict[str, Any]:
    """One divide, its results in the shape of ``stocktake/measure/1``."""
    return {
        "divide": divide.id,
        "name": divide.name,
        "by": list(divide.by),
        "indicators": [
            {
                "indicator": each.indicator,
                "name": each.name,
                "results": [result.to_json() for result in each.results],
            }
            for each in divide.measured
        ],
        "lacking": list(divide.lacking),
        "because": divide.because,
    }
