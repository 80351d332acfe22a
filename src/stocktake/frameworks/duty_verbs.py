"""Duty verbs: how a clause begins that asks someone to act, and where in a paragraph such clauses stand.

Knows the words of ``data/duty_verbs.yaml`` and the places where a finite verb of the organ can stand: at the
beginning, after a comma or semicolon, after "and". Does not know who is asked, to do what, nor by when.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records
from stocktake.frameworks.verbs import leading_phrase


@dataclass(frozen=True, slots=True)
class DutyWord:
    """A duty verb, or words that link one to what stands before it.

    Attributes:
        role: ``verb`` or ``link``.
        words: The verb in the third person, or the linking words.
        never_before: Words after which it is a noun.
    """

    role: Literal["verb", "link"]
    words: str
    source: str
    confidence: Confidence
    never_before: tuple[str, ...] = ()


class DutyPlace(NamedTuple):
    """Where a duty clause stands in a text, and its verb as printed."""

    start: int
    end: int
    verb: str


# What joins a further verb of the organ to a clause. After a bare comma it could be one of a list of things.
_JOINT = re.compile(r"(?:[,;]\s+and|;|(?<![,;])\s+and)\s+(?=[a-z])")


def duty_places(text: str) -> Iterator[DutyPlace]:
    """The duty clauses of an operative paragraph, in order; each goes to the organ's next verb, or the end."""
    duties = list(_pattern().finditer(text))
    ends = [found.start() for found in duties]
    ends += [found.start() for found in _JOINT.finditer(text) if leading_phrase(text[found.end() :], "operative")]
    for found in duties:
        start = found.start("verb")
        yield DutyPlace(start, min((end for end in ends if end > start), default=len(text)), found["verb"])


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted((each for each in _words() if each.role == "verb"), key=lambda each: -len(each.words))
    forms = "|".join(_form(verb) for verb in verbs)
    return re.compile(
        rf"(?:^|[,;:]\s+(?:and\s+)?|\band\s+)(?:{_link()},?\s+)*(?P<verb>(?:{forms}))", re.IGNORECASE
    )


def _form(verb: DutyWord) -> str:
    refused = rf"(?!\s+(?:{'|'.join(verb.never_before)})\b)" if verb.never_before else ""
    return rf"{re.escape(verb.words)}\b{refused}"


@cache
def _link() -> str:
    links = sorted((each.words for each in _words() if each.role == "link"), key=lambda words: -len(words))
    return f"(?:{'|'.join(map(re.escape, links))})"


def _words() -> tuple[DutyWord, ...]:
    return load_records("duty_verbs", DutyWord)
