"""Four ways to judge progress, each as its authors give it: pure functions from values to a number and a verdict.

1. ``judge_by_growth``: the Statistics Division's, as the Basque institute of statistics documents it from the note of
   2023. Extends the compound annual growth since the base and asks for the share of the way.
2. ``judge_by_required_growth``: Statistics Canada's, used by Open SDG. Compares the growth seen with that required.
3. ``judge_by_trend``: the Economic and Social Commission for Asia and the Pacific's anticipated progress. Extends a
   straight line on which later years weigh more.
4. ``judge_by_saturation``: ours. Extends a straight line of log odds, which cannot pass its ceiling.

1 and 2 let a rate grow beyond 100 per cent; that is why the four stand side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, log

Value = tuple[int, float]
"""A year and the value of it."""

LIMIT_POWER = 4.44
"""Statistics Canada's exponent by which thresholds shrink near a natural limit."""
UNIVERSAL = 0.95
"""A ceiling is never reached on log odds: 95 per cent of it counts as universal."""
FIRST_TREND_YEAR = 2000
GROWTH_BANDS = ((0.95, "on track"), (0.10, "progress, must accelerate"), (-inf, "stagnation or regression"))
GROWTH_BANDS_WITHOUT = (
    (0.02, "on track"),
    (0.005, "progress, must accelerate"),
    (-inf, "stagnation or regression"),
)
REQUIRED_BANDS = (
    (0.95, "substantial progress"),
    (0.60, "moderate progress"),
    (0.0, "limited progress"),
    (-inf, "deterioration"),
)
REQUIRED_BANDS_WITHOUT = (
    (0.015, "substantial progress"),
    (0.005, "moderate progress"),
    (0.0, "limited progress"),
    (-inf, "deterioration"),
)
SCORES = ((-0.6, -5.0), (0.6, 0.0), (1.3, 5.0))
SCORES_WITHOUT = ((-0.02, -5.0), (0.0, -2.5), (0.005, 0.0), (0.015, 2.5), (0.02, 5.0))
MAINTAIN, REVERSE = 10.0, 100.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one method says.

    Attributes:
        method: Its name.
        number: Its number, whose meaning is the method's; None where it has none.
        means: What the number is.
        verdict: In the words of its authors; None where it cannot judge.
        on_track: Whether that means that the target comes in time; None where it cannot judge.
        expected: The value it expects in the target's year; None where it expects none.
        because: Why it cannot judge; empty where it can.
        score: Statistics Canada's score from -5 to 5.
        year: The year in which ``judge_by_saturation`` expects the target to be reached; None for never.
    """

    method: str
    number: float | None
    means: str
    verdict: str | None
    on_track: bool | None
    expected: float | None = None
    because: str = ""
    score: float | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What is wanted: a target in a year, or only a direction.

    Attributes:
        value: The target; None for a direction only.
        year: Its year.
        is_upward: Whether more is wanted.
        ceiling: The natural limit of the indicator in the direction wanted or its upper one; None for no limit.
    """

    value: float | None
    year: int
    is_upward: bool = True
    ceiling: float | None = None

    def is_met(self, value: float) -> bool:
        """Whether a value meets the target; never without one."""
        if self.value is None:
            return False
        return value >= self.value if self.is_upward else value <= self.value


def annual_growth(base: Value, latest: Value) -> float | None:
    """The compound annual growth rate; None where a value is not positive or the years are the same."""
    if latest[0] <= base[0] or base[1] <= 0 or latest[1] < 0:
        return None
    return float((latest[1] / base[1]) ** (1 / (latest[0] - base[0])) - 1)


