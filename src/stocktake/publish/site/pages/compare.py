"""Two texts side by side: a list of all pairs of a chain, and a page for each pair, on several where it is long."""

from collections.abc import Iterator

from stocktake.documents.compare import CHANGES
from stocktake.publish.redline_layout import rows_of
from stocktake.publish.site.addresses import Addresses, addresses_of
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published


def compare_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list of the pairs, then each pair."""
    addresses = addresses_of(published)
    context = {"groups": _groups(published)}
    title = language.words("Any two texts compared")
    yield Page("compare/index.html", "comparisons", title, "comparisons.html.j2", context, "compare")
    for old, new in published.comparisons:
        yield from _pages((old, new), published, addresses, language)


def _groups(published: Published) -> list[tuple[str, list[str]]]:
    """Each later text with the earlier ones that it is compared with, the latest first."""
    keys = [text.key for text in published.review.texts]
    return [
        (new, earlier) for new in keys if (earlier := [old for old in keys if (old, new) in published.comparisons])
    ]


def _pages(
    keys: tuple[str, str], published: Published, addresses: Addresses, language: Language
) -> Iterator[Page]:
    old, new = map(published.review.text, keys)
    comparison = published.comparisons[keys]
    rows = iter(published.once((rows_of, keys), lambda: tuple(rows_of(comparison, old.document, new.document))))
    parts = addresses.pair_parts(*keys)
    title = language.words("%(old)s compared with %(new)s") % {"old": old.key, "new": new.key}
    for number, part in enumerate(parts):
        context = {
            "old": old,
            "new": new,
            "summary": comparison.summary,
            "changes": CHANGES,
            "rows": [next(rows) for _ in part],
            "number": number,
            "parts": len(parts),
        }
        path = addresses.comparison(*keys, number) or ""
        yield Page(path, "comparison", title, "comparison.html.j2", context, "compare", alone=True)
