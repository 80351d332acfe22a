"""SDMX-CSV 2.0 of observations (SDMX-CSV field guide, data message 2.0).

Knows the columns STRUCTURE, STRUCTURE_ID and ACTION before the components, and when RFC 4180 asks for quotes. The data
structure is ``STOCKTAKE:OBSERVATIONS``; a missing value is an empty cell.
"""

from typing import TYPE_CHECKING

from stocktake.statistics.formats.sdmx_cells import cells_of
from stocktake.statistics.sources.gathered import same
from stocktake.statistics.sources.sdmx_own import STRUCTURE

if TYPE_CHECKING:
    import pyarrow as pa

_END = "\r\n"


def render_sdmx_csv(observations: "pa.Table") -> bytes:
    """The observations as SDMX-CSV 2.0, in UTF-8, one row each, in their order.

    Args:
        observations: Columns as in ``tables.schema``.
    """
    import pyarrow.compute as pc

    length = observations.num_rows
    fixed = {"STRUCTURE": "datastructure", "STRUCTURE_ID": STRUCTURE, "ACTION": "I"}
    columns = {name: same(word, length) for name, word in fixed.items()} | cells_of(observations)
    head = ",".join(columns) + _END
    if not length:
        return head.encode()
    rows = pc.binary_join_element_wise(*map(_quoted, columns.values()), ",")
    return (head + _END.join(rows.to_pylist()) + _END).encode()


def _quoted(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The cells, those in quotes that hold a comma, a quote or a line end; an absent value is an empty cell."""
    import pyarrow.compute as pc

    cells = pc.fill_null(column, "")
    needed = pc.match_substring_regex(cells, '[,"\\r\\n]')
    if not pc.any(needed).as_py():
        return cells
    return pc.if_else(needed, _joined('"', pc.replace_substring(cells, '"', '""'), '"'), cells)


def _joined(before: str, cells: "pa.ChunkedArray", after: str) -> "pa.ChunkedArray":
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(before, cells, after, "")
