"""Sources and method: every file with its checksum, what is not held, the one rule, what the tool does not do."""

from collections.abc import Iterator

from stocktake.publish.site.addresses import SOURCES
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published


def source_pages(published: Published, language: Language) -> Iterator[Page]:
    """The page."""
    review = published.review
    lacking = [
        (chain.name, [each.symbol for each in chain.members if each.held != "adopted"]) for chain in review.chains
    ]
    context = {
        "anchors": _anchors(published),
        "lacking": [(name, symbols) for name, symbols in lacking if symbols],
    }
    yield Page(SOURCES, "sources", language.words("Sources and method"), "sources.html.j2", context, "sources")


def _anchors(published: Published) -> dict[str, str]:
    """The name of the file of each text in the page; of two texts with the same bytes the first has it."""
    found: dict[str, str] = {}
    for text in published.review.texts:
        name = f"file-{text.document.source.sha256[:16]}"
        found[text.key] = name if name not in found.values() else ""
    return found
