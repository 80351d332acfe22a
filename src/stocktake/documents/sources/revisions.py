"""Tracked changes: what there is to say of a file that was read with its changes accepted.

Knows how many passages were inserted and deleted, and by whom. Knows nothing of how a format records them.
"""

from collections import Counter

from stocktake.findings import Code, Finding

INSERTED = "inserted"
DELETED = "deleted"


def find_revisions(changes: Counter[tuple[str, str]]) -> tuple[Finding, ...]:
    """The finding on the changes of a file, counted by kind and author; none where there are none."""
    if not changes:
        return ()
    inserted, deleted = (
        sum(count for (kind, _), count in changes.items() if kind == each) for each in (INSERTED, DELETED)
    )
    authors = sorted({author or "an unnamed author" for _, author in changes})
    return (
        Finding(
            Code.TRACKED_CHANGES_ACCEPTED,
            "document",
            f"{_counted(inserted, 'insertion')} and {_counted(deleted, 'deletion')} by {_listed(authors)} "
            "were read as accepted.",
            "If they were not agreed, reject them in a word processor and read the result.",
        ),
    )


def _counted(count: int, thing: str) -> str:
    """The count with its noun."""
    return f"{count} tracked {thing}{'' if count == 1 else 's'}"


def _listed(names: list[str]) -> str:
    """Names in a sentence."""
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), names[-1]])
