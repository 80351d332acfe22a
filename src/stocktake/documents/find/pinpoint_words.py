"""Pinpoints: the words before or after a citation that say which part of the document is meant.

Knows how they are put together (*paragraph 72 of*, *, annex I*, *, chap. II, sect. A*) and gives them in the UN's
abbreviated form. The words themselves come from ``frameworks.pinpoints``.
"""

import re
from functools import cache
from typing import NamedTuple

from stocktake.frameworks.pinpoints import load_pinpoints

_LOCATOR = (
    r"(?:\d+(?:\.\d+)*[a-zA-Z]?(?:\s?\([a-z]{1,4}\))*|[IVXL]+(?:\.[A-Z\d]+)*|[A-Z](?:\.\d+)?|\([a-z]{1,4}\)"
    r"|one|two|three|four|five|six)(?![\w/])"
)
_LOCATORS = rf"{_LOCATOR}(?:(?:,\s|\s?[–-]\s?|,?\s(?:and|or|to)\s){_LOCATOR})*"
# A number of a session from the thirty-first on, or of a year, is the Assembly's or the Council's own.
_INSIDE = r"(?!(?:[3-9]\d|1\d\d|(?:19|20)\d\d)/\d)\d[\w/]*(?:\.\w+)*"


_LEADS_ON = re.compile(r"\s(?:above\s)?(?:of|to|thereto)\s")


class _Patterns(NamedTuple):
    bracket: re.Pattern[str]
    after: re.Pattern[str]
    after_report: re.Pattern[str]
    before: re.Pattern[str]
    unit: re.Pattern[str]
    short: dict[str, str]


class Pinned(NamedTuple):
    """A pinpoint in abbreviated form and where its words end."""

    words: str
    end: int


@cache
def _patterns() -> _Patterns:
    short: dict[str, str] = {}
    for each in load_pinpoints():
        short |= {each.word: each.short, each.plural: each.short_plural}
        short |= {each.short: each.short, each.short_plural: each.short_plural}
    inner = {word for each in load_pinpoints() if each.inside for word in (each.word, each.plural)}
    inside, plain = _choice([*inner]), _choice([word for word in short if word not in inner])
    bare = (
        rf"{_choice([form for each in load_pinpoints() if each.alone for form in (each.word, each.plural)])}(?!\w)"
    )
    unit = rf"(?:{plain}\s?{_LOCATORS}|{bare})"
    report_unit = rf"(?:{unit}|{inside}\s{_INSIDE})"
    tail = r"\)?,\s(?:and\s)?"
    return _Patterns(
        bracket=re.compile(rf"\s?\((?P<words>(?i:{plain})\s?{_LOCATORS})\)"),
        after=re.compile(rf"{tail}(?P<words>{unit}(?:,?\s(?:and\s)?{unit})*)"),
        after_report=re.compile(rf"{tail}(?P<words>{report_unit}(?:,?\s(?:and\s)?{report_unit})*)"),
        before=re.compile(
            rf"\b(?P<words>{unit}(?:(?:,\s|,?\sand\s|\sof\s){unit})*)\s(?:above\s)?"
            r"(?:of|to|in|contained\sin)\s(?:the\s|that\s|document\s)?$"
        ),
        unit=re.compile(rf"(?<![\w.]){_choice(list(short))}(?![A-Za-z])"),
        short=short,
    )


def _choice(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(_optional_stop, longest_first))})"


def _optional_stop(word: str) -> str:
    """The word, whose full stop may be missing in print."""
    return rf"{re.escape(word[:-1])}\b\.?" if word.endswith(".") else re.escape(word)


def pinpoint_after(text: str, at: int, *, is_report: bool) -> Pinned | None:
    """The pinpoint that follows a citation ending at ``at``, ``annex I`` for ``, annex I``; None where none does.

    The part in brackets that belongs to a symbol comes first: ``A/78/6 (Sect. 2)``.

    Args:
        text: The passage.
        at: Where the citation ends; a closing bracket may stand between.
        is_report: The document is no resolution, so that a resolution named next is one printed inside it.
    """
    patterns = _patterns()
    bracket = patterns.bracket.match(text, at)
    at = bracket.end() if bracket else at
    found = (patterns.after_report if is_report else patterns.after).match(text, at)
    if found and _LEADS_ON.match(text, found.end()):
        found = None
    words = [bracket["words"][0].lower() + bracket["words"][1:]] if bracket else []
    words += [found["words"]] if found else []
    return (
        Pinned(", ".join(dict.fromkeys(map(_abbreviated, words))), found.end() if found else at) if words else None
    )


def pinpoint_before(text: str, at: int) -> str | None:
    """The pinpoint that leads to a citation beginning at ``at``: ``paragraph 72 of`` gives ``para. 72``."""
    window = 160
    found = _patterns().before.search(text[max(0, at - window) : at])
    return _abbreviated(found["words"]) if found else None


def _abbreviated(words: str) -> str:
    patterns = _patterns()
    short = patterns.unit.sub(lambda found: patterns.short.get(found[0]) or patterns.short[f"{found[0]}."], words)
    return re.sub(r"\.(?=\d)(?<=[a-z]\.)", ". ", short)
