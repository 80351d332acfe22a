"""What makes a contribution fit to be recorded: its own cells, and what it says of records that are there.

Knows the rules of contributions; those that hold for every record are in ``record_checking.py``.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from stocktake.register.checking import LONGEST_NAME
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import Contribution
from stocktake.register.contribution_fields import (
    LONGEST_TEXT,
    parse_answers,
    parse_codes,
    parse_document,
    parse_entity_type,
    parse_evidence,
    parse_link,
    parse_reach,
    parse_when,
    parse_where,
    words,
)
from stocktake.register.record_checking import Fault, Rules, Stamp, two_way_faults
from stocktake.values.partial_date import PartialDate

_PARSE: Mapping[str, Callable[[str], Any]] = {
    "who": partial(words, what="a name", longest=LONGEST_NAME),
    "entity_type": parse_entity_type,
    "title": partial(words, what="a title"),
    "description": partial(words, what="a description", longest=LONGEST_TEXT),
    "where": parse_where,
    "from": parse_when,
    "to": parse_when,
    "link": parse_link,
    "answers": parse_answers,
    "action_lines": partial(parse_codes, "WSIS"),
    "sdgs": partial(parse_codes, "SDG"),
    "gdc": partial(parse_codes, "GDC"),
    "reach": parse_reach,
    "reach_unit": partial(words, what="a unit", longest=LONGEST_NAME),
    "evidence": parse_evidence,
    "document": parse_document,
}


def _row_faults(filled: Mapping[str, str], parts: Mapping[str, Any], stamp: Stamp) -> Iterator[Fault]:
    """What is wrong between the cells of a row; ``parts`` are those that could be read."""
    start, end = parts.get("start"), parts.get("end")
    if start and end and PartialDate(end).latest < PartialDate(start).earliest:
        yield Fault("to", f"{end} is before {start}")
    if start and stamp.latest and PartialDate(start).earliest > stamp.latest.date():
        yield Fault("from", f"{start} is still to come; only what was begun is reported")
    if ("reach" in filled) != ("reach_unit" in filled):
        absent = "reach" if "reach_unit" in filled else "reach_unit"
        yield Fault(absent, "number and unit go together")
    yield from two_way_faults("reach", filled)
    if parts.get("evidence") in {"document", "indicator"} and "document" not in filled:
        yield Fault("document", f"evidence of the kind {parts['evidence']} names one")


RULES = Rules(
    CONTRIBUTIONS,
    Contribution,
    _PARSE,
    _row_faults,
    # So that the same row taken in twice has the same id; the number itself means nothing.
    UUID("6b1d4a3e-6f0f-5d0a-9d7e-2f3c1a5b7e90"),
)
