"""Observations made up for the tests of measures. The areas are invented."""

from datetime import date
from typing import Any

from stocktake.statistics.measures.request import FixedGroups, IndicatorFacts, TargetFacts
from stocktake.statistics.model import Source

AS_OF = date(2025, 12, 31)
USE = IndicatorFacts(
    "use", "Use", "people", "weighted mean", 0.0, 100.0, "per cent", "higher", urban_share="urban"
)
NAMES = {"ARC": "Arcadia", "BOR": "Borduria", "COK": "Cockaigne", "DYS": "Dystopia", "ALL": "All of them"}


def row(area: str, period: int, value: float | None, **given: Any) -> dict[str, Any]:
    """One observation; what is not given is the usual."""
    usual = {
        "indicator": "use",
        "code": "USE",
        "sex": "_T",
        "location": "_T",
        "age": "_T",
        "breakdown": "_T",
        "unit": "per cent",
        "status": "A",
        "vintage": date(2025, 1, 1),
        "source": "a" * 64,
        "row": period - 1990,
    }
    return {**usual, "area": area, "period": str(period), "value": value, **given}


def people(area: str, period: int, value: float, **given: Any) -> dict[str, Any]:
    """One observation of the denominator."""
    return row(area, period, value, indicator="people", code="POP", unit="persons", source="b" * 64, **given)


USUAL: dict[str, Any] = {
    "indicators": {"use": USE},
    "groups": FixedGroups({"ALL": ("ARC", "BOR", "COK")}),
    "targets": {"use": (TargetFacts("universal use", 100.0, 2030),)},
    "names": NAMES,
    "sources": {"a" * 64: Source("use.csv", "a" * 64, "plain", dataset="Invented use")},
}
