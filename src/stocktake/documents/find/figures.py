"""The figures of a text: every quantity about the world in its paragraphs, with what the words around it say.

Puts together what ``figure_numbers`` (the number), ``figure_clauses`` (its own words), ``figure_traits`` (group, sex,
year) and ``figure_measures`` (what is measured) find. A year that is printed with the figure is ``stated``; one taken
over from the clause before is ``implied``; the year in the title of the publication that the clause's note cites is
the ``source``'s. Nothing is taken from outside the text. Does not know whether a figure is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from stocktake.documents.find.figure_clauses import Clause, Own, is_said_again, own_words
from stocktake.documents.find.figure_measures import Measure, measures_of
from stocktake.documents.find.figure_numbers import scan_quantities
from stocktake.documents.find.figure_people import Location
from stocktake.documents.find.figure_sides import Sex, Side
from stocktake.documents.find.figure_traits import Traits, YearBasis, traits_of
from stocktake.documents.find.word_places import WordPlaces
from stocktake.documents.model import Document, Paragraph
from stocktake.frameworks.figure_words import Sense, any_of
from stocktake.values.span import Span

Kind = Literal["level", "change", "target"]
"""``level``: how much there is; ``change``: by how much it changed, or one differs from another; ``target``: how much
is wanted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity about the world.

    Attributes:
        paragraph: The paragraph's id.
        quote: The clause it stands in, verbatim; figures that are held against each other share one.
        spans: Where the quote stands in the source text.
        printed: The quantity as printed, without its comparator: ``93 per cent``, ``a third``.
        printed_spans: Where these words stand.
        value: The number in ``unit``, a share in words in hundredths to one decimal (a third is 33.3); the lower
            one of a range; None for a share that names no number ("the majority").
        upper: The higher number of a range; None elsewhere.
        unit: ``per cent``, ``share`` (no number), ``US dollars``, ``persons``, ``number``, ``times`` ... .
        comparator: ``approximately``, ``more than``, ``only`` ...; None where none stands before it.
        sense: On which side of the number the comparator puts the world; None without a comparator.
        kind: Level, change or target.
        measure: What is measured; see ``figure_measures.Measure``.
        indicator: The code of the indicator that measures just this.
        negated: It counts those of whom the measure is not true.
        group: The group or area in the United Nations' words; None where the text names none.
        area: Its code.
        sex: Whose; None where it is not of one sex.
        population: Whose share it is, as printed: ``people``, ``women``.
        location: Urban or rural; None where it is said to be of neither or of both.
        year: The year it is of.
        since: The first year, where it is of a period.
        year_basis: How the year is known.
        notes: The marks of the notes in its clause.
        rule: The form of quantity that found it.
        sides: The two that a difference lies between; empty where it is none, or the words do not name both.
        restates: The words of the figure before it that it gives once more, in another unit: "26 per cent" of
            "2.2 billion people (26 per cent)"; None for a figure of its own.
        at: Where its words begin in the quote.
    """

    paragraph: str
    quote: str
    spans: tuple[Span, ...]
    printed: str
    printed_spans: tuple[Span, ...]
    value: float | None
    upper: float | None
    unit: str
    comparator: str | None
    sense: Sense | None
    kind: Kind
    measure: str
    indicator: str | None
    negated: bool
    group: str | None
    area: str | None
    sex: Sex | None
    population: str | None
    location: Location | None
    year: int | None
    since: int | None
    year_basis: YearBasis | None
    notes: tuple[str, ...]
    rule: str
    sides: tuple[Side, ...] = ()
    restates: str | None = None
    at: int = 0

    @property
    def words_before(self) -> str:
        """The words of the quote before the figure, its comparator among them."""
        return self.quote[: self.at]

    @property
    def words_after(self) -> str:
        """The words of the quote behind the figure."""
        return self.quote[self.at + len(self.printed) :]


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure in the paragraphs of a document, in order of place."""
    return tuple(figure for paragraph in document.paragraphs for figure in _in_paragraph(document, paragraph))


