"""The documents that a document cites: full symbols, and resolutions and decisions by their numbers.

Knows lists of numbers, the dates and pinpoints that go with them, and *Ibid.* A number counts only where a word
says that it is a resolution or decision: fractions, dates and scores are left alone. Treaties, publications and
documents without a symbol are not citations here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.documents.find.bodies import Number, Speaker, find_mentions, organ_named
from stocktake.documents.find.locate import Passage, passages
from stocktake.documents.find.pinpoint_words import Pinned, pinpoint_after, pinpoint_before
from stocktake.documents.model import Document
from stocktake.frameworks.organs import Nature
from stocktake.values.partial_date import PartialDate, match_date
from stocktake.values.resolution_number import ResolutionNumber, match_letters, match_number, scan_numbers
from stocktake.values.span import Span
from stocktake.values.symbol import Symbol, scan_symbols


@dataclass(frozen=True, slots=True)
class Citation:
    """One document cited at one place.

    Attributes:
        place: A paragraph's id, or ``note 3``, or ``annex``.
        printed: The number or symbol as printed.
        symbol: The canonical symbol.
        pinpoint: The part meant, in the UN's abbreviations: ``annex``, ``para. 72``.
        date: The date printed with it.
        spans: Where the number or symbol stands in the source text.
    """

    place: str
    printed: str
    symbol: Symbol
    pinpoint: str | None
    date: PartialDate | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A citation within one passage, before it is put into the source text."""

    span: Span
    symbol: Symbol
    pinpoint: str | None = None
    date: PartialDate | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of a list. ``is_and``: joined to the one before it by "and"."""

    number: ResolutionNumber
    span: Span
    end: int
    is_and: bool = False
    date: PartialDate | None = None
    pinpoint: str | None = None


# How far after a list its clause is followed, in characters: a list goes on between descriptions.
LONGEST_CLAUSE = 3000
_HEAD = re.compile(r"\b(?P<nature>[Rr]esolution|[Dd]ecision)s?\s(?:[Nn]os?\.\s)?")
_CONNECTOR = re.compile(r"(?:\s?,\s(?:and\s|or\s)?|\sand\s|\sor\s|,?\sas\swell\sas\s)")
_JOINED = re.compile(r"(?:,|\band)\s$")
_DATED = re.compile(r",?\s(?:of|dated)\s")
# What a number of a list is about, up to the date that closes the list.
_ABOUT = re.compile(r",\son\s[^;]*?(?=,\s(?:both\s|all\s)?of\s\d)|,\son\s(?=[^;])")
_CLAUSE = re.compile(r";|\.\s|$")
_IBID = re.compile(r"\s*(?:See\s)?Ibid\.(?=,|$)")


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Every citation in paragraphs, notes and annexes, in this order and in order of place.

    One record per number in a list, one per addendum of ``A/67/66 and Add.1``. The document's own symbol is left
    out. A note that begins with *Ibid.* cites what the note before it cites, where that is one document.
    """
    cited: list[Citation] = []
    before: list[_Found] = []
    for place, passage, speaker in _speakers(document):
        found = _find_in(speaker)
        if place.startswith("note ") and not found:
            found = _ibid(passage.text, before)
        before = found
        cited += [_placed(each, place, passage) for each in found if str(each.symbol) != document.data.symbol]
    return tuple(cited)


def _speakers(document: Document) -> Iterator[tuple[str, Passage, Speaker]]:
    read = [(place, passage, find_mentions(passage.text)) for place, passage in passages(document)]
    named = frozenset(each.organs[0] for _, _, mentions in read for each in mentions if len(each.organs) == 1)
    organ = organ_named(document.data.organ)
    for place, passage, mentions in read:
        yield place, passage, Speaker(passage.text, mentions, organ, named)


def _placed(found: _Found, place: str, passage: Passage) -> Citation:
    printed = passage.text[found.span.start : found.span.end]
    return Citation(place, printed, found.symbol, found.pinpoint, found.date, passage.locate(*found.span))


def _find_in(speaker: Speaker) -> list[_Found]:
    symbols = list(_symbols(speaker.text))
    taken = [Span(each.span.start, each.end) for each in symbols]
    numbers = [
        each
        for each in _numbers(speaker)
        if not any(span.start < each.span.end and each.span.start < span.end for span in taken)
    ]
    return sorted([*symbols, *numbers], key=lambda each: each.span)


def _symbols(text: str) -> Iterator[_Found]:
    for symbol, span in scan_symbols(text):
        end, date = _date_after(text, span.end)
        after = pinpoint_after(text, end, is_report=symbol.nature not in ("RES", "DEC"))
        words = after.words if after else pinpoint_before(text, span.start)
        yield _Found(span, replace(symbol, stars=0), words, date, after.end if after else end)


