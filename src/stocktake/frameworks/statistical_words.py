"""The words of tables of statistics: units, dimensions and their codes, statuses, marks for a missing number.

Knows which of our words a publisher's word stands for, exactly or not at all; ages by the way they are written. Knows
no series, no area and no figure, and converts no currency.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from stocktake.errors import nearest
from stocktake.frameworks.records import Confidence, load_records

StatusScheme = Literal["sdmx", "unsd", "eurostat", "uis", "fao"]
TOTAL = "_T"
_UNSAID = frozenset({"_U", "_X", "_Z", "_O", "_N"})
"""SDMX's codes that any code list may hold: unknown, not specified, not applicable, other, not available."""
_AGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Y?(\d{1,3})\s*(?:-|–|T|to)\s*(\d{1,3})\s*(?:Y|years)?", re.IGNORECASE), "Y{0}T{1}"),
    (re.compile(r"(?:<|under |Y_LT)\s*(\d{1,3})\s*(?:Y|years)?", re.IGNORECASE), "Y_LT{0}"),
    (re.compile(r"(?:Y_GE|>=|≥)\s*(\d{1,3})\s*(?:Y|years)?", re.IGNORECASE), "Y_GE{0}"),
    (re.compile(r"(\d{1,3})\s*(?:Y?\+|(?:years )?and (?:over|older|above))", re.IGNORECASE), "Y_GE{0}"),
    (re.compile(r"Y?(\d{1,3})", re.IGNORECASE), "Y{0}"),
)
"""Ages as they are written and SDMX's code (CL_AGE) of each; the first that fits is taken."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure and the spellings that mean it.

    Attributes:
        unit: The canonical unit.
        kind: What sort of quantity it measures; rates, ratios and indices are never added up.
        spellings: How publishers print it.
        source: Where the record comes from.
        confidence: How sure it is.
        scale: The power of ten that a figure with such a spelling is multiplied by to be in the canonical unit.
    """

    unit: str
    kind: Literal["rate", "count", "ratio", "index", "amount"]
    spellings: tuple[str, ...]
    source: str
    confidence: Confidence
    scale: int = 1


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Words within the name of a series that say its unit."""

    unit: str
    words: tuple[str, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension other than area and period.

    Attributes:
        name: Ours: ``sex``, ``location``, ``age``, or a word in capitals that stands in ``breakdown``.
        printed: The names that publishers print over its column.
        source: Where the record comes from.
        confidence: How sure it is.
        codes: A publisher's word and our code for it, ``word=code``.
        closed: Whether all its codes are recorded, so that another word is a misprint or of another list.
    """

    name: str
    printed: tuple[str, ...]
    source: str
    confidence: Confidence
    codes: tuple[str, ...] = ()
    closed: bool = False

    def code(self, word: str, name: str = "") -> str:
        """Our code for a publisher's word; the word itself, in capitals, where none is recorded.

        Args:
            word: As printed.
            name: What the publisher calls what the word stands for; it counts where the word is not recorded.
        """
        bare = word.strip()
        if not bare:
            return TOTAL
        ages = (_age(name.strip()) or _age(bare)) if self.name == "age" else None
        return self._recorded(bare, name) or ages or _capitals(bare)

    def lacks(self, word: str, name: str = "") -> bool:
        """Whether the dimension is closed and neither the word nor its name is among those recorded."""
        bare = word.strip()
        return self.closed and bool(bare) and self._recorded(bare, name) is None

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """The recorded words most like ``word``, best first, each with its code; for messages, never for a match."""
        recorded = _codes(self)
        return tuple(f"{each} ({recorded[each]})" for each in nearest(_bare(word), list(recorded), count))

    def _recorded(self, bare: str, name: str) -> str | None:
        """The code of a word, as a code of any list or by what is recorded of it or of its name."""
        if bare == TOTAL or bare in _UNSAID:
            return bare
        recorded = _codes(self)
        return recorded.get(_bare(bare)) or recorded.get(_bare(name))


