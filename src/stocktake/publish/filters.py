"""Ways of looking at some rows of a page without a script: the rows say which they are, a link chooses.

Knows how a filter is named on a page. The styles that hide the other rows are in ``templates/filters.html.j2``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """One way of looking at some of the rows.

    Attributes:
        name: Its name in anchors and class names; unique on the page.
        title: Its name for a reader.
        count: How many rows it shows.
        means: What the name means; empty where it speaks for itself.
    """

    name: str
    title: str
    count: int
    means: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Filters of one kind, under a name; those that would show nothing are not among them."""

    title: str
    filters: tuple[Filter, ...]


def counted_filters(
    kind: str, known: Iterable[tuple[str, str]], rows: Sequence[Sequence[str]]
) -> tuple[Filter, ...]:
    """One filter for each name that a row has, in the order known.

    Args:
        kind: What stands before the number in the filter's name.
        known: The names, with what each means.
        rows: The names of each row.
    """
    counts = [(name, sum(name in row for row in rows), means) for name, means in known]
    return tuple(
        Filter(f"{kind}-{at}", name, count, means) for at, (name, count, means) in enumerate(counts, 1) if count
    )


def names_by_count(rows: Iterable[Sequence[str]]) -> list[str]:
    """The names that rows have, that of most rows first."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in dict.fromkeys(row):
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name.casefold()))


def classes_of(names: Sequence[Sequence[str]], choices: Sequence[Choice]) -> str:
    """The names of the filters that show a row.

    Args:
        names: The names that the row has, kind by kind.
        choices: The filters, in the order of these kinds.
    """
    return " ".join(
        each.name
        for own, choice in zip(names, choices, strict=True)
        for each in choice.filters
        if each.title in own
    )
