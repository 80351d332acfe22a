"""Loading reference records: YAML in ``frameworks/data/``, every record checked, faults named by file and line.

A file is ``{about, defaults: {source, confidence, ...}, records: [...]}``. A record becomes one instance of a
frozen data class; its fields must be those of the class and of their types (an unquoted ``on`` is a Boolean in
YAML), and ``source`` and ``confidence`` must be there, its own or the file's. Knows no framework in particular.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from stocktake.errors import InternalError

Confidence = Literal["seed", "published", "memory", "unsure"]
CONFIDENCES = ("seed", "published", "memory", "unsure")


R = TypeVar("R")


@cache
def load_records(name: str, record: type[R]) -> tuple[R, ...]:
    """The records of ``data/<name>.yaml`` as instances of ``record``, in the order of the file.

    Raises:
        InternalError: The file is damaged, or a record lacks a field, has an unknown one, or has no source or
            confidence; all faults are listed, each with its line.
    """
    file = f"{name}.yaml"
    return parse_records(files("stocktake.frameworks").joinpath("data", file).read_text("utf-8"), file, record)


def parse_records(text: str, file: str, record: type[R]) -> tuple[R, ...]:
    """The records of one YAML text; see ``load_records``."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    top = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    if not isinstance(top.get("records"), yaml.SequenceNode):
        raise _broken(file, ["line 1: there is no list `records`"])
    constructor = yaml.CSafeLoader("")
    defaults = constructor.construct_document(top["defaults"]) if "defaults" in top else {}
    loaded: list[R] = []
    faults: list[str] = []
    for node in top["records"].value:
        values = {**defaults, **_plain(constructor, node)}
        wrong = _faults(values, record)
        line = node.start_mark.line + 1
        faults += [f"line {line}: {fault}" for fault in wrong]
        if not wrong:
            loaded.append(record(**{key: _frozen(value) for key, value in values.items()}))
    if faults:
        raise _broken(file, faults)
    return tuple(loaded)


def _plain(constructor: Any, node: yaml.Node) -> dict[str, Any]:
    value = constructor.construct_document(node)
    return value if isinstance(value, dict) else {"(not a mapping)": value}


def _faults(values: Mapping[str, Any], record: type[Any]) -> list[str]:
    known = {each.name: each for each in fields(record)}
    needed = {name for name, each in known.items() if each.default is MISSING and each.default_factory is MISSING}
    faults = [f"unknown field {name!r}" for name in values if name not in known]
    faults += [f"no {name!r}" for name in sorted(needed | {"source", "confidence"}) if not values.get(name)]
    if values.get("confidence") not in (None, *CONFIDENCES):
        faults.append(f"confidence is {values['confidence']!r}, not one of {', '.join(CONFIDENCES)}")
    hints = {name: hint for name, hint in get_type_hints(record).items() if name != "confidence"}
    mistyped = [name for name, value in values.items() if name in hints and not _fits(value, hints[name])]
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
