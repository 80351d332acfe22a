"""What every section writes from: the review, the length, the texts in force; and where a statement comes from.

Knows how a place in a text and a row in a file are named in a note. Computes nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.documents.draft import ProposedChange
from stocktake.publish.report.model import Length, Source
from stocktake.publish.report.wording import in_style, listed, some_of, text_name, texts_named
from stocktake.review.figures.model import Value
from stocktake.review.model import Passage, Review, Text
from stocktake.review.numbers import DataFile
from stocktake.review.words import long_date, place_name
from stocktake.statistics.measures import Result

_CHECKSUM = 10
_MOST_TEXTS = 5
_MOST_NAMES = 3
_ABBREVIATED = (("preambular paragraph ", "preambular para. "), ("paragraph ", "para. "))


@dataclass(frozen=True, slots=True)
class Edit:
    """A technical update that is proposed for the next text, and the key of the text it starts from."""

    text: str
    change: ProposedChange


@dataclass(frozen=True, slots=True)
class Matter:
    """What a report is written from.

    Attributes:
        review: The review.
        length: How long it is to be.
        edits: Technical updates proposed for the next text; empty where nobody asked for them.
    """

    review: Review
    length: Length
    edits: tuple[Edit, ...] = ()

    @property
    def in_force(self) -> tuple[Text, ...]:
        """The texts in force, the latest first."""
        return tuple(each for each in self.review.texts if each.key in self.review.duties.in_force)

    @property
    def told(self) -> tuple[Text, ...]:
        """Those of them that are told one by one; all of them where there is an annex."""
        return self.in_force if self.has_annex else self.in_force[:_MOST_TEXTS]

    @property
    def has_annex(self) -> bool:
        """Whether an annex holds what the tables leave out."""
        return self.length == "full"

    def name(self, key: str) -> str:
        """What a text is called in a sentence; a draft is called one."""
        if self.review.text(key).document.data.status == "adopted":
            return text_name(key)
        chained = (each for chain in self.review.chains for each in chain.members if key in each.drafts)
        member = next(chained, None)
        if member is None:
            return f"the draft held as {key}"
        # Only where there are several does one have to be told from the others.
        held = f" held as {key}" if len(member.drafts) > 1 else ""
        return f"the draft of {text_name(member.symbol)}{held}"

    def said(self, words: str) -> str:
        """Sentences of the review, in style; what is held as a draft only is called a draft."""
        if "draft" in words:
            return in_style(words)
        for text in self.review.texts:
            if text.document.data.status == "draft":
                words = words.replace(text.key, self.name(text.key))
        for chain in self.review.chains:
            for each in chain.members:
                if each.held == "draft":
                    named = re.compile(rf"{re.escape(each.symbol)}(?!\d)")
                    words = named.sub(f"the draft of {text_name(each.symbol)}", words)
        return in_style(words)

    def language(self, key: str) -> str:
        """The language of a text; empty where it is not known or the report's own."""
        language = self.review.text(key).document.data.language
        return "" if language in (None, "en") else language

    def stage_source(self, name: str, place: str) -> Source:
        """A place in a text of the chain that is followed, as a note; where a draft stands in for it, that is said."""
        threads = self.review.threads
        is_draft = any(each.name == name and each.status == "draft" for each in (threads.held if threads else ()))
        source = text_source(name, place)
        return Source(f"{source.words}, in the draft that is held") if is_draft else source

    def names_in_force(self) -> str:
        """The names of the texts in force."""
        keys = [each.key for each in self.in_force]
        if all(each.document.data.status == "adopted" for each in self.in_force):
            return texts_named(keys, _MOST_NAMES)
        return some_of([self.name(each) for each in keys], _MOST_NAMES)


def text_source(key: str, place: str = "") -> Source:
    """A place in a text, as a note names it: ``A/RES/99/901, para. 4``."""
    if not place:
        return Source(key)
    name = place_name(place)
    for long, short in _ABBREVIATED:
        if name.startswith(long):
            name = f"{short}{name.removeprefix(long)}"
            break
    return Source(f"{key}, {name}")


def passage_sources(passages: Iterable[Passage]) -> tuple[Source, ...]:
    """The places as one note for each text: ``A/RES/99/901, paras. 4, 9 and 12``."""
    places: dict[str, dict[str, None]] = {}
    for each in passages:
        places.setdefault(each.text, {})[each.place] = None
    return tuple(_places(text, tuple(own)) for text, own in places.items())


def _places(text: str, places: tuple[str, ...]) -> Source:
    if len(places) == 1 or not all(places) or any(not each[0].isdigit() for each in places):
        return Source("; ".join(text_source(text, each).words for each in places))
    return Source(f"{text}, paras. {listed(places)}")


def result_source(result: Result, *, with_row: bool = True) -> Source:
    """Publisher, file, row, release and checksum of a value; how it came about where there is no file.

    Args:
        result: The value.
        with_row: Name the row; a note under a table of many rows does not.
    """
    source = result.source
    if source is None:
        return Source(result.because)
    row = f"row {source.row}" if source.row is not None else "several rows"
    parts = (
        source.name,
        source.file,
        row if with_row else "",
        _release(result),
        f"SHA-256 {source.sha256[:_CHECKSUM]}",
    )
    return Source(", ".join(dict.fromkeys(each for each in parts if each)))


def _release(result: Result) -> str:
    return f"released on {long_date(result.vintage.isoformat())}" if result.vintage else "no release date given"


def value_source(value: Value) -> Source:
    """A published value that a figure is held against: edition, day, where it stands, checksum."""
    published = (
        f"published on {long_date(value.published.isoformat())}" if value.published else "no release date given"
    )
    checksum = f"SHA-256 {value.sha256[:_CHECKSUM]}" if value.sha256 else ""
    edition = value.edition.removesuffix(value.source.partition(", row ")[0]).rstrip(", ")
    return Source(", ".join(each for each in (edition, published, value.source, checksum) if each))


def released_later(review: Review) -> tuple[DataFile, ...]:
    """The files of statistics that were released after the date of the review, which knows nothing of them."""
    return tuple(each for each in review.data_files if each.vintage and each.vintage > review.as_of)
