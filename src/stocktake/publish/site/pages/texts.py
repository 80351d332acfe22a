"""The texts: a list of all, and a page for each with its paragraphs, their life, duties, figures and evidence."""

from collections.abc import Iterator

from stocktake.publish.site.addresses import Addresses
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published


def text_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list of the texts, then each text."""
    yield Page("texts/index.html", "texts", language.words("Texts"), "texts.html.j2", {}, "texts")
    addresses = Addresses(published.review)
    for text in published.review.texts:
        path = addresses.text(text.key)
        if path:
            yield Page(path, "text", text.key, "text.html.j2", {"text": text}, "texts")
