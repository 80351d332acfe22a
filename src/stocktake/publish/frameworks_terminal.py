"""Reference knowledge in the terminal: the list of frameworks, or the records of one. Computes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group
from rich.text import Text as Words

from stocktake.publish.terminal import facts, indented, pages


def render_names(frameworks: Mapping[str, str]) -> Group:
    """The page of all frameworks: what each is called and what it is about."""
    return pages(Words("Frameworks", style="bold"), indented(facts(list(frameworks.items()))))


def render_framework(name: str, about: str, records: Sequence[Mapping[str, Any]]) -> Group:
    """The page of one framework, record by record."""
    return pages(
        Words(f"{name}: {about}", style="bold"),
        *(indented(Words(_record(record))) for record in records),
    )


def _record(record: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {_value(value)}" for key, value in record.items())


def _value(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)
