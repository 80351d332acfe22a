"""JSON of many records with one record on a line: quick to write, small, and what changed shows line by line.

Knows only how the lines are broken; what is written is the same data as with any other breaks.
"""

import json
from collections.abc import Mapping
from typing import Any


def dump_lines(data: Mapping[str, Any]) -> str:
    """The JSON text of an object: each of its keys on a line of its own, and each member of a list below one.

    Args:
        data: Of JSON's own types; keys in the order in which they are to stand.
    """
    keys = (f"{_plain(key)}: {_listed(value)}" for key, value in data.items())
    return "{\n" + ",\n".join(keys) + "\n}\n"


def _listed(value: Any) -> str:
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "[\n" + ",\n".join(map(_plain, value)) + "\n]"
    return _plain(value)


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
