"""Documents as read before, so that nothing is read again that has not changed.

A document is kept under a key made of everything that it depends on: the file's bytes, its name, what the user
said of it, and the fingerprint of the code and data that read it. Deleting the folder costs time, nothing else;
an entry that is damaged counts as absent.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from stocktake.atomic import write_whole
from stocktake.documents.model import Document
from stocktake.workspace.fingerprint import code_fingerprint
from stocktake.workspace.index import Holding
from stocktake.workspace.packing import DoesNotFitError, pack, unpack
from stocktake.workspace.unkept import costs_only_time

_LIBRARIES = ("pypdfium2", "lxml")
_READERS = ("documents", "frameworks", "values")


@cache
def reader_fingerprint() -> str:
    """A checksum of the code, the reference data and the libraries that turn bytes into documents."""
    return code_fingerprint(_LIBRARIES, _READERS)


class DocumentCache:
    """The folder of documents read before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, holding: Holding) -> Document | None:
        """The document of ``holding`` as this very reader reads it; None where it has to be read."""
        path = self._path(holding)
        try:
            return unpack(path.read_bytes(), Document, path.name)
        except (OSError, DoesNotFitError):
            return None

    def put(self, holding: Holding, document: Document) -> None:
        """Keep the document of ``holding``, where it can be kept."""
        with costs_only_time(self.folder):
            self.folder.mkdir(exist_ok=True)
            path = self._path(holding)
            write_whole(path, pack(document, path.name))

    def _path(self, holding: Holding) -> Path:
        depends_on = (holding.sha256, holding.name, holding.symbol, holding.status, reader_fingerprint())
        return self.folder / sha256(json.dumps(depends_on).encode()).hexdigest()
