"""How often the intervals of projections held: series cut off at an earlier year, projected, compared with what came.

Run as ``python bench/projection.py [FOLDER]``; FOLDER holds the real data, ``../shared/data`` where none is given.
Without it only invented series are projected: five shapes of growth, each with small errors, with a pace that wanders,
with a revision that shifts all later values, and with years between surveys. The same in every run.

Each series is cut off at several years and projected 1, 3, 5 and 8 years ahead from its last 15 years. Printed for each
horizon: the share of values inside the interval of 80 per cent, its median width, the median absolute error beside that
of no change and of a straight line, and for series below 50 the Brier score of the probability of reaching 50, beside
that of saying that it never comes. Variants of the method were compared on every second area; both halves are printed,
and were while it was chosen, so the half left out is not wholly unseen. Series at 95 or more when cut off are left out.

The real series are those of one release each, so revisions of the past between two releases are not in these errors.
The bench stops with 1 where, of all panels of the half left out together, less than 72 or more than 88 values in a
hundred were inside.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from typing import Any

import numpy as np

from stocktake.statistics.measures.models import slope_of
from stocktake.statistics.measures.progress_methods import UNIVERSAL
from stocktake.statistics.measures.projection import FEWEST, LONGEST, project

Values = tuple[tuple[int, float], ...]
HORIZONS = (1, 3, 5, 8)
CEILING, GOAL = 100.0, 50.0
REACHED = UNIVERSAL * CEILING
LEAST, MOST = 0.72, 0.88
HALVES = ("chosen on", "left out")
YEARS = np.arange(1995, 2025)
EACH = 8
"""Invented areas of each shape and trouble."""
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SDG = "unsd-sdg-2020/ddf--datapoints--{}--by--geo_area--nature--units--year.csv"
REAL = {
    "use of the Internet": (
        ("gapminder-systema-globalis/ddf--datapoints--internet_users--by--geo--time.csv",),
        (2005, 2008, 2011, 2014, 2016, 2019),
    ),
    "mobile networks, 2G and 3G": (
        (SDG.format("it_mob_2gntwk"), SDG.format("it_mob_3gntwk")),
        (2007, 2010, 2013, 2015, 2017),
    ),
}
"""The files of each panel, and the years at which their series are cut off."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one year of one series, and what came: everything in the unit of the values.

    Attributes:
        ahead: How many years ahead it was.
        inside: Whether the interval held.
        width: Of the interval.
        missed: By the median, by no change, by a straight line.
        brier: Of the probability of reaching the goal and of "never"; None where it was reached already.
    """

    ahead: int
    inside: bool
    width: float
    missed: tuple[float, float, float]
    brier: tuple[float, float] | None


SHAPES: dict[str, Any] = {
    "logistic": lambda t: 1 / (1 + np.exp(-t)),
    "gompertz": lambda t: np.exp(-np.exp(-t)),
    "straight": lambda t: 0.1 + 0.06 * (t + 4),
    "stalled": lambda t: 0.55 / (1 + np.exp(-1.5 * t)),
    "taking off": lambda t: 0.08 + 0.9 / (1 + np.exp(-2 * (t - 1))),
}
"""Shares of the ceiling by time, for times of about -4 to 4."""


def wandering(shares: Any, random: Any) -> Any:
    """The shares when the pace of each year is up to some half off, as it is with policies and prices."""
    return shares[0] + np.cumsum(np.diff(shares, prepend=shares[0]) * np.exp(random.normal(0, 0.5, len(shares))))


def revised(shares: Any, random: Any) -> Any:
    """The shares when a new survey shifts all values from some year on."""
    return shares + np.where(random.integers(3, len(shares)) <= np.arange(len(shares)), random.normal(0, 0.05), 0)


TROUBLES: dict[str, Any] = {
    "small errors": lambda shares, _: shares,
    "wandering": wandering,
    "revised": revised,
    "between surveys": lambda shares, _: shares,
}


def invented() -> dict[str, Values]:
    """Series by area, made of a shape and a trouble each, printed with one decimal."""
    random = np.random.default_rng(17)
    series = {}
    for number in range(EACH * len(SHAPES) * len(TROUBLES)):
        shape = list(SHAPES)[number // EACH % len(SHAPES)]
        trouble = list(TROUBLES)[number // (EACH * len(SHAPES))]
        time = (YEARS - random.uniform(2005, 2018)) * random.uniform(0.1, 0.3)
        shares = TROUBLES[trouble](SHAPES[shape](time), random) + random.normal(0, 0.004, len(YEARS))
        kept = random.random(len(YEARS)) < (0.5 if trouble == "between surveys" else 0.97)
        values = np.clip(100 * shares, 0, 100).round(1)
        series[f"A{number:03}"] = tuple(
            (int(y), float(v)) for y, v, k in zip(YEARS, values, kept, strict=True) if k
        )
    return series


def published(file: Path) -> dict[str, Values]:
    """Series by area of one file of data points: area first, then year and value last; what is above 100 is 100."""
    series: dict[str, dict[int, float]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in list(csv.reader(lines))[1:]:
            series[row[0]][int(row[-2])] = min(float(row[-1]), CEILING)
    return {area: tuple(sorted(values.items())) for area, values in series.items()}


def cases(series: Mapping[str, Values], cuts: Iterable[int]) -> Iterator[tuple[Values, dict[int, float]]]:
    """The last years up to each cut, and the values that came, by years ahead; not where 95 per cent was reached."""
    for values in series.values():
        for cut in cuts:
            known = tuple(each for each in values if cut - LONGEST < each[0] <= cut)
            came = {year - cut: value for year, value in values if year - cut in HORIZONS}
            if len(known) >= FEWEST and known[-1][0] == cut and known[-1][1] < REACHED and came:
                yield known, came


def outcomes(known: Values, came: Mapping[int, float]) -> Iterator[Outcome]:
    """What the projection of the known values said of those that came."""
    last_year, last = known[-1]
    years, values = np.array(known).T
    slope = slope_of(years, values)
    said = project(known, (last_year + max(HORIZONS), GOAL), CEILING, seed=0).ahead
    for ahead, value in came.items():
        told = said[ahead - 1]
        line = min(max(last + slope * ahead, 0.0), CEILING)
        reached = float(value >= GOAL)
        yield Outcome(
            ahead,
            told.interval.contains(value),
            told.interval.high - told.interval.low,
            (abs(told.median - value), abs(last - value), abs(line - value)),
            ((told.probability - reached) ** 2, reached) if last < GOAL else None,
        )


def print_outcomes(name: str, found: Sequence[Outcome]) -> dict[int, float]:
    """The share inside the intervals by years ahead; printed with the rest, a line for each."""
    held = {}
    for ahead in HORIZONS:
        here = [each for each in found if each.ahead == ahead]
        if not here:
            continue
        held[ahead] = fmean(each.inside for each in here)
        width = median(each.width for each in here)
        missed = "".join(f"{median(each):8.2f}" for each in zip(*(each.missed for each in here), strict=True))
        scores = [each.brier for each in here if each.brier]
        brier = "".join(f"{fmean(each):8.3f}" for each in zip(*scores, strict=True))
        print(f"{name:37}{ahead:5}{len(here):7}{held[ahead]:8.2f}{width:8.1f}{missed}{len(scores):7}{brier}")
    return held


def panels(folder: Path) -> Iterator[tuple[str, dict[str, Values], Sequence[int]]]:
    """Name, series and cuts of each panel: the invented one, and the real ones that are in the folder."""
    yield "invented", invented(), (2006, 2009, 2012, 2015, 2019)
    for name, (files, cuts) in REAL.items():
        if all((folder / file).is_file() for file in files):
            tables = {file: published(folder / file) for file in files}
            yield (
                name,
                {f"{area} {file}": tables[file][area] for file in files for area in sorted(tables[file])},
                cuts,
            )


def main(arguments: Sequence[str]) -> int:
    """0, or 1 where of all that was left out too few or too many were inside."""
    print(f"{'':66}{'median absolute error':>22}{'Brier score':>23}")
    print(f"{'':37}ahead  cases  inside   width    ours no chg.    line  below    ours   never")
    everything: dict[str, list[Outcome]] = {half: [] for half in HALVES}
    for name, series, cuts in panels(Path(arguments[0]) if arguments else DATA):
        for part, half in enumerate(HALVES):
            areas = dict(list(series.items())[part::2])
            found = [each for case in cases(areas, cuts) for each in outcomes(*case)]
            print_outcomes(f"{name}, {half}", found)
            everything[half] += found
    held = {half: print_outcomes(f"all, {half}", found) for half, found in everything.items()}
    wrong = [(ahead, share) for ahead, share in held[HALVES[-1]].items() if not LEAST <= share <= MOST]
    for ahead, share in wrong:
        print(f"wrong: {ahead} years ahead {share:.2f} are inside", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
