"""The numbers of resolutions and decisions as they are printed in running text.

Knows the four ways of numbering: by session (``80/118``, ``S-10/2``), by year (``2025/18``), with the session in
Roman figures (``217 A (III)``, ``3201 (S-VI)``) and in one series with the year (``1373 (2001)``). Does not know
which organ adopted what: that is for whoever reads the words around the number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stocktake.values.span import Span


class Numbering(StrEnum):
    """How an organ numbers what it adopts."""

    SESSION = "session"
    YEAR = "year"
    ROMAN = "roman"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class ResolutionNumber:
    """The number of one resolution or decision.

    Attributes:
        numbering: By session, by year, by session in Roman figures, or in one series.
        session: What stands for the session, as printed: ``80``, ``S-10``, ``2025``, ``III``, ``2001``.
        number: The number itself.
        letter: The letter of the part (``B``) or of the parts (``A-J``); empty where there is none.
    """

    numbering: Numbering
    session: str
    number: int
    letter: str = ""

    def __str__(self) -> str:
        """The canonical form: ``80/118``, ``57/270[B]``, ``217(III)[A]``, ``1373(2001)``."""
        letter = f"[{self.letter}]" if self.letter else ""
        if self.numbering in (Numbering.SESSION, Numbering.YEAR):
            return f"{self.session}/{self.number}{letter}"
        return f"{self.number}({self.session}){letter}"

    @property
    def session_number(self) -> int | None:
        """The session or year as a number; None for a special session."""
        if self.session.isdigit():
            return int(self.session)
        return None if "-" in self.session else roman_number(self.session)


_YEAR = r"(?:19|20)\d\d"
_SPECIAL = r"E?S-"
_LETTER = r"[A-Z](?:\s?[-–]\s?[A-Z])?(?![\w’'–-])"
_PRINTED = re.compile(
    rf"""(?<![\w/.])
    (?: (?P<session>(?:{_SPECIAL})?\d{{1,2}}|{_YEAR}) / (?P<number>\d{{1,4}})
        (?: \[(?P<inner>[A-Z](?:-[A-Z])?)\] | \s?(?P<after>{_LETTER}) )?
      | (?P<serial>\d{{1,4}}) (?: \s(?P<before>{_LETTER}) )?
        \s?\( (?P<roman>(?:{_SPECIAL})?[IVXL]+ | {_YEAR}) \)
        (?: \[(?P<last>[A-Z](?:-[A-Z])?)\] )?
    ) (?![\w/])(?!\.\d)""",
    re.VERBOSE,
)
_MORE_LETTERS = re.compile(rf"(?:,\s|\s(?:and|or)\s|,\s(?:and|or)\s)(?={_LETTER}(?!\s?\())(?P<letter>[A-Z])")
_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_number(figures: str) -> int | None:
    """The value of Roman figures: ``XXV`` gives 25; None where they are none or badly formed."""
    if not figures or any(figure not in _FIGURES for figure in figures):
        return None
    values = [_FIGURES[figure] for figure in figures]
    total = sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if _to_roman(total) == figures else None


def _to_roman(number: int) -> str:
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    figures = ""
    for value, figure in steps:
        times, number = divmod(number, value)
        figures += figure * times
    return figures


def match_number(text: str, at: int = 0) -> tuple[ResolutionNumber, Span] | None:
    """The number printed at ``at`` in ``text``, with its span; None where none stands there."""
    found = _PRINTED.match(text, at)
    return (_read(found), Span(*found.span())) if found else None


def scan_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[ResolutionNumber, Span]]:
    """Everything from ``start`` to ``end`` that has the form of such a number; fractions and dates have it too."""
    for found in _PRINTED.finditer(text, start, len(text) if end is None else end):
        yield _read(found), Span(*found.span())


def match_letters(text: str, at: int) -> tuple[str, Span] | None:
    """The further part letter printed at ``at`` (``and B`` after ``72/266 A``), with the letter's span."""
    found = _MORE_LETTERS.match(text, at)
    return (found["letter"], Span(*found.span("letter"))) if found else None


def _read(found: re.Match[str]) -> ResolutionNumber:
    letter = next((each for each in found.group("inner", "after", "before", "last") if each), "")
    letter = re.sub(r"\s?[-–]\s?", "-", letter)
    if found["session"]:
        is_year = re.fullmatch(_YEAR, found["session"]) is not None
        numbering = Numbering.YEAR if is_year else Numbering.SESSION
        return ResolutionNumber(numbering, found["session"], int(found["number"]), letter)
    numbering = Numbering.SERIAL if found["roman"].isdigit() else Numbering.ROMAN
    return ResolutionNumber(numbering, found["roman"], int(found["serial"]), letter)
