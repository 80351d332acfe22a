"""Whose figures are taken where several publishers hold one series.

Knows that the indicator's facts name them in tiers, that whoever they do not name comes after, and files of which
nobody says who published them last. Dates of release are compared within one tier only. Knows no publisher.
"""

from collections.abc import Iterable, Mapping

from stocktake.statistics.measures.marked import TIER
from stocktake.statistics.measures.request import Holdings, IndicatorFacts
from stocktake.statistics.model import Source

NOBODY = "no publisher named"


def publisher_of(source: Source | None, facts: IndicatorFacts) -> str:
    """What the publisher of a file is called; ``NOBODY`` where the file is not known or says nothing."""
    if source is None or source.publisher is None:
        return NOBODY
    named = [each for each in facts.publishers if each.is_of(source)]
    # A data set of its own goes before all that its publisher has.
    return min(named, key=lambda each: each.dataset is None).name if named else source.publisher


def places(indicator: str, holdings: Holdings) -> dict[str, int]:
    """For each file, by its checksum, the place of its publisher among those believed for an indicator; 0 is first."""
    facts = holdings.facts(indicator)
    named = {sha256: publisher_of(source, facts) for sha256, source in holdings.sources.items()}
    order = in_order(named.values(), facts)
    return {sha256: order[name] for sha256, name in named.items()}


def in_order(names: Iterable[str], facts: IndicatorFacts) -> Mapping[str, int]:
    """The place of each publisher: those of the facts in their order, then the others by name, then nobody.

    In one place are no two; those of one tier are told apart by the day of their releases.
    """
    known = {each.name: each.tier for each in facts.publishers}
    last = max(known.values(), default=-1)
    others = dict.fromkeys(sorted({*names} - {*known, NOBODY}), last + 1)
    tiers = known | others | {NOBODY: last + 2}
    return {name: tier * TIER + at for at, (name, tier) in enumerate(tiers.items())}
