"""Digital divides: the dimensions of access that the texts name, and the indicators that measure each.

Knows which indicator a divide goes by and along which lines it is broken down (``data/divides.yaml``). A divide without
an indicator is named by the texts and measured by nothing we know. Does not know any figure.
"""

from dataclasses import dataclass
from functools import cache

from stocktake.errors import InternalError
from stocktake.frameworks.indicators import Dimension, indicator_of
from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class Divide:
    """One divide.

    Attributes:
        id: A short name of ours.
        name: Its name.
        source: Where the record comes from.
        confidence: How sure it is.
        indicators: The codes of what measures it, the one it goes by first; empty where nothing does.
        by: The dimensions along which the texts want it broken down.
    """

    id: str
    name: str
    source: str
    confidence: Confidence
    indicators: tuple[str, ...] = ()
    by: tuple[Dimension, ...] = ()


@cache
def divides() -> tuple[Divide, ...]:
    """All divides, in the order of the file.

    Raises:
        InternalError: One names an indicator that the frameworks do not know.
    """
    known = load_records("divides", Divide)
    unknown = [code for each in known for code in each.indicators if indicator_of(code) is None]
    if unknown:
        raise InternalError(
            expected="indicators that are known", came=f"{unknown[0]!r} is none", where="divides.yaml"
        )
    return known
