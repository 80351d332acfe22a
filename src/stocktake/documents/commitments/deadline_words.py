"""The English of deadlines: the words before and after a session, a date or a length of time.

Knows prepositions and what they do to days, parts of a period ("the end of"), numbers in words. Does not know
sessions, bodies or the calendar.
"""

import re
from datetime import date

from stocktake.documents.commitments.deadline_model import Tie
from stocktake.values.ordinal import ordinal_words
from stocktake.values.partial_date import PartialDate

# Each way to say it, and what it does to the days named. Longest first within each tie.
_TIES: dict[Tie, tuple[str, ...]] = {
    "by": (
        r"(?:by\s)?(?:no|not)\slater\sthan",
        r"by(?:\sthe\stime\sof)?",
        r"in\stime\sfor",
    ),
    "before": (r"before", r"prior\sto", r"(?:well\s)?ahead\sof", r"(?:well\s)?in\sadvance\sof"),
    "after": (r"after", r"following", r"upon\s(?:the\s)?conclusion\sof"),
    "from": (
        r"(?:starting|beginning|commencing|effective)\s(?:from|with|at|in|on|as\sof)",
        r"as\s(?:from|of)",
        r"with\seffect\sfrom",
        r"from",
    ),
    "until": (r"(?:up\s)?until", r"up\sto"),
    "at": (
        r"(?:in(?:to)?|on)\sthe\s(?:provisional\s|draft\s)*agenda\s(?:of|for)",
        r"in\sthe\scourse\sof",
        r"on\sthe\soccasion\sof",
        r"in\sconjunction\swith",
        r"on\sthe\s(?:margins|sidelines)\sof",
        r"at",
        r"during",
        r"throughout",
        r"within\sthe\sframework\sof",
        r"in",
        r"on",
        r"to",
        r"for",
    ),
}
LEAD = "|".join(form for forms in _TIES.values() for form in forms)
_COMPILED = tuple((tie, re.compile("|".join(forms), re.IGNORECASE)) for tie, forms in _TIES.items())

PART = (
    r"(?:the\s)?(?:(?:very\s)?(?:beginning|start|opening|end|close|conclusion|middle|first\shalf|second\shalf"
    r"|(?:first|second|third|fourth|last)\squarter|main\spart|first\spart|second\spart|resumed\spart)\sof\s|early\s(?:in\s)?"
    r"|mid-|late\s(?:in\s)?)"
)
# First and last month of the part of a year.
_MONTHS = {
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
    "early": (1, 6),
    "mid-": (4, 9),
    "middle": (4, 9),
    "late": (7, 12),
}
_ENDS = ("end", "close", "conclusion")
_STARTS = ("beginning", "start", "opening")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90, "twenty-four": 24}
NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d{1,3}"


ORDINAL = (
    "(?:"
    + "|".join(re.escape(ordinal_words(number)).replace(r"\-", r"[-‑\s]") for number in range(199, 0, -1))
    + r"|\d{1,3}(?:st|nd|rd|th))"
)


def tie_of(lead: str, part: str | None = None) -> Tie:
    """What a preposition does to the days it stands before.

    "Before the end of" a period is at its last day, not on the day before that.
    """
    tie: Tie = next((tie for tie, pattern in _COMPILED if pattern.fullmatch(lead.strip())), "at")
    is_end = part is not None and any(word in part.lower() for word in _ENDS)
    return "by" if tie == "before" and is_end else tie


def number_in(words: str) -> int:
    """The number that a word or figures stand for."""
    return _NUMBERS[words.lower()] if words.lower() in _NUMBERS else int(words)


def part_of(part: str | None, start: PartialDate, end: PartialDate) -> tuple[date, date]:
    """First and last day of a part of the days from ``start`` to ``end``: the end of a month is its last day.

    ``early`` and ``late`` are the halves of a year, ``mid-`` its middle; of a month or a day they say nothing.
    """
    words = (part or "").lower()
    if any(word in words for word in _ENDS):
        return end.latest, end.latest
    if any(word in words for word in _STARTS):
        return start.earliest, start.earliest
    months = next((span for word, span in _MONTHS.items() if word in words), None)
    if months and start == end and start.precision == "year":
        first, last = (PartialDate(f"{start.iso}-{month:02}") for month in months)
        return first.earliest, last.latest
    return start.earliest, end.latest
