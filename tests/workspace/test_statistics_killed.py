"""A run that is killed while it adds statistics leaves the workspace as it was before or as it is after a file."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from plain_statistics import plain

from stocktake.workspace import Workspace

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

FILES = 30
ADD = """
import sys
from datetime import date
from pathlib import Path
from stocktake.workspace import Workspace
from stocktake.workspace.adding import Said
day = date.fromisoformat(sys.argv[3])
Workspace.open(Path(sys.argv[1])).add([Path(sys.argv[2])], Said(vintage=day), lambda done, _all: print(done, flush=True))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killing_add_at_any_moment_loses_no_statistics(tmp_path: Path):
    chance = random.Random(11)  # noqa: S311 - moments, not secrets
    folder = tmp_path / "data"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:02}.csv").write_bytes(plain(10 + number, code=f"KITES.{number}"))
    workspace = Workspace.create(tmp_path / "ws")
    recorded: dict[str, str] = {}
    grew = 0
    for round_ in range(8):
        day = f"2042-0{1 + round_ // 4}-01"
        kill_add(workspace.folder, folder, day, taken=chance.randrange(1, 6), after=chance.uniform(0, 0.02))
        held = Workspace.open(workspace.folder)
        contents = held.statistics.contents()
        now = {each.holding.name: str(each.vintage) for each in contents.datasets}
        assert not contents.faults
        assert recorded.keys() <= now.keys()
        assert set(now) == {each.name for each in held.holdings}
        assert all(each.vintage == each.holding.vintage for each in contents.datasets)
        store = held.statistics.observations(contents.datasets) if now else None
        if store:
            assert store.engine.collect(store.observations("all")).num_rows == 3 * len(now)
        grew += recorded != now and len(now) < FILES
        recorded = now
    assert grew, "no run was killed in the middle: the test proves nothing"
    results = Workspace.open(workspace.folder).add([folder])
    assert {each.became for each in results} <= {"added", "already there"}
    assert len(Workspace.open(workspace.folder).statistics.contents().datasets) == FILES
    assert not [each for each in workspace.folder.rglob("*.part") if "cache" not in each.parts]
    assert not workspace.store.strays()


def kill_add(folder: Path, data: Path, day: str, *, taken: int, after: float) -> None:
    """Start an add in a process of its own, and kill it so many seconds after it had taken so many files."""
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, str(folder), str(data), day], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    for _ in range(taken + 1):
        process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=20)
