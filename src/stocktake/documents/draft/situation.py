"""What the rules of the next draft look at: the base text place by place, its cycle, and the texts at hand.

Knows which text the base continues, how many sessions lie between one text and the next, and where each citation
stands in the words of its place. Proposes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.locate import passages
from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage, LineageText
from stocktake.values.ordinal import LARGEST, ordinal_number
from stocktake.values.partial_date import match_date
from stocktake.values.span import Span
from stocktake.values.symbol import NotASymbolError, Symbol

# The Assembly's session n opens in September of the year 1945 + n (rule 1 of its rules of procedure).
FIRST_YEAR = 1945
LONGEST_YEAR = 366
_DATED = re.compile(r",?\s(?:of|dated)\s")
_AGENDA = re.compile(r"\bprovisional agendas? (?:of|for) its (?P<ordinal>[\w\s-]+?) session\b")
_EARLIER = re.compile(r"\b(?:previous|earlier|prior|relevant|all|other)\b[^;]{0,60}?\bresolutions\b")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited in a place.

    Attributes:
        symbol: Which one.
        start: Where its number begins in the text of the place.
        end: Where its number ends.
        dated_end: Where the date after it ends; ``end`` where none is printed.
        date: The date printed with it.
        pinpoint: The part of it that is meant.
    """

    symbol: Symbol
    start: int
    end: int
    dated_end: int
    date: date | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the base text: a paragraph or a note.

    Attributes:
        name: The paragraph's id, or ``note 3``.
        part: Where it stands.
        text: Its words.
        cited: What it cites, in order.
        notes: The places of its notes, each with how many characters stand before the mark.
    """

    name: str
    part: str
    text: str
    cited: tuple[Cited, ...]
    notes: tuple[tuple[str, int], ...] = ()


def same_words(text: str) -> str:
    """The words of a title or name for comparing: no case, no punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True)
class Situation:
    """The base text and everything that may be known when its successor is drafted.

    Attributes:
        base: The text that the draft starts from.
        held: The texts at hand.
        lineages: The chains of texts written down in the frameworks.
        as_of: What is later than this is not known; None where no date is set.
    """

    base: Document
    held: tuple[Document, ...]
    lineages: tuple[Lineage, ...]
    as_of: date | None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every paragraph and note of the base, in order."""
        return tuple(_places(self.base))

    @cached_property
    def symbol(self) -> Symbol | None:
        """The base's own symbol."""
        return parsed(self.base.data.symbol)

    @cached_property
    def adopted(self) -> date | None:
        """When the base was adopted."""
        data = self.base.data
        return date.fromisoformat(data.adopted) if data.adopted and data.status == "adopted" else None

    @cached_property
    def session(self) -> int | None:
        """The session of the base; None for a number that is no session."""
        number = self.base.data.session or (self.symbol.session if self.symbol else None)
        return number if number and 0 < number < LARGEST else None

    @cached_property
    def cycle(self) -> int:
        """How many sessions later the next text is due: where the base puts it on the agenda; one if it does not."""
        for place in self.places:
            found = _AGENDA.search(place.text) if place.part == "operative" else None
            number = ordinal_number(found["ordinal"]) if found else None
            if number and self.session and number > self.session:
                return number - self.session
        return 1

    @cached_property
    def next_session(self) -> int | None:
        """The session of the next text."""
        return self.session + self.cycle if self.session else None

    @cached_property
    def year(self) -> int | None:
        """The year of the base: of its adoption, else the one in which its session opened."""
        return self.adopted.year if self.adopted else self.session and FIRST_YEAR + self.session

    @cached_property
    def tabled(self) -> date | None:
        """The day by which the next draft will be on the table: the opening of its session, or ``as_of`` if later."""
        opening = date(FIRST_YEAR + self.next_session, 9, 1) if self.next_session else None
        days = [day for day in (opening, self.as_of) if day]
        return max(days) if days else None

    @cached_property
    def own_chain(self) -> Lineage | None:
        """The lineage of the base, where the frameworks know it."""
        return next((each for each in self.lineages if self.base.data.symbol in each.symbols), None)

    @cached_property
    def predecessor(self) -> Symbol | None:
        """The text that the base continues: by the frameworks, else a held text, else by the base's own words."""
        return self._recorded() or self._held_predecessor() or self._recalled()

    @cached_property
    def predecessor_text(self) -> Document | None:
        """The predecessor itself, where it is held."""
        return self.held_text(str(self.predecessor)) if self.predecessor else None

    def held_text(self, symbol: str) -> Document | None:
        """The held text with this symbol, adopted by ``as_of``."""
        return next((each for each in self.held if each.data.symbol == symbol and self.is_known(each)), None)

    def is_known(self, text: Document) -> bool:
        """Whether the text was there on the day of the draft."""
        return self.as_of is None or (text.data.adopted or "") <= self.as_of.isoformat()

    def newer_text(self, symbol: str) -> tuple[LineageText, ...]:
        """The texts after ``symbol`` in its lineage that were adopted by ``as_of``, with dates that are sure."""
        chain = next((each for each in self.lineages if symbol in each.symbols), None)
        later = chain.texts[chain.symbols.index(symbol) + 1 :] if chain else ()
        return tuple(
            each
            for each in later
            if each.adopted and each.dated != "unsure" and (self.as_of is None or each.adopted <= self.as_of)
        )

    def _recorded(self) -> Symbol | None:
        chain = self.own_chain
        at = chain.symbols.index(self.base.data.symbol or "") if chain else 0
        return parsed(chain.symbols[at - 1]) if chain and at else None

    def _held_predecessor(self) -> Symbol | None:
        """The adopted text of the same title and organ in the nearest earlier session."""
        own = same_words(self.base.data.title or "")
        earlier = [
            (each.data.session, symbol)
            for each in self.held
            if each.data.status == "adopted"
            and each.data.session
            and self.session
            and each.data.session < self.session
            and own
            and same_words(each.data.title or "") == own
            and (symbol := parsed(each.data.symbol))
        ]
        return max(earlier, key=lambda each: each[0])[1] if earlier else None

    def _recalled(self) -> Symbol | None:
        """The last resolution of the session before that the preamble recalls as one of its own on this matter."""
        found = [
            cited.symbol
            for place in self.places
            if place.part == "preamble"
            for cited in place.cited
            if self.is_own(cited.symbol)
            and cited.date
            and cited.symbol.session == (self.session or 0) - self.cycle
            and self._on_this_matter(place, cited)
        ]
        return found[0] if found else None

    def is_own(self, symbol: Symbol) -> bool:
        """Whether it is a resolution of the organ that adopted the base."""
        if symbol.nature != "RES":
            return False
        return self.symbol is None or self.symbol.organ == symbol.organ

    def _on_this_matter(self, place: Place, cited: Cited) -> bool:
        """The paragraph names the title, or earlier resolutions beside it, or nothing but resolutions."""
        rest = same_words(place.text[cited.dated_end :])
        title = same_words(self.base.data.title or "")
        return (
            bool(title and rest.startswith(f"on {title}")) or _EARLIER.search(place.text) is not None or not rest
        )


