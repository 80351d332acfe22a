"""What stands in a cell: lists, spans and days as texts. Computes nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from stocktake.publish.opendata.model import SEPARATOR
from stocktake.values.span import Span


def joined(values: Iterable[Any]) -> str | None:
    """The values with "; " between; None where there are none."""
    return SEPARATOR.join(map(str, values)) or None


def spans_text(spans: Iterable[Span]) -> str | None:
    """The spans as ``10-25 40-52``: first character and the one after the last, counted from 0; None without one."""
    return " ".join(f"{start}-{end}" for start, end in spans) or None


def day(value: date | None) -> str | None:
    """The day as ISO 8601 writes it; None where there is none."""
    return value.isoformat() if value else None
