"""How fast SDMX is read: our readers against the floor of a bare parser, in the same run, on a file made here.

Run as ``python bench/sdmx.py``; ``--observations N`` for another size than a million. Prints seconds and ratios:

* SDMX-CSV: the whole of our reading, from a file to checked and named observations in an Arrow table, its checksum
  included, against DuckDB's own CSV reader: `SELECT * FROM read_csv(file)`, every column with the type that it finds
  out by itself, to an Arrow table, on a connection that is open before the clock starts. At most 1.5.
* SDMX-ML: the same against ``lxml.etree.iterparse`` that looks at every element and clears it, and nothing else. At
  most 2. The memory of the reading loop is measured in processes of their own, for the file and for one of a tenth of
  its size: it must not grow.
* sdmx1 and pysdmx beside them, on a smaller file; their time is scaled up to the size of ours, which is said. sdmx1
  has no reader of SDMX-ML without a tree of objects, pysdmx goes by way of a dictionary and pandas.

Every reader has a process of its own, which a small file has warmed up. The readers of one format take turns, one run
each at a time, so that other work on the machine meets all of them; the median of ``TURNS`` runs counts. Beside the
ratio by the clock stands that of the time of all processors, which other work disturbs less.
``parsed`` is our reading up to a table of words, before anything is
named or checked. The figures of the file are made up.
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
MOST, MOST_GROWTH = {"csv": 1.5, "xml": 2.0}, 1.15
OTHERS = 20_000
YEARS = range(1990, 2026)
_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
_CSV = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SERIES,REF_AREA,SEX,AGE,URBANISATION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
    "UNIT_MULT,OBS_STATUS\r\n"
)
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData xmlns:mes="{_SPACE}/message" xmlns:com="{_SPACE}/common" \
xmlns:ss="{_SPACE}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n="urn:n">
<mes:Header><mes:ID>B</mes:ID><mes:Test>true</mes:Test><mes:Prepared>2031-01-01T00:00:00</mes:Prepared>
<mes:Sender id="X"/><mes:Structure structureID="S" dimensionAtObservation="TIME_PERIOD" namespace="urn:n">
<com:Structure><Ref agencyID="IAEG-SDGs" id="SDG" version="1.0"/></com:Structure></mes:Structure></mes:Header>
<mes:DataSet ss:structureRef="S" ss:dataScope="DataStructure" xsi:type="n:DataSetType">
"""
_FOOT = "</mes:DataSet></mes:StructureSpecificData>\n"

Series = tuple[str, str, str, str, str]
Paths = dict[tuple[str, str], Path]


def series() -> Iterator[Series]:
    """Keys of series: indicator, area, sex, age, urban or rural."""
    indicators = ("IT_USE_ii99", "IT_MOB_OWN", "SE_ADT_ACTS", "IT_MOB_4GNTWK", "IT_NET_BBNDP")
    ages = ("_T", "Y0T14", "Y15T24", "Y25T74", "Y_GE75")
    yield from product(indicators, sorted(areas()), ("_T", "F", "M"), ages, ("_T", "U", "R"))


def made(count: int) -> Iterator[tuple[Series, list[tuple[int, str]]]]:
    """Series with their observations, ``count`` in all; the same ones each time."""
    number = 0
    for key in series():
        years = list(YEARS)[: count - number]
        if not years:
            return
        yield key, [(year, f"{(number + place) * 7919 % 10_000 / 100:.2f}") for place, year in enumerate(years)]
        number += len(years)
    raise ValueError(count)


def csv_file(count: int) -> bytes:
    """A message in SDMX-CSV 2.0."""
    fixed, last = "dataflow,IAEG-SDGs:SDG(1.0),I,A,", ",PERCENT,0,A\r\n"
    rows = (
        f"{fixed}{','.join(key)},{year},{value}{last}" for key, values in made(count) for year, value in values
    )
    return (_CSV + "".join(rows)).encode()


def ml_file(count: int) -> bytes:
    """The same observations in SDMX-ML 2.1, structure-specific, by series."""
    return "".join([_HEAD, *_ml_series(count), _FOOT]).encode()


