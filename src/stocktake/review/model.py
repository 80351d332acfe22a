"""The review's nouns: what a workspace amounts to on a date. All frozen; nothing here computes.

Every renderer reads a ``Review`` and nothing else; ``publish/review_json.py`` prints the same things under the
same names.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stocktake.documents.compare import Comparison
from stocktake.documents.model import Document, Paragraph
from stocktake.documents.threads.model import Threads
from stocktake.findings import Finding
from stocktake.frameworks.records import Confidence
from stocktake.review.calendar import Calendar
from stocktake.review.divides import DivideMeasured
from stocktake.review.duties_model import Duties
from stocktake.review.evidence.model import Coverage, Reported, Standing
from stocktake.review.figures.model import Audit
from stocktake.review.health_model import Health
from stocktake.review.needs.model import NeedsView
from stocktake.review.numbers import DataFile

Held = Literal["adopted", "draft", "not held"]
When = Literal["past", "now", "ahead"]
Basis = Literal["frameworks", "same title"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of what in a document."""

    preambular: int
    operative: int
    items: int
    notes: int
    annexes: int
    findings: int


@dataclass(frozen=True, slots=True)
class Text:
    """One document of the workspace.

    Attributes:
        key: What the review calls it: its symbol, or its file's name where it prints none; unique.
        document: The document as read.
        counts: How much there is in it.
        example: It is invented.
        after_as_of: It was adopted, or as a draft distributed, after the date of the review, so that it is listed and
            not used.
        twin_of: The key of the text that stands for this one too, because both have one symbol; None if it stands
            for itself.
    """

    key: str
    document: Document
    counts: Counts
    example: bool = False
    after_as_of: bool = False
    twin_of: str | None = None

    @property
    def used(self) -> bool:
        """Whether the review reads it: it stands for itself, and was there on the date of the review."""
        return not self.after_as_of and self.twin_of is None


@dataclass(frozen=True, slots=True)
class Member:
    """One place in a chain.

    Attributes:
        symbol: Of the adopted text.
        session: Of the Assembly; None where it is not known.
        adopted: ISO date of adoption; None where it is not known.
        confidence: How sure the frameworks are that this text belongs here; None where the text itself is held.
        held: Whether the adopted text is held, or a draft of it only, or nothing.
        text: The key of the adopted text; None where it is not held.
        drafts: The keys of drafts of this session on the same subject.
    """

    symbol: str
    session: int | None
    adopted: str | None
    confidence: Confidence | None
    held: Held
    text: str | None
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """Texts that renew one another, in order of adoption, up to the date of the review.

    Attributes:
        name: Its subject.
        basis: The frameworks list it; or the texts merely share their title, and what is not held is unknown.
        example: It is invented.
        members: Its texts, held and not held.
    """

    name: str
    basis: Basis
    example: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The latest adopted text of a chain against the one before it that is held.

    Attributes:
        chain: The name of the chain.
        old: The key of the earlier text.
        new: The key of the later text.
        not_held_between: Symbols of the chain's texts between the two: what is new may be older than it looks.
        comparison: The two, paragraph by paragraph.
    """

    chain: str
    old: str
    new: str
    not_held_between: tuple[str, ...]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a text: its key, and a paragraph's id, ``note 3``, or empty for the whole."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph that the review quotes, whole."""

    text: str
    paragraph: Paragraph
    source: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the texts cite.

    Attributes:
        symbol: Canonical.
        held: The key of the text of this symbol; None where it is not held.
        places: Where it is cited, in the order of the texts.
    """

    symbol: str
    held: str | None
    places: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """An event that the texts name.

    Attributes:
        name: As printed.
        place: Where it is held; None where the text does not say.
        start: A partial ISO date.
        end: A partial ISO date; the same as ``start`` for one day.
        when: Past, running or ahead on the date of the review.
        passages: Where it is named, in the order of the texts.
    """

    name: str
    place: str | None
    start: str
    end: str
    when: When
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, and the text it was made on."""

    text: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of the workspace that cannot be used."""

    name: str
    sha256: str
    what: str


@dataclass(frozen=True, slots=True)
class Attention:
    """Something a person should look at: the rule that raised it, the words, the places meant, and why it matters."""

    rule: str
    words: str
    passages: tuple[Passage, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What a workspace amounts to on a date.

    Attributes:
        as_of: The date.
        fingerprint: A checksum of what it was made from; empty where the documents came from no workspace.
        example: All of it is invented.
        texts: Every document, the latest adopted first.
        chains: The chains that the texts belong to, the one with most texts held first.
        steps: What changed in the latest text of each chain that has two, in the order of the chains.
        threads: The life of each provision of the first chain; None where fewer than two of its texts are held.
        duties: What the texts ask, with what became of it.
        calendar: Everything dated: duties and events of the texts in force, and the sessions named.
        figures: The figures of the texts, with what each is bound to and what is to be said of it.
        standings: How far the evidence on each duty in force carries.
        coverage: What the evidence covers.
        contributions: What entities report, in their own words, oldest first.
        needs: Needs against offers.
        divides: The digital divides as the statistics held show them.
        health: Signs in the mandates of each text in force.
        citations: The documents cited, by symbol.
        events: The events named, by date.
        remarks: The findings on the texts, in the order of the texts.
        damages: The files that cannot be used, by name.
        quotes: The paragraphs quoted, in the order of the texts.
        attention: At most ten things to look at, the gravest first.
        data_files: The statistics held, by name.
    """

    as_of: date
    fingerprint: str
    example: bool
    texts: tuple[Text, ...]
    chains: tuple[Chain, ...]
    steps: tuple[Step, ...]
    threads: Threads | None
    duties: Duties
    calendar: Calendar
    figures: Audit
    standings: tuple[Standing, ...]
    coverage: Coverage
    contributions: tuple[Reported, ...]
    needs: NeedsView
    divides: tuple[DivideMeasured, ...]
    health: tuple[Health, ...]
    citations: tuple[Cited, ...]
    events: tuple[Dated, ...]
    remarks: tuple[Remark, ...]
    damages: tuple[Damage, ...]
    quotes: tuple[Quote, ...]
    attention: tuple[Attention, ...]
    data_files: tuple[DataFile, ...]

    def text(self, key: str) -> Text:
        """The text called ``key``, which must be there."""
        return next(each for each in self.texts if each.key == key)
