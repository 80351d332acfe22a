"""The themes of follow-up: WSIS action lines, Sustainable Development Goals, objectives of the Global Digital Compact.

Knows their codes and names (``data/action_lines.yaml``, ``sdgs.yaml``, ``gdc_objectives.yaml``) and how a text names
one by its number ("Sustainable Development Goal 4", "target 9.c", "action line C2"). Does not know which other words
point to a theme (``theme_words.py``), nor how the frameworks relate to one another: that is said by matrices, which
a user brings (``matrices.py``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.errors import RequestError, nearest
from stocktake.frameworks.records import Confidence, load_records

Framework = Literal["WSIS", "SDG", "GDC"]


@dataclass(frozen=True, slots=True)
class Theme:
    """One action line, Goal or objective.

    Attributes:
        code: ``C2``, ``C7-elearning``; ``9``; ``2``.
        name: Its name, in the short form in use.
        facilitators: The entities that facilitate an action line; empty for the others.
    """

    code: str
    name: str
    source: str
    confidence: Confidence
    facilitators: tuple[str, ...] = ()


class Mention(NamedTuple):
    """A place in a text that points to a theme."""

    start: int
    end: int
    framework: Framework
    code: str


_FILES: dict[Framework, str] = {"WSIS": "action_lines", "SDG": "sdgs", "GDC": "gdc_objectives"}
FRAMEWORKS: tuple[Framework, ...] = tuple(_FILES)


def load_themes(framework: Framework) -> tuple[Theme, ...]:
    """The themes of a framework in its own order: 18 action lines, 17 Goals, 5 objectives."""
    return load_records(_FILES[framework], Theme)


@cache
def theme_codes(framework: Framework) -> tuple[str, ...]:
    """The codes of a framework's themes in its own order."""
    return tuple(theme.code for theme in load_themes(framework))


def checked_theme(text: str, expected: str = "the code of a theme") -> str:
    """The theme that ``text`` names, as a person calls it: ``C2``, ``SDG 9``, ``GDC 1``; case and spaces do not count.

    Args:
        text: As written.
        expected: What the message says was wanted.

    Raises:
        RequestError: It is none; the nearest are named.
    """
    known = _labels()
    if (found := known.get(_folded(text))) is not None:
        return found
    applications = tuple(label for label in known.values() if label.startswith(f"{text.strip().upper()}-"))
    raise RequestError(
        expected=expected,
        came=f"{text!r} is none",
        choices=applications or nearest(text, tuple(known.values())),
        advice="Write an action line (C2, C7-ehealth), a Goal (SDG 9) or an objective of the Compact (GDC 1).",
    )


@cache
def _labels() -> Mapping[str, str]:
    """What a person calls each theme, by the same without case and spaces."""
    labels = [code if each == "WSIS" else f"{each} {code}" for each in FRAMEWORKS for code in theme_codes(each)]
    return {_folded(label): label for label in labels}


def _folded(label: str) -> str:
    return label.replace(" ", "").casefold()


# 4; 4, 5 and 10; 1 to 6. No number that goes on: 17.8, 10 per cent.
_NUMBER = r"\d{1,2}(?![\d%]|[.,]\d|\sper\b)"
_NUMBERS = rf"{_NUMBER}(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[–-]\s?){_NUMBER})*"
# 9.c; 17.8; 17.8.1. No share: 2.5 per cent.
_TARGET = r"\d{1,2}\.(?:\d{1,2}|[a-d])(?:\.\d{1,2})?(?![\w%]|\sper\b|\sdegrees?\b)"
_GOALS = re.compile(rf"(?<!Millennium )(?:Sustainable Development Goals?|SDGs?)\s(?P<numbers>{_NUMBERS})")
_GOALS_SHORT = re.compile(rf"(?<!Development )(?<!Strategic )\bGoals?\s(?P<numbers>{_NUMBERS})")
_TARGETS = re.compile(
    rf"\b(?:[Tt]argets?|[Ii]ndicators?)\s(?P<list>{_TARGET}(?:(?:,\s(?:and\s)?|\s(?:and|or)\s){_TARGET})*)"
)
_LINE = r"C\s?\d{1,2}\b(?:\s?[:,(]?\s?e-[a-z]+)?"
_LINES = re.compile(rf"\b[Aa]ction lines?\s(?P<list>{_LINE}(?:(?:,\s(?:and\s)?|\s(?:and|or|to)\s){_LINE})*)")
_COMPACT = r"Global Digital Compact"
_OBJECTIVES = (
    re.compile(rf"\b[Oo]bjectives?\s(?P<numbers>{_NUMBERS})\s(?:of|in|under)\sthe\s(?:{_COMPACT}|Compact)\b"),
    re.compile(rf"\bCompact\s[Oo]bjectives?\s(?P<numbers>{_NUMBERS})"),
)
_RANGE = re.compile(r"(\d+)(?:\sto\s|\s?[–-]\s?)(\d+)")


def named_themes(text: str) -> Iterator[Mention]:
    """The themes that a text names by number, in order of kind; numbers that a framework does not have are passed over.

    "Action line C7" without an application names all eight. Objectives count where the text names the Global
    Digital Compact: there are other compacts. The Goals of the Millennium are none of these.
    """
    if "oal" in text or "SDG" in text:
        yield from _numbered(_GOALS, text, "SDG")
        yield from _numbered(_GOALS_SHORT, text, "SDG")
    for found in _TARGETS.finditer(text):
        for number in re.findall(r"(?<![.\d])(\d{1,2})\.", found["list"]):
            yield from _known(found, "SDG", [number])
    for found in _LINES.finditer(text):
        for line in re.finditer(r"C\s?(\d{1,2})(?:\s?[:,(]?\s?e-([a-z]+))?", found["list"]):
            yield from _known(found, "WSIS", _lines(line[1], line[2]))
    if _COMPACT in text:
        for pattern in _OBJECTIVES:
            yield from _numbered(pattern, text, "GDC")


def _numbered(pattern: re.Pattern[str], text: str, framework: Framework) -> Iterator[Mention]:
    for found in pattern.finditer(text):
        numbers = re.findall(r"\d+", found["numbers"])
        for first, last in _RANGE.findall(found["numbers"]):
            numbers += [str(number) for number in range(int(first) + 1, int(last))]
        yield from _known(found, framework, sorted(numbers, key=int))


def _known(found: re.Match[str], framework: Framework, codes: list[str]) -> Iterator[Mention]:
    for code in codes:
        if code in theme_codes(framework):
            yield Mention(found.start(), found.end(), framework, code)


def _lines(number: str, application: str | None) -> list[str]:
    """The codes of an action line: one, or all the applications of C7 where none is named."""
    codes = theme_codes("WSIS")
    if application and f"C{number}-e{application}" in codes:
        return [f"C{number}-e{application}"]
    return [code for code in codes if code == f"C{number}" or code.startswith(f"C{number}-")]
