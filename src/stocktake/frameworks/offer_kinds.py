"""The kinds of offers by which needs can be met: grant, loan, technical assistance, training and so on.

Knows the kinds and other words for them (``data/offer_kinds.yaml``). Does not know which programme is of which kind:
whoever records it says so.
"""

from stocktake.frameworks.word_lists import listed_name_of, listed_names

_FILE = "offer_kinds"


def offer_kinds() -> tuple[str, ...]:
    """The names of all kinds, in the order of the file."""
    return listed_names(_FILE)


def offer_kind_of(text: str) -> str | None:
    """The kind that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return listed_name_of(_FILE, text)
