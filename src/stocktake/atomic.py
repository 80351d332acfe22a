"""Writing a file whole or not at all: a temporary file beside it, flushed to disk, renamed over it.

Knows how bytes reach the disk so that a killed run leaves either the old file or the new one. Knows nothing of
what the bytes are.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

TEMPORARY = ".part"


def write_whole(path: Path, data: bytes) -> None:
    """The file at ``path`` holds ``data``; whoever looks sees the old file or the new one, never a half."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which stands at ``path`` once the block ends; where the block fails nothing changes.

    The temporary name carries the process number, so that two writers never write into one temporary file.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY}")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


def remove_leftovers(folder: Path) -> int:
    """How many temporary files of killed runs were removed from ``folder``. Call it with the lock held."""
    leftovers = sorted(folder.glob(f".*{TEMPORARY}"))
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def _settle(folder: Path) -> None:
    """Flush the folder's own entry; systems that cannot open a folder need no such flush."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
