"""What commands print as JSON is valid against the schema of the shape that it names, and every such name has one."""

import json
import re
from pathlib import Path

import pytest
from shapes import faults

import stocktake
from stocktake.publish.opendata.schemas import schema_names
from stocktake.workspace import Workspace
from stocktake.workspace.example import add_example

TEXT = "A/RES/99/52"
NAME = re.compile(r'"stocktake/([a-z-]+)/1"')
NEVER_PRINTED = {"index", "site"}
"""What a workspace and a site keep for themselves."""
CALLS = {
    "status": ("status", "--json"),
    "frameworks": ("frameworks", "--json"),
    "framework": ("frameworks", "lineages", "--json"),
    "negotiation": ("negotiation", TEXT, "--json"),
    "commitments": ("commitments", TEXT, "--json"),
    "corrections": ("corrections", "--json"),
    "evidence": ("evidence", "list", "--history", "--json"),
    "evidence-view": ("evidence", "list", "--view", "wsis", "--json"),
    "contributions": ("evidence", "export"),
    "needs": ("needs", "--json"),
    "needs-list": ("needs", "list", "--history", "--json"),
    "needs-and-offers": ("needs", "export"),
}
FORMS = {
    "contributions": ("evidence", "template"),
    "needs": ("needs", "template", "--for", "needs"),
    "offers": ("needs", "template", "--for", "offers"),
    "mismatches": ("needs", "template", "--for", "mismatches"),
}


@pytest.fixture(scope="module")
def example(once: Path) -> Path:
    add_example(Workspace.create(once / "example"))
    return once / "example"


@pytest.mark.parametrize("name", CALLS)
def test_what_a_command_prints_is_valid(run, example: Path, name: str):
    code, out, _ = run("--workspace", example, *CALLS[name])
    data = json.loads(out)
    assert (code, data["schema"], faults(data)) == (0, f"stocktake/{name}/1", [])


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_valid(run, tmp_path: Path, name: str):
    file = tmp_path / "form.json"
    assert run(*FORMS[name], file)[0] == 0
    assert faults(json.loads(file.read_text("utf-8"))) == []


def test_a_withdrawal_is_valid(run, example: Path):
    made = json.loads(run("--workspace", example, "evidence", "list", "--json")[1])["contributions"][0]["id"]
    told = ("--because", "told twice", "--by", "A. Person")
    assert run("--workspace", example, "evidence", "withdraw", made, *told)[0] == 0
    for name in ("evidence", "contributions"):
        data = json.loads(run("--workspace", example, *CALLS[name])[1])
        assert any(each["withdraws"] == made for each in data["contributions"])
        assert faults(data) == []


def test_every_shape_that_is_named_has_a_schema():
    package = Path(stocktake.__file__).parent
    named = {name for path in package.rglob("*.py") for name in NAME.findall(path.read_text("utf-8"))}
    assert named - NEVER_PRINTED == set(schema_names()) - {"parts"}
