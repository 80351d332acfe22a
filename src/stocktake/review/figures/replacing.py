"""Candidates for the next text: a sentence's own words with the numbers of the newest loaded series.

Knows how a number is printed in place of another: digits with the places they had, words only as long as they still
hold. All figures of a sentence move to one edition and one year, or none does. Headline figures move nothing: only a
series that is loaded does. Does not know whether anybody wants the change.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stocktake.documents.find.figures import Figure
from stocktake.documents.find.locate import Passage
from stocktake.frameworks.figure_words import words_by_form
from stocktake.review.figures.case import AuditText, Case
from stocktake.review.figures.model import Replacement, Value
from stocktake.review.figures.printed import WHOLE, agrees, is_in_words, printed_decimals
from stocktake.review.figures.wording import value_words

_OPEN = frozenset({"below", "above", "at most", "at least"})
_YEAR = re.compile(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-])")

Release = tuple[str, str]
"""Release and year. Values of several files of one publisher and day are of one release."""


class _Words(NamedTuple):
    """A range of a paragraph's words, and what would stand there."""

    start: int
    end: int
    new: str


def propose_replacements(text: AuditText, as_of: date) -> Iterator[Replacement]:
    """The candidates for the text that follows this one, in the order of its words."""
    cases = [
        Case(text, figure, binding, as_of) for figure, binding in zip(text.figures, text.bindings, strict=True)
    ]
    for paragraph, quote in dict.fromkeys((each.figure.paragraph, each.figure.quote) for each in cases):
        sentence = [each for each in cases if (each.figure.paragraph, each.figure.quote) == (paragraph, quote)]
        yield from _of_sentence(sentence)


def _of_sentence(sentence: Sequence[Case]) -> Iterator[Replacement]:
    release = _newest_of_all(sentence)
    moved = [(each, _value_in(each, release)) for each in sentence] if release else []
    changed = [(case, value) for case, value in moved if value and not _still_says(case, value)]
    if release is None or not changed:
        return
    passage = _passage(sentence[0])
    years = _years(sentence, passage, release[1])
    if years is None:
        return
    for case, value in changed:
        yield _replacement(case, value, _new_words(case, value, passage), passage)
    for words in years:
        yield _replacement(changed[0][0], changed[0][1], words, passage)


def _passage(case: Case) -> Passage:
    """The paragraph of a figure, with the place of every character."""
    document = case.text.document
    paragraph = document.paragraph(case.figure.paragraph)
    return Passage.of(document.source_text, paragraph.spans if paragraph else ())


def _newest_of_all(sentence: Sequence[Case]) -> Release | None:
    """The newest edition and year of a series that has a value for every figure; None where none has, or it is older.

    A sentence with a figure that no series can bear out stays as it is, and so does one whose figures are newer.
    """
    shared = [{_release_of(v): v for v in _series_of(each)} for each in sentence]
    if not shared or any(each.figure.kind != "level" or each.figure.value is None for each in sentence):
        return None
    common = set(shared[0]).intersection(*shared[1:])
    newest = max(common, key=lambda one: (one[1], shared[0][one].published or date.min, one[0]), default=None)
    meant = [case.meant.period for case in sentence if case.meant]
    stated = [str(case.figure.year) for case in sentence if case.figure.year]
    return newest if newest and all(newest[1] >= each for each in (*meant, *stated)) else None


def _series_of(case: Case) -> list[Value]:
    bound = case.binding.bound
    return [
        each
        for each in case.deciding
        if each.basis == "series" and bound and (each.population, each.unit) == (bound.population, bound.unit)
    ]


def _value_in(case: Case, release: Release) -> Value | None:
    return next((each for each in _series_of(case) if _release_of(each) == release), None)


def _release_of(value: Value) -> Release:
    named = f"{value.publisher}, {value.published}" if value.publisher and value.published else value.edition
    return named, value.period


def _still_says(case: Case, value: Value) -> bool:
    """Whether the words as they are would be right for the value."""
    reach = case.reach
    if reach is None:
        return False
    if case.figure.sense in (None, "exactly") and not is_in_words(case.figure):
        return _printed_number(case, value) == _digits(case.figure)
    return agrees(reach, value.range)


def _printed_number(case: Case, value: Value) -> str:
    number = WHOLE - value.value if case.binding.is_negated else value.value
    return f"{number:,.{printed_decimals(case.figure)}f}"


def _digits(figure: Figure) -> str:
    return f"{figure.value or 0.0:,.{printed_decimals(figure)}f}"


def _new_words(case: Case, value: Value, passage: Passage) -> _Words:
    """The number in digits in place of the old one; with it goes a comparator that puts the world on one side."""
    figure = case.figure
    start, end = _place(figure, passage)
    if figure.sense in _OPEN:
        start = _before_comparator(figure, passage.text, start)
    number = _printed_number(case, value)
    if not is_in_words(figure):
        return _Words(start, end, re.sub(r"\d[\d,]*(?:\.\d+)?", number, figure.printed, count=1))
    linked = "" if re.match(r"\s(?:of|in|are|is|have|use|do|were)\b", passage.text[end:]) else " of"
    return _Words(start, end, f"{number} {figure.unit}{linked}")


def _place(figure: Figure, passage: Passage) -> tuple[int, int]:
    """Where the printed words stand in the paragraph."""
    first, last = figure.printed_spans[0].start, figure.printed_spans[-1].end - 1
    return passage.offsets.index(first), passage.offsets.index(last) + 1


def _before_comparator(figure: Figure, text: str, start: int) -> int:
    forms = [form for form, word in words_by_form("comparator").items() if word.name == figure.comparator]
    found = [re.search(rf"\b{re.escape(form)}\s$", text[:start], re.IGNORECASE) for form in forms]
    return min((each.start() for each in found if each), default=start)


def _years(sentence: Sequence[Case], passage: Passage, year: str) -> list[_Words] | None:
    """The year that the sentence states, to be moved with its numbers; None where it states several, or two times."""
    stated = {case.figure.year for case in sentence if case.figure.year_basis in ("stated", "implied")}
    if not stated:
        return []
    start = passage.text.find(sentence[0].figure.quote)
    printed = list(_YEAR.finditer(sentence[0].figure.quote))
    if len(stated) != 1 or len(printed) != 1 or start < 0 or printed[0][0] != str(*stated):
        return None
    if printed[0][0] == year:
        return []
    return [_Words(start + printed[0].start(), start + printed[0].end(), year)]


def _replacement(case: Case, value: Value, words: _Words, passage: Passage) -> Replacement:
    notes = case.figure.notes if case.figure.year_basis == "source" else ()
    besides = (
        f"Note {', '.join(notes)} cites where the old figure stands, and needs the new source." if notes else ""
    )
    return Replacement(
        text=case.text.key,
        paragraph=case.figure.paragraph,
        start=words.start,
        end=words.end,
        old=passage.text[words.start : words.end],
        new=words.new,
        because=f"The newest value held is {value_words(value)}, from {value.source}. {besides}".rstrip(),
        source=value,
        besides=besides,
    )
