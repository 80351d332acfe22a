"""Where a workspace keeps its register, and that looking makes none."""

import sys
from pathlib import Path

import pytest

from stocktake.errors import MissingPartError
from stocktake.workspace.register_file import (
    open_workspace_register,
    recorded_corrections,
    register_file,
    register_fingerprint,
)


def test_what_is_recorded_changes_the_fingerprint(make, tmp_path: Path):
    made = make()
    empty = register_fingerprint(recorded_corrections(tmp_path))
    assert not register_file(tmp_path).exists()
    with open_workspace_register(tmp_path) as register:
        register.record_correction(made)
    assert recorded_corrections(tmp_path) == (made,)
    assert recorded_corrections(tmp_path, as_of=made.recorded_at) == (made,)
    assert register_fingerprint((made,)) != empty


def test_a_register_without_its_part_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "django", None)
    assert recorded_corrections(tmp_path) == ()
    register_file(tmp_path).touch()
    with pytest.raises(MissingPartError):
        recorded_corrections(tmp_path)
