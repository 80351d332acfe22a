"""How long a review takes: without a cache, right after adding, unchanged, and after one new contribution.

Run as ``python bench/review.py``. Each command runs in a process of its own, as a person calls it, on the invented
example and, where they lie beside the checkout, on the real texts with all statistics. Counted is the time of the
processor, children too; the byte code of the program is kept, as it is where it is installed. The bench stops with 1
where a review that had nothing to be made anew says something else than the one before, never for the time.
"""

import csv
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stocktake.example import AS_OF
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.form_table import form_csv

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = SHARED / "corpus" / "seeds"
STATISTICS = SHARED / "data"
OUTPUTS = ("review.json", "review.html")
LIMITS = {"without a cache": 10.0, "right after adding": 10.0, "unchanged": 1.0, "after a contribution": 1.0}
TURNS = 3
CALL = "import sys; from stocktake.cli.app import main; sys.argv[0] = 'stocktake'; main()"
CONTRIBUTION = {
    "who": "Kite Office of Examplia",
    "entity_type": "government",
    "title": "Kites for schools",
    "where": "global",
    "from": "2025-03",
    "action_lines": "C2",
    "evidence": "self-report",
}


class Place(NamedTuple):
    """A workspace to be timed: its folder, the day of its review, where byte code is kept."""

    folder: Path
    day: str
    code: Path


def seconds_of(place: Place, *arguments: str) -> float:
    """The seconds of the processor that one command takes, its children with it."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(place.code)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", CALL, *arguments, "--workspace", str(place.folder)],
        env=environment,
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def review(place: Place) -> float:
    """The seconds of one review."""
    return seconds_of(place, "review", "--as-of", place.day)


def contribute(place: Place, number: int) -> None:
    """One more contribution is recorded."""
    heading = next(csv.reader(form_csv(CONTRIBUTIONS).decode("utf-8-sig").splitlines()))
    row = CONTRIBUTION | {"title": f"{CONTRIBUTION['title']}, {number}"}
    file = place.folder.parent / "contribution.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([heading, [row.get(name, "") for name in heading]])
    seconds_of(place, "evidence", "add", str(file), "--by", "Bench")


def outputs(place: Place) -> list[bytes]:
    """What was written."""
    return [(place.folder / "output" / name).read_bytes() for name in OUTPUTS]


def times_of(place: Place) -> tuple[dict[str, list[float]], list[str]]:
    """The seconds of each case, one for each turn, and what is wrong."""
    times: dict[str, list[float]] = {}
    wrong: list[str] = []
    expected = outputs(place)
    for number in range(TURNS):
        shutil.rmtree(place.folder / "cache")
        times.setdefault("without a cache", []).append(review(place))
        times.setdefault("unchanged", []).append(review(place))
        if outputs(place) != expected:
            wrong.append("a review without a cache, or an unchanged one, is another")
        contribute(place, number)
        times.setdefault("after a contribution", []).append(review(place))
        if outputs(place) == expected:
            wrong.append("a contribution does not show in the review")
        expected = outputs(place)
    return times, wrong


def print_times(name: str, times: dict[str, list[float]]) -> None:
    """One line for each case: the least of the turns, which other programs disturb least."""
    print(name)
    for case, seconds in times.items():
        print(f"  {case}: {min(seconds):.2f} s of {LIMITS[case]:g} s")


def _compile(place: Place) -> None:
    """Python compiles the program: with a review of a copy, so that the workspace stays as it was added."""
    copy = place._replace(folder=place.folder.with_name("copy"))
    shutil.copytree(place.folder, copy.folder)
    review(copy)
    shutil.rmtree(copy.folder)


def timed_workspace(place: Place, files: Iterable[Path] = ()) -> list[str]:
    """What is wrong with the reviews of a workspace of these files, of the example where none is given."""
    if files:
        seconds_of(place, "add", *map(str, files))
    _compile(place)
    after_adding = review(place)
    times, wrong = times_of(place)
    print_times(place.folder.name, {"right after adding": [after_adding], **times})
    return [f"{place.folder.name}: {each}" for each in wrong]


def main() -> int:
    """0, or 1 where a review is another without cause."""
    from stocktake.workspace import Workspace
    from stocktake.workspace.example import add_example

    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        place = Place(Path(folder) / "example", AS_OF.isoformat(), Path(folder) / "code")
        add_example(Workspace.create(place.folder))
        wrong += timed_workspace(place)
        if SEEDS.is_dir() and STATISTICS.is_dir():
            today = datetime.now(UTC).date().isoformat()
            place = place._replace(folder=Path(folder) / "seeds", day=today)
            Workspace.create(place.folder)
            wrong += timed_workspace(place, [SEEDS, STATISTICS])
        else:
            print(f"no real texts and statistics beside the checkout ({SHARED.name}): left out")
    for each in wrong:
        print(f"wrong: {each}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
