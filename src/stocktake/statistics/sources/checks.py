"""Checks on the observations of one file: the same observation twice, values that cannot be.

Knows keys and the natural limits of indicators. Knows no publisher.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.indicators import indicators
from stocktake.statistics.sources.distinct import Distinct, all_differ, numbered, says
from stocktake.statistics.sources.places import said, shown
from stocktake.tables import KEY

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 3
_PER_CENT = "per cent"
_WHOLE = 100.0


def without_duplicates(
    rows: "pa.Table", file: str, spot: Callable[[int], str] = "line {}".format
) -> tuple["pa.Table", list[Finding]]:
    """The rows with each observation once, the first of its kind, and a remark where some stood there twice.

    Args:
        rows: The observations.
        file: The file's name, for messages.
        spot: How a message names a row.

    Raises:
        InputError: An observation stands there twice with different values.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = [rows[name] for name in KEY]
    if all_differ(columns):
        return rows, []
    places = pa.table({"key": numbered(columns), "row": pa.arange(0, rows.num_rows), "value": rows["value"]})
    measures = [("row", "min"), ("row", "count"), ("value", "min"), ("value", "max"), ("value", "count")]
    counted = places.group_by("key").aggregate(measures)
    per_key = counted.filter(pc.greater(counted["row_count"], 1))
    twice = places.join(per_key.select(["key", "row_min"]), "key", join_type="inner")
    _check_equal(per_key, twice, rows, file, spot)
    extra = twice.filter(pc.greater(twice["row"], twice["row_min"]))["row"].sort()
    keep = pc.invert(pc.is_in(places["row"], value_set=extra.combine_chunks()))
    lines = rows["row"].filter(pc.invert(keep))
    count = f"{len(lines):,} observation{'s' if len(lines) > 1 else ''}"
    message = f"{count} printed twice with the same value{said(lines)}; read once."
    return rows.filter(keep), [Finding(Code.DUPLICATE_OBSERVATION, "row", message)]


def _check_equal(
    per_key: "pa.Table", twice: "pa.Table", rows: "pa.Table", file: str, spot: Callable[[int], str]
) -> None:
    import pyarrow.compute as pc

    differ = pc.or_kleene(
        pc.not_equal(per_key["value_min"], per_key["value_max"]),
        pc.and_(pc.greater(per_key["value_count"], 0), pc.less(per_key["value_count"], per_key["row_count"])),
    )
    clashes = per_key.filter(pc.fill_null(differ, fill_value=False)).sort_by("row_min")
    if not clashes.num_rows:
        return
    place = clashes["row_min"][0].as_py()
    same = twice.filter(pc.equal(twice["row_min"], place)).sort_by("row")
    told = rows.take(same["row"].slice(0, _MOST).combine_chunks())
    values = " and ".join(
        f"{'nothing' if row['value'] is None else format(row['value'], 'g')} ({spot(row['row'])})"
        for row in told.to_pylist()
    )
    first = told.slice(0, 1).to_pylist()[0]
    more = f", and {clashes.num_rows - 1:,} more such" if clashes.num_rows > 1 else ""
    raise InputError(
        expected="each observation once",
        came=f"{shown(first['code'])} of {shown(first['area'])} for {first['period']} has {values}{more}",
        where=file,
        advice="Look which is right; if a column tells them apart, it is missing.",
    )


def limits(rows: "pa.Table") -> list[Finding]:
    """Remarks per indicator: values beyond what it can be, or all so small that they may be shares of one."""
    import pyarrow as pa

    distinct = Distinct([rows["indicator"], rows["unit"]])
    places = distinct.spread(range(len(distinct.keys)), pa.int32())
    kinds = pa.table({"place": places, "value": rows["value"]}).group_by("place")
    ranges = kinds.aggregate([("value", "min"), ("value", "max"), ("value", "count")])
    found: list[Finding] = []
    named = [(*distinct.keys[each.pop("place")], _Range(**each)) for each in ranges.to_pylist()]
    for indicator, unit, range_ in sorted(named, key=lambda each: each[0]):
        low, high = _bounds(indicator, unit)
        if not (_within(range_.value_min, low, None) and _within(range_.value_max, None, high)):
            found.append(_beyond_finding(rows, indicator, low, high))
        if unit == _PER_CENT and high == _WHOLE and range_.may_be_shares():
            found.append(_shares_finding(indicator, range_))
    return found


@dataclass(frozen=True, slots=True)
class _Range:
    """The least and the greatest value of an indicator, and how many values there are."""

    value_min: float | None
    value_max: float | None
    value_count: int

    def may_be_shares(self) -> bool:
        """Whether all lie between 0 and 1, and not all are one of the two or both."""
        if self.value_min is None or self.value_max is None or self.value_min < 0:
            return False
        return 0 < self.value_max < 1 or (self.value_max == 1 and 0 < self.value_min < 1)


def _shares_finding(indicator: str, range_: _Range) -> Finding:
    count = f"{range_.value_count:,} value{'s' if range_.value_count > 1 else ''}"
    return Finding(
        Code.LOOKS_LIKE_SHARES,
        "value",
        f"{shown(indicator)}: {count} in per cent, and none over {range_.value_max:g}; they are read as printed.",
        "If they are shares of one, print them in per cent: 0.5 is half of one per cent.",
    )


def _within(value: float | None, low: float | None, high: float | None) -> bool:
    return value is None or ((low is None or value >= low) and (high is None or value <= high))


def _beyond_finding(rows: "pa.Table", indicator: str, low: float | None, high: float | None) -> Finding:
    import pyarrow.compute as pc

    lines = rows["row"].filter(pc.and_(says(rows["indicator"], indicator), _beyond(rows["value"], low, high)))
    said_low = [f"below {low:g}"] if low is not None else []
    said_high = [f"over {high:g}"] if high is not None else []
    count = f"{len(lines):,} value{'s' if len(lines) > 1 else ''}"
    return Finding(
        Code.OUT_OF_BOUNDS,
        "value",
        f"{shown(indicator)}: {count} {' or '.join([*said_low, *said_high])}{said(lines)}.",
        "Look whether the unit is right.",
    )


def _bounds(indicator: str, unit: str | None) -> tuple[float | None, float | None]:
    known = indicators().get(indicator)
    if known is not None and unit == known.unit:
        return known.low, known.high
    # A share that we do not know may be a change, and fall below nothing.
    return (None, _WHOLE) if unit == _PER_CENT and known is None else (None, None)


def _beyond(values: "pa.ChunkedArray", low: float | None, high: float | None) -> "pa.ChunkedArray":
    import pyarrow.compute as pc

    below = pc.less(values, float("-inf") if low is None else float(low))
    above = pc.greater(values, float("inf") if high is None else float(high))
    return pc.fill_null(pc.or_(below, above), fill_value=False)
