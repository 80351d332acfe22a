"""Commands on one text."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from invented import resolution


def test_read_json_is_the_document(run, texts: Path):
    code, out, err = run("read", texts / "old.txt", "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert (data["schema"], data["symbol"], data["session"]) == ("stocktake/document/1", "A/RES/97/901", 97)
    assert [each["id"] for each in data["paragraphs"]] == ["P1", "P2", "1", "2", "3", "4"]


def test_read_text_is_what_the_spans_point_into(run, texts: Path):
    _code, out, _err = run("read", texts / "old.txt", "--text")
    assert out == (texts / "old.txt").read_text("utf-8")
    _code, printed, _err = run("read", texts / "old.txt", "--json")
    for paragraph in json.loads(printed)["paragraphs"]:
        joined = "".join(out[start:end] for start, end in paragraph["spans"])
        assert " ".join(joined.split()) == paragraph["text"]


def test_read_akn_is_xml(run, texts: Path):
    _code, out, _err = run("read", texts / "old.txt", "--akn")
    assert ET.fromstring(out.encode()).tag.endswith("akomaNtoso")


def test_read_alone_is_a_page(run, texts: Path):
    code, out, err = run("read", texts / "old.txt")
    assert (code, err) == (0, "")
    assert out.startswith("Kites above example towns\n  symbol       A/RES/97/901\n")


def test_the_user_may_say_symbol_and_status(run, texts: Path):
    _code, out, _err = run("read", texts / "draft.txt", "--json", "--symbol", "98/902", "--status", "draft")
    data = json.loads(out)
    assert (data["symbol"], data["status"]) == ("A/RES/98/902", "draft")
    assert "symbol-given" in {each["code"] for each in data["findings"]}


def test_two_forms_at_once_are_a_wrong_call(run, texts: Path):
    code, out, err = run("read", texts / "old.txt", "--json", "--akn")
    assert (code, out) == (2, "")
    assert "choose one of --json, --akn" in err


@pytest.mark.parametrize("short", ["A/RES/97/901", "97/901", "old.txt"])
def test_a_symbol_inside_a_workspace_is_a_text(run, texts: Path, tmp_path: Path, short: str):
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    code, out, err = run("read", short, "--json", "--workspace", tmp_path / "ws")
    assert (code, err) == (0, "")
    assert json.loads(out)["symbol"] == "A/RES/97/901"


def test_the_current_folder_is_the_workspace(run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    monkeypatch.chdir(tmp_path / "ws")
    assert run("read", "97/901")[0] == 0


def test_a_symbol_that_is_not_held_names_the_nearest(run, texts: Path, tmp_path: Path):
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    code, out, err = run("read", "97/902", "--workspace", tmp_path / "ws")
    assert (code, out) == (4, "")
    assert err == (
        "stocktake: 97/902: expected a file, or a symbol held in the workspace, but neither is there, and the "
        "workspace holds 3 texts. Nearest: A/RES/97/901, A/RES/99/903. "
        "Check the path or the symbol, or add the text: stocktake add FILE\n"
    )


def test_a_path_that_is_not_there_outside_a_workspace(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("read", "kites.pdf")
    assert (code, out) == (4, "")
    assert err == (
        "stocktake: kites.pdf: expected a file, or a symbol held in a workspace, but there is no such file, and the "
        "current folder is no workspace. Check the path, or name the workspace with --workspace DIR.\n"
    )


@pytest.mark.parametrize("command", ["citations", "events", "themes"])
def test_what_is_found_as_json_and_as_a_page(run, texts: Path, command: str):
    code, out, err = run(command, texts / "old.txt", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["schema"] == f"stocktake/{command}/1"
    code, out, err = run(command, texts / "old.txt")
    assert (code, err) == (0, "")
    assert out.startswith("A/RES/97/901 ")


def test_themes_beside_a_matrix_that_somebody_brings(run, tmp_path: Path):
    words = (
        "Calls upon Examplia to extend broadband networks to kites in pursuit of Sustainable Development Goal 14;"
    )
    (tmp_path / "kites.txt").write_text(
        resolution(97, 901, title="Digital networks for kites", operative=(words,))
    )
    matrix = tmp_path / "matrix.csv"
    matrix.write_text(
        "matrix,WSIS-SDG\nversion,3\nsource,The Lantern Office\ndate,2044-06-01\nrow,column,related,rationale\n"
        "C2,14,no,Nets are not networks\nC2,11,yes,Towns need them\n"
    )
    code, out, err = run("themes", tmp_path / "kites.txt", "--matrix", matrix, "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert data["matrix"] == {
        "rows": "WSIS",
        "columns": "SDG",
        "version": "3",
        "source": "The Lantern Office",
        "date": "2044-06-01",
    }
    known = [each for each in data["disagreements"] if each["kind"] != "unknown"]
    assert known == [
        {"paragraph": "1", "row": "C2", "column": "11", "kind": "matrix only", "rationale": "Towns need them"},
        {
            "paragraph": "1",
            "row": "C2",
            "column": "14",
            "kind": "labels only",
            "rationale": "Nets are not networks",
        },
    ]
    page = run("themes", tmp_path / "kites.txt", "--matrix", matrix)[1]
    assert "beside the matrix WSIS–SDG, version 3, 1 June 2044 (The Lantern Office)" in " ".join(page.split())
    assert "Nets are not networks" in page


def test_frameworks_are_listed_and_shown(run):
    _code, out, _err = run("frameworks", "--json")
    assert "lineages" in json.loads(out)["frameworks"]
    _code, out, _err = run("frameworks", "lineages", "--json")
    data = json.loads(out)
    assert data["records"]
    assert all(record["source"] and record["confidence"] for record in data["records"])
    assert run("frameworks", "lineages")[1].startswith("lineages: ")
    assert run("frameworks")[1].startswith("Frameworks\n")


def test_a_framework_that_is_none(run):
    code, out, err = run("frameworks", "lineage")
    assert (code, out) == (4, "")
    assert err.startswith("stocktake: expected the name of a framework, but 'lineage' is none. Nearest: lineages")
