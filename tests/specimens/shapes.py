"""What is wrong with data by the schema of their shape."""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from stocktake.publish.opendata.schemas import schema_names, schema_of


@cache
def validators() -> dict[str, Draft202012Validator]:
    schemas = {name: schema_of(name) for name in schema_names()}
    registry = Registry().with_resources((each["$id"], Resource.from_contents(each)) for each in schemas.values())
    return {
        name: Draft202012Validator(each, registry=registry, format_checker=FormatChecker())
        for name, each in schemas.items()
    }


def faults(data: Any) -> list[str]:
    name = data["schema"].split("/")[1]
    return [f"{each.json_path}: {each.message}" for each in validators()[name].iter_errors(data)]
