"""The command publish: a folder that is whole, the same twice, and clear words where it cannot be made."""

from pathlib import Path

import pytest


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path) -> Path:
    """A workspace with two adopted texts and a draft."""
    folder = tmp_path / "workspace"
    run("new", folder)
    run("add", texts, "--workspace", folder)
    return folder


def test_publish_makes_a_site_and_says_where_it_begins(run, workspace: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    code, out, err = run(
        "publish", "--to", site, "--language", "en", "--as-of", "2045-01-15", "--workspace", workspace
    )
    assert code == 0
    assert out == ""
    assert err.endswith(f" files written, 0 the same as before, 0 removed; open {site / 'index.html'}\n")
    assert (site / "texts" / "a-res-99-903.html").is_file()
    assert (site / "data").is_dir()


def test_publishing_again_writes_nothing(run, workspace: Path, tmp_path: Path) -> None:
    call = (
        "publish",
        "--to",
        tmp_path / "site",
        "--language",
        "en",
        "--as-of",
        "2045-01-15",
        "--workspace",
        workspace,
    )
    run(*call)
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    _, _, err = run(*call)
    assert "the site: 0 files written" in err
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == before


def test_another_day_takes_the_place_of_the_first(run, workspace: Path, tmp_path: Path) -> None:
    call = ("publish", "--to", tmp_path / "site", "--language", "en", "--workspace", workspace, "--as-of")
    run(*call, "2045-01-15")
    run(*call, "2043-01-15")
    assert "As of" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "2043" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_folder_of_somebody_else_is_refused_before_anything_is_made(
    run, workspace: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    code, out, err = run("publish", "--to", tmp_path / "mine", "--workspace", workspace)
    assert (code, out) == (2, "")
    assert err == (
        f"stocktake: {tmp_path / 'mine'}: expected an empty folder, or one that holds a site of ours, but there is"
        " something else in it and no site.json. Name a new folder; nothing of yours is ever overwritten.\n"
    )


def test_a_language_that_is_none_is_refused(run, workspace: Path, tmp_path: Path) -> None:
    code, _, err = run("publish", "--to", tmp_path / "site", "--language", "xx", "--workspace", workspace)
    assert code == 2
    assert err == (
        "stocktake: --language: expected a code of an official language, but 'xx' is none."
        " Take one of these: ar, zh, en, fr, ru, es.\n"
    )


def test_an_empty_workspace_has_a_site_that_says_so(run, tmp_path: Path) -> None:
    run("new", tmp_path / "empty")
    code, _, _ = run(
        "publish", "--to", tmp_path / "site", "--language", "en", "--as-of", "2045-01-15",
        "--workspace", tmp_path / "empty",
    )  # fmt: skip
    assert code == 0
    assert "No text is held." in (tmp_path / "site" / "texts" / "index.html").read_text("utf-8")


def test_without_its_part_publishing_says_which_is_missing(run, workspace: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stocktake.errors.find_spec", lambda name: None if name == "babel" else object())
    code, out, err = run("publish", "--to", workspace / "site", "--workspace", workspace)
    assert (code, out) == (5, "")
    assert err == (
        "stocktake: expected the optional part 'publish' for the site, but babel is not installed. "
        "In the folder of Stocktake's source, run `pip install '.[publish]'`.\n"
    )
    assert not (workspace / "site").exists()
