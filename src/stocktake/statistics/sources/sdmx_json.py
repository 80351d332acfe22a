"""SDMX-JSON data messages, 1.0 and 2.0 (SDMX-JSON field guides), and the draft before them that the OECD still sends.

Knows that a message names dimensions and attributes with the codes that occur, and that observations refer to these by
their places; that attributes stand on the data set, on a part of the key, on the series or on the observation; and that
what a message says of its own structure does in place of a structure file. Holds the message whole: it is an answer
to a query, not a release. ``prepared`` is no vintage.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.gathered import column, places
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.json_text import parse_json
from stocktake.statistics.sources.sdmx_message import Message, read_message
from stocktake.statistics.sources.sdmx_structures import Structure, id_in

NAME = "sdmx-json"
_SCHEMA = "sdmx-json-data-schema"
# Either may stand first, and be longer than the beginning of a file that we look at.
_DATA = re.compile(r'"dataSets"\s*:\s*\[.*"(series|observations)"\s*:\s*\{', re.DOTALL)
_SHAPE = re.compile(
    r'"structures?"\s*:\s*[{\[].*"dimensions"\s*:\s*\{.*"(series|observation)"\s*:\s*\[', re.DOTALL
)
_DELETES = "delete"
_VALUE = "OBS_VALUE"
_LEVELS = ("dataSet", "series", "observation")
_TIMES = ("TIME_PERIOD", "TIME")
_BROKEN = (AttributeError, LookupError, StopIteration, TypeError, ValueError)

Values = Mapping[str, str]
"""What is said of an observation: text by the id of its component."""


@dataclass(frozen=True, slots=True)
class _Component:
    """A dimension or attribute of the message: its id, and the codes that occur with their names, in order."""

    id: str
    codes: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def at(self, place: Any) -> str:
        """The code at a place among those that occur; where none are listed, what stands there is the value itself."""
        if place is None or not self.codes:
            return _text(place)
        if not str(place).isdigit():
            raise LookupError(self.id, place)
        return self.codes[int(place)]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a message says of its structure: dimensions and attributes by the level that they stand on."""

    id: str
    dimensions: Mapping[str, tuple[_Component, ...]]
    attributes: Mapping[str, tuple[_Component, ...]]
    groups: tuple[_Component, ...]
    measures: int

    def structure(self) -> Structure:
        """The same as a structure definition."""
        dimensions = [each for level in _LEVELS for each in self.dimensions[level]]
        attributes = [*(each for level in _LEVELS for each in self.attributes[level]), *self.groups]
        return Structure(
            id=self.id,
            dimensions=tuple(each.id for each in dimensions),
            time=next((each.id for each in dimensions if each.id in _TIMES), ""),
            measures=(_VALUE,),
            attributes=tuple(dict.fromkeys(each.id for each in attributes)),
            names={each.id: each.names for each in (*attributes, *dimensions) if each.names},
        )