def judge_by_growth(base: Value, latest: Value, aim: Aim) -> Judgement:
    """The share (e - v_b) / (T - v_b) judged: >= 0.95, >= 0.10, below; e is the latest value after the same growth.

    Met where the latest value meets the target or is within 1 point of a target of 0 or 100.
    """
    method, means = "growth", "share of the way to the target by its year"
    if aim.is_met(latest[1]) or (aim.value in (0.0, 100.0) and abs(latest[1] - float(aim.value or 0.0)) <= 1):
        return Judgement(method, None, means, "met", on_track=True)
    growth = annual_growth(base, latest)
    if growth is None:
        return _cannot(method, means, "Growth needs two years and a positive first value.")
    if aim.value is None:
        directed = growth if aim.is_upward else -growth
        verdict = _band(directed, GROWTH_BANDS_WITHOUT)
        return Judgement(method, growth, "annual growth", verdict, verdict == "on track")
    if aim.value == base[1]:
        return _cannot(method, means, "The base was at the target.")
    expected = latest[1] * (1 + growth) ** (aim.year - latest[0])
    share = (expected - base[1]) / (aim.value - base[1])
    verdict = _band(share, GROWTH_BANDS)
    return Judgement(method, share, means, verdict, verdict == "on track", expected)


def judge_by_required_growth(base: Value, latest: Value, aim: Aim) -> Judgement:
    """R = d growth seen / |growth required|, growth required from base to target; >= 0.95, >= 0.60, >= 0, below.

    Without a target the directed growth itself against 1.5, 0.5 and 0 per cent, lowered near a natural limit.
    """
    method, means = "required growth", "growth seen over growth required"
    if aim.is_met(latest[1]):
        return Judgement(method, None, means, "target met", on_track=True, score=SCORES[-1][1])
    growth = annual_growth(base, latest)
    if growth is None:
        return _cannot(method, means, "Growth needs two years and a positive first value.")
    directed = growth if aim.is_upward else -growth
    if aim.value is None:
        factor = limit_factor(base[1], aim.ceiling, is_minimum=not aim.is_upward)
        bands = tuple((least * factor if least > -inf else least, word) for least, word in REQUIRED_BANDS_WITHOUT)
        verdict = _band(directed, bands)
        score = piecewise(directed, SCORES_WITHOUT)
        return Judgement(method, growth, "annual growth", verdict, verdict == bands[0][1], score=score)
    required = annual_growth(base, (aim.year, aim.value))
    if not required:
        return _cannot(method, means, "The base was at the target, or the target's year is past at the base.")
    ratio = directed / abs(required)
    verdict = _band(ratio, REQUIRED_BANDS)
    return Judgement(
        method, ratio, means, verdict, verdict == REQUIRED_BANDS[0][1], score=piecewise(ratio, SCORES)
    )


def limit_factor(base: float, limit: float | None, *, is_minimum: bool) -> float:
    """C, by which thresholds shrink near a natural limit: 1 - (y/lim)^4.44; 1 where there is no limit near."""
    if not limit or limit <= 0:
        return 1.0
    reach = 2 * limit - base if is_minimum else base
    return max(0.0, 1 - (reach / limit) ** LIMIT_POWER) if reach <= limit and reach >= 0 else 1.0


def judge_by_trend(values: Sequence[Value], base: Value, aim: Aim) -> Judgement:
    """P = |T - I| / |T - I_0| in per cent, I on the weighted line in the target's year; <= 10, <= 100, above.

    The weight of a year is its place since the first (1, 2, 3 ...): the commission says that later years weigh more,
    the constants are ours. Reversed too where the line goes the wrong way.
    """
    method, means = "trend", "gap left in the target's year, per cent of the way from the base"
    used = [each for each in values if each[0] >= FIRST_TREND_YEAR]
    if aim.value is None:
        return _cannot(method, means, "It needs a target.")
    if aim.is_met(used[-1][1] if used else base[1]):
        return Judgement(method, 0.0, means, "maintain", on_track=True)
    line = weighted_line(used, [year - used[0][0] + 1 for year, _ in used]) if used else None
    if line is None or aim.value == base[1]:
        return _cannot(method, means, "It needs two years of data and a base short of the target.")
    expected = line[0] + line[1] * aim.year
    left = 0.0 if aim.is_met(expected) else 100 * abs(aim.value - expected) / abs(aim.value - base[1])
    is_wrong = line[1] < 0 if aim.is_upward else line[1] > 0
    verdict = "reverse" if is_wrong or left > REVERSE else "maintain" if left <= MAINTAIN else "accelerate"
    return Judgement(method, left, means, verdict, verdict == "maintain", expected)


