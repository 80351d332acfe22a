"""Folders are looked through in order; what cannot be looked at is named."""

import os
from pathlib import Path

from stocktake.workspace.walk import name_of, walk


def test_a_folder_is_all_files_below_it_sorted_without_hidden_ones(tmp_path: Path):
    for name in ("b/z.txt", "b/a.txt", "a.txt", ".hidden", ".git/x", "ws/texts/copy.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x", encoding="ascii")
    found = list(walk([tmp_path], tmp_path / "ws"))
    assert [each.path.relative_to(tmp_path).as_posix() for each in found] == ["a.txt", "b/a.txt", "b/z.txt"]
    assert all(each.walked for each in found)


def test_a_path_that_is_not_there_is_said(tmp_path: Path):
    (named,) = walk([tmp_path / "kites.pdf"], tmp_path)
    assert named.error is not None
    assert named.error.message == (
        f"{tmp_path / 'kites.pdf'}: expected a file or a folder, but there is none. Check the path and its spelling."
    )


def test_a_name_that_is_no_unicode_can_be_told_all_the_same():
    assert name_of(Path(os.fsdecode(b"folder/caf\xe9.txt"))) == "caf\ufffd.txt"
    assert name_of(Path("folder/قرار.txt")) == "قرار.txt"
