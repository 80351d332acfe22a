"""Tables of ILOSTAT, the database of the International Labour Organization, as its bulk download gives them.

Knows the columns in codes ("ref_area", "sex", "classif1") and those in words ("ref_area.label"), and that a code
repeats the name of its dimension and of its list ("SEX_F", "AGE_YTHADULT_YGE15"). Two surveys may stand side by side
for one area and year: where they do, the source is a dimension. Notes are not read. The file prints no day of release.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from stocktake.statistics.model import TOTAL, Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import all_differ, each, is_empty, words_in
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "ilostat"
_LABEL = ".label"
_KEYS = ("ref_area", "indicator", "time", "obs_value", "obs_status", "sex")
_CLASSES = ("classif1", "classif2")
_NOTES = ("source", "note_classif", "note_indicator", "note_source")
_FORM = re.compile(
    r"(?P<kind>[A-Z]+)(?:_[A-Z0-9]+)?_(?P<code>[^_]+)|(?P<words>[^:(]+?)(?: \([^)]*\))?: (?P<said>.+)"
)
"""A class in codes (dimension, list, code) or in words ("Age (Youth, adults): 15-24")."""
_OWN = {"GEO": "location", "Area type": "location", "AGE": "age", "Age": "age"}
_WHOLE = ("TOTAL", "Total", "NAT", "National")
_AT_LEAST = re.compile(r"YGE(\d+)")


def handles(head: Head) -> bool:
    """Whether the header is that of ILOSTAT, in codes or in words."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    columns = {
        name: column
        for name in (*_KEYS, *_CLASSES, *_NOTES)
        if (column := rows.find(name, f"{name}{_LABEL}")) is not None
    }
    dimensions = _dimensions(columns)
    in_codes = rows.find("ref_area") is not None
    gathered = Gathered(
        origin=Origin(NAME, "ILO", "ILOSTAT", scheme="any" if in_codes else "name", prefix="ILO"),
        lines=rows.lines,
        code=columns["indicator"],
        name=rows.find(f"indicator{_LABEL}"),
        area=columns["ref_area"],
        area_name=rows.find(f"ref_area{_LABEL}"),
        period=columns["time"],
        value=columns["obs_value"],
        status=columns.get("obs_status"),
        dimensions=dimensions,
        findings=ignored_columns(rows, [*_read(dimensions), *rows.empty()]),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    words = [(f"ref_area{part}", f"indicator{part}", "time", "obs_value") for part in ("", _LABEL)]
    return head.header_among(*words)


def _dimensions(columns: Mapping[str, "pa.ChunkedArray"]) -> dict[str, "pa.ChunkedArray"]:
    """The dimensions under their own names, and the source where observations differ in nothing else."""
    found = {name: columns[name] for name in ("sex", *_CLASSES) if name in columns and not is_empty(columns[name])}
    made = {_name(name, column): each(column, _code) for name, column in found.items()}
    keys = [columns[name] for name in ("indicator", "ref_area", "time")]
    if "source" in columns and not all_differ([*keys, *made.values()]):
        made["source"] = columns["source"]
    return made


def _name(name: str, column: "pa.ChunkedArray") -> str:
    """The dimension that all classes of the column are of; the column's own name where they are of several."""
    matches = [_FORM.fullmatch(word) for word in words_in(column).to_pylist() if word]
    kinds = {match["kind"] or match["words"] for match in matches if match}
    kind = kinds.pop() if len(kinds) == 1 and all(matches) and name in _CLASSES else name
    return _OWN.get(kind, kind)


def _code(word: str) -> str:
    match = _FORM.fullmatch(word)
    code = (match["code"] or match["said"]) if match else word
    return TOTAL if code in _WHOLE else _AT_LEAST.sub(r"Y_GE\1", code)


def _read(dimensions: Mapping[str, "pa.ChunkedArray"]) -> list[str]:
    names = [*_KEYS, *_CLASSES, *(("source",) if "source" in dimensions else ())]
    return [*names, *(f"{name}{_LABEL}" for name in names)]
