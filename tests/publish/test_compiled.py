"""Compiled templates: kept where Python keeps compiled modules, and made anew by another program."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes
from jinja2.filters import FILTERS

from stocktake.publish import compiled
from stocktake.publish.compiled import CompiledTemplates

TEMPLATES = Path(compiled.__file__).parent / "templates"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def rendered(words: str, templates: CompiledTemplates | None = None) -> str:
    environment = Environment(
        loader=DictLoader({"page.html.j2": words}),
        autoescape=True,
        bytecode_cache=templates or CompiledTemplates(),
    )
    return environment.get_template("page.html.j2").render(name="Examplia")


def files_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("page.html*") if each.is_file()]


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


def test_several_that_fill_it_in_compile_it_once_where_python_keeps_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    templates = CompiledTemplates()
    assert rendered("Of {{ name }}.", templates) == "Of Examplia."
    monkeypatch.setattr(Environment, "_compile", lambda *_: pytest.fail("it was compiled again"))
    assert rendered("Of {{ name }}.", templates) == "Of Examplia."
    assert files_in(kept) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.name)
def test_no_template_gives_words_of_its_own_to_a_filter(path: Path):
    """What is compiled in one language serves in all."""
    page = Environment(autoescape=True).parse(path.read_text("utf-8"))
    ours = [each for each in page.find_all(nodes.Filter) if each.name not in FILTERS]
    assert [(each.lineno, each.name) for each in ours if isinstance(each.node, nodes.Const)] == []


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
