"""Commands that put texts side by side."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from stocktake.cli import dates


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path) -> Path:
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


def test_compare_json_and_page(run, texts: Path):
    code, out, err = run("compare", texts / "old.txt", texts / "new.txt", "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert (data["schema"], data["from"], data["to"]) == ("stocktake/comparison/1", "A/RES/97/901", "A/RES/99/903")
    assert run("compare", texts / "old.txt", texts / "new.txt")[1].startswith("A/RES/97/901 (adopted) → ")


def test_compare_takes_symbols_and_paths_together(run, texts: Path, workspace: Path):
    code, out, _err = run("compare", "97/901", texts / "new.txt", "--json", "--workspace", workspace)
    assert code == 0
    assert json.loads(out)["to"] == "A/RES/99/903"


def test_compare_html_is_a_page(run, texts: Path):
    code, out, err = run("compare", texts / "old.txt", texts / "new.txt", "--html")
    assert (code, err) == (0, "")
    assert out.startswith("<!DOCTYPE html>")
    assert 'id="new-2"' in out


def test_compare_docx_writes_a_file_and_says_so(run, texts: Path, tmp_path: Path):
    path = tmp_path / "redline.docx"
    code, out, err = run("compare", texts / "old.txt", texts / "new.txt", "--docx", path)
    assert (code, out, err) == (0, "", f"stocktake: written: {path}\n")
    assert path.read_bytes().startswith(b"PK")


def test_compare_prints_one_form(run, texts: Path, tmp_path: Path):
    pairs = [("--json", "--html"), ("--html", "--docx", tmp_path / "x.docx")]
    for options in pairs:
        code, out, err = run("compare", texts / "old.txt", texts / "new.txt", *options)
        assert (code, out) == (2, "")
        assert "choose one of --json, --html, --docx FILE" in err


def test_compare_says_that_the_order_is_wrong_in_every_form(run, texts: Path, tmp_path: Path):
    said = "A/RES/99/903 (2044-12-12) is newer than A/RES/97/901 (2042-12-12)."
    pair = ("compare", texts / "new.txt", texts / "old.txt")
    assert [each["message"] for each in json.loads(run(*pair, "--json")[1])["findings"]] == [said]
    assert f"{said} Name the" in run(*pair)[1].replace("\n", " ")
    assert said in run(*pair, "--html")[1]
    assert f"stocktake: {said} Name the earlier text first.\n" in run(*pair, "--docx", tmp_path / "x.docx")[2]


def test_review_prints_a_page_and_writes_two_files(run, workspace: Path):
    code, out, err = run("review", "--as-of", "2045-01-15", "--workspace", workspace)
    assert (code, err) == (0, "")
    assert out.startswith("Review as of 15 January 2045\n3 texts held: 2 adopted, 1 draft\n")
    assert json.loads((workspace / "output" / "review.json").read_bytes())["schema"] == "stocktake/review/1"
    assert (workspace / "output" / "review.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_review_json_is_what_was_written(run, workspace: Path):
    _code, out, err = run("review", "--as-of", "2045-01-15", "--json", "--workspace", workspace)
    assert out.encode() == (workspace / "output" / "review.json").read_bytes()
    assert err.startswith("stocktake: written: ")


def test_the_same_bytes_twice_and_without_a_cache(run, workspace: Path):
    def made() -> list[bytes]:
        run("review", "--as-of", "2045-01-15", "--workspace", workspace)
        return [(workspace / "output" / name).read_bytes() for name in ("review.json", "review.html")]

    first = made()
    assert made() == first
    shutil.rmtree(workspace / "cache")
    shutil.rmtree(workspace / "output")
    assert made() == first


def test_the_order_of_adding_does_not_show(run, texts: Path, workspace: Path, tmp_path: Path):
    run("new", tmp_path / "other")
    for name in ("old.txt", "new.txt", "draft.txt"):
        run("add", texts / name, "--workspace", tmp_path / "other")
    for folder in (workspace, tmp_path / "other"):
        run("review", "--as-of", "2045-01-15", "--workspace", folder)
    both = [(folder / "output" / "review.json").read_bytes() for folder in (workspace, tmp_path / "other")]
    assert both[0] == both[1]


def test_todays_date_is_filled_in_and_said(run, workspace: Path, monkeypatch: pytest.MonkeyPatch):
    class Today(dates.date):
        @classmethod
        def today(cls):
            return date(2044, 5, 5)

    monkeypatch.setattr(dates, "date", Today)
    code, out, err = run("review", "--workspace", workspace)
    assert code == 0
    assert err == "stocktake: no --as-of given, so today's date is taken: 2044-05-05\n"
    assert out.startswith("Review as of 5 May 2044\n")


def test_a_date_that_is_none_is_a_wrong_call(run, workspace: Path):
    code, out, err = run("review", "--as-of", "yesterday", "--workspace", workspace)
    assert "Invalid value for '--as-of': expected a day such as 2045-01-15, but 'yesterday' is none." in err
    assert (code, out) == (2, "")
    assert "--as-of" in err


def test_a_date_before_every_text_is_said(run, workspace: Path):
    code, _out, err = run("review", "--as-of", "2030-01-15", "--workspace", workspace)
    assert code == 0
    assert err == (
        "stocktake: every text held is later than 2030-01-15 and none is used; say a later day: --as-of DATE\n"
    )


def test_a_damaged_original_is_reported_on_every_page(run, workspace: Path):
    (original,) = (workspace / "texts").glob("*_old.txt")
    original.write_text("altered", encoding="ascii")
    code, out, _err = run("review", "--as-of", "2045-01-15", "--workspace", workspace)
    assert code == 0
    assert "1.  The file old.txt cannot be used: the original was altered" in out
    assert "old.txt cannot be used" in (workspace / "output" / "review.html").read_text("utf-8")
    assert "DAMAGED: ADD THESE FILES AGAIN" in run("status", "--workspace", workspace)[1]
