"""Targets that a text still names although their year is over: the words, the record, the earlier texts with the same.

A target is a state of the world that the words want by a date. The deadline of a report or a meeting is none, nor is
what happened by a date. Knows the targets of the frameworks by their words, year and group. Does not know whether
a target was met.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from stocktake.documents.find.figure_clauses import clauses
from stocktake.documents.find.figure_groups import groups_in
from stocktake.documents.find.word_places import WordPlaces
from stocktake.documents.model import Paragraph
from stocktake.frameworks.promise_words import Role, promise_words
from stocktake.frameworks.targets import Target, targets
from stocktake.review.figures.case import AuditText
from stocktake.review.figures.model import Expired
from stocktake.review.words import listed, long_date
from stocktake.values.partial_date import scan_dates, scan_years

# "By 2020, half of them had": so close, in characters, does the verb follow.
_SOON = 40
_UP_TO = r"(?:(?:the\s)?(?:end|beginning|middle|close|start)\sof\s)?(?:the\s)?(?:year\s)?"


@dataclass(frozen=True, slots=True)
class _Promise:
    """Words that want something by a date: where they begin and end in the paragraph, and the date's last day."""

    start: int
    end: int
    latest: date


def find_expired(text: AuditText, texts: Sequence[AuditText], as_of: date) -> Iterator[Expired]:
    """The targets of a text whose date had passed when it was settled, in order of place.

    Of a text that the next one would start from, those too whose date has passed since.

    Args:
        text: The text.
        texts: All texts, to tell since when the same words stand.
        as_of: The date of the review.
    """
    for paragraph in text.document.paragraphs:
        for promise in _promises(paragraph.text):
            had_passed = text.day is not None and promise.latest < text.day
            if had_passed or (text.is_base and promise.latest < as_of):
                yield _expired(text, texts, paragraph, (promise, as_of))


def _expired(
    text: AuditText, texts: Sequence[AuditText], paragraph: Paragraph, what: tuple[_Promise, date]
) -> Expired:
    promise, as_of = what
    quote = paragraph.text[promise.start : promise.end]
    year = promise.latest.year
    target = _target_of(quote, year)
    since = _carried_by(quote, text, texts)
    return Expired(
        text=text.key,
        paragraph=paragraph.id,
        quote=quote,
        spans=WordPlaces(text.document.source_text, paragraph.spans).locate(promise.start, promise.end),
        year=year,
        target=target.id if target else None,
        since=since,
        because=" ".join(_because(text, promise, as_of, target, since)),
    )


def _because(
    text: AuditText, promise: _Promise, as_of: date, target: Target | None, since: Sequence[str]
) -> Iterator[str]:
    day = text.day
    over = long_date(promise.latest.isoformat())
    if day and promise.latest < day:
        settled = "adopted" if text.document.data.status == "adopted" else "settled"
        then = long_date(day.isoformat())
        yield f"The words want it by {over}, which had passed when the text was {settled}, on {then}."
    else:
        yield f"The words want it by {over}, which has passed as of {long_date(as_of.isoformat())}."
    if target:
        yield f"It is a target set in {target.set} for {target.by}: {target.framework} ({target.source})."
    if since:
        yield f"The same words stand in {listed(since)}."
    yield "The words do not say what became of it."


def _promises(text: str) -> Iterator[_Promise]:
    """What the words of a paragraph want by a date, in order."""
    before = re.compile(rf"\b{_any('date')}\s{_UP_TO}$")
    for printed in sorted([*scan_dates(text), *scan_years(text)], key=lambda each: each.span):
        lead = before.search(text[: printed.span.start])
        if lead is None or _is_over(text[printed.span.end :]):
            continue
        start = max(each.start for each in clauses(text) if each.start <= lead.start())
        wanted = _wanted(text[start : lead.start()])
        if wanted is not None and not _has_happened(text[start + wanted : lead.start()]):
            yield _Promise(start + wanted, printed.span.end, printed.end.latest)
        elif wanted is None and (after := _wanted_after(text[printed.span.end :])):
            yield _Promise(lead.start(), printed.span.end + after, printed.end.latest)


def _wanted(words: str) -> int | None:
    """Where the words that want something begin; None where they want nothing, or only a step of procedure."""
    wishes = list(re.finditer(rf"\b{_any('wish')}", words, re.IGNORECASE))
    if wishes:
        return wishes[-1].start()
    reached = list(re.finditer(rf"\b{_any('reach')}", words, re.IGNORECASE))
    is_process = re.search(rf"\b{_any('process')}", words, re.IGNORECASE)
    return reached[-1].start() if reached and not is_process else None


def _wanted_after(words: str) -> int | None:
    """Where the words end that want something right after their date: "to, by 2020, halve the number of"."""
    found = re.match(rf",?\s(?:to\s)?(?:[a-z]+ly\s)?{_any('reach')}[^,;.]*", words)
    if found is None or re.search(rf"\b{_any('process')}", found[0], re.IGNORECASE):
        return None
    return found.end()


def _is_over(after: str) -> bool:
    """Whether the words after a date say that it happened by then, or that it did not."""
    return bool(re.match(rf"[^.;]{{0,{_SOON}}}\b{_any('over')}", after))


def _has_happened(words: str) -> bool:
    """Whether the words between a wish and its date say what came of it."""
    return bool(re.search(rf"\b{_any('over')}(?!\sto\b)", words))


@cache
def _any(role: Role) -> str:
    return rf"(?:{'|'.join(map(re.escape, promise_words(role)))})(?![\w-])"


def _target_of(quote: str, year: int) -> Target | None:
    """The one target of that year whose words, or whose groups and value, the quote has; None for none or several."""
    of_year = [each for each in targets().values() if each.by == year]
    named = {group.area for _, group in groups_in(quote)}
    found = [each for each in of_year if _has_words(quote, each) and (not named or named & set(each.groups))]
    return found[0] if len(found) == 1 else None


def _has_words(quote: str, target: Target) -> bool:
    if target.value is not None:
        return False
    wanted = re.findall(r"\w{4,}", target.words.lower())
    return bool(wanted) and set(wanted) <= set(re.findall(r"\w+", quote.lower()))


def _carried_by(quote: str, text: AuditText, texts: Sequence[AuditText]) -> tuple[str, ...]:
    """The keys of the texts settled earlier that have the same words, the earliest first."""
    same = " ".join(quote.casefold().split())
    earlier = [
        each
        for each in texts
        if each.key != text.key
        and each.day
        and text.day
        and each.day < text.day
        and any(same in " ".join(paragraph.text.casefold().split()) for paragraph in each.document.paragraphs)
    ]
    return tuple(each.key for each in sorted(earlier, key=lambda each: (each.day or date.min, each.key)))
