"""Unfolding a grid: a column per period becomes a row per observation.

Knows how columns become rows without copying the others. Knows nothing of periods.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stocktake.statistics.sources.distinct import plain
from stocktake.statistics.sources.gathered import same
from stocktake.statistics.sources.rows import Rows

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid as long rows: all rows of the first column, then all of the second.

    Attributes:
        headings: The headings of the columns that were unfolded.
        heading: On each row, the heading of the column that its value stood in.
        value: The cell.
        lines: The line.
    """

    headings: tuple[str, ...]
    heading: "pa.ChunkedArray"
    value: "pa.ChunkedArray"
    lines: "pa.ChunkedArray"
    _filled: "pa.ChunkedArray"

    def repeat(self, column: "pa.ChunkedArray") -> "pa.ChunkedArray":
        """A column of the grid's own rows, once per column that was unfolded, empty cells left out."""
        return _times(column, len(self.headings)).filter(self._filled)

    def beside(self, columns: Sequence["pa.ChunkedArray | None"]) -> "pa.ChunkedArray":
        """What stands beside the values: the cells of one column for each that was unfolded, empty where it is None."""
        import pyarrow as pa

        length = len(self._filled) // len(self.headings)
        cells = [same("", length) if column is None else plain(column) for column in columns]
        return pa.chunked_array([chunk for column in cells for chunk in column.chunks], pa.string()).filter(
            self._filled
        )

    def repeat_found(self, column: "pa.ChunkedArray | None") -> "pa.ChunkedArray | None":
        """As ``repeat``, for a column that may not be there."""
        return None if column is None else self.repeat(column)


def unfold(rows: Rows, columns: Mapping[int, str]) -> Grid:
    """The cells of ``columns`` (place and heading) as long rows; an empty cell is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = pa.chunked_array(
        [chunk for place in columns for chunk in plain(rows.cells[place]).chunks], pa.string()
    )
    value = pc.utf8_trim_whitespace(cells)
    filled = pc.not_equal(value, "")
    headings = [chunk for name in columns.values() for chunk in same(name, len(rows)).chunks]
    heading = pa.chunked_array(headings, pa.string())
    lines = _times(rows.lines, len(columns))
    return Grid(
        tuple(columns.values()), heading.filter(filled), value.filter(filled), lines.filter(filled), filled
    )


def _times(column: "pa.ChunkedArray", times: int) -> "pa.ChunkedArray":
    import pyarrow as pa

    return pa.chunked_array([*column.chunks] * times, column.type)
