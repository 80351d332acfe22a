"""A folder that holds a site: only what changed is written, only what was ours is removed, a killed run can go on."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InputError, RequestError
from stocktake.workspace import site_memory
from stocktake.workspace.parts import KeptParts
from stocktake.workspace.site_folder import JOURNAL, MANIFEST, SiteFolder, Written
from stocktake.workspace.site_memory import SiteMemory


class Made(NamedTuple):
    path: str
    data: bytes
    key: str = ""


class Once:
    """A file that counts how often it is made."""

    def __init__(self, path: str, key: str, data: bytes) -> None:
        self.path, self.key, self._data, self.made = path, key, data, 0

    @property
    def data(self) -> bytes:
        self.made += 1
        return self._data


def _memory(folder: Path) -> SiteMemory:
    return SiteMemory(KeptParts(folder / "cache"))


ONE = [Made("index.html", b"one"), Made("texts/a.html", b"two")]


def _held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_a_new_folder_holds_the_files_and_their_checksums(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "site"
    assert SiteFolder(folder).write(ONE) == Written(2, 0, 0, 6)
    assert _held(folder) == {each.path: each.data for each in ONE}
    manifest = json.loads((folder / MANIFEST).read_bytes())
    assert manifest["schema"] == "stocktake/site/1"
    assert list(manifest["files"]) == ["index.html", "texts/a.html"]


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    assert SiteFolder(tmp_path).write([ONE[0], Made("texts/a.html", b"new")]) == Written(1, 1, 0, 6)
    assert (tmp_path / "index.html").stat().st_mtime_ns == before[tmp_path / "index.html"]
    assert (tmp_path / "texts/a.html").read_bytes() == b"new"


def test_what_is_no_longer_made_is_removed_and_nothing_else(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)
    (tmp_path / "mine.txt").write_text("mine")
    assert SiteFolder(tmp_path).write(ONE[:1]) == Written(0, 1, 1, 3)
    assert _held(tmp_path) == {"index.html": b"one", "mine.txt": b"mine"}
    assert not (tmp_path / "texts").exists()


def test_a_file_that_was_altered_is_mended(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)
    (tmp_path / "index.html").write_bytes(b"ONE")
    assert SiteFolder(tmp_path).write(ONE).written == 1
    assert (tmp_path / "index.html").read_bytes() == b"one"


def test_what_has_a_key_is_made_once(tmp_path: Path) -> None:
    site, first = SiteFolder(tmp_path / "site", _memory(tmp_path)), Once("a.html", "1", b"one")
    assert site.write([first]) == Written(1, 0, 0, 3)
    again, other = Once("a.html", "1", b"one"), Once("b.html", "2", b"two")
    assert site.write([again, other]) == Written(1, 1, 0, 6)
    assert (first.made, again.made, other.made) == (1, 0, 1)


def test_what_has_another_key_is_made_again(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site", _memory(tmp_path))
    site.write([Made("a.html", b"one", "1")])
    assert site.write([Made("a.html", b"two", "2")]) == Written(1, 0, 0, 3)
    assert _held(tmp_path / "site") == {"a.html": b"two"}


def test_what_was_altered_or_lies_in_another_folder_is_made_again(tmp_path: Path) -> None:
    memory, file = _memory(tmp_path), Made("a.html", b"one", "1")
    site = SiteFolder(tmp_path / "site", memory)
    site.write([file])
    (tmp_path / "site" / "a.html").write_bytes(b"ONE")
    assert site.write([file]).written == 1
    assert SiteFolder(tmp_path / "other", memory).write([file]).written == 1


def test_another_program_remembers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, again = SiteFolder(tmp_path / "site", _memory(tmp_path)), Once("a.html", "1", b"one")
    site.write([Made("a.html", b"one", "1")], key="all")
    assert site.unchanged("all") == Written(0, 1, 0, 3)
    monkeypatch.setattr(site_memory, "program_fingerprint", lambda _libraries: "another")
    assert site.unchanged("all") is None
    assert site.write([again]) == Written(0, 1, 0, 3)
    assert again.made == 1


def _altered(site: Path) -> None:
    (site / "index.html").write_bytes(b"ONE")


def _gone(site: Path) -> None:
    (site / "texts" / "a.html").unlink()


def _killed(site: Path) -> None:
    (site / JOURNAL).write_text("index.html\n")


def _relisted(site: Path) -> None:
    (site / MANIFEST).write_text('{"schema": "stocktake/site/1", "files": {}}')


@pytest.mark.parametrize("harm", [_altered, _gone, _killed, _relisted])
def test_a_site_is_unchanged_only_where_all_of_it_is(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    site = SiteFolder(tmp_path / "site", _memory(tmp_path))
    assert site.unchanged("all") is None
    site.write(ONE, key="all")
    assert site.unchanged("all") == Written(0, 2, 0, 6)
    assert site.unchanged("other") is None
    assert site.unchanged("") is None
    harm(site.folder)
    assert site.unchanged("all") is None
    site.write(ONE, key="all")
    assert _held(site.folder) == {each.path: each.data for each in ONE}


def test_a_killed_run_leaves_what_can_be_used_and_gone_on_with(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)

    def killed() -> Iterator[Made]:
        yield Made("new.html", b"new")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SiteFolder(tmp_path).write(killed())
    assert _held(tmp_path).keys() == {"index.html", "texts/a.html", "new.html", JOURNAL}
    assert SiteFolder(tmp_path).write(ONE) == Written(0, 2, 1, 6)
    assert _held(tmp_path) == {each.path: each.data for each in ONE}


def test_a_first_run_that_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    def killed() -> Iterator[Made]:
        yield ONE[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SiteFolder(tmp_path).write(killed())
    assert SiteFolder(tmp_path).write(ONE) == Written(1, 1, 0, 6)


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(RequestError) as refused:
        SiteFolder(tmp_path).write(ONE)
    assert refused.value.message == (
        f"{tmp_path}: expected an empty folder, or one that holds a site of ours, but there is something else in it"
        " and no site.json. Name a new folder; nothing of yours is ever overwritten."
    )
    assert _held(tmp_path) == {"mine.txt": b"mine"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(RequestError) as refused:
        SiteFolder(tmp_path / "site").check()
    assert refused.value.message == (
        f"{tmp_path / 'site'}: expected a folder for the site, but there is a file of that name. Name another."
    )


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)
    (tmp_path / "index.html").unlink()
    (tmp_path / "index.html").mkdir()
    with pytest.raises(InputError) as refused:
        SiteFolder(tmp_path).write(ONE)
    assert refused.value.message == (
        f"{tmp_path / '.index.html.part'}: expected to write the site, but the system refused (Is a directory)."
        " Check the permissions and the room on the disk; then publish again: nothing is lost."
    )


def test_a_damaged_list_is_refused(tmp_path: Path) -> None:
    SiteFolder(tmp_path).write(ONE)
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(InputError) as refused:
        SiteFolder(tmp_path).write(ONE)
    assert refused.value.message == (
        f"{tmp_path / MANIFEST}: expected the list of the files of the site as it was written, but it is damaged."
        " Publish into a new folder."
    )


@pytest.mark.parametrize(
    "path", ["../mine.txt", "/mine.txt", "a/../../mine.txt", "c:\\mine.txt", "a\\..\\mine.txt"]
)
def test_a_list_that_names_files_elsewhere_removes_nothing(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "site"
    SiteFolder(folder).write(ONE)
    (tmp_path / "mine.txt").write_text("mine")
    (folder / MANIFEST).write_text(json.dumps({"schema": "stocktake/site/1", "files": {path: ""}}))
    assert SiteFolder(folder).write(ONE).removed == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_link_out_of_the_folder_removes_nothing(tmp_path: Path) -> None:
    folder, other = tmp_path / "site", tmp_path / "other"
    SiteFolder(folder).write(ONE)
    other.mkdir()
    (other / "a.html").write_text("mine")
    (folder / "texts" / "a.html").unlink()
    (folder / "texts").rmdir()
    (folder / "texts").symlink_to(other)
    assert SiteFolder(folder).write(ONE[:1]).removed == 0
    assert (other / "a.html").read_text() == "mine"


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "e/f/g"]), st.binary(max_size=3)),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_came_before_the_folder_holds_just_what_was_made(
    tmp_path_factory: pytest.TempPathFactory, runs: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("site")
    for files in runs:
        SiteFolder(folder).write([Made(path, data) for path, data in files.items()])
        assert _held(folder) == files
