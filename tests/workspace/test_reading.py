"""Reading many files: the same as one by one, whatever happens to a process."""

import os
from multiprocessing import get_start_method
from pathlib import Path

import pytest
from invented import resolution

from stocktake.workspace import reading
from stocktake.workspace.reading import Order, read_all, read_one


@pytest.fixture
def orders(tmp_path: Path) -> list[Order]:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(resolution(97, 901 + number), encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"")
    return [Order(tmp_path / f"{number}.txt", f"{number}.txt") for number in range(6)]


def test_many_cores_give_what_one_gives_in_the_same_order(orders: list[Order], monkeypatch: pytest.MonkeyPatch):
    serial = [read_one(order) for order in orders]
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    parallel = list(read_all(orders))
    assert [outcome.document for outcome in parallel] == [outcome.document for outcome in serial]
    assert [str(outcome.failure) for outcome in parallel] == [str(outcome.failure) for outcome in serial]
    assert [outcome.failure is None for outcome in serial] == [True, True, True, False, True, True]


def test_progress_is_reported_file_by_file(orders: list[Order]):
    seen: list[tuple[int, int]] = []
    list(read_all(orders[:2], lambda done, total: seen.append((done, total))))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def _dies_on_two(order: Order) -> reading.Outcome:
    if order.name == "2.txt":
        os._exit(9)
    return read_one(order)


@pytest.mark.skipif(get_start_method() != "fork", reason="the stand-in for a killer reaches children by fork only")
def test_a_file_that_kills_its_reader_is_refused_alone(orders: list[Order], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(reading, "read_one", _dies_on_two)
    outcomes = list(read_all(orders))
    assert [outcome.document is not None for outcome in outcomes] == [True, True, False, False, True, True]
    failure = outcomes[2].failure
    assert failure is not None
    assert failure.message == (
        "2.txt: expected a document that can be read to its end, but the process that read it died. "
        "The file is probably damaged: download or export it again."
    )


def test_a_file_the_system_refuses_is_an_error_of_the_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="ascii")
    monkeypatch.setattr(
        Path, "read_bytes", lambda _self: (_ for _ in ()).throw(PermissionError(13, "Not allowed"))
    )
    failure = read_one(Order(file, "a.txt")).failure
    assert failure is not None
    assert failure.message == (
        "a.txt: expected a file that can be read, but the system refuses it (Not allowed). Check its permissions."
    )
