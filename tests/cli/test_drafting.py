"""The command that writes the next draft, and the worker that writes a comparison as a Word file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "specimens"))

import pytest
from docx_changes import comments, printed, resolved
from figured import resolution_of
from invented import resolution
from plain_statistics import plain
from workshop import LATER, document

from stocktake.cli.drafting import write_redline
from stocktake.documents.compare import compare_documents

OLD = document(resolution(97, 901), "old.txt")
NEW = document(resolution(99, 903, operative=LATER), "new.txt")


def test_draft_writes_the_file_and_lists_the_changes(run, texts: Path, tmp_path: Path):
    to = tmp_path / "next.docx"
    code, out, err = run("draft", texts / "old.txt", "--to", to, "--as-of", "2043-01-15")
    assert code == 0
    assert resolved(to.read_bytes(), "reject") == printed(OLD)
    assert (
        "session: “Ninety-seventh session” → “Ninety-eighth session”\n    The draft is of the next session." in out
    )
    assert err.startswith(f"stocktake: written: {to} (")
    assert len(comments(to.read_bytes())) == out.count("→")


def test_draft_takes_the_workspace_for_what_is_held(run, texts: Path, tmp_path: Path):
    run("new", tmp_path / "ws")
    run("add", texts, "--workspace", tmp_path / "ws")
    code, _out, err = run("draft", "99/903", "--to", tmp_path / "a.docx", "--workspace", tmp_path / "ws")
    assert code == 0
    assert err.startswith("stocktake: no --as-of given, so this date is taken: 2044-12-12\n")


def test_draft_offers_the_newer_figures_of_the_statistics_held(run, tmp_path: Path):
    pytest.importorskip("ibis", reason="the extra `statistics` is not installed")
    base = resolution_of("Notes that 31 per cent of people in Fiji use the Internet;")
    (tmp_path / "base.txt").write_text(base.source_text, "utf-8")
    run("new", tmp_path / "ws")
    for year, rate in ((2042, 31), (2043, 36.4)):
        (tmp_path / "use.csv").write_bytes(plain(rate, year=year))
        (tmp_path / "use.csv").rename(tmp_path / f"{year}.csv")
        vintage = f"{year}-03-01"
        run("add", tmp_path / f"{year}.csv", "--vintage", vintage, "--workspace", tmp_path / "ws")
    asked = ("draft", tmp_path / "base.txt", "--as-of", "2044-01-15", "--workspace", tmp_path / "ws")
    code, out, _err = run(*asked, "--to", tmp_path / "next.docx")
    assert code == 0
    assert (
        "1: “31 per cent” → “36 per cent”\n    A newer figure of the same is held. From: 36.4 per cent for 2043 "
        "(2043.csv, 1 March 2043) (2043.csv, row 2).\n"
    ) in out
    data = (tmp_path / "next.docx").read_bytes()
    assert "36 per cent of people in Fiji" in " ".join(resolved(data, "accept"))
    assert resolved(data, "reject") == printed(base)
    code, out, _err = run("draft", tmp_path / "base.txt", "--as-of", "2044-01-15", "--to", tmp_path / "plain.docx")
    assert (code, "36 per cent" in out) == (0, False)


def refusal(words: str) -> tuple[int, str, str]:
    return 2, "", words


def test_draft_refuses_a_date_before_the_text_and_a_file_of_another_kind(run, texts: Path, tmp_path: Path):
    asked = ("draft", texts / "old.txt", "--to")
    assert run(*asked, tmp_path / "a.docx", "--as-of", "2040-01-01") == refusal(
        "stocktake: expected a date from 2042-12-12 on, when the text was adopted, but --as-of is 2040-01-01. "
        "Give a later date.\n",
    )
    assert run(*asked, tmp_path / "a.pdf", "--as-of", "2043-01-01") == refusal(
        "stocktake: expected the name of a Word file, but 'a.pdf' does not end in .docx. Name it FILE.docx.\n",
    )
    assert not list(tmp_path.glob("a.*"))


def test_draft_does_not_write_over_the_text_it_is_made_from(run, texts: Path, tmp_path: Path):
    first = tmp_path / "first.docx"
    run("draft", texts / "old.txt", "--to", first, "--as-of", "2043-01-15")
    before = first.read_bytes()
    code, _out, err = run("draft", first, "--to", first, "--as-of", "2043-01-15")
    assert (code, first.read_bytes()) == (2, before)
    assert err == (
        f"stocktake: {first}: expected a new file, but this is the text that the draft is made from. Give the draft "
        "another name.\n"
    )


def test_a_redline_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    write_redline(OLD, NEW, compare_documents(OLD, NEW), tmp_path / "redline.docx")
    data = (tmp_path / "redline.docx").read_bytes()
    assert resolved(data, "reject") == printed(OLD)
    assert resolved(data, "accept") == printed(NEW)
    assert [each.name for each in tmp_path.iterdir()] == ["redline.docx"]
    assert capsys.readouterr().err == f"stocktake: written: {tmp_path / 'redline.docx'}\n"
