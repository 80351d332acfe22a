"""Models that extend a series: log odds, Gompertz and a straight line, each a line on its own scale.

Knows the scales, the line through a series (least squares or Theil-Sen), and draws of what may come. A model starts
from the last value and goes on with the slope of its line: x(t + h) = x(t) + b h. Knows nothing of areas and targets.

Sources: logistic and Gompertz growth as usual for the diffusion of technology; Theil (1950) and Sen (1968) for the
median of slopes; the residual and block bootstrap as in the forecasting literature.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stocktake.statistics.measures.request import Slope

EDGE = 0.0005
"""Values nearer to 0 or the ceiling, as a share of it, are taken at this distance: half of a printed 0.1 per cent."""
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


@dataclass(frozen=True, slots=True)
class Sample:
    """How to draw: a generator of random numbers, how many draws, how a slope is found."""

    generator: Any
    count: int
    kind: Slope = "least squares"


def draw(model: str, series: tuple[Any, Any], ceiling: float, spreads: tuple[Any, Any], sample: Sample) -> Any:
    """Draws of the years to come on the scale of a model: a row for each year ahead, a column for each draw.

    The residuals of the line are resampled (in blocks for a short series), the slope is fitted anew, and one more
    residual is added for the year itself. Such draws know what the fit leaves open, not what will change, and mostly
    lie too close together: a normal deviate is added that makes the root of their mean square the one given; where they
    lie further apart they are drawn together. All is multiplied by the root of f / chi-square(f), for what is given is
    known from few errors only. Each draw keeps its deviates through all years.

    Args:
        model: One of ``MODELS``.
        series: Years and values as arrays, in order.
        ceiling: K.
        spreads: For each year ahead, from 1, the root mean square on the model's scale, and its degrees of freedom f.
        sample: How to draw.
    """
    import numpy as np

    years, values = series
    sizes, freedom = spreads
    numbers = to_scale(model, values, ceiling)
    slope = slope_of(years, numbers, sample.kind)
    residuals = numbers - numbers.mean() - slope * (years - years.mean())
    resampled = residuals[_places(sample.generator, sample.count, len(years))]
    noise = residuals[sample.generator.integers(0, len(years), sample.count)]
    tilts = slopes_of(years, resampled, sample.kind)
    added = sample.generator.standard_normal(sample.count)
    chi_squares = np.cumsum(sample.generator.standard_normal((freedom.max(), sample.count)) ** 2, axis=0)
    ahead = np.arange(1.0, len(sizes) + 1)
    squared = ahead**2 * (tilts @ tilts) + 2 * ahead * (tilts @ noise) + noise @ noise
    width = np.sqrt(np.maximum(squared, 0.0) / sample.count)
    kept = np.divide(sizes, width, out=np.ones_like(width), where=width > sizes)
    rest = np.sqrt(np.maximum(sizes**2 - width**2, 0.0))
    apart = np.stack([kept * ahead, kept, rest], axis=1) @ np.stack([tilts, noise, added])
    students = np.sqrt(freedom[:, None] / chi_squares[freedom - 1])
    return (numbers[-1] + slope * ahead)[:, None] + apart * students


def _places(generator: Any, count: int, length: int) -> Any:
    """Which residual stands at which place of each draw: single ones, or runs of ``BLOCK`` for a short series."""
    import numpy as np

    if length >= BLOCK_BELOW:
        return generator.integers(0, length, (count, length))
    blocks = -(-length // BLOCK)
    starts = generator.integers(0, length, (count, blocks))
    places = (starts[:, :, None] + np.arange(BLOCK)) % length
    return places.reshape(count, -1)[:, :length]
