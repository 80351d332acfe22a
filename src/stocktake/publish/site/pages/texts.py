"""The texts: a list of all, and a page for each with its paragraphs, their life, duties, figures and evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.documents.model import Paragraph
from stocktake.documents.threads.model import Thread
from stocktake.publish.site.addresses import Addresses
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.review.asked import Asked
from stocktake.review.evidence.model import Standing
from stocktake.review.figures.model import Audited
from stocktake.review.model import Review, Text

LARGEST = 150
"""So many paragraphs at most stand on one page; a longer text goes on on the next, so that each stays light."""


@dataclass(frozen=True, slots=True)
class About:
    """One paragraph with what the review knows of it.

    Attributes:
        paragraph: The paragraph.
        heading: The heading printed before it; empty where there is none.
        change: What happened since the text held before; None where none is held.
        threads: The provisions that run through it.
        asked: Its duties.
        standings: How far the evidence on each duty carries, by the duty's id.
        figures: Its figures.
    """

    paragraph: Paragraph
    heading: str
    change: str | None
    threads: tuple[Thread, ...]
    asked: tuple[Asked, ...]
    standings: Mapping[str, Standing]
    figures: tuple[Audited, ...]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is to be said of it."""
        return not (self.threads or self.asked or self.figures)


def text_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list of the texts, then each text, on several pages where it is long."""
    review = published.review
    yield Page("texts/index.html", "texts", language.words("Texts"), "texts.html.j2", {}, "texts")
    addresses = Addresses(review)
    for text in review.texts:
        parts = list(_parts(about_paragraphs(text, review)))
        for number, part in enumerate(parts):
            path = addresses.part(text.key, number)
            context = {"text": text, "paragraphs": part, "number": number, "parts": len(parts)}
            yield Page(path, "text", text.key, "text.html.j2", context, "texts")


def _parts(paragraphs: Sequence[About]) -> Iterator[Sequence[About]]:
    yield from (paragraphs[at : at + LARGEST] for at in range(0, max(len(paragraphs), 1), LARGEST))


def about_paragraphs(text: Text, review: Review) -> tuple[About, ...]:
    """Every paragraph of a text with what is known of it."""
    changes = _changes(text.key, review)
    headings = {each.before: each.text for each in text.document.headings}
    asked = _by_paragraph(review.duties.of(text.key), lambda each: each.commitment.paragraph)
    figures = _by_paragraph(
        [each for each in review.figures.figures if each.text == text.key], lambda each: each.figure.paragraph
    )
    standings = {each.commitment: each for each in review.standings if each.text == text.key}
    threads = _threads(text, review)
    return tuple(
        About(
            paragraph,
            headings.get(paragraph.id, ""),
            changes.get(paragraph.id),
            threads.get(paragraph.id, ()),
            asked.get(paragraph.id, ()),
            standings,
            figures.get(paragraph.id, ()),
        )
        for paragraph in text.document.paragraphs
    )
