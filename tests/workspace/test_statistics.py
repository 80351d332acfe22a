"""Statistics in a workspace: kept byte for byte, whole or not at all, told apart by release, read anew at need."""

import sys
from datetime import date
from pathlib import Path
from shutil import rmtree

import pytest
from invented import resolution
from plain_statistics import plain

from stocktake.errors import InputError, MissingPartError, NotFoundError
from stocktake.example import example_texts
from stocktake.workspace import Workspace
from stocktake.workspace.adding import Said
from stocktake.workspace.measuring import measure_held
from stocktake.workspace.question import Question
from stocktake.workspace.statistics import newer_release

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

SPRING, AUTUMN = date(2042, 3, 1), date(2042, 9, 1)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "ws")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "use.csv"
    path.write_bytes(plain(40))
    return path


def became(results) -> list[tuple[str, str]]:
    return [(each.name, each.became) for each in results]


def values(workspace: Workspace) -> list[float]:
    store = workspace.statistics.observations(workspace.statistics.contents().datasets)
    return sorted(store.engine.collect(store.observations("all"))["value"].to_pylist())


def test_the_original_is_kept_and_what_it_holds_is_known(workspace: Workspace, file: Path):
    (result,) = workspace.add([file])
    assert (result.became, result.document) == ("added", None)
    (holding,) = workspace.holdings
    assert (holding.kind, holding.vintage) == ("statistics", None)
    original = workspace.store.original(holding)
    assert original.parent == workspace.folder / "statistics"
    assert original.read_bytes() == file.read_bytes()
    (dataset,) = workspace.statistics.contents().datasets
    assert dataset == result.dataset
    assert (dataset.observations, dataset.areas, dataset.first, dataset.last) == (3, 3, "2041", "2041")
    assert (dataset.indicators, dataset.series) == (("17.8.1",), ("KITES.USE",))
    assert values(workspace) == [40.0, 41.0, 42.0]


def test_the_same_file_again_is_already_there(workspace: Workspace, file: Path):
    workspace.add([file], Said(vintage=SPRING))
    before = workspace.fingerprint
    assert became(workspace.add([file, file])) == [("use.csv", "already there")] * 2
    assert became(workspace.add([file], Said(vintage=SPRING))) == [("use.csv", "already there")]
    assert workspace.fingerprint == before


def test_another_vintage_said_of_the_same_file_corrects_the_first(workspace: Workspace, file: Path):
    workspace.add([file], Said(vintage=SPRING))
    before = workspace.fingerprint
    (result,) = workspace.add([file], Said(vintage=AUTUMN))
    assert result.became == "changed"
    assert [each.vintage for each in workspace.statistics.contents().datasets] == [AUTUMN]
    assert workspace.fingerprint != before
    store = workspace.statistics.observations(workspace.statistics.contents().datasets)
    assert [each.vintage for each in store.sources()] == [AUTUMN]


def test_a_newer_release_stands_beside_the_older_one(workspace: Workspace, file: Path, tmp_path: Path):
    (tmp_path / "later.csv").write_bytes(plain(50))
    workspace.add([file], Said(vintage=SPRING))
    workspace.add([tmp_path / "later.csv"], Said(vintage=AUTUMN))
    datasets = workspace.statistics.contents().datasets
    assert [newer_release(each, datasets) for each in datasets] == [AUTUMN, None]
    assert values(workspace) == [40.0, 41.0, 42.0, 50.0, 51.0, 52.0]


