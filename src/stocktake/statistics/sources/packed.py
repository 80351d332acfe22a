"""Packages (ZIP) and compressed files (gzip): the one table of statistics in them.

Knows that publishers put descriptions beside a table, that a package is looked at by the beginnings of its members, and
that what it unpacks to has a bound. A package in a package is not opened. Knows no format of statistics: which member
is a table is asked of the readers.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from stocktake.errors import InputError, UnsupportedError
from stocktake.findings import Code, Finding
from stocktake.statistics.sources.head import Rank
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.sheets import is_workbook

MOST_BYTES = 512 * 2**20
HEAD = 64 * 1024
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_GZIP = b"\x1f\x8b"
_WHOLE = 16 + zlib.MAX_WBITS
_MOST = 8
_HIDDEN = "__MACOSX/"
# What unpacking a damaged package, or one with a password, raises.
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Member:
    """The one table of a package: its name in it, its bytes, and a remark on what else is there."""

    name: str
    data: bytes
    remarks: tuple[Finding, ...] = ()


def is_package(data: bytes) -> bool:
    """Whether the bytes are those of a ZIP file that is no workbook, or of a file compressed by gzip."""
    if data[:2] == _GZIP:
        return True
    return data[:4] in (_ZIP, _EMPTY_ZIP) and b"word/document.xml" not in data and not is_workbook(data)


def unpack(data: bytes, name: str, rank: Callable[[bytes], Rank], *, whole: bool = True) -> Member:
    """The one member with observations.

    Args:
        data: The bytes of the package.
        name: Its name, for messages.
        rank: How much a member that begins with these bytes matters.
        whole: Else its first bytes alone, which is what telling the format needs; of a workbook all.

    Raises:
        InputError: The package is damaged, has a password, unpacks to too much, or holds several tables.
        UnsupportedError: It holds none that is known.
    """
    with _unbroken(name):
        if data[:2] == _GZIP:
            return Member(name, _inflated(data, name, MOST_BYTES if whole else HEAD))
        with ZipFile(BytesIO(data)) as archive:
            return _only_table(archive, name, rank, whole=whole)


def _only_table(archive: ZipFile, name: str, rank: Callable[[bytes], Rank], *, whole: bool) -> Member:
    inside = [each.filename for each in archive.infolist() if not each.is_dir() and _HIDDEN not in each.filename]
    tables = [each for each in inside if rank(_begin(archive, each)) == Rank.OBSERVATIONS]
    if not tables:
        raise UnsupportedError(
            expected="a package with one table of statistics in a format that we read",
            came=f"none of what it holds is one: {listed(inside, _MOST) or 'it is empty'}",
            where=name,
            advice="Unpack it, and write the table as the plain CSV of docs/reference/statistics-formats.md.",
        )
    if len(tables) > 1:
        raise InputError(
            expected="a package with one table of statistics",
            came=f"there are {len(tables)}: {listed(tables, _MOST)}",
            where=name,
            advice="Unpack it and add each of them, so that each has its checksum.",
        )
    others = [each for each in inside if each not in tables]
    message = f"Read from the package: {tables[0]}" + (
        f"; beside it, not read: {listed(others, _MOST)}." if others else "."
    )
    data = _member(archive, tables[0], MOST_BYTES, name) if whole else _begin(archive, tables[0])
    return Member(tables[0], data, (Finding(Code.PART_OF_A_RESULT, "file", message),))


def _begin(archive: ZipFile, member: str) -> bytes:
    """The first bytes of a member; all of a workbook, whose parts stand at its end."""
    begin = _some(archive, member, HEAD)
    return _some(archive, member, MOST_BYTES) if begin[:4] == _ZIP else begin


def _some(archive: ZipFile, member: str, most: int) -> bytes:
    with archive.open(member) as part:
        return part.read(most)


def _member(archive: ZipFile, member: str, most: int, name: str) -> bytes:
    data = _some(archive, member, most + 1)
    if len(data) > most:
        raise _too_much(name)
    return data


def _inflated(data: bytes, name: str, most: int) -> bytes:
    """What a compressed file, of one part or several, unpacks to; of the first part ``most`` bytes where not all."""
    made = bytearray()
    while data:
        part = zlib.decompressobj(_WHOLE)
        made += part.decompress(data, MOST_BYTES + 1 - len(made) if most == MOST_BYTES else most)
        if len(made) > MOST_BYTES:
            raise _too_much(name)
        if most < MOST_BYTES:
            break
        if not part.eof:
            raise EOFError("it ends in the middle")
        data = part.unused_data.lstrip(b"\x00")
    return bytes(made)


def _too_much(name: str) -> InputError:
    return InputError(
        expected=f"a table of at most {MOST_BYTES // 2**20} MB",
        came="the package unpacks to more",
        where=name,
        advice="Unpack it, and give the part of the table that is needed.",
    )


@contextmanager
def _unbroken(name: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise InputError(
            expected="a whole package (ZIP or gzip) without a password",
            came=f"it cannot be unpacked ({error})",
            where=name,
            advice="Download it again, or unpack it and add the table.",
        ) from error
