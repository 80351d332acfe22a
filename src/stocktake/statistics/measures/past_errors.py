"""What a model would have missed in the past: the rolling origin, the spread at each horizon, the weights of models.

From each earlier year the model is fitted to what was known and asked for the years that followed; what it missed says
how far it may miss what comes. Knows nothing of what the years mean, and fits no other series' errors to this one.

Sources: Williams and Goodman (1971), Journal of the American Statistical Association 66, for intervals from the errors
of past forecasts; Gardner (1988), Management Science 34, for their variance at each horizon; Student (1908) for a
spread known from few errors. What is done where a horizon has no errors of its own is ours (``PastErrors.spreads``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stocktake.statistics.measures.models import from_scale, slope_of, to_scale
from stocktake.statistics.measures.request import Slope

FEWEST_TO_FIT = 3
FURTHEST = 5
"""Models are weighed by their errors up to so many years ahead."""
FEWEST_ERRORS = 4
"""A horizon with fewer errors has no spread of its own."""
LEAST_ERROR = 0.05
"""An error below it counts as this: half of a printed 0.1."""


@dataclass(frozen=True, slots=True)
class PastErrors:
    """What a model would have missed, one element for each year forecast from an earlier one.

    Attributes:
        ahead: How many years later.
        missed: What came less what was expected, on the scale of the model.
        points: The same in the unit of the values, without its sign.
        origins: How many years there are to forecast from.
    """

    ahead: Any
    missed: Any
    points: Any
    origins: int

    @property
    def mean(self) -> float | None:
        """The mean absolute error up to ``FURTHEST`` years ahead, in the values' unit; None where there is none."""
        near = self.points[self.ahead <= FURTHEST]
        return float(near.mean()) if len(near) else None

    def spreads(self, furthest: int) -> tuple[Any, Any]:
        """For 1 to ``furthest`` years ahead: the root mean square of what was missed, and its degrees of freedom.

        Of the errors at that horizon where there are ``FEWEST_ERRORS``; else of the longest shorter one that has them,
        grown in proportion to the years; else of all errors, each divided by its years. In proportion, because x + b h
        misses by h times what b is wrong by, and over years it is the slope that goes wrong. There are as many degrees
        of freedom as errors, for no mean is taken off; in the last case as origins, whose errors go together.
        """
        import numpy as np

        years = np.arange(1, furthest + 1)
        per_year = (self.missed / self.ahead) ** 2
        horizons, place, counts = np.unique(self.ahead, return_inverse=True, return_counts=True)
        squares = np.bincount(place, per_year) / counts
        known = counts >= FEWEST_ERRORS
        # The first element stands for the years before the first horizon that has errors enough.
        squares = np.array([per_year.mean(), *squares[known]])
        freedom = np.array([self.origins, *counts[known]])
        at = np.searchsorted(horizons[known], years, side="right")
        return years * np.sqrt(squares[at]), freedom[at]


def past_errors(model: str, years: Any, values: Any, ceiling: float, kind: Slope = "least squares") -> PastErrors:
    """What a model would have missed from each year with three values up to it, for all the years that follow.

    Args:
        model: One of ``MODELS``.
        years: In order, at least four.
        values: Of those years.
        ceiling: K.
        kind: How a slope is found.
    """
    import numpy as np

    numbers = to_scale(model, values, ceiling)
    origins = range(FEWEST_TO_FIT, len(years))
    ahead = [years[end:] - years[end - 1] for end in origins]
    slopes = [slope_of(years[:end], numbers[:end], kind) for end in origins]
    lines = [numbers[end - 1] + slope * h for end, slope, h in zip(origins, slopes, ahead, strict=True)]
    came, line = np.concatenate([np.arange(end, len(years)) for end in origins]), np.concatenate(lines)
    points = np.abs(values[came] - from_scale(model, line, ceiling))
    return PastErrors(np.concatenate(ahead), numbers[came] - line, points, len(origins))


def model_weights(errors: Mapping[str, float | None]) -> dict[str, float]:
    """The weight of each model, which add up to 1: the inverse of its past error; equal where none is known.

    Not of its square: a dozen errors that go together do not tell models apart so surely (``bench/projection.py``). An
    error below ``LEAST_ERROR``, what printing rounds away, counts as that.
    """
    known = {name: 1 / max(error, LEAST_ERROR) for name, error in errors.items() if error is not None}
    if not known:
        return {name: 1 / len(errors) for name in errors}
    total = sum(known.values())
    return {name: known.get(name, 0.0) / total for name in errors}
