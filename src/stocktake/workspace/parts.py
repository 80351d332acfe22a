"""Parts of reviews as made before, so that nothing is made again that cannot have changed.

A part is kept under a key made of its shape, of all that it was made from and of the code and reference data that made
it. Read back, every value is checked against the types of the shape; an entry that does not fit counts as absent.
Deleting the folder costs time, nothing else; nor does a folder that cannot be written to.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from stocktake.atomic import write_whole
from stocktake.workspace.fingerprint import code_fingerprint
from stocktake.workspace.packing import DoesNotFitError, key_of, pack, unpack
from stocktake.workspace.unkept import costs_only_time

FOLDER = "parts"
MOST = 2000
"""More entries than that are not kept; the oldest go first."""

_LAST = "last-"

_LIBRARIES = ("pypdfium2", "lxml", "duckdb", "vl-convert-python")
_MAKERS = (
    *("documents", "frameworks", "values", "statistics", "tables", "register", "review"),
    *("publish/charts", "publish/opendata/taken.py"),
)

T = TypeVar("T")


@cache
def maker_fingerprint() -> str:
    """A checksum of the code, the reference data and the libraries that make parts."""
    return code_fingerprint(_LIBRARIES, _MAKERS)


def _key(shape: type[Any], made_from: object) -> str:
    return key_of(str(shape), made_from)


class KeptParts:
    """The folder of parts made before; a ``review.keeping.Keeper``.

    Attributes:
        folder: That of the parts made by this very code.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER / maker_fingerprint()[:16]

    def __call__(self, shape: type[T], made_from: object, make: Callable[[], T], /) -> T:
        """The part: as kept, or made now and kept."""
        key = _key(shape, made_from)
        with suppress(OSError, DoesNotFitError):
            return unpack((self.folder / key).read_bytes(), shape, key)
        part = make()
        self._write(key, key, part)
        return part

    def last(self, name: str, shape: type[T], made_from: object, make: Callable[[], T]) -> T:
        """The part, as made or kept last under a name: of what is made anew with every change only one is kept."""
        kept = self.kept_last(name, shape, made_from)
        if kept is not None:
            return kept
        part = make()
        self.keep_last(name, shape, made_from, part)
        return part

    def kept_last(self, name: str, shape: type[T], made_from: object) -> T | None:
        """The part that was kept last under a name; None where it was made from something else."""
        with suppress(OSError, DoesNotFitError):
            return unpack((self.folder / f"{_LAST}{name}").read_bytes(), shape, _key(shape, made_from))
        return None

    def keep_last(self, name: str, shape: type[T], made_from: object, part: T) -> None:
        """Keep a part under a name, in the place of the one before it."""
        self._write(f"{_LAST}{name}", _key(shape, made_from), part)

    def _write(self, name: str, key: str, part: object) -> None:
        with costs_only_time(self.folder.parent.parent):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / name, pack(part, key))

    def tidy(self) -> None:
        """Remove the parts that other code made, and the oldest of too many; call it with the lock of the workspace."""
        if not self.folder.parent.is_dir():
            return
        for other in self.folder.parent.iterdir():
            if other != self.folder:
                shutil.rmtree(other)
        entries = sorted(self.folder.glob("[0-9a-f]*"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in entries[MOST:]:
            old.unlink()
