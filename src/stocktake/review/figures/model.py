"""The nouns of the figure audit: a published value, what a figure is bound to, the verdicts on it. Computes nothing.

A figure is bound to the published value that its words are of, or it is not bound and the reason is said. Verdicts are
what follows from that; several may hold at once. Nothing published is made up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stocktake.documents.find.figures import Figure
from stocktake.values.interval import Interval
from stocktake.values.span import Span

Basis = Literal["series", "headline"]
"""``series``: statistics that the workspace holds; ``headline``: a figure of a publication, in the frameworks."""

VerdictName = Literal[
    "supported",
    "consistent after rounding",
    "superseded",
    "revised",
    "stale",
    "group changed",
    "definition changed",
    "contradicted",
    "expired target",
    "not checkable",
    "not bound",
]


@dataclass(frozen=True, slots=True)
class Value:
    """One published value of one indicator, of an area or group, in one edition.

    Attributes:
        basis: Where it is known from.
        indicator: The indicator's code.
        area: The code of the area or group.
        sex: ``female``, ``male``; None for both.
        location: ``urban``, ``rural``; None for everywhere.
        period: The year it is of.
        value: In ``unit``, as published.
        unit: The canonical unit.
        range: What the value as published may stand for: half a unit of its last decimal either way, wider where it
            was published with a word such as "about".
        edition: What it was published in: the publisher with the title or the data set.
        published: The day of the edition; None where it is not known.
        population: Whose share it is, where the publisher says ("15+"); None where he does not, or all ages.
        source: The file's name with its row, or the source of the record.
        sha256: Of the file; None for a headline figure.
        row: In the file; None for a headline figure.
        record: The id of the record of the frameworks; None for a series.
        is_sure: Whether a verdict may rest on it: a record marked ``unsure`` is shown and decides nothing.
        publisher: Who published it: with the day it tells which values of several files are of one release.
    """

    basis: Basis
    indicator: str
    area: str
    sex: str | None
    location: str | None
    period: str
    value: float
    unit: str
    range: Interval
    edition: str
    published: date | None
    population: str | None
    source: str
    sha256: str | None = None
    row: int | None = None
    record: str | None = None
    is_sure: bool = True
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """What a figure is bound to.

    Attributes:
        bound: The value that its words are of; None where it is not bound.
        because: Why this value, or why none; whole sentences.
        values: Everything published of the same indicator, area, sex and location, by year, then by day of edition;
            the value bound among them.
        is_negated: The figure counts those of whom the indicator is not true: it is 100 minus the value.
        rates: What is published of women and of men, where the figure sets the two against each other; in the same
            order as ``values``.
    """

    bound: Value | None
    because: str
    values: tuple[Value, ...] = ()
    is_negated: bool = False
    rates: tuple[tuple[Value, ...], tuple[Value, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of a text, as a verdict refers to it: the text's key, the paragraph, the words."""

    text: str
    paragraph: str
    printed: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a figure.

    Attributes:
        verdict: Its name.
        because: How it follows, with the numbers; whole sentences.
        values: The published values that it was held against.
        places: The figures of texts that it was held against.
    """

    verdict: VerdictName
    because: str
    values: tuple[Value, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def against(self) -> tuple[Value | Place, ...]:
        """Everything that it was held against."""
        return (*self.places, *self.values)


@dataclass(frozen=True, slots=True)
class Audited:
    """A figure of a text with what was found.

    Attributes:
        text: The key of the text.
        figure: As found in it.
        binding: What it is bound to.
        verdicts: The gravest first; never empty.
    """

    text: str
    figure: Figure
    binding: Binding
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures of one text that cannot all hold.

    Attributes:
        text: The key of the text.
        places: The figures, in the order of the text.
        because: The derivation, with every number and what it takes for granted; whole sentences.
    """

    text: str
    places: tuple[Place, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Expired:
    """A target that a text still names although its year has passed.

    Attributes:
        text: The key of the text.
        paragraph: The paragraph's id.
        quote: The words, verbatim.
        spans: Where they stand in the source text.
        year: The year that has passed.
        target: The id of the record of the frameworks; None where the words name none that is known.
        since: The keys of the earlier texts that carry the same words, the earliest first.
        because: Whole sentences.
    """

    text: str
    paragraph: str
    quote: str
    spans: tuple[Span, ...]
    year: int
    target: str | None
    since: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A candidate for the next text: a sentence's own words with the newer number. An option, no advice.

    Attributes:
        text: The key of the text.
        paragraph: The paragraph's id.
        start: Where the words to be replaced begin in the paragraph's text, in characters.
        end: Where they end.
        old: Those words, verbatim.
        new: What would stand there.
        because: What it rests on, with the source; whole sentences.
        source: The value it comes from; always a series that is held.
        besides: What has to change with it, as part of ``because``: the note that cites the old source; empty for
            nothing.
    """

    text: str
    paragraph: str
    start: int
    end: int
    old: str
    new: str
    because: str
    source: Value
    besides: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """The figures of all texts that are used.

    Attributes:
        figures: In the order of the texts, the latest adopted first, and of the paragraphs.
        contradictions: Figures of one text that cannot all hold.
        expired: Targets named whose year has passed.
        replacements: Candidates for the next text of each chain.
    """

    figures: tuple[Audited, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    expired: tuple[Expired, ...] = ()
    replacements: tuple[Replacement, ...] = ()
