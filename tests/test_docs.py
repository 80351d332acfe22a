"""The documents: the house rule holds, and the shapes and words they give are those of the program."""

import re
from pathlib import Path

import pytest

import check_docs
from stocktake import errors
from stocktake.findings import Code

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"


def test_everything_a_person_can_meet_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(ROOT)
    code = check_docs.main()
    assert capsys.readouterr().out == ""
    assert code == 0


def test_no_finding_is_explained_that_is_not_there():
    explained = re.findall(r"^\| `([a-z-]+)`", (REFERENCE / "findings.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(explained) == sorted(code.value for code in Code)


def test_the_table_of_errors_has_the_exit_codes_of_the_classes():
    rows = re.findall(r"^\| `(\d)` \| `(\w+)`", (REFERENCE / "errors.md").read_text("utf-8"), re.MULTILINE)
    assert {name: int(code) for code, name in rows} == {
        each.__name__: each.exit_code for each in errors.StocktakeError.__subclasses__()
    }


def test_the_glossary_is_in_order():
    words = re.findall(r"^\| ([a-z ,]+?) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)[1:]
    assert words == sorted(words)


def test_every_decision_is_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert sorted(listed) == sorted(page.name for page in folder.glob("*.md") if page.name != "README.md")
