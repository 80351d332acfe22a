"""The policy areas by which readiness for electronic commerce is assessed, and other words for them.

Knows the seven of the eTrade for All initiative (``data/policy_areas.yaml``). A policy area outside them is as good:
who records a need or an offer may write any.
"""

from collections.abc import Mapping

from stocktake.frameworks.word_lists import listed_name_of, listed_names, listed_words

_FILE = "policy_areas"


def policy_areas() -> tuple[str, ...]:
    """The names of the seven, in the order of the file."""
    return listed_names(_FILE)


def policy_area_of(text: str) -> str | None:
    """The policy area that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return listed_name_of(_FILE, text)


def policy_area_words() -> Mapping[str, str]:
    """The name of each policy area by every word for it, in small letters."""
    return listed_words(_FILE)
