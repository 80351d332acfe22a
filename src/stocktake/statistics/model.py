"""The parts of statistics: the key of a series, the file it came from, and what reading a file gives.

Knows their shape and the codes that stand for a total. The columns themselves are in ``tables.schema``. Knows nothing
of publishers and formats.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stocktake.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa

TOTAL = "_T"
"""SDMX's code for a dimension that is not broken down: both sexes, all ages, everywhere."""

NORMAL = "A"
"""SDMX OBS_STATUS: a normal value; the code list makes it the default where the file says nothing."""

MISSING = "O"
"""SDMX OBS_STATUS: a missing value, without a reason given."""


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What names one series: the same thing about the same people, through the years.

    Attributes:
        indicator: Code of ``frameworks.indicators`` ("17.8.1", "population"), or the publisher's own where the
            frameworks do not know it.
        code: The publisher's own code of the series.
        area: ISO 3166 code in three letters; WLD, LDC, LLDC, SIDS, HIC, UMC, LMC, LIC, DEV, DVG; "M49-002" for a
            region; else the publisher's own code after its scheme, "WB-EAS".
        sex: "F", "M" or the total.
        location: "U" (urban), "R" (rural) or the total.
        age: Such as "Y15T24", or the total.
        breakdown: Any other dimension, as "SPEED=10MBPS", several joined by ";" in the order of their names; or the
            total.
        unit: The canonical unit ("per cent"); None where the file and the frameworks do not say.
    """

    indicator: str
    code: str
    area: str
    sex: str = TOTAL
    location: str = TOTAL
    age: str = TOTAL
    breakdown: str = TOTAL
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that observations came from. A release of the same data at another date is another source.

    Attributes:
        name: The file's name.
        sha256: Its checksum: what tells files apart where no vintage is known.
        format: The reader that read it.
        publisher: Who published it; None where neither file nor format says.
        dataset: What the publisher calls it; None where the file does not say.
        vintage: The day of the release; None where the file prints none and the user says none.
        licence: As printed in the file; None where it prints none.
        retrieved: The day it was taken from the publisher; None where nobody said.
    """

    name: str
    sha256: str
    format: str
    publisher: str | None = None
    dataset: str | None = None
    vintage: date | None = None
    licence: str | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds, whole.

    Attributes:
        observations: One row per observation, columns as in ``tables.schema``, in the order of the file.
        source: The file.
        findings: What a person should look at.
    """

    observations: "pa.Table"
    source: Source
    findings: tuple[Finding, ...] = ()
