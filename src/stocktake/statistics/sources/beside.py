"""What stands beside values, in columns of their own: scales, sources and notes of single values.

Knows which of their words are a status (what words mean is data), that the others are said, that a scale goes before
its unit, and how such a column of a grid goes with the column that it describes. Knows no publisher: which column goes
with which, the readers say.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import status_of
from stocktake.statistics.sources.distinct import Distinct, words_in
from stocktake.statistics.sources.grid import Grid
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import Rows

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 5
_NO_SCALE = ("", "units", "unit")


def statuses_in(*columns: "pa.ChunkedArray | None") -> "pa.ChunkedArray | None":
    """On each row the first of the columns' words that is a status; empty where none is, None without columns."""
    held = [each for each in columns if each is not None]
    if not held:
        return None
    distinct = Distinct(held)
    return distinct.spread([next(filter(status_of, filter(None, key)), "") for key in distinct.keys])


def scaled(scales: "pa.ChunkedArray | None", units: "pa.ChunkedArray | None") -> "pa.ChunkedArray | None":
    """The unit of each row, with the scale that stands in a column of its own ("Billions") before it."""
    if scales is None or units is None:
        return units if scales is None else scales
    distinct = Distinct([scales, units])
    words = [("" if scale.casefold() in _NO_SCALE else scale, unit) for scale, unit in distinct.keys]
    return distinct.spread([" ".join(filter(None, pair)) for pair in words])


def notes_unread(notes: "pa.ChunkedArray | None") -> tuple[Finding, ...]:
    """A remark on the notes that say something else than a status."""
    words = [] if notes is None else [word for word in words_in(notes).to_pylist() if word and not status_of(word)]
    return _unread("Notes on", [" ".join(word.rstrip(".").split()) for word in words])


def statuses_beside(
    rows: Rows, grid: Grid, columns: Mapping[str, Sequence[str]]
) -> tuple["pa.ChunkedArray | None", tuple[Finding, ...]]:
    """The status of each value of the grid, and a remark on words that are none.

    Args:
        rows: The table.
        grid: Its values, unfolded.
        columns: By the heading of a column of values, the columns that describe them, of which the first counts most.

    Returns:
        The words that are a status, empty where none is; None where no column describes any.
    """
    held = {
        heading: [name for name in names if rows.place(name) is not None] for heading, names in columns.items()
    }
    order = [(heading, name) for heading, names in held.items() for name in names]
    if not order:
        return None, ()
    distinct = Distinct([grid.heading, *(grid.repeat(rows.take(name)) for _, name in order)])
    said = [
        [word for (heading, _), word in zip(order, key[1:], strict=True) if heading == key[0] and word]
        for key in distinct.keys
    ]
    statuses = distinct.spread([next(filter(status_of, words), "") for words in said])
    others = sorted({word for words in said for word in words if not status_of(word)})
    return statuses, _unread("Words beside", others)


def _unread(what: str, words: Sequence[str]) -> tuple[Finding, ...]:
    if not words:
        return ()
    message = f"{what} single values that are not read: {listed([f'“{word}”' for word in words], _MOST)}."
    advice = "Values with a note may be of other people than the rest, or not comparable with the years before."
    return (Finding(Code.COLUMN_IGNORED, "column", message, advice),)
