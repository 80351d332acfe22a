"""Writing a file whole or not at all: a temporary file beside it, flushed to disk, renamed over it.

Knows how bytes reach the disk so that a killed run leaves either the old file or the new one. Knows nothing of
what the bytes are.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

TEMPORARY = ".part"
_HOUR = 3600.0


def write_whole(path: Path, data: bytes) -> None:
    """The file at ``path`` holds ``data``; whoever looks sees the old file or the new one, never a half."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which stands at ``path`` once the block ends; where the block fails nothing changes.

    The temporary name carries the process number, so that two writers never write into one temporary file.

    Raises:
        OSError: The system refuses, because the disk is full for one; the error names the file.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY}")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        # Of a full disk the system does not say which file it was, and nobody knows the temporary name.
        if error.errno and error.filename in {None, str(temporary)}:
            error.filename = str(path)
        raise
    finally:
        # What is refused here was refused before, and that is the error to tell.
        with suppress(OSError):
            temporary.unlink()
    settle(path.parent)


def remove_leftovers(folder: Path) -> int:
    """How many temporary files of killed runs were removed from ``folder``. Call it with the lock held."""
    leftovers = sorted(folder.glob(f".*{TEMPORARY}"))
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def remove_abandoned(folder: Path, now: float) -> int:
    """How many temporary files of killed runs were removed below ``folder``, to which some write without the lock.

    Nobody takes an hour for one file.

    Args:
        folder: Where; it may be absent.
        now: The time, as the file system that holds the folder tells it.
    """
    count = 0
    for temporary in sorted(folder.rglob(f".*{TEMPORARY}")):
        with suppress(FileNotFoundError):
            if temporary.stat().st_mtime < now - _HOUR:
                temporary.unlink()
                count += 1
    return count


def settle(folder: Path) -> None:
    """Flush the folder's own entry; systems that cannot open a folder need no such flush."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
