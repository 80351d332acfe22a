"""The statistics that a review stands on: what they are known by, and how they are opened.

Opening takes a second and is done only where something has to be counted; what was counted before is kept under the
fingerprint.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stocktake.findings import Finding
from stocktake.statistics.measures import Holdings


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of statistics that a review stands on.

    Attributes:
        name: Its name.
        sha256: Its checksum.
        format: The reader that read it.
        publisher: Who published it; None where neither file nor format says.
        title: What the publisher calls it; None where the file does not say.
        vintage: The day of the release; None where nobody says.
        observations: How many it holds.
        findings: What a person should look at.
    """

    name: str
    sha256: str
    format: str
    publisher: str | None
    title: str | None
    vintage: date | None
    observations: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Statistics, not opened yet.

    Attributes:
        files: What is held, by name.
        indicators: The codes of what is measured in them.
        fingerprint: A checksum of what they were read from.
        open: Opens them.
    """

    files: tuple[DataFile, ...]
    indicators: frozenset[str]
    fingerprint: str
    open: Callable[[], Holdings]
