"""The command on the way to one text."""

import json
from pathlib import Path

import pytest
from invented import draft


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path) -> Path:
    (texts / "tabled.txt").write_text(draft(99, 3), encoding="utf-8")
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


def test_negotiation_json_names_the_stages_that_are_held(run, workspace: Path):
    code, out, err = run("negotiation", "99/903", "--json", "--workspace", workspace)
    data = json.loads(out)
    assert (code, err, data["schema"]) == (0, "", "stocktake/negotiation/1")
    assert [stage["name"] for stage in data["stages"]] == ["A/RES/97/901", "A/C.2/99/L.3", "A/RES/99/903"]


def test_negotiation_as_page_in_the_terminal_and_in_the_browser(run, workspace: Path):
    page = run("negotiation", "99/903", "--workspace", workspace)[1]
    assert page.startswith("Where the words of A/RES/99/903 came from\n")
    assert run("negotiation", "99/903", "--html", "--workspace", workspace)[1].startswith("<!DOCTYPE html>")


def test_a_file_can_be_the_outcome(run, texts: Path, workspace: Path):
    assert run("negotiation", texts / "new.txt", "--workspace", workspace)[0] == 0


def test_a_text_with_nothing_before_it_is_a_wrong_call(run, workspace: Path):
    code, out, err = run("negotiation", "97/901", "--workspace", workspace)
    assert (code, out) == (2, "")
    assert err == (
        "stocktake: expected a text and at least one stage before it, but there is none before it. "
        "Add the text of the year before, or the drafts, to the workspace.\n"
    )


def test_two_forms_at_once_are_a_wrong_call(run, workspace: Path):
    code, out, err = run("negotiation", "99/903", "--json", "--html", "--workspace", workspace)
    assert (code, out) == (2, "")
    assert "choose one of --json, --html" in err
