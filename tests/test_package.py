"""The wheel: all that the program reads at run time is in it, and nothing that belongs to the checkout only."""

import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from stocktake import __version__
from tracked import tracked_files

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    return set(ZipFile(wheel).namelist())


def test_every_file_of_the_package_is_in_the_wheel(packed: set[str]):
    source = ROOT / "src"
    files = {path.relative_to(source).as_posix() for path in tracked_files(ROOT) if path.is_relative_to(source)}
    assert files - packed == set()


def test_data_templates_and_examples_are_there(packed: set[str]):
    kinds = {name.rsplit(".", 1)[-1] for name in packed}
    assert {"py", "typed", "yaml", "txt"} <= kinds
    assert any(name.startswith("stocktake/publish/templates/") for name in packed)
    example = {name.removeprefix("stocktake/example/").split("/")[0] for name in packed if "/example/" in name}
    assert {"texts", "drafts", "statistics", "register"} <= example


def test_the_wheel_holds_the_package_and_its_licence_only(packed: set[str]):
    assert {name.split("/")[0].split("-")[0] for name in packed} == {"stocktake"}
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def test_the_locked_versions_cover_what_the_package_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    bare = (ROOT / "requirements" / "bare.txt").read_text("utf-8")
    assert [need for need in needed if f"\n{need.split('>')[0]}==" not in f"\n{bare}"] == []
    assert "://" not in bare


def test_one_version_is_named_everywhere():
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert __version__ == named
    assert f"\nversion: {named}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
