"""Services of texts and statistics on the internet: where each is and how it is asked.

Knows addresses, paths and where the pages of an answer say how many there are (``data/services.yaml``). Asks nobody.
"""

import re
from dataclasses import dataclass
from typing import Literal

from stocktake.frameworks.indicators import Publisher, Series, series_of
from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class Service:
    """A service.

    Attributes:
        name: Ours.
        kind: What it gives: the text of a symbol, or the observations of a series.
        address: Its base.
        path: What goes behind the base, with names in braces.
        source: Where the record comes from.
        confidence: How sure it is.
        publisher: Whose series it gives; None for texts.
        codes: A pattern of the publisher's codes; empty for texts.
        size: How many observations are asked for at a time; 0 for texts.
        rows: Where the observations stand in an answer; so ``page``, ``pages`` and ``total``. Empty for texts.
    """

    name: str
    kind: Literal["document", "series"]
    address: str
    path: str
    source: str
    confidence: Confidence
    publisher: Publisher | None = None
    codes: str = ""
    size: int = 0
    rows: str = ""
    page: str = ""
    pages: str = ""
    total: str = ""


def services() -> tuple[Service, ...]:
    """Every service, in the order in which they are asked."""
    return load_records("services", Service)


def document_services() -> tuple[Service, ...]:
    """The services of texts, in the order in which they are asked."""
    return tuple(each for each in services() if each.kind == "document")


def service_of(code: str) -> Service | None:
    """The service with a series of this code, by its publisher, else by the look of the code; None where none."""
    known = series_of(code)
    offered = [each for each in services() if each.kind == "series"]
    named = next((each for each in offered if known and each.publisher == known.publisher), None)
    return named or next((each for each in offered if re.fullmatch(each.codes, code)), None)


def series_for(indicator: str) -> tuple[str, ...]:
    """The codes under which services have series of this indicator, in the order of the services."""
    recorded = load_records("series", Series)
    publishers = [each.publisher for each in services() if each.kind == "series"]
    return tuple(
        each.code
        for name in publishers
        for each in recorded
        if (each.publisher, each.indicator) == (name, indicator)
    )
