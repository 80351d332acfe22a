"""Where a workspace keeps its register, that looking makes none, and that it is read once until it changes."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from stocktake.errors import MissingPartError
from stocktake.workspace import register_file as module
from stocktake.workspace.register_file import (
    Records,
    all_records,
    open_workspace_register,
    register_file,
)


def test_what_is_recorded_changes_the_fingerprint(make, tmp_path: Path):
    made = make()
    empty = all_records(tmp_path)
    assert empty == Records()
    assert not register_file(tmp_path).exists()
    with open_workspace_register(tmp_path) as register:
        register.record_correction(made)
    assert all_records(tmp_path).corrections == (made,)
    assert all_records(tmp_path, as_of=made.recorded_at).corrections == (made,)
    there = all_records(tmp_path)
    assert there.corrections == (made,)
    assert there.fingerprint != empty.fingerprint


def test_a_register_that_did_not_change_is_not_opened_again(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def not_again(_place: str) -> NoReturn:
        pytest.fail("it was opened again")

    with open_workspace_register(tmp_path) as register:
        register.record_correction(make())
    before = all_records(tmp_path)
    monkeypatch.setattr(module, "open_register", not_again)
    assert all_records(tmp_path) == before


def test_a_register_without_its_part_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "django", None)
    assert all_records(tmp_path) == Records()
    register_file(tmp_path).touch()
    with pytest.raises(MissingPartError):
        all_records(tmp_path)
