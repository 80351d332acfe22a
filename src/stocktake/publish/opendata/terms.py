"""Whose the data are and how they are cited: the terms of each owner, and a citation with version, day and fingerprint.

Knows the terms of what we compile. Whose words a text holds, and what publishers of statistics allow, is theirs to say:
nothing here widens it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from stocktake import __version__
from stocktake.publish.opendata.model import Owner
from stocktake.review.model import Review
from stocktake.review.words import long_date

SOFTWARE = "Stocktake"
INVENTED = "Invented for demonstration: nothing in it is real."
_SHOWN = 16


class Terms(NamedTuple):
    """The terms of data: the licence of our part, and what has to be said of the rest."""

    name: str
    title: str
    path: str
    note: str


_CC_BY = (
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)

TERMS: Mapping[Owner, Terms] = MappingProxyType(
    {
        "ours": Terms(
            *_CC_BY, "Compiled by Stocktake. Words quoted from texts stay under the terms of the texts."
        ),
        "texts": Terms(
            *_CC_BY,
            "The licence covers the compilation. The words of the texts are those of the United Nations and stay under "
            "its own terms of use.",
        ),
        "publishers": Terms(
            *_CC_BY,
            "The licence covers what we computed. Published values stay under the terms of their publishers; the table "
            "of sources gives the licence that each file prints.",
        ),
        "contributors": Terms(
            *_CC_BY,
            "The licence covers the compilation. What was reported stays the statement of whoever reported it.",
        ),
    }
)


def licence_of(owner: Owner) -> dict[str, str]:
    """The licence as a Data Package names it."""
    terms = TERMS[owner]
    return {"name": terms.name, "title": terms.title, "path": terms.path}


def citation(title: str, review: Review) -> str:
    """How a data set is cited: its name, the version of the program, the day and the fingerprint of what it is from."""
    made = f", fingerprint {review.fingerprint[:_SHOWN]}" if review.fingerprint else ""
    invented = f" {INVENTED}" if review.example else ""
    return (
        f"{SOFTWARE} {__version__}: {title}, as of {long_date(review.as_of.isoformat())}{made}. "
        f"Licence: {TERMS['ours'].name}.{invented}"
    )


def provenance(review: Review) -> dict[str, Any]:
    """What every description of data says of how it came about."""
    return {
        "version": __version__,
        "as_of": review.as_of.isoformat(),
        "fingerprint": review.fingerprint or None,
        "invented": review.example,
    }
