"""Marks of Eurostat on single values ("b", "bu", ": c") to statuses of SDMX, which has room for one on each value.

Knows that several letters are several marks, that a colon is no mark but the place of a missing value, and that a break
in the series counts before the others: no change may be read across it. What the letters mean is data.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import status_of
from stocktake.statistics.sources.places import listed

_BREAK = "B"
_NO_MARK = ":. "


class Flagged(NamedTuple):
    """The status of each value, as SDMX's code or as printed where we know none, and remarks."""

    statuses: list[str]
    findings: tuple[Finding, ...]


def statuses_of_flags(printed: Sequence[str]) -> Flagged:
    """What the marks printed beside values come to; an empty one stays empty."""
    marks = {each: each.strip(_NO_MARK) for each in dict.fromkeys(printed)}
    made = {each: _status(mark) for each, mark in marks.items()}
    several = sorted({f"“{mark}” as {made[each]}" for each, mark in marks.items() if _is_several(mark)})
    if not several:
        return Flagged([made[each] for each in printed], ())
    finding = Finding(
        Code.STATUS_UNKNOWN, "status", f"Several marks on one value, of which one is kept: {listed(several)}."
    )
    return Flagged([made[each] for each in printed], (finding,))


def _is_several(mark: str) -> bool:
    return len(_letters(mark)) > 1


def _letters(mark: str) -> list[str]:
    """The statuses that the letters of a mark stand for; none where one of them is unknown."""
    found = [status_of(letter, "eurostat") for letter in mark if not letter.isspace()]
    known = [each for each in found if each]
    return known if len(known) == len(found) else []


def _status(mark: str) -> str:
    known = _letters(mark)
    return _BREAK if _BREAK in known else known[0] if known else mark
