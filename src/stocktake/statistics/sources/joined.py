"""The sheets of one workbook as one reading: their rows counted on, each observation once, each series in one unit.

Knows that a remark that all sheets share is made once, and that two sheets may contradict each other. Knows no format:
each sheet has been read by its own reader.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading, Source
from stocktake.statistics.sources.checks import without_duplicates
from stocktake.statistics.sources.places import listed, shown

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was read: its name, how many rows it has, what it holds."""

    title: str
    rows: int
    reading: Reading


def join(sheets: Sequence[Sheet], name: str) -> Reading:
    """The observations of all sheets, their rows counted on from one sheet to the next.

    Args:
        sheets: Two or more, in their order.
        name: The name of the workbook.

    Raises:
        InputError: A series stands in two units, or an observation in two sheets with different values.
    """
    import pyarrow as pa

    before = list(accumulate((sheet.rows for sheet in sheets), initial=0))
    source = _source([sheet.reading.source for sheet in sheets], name)
    _check_units(sheets, name)
    tables = [
        _counted_on(sheet.reading.observations, start, source)
        for sheet, start in zip(sheets, before, strict=False)
    ]

    def place(row: int) -> str:
        at = bisect_right(before, row - 1) - 1
        return f"row {row - before[at]} of the sheet {sheets[at].title}"

    observations, twice = without_duplicates(pa.concat_tables(tables), name, place)
    starts = [f"{sheet.title} from {start + 1}" for sheet, start in zip(sheets, before, strict=False)]
    message = f"Read from {len(sheets)} sheets, their rows counted on: {listed(starts, _MOST)}."
    findings = (Finding(Code.PART_OF_A_RESULT, "file", message), *_findings(sheets), *twice)
    return Reading(observations, source, findings)


def _source(sources: Sequence[Source], name: str) -> Source:
    """The workbook as a source: what its sheets agree on; its release is the latest that any of them prints."""
    publishers = {each.publisher for each in sources} - {None}
    datasets = {each.dataset for each in sources} - {None}
    vintages = [each.vintage for each in sources if each.vintage is not None]
    return replace(
        sources[0],
        name=name,
        publisher=publishers.pop() if len(publishers) == 1 else None,
        dataset=datasets.pop() if len(datasets) == 1 else None,
        vintage=max(vintages, default=None),
    )


def _counted_on(rows: "pa.Table", before: int, source: Source) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    places = rows.column_names.index("row")
    counted = rows.set_column(places, "row", pc.add(rows["row"], pa.scalar(before, pa.int32())))
    vintage = pa.repeat(pa.scalar(source.vintage, pa.date32()), len(rows))
    return counted.set_column(rows.column_names.index("vintage"), "vintage", vintage).cast(rows.schema)


def _check_units(sheets: Sequence[Sheet], name: str) -> None:
    """Raise where two sheets give one series two units."""
    first: dict[str, tuple[str | None, str]] = {}
    for sheet in sheets:
        pairs = sheet.reading.observations.select(["code", "unit"]).group_by(["code", "unit"]).aggregate([])
        for code, unit in zip(pairs["code"].to_pylist(), pairs["unit"].to_pylist(), strict=True):
            other, title = first.setdefault(code, (unit, sheet.title))
            if other != unit:
                raise InputError(
                    expected="one unit for each series",
                    came=f"{shown(code)} stands in {other or 'no unit'} (sheet {title}) and in {unit or 'no unit'} "
                    f"(sheet {sheet.title})",
                    where=name,
                    advice="Save each sheet as a file of its own, or print them in one unit.",
                )


def _findings(sheets: Sequence[Sheet]) -> list[Finding]:
    """The remarks on the sheets, those of one or some with their names before them."""
    titles: dict[Finding, list[str]] = {}
    for sheet in sheets:
        for finding in dict.fromkeys(sheet.reading.findings):
            titles.setdefault(finding, []).append(sheet.title)
    return [
        finding
        if len(having) == len(sheets) or finding.code is Code.PART_OF_A_RESULT
        else replace(finding, message=f"Sheet {listed(having, _MOST)}: {finding.message}")
        for finding, having in titles.items()
    ]