def _in_paragraph(document: Document, paragraph: Paragraph) -> Iterator[Figure]:
    quantities = scan_quantities(paragraph.text)
    if not quantities:
        return
    places = WordPlaces(document.source_text, paragraph.spans)
    adopted = int(document.data.adopted[:4]) if document.data.adopted else None
    earlier: tuple[int, int] | None = None
    for owned in own_words(paragraph.text, quantities):
        clause = owned[0].clause
        goes_on = earlier is not None and earlier[0] == clause.whole_end
        found = traits_of(owned, earlier[1] if earlier and goes_on else None, adopted)
        measured = measures_of(paragraph.text, owned)
        before: Figure | None = None
        for own, traits, measure in zip(owned, found, measured, strict=True):
            made = _figure(document, paragraph, places, (own, traits, measure))
            if before and is_said_again(own) and _is_of_the_same(before, made):
                made = replace(made, restates=before.printed)
            before = made
            yield made
        year = next(
            (each.year for each in reversed(found) if each.year_basis == "stated" and not each.is_wanted), None
        )
        earlier = (clause.whole_end, year) if year else None


def _is_of_the_same(before: Figure, aside: Figure) -> bool:
    """Whether an aside counts the same people by the same measure: not "5 million people (32 per cent women)"."""
    whose = aside.population
    is_same = whose in (None, before.population) or whose.endswith("population")
    return is_same and (before.kind, before.measure) == (aside.kind, aside.measure)


def _figure(
    document: Document, paragraph: Paragraph, places: WordPlaces, parts: tuple[Own, Traits, Measure]
) -> Figure:
    own, traits, measure = parts
    number = own.quantity
    start, end = _quoted(paragraph.text, own.clause)
    notes = _notes_of(paragraph, own.clause)
    sourced = _year_of_source(document, notes) if traits.year is None else None
    return Figure(
        paragraph=paragraph.id,
        quote=paragraph.text[start:end],
        spans=places.locate(start, end),
        printed=paragraph.text[number.start : number.end],
        printed_spans=places.locate(number.start, number.end),
        value=number.value,
        upper=number.upper,
        unit=number.unit,
        comparator=number.comparator,
        sense=number.sense,
        kind=_kind(traits),
        measure=measure.name,
        indicator=measure.indicator,
        negated=measure.is_negated,
        group=traits.group.name if traits.group else None,
        area=traits.group.area if traits.group else None,
        sex=traits.sex,
        population=traits.population,
        location=traits.location,
        year=traits.year or sourced,
        since=traits.since,
        year_basis=traits.year_basis or ("source" if sourced else None),
        notes=notes,
        rule=number.form,
        sides=traits.sides,
        at=number.start - start,
    )


def _kind(traits: Traits) -> Kind:
    if traits.is_wanted:
        return "target"
    return "change" if traits.is_change else "level"


def _quoted(text: str, clause: Clause) -> tuple[int, int]:
    """The clause without the marks and blanks at its ends."""
    words = text[clause.start : clause.end]
    start = clause.start + len(words) - len(words.lstrip(" ,"))
    return start, clause.start + len(words.rstrip(" ,;.:"))


def _notes_of(paragraph: Paragraph, clause: Clause) -> tuple[str, ...]:
    """The marks of the notes inside a clause; else the first mark further on in what the same verb states."""
    inside = [mark.mark for mark in paragraph.marks if clause.start < mark.at <= clause.end + 1]
    further = [mark.mark for mark in paragraph.marks if clause.end + 1 < mark.at <= clause.whole_end + 1]
    return tuple(dict.fromkeys(inside or further[:1]))


_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?<![\w./–-])(?:19|20)\d\d(?![\w/–-])")


@cache
def _cites_a_text() -> re.Pattern[str]:
    return re.compile(any_of("unsourced"))


def _year_of_source(document: Document, marks: tuple[str, ...]) -> int | None:
    """The one year in the titles of the publications that these notes cite; None where there is none or several.

    The year of publication, in brackets, does not count: it is when it came out, not what it is of.
    """
    titles = [each.text for each in document.notes if each.mark in marks and not _cites_a_text().search(each.text)]
    years = {int(year) for title in titles for year in _YEAR.findall(_IN_BRACKETS.sub("", title))}
    return years.pop() if len(years) == 1 else None
