"""Data sets in JSON-stat, version 2 (json-stat.org), as Eurostat and the tables of many statistical offices send them.

Knows the cube of values in the order of its dimensions, whole or with gaps, the marks on single values, the roles of
dimensions (time, geography, what is measured) and the units beside what is measured. A dimension without a role is
known by its id, as in SDMX. ``updated`` is the day of the release. Version 1 and collections of data sets are refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from stocktake.errors import InputError, UnsupportedError
from stocktake.frameworks.sdmx_words import part_of
from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.gathered import column
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import parse_json
from stocktake.statistics.sources.sdmx_message import Message, read_message
from stocktake.statistics.sources.sdmx_structures import Structure

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "json-stat"
_VALUE = "OBS_VALUE"
_FLAG = "OBS_FLAG"
_DATASET = re.compile(r'"class"\s*:\s*"dataset"')
_CUBE = ('"dimension"', '"category"', '"value"')
_ROLES = {"time": "TIME_PERIOD", "geo": "REF_AREA", "metric": "INDICATOR"}
"""The part that a dimension of each role plays, under SDMX's own id."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class _Dimension:
    """A dimension: the id that it is read under, its codes in order, and their names."""

    id: str
    codes: tuple[str, ...]
    names: Mapping[str, str]


class _Cell(NamedTuple):
    """A cell of the cube: its place from 0, the codes of its dimensions, its value and its mark as printed."""

    place: int
    codes: tuple[str, ...]
    value: str
    flag: str


def handles(head: Head) -> bool:
    """Whether the text begins as a data set of JSON-stat, of whatever version."""
    if head.kind != "json":
        return False
    return _DATASET.search(head.text) is not None or all(mark in head.text for mark in _CUBE)


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the cube; a cell without a value and without a mark is none.

    Raises:
        InputError: The cube and its dimensions do not fit each other, or as for ``read_message``.
        UnsupportedError: It is of version 1.
    """
    said = parse_json(file)
    if not isinstance(said, dict) or said.get("class") != "dataset":
        raise _other_version(file.head.name)
    try:
        dimensions = _dimensions(said)
        cells = _cells(said, dimensions)
        columns = _columns(said, dimensions, cells)
        identity = _identity(said)
    except _BROKEN as error:
        raise _broken(file.head.name, error) from error
    message = Message(
        format=NAME,
        structure=identity,
        columns={name: column(words) for name, words in columns.items()},
        lines=_places([cell.place for cell in cells]),
    )
    structure = _structure(identity, dimensions, tuple(columns))
    return read_message(replace(file, structures=(*file.structures, structure)), message, vintage)


def _columns(
    said: Mapping[str, Any], dimensions: Sequence[_Dimension], cells: Sequence[_Cell]
) -> dict[str, list[str]]:
    """The cells as columns, with what the data set says of all of them."""
    columns = {each.id: [cell.codes[place] for cell in cells] for place, each in enumerate(dimensions)}
    columns |= _series(said, columns)
    units, day = _units(said), _ISO_DAY.match(str(said.get("updated") or ""))
    if units:
        columns["UNIT_MEASURE"] = [units.get(code, "") for code in columns["INDICATOR"]]
    if day:
        columns["LAST UPDATE"] = [day[0]] * len(cells)
    return columns | {_VALUE: [cell.value for cell in cells], _FLAG: [cell.flag for cell in cells]}


def _dimensions(said: Mapping[str, Any]) -> tuple[_Dimension, ...]:
    roles = {id_: part for role, part in _ROLES.items() for id_ in (said.get("role") or {}).get(role, ())[:1]}
    return tuple(_dimension(id_, roles, said["dimension"][id_]) for id_ in said["id"])


def _dimension(id_: str, roles: Mapping[str, str], said: Mapping[str, Any]) -> _Dimension:
    category = said["category"]
    names = {code: str(name) for code, name in (category.get("label") or {}).items()}
    index = category.get("index", list(names))
    codes = sorted(index, key=lambda code: int(index[code])) if isinstance(index, Mapping) else index
    # A dimension that SDMX knows by its own id keeps it, whatever its role.
    own = id_ if part_of(id_) is not None else roles.get(id_) or _known(id_, str(said.get("label") or ""))
    return _Dimension(own, tuple(map(str, codes)), names)


def _known(id_: str, label: str) -> str:
    """The id of a dimension; its label where that is one that we know ("Kjonn", "sex")."""
    return label if dimension_of(id_) is None and dimension_of(label) is not None else id_


def _cells(said: Mapping[str, Any], dimensions: Sequence[_Dimension]) -> list[_Cell]:
    """The cells that hold a value or a mark, in the order of the cube."""
    sizes = [int(size) for size in said["size"]]
    if sizes != [len(each.codes) for each in dimensions]:
        raise ValueError("the sizes of the dimensions are not the numbers of their codes")
    values, marks = _by_place(said["value"]), _by_place(said.get("status") or {})
    beyond = max([*values, *marks, -1]) >= prod(sizes)
    if (
        beyond
        or min([*values, *marks, 0]) < 0
        or (isinstance(said["value"], list) and len(said["value"]) != prod(sizes))
    ):
        raise ValueError("there are not as many values as cells")
    return [
        _Cell(place, _codes_at(place, dimensions), values.get(place, ""), marks.get(place, ""))
        for place in sorted({*values, *marks})
    ]


def _codes_at(place: int, dimensions: Sequence[_Dimension]) -> tuple[str, ...]:
    """The codes of a cell: the last dimension changes first (JSON-stat, row-major order)."""
    codes = []
    for dimension in reversed(dimensions):
        place, own = divmod(place, len(dimension.codes))
        codes.append(dimension.codes[own])
    return tuple(reversed(codes))


def _by_place(said: Any) -> dict[int, str]:
    """What stands at each place of the cube, where anything does; one text alone holds for no single cell."""
    pairs = said.items() if isinstance(said, Mapping) else enumerate(said) if isinstance(said, list) else ()
    return {int(place): str(each) for place, each in pairs if each is not None and str(each).strip()}


def _series(said: Mapping[str, Any], columns: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The name of the data set as its series, where no dimension says what is measured."""
    if any(part_of(name) in ("code", "indicator") for name in columns) or not said.get("label"):
        return {}
    return {"INDICATOR": [str(said["label"])] * len(next(iter(columns.values()), []))}