@dataclass(frozen=True, slots=True)
class DimensionWords:
    """The words of one language for one code of a dimension."""

    dimension: str
    code: str
    language: str
    words: tuple[str, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Status:
    """What publishers print on the nature of an observation, and its code in SDMX's CL_OBS_STATUS."""

    code: str
    scheme: StatusScheme
    source: str
    confidence: Confidence
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingMark:
    """What stands where a number does not; ``doubtful`` where some print it for nil."""

    mark: str
    means: Literal["missing", "doubtful"]
    source: str
    confidence: Confidence


def unit_of(text: str) -> Unit | None:
    """The unit that a publisher's spelling stands for; None where it is exactly none of those recorded."""
    return _spellings().get(_bare(text))


def unit_in_name(name: str) -> str | None:
    """The canonical unit that the printed name of a series says; None where it says none."""
    bare = _bare(name)
    known = load_records("unit_words", UnitWords)
    return next((each.unit for each in known if any(_lowered(word) in bare for word in each.words)), None)


def nearest_units(text: str, count: int = 3) -> tuple[str, ...]:
    """The recorded spellings most like ``text``, best first; for messages, never for a match."""
    return nearest(_bare(text), list(_spellings()), count)


def dimension_of(printed: str) -> Dimension | None:
    """The dimension that a column's name stands for; None where it is none that is recorded."""
    return _dimensions().get(_bare(printed))


def dimension_as_printed(printed: str) -> Dimension:
    """A dimension that is not recorded: its name in capitals, its codes as printed."""
    return Dimension(_capitals(printed), (printed,), "as printed in the file", "unsure")


def status_of(word: str, scheme: StatusScheme = "sdmx") -> str | None:
    """The SDMX code that a publisher's mark stands for; None where it is none that is recorded."""
    return _statuses()[scheme].get(_bare(word).rstrip("."))


@cache
def missing_marks() -> MappingProxyType[str, str]:
    """Every mark that stands for a missing number, with ``missing`` or ``doubtful``."""
    return MappingProxyType({each.mark: each.means for each in load_records("missing_marks", MissingMark)})


@cache
def _spellings() -> MappingProxyType[str, Unit]:
    units = load_records("units", Unit)
    return MappingProxyType({_bare(word): each for each in units for word in each.spellings})


@cache
def _dimensions() -> MappingProxyType[str, Dimension]:
    dimensions = load_records("dimension_codes", Dimension)
    return MappingProxyType({_bare(word): each for each in dimensions for word in (each.name, *each.printed)})


@cache
def _codes(dimension: Dimension) -> MappingProxyType[str, str]:
    pairs = (pair.rpartition("=") for pair in dimension.codes)
    codes = {_bare(word): code for word, _, code in pairs}
    for each in load_records("dimension_words", DimensionWords):
        if each.dimension == dimension.name:
            codes |= {_bare(word): each.code for word in each.words}
    return MappingProxyType(codes)


@cache
def _statuses() -> MappingProxyType[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {scheme: {} for scheme in get_args(StatusScheme)}
    for each in load_records("status_codes", Status):
        words[each.scheme].update((_bare(word).rstrip("."), each.code) for word in each.printed)
    return MappingProxyType(words)


def _age(word: str) -> str | None:
    matches = ((pattern.fullmatch(word), made) for pattern, made in _AGES)
    return next((made.format(*match.groups()) for match, made in matches if match), None)


def _capitals(word: str) -> str:
    """A word as a code: capitals, and one underscore for each run of what no code holds."""
    return re.sub(r"[^\w+.<>-]+", "_", word.strip()).strip("_").upper() or TOTAL


def _lowered(word: str) -> str:
    return word.casefold().replace("_", " ")


def _bare(word: str) -> str:
    """A word without case, accents, underscores and extra blanks."""
    parted = unicodedata.normalize("NFD", word.casefold().replace("_", " "))
    return " ".join("".join(sign for sign in parted if not unicodedata.combining(sign)).split())
