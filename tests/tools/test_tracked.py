"""Which files belong to the repository."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tracked import tracked_files, tracked_texts


def fill(root: Path) -> None:
    (root / "src").mkdir()
    (root / "src" / "lamp.py").write_text("lamp", "utf-8")
    (root / "lamp.bin").write_bytes(b"\0\1")
    (root / ".venv").mkdir()
    (root / ".venv" / "made.py").write_text("made", "utf-8")
    (root / ".gitignore").write_text(".venv/\n", "utf-8")


def names(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in tracked_files(root)]


def test_without_git_what_tools_made_is_left_out(tmp_path: Path):
    fill(tmp_path)
    assert names(tmp_path) == [".gitignore", "lamp.bin", "src/lamp.py"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_with_git_what_it_ignores_is_left_out(tmp_path: Path):
    fill(tmp_path)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    assert names(tmp_path) == [".gitignore", "lamp.bin", "src/lamp.py"]


def test_a_file_that_is_no_text_has_no_text(tmp_path: Path):
    fill(tmp_path)
    assert [(path.as_posix(), text) for path, text in tracked_texts(tmp_path)] == [
        (".gitignore", ".venv/\n"),
        ("src/lamp.py", "lamp"),
    ]
