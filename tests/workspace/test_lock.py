"""One writer at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stocktake.errors import RequestError
from stocktake.workspace.lock import locked

HOLD = "import sys; from pathlib import Path; from stocktake.workspace.lock import locked\n"
HOLD += "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_second_writer_is_told_who_is_writing(tmp_path: Path):
    lock = tmp_path / ".lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(RequestError) as caught, locked(lock):
            pass
        other.kill()
    assert caught.value.message == (
        f"{tmp_path}: expected to be the only one who writes to this workspace, but process {other.pid} "
        "is writing to it now. Wait until it has finished and call again."
    )
    with locked(lock):
        assert lock.read_text("ascii") == str(os.getpid())


def test_a_lock_file_left_behind_locks_nobody_out(tmp_path: Path):
    (tmp_path / ".lock").write_text("4711", encoding="ascii")
    with locked(tmp_path / ".lock"):
        assert (tmp_path / ".lock").read_text("ascii") == str(os.getpid())
