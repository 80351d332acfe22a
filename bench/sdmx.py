"""How fast SDMX is read: our readers against the floor of a bare parser, in the same run, on files made here.

Run as ``python bench/sdmx.py``; ``--observations N`` for another size than a million, ``--turns N`` for more runs.

* ``csv``, SDMX-CSV 2.0: the whole of our reading, from a file to checked and named observations in an Arrow table, its
  checksum included, against DuckDB's own CSV reader: `SELECT * FROM read_csv(file)`, every column with the type that it
  finds out by itself, to an Arrow table, on a connection that is open before the clock starts. At most 1.5.
* ``2.1``, SDMX-ML 2.1 by series, and ``3.0``, SDMX-ML 3.0 flat, all dimensions on each observation: the same against
  ``lxml.etree.iterparse`` that looks at every element, takes the values of its attributes, clears it and keeps nothing.
  At most 2. ``walk`` is the same loop without the attributes; it is shown and does not count, for who does not take the
  attributes has read nothing. The memory of our loop is measured in processes of their own, for the file and for one of
  a tenth of its size: it must not grow.
* sdmx1 and pysdmx beside them, on a smaller file; their time is scaled up to the size of ours, which is said. sdmx1
  has no reader of SDMX-ML without a tree of objects, pysdmx goes by way of a dictionary and pandas.

Every reader has a process of its own, which a small file has warmed up. The readers of one format take turns, one run
each at a time, so that other work on the machine meets all of them. The ratio is taken within each turn; its median
counts, its least and greatest are printed. Beside the ratio by the clock stands that of the time of all processors,
which other work disturbs less, and the greatest memory of the process. ``parsed`` is our reading up to a table of
words, before anything is named or checked; ``loop`` our reading of SDMX-ML, of which nothing is kept. One observation
in fifty has no value. The figures of the files are made up.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from statistics import median
from typing import IO, Any

from stocktake.frameworks.areas import areas
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.sources.head import open_file
from stocktake.statistics.sources.rows import read_rows
from stocktake.statistics.sources.sdmx_events import MessageEvents, read_batches

TURNS = 5
HERE = Path(__file__).resolve().parent
MOST, MOST_GROWTH = {"csv": 1.5, "2.1": 2.0, "3.0": 2.0}, 1.15
NAMES = {
    "csv": ("duckdb", "parsed", "ours"),
    "2.1": ("lxml", "walk", "loop", "ours"),
    "3.0": ("lxml", "walk", "loop", "ours"),
}
"""The readers of each format, the floor first."""
WITHOUT_VALUE = 50
OTHERS = 20_000
YEARS = range(1990, 2026)
DIMENSIONS = ("SERIES", "REF_AREA", "SEX", "AGE", "URBANISATION")
_CSV = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SERIES,REF_AREA,SEX,AGE,URBANISATION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
    "UNIT_MULT,OBS_STATUS\r\n"
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData xmlns:mes="{space}/message" xmlns:com="{space}/common" \
xmlns:ss="{space}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n="urn:n">
<mes:Header><mes:ID>B</mes:ID><mes:Test>true</mes:Test><mes:Prepared>2031-01-01T00:00:00</mes:Prepared>
<mes:Sender id="X"/><mes:Structure structureID="S" dimensionAtObservation="{over}" namespace="urn:n">
<com:Structure>{structure}</com:Structure></mes:Structure></mes:Header>
<mes:DataSet ss:structureRef="S" ss:dataScope="DataStructure" xsi:type="n:DataSetType">
"""
_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/"
_REFERENCE = '<Ref agencyID="IAEG-SDGs" id="SDG" version="1.0"/>'
_URN = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=IAEG-SDGs:SDG(1.0)"
_FOOT = "</mes:DataSet></mes:StructureSpecificData>\n"

Series = tuple[str, str, str, str, str]
Paths = dict[tuple[str, str], Path]


def series() -> Iterator[Series]:
    """Keys of series: indicator, area, sex, age, urban or rural."""
    indicators = ("IT_USE_ii99", "IT_MOB_OWN", "SE_ADT_ACTS", "IT_MOB_4GNTWK", "IT_NET_BBNDP")
    ages = ("_T", "Y0T14", "Y15T24", "Y25T74", "Y_GE75")
    yield from product(indicators, sorted(areas()), ("_T", "F", "M"), ages, ("_T", "U", "R"))


def made(count: int) -> Iterator[tuple[Series, list[tuple[int, str]]]]:
    """Series with their observations, ``count`` in all; the same ones each time. An empty value is none."""
    number = 0
    for key in series():
        years = list(YEARS)[: count - number]
        if not years:
            return
        yield key, [(year, _value(number + place)) for place, year in enumerate(years)]
        number += len(years)
    raise ValueError(count)


def _value(number: int) -> str:
    return "" if number % WITHOUT_VALUE == WITHOUT_VALUE - 1 else f"{number * 7919 % 10_000 / 100:.2f}"


