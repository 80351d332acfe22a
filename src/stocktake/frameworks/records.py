"""Loading reference records: files in ``frameworks/data/``, every record checked, faults named by file and line.

A file is ``{about, defaults: {source, confidence, ...}, records: [...]}``. A record becomes one instance of a
frozen data class; its fields must be those of the class and of their types (an unquoted ``on`` is a Boolean in
YAML), and ``source`` and ``confidence`` must be there, its own or the file's. A long table of short facts may lie in
a CSV file instead: then the YAML file names it (``table: areas.csv``) in place of ``records``, and each row is one
record, its empty cells left out. Knows no framework in particular.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from stocktake.errors import InternalError

Confidence = Literal["seed", "published", "memory", "unsure"]
CONFIDENCES = ("seed", "published", "memory", "unsure")
# What a cell of text is turned into, by the type its field declares; the first that does holds.
_MADE: tuple[tuple[type, Callable[[str], Any]], ...] = ((date, date.fromisoformat), (int, int), (float, float))


R = TypeVar("R")


@cache
def load_records(name: str, record: type[R]) -> tuple[R, ...]:
    """The records of ``data/<name>.yaml`` as instances of ``record``, in the order of the file.

    Raises:
        InternalError: The file is damaged, or a record lacks a field, has an unknown one, or has no source or
            confidence; all faults are listed, each with its line.
    """
    file = f"{name}.yaml"
    return parse_records(_text(file), file, record)


@cache
def load_table(name: str, record: type[R]) -> tuple[R, ...]:
    """The rows of the CSV file that ``data/<name>.yaml`` names, as instances of ``record``, in the order of the file.

    Raises:
        InternalError: As for ``load_records``; the line is that of the CSV file.
    """
    file = f"{name}.yaml"
    heading = yaml.load(_text(file), Loader=yaml.CSafeLoader)
    if not isinstance(heading, dict) or not isinstance(heading.get("table"), str):
        raise _broken(file, ["line 1: there is no `table`"])
    return parse_table(_text(heading["table"]), heading["table"], heading.get("defaults", {}), record)


def parse_table(text: str, file: str, defaults: Mapping[str, Any], record: type[R]) -> tuple[R, ...]:
    """The rows of one CSV text as instances of ``record``; see ``load_table``.

    A cell becomes what its field declares: text, a number, a date, or several texts parted by ``|``. An empty cell
    is an absent field; a row with more or fewer cells than the heading is a fault.
    """
    rows = csv.DictReader(text.splitlines(), restkey="(more cells than columns)", restval="(no cell)")
    hints = get_type_hints(record)
    numbered = ((rows.line_num, {**defaults, **_cells(row, hints)}) for row in rows)
    return _collected(numbered, file, record)


def table_rows(text: str) -> list[dict[str, str]]:
    """The rows of one CSV text as they stand, without their empty cells."""
    return [{key: value for key, value in row.items() if value} for row in csv.DictReader(text.splitlines())]


def parse_records(text: str, file: str, record: type[R]) -> tuple[R, ...]:
    """The records of one YAML text; see ``load_records``."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    top = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    if not isinstance(top.get("records"), yaml.SequenceNode):
        raise _broken(file, ["line 1: there is no list `records`"])
    constructor = yaml.CSafeLoader("")
    defaults = constructor.construct_document(top["defaults"]) if "defaults" in top else {}
    nodes = top["records"].value
    numbered = ((node.start_mark.line + 1, {**defaults, **_plain(constructor, node)}) for node in nodes)
    return _collected(numbered, file, record)


def _text(file: str) -> str:
    return files("stocktake.frameworks").joinpath("data", file).read_text("utf-8")


def _collected(numbered: Iterable[tuple[int, dict[str, Any]]], file: str, record: type[R]) -> tuple[R, ...]:
    loaded: list[R] = []
    faults: list[str] = []
    shape = _shape(record)
    for line, values in numbered:
        wrong = _faults(values, shape)
        faults += [f"line {line}: {fault}" for fault in wrong]
        if not wrong:
            loaded.append(record(**{key: _frozen(value) for key, value in values.items()}))
    if faults:
        raise _broken(file, faults)
    return tuple(loaded)


def _cells(row: Mapping[str, str], hints: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _cell(text, hints.get(name, str)) for name, text in row.items() if text}


def _cell(text: str, hint: Any) -> Any:
    """The cell as its field declares it; as text where it cannot be that, so that the check names it."""
    kinds = (hint, *get_args(hint))
    if any(get_origin(kind) is tuple for kind in kinds):
        return text.split("|")
    for kind, make in _MADE:
        if kind in kinds:
            with suppress(ValueError):
                return make(text)
    return text


def _plain(constructor: Any, node: yaml.Node) -> dict[str, Any]:
    value = constructor.construct_document(node)
    return value if isinstance(value, dict) else {"(not a mapping)": value}


class _Shape(NamedTuple):
    """What a record must look like: the fields that it must have, and the type of each but its confidence."""

    needed: tuple[str, ...]
    hints: Mapping[str, Any]


def _shape(record: type[Any]) -> _Shape:
    known = fields(record)
    needed = {each.name for each in known if each.default is MISSING and each.default_factory is MISSING}
    hints = get_type_hints(record)
    return _Shape(
        tuple(sorted(needed | {"source", "confidence"})), {each.name: hints[each.name] for each in known}
    )


def _faults(values: Mapping[str, Any], shape: _Shape) -> list[str]:
    needed, hints = shape
    faults = [f"unknown field {name!r}" for name in values if name not in hints]
    faults += [f"no {name!r}" for name in needed if not values.get(name)]
    if values.get("confidence") not in (None, *CONFIDENCES):
        faults.append(f"confidence is {values['confidence']!r}, not one of {', '.join(CONFIDENCES)}")
    typed = hints.keys() - {"confidence"}
    mistyped = [name for name, value in values.items() if name in typed and not _fits(value, hints[name])]
    return faults + [f"{name!r} is {values[name]!r}, which is of the wrong type" for name in mistyped]


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value read from YAML is of the type a field declares; a list stands for a tuple."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in inner)
    if origin is Literal:
        return value in inner
    if origin is tuple:
        if not isinstance(value, list):
            return False
        kinds = inner[:1] * len(value) if inner[-1:] == (...,) else inner
        return len(value) == len(kinds) and all(map(_fits, value, kinds))
    return isinstance(value, hint) and (hint is bool or not isinstance(value, bool))


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value


def _broken(file: str, faults: list[str]) -> InternalError:
    return InternalError(
        expected=f"complete records in frameworks/data/{file}",
        came="; ".join(faults),
        advice="Mend the file and run the tests of frameworks.",
    )
