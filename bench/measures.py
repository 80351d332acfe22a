"""Time and memory of the measures over a million observations, beside what bare SQL takes for the same in the same run.

Run as ``python bench/measures.py``. The observations are invented, the same in every run, and lie in one Parquet file,
as those of a workspace do; their two releases are of two publishers. Four things are timed:

- all measures of one indicator, for four areas and groups and for every one; the floor is one scan of all columns;
- the aggregates of all groups in all years, asked in one call; the floor is one SQL statement on the same file, run by
  the same engine, that gives the same rows: value, members, members with data, coverage, bounds, edition, file and
  status, from the newest release that passes the gate. It is given the table of members, which we work out, and does
  not name the heaviest members without data, as we do, nor say anything in words;
- the aggregate of one group in one year, in the same way;
- fifty published values, in every release, in one call.

The first call in a process writes the SQL of each question; it is printed apart. The bench stops with 1 where one of
its own checks of the numbers fails, never for the time.
"""

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa

from stocktake.statistics.measures import (
    FixedGroups,
    Holdings,
    IndicatorFacts,
    PublisherFacts,
    Request,
    Result,
    TargetFacts,
    measure,
)
from stocktake.statistics.measures.published import Wanted, published_values
from stocktake.statistics.model import Source
from stocktake.tables import Engine, observation_schema, open_engine, write_table

AREAS = tuple(f"A{number:03}" for number in range(200))
GROUPS = {
    f"G{group:02}": tuple(area for number, area in enumerate(AREAS) if (number + 3 * group) % (group + 1) == 0)
    for group in range(12)
}
PLACES = (*AREAS, *GROUPS)
PARTS = (
    ("_T", "_T", "_T"),
    ("F", "_T", "_T"),
    ("M", "_T", "_T"),
    ("_T", "U", "_T"),
    ("_T", "R", "_T"),
    ("_T", "_T", "Y15T24"),
)
SIZES = np.array([1.0, 0.5, 0.5, 0.6, 0.4, 0.2])
SHIFTS = np.array([0.0, -0.2, 0.2, 0.3, -0.3, 0.4])
YEARS = tuple(str(year) for year in range(2000, 2025))
RELEASES = ((date(2024, 7, 1), "1" * 64), (date(2025, 7, 1), "2" * 64))
RATES = tuple(f"rate-{number:02}" for number in range(21))
ASKED = RATES[3]
AS_OF = date(2025, 12, 31)
# The one believed first has the newer release, so that the bare SQL, which goes by the day, comes to the same.
PUBLISHERS = ("Bank", "Office")
NOT_HELD = 0.25
"""The share of observations that nobody has made."""
TIMES = 5
TARGET_SECONDS, TARGET_RATIO = 2.0, 2.0
TOLERANCE = 1e-9


def observations() -> pa.Table:
    """A million observations of 21 rates, of people and of the share of people in towns, in two releases."""
    random = np.random.default_rng(5)
    axes = (range(len(PLACES)), range(len(PARTS)), range(len(YEARS)), range(len(RELEASES)))
    place, part, year, release = (each.ravel() for each in np.meshgrid(*axes, indexing="ij"))
    start, speed = random.uniform(-4, 1, len(PLACES)), random.uniform(0.05, 0.3, len(PLACES))
    people = np.exp(random.normal(15, 2, len(PLACES)))
    common = {
        "area": pa.array(PLACES).take(pa.array(place)),
        **{
            name: pa.array([each[at] for each in PARTS]).take(pa.array(part))
            for at, name in enumerate(("sex", "location", "age"))
        },
        "breakdown": pa.repeat("_T", len(place)),
        "period": pa.array(YEARS).take(pa.array(year)),
        "status": pa.repeat("A", len(place)),
        "vintage": pa.array([day for day, _ in RELEASES]).take(pa.array(release)),
        "source": pa.array([source for _, source in RELEASES]).take(pa.array(release)),
        "row": pa.array(np.arange(len(place)), pa.int32()),
    }

    def table(name: str, unit: str, values: Any, kept: Any) -> pa.Table:
        own = {"indicator": name, "code": name.upper(), "unit": unit}
        columns = {key: pa.repeat(word, len(place)) for key, word in own.items()}
        columns |= {**common, "value": pa.array(values.round(1))}
        schema = observation_schema()
        return pa.table({field.name: columns[field.name] for field in schema}).cast(schema).filter(pa.array(kept))

    everything = np.full(len(place), fill_value=True)
    tables = [
        table("people", "persons", people[place] * SIZES[part] * (1 + 0.01 * year), everything),
        table("towns", "per cent", 40.0 + place % 40, part == 0),
    ]
    for number, name in enumerate(RATES):
        odds = start[place] + speed[place] * year + 0.1 * number + SHIFTS[part] + 0.02 * release
        tables.append(table(name, "per cent", 100 / (1 + np.exp(-odds)), random.random(len(place)) > NOT_HELD))
    return pa.concat_tables(tables).combine_chunks()


