"""A run that is killed at any moment leaves the workspace usable and loses nothing that was recorded."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from invented import resolution

from stocktake.workspace import Workspace

TEXTS = 24
ADD = "import sys; from pathlib import Path; from stocktake.workspace import Workspace; "
ADD += (
    "Workspace.open(Path(sys.argv[1])).add([Path(sys.argv[2])], None, lambda done, _all: print(done, flush=True))"
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killing_add_at_any_moment_loses_nothing(tmp_path: Path):
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(TEXTS):
        (texts / f"{number:02}.txt").write_text(resolution(97, 901 + number), encoding="utf-8")
    all_names = [each.name for each in texts.iterdir()]
    workspace = Workspace.create(tmp_path / "ws")
    recorded: set[str] = set()
    grew = 0
    for _ in range(8):
        kill_add(workspace.folder, texts, taken=chance.randrange(4), after=chance.uniform(0, 0.01))
        opened = Workspace.open(workspace.folder)
        now = {each.name for each in opened.holdings}
        assert recorded <= now
        grew += recorded < now < set(all_names)
        recorded = now
        state = opened.status()
        assert not state.contents.faults
        assert len(state.contents.documents) == len(now)
    assert grew, "no run was killed in the middle: the test proves nothing"
    results = Workspace.open(workspace.folder).add([texts])
    assert {each.became for each in results} <= {"added", "already there"}
    assert len(Workspace.open(workspace.folder).documents()) == TEXTS
    assert not [each for each in workspace.folder.rglob("*.part") if each.parent.name != "cache"]


def kill_add(folder: Path, texts: Path, *, taken: int, after: float) -> None:
    """Start an add in a process of its own, and kill it so many seconds after it had read so many files."""
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, str(folder), str(texts)], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    for _ in range(taken + 1):
        process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    # Standard output ends when everyone who has it has ended: the readers that were its children too.
    process.communicate(timeout=20)
