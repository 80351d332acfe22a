"""The search page: a field where scripts run, and everywhere an alphabetical index of links."""

from collections.abc import Iterator

from stocktake.publish.site.addresses import addresses_of
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.search import NAMES, TEXTS, index_entries, lettered


def search_pages(published: Published, language: Language) -> Iterator[Page]:
    """The page."""
    entries = list(index_entries(published, addresses_of(published), language))
    context = {"letters": lettered(entries), "names_index": NAMES, "texts_index": TEXTS}
    yield Page("search.html", "search", language.words("Search and index"), "search.html.j2", context, "search")
