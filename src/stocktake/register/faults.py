"""What a database refuses, said to a person: one message of ours for each kind of refusal.

Knows the result codes of SQLite (https://www.sqlite.org/rescode.html). What is not in the table is our fault and goes
through as it is.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from stocktake.errors import InputError, RequestError, StocktakeError


class Refusal(NamedTuple):
    """One kind of refusal: the error it becomes, and the parts of its message."""

    error: type[StocktakeError]
    expected: str
    came: str
    advice: str


_NO_REGISTER = Refusal(
    InputError,
    "a register",
    "the file is no database, or it is damaged",
    "Restore it from a copy, or move it away and take an export in: stocktake corrections --import FILE",
)
_CLOSED = Refusal(
    InputError,
    "a register that can be written",
    "the system allows only to read here",
    "Nothing was recorded. Check the permissions of the file and its folder.",
)
_UNREACHABLE = Refusal(
    InputError,
    "a register that can be opened",
    "the system refuses",
    "Check that the folder is there, and its permissions.",
)
_FULL = Refusal(
    InputError, "room on the disk", "there is none left", "Nothing was recorded. Make room and call again."
)
_BUSY = Refusal(
    RequestError,
    "to be the only one who writes to the register",
    "another process is writing to it",
    "Nothing was recorded. Wait until it has finished and call again.",
)
_BROKEN = Refusal(
    InputError,
    "a disk that reads and writes",
    "it failed",
    "Nothing was recorded. Check the disk and the room on it, and call again.",
)
REFUSALS: Mapping[str, Refusal] = {
    "SQLITE_NOTADB": _NO_REGISTER,
    "SQLITE_CORRUPT": _NO_REGISTER,
    "SQLITE_READONLY": _CLOSED,
    "SQLITE_PERM": _CLOSED,
    "SQLITE_CANTOPEN": _UNREACHABLE,
    "SQLITE_FULL": _FULL,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_IOERR": _BROKEN,
}


@contextmanager
def refusals(file: Path) -> Iterator[None]:
    """The block runs, and what the database refuses in it becomes an error of our tree.

    Raises:
        StocktakeError: The database refused.
    """
    from django.db import Error

    try:
        yield
    except (Error, sqlite3.Error) as error:
        refusal = REFUSALS.get(_primary_code(error))
        if refusal is None:
            raise
        raise refusal.error(
            expected=refusal.expected, came=refusal.came, where=str(file), advice=refusal.advice
        ) from error


def _primary_code(error: BaseException) -> str:
    """The result code without what extends it: ``SQLITE_IOERR`` of ``SQLITE_IOERR_WRITE``; empty where none is."""
    names = (getattr(each, "sqlite_errorname", "") for each in (error, error.__cause__))
    return "_".join(next(filter(None, names), "").split("_")[:2])