def test_texts_and_statistics_are_told_apart_in_one_folder(workspace: Workspace, file: Path):
    (file.parent / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    (file.parent / "broken.csv").write_bytes(plain(40) + b'17.8.1,KITES.USE,FJI,"2042')
    (file.parent / "use.datapackage.json").write_text('{"name": "use", "resources": []}', encoding="ascii")
    seen: list[tuple[int, int]] = []
    results = workspace.add([file.parent], Said(vintage=SPRING), lambda done, total: seen.append((done, total)))
    assert became(results) == [
        ("broken.csv", "refused"),
        ("old.txt", "added"),
        ("use.csv", "added"),
        ("use.datapackage.json", "refused"),
    ]
    errors = {each.name: each.error.message for each in results if each.error}
    assert errors["use.datapackage.json"] == (
        "use.datapackage.json: expected observations: an area, a period and a value on each row, but the file holds "
        "the description of another file. Add the file of values that it belongs to."
    )
    assert seen[-1] == (4, 4)
    assert [each.kind for each in workspace.holdings] == ["text", "statistics"]
    assert not workspace.store.strays()
    assert len(workspace.documents()) == 1


def test_a_file_that_is_refused_leaves_nothing(workspace: Workspace, file: Path):
    before = sorted(workspace.folder.rglob("*"))
    file.write_bytes(plain(40) + plain(43).split(b"\n", 1)[1])
    (result,) = workspace.add([file])
    assert isinstance(result.error, InputError)
    after = [each for each in workspace.folder.rglob("*") if each.name != ".lock"]
    assert sorted(after) == [each for each in before if each.name != ".lock"]


def test_the_cache_may_go_and_other_observations_in_it_do_not_count(workspace: Workspace, file: Path):
    workspace.add([file], Said(vintage=SPRING))
    folder = workspace.statistics.cache.folder
    (parquet,) = folder.glob("*.parquet")
    (folder / f"{'0' * 64}.parquet").write_bytes(parquet.read_bytes())
    assert values(workspace) == [40.0, 41.0, 42.0]
    parquet.write_bytes(b"")
    contents = workspace.statistics.contents()
    assert (contents.read, contents.datasets[0].vintage) == (1, SPRING)
    assert workspace.statistics.contents().read == 0
    workspace.add([file])
    assert {each.stem for each in folder.iterdir()} == {parquet.stem}


def test_wherever_observations_are_altered_in_the_cache_they_are_read_again(workspace: Workspace, file: Path):
    workspace.add([file])
    (parquet,) = workspace.statistics.cache.folder.glob("*.parquet")
    sound = parquet.read_bytes()
    for at in range(0, len(sound), 97):
        altered = bytearray(sound)
        altered[at] ^= 0x01
        parquet.write_bytes(altered)
        assert workspace.statistics.contents().read == 1
        assert parquet.read_bytes() == sound


def test_observations_that_cannot_be_kept_serve_as_long_as_the_call(workspace: Workspace, file: Path):
    workspace.add([file])
    rmtree(workspace.folder / "cache")
    (workspace.folder / "cache").write_bytes(b"a file where the folder should be")
    again = Workspace.open(workspace.folder)
    assert values(again) == [40.0, 41.0, 42.0]
    assert again.statistics.contents().read == 0
    assert Workspace.open(workspace.folder).statistics.contents().read == 1


def test_an_altered_original_is_reported_and_mended_by_adding(workspace: Workspace, file: Path):
    workspace.add([file])
    (holding,) = workspace.holdings
    workspace.store.original(holding).write_bytes(plain(41))
    contents = workspace.status().statistics
    assert not contents.datasets
    assert contents.faults[0][1].startswith("the original was altered: its checksum is now ")
    assert became(workspace.add([file])) == [("use.csv", "restored")]
    assert values(workspace) == [40.0, 41.0, 42.0]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            Said(symbol="A/RES/97/901"),
            "use.csv: expected a text for --symbol, but this is a file of statistics. Leave the option out; the day of a release is said with --vintage DATE.",
        ),
        (
            Said(status="draft"),
            "use.csv: expected a text for --status, but this is a file of statistics. Leave the option out; the day of a release is said with --vintage DATE.",
        ),
    ],
)
def test_what_is_said_of_texts_is_not_said_of_statistics(
    workspace: Workspace, file: Path, said: Said, message: str
):
    (result,) = workspace.add([file], said)
    assert result.error is not None
    assert result.error.message == message


def test_a_release_is_not_said_of_a_text(workspace: Workspace, tmp_path: Path):
    (tmp_path / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    (result,) = workspace.add([tmp_path / "old.txt"], Said(vintage=SPRING))
    assert result.error is not None
    assert result.error.message == (
        "old.txt: expected a file of statistics for --vintage, but this is a text. Leave the option out."
    )


def test_the_example_and_statistics_do_not_mix(workspace: Workspace, file: Path, tmp_path: Path):
    invented = tmp_path / "example.txt"
    invented.write_bytes(example_texts()[0].read_bytes())
    workspace.add([invented])
    (result,) = workspace.add([file])
    assert result.error is not None
    assert result.error.message == (
        "use.csv: expected example and real texts kept apart, but this is real statistics and the workspace holds the "
        "example. Make another workspace for it: stocktake new DIR"
    )


def test_texts_need_no_optional_part_and_statistics_name_it(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
):
    (file.parent / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    for library in ("pyarrow", "pyarrow.parquet", "pyarrow.csv", "duckdb", "ibis"):
        monkeypatch.setitem(sys.modules, library, None)
    results = workspace.add([file.parent])
    assert became(results) == [("old.txt", "added"), ("use.csv", "refused")]
    assert results[1].error is not None
    assert results[1].error.message == (
        "expected the optional part 'statistics', but pyarrow is not installed. "
        "In the folder of Stocktake's source, run `pip install '.[statistics]'`."
    )
    assert len(workspace.status().contents.documents) == 1


def test_a_question_where_the_optional_part_is_missing_names_it(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
):
    workspace.add([file])
    monkeypatch.setattr("stocktake.errors.find_spec", lambda _name: None)
    with pytest.raises(MissingPartError) as caught:
        measure_held(workspace.statistics, Question("17.8.1", AUTUMN))
    assert caught.value.message == (
        "expected the optional part 'statistics', but pyarrow is not installed. "
        "In the folder of Stocktake's source, run `pip install '.[statistics]'`."
    )


def test_a_question_where_no_file_can_be_used_says_what_is_wrong(workspace: Workspace, file: Path):
    workspace.add([file])
    original = workspace.store.original(workspace.holdings[0])
    original.write_bytes(original.read_bytes() + b"\n")
    with pytest.raises(NotFoundError) as caught:
        measure_held(workspace.statistics, Question("17.8.1", AUTUMN))
    assert "of 1 held none can: use.csv: " in caught.value.message


def test_a_measure_of_groups_asked_of_single_areas_is_not_answered_with_nothing(workspace: Workspace, file: Path):
    workspace.add([file])
    measured = measure_held(
        workspace.statistics, Question("17.8.1", AUTUMN, areas=("NOR", "SWE"), measures=("inequality",))
    )
    assert [(each.area, each.value, each.because) for each in measured.results] == [
        ("NOR", None, "Norway is no group, and has no members."),
        ("SWE", None, "Sweden is no group, and has no members."),
    ]


def test_a_measure_without_any_result_says_so(workspace: Workspace, file: Path):
    workspace.add([file])
    asked = Question("17.8.1", AUTUMN, areas=("NOR",), measures=("revision",))
    assert measure_held(workspace.statistics, asked).notes == (
        "No revision: no two releases of one publisher differ by more than rounding.",
    )
