"""The real texts, read once for all tests of the finders."""

from pathlib import Path

import pytest

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document


@pytest.fixture(scope="session")
def read(corpus: Path) -> dict[str, Document]:
    """All documents of the corpus, by the stem of the file."""
    files = [path for path in sorted(corpus.rglob("*")) if path.suffix in (".pdf", ".txt")]
    return {path.stem: build_document(read_source(path)) for path in files}
