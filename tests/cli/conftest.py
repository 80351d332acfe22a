"""Makes the modules that build specimens importable by the tests of cli."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "specimens"))

import pytest
from invented import draft, resolution
from workshop import LATER

from stocktake.cli.app import main


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two adopted texts and a draft."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    (folder / "new.txt").write_text(resolution(99, 903, operative=LATER), encoding="utf-8")
    (folder / "draft.txt").write_text(draft(98, 4), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what the first test of a module makes and the others only look at."""
    return tmp_path_factory.mktemp("once")


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]):
    """A function that runs one command and gives its exit code, standard output and standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(each) for each in arguments])
        out, err = capsysbinary.readouterr()
        return int(left.value.code or 0), out.decode("utf-8"), err.decode("utf-8")

    return call
