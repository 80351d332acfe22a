"""One writer at a time."""

import os
from pathlib import Path

import pytest

from stocktake.errors import RequestError
from stocktake.workspace.lock import locked


def test_a_second_writer_is_told_who_is_writing(tmp_path: Path):
    lock = tmp_path / ".lock"
    with locked(lock), pytest.raises(RequestError) as caught, locked(lock):
        pass
    assert caught.value.message == (
        f"{tmp_path}: expected to be the only one who writes to this workspace, but process {os.getpid()} "
        "is writing to it now. Wait until it has finished and call again."
    )


def test_a_lock_file_left_behind_locks_nobody_out(tmp_path: Path):
    (tmp_path / ".lock").write_text("4711", encoding="ascii")
    with locked(tmp_path / ".lock"):
        assert (tmp_path / ".lock").read_text("ascii") == str(os.getpid())
