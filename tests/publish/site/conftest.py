"""The site of the bundled example and one of invented texts, made once for all tests of the site."""

from collections.abc import Callable
from pathlib import Path

import pytest
from workshop import document

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.example import AS_OF, example_texts
from stocktake.frameworks.lineages import Lineage, lineages
from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import site_files
from stocktake.review import build_review
from stocktake.review.keeping import made_anew
from stocktake.workspace.publishing import compare_held
from stocktake.workspace.site_folder import SiteFolder


@pytest.fixture(scope="session")
def example() -> Published:
    """What the site of the bundled example is made from."""
    documents = [build_document(read_source_bytes(each.read_bytes(), each.name)) for each in example_texts()]
    review = build_review(documents, AS_OF, lineages())
    return Published(review, compare_held(review, made_anew))


@pytest.fixture(scope="session")
def folder(example: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bundled example, in every language that has a catalogue."""
    path = tmp_path_factory.mktemp("site")
    SiteFolder(path).write(site_files(example))
    return path


@pytest.fixture(scope="session")
def publish() -> Callable[..., dict[str, str]]:
    """A function that makes the site of texts, in English, and gives its files by path."""

    def make(texts: dict[str, str], *lineage: Lineage) -> dict[str, str]:
        return pages_of(published_of([document(text, name) for name, text in texts.items()], lineage))

    return make


def published_of(documents: list[Document], lineage: tuple[Lineage, ...]) -> Published:
    """What the site of documents is made from."""
    review = build_review(documents, AS_OF, lineage)
    return Published(review, compare_held(review, made_anew))


def pages_of(published: Published) -> dict[str, str]:
    """The files of a site in English, by path."""
    return {each.path: each.data.decode() for each in site_files(published, [language("en")])}
