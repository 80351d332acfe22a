"""A second opinion on the DOCX file: LibreOffice opens it and prints it."""

import shutil
import subprocess
from importlib.resources.abc import Traversable
from pathlib import Path

import pypdfium2
import pytest
from invented_report import hostile, report

from stocktake.documents.model import Document
from stocktake.documents.reading import read_document
from stocktake.example import AS_OF, example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.publish.report.build import build_report
from stocktake.publish.report.docx import write_docx
from stocktake.review import build_review

pytestmark = pytest.mark.slow


def read_example(file: Traversable) -> Document:
    return read_document(file.read_bytes(), file.name)


def test_libreoffice_prints_words_notes_numbers_and_headings(tmp_path: Path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here: install libreoffice-writer")
    brief = build_report(build_review(list(map(read_example, example_texts())), AS_OF, lineages()), "brief")
    files = {"usual.docx": report(), "hostile.docx": hostile(), "brief.docx": brief}
    for name, each in files.items():
        (tmp_path / name).write_bytes(write_docx(each))
    call = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    subprocess.run(
        [*call, str(tmp_path), *(str(tmp_path / name) for name in files)],
        capture_output=True,
        timeout=300,
        check=True,
    )
    read = pypdfium2.PdfDocument(tmp_path / "usual.pdf")
    told = "".join("".join(page.get_textpage().get_text_range().split()) for page in read)
    for words in (
        "1.TheAssemblyasked",
        "(c)Report",
        "Table1.Duties",
        "Figure4.Whatisdue",
        "paras.3–4",
        "KiteOfficeofExamplia",
    ):
        assert words in told
    assert told.count("EXAMPLE:invented") == len(read)
    assert read.get_metadata_value("Title") == report().title
    assert len(pypdfium2.PdfDocument(tmp_path / "hostile.pdf")) > 1
    assert len(pypdfium2.PdfDocument(tmp_path / "brief.pdf")) == 1
