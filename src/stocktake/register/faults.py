"""What a database refuses, said to a person: one message of ours for each kind of refusal.

Knows the result codes of SQLite (https://www.sqlite.org/rescode.html) and the error codes of PostgreSQL (its manual,
appendix A). What is not in the tables is our fault and goes through as it is.
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
_AWAY = Refusal(
    InputError,
    "a server that answers",
    "it does not",
    "Check the address in DATABASE_URL, that the server runs, and name and password.",
)
_ABSENT = Refusal(
    InputError,
    "a database that is there",
    "the server has none of this name",
    "Make it (createdb) or name another.",
)
_DENIED = Refusal(
    InputError,
    "a database in which this user may read, add and make tables",
    "the server does not allow it",
    "Nothing was recorded. Ask whoever runs the server, or name another user.",
)
SERVER_REFUSALS: Mapping[str, Refusal] = {
    "08": _AWAY,
    "28": _AWAY,
    "57P": _AWAY,
    "3D000": _ABSENT,
    "25006": _DENIED,
    "42501": _DENIED,
    "53100": _FULL,
    "55P03": _BUSY,
    "40P01": _BUSY,
    "58030": _BROKEN,
}
"""By the code or its beginning: its class."""


@contextmanager
def refusals(file: Path | str) -> Iterator[None]:
    """The block runs, and what the database refuses in it becomes an error of our tree.

    Raises:
        StocktakeError: The database refused.
    """
    from django.db import Error

    try:
        yield
    except (Error, sqlite3.Error) as error:
        refusal = REFUSALS.get(_primary_code(error)) or _of_server(error)
        if refusal is None:
            raise
        raise refusal.error(
            expected=refusal.expected, came=refusal.came, where=str(file), advice=refusal.advice
        ) from error


def _primary_code(error: BaseException) -> str:
    """The result code without what extends it: ``SQLITE_IOERR`` of ``SQLITE_IOERR_WRITE``; empty where none is."""
    names = (getattr(each, "sqlite_errorname", "") for each in (error, error.__cause__))
    return "_".join(next(filter(None, names), "").split("_")[:2])


def _of_server(error: BaseException) -> Refusal | None:
    """What a server refuses; an error of a connection that was never made carries no code."""
    if not type(error.__cause__).__module__.startswith("psycopg"):
        return None
    code = getattr(error.__cause__, "sqlstate", None)
    if code is None:
        made = type(error).__name__ == "OperationalError"
        return (_ABSENT if "does not exist" in str(error) else _AWAY) if made else None
    return next((each for start, each in SERVER_REFUSALS.items() if code.startswith(start)), None)
