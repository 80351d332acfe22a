"""The front page: what wants attention, what is due, and the way to everything else."""

from collections.abc import Iterator
from typing import NamedTuple

from stocktake.publish.review_duties_html import pressing
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import FRONT, Page, Published

MOST = 5
"""So many of what is due stand on the front page at most, for each state."""


class Count(NamedTuple):
    """How much there is of something, and the page that shows it: that of a section, else the one named."""

    name: str
    number: int
    section: str
    path: str


def front_pages(published: Published, language: Language) -> Iterator[Page]:
    """The front page."""
    title = language.words("What was asked, what was done, what the numbers say, what is due")
    context = {"pressing": pressing(published.review), "most": MOST, "counts": list(_counts(published, language))}
    yield Page(FRONT, "front", title, "front.html.j2", context)


def _counts(published: Published, language: Language) -> Iterator[Count]:
    review = published.review
    adopted = sum(text.document.data.status == "adopted" for text in review.texts)
    in_force = sum(each.text in review.duties.in_force for each in review.duties.asked)
    measured = sum(len(each.measured) for each in review.divides)
    texts = "texts/index.html"
    yield Count(language.words("adopted texts"), adopted, "texts", texts)
    yield Count(language.words("drafts"), len(review.texts) - adopted, "texts", texts)
    yield Count(language.words("duties in force"), in_force, "duties", texts)
    yield Count(language.words("figures checked"), len(review.figures.figures), "figures", texts)
    yield Count(language.words("indicators measured"), measured, "divides", "sources.html#statistics")
    yield Count(language.words("files of statistics"), len(review.data_files), "", "sources.html#statistics")
    yield Count(language.words("countries and areas"), len(published.countries), "countries", texts)
