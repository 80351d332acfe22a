"""Words for further breakdowns: ``TECH=4G`` is "at least 4G", ``LEVEL=LOWSEC;SERVICE=INTERNET`` two words.

Knows the codes of ``data/breakdown_words.yaml``. A code that is not there stays as its publisher prints it, with the
name of its dimension: nothing is guessed. Does not translate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records
from stocktake.frameworks.statistical_words import dimension_of


@dataclass(frozen=True, slots=True)
class BreakdownWords:
    """What one code of a dimension is called.

    Attributes:
        dimension: The name of the dimension, as in ``breakdown``.
        code: The code, as in ``breakdown``.
        words: What a person reads for it.
        source: Where the record comes from.
        confidence: How sure it is.
    """

    dimension: str
    code: str
    words: str
    source: str
    confidence: Confidence


def every_breakdown() -> tuple[BreakdownWords, ...]:
    """All that is recorded, in the order of the file."""
    return load_records("breakdown_words", BreakdownWords)


def breakdown_parts(breakdown: str | None) -> tuple[str, ...]:
    """The words for each part of a breakdown; none for the total."""
    return tuple(_words(*part.partition("=")[::2]) for part in (breakdown or "").split(";") if part)


def breakdown_words(breakdown: str | None) -> str:
    """A further breakdown for a person: ``at least 4G``; ``lower secondary, Internet``; nothing for the total."""
    return ", ".join(breakdown_parts(breakdown))


def _words(name: str, code: str) -> str:
    found = _recorded().get((name, code))
    if found:
        return found
    dimension = dimension_of(name)
    return f"{dimension.printed[0] if dimension else name.lower()} {code}".rstrip()


@cache
def _recorded() -> Mapping[tuple[str, str], str]:
    return {(each.dimension, each.code): each.words for each in every_breakdown()}
