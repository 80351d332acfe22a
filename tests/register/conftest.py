"""What the tests of the register share: a correction with any part another, and where a register is kept."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "specimens"))

from postgresql import programs, server

from stocktake.register import Contribution, Correction

BEGINNING = datetime(2044, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def make() -> Callable[..., Correction]:
    """A function that gives a correction; each call the next id and the next minute."""
    numbers = count(1)

    def correction(**parts: Any) -> Correction:
        number = next(numbers)
        usual = {
            "id": UUID(int=number),
            "commitment": "97/901:3#1",
            "text": "A/RES/97/901",
            "paragraph": "3",
            "quote": "Requests the Secretary-General to count the kites of Examplia every autumn;",
            "field": "deadline",
            "value": "GA-98",
            "because": "The session was moved",
            "by": "A. Person",
            "recorded_at": BEGINNING + timedelta(minutes=number),
        }
        return Correction(**{**usual, **parts})

    return correction


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite3"


@pytest.fixture
def report() -> Callable[..., Contribution]:
    """A function that gives a contribution; each call the next id and the next minute."""
    numbers = count(1)

    def contribution(**parts: Any) -> Contribution:
        number = next(numbers)
        usual = {
            "id": UUID(int=1000 + number),
            "who": "Kite Office of Examplia",
            "entity_type": "government",
            "title": f"Kites for school {number}",
            "where": ("WLD",),
            "start": "2041-03",
            "evidence": "self-report",
            "by": "A. Person",
            "recorded_at": BEGINNING + timedelta(minutes=number),
        }
        return Contribution(**{**usual, **parts})

    return contribution


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The pattern of the URLs of a throw-away server's databases."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries = programs()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    with server(binaries) as pattern:
        yield pattern


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new register is kept: a file, then a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "register.sqlite3")
    import psycopg

    pattern = request.getfixturevalue("postgresql")
    name = f"kites_{uuid4().hex}"
    with psycopg.connect(pattern.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return pattern.format(name=name)
