"""A workspace keeps what it is given, reads nothing twice, and says what is wrong."""

import os
from pathlib import Path
from shutil import rmtree

import pytest
from invented import draft, resolution

from stocktake.errors import InputError, NotFoundError, RequestError
from stocktake.example import example_texts
from stocktake.workspace import Workspace
from stocktake.workspace.adding import Said


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "new.txt").write_text(resolution(98, 902), encoding="utf-8")
    (folder / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    (folder / "draft.txt").write_text(draft(99, 4), encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "ws")


def outcomes(results) -> list[tuple[str, str]]:
    return [(each.name, each.became) for each in results]


def test_originals_are_kept_byte_for_byte_under_their_checksum(workspace: Workspace, texts: Path):
    results = workspace.add([texts])
    assert outcomes(results) == [("draft.txt", "added"), ("new.txt", "added"), ("old.txt", "added")]
    for holding in workspace.holdings:
        assert workspace.store.original(holding).name == f"{holding.sha256[:16]}_{holding.name}"
        assert workspace.store.original(holding).read_bytes() == (texts / holding.name).read_bytes()
    assert [each.data.symbol for each in workspace.documents()] == ["A/C.2/99/L.4", "A/RES/98/902", "A/RES/97/901"]


def test_adding_twice_changes_nothing_and_is_said(workspace: Workspace, texts: Path):
    workspace.add([texts])
    before = workspace.holdings
    assert {became for _name, became in outcomes(workspace.add([texts]))} == {"already there"}
    assert workspace.holdings == before


def test_the_same_bytes_twice_in_one_call_are_one_text(workspace: Workspace, texts: Path):
    results = workspace.add([texts / "old.txt", texts / "old.txt"])
    assert outcomes(results) == [("old.txt", "added"), ("old.txt", "already there")]


def test_what_the_user_says_later_replaces_what_was_said(workspace: Workspace, texts: Path):
    workspace.add([texts])
    results = workspace.add([texts / "draft.txt"], Said("A/RES/99/903", "draft"))
    assert outcomes(results) == [("draft.txt", "changed")]
    assert [each.data.symbol for each in workspace.documents()] == ["A/RES/99/903", "A/RES/98/902", "A/RES/97/901"]


def test_the_unreadable_are_refused_and_the_others_added(workspace: Workspace, texts: Path):
    (texts / "a.csv").write_text("area,year,value\nX,1,2\nY,1,3\nZ,1,4\n", encoding="ascii")
    (texts / "empty.txt").write_bytes(b"")
    results = workspace.add([texts])
    assert outcomes(results) == [
        ("a.csv", "refused"),
        ("draft.txt", "added"),
        ("empty.txt", "refused"),
        ("new.txt", "added"),
        ("old.txt", "added"),
    ]
    reasons = [each.error.message for each in results if each.error]
    assert reasons[1] == ("empty.txt: expected a document, but the file is empty. Download or export it again.")
    assert not workspace.store.strays()


def test_a_file_whose_name_is_no_unicode_is_added_under_what_can_be_told_of_it(workspace: Workspace, texts: Path):
    try:
        (texts / "old.txt").rename(texts / os.fsdecode(b"r\xe9s.txt"))
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert outcomes(workspace.add([texts]))[-1] == ("r\ufffds.txt", "added")
    assert [each.source.name for each in workspace.documents()] == ["draft.txt", "new.txt", "r\ufffds.txt"]
    assert outcomes(workspace.add([texts]))[-1] == ("r\ufffds.txt", "already there")


def test_a_symbol_goes_with_one_file(workspace: Workspace, texts: Path):
    with pytest.raises(RequestError) as caught:
        workspace.add([texts], Said("A/RES/97/901"))
    assert caught.value.message == (
        "expected one file for --symbol, but 3 files were named. Add the file that has this symbol by itself."
    )


def test_example_and_real_texts_do_not_mix(workspace: Workspace, texts: Path, tmp_path: Path):
    invented = tmp_path / "example.txt"
    invented.write_bytes(example_texts()[0].read_bytes())
    workspace.add([texts / "old.txt"])
    (result,) = workspace.add([invented])
    assert result.error is not None
    assert result.error.message == (
        "example.txt: expected example and real texts kept apart, but this is an example and the workspace holds "
        "real texts. Make another workspace for it: stocktake new DIR"
    )
    other = Workspace.create(tmp_path / "other")
    other.add([invented])
    assert outcomes(other.add([texts / "old.txt"])) == [("old.txt", "refused")]


def test_a_novel_in_a_folder_is_refused_with_advice(workspace: Workspace, tmp_path: Path):
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "novel.txt").write_text(
        "It was a windy day in Sampleton.\n\nThe kite rose.\n" * 40, encoding="utf-8"
    )
    (result,) = workspace.add([folder])
    if result.document is None:
        assert result.error is not None
        assert result.error.message == (
            "novel.txt: expected a text with paragraphs, as a resolution or a draft has, but none was found in it. "
            "Look at what is read: stocktake read FILE; a scan needs text recognition first."
        )
    else:  # structure may see fit to take it with findings, which then say so
        assert result.document.findings


