"""Bytes to lines with style and place: one file per format, asked in order which of them handles the bytes.

A new format is one new file and one line in ``SOURCES``. Formats are told apart by content, never by suffix.
"""

from hashlib import sha256
from pathlib import Path
from typing import Protocol

from stocktake.documents.sources import docx, html, pdf, text
from stocktake.documents.sources.line import SourceText
from stocktake.errors import InputError, NotFoundError, RequestError, UnknownFormatError

MAX_BYTES = 100 * 1024 * 1024


class Source(Protocol):
    """A module that reads one format."""

    NAME: str

    def handles(self, data: bytes) -> bool:
        """Whether these bytes are of this format."""

    def read(self, data: bytes, name: str, digest: str) -> SourceText:
        """The text and its lines; raises an error of the tree where the bytes are damaged."""


SOURCES: tuple[Source, ...] = (pdf, docx, html, text)


def read_source(path: Path) -> SourceText:
    """The text and lines of the file at ``path``, whichever format it has.

    Raises:
        NotFoundError: There is no file there.
        RequestError: It is a folder.
        InputError: The file is empty, too large, or damaged.
        UnsupportedError: No source handles the bytes.
    """
    data = read_bytes(path)
    return read_source_bytes(data, path.name)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is there and of a sane size."""
    if path.is_dir():
        raise RequestError(
            expected="a file",
            came="this is a folder",
            where=str(path),
            advice="Name a file in it; stocktake add looks through folders.",
        )
    if not path.is_file():
        raise NotFoundError(
            expected="a file", came="there is none", where=str(path), advice="Check the path and its spelling."
        )
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise InputError(
            expected=f"a document of at most {MAX_BYTES // 2**20} MB",
            came=f"this file has {size / 2**20:.0f} MB",
            where=path.name,
            advice="Resolutions are far smaller: check that this is the file you meant.",
        )
    return path.read_bytes()


def read_source_bytes(data: bytes, name: str) -> SourceText:
    """The text and lines of ``data``; ``name`` is for provenance and messages only."""
    if not data.strip():
        raise InputError(
            expected="a document", came="the file is empty", where=name, advice="Download or export it again."
        )
    for source in SOURCES:
        if source.handles(data):
            return source.read(data, name, sha256(data).hexdigest())
    raise UnknownFormatError(
        expected="a document in a format that is read",
        came="the bytes are in none",
        where=name,
        choices=[source.NAME for source in SOURCES],
        advice="Export the document as one of these and read that.",
    )
