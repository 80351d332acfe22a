"""The front page: what wants attention, what is due, and the way to everything else."""

from collections.abc import Iterator

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import FRONT, Page, Published


def front_pages(published: Published, language: Language) -> Iterator[Page]:
    """The front page."""
    title = language.words("What was asked, what was done, what the numbers say, what is due")
    yield Page(FRONT, "front", title, "front.html.j2", {"attention": published.review.attention})
