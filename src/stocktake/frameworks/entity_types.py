"""The kinds of entities that report what was done: governments, UN entities, civil society and so on.

Knows the kinds and other words for them (``data/entity_types.yaml``). Does not know which entity is of which kind:
whoever reports says so.
"""

from stocktake.frameworks.word_lists import listed_name_of, listed_names

_FILE = "entity_types"


def entity_types() -> tuple[str, ...]:
    """The names of all kinds, in the order of the file."""
    return listed_names(_FILE)


def entity_type_of(text: str) -> str | None:
    """The kind that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return listed_name_of(_FILE, text)
