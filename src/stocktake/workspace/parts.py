"""Parts of reviews as made before, so that nothing is made again that cannot have changed.

A part is kept under a key made of its shape, of all that it was made from and of the code and reference data that made
it. Read back, every value is checked against the types of the shape; an entry that does not fit counts as absent.
Deleting the folder costs time, nothing else.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from stocktake.atomic import write_whole
from stocktake.workspace.fingerprint import code_fingerprint

FOLDER = "parts"
MOST = 2000
"""More entries than that are not kept; the oldest go first."""

_LIBRARIES = ("pypdfium2", "lxml", "duckdb", "vl-convert-python")
_MAKERS = ("documents", "frameworks", "values", "statistics", "tables", "register", "review", "publish/charts")

T = TypeVar("T")


@cache
def maker_fingerprint() -> str:
    """A checksum of the code, the reference data and the libraries that make parts."""
    return code_fingerprint(_LIBRARIES, _MAKERS)


class KeptParts:
    """The folder of parts made before; a ``review.keeping.Keeper``.

    Attributes:
        folder: That of the parts made by this very code.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER / maker_fingerprint()[:16]

    def __call__(self, shape: type[T], made_from: object, make: Callable[[], T], /) -> T:
        """The part: as kept, or made now and kept."""
        import msgspec

        path = self.folder / sha256(msgspec.msgpack.encode((str(shape), made_from))).hexdigest()
        with suppress(OSError, msgspec.MsgspecError):
            return msgspec.msgpack.decode(path.read_bytes(), type=shape)
        part = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, msgspec.msgpack.encode(part))
        return part

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
