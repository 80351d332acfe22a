"""The command that writes the report."""

from pathlib import Path
from shutil import rmtree

import pytest

DAY = ("--as-of", "2045-01-15")
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MOST_OF_A_PAGE = 450


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path) -> Path:
    run("new", tmp_path / "ws")
    run("add", texts / "old.txt", "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


def test_it_writes_the_report_and_says_how_long_it_is(run, workspace: Path, tmp_path: Path):
    path = tmp_path / "report.md"
    code, out, err = run("report", "--to", path, *DAY, "--workspace", workspace)
    assert (code, out) == (0, "")
    assert err.startswith(f"stocktake: written: {path} (")
    assert err.endswith(" words of at most 8,500, tables and notes not counted)\n")
    assert "## I. Introduction: basis, method and limits" in path.read_text("utf-8")


def test_a_second_report_says_what_changed_since(run, texts: Path, workspace: Path, tmp_path: Path):
    call = ("report", "--to", tmp_path / "brief.html", "--length", "brief", *DAY, "--workspace", workspace)
    assert run(*call)[0] == 0
    first = (tmp_path / "brief.html").read_bytes()
    run("add", texts / "new.txt", "--workspace", workspace)
    code, _out, err = run(*call)
    assert code == 0
    assert "stocktake: since the last review, texts: new: A/RES/99/903\n" in err
    assert (tmp_path / "brief.html").read_bytes() != first


def test_the_report_is_there_also_where_the_review_beside_it_cannot_be_written(
    run, workspace: Path, tmp_path: Path
):
    output = workspace / "output"
    rmtree(output, ignore_errors=True)
    output.write_bytes(b"a file where the folder should be")
    code, _out, err = run("report", "--to", tmp_path / "report.md", *DAY, "--workspace", workspace)
    assert code == 0
    assert f"stocktake: the review beside it cannot be written: {output} (File exists)\n" in err
    assert f"stocktake: written: {tmp_path / 'report.md'} (" in err


def test_a_name_without_a_known_suffix_is_refused_before_anything_is_read(run, tmp_path: Path):
    code, out, err = run("report", "--to", tmp_path / "report.odt", "--workspace", tmp_path)
    assert (code, out) == (2, "")
    assert err == (
        "stocktake: expected a file whose name ends in one of the formats of a report, but 'report.odt' does not. "
        "Name it FILE.docx, FILE.pdf, FILE.html or FILE.md.\n"
    )


@pytest.mark.real
@pytest.mark.slow
def test_the_report_on_the_seeds_with_all_data_keeps_to_the_limit(run, corpus: Path, tmp_path: Path):
    pytest.importorskip("ibis", reason="the extra `statistics` is not installed")
    folder, said = tmp_path / "ws", {}
    run("new", folder)
    run("add", corpus / "seeds", DATA, "--workspace", folder)
    for length in ("brief", "report", "full"):
        path = tmp_path / f"{length}.md"
        options = ("--length", length, "--as-of", "2026-11-22", "--workspace", folder)
        code, _out, err = run("report", "--to", path, *options)
        assert code == 0
        said[length] = int(err.rpartition("(")[2].partition(" ")[0].replace(",", ""))
    assert 300 < said["brief"] <= MOST_OF_A_PAGE
    assert 3000 < said["report"] <= said["full"] <= 8500
