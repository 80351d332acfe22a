"""What a reader takes out of a file: long rows in the publisher's own words, and what the file says of itself.

Knows the columns that every reader fills and how a column of a file becomes one. What the words mean is for
``building``, the same for all publishers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from stocktake.findings import Finding
from stocktake.frameworks.areas import Scheme
from stocktake.frameworks.statistical_words import StatusScheme

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 2**16


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a file beyond its rows.

    Attributes:
        format: Name of the reader.
        publisher: Who published it; None where neither file nor format says.
        dataset: What the publisher calls it.
        vintage: The date that the file prints.
        licence: As printed.
        scheme: How the file names areas, for ``frameworks.areas``.
        prefix: What goes before an area's code that only this publisher uses.
        statuses: How the file marks the status of an observation.
    """

    format: str
    publisher: str | None = None
    dataset: str | None = None
    vintage: date | None = None
    licence: str | None = None
    scheme: Scheme = "any"
    prefix: str = "X"
    statuses: StatusScheme = "sdmx"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Long rows in the publisher's words. Every column is text, plain or coded, of one length; an absent one is None.

    Attributes:
        origin: What the file says of itself.
        lines: The line of the file (or the place in a list) of each row, from 1; int32.
        code: The publisher's code of the series.
        area: Code or name of the area.
        period: The period.
        value: The value as printed; empty where the cell is.
        name: The printed name of the series.
        area_name: The area's name, where ``area`` is a code.
        unit: The unit.
        status: The status or nature of the observation.
        dimensions: Any other column that tells observations apart, by the name it is printed under.
        dimension_codes: The names of the codes of the dimensions that a data structure definition describes.
        findings: What the reader had to say.
    """

    origin: Origin
    lines: "pa.ChunkedArray"
    code: "pa.ChunkedArray"
    area: "pa.ChunkedArray"
    period: "pa.ChunkedArray"
    value: "pa.ChunkedArray"
    name: "pa.ChunkedArray | None" = None
    area_name: "pa.ChunkedArray | None" = None
    unit: "pa.ChunkedArray | None" = None
    status: "pa.ChunkedArray | None" = None
    dimensions: Mapping[str, "pa.ChunkedArray"] = field(default_factory=dict)
    dimension_codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def same(word: str, length: int) -> "pa.ChunkedArray":
    """A column that says ``word`` on every row; its chunks share their memory."""
    import pyarrow as pa

    block = pa.repeat(pa.scalar(word, pa.string()), min(length, _BLOCK))
    whole, rest = divmod(length, _BLOCK)
    return pa.chunked_array([*[block] * whole, block.slice(0, rest)], pa.string())


def places(count: int) -> "pa.ChunkedArray":
    """The places in a list of this many rows, from 1."""
    import pyarrow as pa

    return pa.chunked_array([pa.arange(1, count + 1).cast(pa.int32())])


def column(words: list[str]) -> "pa.ChunkedArray":
    """A column of these words."""
    import pyarrow as pa

    return pa.chunked_array([pa.array(words, pa.string())])
