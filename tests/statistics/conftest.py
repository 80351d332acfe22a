"""What the tests of statistics share: the published data, and the modules that build specimens."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "specimens"))

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of published statistics beside the checkout; the test skips where it is absent."""
    if not DATA.is_dir():
        pytest.skip(f"the published statistics are not here: {DATA}")
    return DATA
