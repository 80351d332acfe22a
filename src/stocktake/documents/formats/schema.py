"""Faults of a JSON value against a JSON Schema that ships with the program.

Knows the words of JSON Schema (draft 2020-12) that our schemas use: ``type``, ``const``, ``enum``, ``required``,
``properties``, ``additionalProperties: false``, ``items``, ``minItems``, ``maxItems``, ``minimum``,
``format: date`` and ``$ref`` to ``$defs``. Does not know the rest, and does not know any schema in particular.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

Schema = Mapping[str, Any]

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "null": (type(None),),
}
_NAMES = {dict: "an object", list: "a list", str: "text", int: "a whole number", bool: "true or false"}
_ASKED = {"object": "an object", "array": "a list", "string": "text", "integer": "a whole number", "null": "null"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def load_schema(name: str) -> Schema:
    """The schema ``schemas/<name>.schema.json``."""
    path = files("stocktake.documents.formats").joinpath("schemas", f"{name}.schema.json")
    schema: Schema = json.loads(path.read_text("utf-8"))
    return schema


def schema_faults(value: Any, schema: Schema) -> list[str]:
    """Every fault of ``value``, each with its JSON path, in the order of the value; none where it is valid."""
    return list(_faults(value, schema, "$", schema))


def _faults(value: Any, schema: Schema, path: str, root: Schema) -> Iterator[str]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if not _is_of(value, schema):
        yield f"{path} is {_called(value)}, not {_asked(schema)}"
        return
    for word, rule in _RULES.items():
        if word in schema:
            yield from rule(value, schema, path, root)


def _is_of(value: Any, schema: Schema) -> bool:
    if "type" not in schema:
        return True
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return any(type(value) in _TYPES[each] for each in types)


def _asked(schema: Schema) -> str:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(_ASKED[each] for each in types)


def _called(value: Any) -> str:
    return "null" if value is None else _NAMES.get(type(value), f"a {type(value).__name__}")


def _required(value: Any, schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{path} has no {name!r}" for name in schema["required"] if name not in value)


def _properties(value: Any, schema: Schema, path: str, root: Schema) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    for name, each in value.items():
        if name in schema["properties"]:
            yield from _faults(each, schema["properties"][name], f"{path}.{name}", root)
        elif schema.get("additionalProperties") is False:
            yield f"{path} has an unknown field {name!r}"


def _items(value: Any, schema: Schema, path: str, root: Schema) -> Iterator[str]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _faults(each, schema["items"], f"{path}[{index}]", root)


def _enum(value: Any, schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if value not in schema["enum"]:
        yield f"{path} is {value!r}, not one of {', '.join(schema['enum'])}"


def _const(value: Any, schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if value != schema["const"]:
        yield f"{path} is {value!r}, not {schema['const']!r}"


def _length(value: Any, schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if isinstance(value, list) and not schema["minItems"] <= len(value) <= schema["maxItems"]:
        yield f"{path} has {len(value)} members, not {schema['minItems']}"


def _minimum(value: Any, schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if isinstance(value, int) and value < schema["minimum"]:
        yield f"{path} is {value}, less than {schema['minimum']}"


def _format(value: Any, _schema: Schema, path: str, _root: Schema) -> Iterator[str]:
    if isinstance(value, str) and not _is_date(value):
        yield f"{path} is {value!r}, not a date like 2025-12-15"


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_RULES: dict[str, Callable[[Any, Schema, str, Schema], Iterator[str]]] = {
    "const": _const,
    "enum": _enum,
    "required": _required,
    "properties": _properties,
    "minItems": _length,
    "items": _items,
    "minimum": _minimum,
    "format": _format,
}
