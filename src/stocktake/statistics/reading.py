"""The one door to statistics: the bytes of a publisher's file to observations, whole or not at all.

Knows which reader takes which file. Knows no format itself, and nothing of the file system.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from stocktake.errors import InputError, UnknownFormatError, UnsupportedError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources import (
    SOURCES,
    Format,
    error_answers,
    not_observations,
    sdmx_csv,
    sdmx_json,
    sdmx_ml,
    unsd_csv,
)
from stocktake.statistics.sources.head import File, Head, Rank, open_file
from stocktake.statistics.sources.joined import Sheet, join
from stocktake.statistics.sources.packed import is_package, unpack
from stocktake.statistics.sources.sdmx_structures import Structure
from stocktake.statistics.sources.sheets import is_workbook, read_workbook

_WITH_STRUCTURES = (sdmx_csv, sdmx_json, sdmx_ml)
# The CSV service of the SDG database fills its answer up with zero bytes.
_PADDING: tuple[Format, ...] = (unsd_csv,)
_WITHOUT: tuple[Format, ...] = (error_answers, not_observations)
_NOTHING = re.compile(rb"[\x00\s]*")


def read_statistics(
    data: bytes, name: str, vintage: date | None = None, structures: Sequence[Structure] = ()
) -> Reading:
    """The observations of one file.

    Args:
        data: Its bytes.
        name: The file's name, for provenance, messages and DDF.
        vintage: The day of the release, where the user says it; a finding then says so.
        structures: What ``sources.sdmx_structures`` made of the structure files that are held. The one that a message
            of SDMX refers to says which of its components are dimensions; the others do nothing.

    Raises:
        InputError: The file is empty, cut or broken, or says something twice or not at all.
        UnsupportedError: It is of no format that we read, or holds no observations.
    """
    files = _opened(data, name, sha256(data).hexdigest(), whole=True)
    readings = [_read(replace(file, structures=tuple(structures)), vintage) for file in files]
    if len(readings) > 1:
        sheets = zip(files, readings, strict=True)
        return join([Sheet(file.head.sheet, file.data.count(b"\n"), reading) for file, reading in sheets], name)
    return replace(readings[0], source=replace(readings[0].source, name=name))


def _read(file: File, vintage: date | None) -> Reading:
    source = _source_of(file.head)
    if source is None:
        raise _unsupported(file.head)
    if file.padded and source not in _PADDING:
        raise _filled_up(file.head)
    return source.read(file, vintage)


def handles(data: bytes, name: str = "") -> bool:
    """Whether a reader knows these bytes, were it only to say that they hold no observations."""
    return format_of(data, name) is not None


def format_of(data: bytes, name: str = "") -> str | None:
    """The name of the reader that knows these bytes; None where none does.

    Raises:
        InputError: The bytes are those of a workbook or a package that is damaged, or of a package of two tables.
    """
    if _NOTHING.fullmatch(data):
        return None
    try:
        source = _source_of(_opened(data, name, "", whole=False)[0].head)
    except UnsupportedError:
        return None
    return source.NAME if source else None


def refers_to_structures(format_name: str | None) -> bool:
    """Whether files of this format are read with the structure that they refer to, where it is held."""
    return any(format_name == source.NAME for source in _WITH_STRUCTURES)


def _opened(data: bytes, name: str, digest: str, *, whole: bool) -> tuple[File, ...]:
    """The table of the file, or those of a workbook; not ``whole``, the first bytes alone of one in a package."""
    if not is_package(data):
        return _plain(data, name, digest)
    member = unpack(data, name, _rank_of_member, whole=whole)
    # The package is what the user holds: its name stands in provenance and messages.
    first, *others = _plain(member.data, name, digest)
    return (replace(first, remarks=(*first.remarks, *member.remarks)), *others)


def _plain(data: bytes, name: str, digest: str) -> tuple[File, ...]:
    if is_workbook(data):
        return read_workbook(data, name, digest, _rank)
    return (open_file(data, name, digest),)


def _rank_of_member(begin: bytes) -> Rank:
    """As ``_rank``, for a member of a package; one that cannot be opened matters: its reader says what is wrong."""
    try:
        return _rank(_plain(begin, "", "")[0].head)
    except UnsupportedError:
        return Rank.UNKNOWN
    except InputError:
        return Rank.OBSERVATIONS if is_workbook(begin) else Rank.UNKNOWN


def _rank(head: Head) -> Rank:
    source = _source_of(head)
    if source is None:
        return Rank.UNKNOWN
    return Rank.NO_OBSERVATIONS if source in _WITHOUT else Rank.OBSERVATIONS


def _source_of(head: Head) -> Format | None:
    return next((source for source in SOURCES if source.handles(head)), None)


def _filled_up(head: Head) -> InputError:
    return InputError(
        expected="a whole file",
        came="its end is filled with zero bytes, as an unfinished download is",
        where=head.name,
        advice="Download it again.",
    )


def _unsupported(head: Head) -> UnsupportedError:
    return UnknownFormatError(
        expected="a file of statistics in a format that we read",
        came="its beginning is of none of them",
        where=head.name,
        choices=[source.NAME for source in SOURCES if source not in _WITHOUT],
        advice="Write it as the plain CSV of docs/reference/statistics-formats.md.",
    )