def csv_file(count: int) -> bytes:
    """A message in SDMX-CSV 2.0."""
    fixed = "dataflow,IAEG-SDGs:SDG(1.0),I,A,"
    rows = (
        f"{fixed}{','.join(key)},{year},{value},PERCENT,0,{'A' if value else 'O'}\r\n"
        for key, values in made(count)
        for year, value in values
    )
    return (_CSV + "".join(rows)).encode()


def by_series(count: int) -> bytes:
    """The same observations in SDMX-ML 2.1, structure-specific, by series."""
    head = _HEAD.format(space=f"{_SPACE}v2_1", over="TIME_PERIOD", structure=_REFERENCE)
    parts = (
        f'<Series FREQ="A" {_key(key)} UNIT_MEASURE="PERCENT" UNIT_MULT="0">\n{_observations("", values)}</Series>\n'
        for key, values in made(count)
    )
    return "".join([head, *parts, _FOOT]).encode()


def flat(count: int) -> bytes:
    """The same observations in SDMX-ML 3.0, structure-specific, each with its whole key."""
    head = _HEAD.format(space=f"{_SPACE}v3_0", over="AllDimensions", structure=_URN)
    parts = (
        _observations(f'FREQ="A" {_key(key)} UNIT_MEASURE="PERCENT" UNIT_MULT="0" ', values)
        for key, values in made(count)
    )
    return "".join([head, *parts, _FOOT]).encode()


def _key(key: Series) -> str:
    return " ".join(f'{name}="{code}"' for name, code in zip(DIMENSIONS, key, strict=True))


def _observations(before: str, values: list[tuple[int, str]]) -> str:
    said = ((year, f'OBS_VALUE="{value}" OBS_STATUS="A"' if value else 'OBS_STATUS="O"') for year, value in values)
    return "".join(f'<Obs {before}TIME_PERIOD="{year}" {rest}/>\n' for year, rest in said)


FILES: dict[str, Callable[[int], bytes]] = {"csv": csv_file, "2.1": by_series, "3.0": flat}


def ours(path: Path) -> int:
    """Observations read by us, whole."""
    return int(read_statistics(path.read_bytes(), path.name).observations.num_rows)


def loop_alone(path: Path) -> int:
    """Observations that come out of our loop, none of them kept."""
    with path.open("rb") as file:
        return sum(batch.num_rows for batch in read_batches(file, path.name, MessageEvents()))


def duckdb_alone(path: Path) -> int:
    """Rows that DuckDB's own reader finds."""
    return int(_duckdb().sql("SELECT * FROM read_csv(?)", params=[str(path)]).to_arrow_table().num_rows)


@cache
def _duckdb() -> Any:
    import duckdb

    return duckdb.connect()


def lxml_alone(path: Path) -> int:
    """Observations that a loop over all elements counts, which takes the values of their attributes."""
    return _walked(path, lambda element: element.values())


def lxml_walk(path: Path) -> int:
    """Observations that a bare loop over all elements counts."""
    return _walked(path, lambda _: None)


def _walked(path: Path, look: Callable[[Any], object]) -> int:
    from lxml import etree

    count = 0
    for _, element in etree.iterparse(str(path), events=("end",)):
        look(element)
        count += element.tag == "Obs"
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return count


def sdmx1(path: Path) -> int:
    """Observations that sdmx1 reads."""
    import sdmx

    return len(sdmx.read_sdmx(path).data[0].obs)


def pysdmx(path: Path) -> int:
    """Observations that pysdmx reads."""
    from pysdmx.io import read_sdmx

    return len(read_sdmx(BytesIO(path.read_bytes()), validate=False).data[0].data)


def parsed(path: Path) -> int:
    """Rows of words, neither named nor checked."""
    file = open_file(path.read_bytes(), path.name, "")
    return len(read_rows(file, file.head.rows[0]))


