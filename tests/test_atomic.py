"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from stocktake.atomic import remove_leftovers, write_whole


def test_writes_and_replaces_and_leaves_nothing_beside(tmp_path: Path):
    write_whole(tmp_path / "a", b"one")
    write_whole(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_failure_before_the_rename_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_whole(tmp_path / "a", b"one")
    monkeypatch.setattr(os, "fsync", lambda _file: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_whole(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path):
    (tmp_path / ".a.17.part").write_bytes(b"half")
    (tmp_path / "b.part").write_bytes(b"a user's file")
    assert remove_leftovers(tmp_path) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["b.part"]
