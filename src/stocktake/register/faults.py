"""What a database refuses, said to a person: one message of ours for each kind of refusal.

Knows the result codes of SQLite (https://www.sqlite.org/rescode.html), the error codes of PostgreSQL (its manual,
appendix A) and its words for a connection that was never made, which carries no code. What is not in the tables is our
fault and goes through as it is.
"""

import re
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
_TURNED_AWAY = Refusal(
    InputError,
    "a server that lets this user in",
    "it refuses the name or the password",
    "Check both in DATABASE_URL, and that the server admits this user from this machine.",
)
_OPTION = Refusal(
    InputError,
    "the URL of a database with options that PostgreSQL knows",
    "one of them is unknown, or its value is",
    "Check what stands after the ? in DATABASE_URL.",
)
_ABSENT = Refusal(
    InputError,
    "a database that is there",
    "the server has none of this name",
    "Make it (createdb) or name another.",
)
_CROWDED = Refusal(
    RequestError, "a free place on the server", "as many are there as it lets in", "Call again in a while."
)
_DENIED = Refusal(
    InputError,
    "a database in which this user may read, add and make tables",
    "the server does not allow it",
    "Nothing was recorded. Ask whoever runs the server, or name another user.",
)
SERVER_REFUSALS: Mapping[str, Refusal] = {
    "08": _AWAY,
    "28": _TURNED_AWAY,
    "57P": _AWAY,
    "3D000": _ABSENT,
    "53300": _CROWDED,
    "25006": _DENIED,
    "42501": _DENIED,
    "53100": _FULL,
    "55P03": _BUSY,
    "40P01": _BUSY,
    "58030": _BROKEN,
}
"""By the code or its beginning: its class."""
_UNMADE: Mapping[str, Refusal] = {
    r'database ".*" does not exist': _ABSENT,
    r'role ".*" does not exist|password authentication failed|no password supplied|pg_hba\.conf': _TURNED_AWAY,
    r"invalid connection option|invalid \S+ value": _OPTION,
    "too many clients|remaining connection slots|too many connections": _CROWDED,
}
"""By its words in English, where no connection was made; a server of another language is only said to be away."""


@contextmanager
def refusals(file: Path | str) -> Iterator[None]:
    """The block runs, and what the database refuses in it becomes an error of our tree.

    Raises:
        StocktakeError: The database refused.
    """
    from django.db import Error

    try:
        yield
    except (Error, sqlite3.Error, UnicodeDecodeError) as error:
        refusal = REFUSALS.get(_primary_code(error)) or _of_server(error) or _of_bytes(error)
        if refusal is None:
            raise
        raise _said(refusal, file) from error


def damaged(file: Path | str) -> StocktakeError:
    """The error for a register that holds what is no value of ours."""
    return _said(_NO_REGISTER, file)


def _said(refusal: Refusal, file: Path | str) -> StocktakeError:
    return refusal.error(expected=refusal.expected, came=refusal.came, where=str(file), advice=refusal.advice)


def _of_bytes(error: BaseException) -> Refusal | None:
    """What is said where a text in the file is no UTF-8; SQLite's own error for it carries no code."""
    told = isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8")
    return _NO_REGISTER if told else None


def _primary_code(error: BaseException) -> str:
    """The result code without what extends it: ``SQLITE_IOERR`` of ``SQLITE_IOERR_WRITE``; empty where none is."""
    names = (getattr(each, "sqlite_errorname", "") for each in _chain(error))
    return "_".join(next(filter(None, names), "").split("_")[:2])


def _of_server(error: BaseException) -> Refusal | None:
    """What a server refuses; an error of a connection that was never made carries no code."""
    raised = next((each for each in _chain(error) if type(each).__module__.startswith("psycopg")), None)
    if raised is None:
        return None
    code = getattr(raised, "sqlstate", None)
    if code is None:
        made = type(raised).__name__ == "OperationalError"
        told = next((each for words, each in _UNMADE.items() if re.search(words, str(raised))), None)
        return told or (_AWAY if made else None)
    return next((each for start, each in SERVER_REFUSALS.items() if code.startswith(start)), None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it was raised from or during, to the first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
