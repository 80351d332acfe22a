"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from stocktake.atomic import remove_abandoned, remove_leftovers, write_whole


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


def test_a_refusal_of_the_system_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", lambda _file: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left on device") as raised:
        write_whole(tmp_path / "a", b"one")
    assert raised.value.filename == str(tmp_path / "a")


def test_a_refusal_to_begin_names_the_file_and_not_its_temporary_name(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"no folder")
    with pytest.raises(OSError, match="Not a directory") as raised:
        write_whole(tmp_path / "a" / "b", b"one")
    assert raised.value.filename == str(tmp_path / "a" / "b")


def test_what_nobody_wrote_to_for_an_hour_is_abandoned(tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name, written in (
        ("in/.old.17.part", 1000),
        (".new.17.part", 9000),
        ("in/old.part", 1000),
        (".old", 1000),
    ):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (written, written))
    assert remove_abandoned(tmp_path, 9999) == 1
    assert not (tmp_path / "in" / ".old.17.part").exists()
    assert len([each for each in tmp_path.rglob("*") if each.is_file()]) == 3
    assert remove_abandoned(tmp_path / "absent", 9999) == 0


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path):
    (tmp_path / ".a.17.part").write_bytes(b"half")
    (tmp_path / "b.part").write_bytes(b"a user's file")
    assert remove_leftovers(tmp_path) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["b.part"]
