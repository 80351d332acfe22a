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


@pytest.mark.parametrize(("name", "kind"), [("evidence", "contributions"), ("needs-list", "needs")])
def test_a_record_that_was_replaced_is_valid(run, example: Path, tmp_path: Path, name: str, kind: str):
    group = CALLS[name][0]
    first = json.loads(run("--workspace", example, group, "list", "--json")[1])[kind][0]
    columns = json.loads(run("--workspace", example, group, "export")[1])[kind][0].keys()
    told = {"id": None, "recorded_at": None, "supersedes": first["id"], "because": "told anew"}
    new = {each: first[each] for each in columns} | told
    (tmp_path / "new.json").write_text(json.dumps({kind: [new]}), "utf-8")
    assert run("--workspace", example, group, "add", tmp_path / "new.json", "--by", "A. Person")[0] == 0
    data = json.loads(run("--workspace", example, *CALLS[name])[1])
    assert next(each["state"] for each in data[kind] if each["id"] == first["id"]) == "superseded"
    assert faults(data) == []


def test_every_shape_that_is_named_has_a_schema():
    package = Path(stocktake.__file__).parent
    named = {name for path in package.rglob("*.py") for name in NAME.findall(path.read_text("utf-8"))}
    assert named - NEVER_PRINTED == set(schema_names()) - {"parts"}
