"""Which frameworks there are, and the records of one as they were written down.

Knows where the files lie and their outer shape; checks no record (each framework's own loader does).
"""

from importlib.resources import files
from typing import Any

import yaml

from stocktake.errors import NotFoundError, nearest
from stocktake.frameworks.records import table_rows

_SUFFIX = ".yaml"


def framework_names() -> dict[str, str]:
    """Every framework by name, with what it is about, in the order of the alphabet."""
    found = sorted(each.name for each in files("stocktake.frameworks").joinpath("data").iterdir())
    names = [name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)]
    return {name: str(_load(name).get("about", "")) for name in names}


def framework_records(name: str) -> tuple[str, list[dict[str, Any]]]:
    """What the framework is about, and its records, each with its own or the file's source and confidence.

    Raises:
        NotFoundError: There is no framework of this name.
    """
    names = framework_names()
    if name not in names:
        raise NotFoundError(
            expected="the name of a framework",
            came=f"{name!r} is none",
            choices=nearest(name, list(names)),
            advice="List them: stocktake frameworks",
        )
    content = _load(name)
    rows = table_rows(_text(content["table"])) if "table" in content else content["records"]
    records = [{**content.get("defaults", {}), **record} for record in rows]
    return names[name], [{key: _plain(value) for key, value in record.items()} for record in records]


def _load(name: str) -> dict[str, Any]:
    content = yaml.load(_text(f"{name}{_SUFFIX}"), Loader=yaml.CSafeLoader)
    return content if isinstance(content, dict) else {}


def _text(file: str) -> str:
    return files("stocktake.frameworks").joinpath("data", file).read_text("utf-8")


def _plain(value: Any) -> Any:
    """Dates as ISO text, everything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