def weighted_line(values: Sequence[Value], weights: Sequence[float]) -> tuple[float, float] | None:
    """Intercept and slope of the weighted least squares line of value on year; None with fewer than two years."""
    total = sum(weights)
    if total <= 0 or len({year for year, _ in values}) < len(("base", "latest")):
        return None
    pairs = list(zip(values, weights, strict=True))
    mean_year = sum(w * year for (year, _), w in pairs) / total
    mean = sum(w * value for (_, value), w in pairs) / total
    spread = sum(w * (year - mean_year) ** 2 for (year, _), w in pairs)
    slope = sum(w * (year - mean_year) * (value - mean) for (year, value), w in pairs) / spread
    return mean - slope * mean_year, slope


def logit(value: float, ceiling: float = 100.0) -> float:
    """The log odds ln(v / (K - v)) of a value strictly between 0 and its ceiling."""
    return log(value / (ceiling - value))


def expit(odds: float, ceiling: float = 100.0) -> float:
    """The value that has these log odds."""
    return ceiling / (1 + exp(-odds)) if odds >= 0 else ceiling * exp(odds) / (1 + exp(odds))


def judge_by_saturation(values: Sequence[Value], aim: Aim) -> Judgement:
    """The value K expit(x + b h) judged, x the log odds now, b their yearly change, h the years to come.

    The change is the slope of the least squares line of log odds on year. A target above 95 per cent of the ceiling
    counts as reached at 95 per cent of it.

    Args:
        values: From the base year on, in order, at least one.
        aim: The target and the ceiling.
    """
    base, latest = values[0], values[-1]
    method, means = "saturation", "gap left in the target's year, per cent of the way from the base"
    ceiling = aim.ceiling
    if ceiling is None or aim.value is None or not aim.is_upward:
        return _cannot(method, means, "It needs a ceiling and a target above the value.")
    goal = min(aim.value, UNIVERSAL * ceiling)
    if latest[1] >= goal:
        return Judgement(method, 0.0, means, "reached", on_track=True, year=latest[0])
    odds = [(year, logit(value, ceiling)) for year, value in values if 0 < value < ceiling]
    line = weighted_line(odds, [1.0] * len(odds))
    if line is None or odds[-1][0] != latest[0]:
        return _cannot(method, means, "Log odds need two years with values between 0 and the ceiling.")
    now, slope = odds[-1][1], line[1]
    expected = expit(now + slope * (aim.year - latest[0]), ceiling)
    left = 100 * abs(aim.value - expected) / abs(aim.value - base[1]) if aim.value != base[1] else None
    reached = expected >= goal
    year = round(latest[0] + (logit(goal, ceiling) - now) / slope) if slope > 0 else None
    verdict = "reaches it in time" if reached else "does not reach it in time"
    return Judgement(method, left, means, verdict, reached, expected, year=year)


def piecewise(value: float, points: Sequence[tuple[float, float]]) -> float:
    """The value on the broken line through ``points``, kept at its ends beyond them."""
    if value <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return points[-1][1]


def parity_value(score: float) -> float:
    """max(s, 1/s): how far a parity score is from 1 on either side, so that less is wanted and 1 is the target."""
    return max(score, 1 / score)


def _band(value: float, bands: Sequence[tuple[float, str]]) -> str:
    return next(word for least, word in bands if value >= least)


def _cannot(method: str, means: str, because: str) -> Judgement:
    return Judgement(method, None, means, None, None, because=because)
