"""Outputs known again: only where nothing that they depend on is another, and they stand as they were written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented import resolution

from stocktake.workspace import Workspace, settings, written
from stocktake.workspace.written import Written, keep_written, state_of, still_written

DAY = date(2045, 1, 15)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one text and one output."""
    made = Workspace.create(tmp_path / "held")
    (tmp_path / "old.txt").write_text(resolution(97, 901), encoding="utf-8")
    made.add([tmp_path / "old.txt"])
    made.write_output("review.json", b"{}")
    return made


def test_what_was_written_is_known_again(workspace: Workspace):
    kept = Written.of([workspace.output / "review.json"], "page", "80 columns")
    keep_written(workspace, DAY, state_of(workspace, DAY), kept)
    opened = Workspace.open(workspace.folder)
    assert still_written(opened, state_of(opened, DAY)) == kept


def test_an_output_that_was_altered_or_removed_is_none(workspace: Workspace):
    file = workspace.output / "review.json"
    state = state_of(workspace, DAY)
    keep_written(workspace, DAY, state, Written.of([file]))
    file.write_bytes(b"{ }")
    assert still_written(workspace, state) is None
    file.unlink()
    assert still_written(workspace, state) is None


def test_what_was_altered_while_it_was_made_is_not_kept(workspace: Workspace):
    state = state_of(workspace, DAY)
    (workspace.folder / "register.sqlite3").write_bytes(b"recorded")
    keep_written(workspace, DAY, state, Written.of([workspace.output / "review.json"]))
    (workspace.folder / "register.sqlite3").unlink()
    assert state_of(workspace, DAY) == state
    assert still_written(workspace, state) is None


def test_the_state_is_another_for_all_that_outputs_depend_on(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = state_of(workspace, DAY)
    assert state_of(workspace, DAY) == before
    states = {before, state_of(workspace, date(2045, 1, 16))}
    (tmp_path / "held" / "register.sqlite3").write_bytes(b"recorded")
    states.add(state_of(workspace, DAY))
    (original,) = (workspace.folder / "texts").glob("*_old.txt")
    original.write_text("altered", encoding="ascii")
    states.add(state_of(workspace, DAY))
    (tmp_path / "new.txt").write_text(resolution(99, 903), encoding="utf-8")
    workspace.add([tmp_path / "new.txt"])
    states.add(state_of(workspace, DAY))
    workspace.settings = replace(workspace.settings, engine="spark")
    states.add(state_of(workspace, DAY))
    monkeypatch.setattr(written, "program_fingerprint", lambda _libraries: "another program")
    states.add(state_of(workspace, DAY))
    assert len(states) == len(("first", "day", "register", "original", "text", "engine", "program"))
    assert settings.Settings().engine == "duckdb"