def _ml_series(count: int) -> Iterator[str]:
    for (indicator, area, sex, age, urban), values in made(count):
        yield (
            f'<Series FREQ="A" SERIES="{indicator}" REF_AREA="{area}" SEX="{sex}" AGE="{age}" URBANISATION="{urban}" '
            'UNIT_MEASURE="PERCENT" UNIT_MULT="0">\n'
        )
        yield from (f'<Obs TIME_PERIOD="{year}" OBS_VALUE="{value}" OBS_STATUS="A"/>\n' for year, value in values)
        yield "</Series>\n"


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
    """Observations that a bare loop over all elements counts."""
    from lxml import etree

    count = 0
    for _, element in etree.iterparse(str(path), events=("end",)):
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

    def end(self) -> Cost:
        """The median of the runs, and the process is gone."""
        _pipe(self._process.stdin).close()
        self._process.wait()
        clock, processors = (
            median(getattr(cost, part) for cost in self.costs) for part in ("clock", "processors")
        )
        return Cost(clock, processors, self.costs[-1].memory)

    def _answer(self) -> list[str]:
        line = _pipe(self._process.stdout).readline()
        if not line:
            raise ValueError((self.name, "ended"))
        return line.split()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise ValueError(pipe)
    return pipe


def timed(names: tuple[str, ...], path: Path, small: Path, expected: int, turns: int = TURNS) -> dict[str, Cost]:
    """The cost of some readers, which take turns."""
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


def compare(folder: Path, count: int) -> bool:
    """Print all times, ratios and the memory; whether all limits are kept."""
    paths: Paths = {}
    for name, number in (("small", OTHERS), ("tenth", count // 10), ("all", count)):
        paths[name, "csv"], paths[name, "xml"] = folder / f"{name}.csv", folder / f"{name}.xml"
        paths[name, "csv"].write_bytes(csv_file(number))
        paths[name, "xml"].write_bytes(ml_file(number))
    sizes = ", ".join(f"{form}: {paths['all', form].stat().st_size / 1e6:.0f} MB" for form in ("csv", "xml"))
    print(f"{count:,} observations, {sizes}")
    kept = [
        _ratios(("duckdb", "parsed", "ours"), paths, "csv", count),
        _ratios(("lxml", "loop", "ours"), paths, "xml", count),
    ]
    sizes = (("tenth", count // 10), ("all", count))
    memory = [
        timed(("loop",), paths[name, "xml"], paths["small", "xml"], number, 1)["loop"].memory
        for name, number in sizes
    ]
    kept.append(memory[1] <= memory[0] * MOST_GROWTH)
    print(f"  memory of the loop: {memory[0]:.0f} MB for a tenth, {memory[1]:.0f} MB for all  {_kept(kept[-1])}")
    print(f"others, {OTHERS:,} observations, scaled to {count:,}:")
    for name, form in (("sdmx1", "xml"), ("pysdmx", "xml"), ("pysdmx", "csv")):
        cost = timed((name,), paths["small", form], paths["small", form], OTHERS, 1)[name]
        print(f"  {form:<4} {name:<7} {cost.clock * count / OTHERS:7.2f} s")
    return all(kept)


def _ratios(names: tuple[str, ...], paths: Paths, form: str, count: int) -> bool:
    costs = timed(names, paths["all", form], paths["small", form], count)
    clock = {name: cost.clock for name, cost in costs.items()}
    processors = {name: cost.processors for name, cost in costs.items()}
    floor = names[0]
    for name in names:
        ratios = f"{clock[name] / clock[floor]:.2f} (processors {processors[name] / processors[floor]:.2f})"
        print(f"  {form:<4} {name:<7} {clock[name]:6.2f} s  ratio {ratios}")
    kept = clock["ours"] / clock[floor] <= MOST[form]
    print(f"  {form:<4} at most {MOST[form]}: {_kept(kept)}")
    return kept


def _kept(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> int:
    """The exit code: 0 where all limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--reader", nargs=3, metavar=("NAME", "SMALL", "FILE"))
    given = parser.parse_args()
    if given.reader:
        name, small, path = given.reader
        serve_reader(name, Path(small), Path(path))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 0 if compare(Path(folder), given.observations) else 1


if __name__ == "__main__":
    raise SystemExit(main())