def _ibid(text: str, before: list[_Found]) -> list[_Found]:
    found = _IBID.match(text)
    symbols = {each.symbol for each in before}
    if not found or len(symbols) != 1:
        return []
    after = pinpoint_after(text, found.end(), is_report=False)
    return [_Found(Span(text.index("Ibid"), found.end()), symbols.pop(), after.words if after else None)]


def _numbers(speaker: Speaker) -> Iterator[_Found]:
    text = speaker.text
    heads = list(_HEAD.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        items = _list_at(text, head.end())
        begin = items[-1].end if items else head.end()
        clause = _CLAUSE.search(text, begin, min(len(text), begin + LONGEST_CLAUSE))
        limit = min(each.start() for each in (clause, following) if each)
        if items:
            items += _dated_later(text, items[-1].end, limit)
        nature: Nature = "resolution" if head["nature"].lower() == "resolution" else "decision"
        yield from _named(speaker, _with_shared_dates(items), Span(*head.span()), nature)


def _named(speaker: Speaker, items: list[_Item], head: Span, nature: Nature) -> Iterator[_Found]:
    for place, item in enumerate(items):
        number = Number(item.number, nature, head, items[-1].end)
        body = speaker.body_of(number)
        symbol = body.symbol(item.number, nature) if body else None
        pinpoint = item.pinpoint
        if place == 0 and pinpoint is None:
            pinpoint = pinpoint_before(speaker.text, speaker.start_of(number))
        if symbol is not None:
            yield _Found(item.span, symbol, pinpoint, item.date)


def _list_at(text: str, at: int) -> list[_Item]:
    """The numbers of the list that begins at ``at``, each with its own date and pinpoint."""
    items: list[_Item] = []
    is_and = False
    while matched := match_number(text, at):
        items += _item_with_letters(text, *matched, is_and=is_and)
        connector = _CONNECTOR.match(text, items[-1].end)
        if not connector:
            break
        at, is_and = connector.end(), "," not in connector[0] or "and" in connector[0]
    return items


def _item_with_letters(text: str, number: ResolutionNumber, span: Span, *, is_and: bool) -> list[_Item]:
    """The number at ``span`` and, for ``72/266 A and B``, one more for each further letter."""
    items = [_Item(number, span, span.end, is_and)]
    while items[-1].number.letter and (letter := match_letters(text, items[-1].end)):
        items.append(_Item(replace(number, letter=letter[0]), letter[1], letter[1].end, is_and=True))
    last = items.pop()
    end, date = _date_after(text, last.end)
    after = pinpoint_after(text, end, is_report=False) or Pinned("", end)
    return [*items, replace(last, date=date, pinpoint=after.words or None, end=after.end)]


def _dated_later(text: str, start: int, limit: int) -> list[_Item]:
    """Further numbers of a list that is interrupted by what each is about: those with a date, or about something.

    "5/1, on the lamps, and 5/2, on the wicks, of 18 June 2007": the date at the end is that of both.
    """
    items: list[_Item] = []
    for number, span in scan_numbers(text, start, limit):
        end, date = _date_after(text, span.end)
        joined = _JOINED.search(text, max(0, span.start - 6), span.start)
        about = None if date else _ABOUT.match(text, span.end, limit)
        if date and joined:
            items.append(_Item(number, span, end, is_and=False, date=date))
        elif about and joined:
            _, date = _date_after(text, about.end())
            items.append(_Item(number, span, span.end, is_and="and" in joined[0], date=date))
    return items


def _date_after(text: str, at: int) -> tuple[int, PartialDate | None]:
    """Where the date that follows ``at`` ends, and the date; ``at`` itself and None where none follows."""
    lead = _DATED.match(text, at)
    dated = match_date(text, lead.end()) if lead else None
    if dated is None or dated.start != dated.end or dated.start.precision != "day":
        return at, None
    return dated.span.end, dated.start


def _with_shared_dates(items: list[_Item]) -> list[_Item]:
    """A date governs the numbers of its own session that "and" joins to it: ``58/268 and 58/269 of ...``."""
    shared = list(items)
    for place in range(len(items) - 1, 0, -1):
        dated, before = shared[place], shared[place - 1]
        is_same_session = before.number.session == dated.number.session
        if dated.date and dated.is_and and before.date is None and is_same_session:
            is_and = before.is_and or before.pinpoint is None
            shared[place - 1] = replace(before, date=dated.date, is_and=is_and)
    return shared
