"""The answer of a measure: one value for one area and period, with everything that makes it believable.

Knows the shape (``results`` of ``stocktake/measure/1`` in ``docs/reference/shapes.md``). Computes nothing. What cannot
be computed is a result too: its value is null and ``because`` says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from stocktake.values.interval import Interval

Detail = str | float | int | bool | None | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class ResultSource:
    """Where a value stands: the data set's name, the file, its row and its checksum; ``row`` None for several rows."""

    name: str | None
    file: str | None
    row: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class MemberCoverage:
    """How much of a group stands behind its value.

    Attributes:
        members: How many belong to it.
        with_data: How many of them have a value that counts.
        weight: Their share of the denominator of all members, from 0 to 1; None where too few have one.
    """

    members: int
    with_data: int
    weight: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """One value of one measure.

    Attributes:
        measure: The measure's name in ``MEASURES``.
        area: The code of the area or group.
        name: Its name.
        because: How it came about, or why there is no value; whole sentences.
        classified: For a group: its members ``then`` (at the end of the period) or ``now`` (on the as-of date).
        period: The year of the value; for a projection the last year observed.
        sex: ``female``, ``male``; None for both.
        location: ``urban``, ``rural``; None for everywhere.
        age: SDMX's code such as ``Y15T24``; None for all ages.
        value: In ``unit``; None where it cannot be computed.
        unit: The unit of ``value``.
        interval: What rounding or projection leaves open; None where nothing is known of it.
        coverage: For a group: what stands behind it.
        bounds: For a group: lowest and highest it can be, whatever the missing members have.
        published: False where the coverage gate holds the value back.
        vintage: The day of the release.
        source: Where it stands; None for a value from several files.
        status: SDMX OBS_STATUS: that of the observation; for a computed value A where all inputs are A, else E.
        breakdown: Any other dimension, as in the observations; None for the total.
        details: What the measure has to say besides, by name.
    """

    measure: str
    area: str
    name: str
    because: str
    classified: str | None = None
    period: str | None = None
    sex: str | None = None
    location: str | None = None
    age: str | None = None
    value: float | None = None
    unit: str | None = None
    interval: Interval | None = None
    coverage: MemberCoverage | None = None
    bounds: Interval | None = None
    published: bool = True
    vintage: date | None = None
    source: ResultSource | None = None
    status: str | None = None
    breakdown: str | None = None
    details: Mapping[str, Detail] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The result as JSON's own types, keys in the order of the contract, ours after them."""
        return {
            "measure": self.measure,
            "area": self.area,
            "name": self.name,
            "classified": self.classified,
            "period": self.period,
            "sex": self.sex,
            "location": self.location,
            "age": self.age,
            "value": self.value,
            "unit": self.unit,
            "interval": _ends(self.interval),
            "coverage": _coverage(self.coverage),
            "bounds": _ends(self.bounds),
            "published": self.published,
            "vintage": self.vintage.isoformat() if self.vintage else None,
            "source": _source(self.source),
            "status": self.status,
            "because": self.because,
            "breakdown": self.breakdown,
            "details": dict(self.details),
        }


def _ends(interval: Interval | None) -> list[float] | None:
    return [interval.low, interval.high] if interval else None


def _coverage(coverage: MemberCoverage | None) -> dict[str, float | int | None] | None:
    if coverage is None:
        return None
    return {"members": coverage.members, "with_data": coverage.with_data, "weight": coverage.weight}


def _source(source: ResultSource | None) -> dict[str, str | int | None] | None:
    if source is None:
        return None
    return {"name": source.name, "file": source.file, "row": source.row, "sha256": source.sha256}
