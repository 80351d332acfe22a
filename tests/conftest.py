"""Fixtures that all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"

# A test says what is right, not how fast: a busy machine must not fail one.
# The build machine tries more cases of each law: --hypothesis-profile=thorough.
settings.register_profile("usual", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=200)
settings.load_profile("usual")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The name of the argument for bytes, which may hold the second in which they were packed.

    The workers of a run must all find the same names.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts beside the checkout; the test skips where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip(f"the real texts are not here: {CORPUS}")
    return CORPUS


@pytest.fixture(scope="session")
def specimens() -> Path:
    """The folder of specimens that we wrote ourselves."""
    return Path(__file__).resolve().parent / "specimens"
