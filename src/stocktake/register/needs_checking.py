"""What makes a need, an offer or a mismatch fit to be recorded: by what rules the rows of a form become records.

Knows the rules of the three; those that hold for every record are in ``record_checking.py``.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.contribution_fields import LONGEST_TEXT, parse_codes, parse_link, parse_when, words
from stocktake.register.mismatch import MISMATCHES, Mismatch
from stocktake.register.need import NEEDS, Need
from stocktake.register.needs_fields import (
    parse_amount,
    parse_area,
    parse_currency,
    parse_eligible,
    parse_kind,
    parse_policy_area,
    parse_policy_areas,
    parse_status,
)
from stocktake.register.offer import OFFERS, Offer
from stocktake.register.record_checking import Fault, Rules, Stamp, parse_id, two_way_faults
from stocktake.values.partial_date import PartialDate


def _need_faults(filled: Mapping[str, str], parts: Mapping[str, Any], stamp: Stamp) -> Iterator[Fault]:
    yield from _amount_faults("cost", filled)
    assessed = parts.get("assessed")
    if assessed and stamp.latest and PartialDate(assessed).earliest > stamp.latest.date():
        yield Fault("assessed", f"{assessed} is still to come")


def _offer_faults(filled: Mapping[str, str], parts: Mapping[str, Any], _stamp: Stamp) -> Iterator[Fault]:
    yield from _amount_faults("amount", filled)
    start, end = parts.get("start"), parts.get("end")
    if start and end and PartialDate(end).latest < PartialDate(start).earliest:
        yield Fault("until", f"{end} is before {start}")


def _amount_faults(column: str, filled: Mapping[str, str]) -> Iterator[Fault]:
    if (column in filled) != ("currency" in filled):
        yield Fault(column if "currency" in filled else "currency", f"{column} and currency go together")
    yield from two_way_faults(column, filled)


def _no_faults(_filled: Mapping[str, str], _parts: Mapping[str, Any], _stamp: Stamp) -> Iterator[Fault]:
    yield from ()


# So that the same row taken in twice has the same id; the numbers themselves mean nothing.
NEED_RULES = Rules(
    NEEDS,
    Need,
    {
        "area": parse_area,
        "policy_area": parse_policy_area,
        "recommendation": partial(words, what="a recommendation", longest=LONGEST_TEXT),
        "assessment": partial(words, what="a title"),
        "assessed": parse_when,
        "link": parse_link,
        "status": parse_status,
        "lead": partial(words, what="a name", longest=LONGEST_NAME),
        "cost": parse_amount,
        "currency": parse_currency,
        "action_lines": partial(parse_codes, "WSIS"),
        "sdgs": partial(parse_codes, "SDG"),
        "gdc": partial(parse_codes, "GDC"),
    },
    _need_faults,
    UUID("3f6c0d52-8a41-5b7e-8c19-5d2e7a90b4c1"),
)
OFFER_RULES = Rules(
    OFFERS,
    Offer,
    {
        "provider": partial(words, what="a name", longest=LONGEST_NAME),
        "programme": partial(words, what="a name"),
        "description": partial(words, what="a description", longest=LONGEST_TEXT),
        "kind": parse_kind,
        "policy_areas": parse_policy_areas,
        "eligible": parse_eligible,
        "from": parse_when,
        "until": parse_when,
        "amount": parse_amount,
        "currency": parse_currency,
        "link": parse_link,
    },
    _offer_faults,
    UUID("9c1e4b77-2d38-5f60-a7d3-1b8f06e52a94"),
)
MISMATCH_RULES = Rules(
    MISMATCHES,
    Mismatch,
    {"need": parse_id, "offer": parse_id, "reason": partial(words, what="a reason", longest=LONGEST_REASON)},
    _no_faults,
    UUID("5d1f7e06-93b2-5c48-b0a7-e4c2d9186f35"),
)