def write_observations(path: Path) -> int:
    """How many observations now lie in the file at ``path``."""
    rows = observations()
    write_table(path, rows)
    return rows.num_rows


def holdings(engine: Engine, path: Path) -> Holdings:
    """What the measures may read: the observations on disk, invented facts, groups and a target."""
    facts = {
        name: IndicatorFacts(
            name,
            name,
            "people",
            "weighted mean",
            0.0,
            100.0,
            "per cent",
            "higher",
            urban_share="towns",
            publishers=tuple(PublisherFacts(each, each, tier=at) for at, each in enumerate(reversed(PUBLISHERS))),
        )
        for name in RATES
    }
    targets = {name: (TargetFacts("all by 2030", 100.0, 2030),) for name in RATES}
    sources = {
        sha256: Source(f"{day}.csv", sha256, "plain", publisher, vintage=day)
        for (day, sha256), publisher in zip(RELEASES, PUBLISHERS, strict=True)
    }
    return Holdings(engine.parquet([path]), engine, facts, FixedGroups(GROUPS), targets, sources=sources)


BARE = """
WITH valued AS (
    SELECT area, period, breakdown, vintage, coalesce(CAST(vintage AS TEXT), source) AS release, code, unit,
        min(value) AS value, max(status) AS status, min(source) AS source
    FROM read_parquet('{path}')
    WHERE indicator = '{asked}' AND sex = '_T' AND location = '_T' AND age = '_T' AND value IS NOT NULL
      AND period IN ({years}) AND (vintage IS NULL OR vintage <= DATE '2025-12-31') GROUP BY ALL
), weighed AS (
    SELECT area, period, arg_max(value, vintage) AS weight FROM read_parquet('{path}')
    WHERE indicator = 'people' AND sex = '_T' AND location = '_T' AND age = '_T' AND breakdown = '_T'
      AND value IS NOT NULL AND period IN ({years}) AND (vintage IS NULL OR vintage <= DATE '2025-12-31') GROUP BY ALL
), expected AS (
    SELECT members.*, weight FROM members LEFT JOIN weighed USING (area, period)
), totals AS (
    SELECT "group", classified, period, count(*) AS members, sum(weight) AS weight FROM expected GROUP BY ALL
), seen AS (
    SELECT "group", classified, period, breakdown, vintage, release, code, unit, count(*) AS with_data,
        sum(weight) AS seen, sum(weight * value) AS total, bool_or(status <> 'A') AS estimated,
        min(source) AS source, max(source) AS last_source
    FROM expected JOIN valued USING (area, period) WHERE weight IS NOT NULL GROUP BY ALL
)
SELECT "group", classified, period, breakdown, release, code, unit, vintage, estimated, source, last_source, members,
    with_data, total / seen AS value, seen / weight AS coverage, total / weight AS low,
    (total + 100 * (weight - seen)) / weight AS high
FROM seen JOIN totals USING ("group", classified, period)
QUALIFY row_number() OVER (
    PARTITION BY "group", classified, period, breakdown ORDER BY seen / weight >= 0.6 DESC, vintage DESC
) = 1
"""


def bare(engine: Engine, path: Path, groups: tuple[str, ...], years: tuple[str, ...]) -> Callable[[], pa.Table]:
    """The statement that gives the aggregates of these groups and years; the members are a table of the engine."""
    rows = [
        {"group": group, "classified": classified, "period": year, "area": area}
        for group in groups
        for classified in ("then", "now")
        for year in years
        for area in GROUPS[group]
    ]
    engine.backend.con.execute("DROP TABLE IF EXISTS members")
    engine.backend.con.register("given_members", pa.Table.from_pylist(rows))
    engine.backend.con.execute("CREATE TEMP TABLE members AS SELECT * FROM given_members")
    statement = BARE.format(path=path, asked=ASKED, years=", ".join(f"'{year}'" for year in years))
    return lambda: engine.backend.con.sql(statement).to_arrow_table()


def timed(call: Callable[[], Any]) -> tuple[float, float, Any]:
    """The seconds of the first call, the median of the later ones, and what the last one gave."""
    return timed_in_turn(call)[0]


