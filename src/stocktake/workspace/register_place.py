"""Where the register of a workspace is: a file of its own, or the database that the environment names.

Knows the places, and by what it is told that nothing was recorded since. Opens no register.
"""

import os
from pathlib import Path

from stocktake.workspace.store import digest_of

FILE = "register.sqlite3"
VARIABLE = "DATABASE_URL"


def register_file(folder: Path) -> Path:
    """Where the register of the workspace at ``folder`` is kept as a file, whether or not it is there."""
    return folder / FILE


def register_place(folder: Path) -> str:
    """Where the register of the workspace at ``folder`` is: the URL of the environment, else its file."""
    return os.environ.get(VARIABLE, "").strip() or str(register_file(folder))


def is_on_server(folder: Path) -> bool:
    """Whether the register of the workspace is a database named by the environment."""
    return "://" in register_place(folder)


def register_checksums(folder: Path) -> tuple[str, ...]:
    """Of the file of the register, and of the one beside it in which SQLite keeps what it has not moved over yet.

    An empty one says no more than none; where the disk is full SQLite leaves it behind.
    """
    file = Path(register_place(folder))
    log = file.with_name(f"{file.name}-wal")
    return tuple(
        digest_of(each) for each in (file, log) if each.exists() and (each == file or each.stat().st_size)
    )
