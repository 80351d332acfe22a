"""Compiled templates: kept where Python keeps compiled modules, and made anew by another program."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from stocktake.publish import compiled
from stocktake.publish.compiled import CompiledTemplates


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def rendered(words: str) -> str:
    environment = Environment(
        loader=DictLoader({"page.html.j2": words}), autoescape=True, bytecode_cache=CompiledTemplates()
    )
    return environment.get_template("page.html.j2").render(name="Examplia")


def files_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def test_a_template_is_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch):
    assert rendered("Of {{ name }}.") == "Of Examplia."
    (file,) = files_in(kept)
    monkeypatch.setattr(Environment, "_compile", lambda *_: pytest.fail("it was compiled again"))
    assert rendered("Of {{ name }}.") == "Of Examplia."
    assert file.name.endswith(".pyc")


def test_another_template_or_program_makes_it_anew(kept: Path, monkeypatch: pytest.MonkeyPatch):
    rendered("Of {{ name }}.")
    assert rendered("To {{ name }}.") == "To Examplia."
    (file,) = files_in(kept)
    before = file.read_bytes()
    monkeypatch.setattr(compiled, "_made_by", lambda: b"another program")
    assert rendered("To {{ name }}.") == "To Examplia."
    assert file.read_bytes() != before


def test_a_damaged_one_counts_as_absent(kept: Path):
    rendered("Of {{ name }}.")
    (file,) = files_in(kept)
    for damaged in (b"", file.read_bytes()[:40], file.read_bytes()[:-9]):
        file.write_bytes(damaged)
        assert rendered("Of {{ name }}.") == "Of Examplia."


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered("Of {{ name }}.") == "Of Examplia."
    assert files_in(kept) == []
