"""Publishers of statistics, in the order in which they are believed where several hold one series.

Knows who answers for an indicator and who releases the figures of others again (``data/publishers.yaml``). Whoever
hands on a custodian's figures as they are is believed like the custodian, so that the newest release among them counts.
Does not know what anybody has published, nor when.
"""

from dataclasses import dataclass
from typing import NamedTuple

from stocktake.frameworks.indicators import Indicator
from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class PublisherRecord:
    """Whose figures they are.

    Attributes:
        name: What it is called.
        publisher: As the readers of files spell it.
        source: Where the record comes from.
        confidence: How sure it is.
        dataset: It is this data set of the publisher alone; None for all that no other record names.
        agency: As the custodians of indicators are spelled, where that differs.
        rank: Its place among those who republish, the lowest first, 1 for those who hand on figures as they are; None
            for one who does not.
    """

    name: str
    publisher: str
    source: str
    confidence: Confidence
    dataset: str | None = None
    agency: str | None = None
    rank: int | None = None


class Believed(NamedTuple):
    """A publisher of an indicator, and in which tier it is believed: 0 first; in one tier the newest release counts."""

    record: PublisherRecord
    tier: int


def believed(indicator: Indicator) -> tuple[Believed, ...]:
    """The publishers of an indicator in the order in which they are believed: its custodians, then by rank.

    Custodians and those of rank 1 share the first tier. A custodian without a record of its own is one under the name
    that the indicator has for it.
    """
    records = load_records("publishers", PublisherRecord)
    custodians = [each for agency in indicator.custodian for each in _of_agency(agency, records, indicator)]
    ranked = sorted((each for each in records if each.rank is not None), key=lambda each: each.rank or 0)
    tiers = dict.fromkeys(custodians, 0) | {
        each: (each.rank or 1) - 1 for each in ranked if each not in custodians
    }
    return tuple(Believed(each, tier) for each, tier in tiers.items())


def _of_agency(
    agency: str, records: tuple[PublisherRecord, ...], indicator: Indicator
) -> tuple[PublisherRecord, ...]:
    own = tuple(each for each in records if agency in (each.agency, each.publisher))
    return own or (PublisherRecord(agency, agency, indicator.source, indicator.confidence),)