def parsed(symbol: str | None) -> Symbol | None:
    """The symbol; None where the text is none."""
    try:
        return Symbol.parse(symbol) if symbol else None
    except NotASymbolError:
        return None


def _places(base: Document) -> Iterator[Place]:
    cited = _citations(base)
    part = "preamble"
    for paragraph in base.paragraphs:
        if paragraph.kind != "item":
            part = "preamble" if paragraph.kind == "preambular" else "operative"
        notes = tuple((f"note {mark.mark}", mark.at) for mark in paragraph.marks)
        yield Place(paragraph.id, part, paragraph.text, tuple(cited.get(paragraph.id, ())), notes)
    marks = Counter(note.mark for note in base.notes)
    for note in base.notes:
        if marks[note.mark] > 1:
            # A mark that returns on every page (an asterisk) names no single place.
            continue
        yield Place(f"note {note.mark}", "note", note.text, tuple(cited.get(f"note {note.mark}", ())))


def _citations(base: Document) -> dict[str, list[Cited]]:
    """What each place cites, with offsets in its words."""
    read = dict(passages(base))
    cited: dict[str, list[Cited]] = {}
    for each in find_citations(base):
        passage = read[each.place]
        if each.spans[0].start in passage.offsets and each.spans[-1].end - 1 in passage.offsets:
            start = passage.offsets.index(each.spans[0].start)
            end = passage.offsets.index(each.spans[-1].end - 1) + 1
            found = _cited(passage.text, each.symbol, Span(start, end), each.pinpoint)
            cited.setdefault(each.place, []).append(found)
    return cited


def _cited(text: str, symbol: Symbol, span: Span, pinpoint: str | None) -> Cited:
    lead = _DATED.match(text, span.end)
    printed = match_date(text, lead.end()) if lead else None
    if printed is None or printed.start.precision != "day" or printed.start != printed.end:
        return Cited(symbol, *span, span.end, None, pinpoint)
    return Cited(symbol, *span, printed.span.end, printed.start.earliest, pinpoint)


def situation_of(
    base: Document, held: Sequence[Document], lineages: tuple[Lineage, ...], as_of: date | None
) -> Situation:
    """The situation in which the successor of ``base`` is drafted; the base itself is not among the held."""
    others = tuple(each for each in held if each.source.sha256 != base.source.sha256)
    return Situation(base, others, lineages, as_of)