def test_a_text_without_paragraphs_is_refused_by_its_own_name_too(workspace: Workspace, tmp_path: Path):
    (tmp_path / "note.txt").write_text("The kite rose.\n", encoding="utf-8")
    (result,) = workspace.add([tmp_path / "note.txt"])
    assert result.error is not None
    assert result.error.message == (
        "note.txt: expected a text with paragraphs, as a resolution or a draft has, but none was found in it. "
        "Look at what is read: stocktake read FILE; a scan needs text recognition first."
    )
    assert workspace.holdings == ()


def test_nothing_is_read_twice_and_the_cache_may_go(workspace: Workspace, texts: Path):
    workspace.add([texts])
    first = workspace.contents()
    assert first.read == 0
    for entry in workspace.cache.folder.iterdir():
        entry.unlink()
    workspace.cache.folder.rmdir()
    again = Workspace.open(workspace.folder).contents()
    assert again.read == 3
    assert again.documents == first.documents
    assert workspace.contents().read == 0


def test_a_damaged_cache_entry_counts_as_absent(workspace: Workspace, texts: Path):
    workspace.add([texts])
    before = workspace.documents()
    for entry, data in zip(sorted(workspace.cache.folder.iterdir()), (b"", b"{}", b"[1]"), strict=True):
        entry.write_bytes(data)
    assert workspace.documents() == before


def test_a_cache_that_cannot_be_written_costs_time_only(workspace: Workspace, texts: Path):
    workspace.add([texts])
    rmtree(workspace.cache.folder)
    workspace.cache.folder.write_bytes(b"a file where the folder should be")
    again = Workspace.open(workspace.folder)
    assert len(again.documents()) == len(again.holdings)
    assert again.fingerprint == workspace.fingerprint


def test_an_altered_original_is_reported_and_mended_by_adding(workspace: Workspace, texts: Path):
    workspace.add([texts])
    (holding,) = [each for each in workspace.holdings if each.name == "old.txt"]
    workspace.store.original(holding).write_text("altered", encoding="ascii")
    (fault,) = workspace.status().contents.faults
    assert fault.holding == holding
    assert fault.what.startswith("the original was altered: its checksum is now ")
    with pytest.raises(InputError, match=r"old\.txt: the original was altered"):
        workspace.documents()
    assert outcomes(workspace.add([texts / "old.txt"])) == [("old.txt", "restored")]
    assert len(workspace.documents()) == 3


def test_a_missing_original_is_reported(workspace: Workspace, texts: Path):
    workspace.add([texts / "old.txt"])
    workspace.store.original(workspace.holdings[0]).unlink()
    (fault,) = workspace.contents().faults
    assert fault.what == "the original cannot be read (No such file or directory)"


def test_status_knows_whether_the_review_still_follows(workspace: Workspace, texts: Path):
    workspace.add([texts / "old.txt"])
    assert workspace.status().review_current is None
    made_from = f'{{"workspace": {{"fingerprint": "{workspace.fingerprint}"}}}}'
    workspace.write_output("review.json", made_from.encode())
    assert workspace.status().review_current is True
    workspace.add([texts / "new.txt"])
    assert workspace.status().review_current is False


def test_a_workspace_is_not_made_twice(workspace: Workspace):
    with pytest.raises(RequestError) as caught:
        Workspace.create(workspace.folder)
    assert caught.value.message == (
        f"{workspace.folder}: expected a folder that is no workspace yet, but there is a workspace already. "
        f"Add to it: stocktake add FILE --workspace {workspace.folder}"
    )


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path):
    with pytest.raises(NotFoundError) as caught:
        Workspace.open(tmp_path)
    assert caught.value.message == (
        f"{tmp_path}: expected a workspace, but there is none (no stocktake.toml). "
        "Make one with `stocktake new DIR`, or name one with `--workspace DIR`."
    )
