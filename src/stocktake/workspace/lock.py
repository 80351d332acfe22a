"""One writer at a time: a lock that the system itself lets go when the process that holds it dies.

Knows how a file is locked on POSIX and on Windows. A killed run leaves the lock file behind but not the lock. It
keeps processes apart, not the threads of one process.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from stocktake.errors import RequestError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        # A record lock, not flock: children that were forked for reading would keep a flock when we are killed.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The block runs as the only writer.

    Raises:
        RequestError: Another process is writing; its number is named.
    """
    with path.open("a+b") as file:
        try:
            _take(file)
        except OSError as error:
            file.seek(0)
            holder = file.read().decode("ascii", "replace").strip()
            raise _held(path, holder) from error
        file.truncate(0)
        file.write(str(os.getpid()).encode("ascii"))
        file.flush()
        yield


def _held(path: Path, holder: str) -> RequestError:
    return RequestError(
        expected="to be the only one who writes to this workspace",
        came=f"process {holder or '(unknown)'} is writing to it now",
        where=str(path.parent),
        advice="Wait until it has finished and call again.",
    )
