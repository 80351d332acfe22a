"""The downloads: which open data there is, in which forms, under which licence, and how it is cited. Writes no data."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.offered import Download, DownloadFile

if TYPE_CHECKING:
    from stocktake.publish.opendata import Listed
    from stocktake.review.model import Review

DOWNLOADS = "downloads.html"
_KILO = 1000
_FEW = 12


def downloads_of(listed: Iterable["Listed"], review: "Review") -> tuple[Download, ...]:
    """The data sets as the page of downloads is given them.

    Args:
        listed: As ``opendata.list_datasets`` gives them.
        review: The review they come from.
    """
    return tuple(_download(each, review) for each in listed)


def _download(listed: "Listed", review: "Review") -> Download:
    from stocktake.publish.opendata import dataset_jsonld, jsonld_text
    from stocktake.publish.opendata.datasets import FOLDER
    from stocktake.publish.opendata.terms import TERMS, citation

    dataset, terms = listed.dataset, TERMS[listed.dataset.owner]
    return Download(
        id=dataset.id,
        title=dataset.title,
        description=dataset.description,
        rows=listed.rows,
        files=tuple(DownloadFile(f"{FOLDER}{each.path}", each.media_type, each.bytes) for each in listed.files),
        licence=terms.title,
        licence_link=terms.path,
        terms=terms.note,
        citation=citation(dataset.title, review),
        jsonld=jsonld_text(dataset_jsonld(listed, review, FOLDER)),
    )


def download_pages(published: Published, language: Language) -> Iterator[Page]:
    """The page of downloads."""
    context = {"downloads": published.downloads, "size": _size_in(language), "few": _FEW}
    yield Page(DOWNLOADS, "downloads", language.words("Downloads"), "downloads.html.j2", context, "downloads")


def _size_in(language: Language) -> Callable[[int], str]:
    """A size in kilobytes, as a person reads it; below one, one."""
    return lambda size: language.number(max(1, round(size / _KILO)))
