"""The files meant by the paths that a user names: a file is itself, a folder is all files below it, sorted.

Knows what is left out of a folder (hidden files, other workspaces' copies). Opens no file.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from stocktake.errors import InputError, NotFoundError, StocktakeError


class Named(NamedTuple):
    """One file that was meant.

    Attributes:
        path: Where it is.
        walked: It was found in a folder; the user did not name it.
        error: Why it cannot be looked at; None where it can.
    """

    path: Path
    walked: bool = False
    error: StocktakeError | None = None

    @property
    def name(self) -> str:
        """The file's name, without folders."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """The name of a file, without folders; what in it is no Unicode, as archives leave behind, stands as �."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def walk(paths: Iterable[Path], leave_out: Path) -> Iterator[Named]:
    """The files meant by ``paths``, in the order named, each folder sorted; nothing below ``leave_out``."""
    for path in paths:
        if path.is_dir():
            yield from _below(path, leave_out.resolve())
        elif path.exists():
            yield Named(path)
        else:
            yield Named(path, error=_absent(path))


def _below(folder: Path, leave_out: Path) -> Iterator[Named]:
    closed: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(each for each in folders if _wanted(Path(at, each), leave_out))
        yield from (Named(Path(at, name), walked=True) for name in sorted(names) if not name.startswith("."))
    yield from (Named(Path(error.filename), walked=True, error=_closed(error)) for error in closed)


def _wanted(folder: Path, leave_out: Path) -> bool:
    return not folder.name.startswith(".") and folder.resolve() != leave_out


def _absent(path: Path) -> NotFoundError:
    return NotFoundError(
        expected="a file or a folder",
        came="there is none",
        where=str(path),
        advice="Check the path and its spelling.",
    )


def _closed(error: OSError) -> InputError:
    return InputError(
        expected="a folder that can be looked into",
        came=f"the system refuses it ({error.strerror})",
        where=str(error.filename),
        advice="Check its permissions.",
    )
