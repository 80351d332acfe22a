"""The command that follows provisions."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path) -> Path:
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


def test_all_provisions_of_the_chain(run, workspace: Path):
    code, out, err = run("threads", "--workspace", workspace)
    assert (code, err) == (0, "")
    assert out.startswith("Kites above example towns\n2 texts held, ")
    assert "VANISHED WITH A DUTY (1)\n  A/RES/97/901, 3: is gone in A/RES/99/903\n" in out


def test_one_provision_in_short_and_in_full(run, workspace: Path):
    code, out, _err = run("threads", "99/903:2", "--workspace", workspace)
    assert code == 0
    assert out.startswith("\n97/901:2\n")
    assert run("threads", "A/RES/99/903:2", "--workspace", workspace)[1] == out


def test_json_of_one_provision_and_what_a_text_refined(run, workspace: Path):
    code, out, _err = run("threads", "99/903:2", "--json", "--refined-by", "97/901", "--workspace", workspace)
    data = json.loads(out)
    assert code == 0
    assert [each["id"] for each in data["threads"]] == ["97/901:2"]
    assert data["refinements"][0]["kind"] == "first seen"
    page = run("threads", "--refined-by", "97/901", "--workspace", workspace)[1]
    assert "\nBETTER KNOWN NOW (2)\n" in page


def test_what_is_not_held_is_said(run, workspace: Path):
    code, out, err = run("threads", "96/1:2", "--workspace", workspace)
    assert (code, out) == (4, "")
    assert err.startswith(
        "stocktake: expected a text that is held and belongs to a chain, but A/RES/96/1 is none."
    )
