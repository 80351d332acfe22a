"""The schemas of our shapes: JSON Schema, draft 2020-12, strict about keys and types.

Knows where they lie: most in ``publish/schemas``; that of a document with the reader that checks it. Each has the name
of its shape as ``$id``: ``urn:stocktake:review:1``. They refer to one another by it.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from stocktake.documents.formats.schema import load_schema

_END = ".schema.json"
_ELSEWHERE = ("document",)


@cache
def schema_names() -> tuple[str, ...]:
    """The names of all schemas, in the order of the alphabet."""
    folder = files("stocktake.publish").joinpath("schemas")
    own = (each.name.removesuffix(_END) for each in folder.iterdir() if each.name.endswith(_END))
    return tuple(sorted((*own, *_ELSEWHERE)))


def schema_of(name: str) -> Mapping[str, Any]:
    """The schema with this name."""
    if name in _ELSEWHERE:
        return load_schema(name)
    path = files("stocktake.publish").joinpath("schemas", f"{name}{_END}")
    schema: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    return schema