def handles(head: Head) -> bool:
    """Whether the text begins as a data message: by its schema, its data sets or its dimensions."""
    if head.kind != "json" or "sdmx-json-structure-schema" in head.text:
        return False
    return _SCHEMA in head.text or any(form.search(head.text) for form in (_DATA, _SHAPE))


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the message.

    Raises:
        InputError: Observations refer to codes that are not there, or as for ``read_message``.
        UnsupportedError: The message deletes, has several structures, several measures, or no observations.
    """
    answer = parse_json(file)
    name = file.head.name
    try:
        body = answer.get("data") or answer
        shape = _shape(_one_structure(body, name))
        rows = [row for data in body["dataSets"] for row in _rows(data, shape, name)]
    except _BROKEN as error:
        raise _broken(name, error) from error
    if not rows:
        raise _empty(name)
    components = dict.fromkeys(component for row in rows for component in row)
    message = Message(
        format=NAME,
        structure=shape.id,
        columns={each: column([row.get(each, "") for row in rows]) for each in components},
        lines=places(len(rows)),
    )
    return read_message(replace(file, structures=(*file.structures, shape.structure())), message, vintage)


def _one_structure(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = body.get("structures") or [body["structure"]]
    used = sorted({str(data.get("structure") or "0") for data in body["dataSets"]})
    if len(used) > 1:
        raise UnsupportedError(
            expected="data of one structure",
            came=f"there are {len(used)}",
            where=name,
            advice="Ask the service for one flow of data at a time.",
        )
    made: Mapping[str, Any] = found[int(used[0])] if used else found[0]
    return made


def _shape(said: Mapping[str, Any]) -> _Shape:
    attributes = said.get("attributes") or {}
    return _Shape(
        id=_identity(said),
        dimensions={level: _components(_at(said["dimensions"], level)) for level in _LEVELS},
        attributes={level: _components(_at(attributes, level)) for level in _LEVELS},
        groups=_components(attributes.get("dimensionGroup") or ()),
        measures=len((said.get("measures") or {}).get("observation") or (None,)),
    )


def _identity(said: Mapping[str, Any]) -> str:
    """The id of the flow of data, else of the structure, that a link names."""
    links = {link.get("rel", ""): id_in(link.get("urn") or "") for link in said.get("links") or ()}
    return next((links[rel] for rel in ("dataflow", "datastructure", "dataStructure") if links.get(rel)), NAME)


def _at(levels: Mapping[str, Any], level: str) -> Sequence[Any]:
    """What stands on a level; the draft spells the first one in small letters."""
    return levels.get(level) or levels.get(level.lower()) or ()


def _components(listed: Iterable[Mapping[str, Any]]) -> tuple[_Component, ...]:
    return tuple(_component(each) for each in listed)


def _component(said: Mapping[str, Any]) -> _Component:
    values = [each or {} for each in said.get("values") or ()]
    codes = tuple(_text(each.get("id", each.get("value", each.get("name", "")))) for each in values)
    names = {
        code: _text(each["name"])
        for code, each in zip(codes, values, strict=True)
        if "id" in each and each.get("name")
    }
    return _Component(str(said["id"]), codes, names)


def _text(value: Any) -> str:
    """A text, the first of a text in several languages, or several values in one cell."""
    if isinstance(value, Mapping):
        return _text(next(iter(value.values()), ""))
    if isinstance(value, list):
        return ";".join(map(_text, value))
    return "" if value is None else str(value).strip()


def _rows(data: Mapping[str, Any], shape: _Shape, name: str) -> list[dict[str, str]]:
    """The observations of one data set."""
    if str(data.get("action", "")).casefold() == _DELETES:
        raise _unreadable("the message asks that observations be deleted", name)
    if shape.measures > 1:
        raise _unreadable("each observation has several measures", name)
    whole = {each.id: each.at("0") for each in shape.dimensions["dataSet"]}
    # The draft states the one value of each attribute of the data set, and does not refer to it.
    own = data.get("attributes") or ["0"] * len(shape.attributes["dataSet"])
    whole |= _attributes(shape.attributes["dataSet"], own)
    groups = _groups(data, shape)
    series = data["series"] if "series" in data else {"": {"observations": data["observations"]}}
    made = []
    for series_key, each in series.items():
        context = whole | _key(shape.dimensions["series"], series_key)
        context |= _attributes(shape.attributes["series"], each.get("attributes") or ())
        for key, cells in (each.get("observations") or {}).items():
            found = context | _key(shape.dimensions["observation"], key)
            found |= {_VALUE: _text(cells[0] if cells else None)}
            found |= _attributes(shape.attributes["observation"], cells[1:])
            made.append({**_of_groups(groups, found), **found})
    return made


def _key(dimensions: Sequence[_Component], printed: str) -> dict[str, str]:
    parts = printed.split(":") if printed else []
    return {each.id: each.at(place) for each, place in zip(dimensions, parts, strict=True)}


def _attributes(components: Sequence[_Component], listed: Sequence[Any]) -> dict[str, str]:
    """The values of attributes; behind them in the list may stand the places of annotations."""
    found = {each.id: each.at(place) for each, place in zip(components, listed, strict=False)}
    return {name: value for name, value in found.items() if value}


def _groups(data: Mapping[str, Any], shape: _Shape) -> list[tuple[Values, Values]]:
    """What holds for parts of the key: the values of these dimensions, and what is said of them."""
    order = [*shape.dimensions["series"], *shape.dimensions["observation"]]
    whole = [*shape.dimensions["dataSet"], *order]
    made: list[tuple[Values, Values]] = []
    for key, listed in (data.get("dimensionGroupAttributes") or {}).items():
        parts = key.split(":")
        dimensions = next(each for each in (order, whole) if len(each) == len(parts))
        wanted = {each.id: each.at(place) for each, place in zip(dimensions, parts, strict=True) if place}
        made.append((wanted, _attributes(shape.groups, listed)))
    return made


def _of_groups(groups: Sequence[tuple[Values, Values]], row: Values) -> dict[str, str]:
    made: dict[str, str] = {}
    for wanted, said in groups:
        if all(row.get(component) == code for component, code in wanted.items()):
            made |= said
    return made


def _broken(name: str, error: Exception) -> InputError:
    return InputError(
        expected="a whole data message in SDMX-JSON",
        came=f"its observations and its structure do not fit each other ({type(error).__name__}: {error})",
        where=name,
        advice="Ask the service again, or for SDMX-CSV.",
    )


def _empty(name: str) -> UnsupportedError:
    return UnsupportedError(
        expected="observations",
        came="the message holds none",
        where=name,
        advice="Ask the service for data of an area and a period that it has, with its observations (detail=full).",
    )


def _unreadable(came: str, name: str) -> UnsupportedError:
    return UnsupportedError(
        expected="one value on each observation",
        came=came,
        where=name,
        advice="Ask the service for SDMX-CSV of one measure, as the data now stand.",
    )
