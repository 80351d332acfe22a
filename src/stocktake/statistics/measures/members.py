"""Who is counted in a group: its members on a day.

A group of "then" has the members it had on the last day of the period; of "now", those on the as-of date, in every
year. Knows no group itself.
"""

from datetime import date

from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.request import Classified, Holdings, Request

RECENT = 10
"""Where no year is asked, the latest is looked for among so many of the last years that are held."""


def groups_of(request: Request, holdings: Holdings) -> tuple[str, ...]:
    """The groups that a request means: those among its areas, or all where it names none."""
    named = request.areas or tuple(holdings.groups.codes())
    return tuple(dict.fromkeys(area for area in named if holdings.is_group(area)))


def members_in(
    request: Request, holdings: Holdings, groups: tuple[str, ...], period: str
) -> dict[tuple[str, Classified], tuple[str, ...]]:
    """The members of each group in one year, in the order of their codes, by group and classification."""
    holdings, extract = extracted(request, holdings)

    def members_on(group: str, on: date) -> tuple[str, ...]:
        # A group of "now" has the same day in every year.
        return extract.once(
            (members_in, group, on), lambda: tuple(sorted(set(holdings.groups.members(group, on))))
        )

    return {
        (group, classified): members_on(group, day_of(period, classified, request.as_of))
        for group in groups
        for classified in request.classified
    }


def day_of(period: str, classified: Classified, as_of: date) -> date:
    """The day on which members are taken: the last of the year, not after the as-of date, or that date."""
    return as_of if classified == "now" else min(date(int(period), 12, 31), as_of)


def doubts_words(group: str, on: date, holdings: Holdings) -> str:
    """What is not sure of the members on a day: whether some left, and whether they were classified anew."""
    words = []
    left = sorted(holdings.groups.contested(group, on).items())
    if left:
        named = ", ".join(f"{holdings.name(area)} ({day.isoformat()})" for area, day in left)
        words.append(f"Counted although the day of leaving is contested and past: {named}.")
    ended = holdings.groups.recorded_until(group)
    if ended is not None and ended <= on:
        words.append(
            f"Members are those of the classification before {ended.isoformat()}: no later one is recorded."
        )
    return " ".join(words)