READERS: dict[str, Callable[[Path], int]] = {
    "duckdb": duckdb_alone,
    "parsed": parsed,
    "ours": ours,
    "lxml": lxml_alone,
    "walk": lxml_walk,
    "loop": loop_alone,
    "sdmx1": sdmx1,
    "pysdmx": pysdmx,
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one reader took: seconds by the clock, seconds of all processors, greatest memory in megabytes."""

    clock: float
    processors: float
    memory: float


class Runner:
    """A reader in a process of its own, which a small file has warmed up."""

    def __init__(self, name: str, path: Path, small: Path, expected: int) -> None:
        self.name = name
        self.costs: list[Cost] = []
        self._expected = expected
        command = [sys.executable, __file__, "--reader", name, str(small), str(path)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer()

    def run(self) -> None:
        """One more run, its cost noted."""
        _pipe(self._process.stdin).write("run\n")
        _pipe(self._process.stdin).flush()
        clock, processors, kilobytes, found = self._answer()
        if int(found) != self._expected:
            raise ValueError((self.name, found, self._expected))
        self.costs.append(Cost(float(clock), float(processors), float(kilobytes) / 1024))

    def end(self) -> list[Cost]:
        """The cost of each run, and the process is gone."""
        _pipe(self._process.stdin).close()
        self._process.wait()
        return self.costs

    def _answer(self) -> list[str]:
        line = _pipe(self._process.stdout).readline()
        if not line:
            raise ValueError((self.name, "ended"))
        return line.split()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise ValueError(pipe)
    return pipe


def timed(names: tuple[str, ...], paths: tuple[Path, Path], expected: int, turns: int) -> dict[str, list[Cost]]:
    """The cost of each run of some readers, which take turns, on the second path; the first warms them up."""
    small, path = paths
    runners = [Runner(name, path, small, expected) for name in names]
    for _ in range(turns):
        for runner in runners:
            runner.run()
    return {runner.name: runner.end() for runner in runners}


def serve_reader(name: str, small: Path, path: Path) -> None:
    """Print, for each line that comes in, what one run took, the memory of this process and what was found."""
    # This file is called as the package that it compares with.
    sys.path[:] = [each for each in sys.path if Path(each).resolve() != HERE]
    reader = READERS[name]
    reader(small)
    print("ready", flush=True)
    for _ in sys.stdin:
        clock, processors = time.perf_counter(), time.process_time()
        found = reader(path)
        print(time.perf_counter() - clock, time.process_time() - processors, _peak(), found, flush=True)


def _peak() -> int:
    """The greatest memory of this process in kilobytes; what it had before it became this program does not count."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def compare(folder: Path, count: int, turns: int) -> bool:
    """Print all times, ratios and the memory; whether all limits are kept."""
    paths: Paths = {}
    for form, write in FILES.items():
        for name, number in (("small", OTHERS), ("tenth", count // 10), ("all", count)):
            paths[name, form] = folder / f"{name}-{form}.{'csv' if form == 'csv' else 'xml'}"
            paths[name, form].write_bytes(write(number))
    sizes = ", ".join(f"{form}: {paths['all', form].stat().st_size / 1e6:.0f} MB" for form in FILES)
    print(f"{count:,} observations, {sizes}; {turns} turns")
    kept = [_ratios(form, (paths["small", form], paths["all", form]), count, turns) for form in FILES]
    kept += [_grows_not(form, paths, count) for form in FILES if form != "csv"]
    print(f"others, {OTHERS:,} observations, scaled to {count:,}:")
    for name, form in (("sdmx1", "2.1"), ("pysdmx", "2.1"), ("pysdmx", "csv")):
        (cost,) = timed((name,), (paths["small", form], paths["small", form]), OTHERS, 1)[name]
        print(f"  {form:<4} {name:<7} {cost.clock * count / OTHERS:7.2f} s")
    return all(kept)


def _ratios(form: str, paths: tuple[Path, Path], count: int, turns: int) -> bool:
    """Print the cost of the readers of a format beside the floor's; whether the limit is kept."""
    costs = timed(NAMES[form], paths, count, turns)
    floor = costs[NAMES[form][0]]
    ratio = 0.0
    for name, runs in costs.items():
        clock = [run.clock / bare.clock for run, bare in zip(runs, floor, strict=True)]
        processors = [run.processors / bare.processors for run, bare in zip(runs, floor, strict=True)]
        seconds, ratio = median(run.clock for run in runs), median(clock)
        spread = f"{ratio:.2f} ({min(clock):.2f} to {max(clock):.2f}), of processors {median(processors):.2f}"
        print(f"  {form:<4} {name:<7} {seconds:6.2f} s  ratio {spread}, {runs[-1].memory:.0f} MB")
    kept = ratio <= MOST[form]
    print(f"  {form:<4} at most {MOST[form]}: {_kept(kept)}")
    return kept


def _grows_not(form: str, paths: Paths, count: int) -> bool:
    """Print the memory of our loop for a tenth and for all; whether it does not grow."""
    (less,), (more,) = (
        timed(("loop",), (paths["small", form], paths[name, form]), number, 1)["loop"]
        for name, number in (("tenth", count // 10), ("all", count))
    )
    kept = more.memory <= less.memory * MOST_GROWTH
    print(
        f"  {form:<4} memory of the loop: {less.memory:.0f} MB for a tenth, {more.memory:.0f} MB for all  {_kept(kept)}"
    )
    return kept


def _kept(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> int:
    """The exit code: 0 where all limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--reader", nargs=3, metavar=("NAME", "SMALL", "FILE"))
    given = parser.parse_args()
    if given.reader:
        name, small, path = given.reader
        serve_reader(name, Path(small), Path(path))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 0 if compare(Path(folder), given.observations, given.turns) else 1


if __name__ == "__main__":
    raise SystemExit(main())