def _units(said: Mapping[str, Any]) -> dict[str, str]:
    """The unit of each thing that is measured, where the dimension of what is measured says them."""
    metric = next(iter((said.get("role") or {}).get("metric", ())), None)
    units = said["dimension"][metric]["category"].get("unit") or {} if metric else {}
    named = {code: str(unit.get("base") or unit.get("label") or "") for code, unit in units.items()}
    return named if any(named.values()) and part_of(metric or "") is None else {}


def _identity(said: Mapping[str, Any]) -> str:
    """The id of the structure, where the publisher says it as Eurostat does; else one that names nobody."""
    extension = said.get("extension") or {}
    named = extension.get("datastructure") or extension
    if not (named.get("agencyId") and named.get("id")):
        return NAME
    return f"{named['agencyId']}:{named['id']}({named.get('version') or '1.0'})"


def _structure(identity: str, dimensions: Sequence[_Dimension], columns: Sequence[str]) -> Structure:
    ids = tuple(each.id for each in dimensions)
    added = tuple(name for name in columns if name not in (*ids, _VALUE))
    return Structure(
        id=identity,
        dimensions=ids,
        time=next((id_ for id_ in ids if part_of(id_) == "period"), ""),
        measures=(_VALUE,),
        attributes=added,
        names={each.id: each.names for each in dimensions if each.names},
    )


def _places(numbers: Sequence[int]) -> "pa.ChunkedArray":
    """The place of each cell in the cube, from 1; int32."""
    import pyarrow as pa

    return pa.chunked_array([pa.array([number + 1 for number in numbers], pa.int32())])


def _other_version(name: str) -> UnsupportedError:
    return UnsupportedError(
        expected="a data set of JSON-stat, version 2",
        came="it is of version 1, or a bundle of data sets",
        where=name,
        advice="Ask the service for json-stat2, or for CSV.",
    )


def _broken(name: str, error: Exception) -> InputError:
    return InputError(
        expected="a whole data set of JSON-stat",
        came=f"its values and its dimensions do not fit each other ({type(error).__name__}: {error})",
        where=name,
        advice="Ask the service again.",
    )
