"""Models that extend a series: log odds, Gompertz and a straight line, each a line on its own scale.

Knows the scales, the line through a series (least squares or Theil-Sen), the error that each would have made in the
past, and draws of what may come. A model starts from the last value and goes on with the slope of its line:
x(t + h) = x(t) + b h. Knows nothing of areas and targets.

Sources: logistic and Gompertz growth as usual for the diffusion of technology; Theil (1950) and Sen (1968) for the
median of slopes; rolling-origin evaluation and the residual and block bootstrap as in the forecasting literature.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stocktake.statistics.measures.request import Slope

EDGE = 0.0005
"""Values nearer to 0 or the ceiling, as a share of it, are taken at this distance: half of a printed 0.1 per cent."""
FURTHEST = 5
"""Past errors are measured up to so many years ahead."""
FEWEST_TO_FIT = 3
BLOCK_BELOW = 12
"""A series of fewer points is resampled in blocks of ``BLOCK``: too few to believe its residuals independent."""
BLOCK = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale on which a model is a line: there and back, for values as shares of the ceiling."""

    there: Callable[[Any], Any]
    back: Callable[[Any], Any]


def _scales() -> Mapping[str, Scale]:
    import numpy as np

    return {
        "logit": Scale(lambda share: np.log(share / (1 - share)), lambda x: 1 / (1 + np.exp(-x))),
        "gompertz": Scale(lambda share: -np.log(-np.log(share)), lambda x: np.exp(-np.exp(-x))),
        "linear": Scale(lambda share: share, lambda x: x),
    }


MODELS = ("logit", "gompertz", "linear")
"""Every model; the first two need a ceiling."""


def to_scale(model: str, values: Any, ceiling: float) -> Any:
    """The values on the scale of a model; near 0 and the ceiling at ``EDGE`` from it, but for the straight line."""
    import numpy as np

    shares = np.asarray(values, dtype=float) / ceiling
    return _scales()[model].there(shares if model == "linear" else np.clip(shares, EDGE, 1 - EDGE))


def from_scale(model: str, numbers: Any, ceiling: float) -> Any:
    """The values that have these numbers on the scale of a model, kept between 0 and the ceiling."""
    import numpy as np

    with np.errstate(over="ignore"):
        shares = _scales()[model].back(np.asarray(numbers, dtype=float))
    return np.clip(shares, 0.0, 1.0) * ceiling


def slope_of(years: Any, numbers: Any, kind: Slope = "least squares") -> float:
    """The slope of the line: least squares, or the median of the slopes of all pairs (Theil-Sen)."""
    import numpy as np

    if kind == "least squares":
        centred = years - years.mean()
        return float(centred @ numbers / (centred @ centred))
    first, second = np.triu_indices(len(years), 1)
    return float(np.median((numbers[second] - numbers[first]) / (years[second] - years[first])))


def slopes_of(years: Any, rows: Any, kind: Slope = "least squares") -> Any:
    """The slope of each row of numbers, as ``slope_of`` gives it for one."""
    import numpy as np

    if kind == "least squares":
        centred = years - years.mean()
        return rows @ centred / (centred @ centred)
    first, second = np.triu_indices(len(years), 1)
    return np.median((rows[:, second] - rows[:, first]) / (years[second] - years[first]), axis=1)


def past_error(model: str, years: Any, values: Any, ceiling: float, kind: Slope = "least squares") -> float | None:
    """The mean absolute error, in the values' unit, of forecasts from each earlier year (rolling origin).

    From each year with three points up to the last but one, up to five years ahead. None where there is no such year.
    """
    import numpy as np

    numbers = to_scale(model, values, ceiling)
    errors = []
    for end in range(FEWEST_TO_FIT, len(years)):
        slope = slope_of(years[:end], numbers[:end], kind)
        ahead = slice(end, end + FURTHEST)
        expected = from_scale(model, numbers[end - 1] + slope * (years[ahead] - years[end - 1]), ceiling)
        errors.append(np.abs(expected - values[ahead]))
    return float(np.concatenate(errors).mean()) if errors else None


def model_weights(errors: Mapping[str, float | None]) -> dict[str, float]:
    """The weight of each model, which add up to 1: the inverse of its squared past error; equal where none is known.

    An error below 0.05, what printing rounds away, counts as that.
    """
    known = {name: 1 / max(error, 0.05) ** 2 for name, error in errors.items() if error is not None}
    if not known:
        return {name: 1 / len(errors) for name in errors}
    total = sum(known.values())
    return {name: known.get(name, 0.0) / total for name in errors}


@dataclass(frozen=True, slots=True)
class Draws:
    """What a model may come to, one element for each draw.

    Attributes:
        values: The value in the goal year.
        years: The year in which the goal is reached; infinite for never.
    """

    values: Any
    years: Any


def draw(
    model: str, series: tuple[Any, Any], goal: tuple[int, float], ceiling: float, sample: tuple[Any, int, Slope]
) -> Draws:
    """Draws from the residual bootstrap of a model.

    The residuals of the line are resampled (in blocks for a short series), the slope is fitted anew, the model goes on
    from the last value with that slope, and one more residual is added for the year itself.

    Args:
        model: One of ``MODELS``.
        series: Years and values as arrays, in order.
        goal: The goal year and the value to be reached.
        ceiling: K.
        sample: A generator of random numbers, how many draws, and how a slope is found.
    """
    import numpy as np

    years, values = series
    generator, count, kind = sample
    numbers = to_scale(model, values, ceiling)
    centred = years - years.mean()
    slope = slope_of(years, numbers, kind)
    residuals = numbers - numbers.mean() - slope * centred
    resampled = residuals[_places(generator, count, len(years))]
    slopes = slope + slopes_of(years, resampled, kind)
    last = numbers[-1]
    noise = residuals[generator.integers(0, len(years), count)]
    reached = from_scale(model, last + slopes * (goal[0] - years[-1]) + noise, ceiling)
    wanted = float(to_scale(model, [goal[1]], ceiling)[0])
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ahead = np.where(slopes > 0, (wanted - last) / slopes, np.inf)
    return Draws(reached, years[-1] + np.maximum(ahead, 0.0))


def _places(generator: Any, count: int, length: int) -> Any:
    """Which residual stands at which place of each draw: single ones, or runs of ``BLOCK`` for a short series."""
    import numpy as np

    if length >= BLOCK_BELOW:
        return generator.integers(0, length, (count, length))
    blocks = -(-length // BLOCK)
    starts = generator.integers(0, length, (count, blocks))
    places = (starts[:, :, None] + np.arange(BLOCK)) % length
    return places.reshape(count, -1)[:, :length]
