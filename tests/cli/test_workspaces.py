"""Commands on a workspace."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def workspace(run, tmp_path: Path) -> Path:
    run("new", tmp_path / "ws")
    return tmp_path / "ws"


def test_new_says_what_to_do_next(run, tmp_path: Path):
    code, out, err = run("new", tmp_path / "ws")
    assert (code, out) == (0, "")
    assert err == (
        f"stocktake: made the workspace {tmp_path / 'ws'}; add texts to it: "
        f"stocktake add FILE... --workspace {tmp_path / 'ws'}\n"
    )


def test_add_says_of_every_file_what_became_of_it(run, texts: Path, workspace: Path):
    code, out, err = run("add", texts, "--workspace", workspace)
    assert (code, out) == (0, "")
    assert err.splitlines() == [
        "added         draft.txt: A/C.2/98/L.4 (draft), 6 paragraphs",
        "added         new.txt: A/RES/99/903 (adopted), 6 paragraphs",
        "added         old.txt: A/RES/97/901 (adopted), 6 paragraphs",
        "stocktake: 3 added",
    ]
    code, _out, err = run("add", texts, "--workspace", workspace)
    assert code == 0
    assert err.splitlines()[-1] == "stocktake: 3 already there"


def test_a_file_that_was_named_and_refused_gives_its_exit_code(run, texts: Path, workspace: Path):
    (texts / "empty.txt").write_bytes(b"")
    code, _out, err = run("add", texts / "empty.txt", texts / "old.txt", "--workspace", workspace)
    assert code == 3
    assert "refused       empty.txt: empty.txt: expected a document" not in err
    assert (
        "refused       empty.txt: expected a document, but the file is empty. Download or export it again." in err
    )
    assert err.splitlines()[-1] == "stocktake: 1 added, 1 refused"


def test_tables_in_a_folder_are_named_and_do_no_harm(run, texts: Path, workspace: Path):
    (texts / "kites.csv").write_text("area,year,value\nX,1,2\nY,1,3\nZ,1,4\n", encoding="ascii")
    code, _out, err = run("add", texts, "--workspace", workspace)
    assert code == 0
    assert "a table (CSV) whose columns are not known" in err
    code, _out, _err = run("add", texts / "kites.csv", "--workspace", workspace)
    assert code == 5


def test_an_empty_folder_is_not_found(run, workspace: Path, tmp_path: Path):
    (tmp_path / "nothing").mkdir()
    code, _out, err = run("add", tmp_path / "nothing", "--workspace", workspace)
    assert code == 4
    assert err == "stocktake: expected files to add, but there are none in what was named.\n"


def test_the_workspace_may_be_named_before_the_command(run, texts: Path, workspace: Path):
    assert run("--workspace", workspace, "add", texts)[0] == 0
    assert "3 texts held" in run("--workspace", workspace, "status")[1]


def test_status_says_what_is_held_lacking_and_out_of_date(run, texts: Path, workspace: Path):
    run("add", texts, "--workspace", workspace)
    code, out, err = run("status", "--workspace", workspace)
    assert (code, err) == (0, "")
    assert out.startswith("3 texts held\n")
    assert "none was made yet: stocktake review" in out
    run("review", "--as-of", "2045-01-15", "--workspace", workspace)
    assert json.loads(run("status", "--json", "--workspace", workspace)[1])["review_current"] is True


def test_a_wrong_symbol_is_a_wrong_call(run, texts: Path, workspace: Path):
    code, _out, err = run("add", texts / "draft.txt", "--symbol", "kites", "--workspace", workspace)
    assert code == 2
    assert "kites" in err


def test_demo_makes_adds_and_reviews_and_may_be_run_again(run, tmp_path: Path):
    code, out, err = run("demo", tmp_path / "demo")
    assert code == 0
    said, site = err.splitlines()
    assert said == "stocktake: no --as-of given, so the example's own date is taken: 2045-01-15"
    front = tmp_path / "demo" / "output" / "site" / "index.html"
    assert site.endswith(f" files written, 0 the same as before, 0 removed; open {front}")
    assert front.is_file()
    assert "EXAMPLE: every text below is invented.\n" in out
    again = run("demo", tmp_path / "demo")
    assert again[1] == out
    assert "the site: 0 files written" in again[2]
    assert (tmp_path / "demo" / "output" / "review.html").is_file()