def timed_in_turn(*calls: Callable[[], Any]) -> list[tuple[float, float, Any]]:
    """The same for several calls, in turn, so that what else the machine does falls on all alike."""
    seconds: list[list[float]] = [[] for _ in calls]
    answers: list[Any] = [None for _ in calls]
    for _ in range(TIMES + 1):
        for at, call in enumerate(calls):
            start = time.perf_counter()
            answers[at] = call()
            seconds[at].append(time.perf_counter() - start)
    return [(each[0], median(each[1:]), answer) for each, answer in zip(seconds, answers, strict=True)]


def peak() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def differences(found: tuple[Result, ...], expected: pa.Table) -> list[str]:
    """Where the measures and the bare SQL disagree; empty where they do not."""
    told = {(row["group"], row["classified"], row["period"]): row for row in expected.to_pylist()}
    came = {(each.area, each.classified, each.period): each for each in found}
    if told.keys() != came.keys():
        return [f"{len(told)} rows were expected and {len(came)} came"]
    wrong = []
    for key, row in told.items():
        each = came[key]
        if each.value is None or each.coverage is None or each.bounds is None:
            wrong.append(f"{key} has no value")
            continue
        pairs = (
            (each.value, row["value"]),
            (each.coverage.weight, row["coverage"]),
            (each.bounds.low, row["low"]),
            (each.bounds.high, row["high"]),
            (each.coverage.members, row["members"]),
            (each.coverage.with_data, row["with_data"]),
        )
        if any(abs(ours - theirs) > TOLERANCE * max(1.0, abs(theirs)) for ours, theirs in pairs):
            wrong.append(f"{key}: {pairs}")
    return wrong


def print_all_measures(held: Holdings, path: Path) -> list[str]:
    """The times of all measures; what is wrong with their answers."""
    columns = ", ".join(observation_schema().names)
    statement = f"SELECT max(hash({columns})) FROM read_parquet('{path}')"  # noqa: S608 (our own file and columns)
    _, scan, _ = timed(lambda: held.engine.backend.con.sql(statement).to_arrow_table())
    print(f"one scan of all columns: {scan:.3f} s")
    wrong = []
    for name, areas in (
        ("two areas and two groups", (*AREAS[1:3], *list(GROUPS)[:2])),
        ("every area and group", ()),
    ):
        asked = Request(ASKED, AS_OF, areas)
        first, seconds, found = timed(lambda asked=asked: measure(asked, held))
        print(
            f"all measures, {name}: {seconds:.3f} s (first {first:.3f} s), {len(found)} results; "
            f"{seconds / TARGET_SECONDS:.2f} of the {TARGET_SECONDS:g} s allowed, {seconds / scan:.1f} scans"
        )
        if found != measure(asked, held):
            wrong.append(f"all measures, {name}: two calls gave two answers")
    return wrong


def print_aggregates(held: Holdings, path: Path) -> list[str]:
    """The times of aggregates beside bare SQL; where the two disagree."""
    wrong = []
    asked = (("all groups and years", tuple(GROUPS), YEARS), ("one group and year", ("G00",), ("2023",)))
    for name, groups, years in asked:
        request = Request(ASKED, AS_OF, groups, years, measures=("aggregate",))
        (_, floor, expected), (first, seconds, found) = timed_in_turn(
            bare(held.engine, path, groups, years), lambda request=request: measure(request, held)
        )
        print(
            f"aggregates, {name}: {seconds:.3f} s (first {first:.3f} s), {len(found)} results; "
            f"bare SQL {floor:.3f} s, ratio {seconds / floor:.2f} of {TARGET_RATIO:g} allowed"
        )
        wrong += [f"aggregates, {name}: {each}" for each in differences(found, expected)[:3]]
    return wrong


def print_published(held: Holdings) -> list[str]:
    """The time of fifty published values in one call; what is wrong with the answer."""
    wanted = [
        Wanted(RATES[at % len(RATES)], PLACES[at * 4], ("female", "male", None)[at % 3], None, "2023")
        for at in range(50)
    ]
    first, seconds, found = timed(lambda: published_values(held, wanted))
    print(
        f"fifty published values: {seconds:.3f} s (first {first:.3f} s), {sum(map(len, found.values()))} releases"
    )
    dated = [[each.vintage for each in values if each.vintage] for values in found.values()]
    return [] if all(days == sorted(days, reverse=True) for days in dated) else ["published values: out of order"]


def main() -> int:
    """0, or 1 where a number is wrong."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "observations.parquet"
        # In a process of its own, so that the memory for making them is not counted.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            print(f"{other.submit(write_observations, path).result():,} observations")
        held = holdings(open_engine(), path)
        before = peak()
        wrong = [*print_all_measures(held, path), *print_aggregates(held, path), *print_published(held)]
        print(f"memory: at most {peak():.0f} MB, {before:.0f} MB of it before the first measure")
        held.engine.close()
    for each in wrong:
        print(f"wrong: {each}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
