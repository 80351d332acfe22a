"""The open data of everything that a site can have, made once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from published import everything

from stocktake.publish.opendata import Beside, open_data_files
from stocktake.publish.site.model import Published


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> tuple[Published, Beside]:
    """What is published."""
    return everything(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def files(whole) -> dict[str, bytes]:
    """Every file by its path below ``data/``."""
    published, beside = whole
    return {each.path.removeprefix("data/"): each.data for each in open_data_files(published, beside)}
