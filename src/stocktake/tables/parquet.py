"""Parquet files, written whole or not at all, with a note beside the rows.

Knows nothing of what the rows are. The same table and note give the same bytes with the same version of Arrow.
"""

from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from stocktake.atomic import whole_file
from stocktake.errors import InputError, NotFoundError

if TYPE_CHECKING:
    import pyarrow as pa

NOTE = b"stocktake"
_GROUP_ROWS = 122_880
"""Rows of one group of rows: so many as DuckDB writes, which reads groups side by side and passes over those that hold
nothing of what is asked. Arrow's million would leave one core to do it all."""


def write_table(path: Path, rows: "pa.Table", note: str = "") -> None:
    """The file at ``path`` holds ``rows`` and ``note``; whoever looks sees the old file or the new one.

    Args:
        path: Where to; its folder is there.
        rows: An Arrow table.
        note: Words that travel in the file's own metadata, such as JSON on where the rows came from.
    """
    with whole_file(path) as file:
        _write(rows, note, file)


def table_bytes(rows: "pa.Table", note: str = "") -> bytes:
    """The Parquet file that holds ``rows`` and ``note``; see ``write_table``."""
    out = BytesIO()
    _write(rows, note, out)
    return out.getvalue()


def table_of(data: bytes) -> "pa.Table":
    """The rows of a Parquet file as ``table_bytes`` gives it, without its note."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.ParquetFile(pa.BufferReader(data)).read().replace_schema_metadata(None)


def _write(rows: "pa.Table", note: str, file: IO[bytes]) -> None:
    import pyarrow.parquet as pq

    noted = rows.replace_schema_metadata({NOTE: note.encode()})
    pq.write_table(noted, file, row_group_size=_GROUP_ROWS, compression="zstd")


def read_note(path: Path) -> str:
    """The note of the file at ``path``; empty where it has none. Only the end of the file is read.

    Raises:
        NotFoundError: There is no file.
        InputError: It is not a whole Parquet file.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_metadata(_held(path)).metadata or {}
    except pa.ArrowInvalid as error:
        raise _damaged(path) from error
    return str(metadata.get(NOTE, b""), "utf-8")


def _held(path: Path) -> Path:
    if path.is_file():
        return path
    raise NotFoundError(expected="a Parquet file", came="there is none", where=path.name)


def _damaged(path: Path) -> InputError:
    return InputError(
        expected="a whole Parquet file",
        came="this one is damaged",
        where=path.name,
        advice="It is made from the original: delete it and rebuild.",
    )
