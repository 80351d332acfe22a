"""A local service, a workspace, and a function that fetches into it without waiting."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "specimens"))

import pytest
from service import Answers, serving

from stocktake.frameworks.services import services
from stocktake.workspace import Workspace
from stocktake.workspace.fetching import Manner, fetch, plan
from stocktake.workspace.reading import silent

QUICK = Manner(attempts=3, wait=0, jitter=0, timeout=5)


@pytest.fixture
def answers(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving(Answers()) as made:
        yield made


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "ict")


@pytest.fixture
def take(answers, workspace):
    """A function that fetches what is named, in a hurry, and gives what became of it."""

    def call(*named, manner=QUICK, only=None, progress=silent):
        mirrors = {each.name: answers.address for each in services() if only in (None, each.name)}
        return fetch(workspace, plan(named, mirrors=mirrors), manner, progress)

    return call
