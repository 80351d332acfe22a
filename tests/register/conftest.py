"""What the tests of the register share: a correction with any part another, and where a register is kept."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from stocktake.register import Correction

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
