"""What the review knows of each paragraph of a text, gathered for the page of the text. Finds nothing itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from stocktake.documents.compare import Comparison, Pair
from stocktake.documents.model import Document, Paragraph
from stocktake.documents.threads.model import Life, Thread
from stocktake.publish.own_words import Told, actions_told, by_place
from stocktake.publish.site.model import Published
from stocktake.review.asked import Asked
from stocktake.review.evidence.model import Standing
from stocktake.review.figures.model import Audited
from stocktake.review.model import Passage, Review, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stop:
    """A provision in one text: where it stands there, and what happened to it since the text held before."""

    passages: tuple[Passage, ...]
    change: str


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A provision through the texts held, oldest first; the key of the text that no longer has it, or None."""

    stops: tuple[Stop, ...]
    gone_in: str | None


@dataclass(frozen=True, slots=True)
class About:
    """One paragraph with what the review knows of it.

    Attributes:
        paragraph: The paragraph.
        headings: The headings printed before it.
        begins: ``preamble`` or ``operative`` where that part of the text begins with it; else empty.
        pairs: What it is in the comparison with the text before; empty where none is held.
        lives: The provisions that run through it.
        asked: Its duties.
        figures: Its figures.
        told: The actions reported on it.
    """

    paragraph: Paragraph
    headings: tuple[str, ...]
    begins: str
    pairs: tuple[Pair, ...]
    lives: tuple[LifeLine, ...]
    asked: tuple[Asked, ...]
    figures: tuple[Audited, ...]
    told: tuple[Told, ...] = ()


class Knowledge:
    """What is known of the paragraphs of every text of a review."""

    def __init__(self, published: Published) -> None:
        review = published.review
        self._published = published
        self._asked = _grouped(review.duties.asked, lambda each: (each.text, each.commitment.paragraph))
        self._figures = _grouped(review.figures.figures, lambda each: (each.text, each.figure.paragraph))
        self._told = by_place(actions_told(review.contributions))
        self._keys = _keys(review)
        self._lives = self._by_paragraph(review)
        self._standings: dict[str, dict[str, Standing]] = defaultdict(dict)
        for each in review.standings:
            self._standings[each.text][each.commitment] = each

    def of(self, text: Text) -> Iterator[About]:
        """Each paragraph of a text, in order."""
        before = text_before(text.key, self._published)
        comparison = self._published.comparisons[before, text.key] if before else None
        pairs = _pairs(comparison) if comparison else {}
        headings = _grouped(text.document.headings, lambda each: each.before)
        begins = _begins(text.document)
        for each in text.document.paragraphs:
            place = text.key, each.id
            yield About(
                each,
                tuple(heading.text for heading in headings.get(each.id, ())),
                begins.get(each.id, ""),
                pairs.get(each.id, ()),
                self._lives.get(Passage(*place), ()),
                self._asked.get(place, ()),
                self._figures.get(place, ()),
                self._told.get(place, ()),
            )

    def standings(self, key: str) -> Mapping[str, Standing]:
        """How far the evidence on each duty of a text carries, by the duty's id."""
        return self._standings.get(key, {})

    def _by_paragraph(self, review: Review) -> dict[Passage, tuple[LifeLine, ...]]:
        found: dict[Passage, list[LifeLine]] = defaultdict(list)
        for thread in review.threads.threads if review.threads else ():
            line = self._line(thread)
            for stop in line.stops:
                for passage in stop.passages:
                    found[passage].append(line)
        return {passage: tuple(lines) for passage, lines in found.items()}

    def _line(self, thread: Thread) -> LifeLine:
        gone_in = self._keys.get(thread.gone_in, thread.gone_in) if thread.gone_in else None
        return LifeLine(tuple(map(self._stop, thread.lives)), gone_in)

    def _stop(self, life: Life) -> Stop:
        key = self._keys.get(life.document, life.document)
        return Stop(tuple(Passage(key, place) for place in life.paragraphs), life.change)


def text_before(key: str, published: Published) -> str | None:
    """The newest adopted text of its chain before a text or draft that it is compared with; None without one."""
    for chain in published.review.chains:
        before = None
        for member in chain.members:
            if key in (member.text, *member.drafts):
                return before if before and (before, key) in published.comparisons else None
            before = member.text or before
    return None


def _keys(review: Review) -> dict[str, str]:
    """The key of a text by its name in the threads: a draft that stands in has the name of the adopted text."""
    files = {text.document.source.name: text.key for text in review.texts}
    held = review.threads.held if review.threads else ()
    return {each.name: files.get(each.file, each.name) for each in held}


def _pairs(comparison: Comparison) -> dict[str, tuple[Pair, ...]]:
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in comparison.pairs:
        for place in pair.new:
            found[place].append(pair)
    return {place: tuple(pairs) for place, pairs in found.items()}


def _begins(document: Document) -> dict[str, str]:
    """The first paragraph of the preamble and that of the operative part."""
    operative = document.operative
    first = document.paragraphs[:1]
    found = {each.id: "preamble" for each in first if each.kind != "operative"}
    return found | {each.id: "operative" for each in operative[:1]}


def _grouped(things: Iterable[T], key: Callable[[T], object]) -> dict[object, tuple[T, ...]]:
    found: dict[object, list[T]] = defaultdict(list)
    for each in things:
        found[key(each)].append(each)
    return {name: tuple(own) for name, own in found.items()}
