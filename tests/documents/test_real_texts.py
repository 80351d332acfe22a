"""The real texts: what must hold on the five seeds from the raw files and on all official PDFs."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.values.span import words_at

pytestmark = pytest.mark.real

SEEDS = {
    "65/141": "004_cd0fbb38d84fe99a.txt",
    "67/195": "002_6685dddd1c3663d1.txt",
    "77/150": "000_ff88ad18e966784e.txt",
    "79/194": "001_b2b2b425cb4da82d.txt",
    "80/118": "003_b03e53008abf82d6.txt",
}


@cache
def read(path: Path) -> Document:
    return build_document(read_source(path))


def count(document: Document, kind: str) -> int:
    return sum(paragraph.kind == kind for paragraph in document.paragraphs)


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, corpus: Path) -> tuple[str, Document]:
    return request.param, read(corpus / "seeds" / SEEDS[request.param])


COUNTS = {
    "65/141": (25, 24, 0, 11),
    "67/195": (33, 24, 0, 11),
    "77/150": (50, 53, 0, 17),
    "79/194": (55, 69, 2, 20),
    "80/118": (59, 74, 2, 26),
}

# symbol, session, agenda item, status, adopted, distributed, report, plenary
HEADINGS = {
    "65/141": ("A/RES/65/141", 65, "17", "adopted", "2010-12-20", "2011-02-02", "A/65/433", "69th"),
    "67/195": (None, None, None, "draft", None, None, None, None),
    "77/150": (None, 77, "15", "draft", None, "2022-11-16", None, None),
    "79/194": ("A/RES/79/194", 79, "15", "adopted", "2024-12-19", None, "A/79/434", "54th"),
    "80/118": ("A/RES/80/118", 80, "15", "adopted", "2025-12-15", "2025-12-18", "A/80/555", "64th"),
}


def test_counts_of_the_seeds(seed: tuple[str, Document]) -> None:
    name, document = seed
    found = tuple(count(document, kind) for kind in ("preambular", "operative", "item"))
    assert (*found, len(document.notes)) == COUNTS[name]


def test_heading_data_of_the_seeds(seed: tuple[str, Document]) -> None:
    name, document = seed
    data = document.data
    assert (
        data.symbol,
        data.session,
        data.agenda_item,
        data.status,
        data.adopted,
        data.distributed,
        data.committee_report,
        data.plenary,
    ) == HEADINGS[name]


def test_every_seed_is_read_without_a_finding(seed: tuple[str, Document]) -> None:
    assert seed[1].findings == ()


def test_notes_of_the_seeds_are_numbered_through_and_carried(seed: tuple[str, Document]) -> None:
    document = seed[1]
    assert [note.mark for note in document.notes] == [str(number + 1) for number in range(len(document.notes))]
    assert all(note.paragraphs and note.text.endswith(".") for note in document.notes)


def test_paragraphs_of_the_seeds_hold_nothing_foreign(seed: tuple[str, Document]) -> None:
    for paragraph in seed[1].paragraphs:
        assert not re.search(r"[¹²³⁴-⁹⁰*_<>\[\]#]|\d-\d{5}|[a-z”)],?\d{1,2}(?= |$)", paragraph.text), paragraph.id
        assert paragraph.text[-1] in ",;:.”", paragraph.id


@pytest.mark.parametrize(("name", "pdf"), [("79/194", "A_RES_79_194.pdf"), ("80/118", "A_RES_80_118.pdf")])
def test_pdf_and_text_give_the_same_paragraphs(corpus: Path, name: str, pdf: str) -> None:
    """The same but for the shape of quotation marks, which the text export made straight in places."""
    text, page = read(corpus / "seeds" / SEEDS[name]), read(corpus / "ict" / pdf)
    assert _plain(text) == _plain(page)


def _plain(document: Document) -> list[tuple[object, ...]]:
    straight = str.maketrans("“”’‘", "\"\"''")
    return [
        (each.id, each.kind, each.number, each.verb, each.text.translate(straight), each.notes)
        for each in document.paragraphs
    ]


def manifest(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["format"] == "pdf"]


def test_all_official_pdfs(corpus: Path) -> None:
    rows = manifest(corpus)
    faults = [fault for row in rows for fault in _faults(read(corpus / row["file"]), row)]
    assert len(rows) == 53
    assert faults == []


def _faults(document: Document, row: dict[str, str]) -> list[str]:
    data, coverage = document.data, document.coverage
    numbers = [int(each.number or 0) for each in document.paragraphs if each.kind == "operative"]
    unexplained = sum(end - start for start, end in coverage.unexplained)
    checks = {
        "symbol": data.symbol == row["symbol"],
        "status": data.status == row["status"],
        "session": str(data.session) == row["symbol"].split("/")[2],
        "date": bool(data.adopted) == (row["status"] == "adopted"),
        "distributed": data.distributed is not None,
        "agenda item": data.agenda_item is not None,
        "title": bool(data.title),
        "numbering": numbers == list(range(1, len(numbers) + 1)),
        "preamble": count(document, "preambular") > 0,
        "unexplained": unexplained < 0.005 * coverage.characters,
        "notes": [int(note.mark) for note in document.notes if note.mark.isdigit()]
        == list(range(1, sum(note.mark.isdigit() for note in document.notes) + 1)),
        "furniture": not any(_holds_furniture(each.text, row["symbol"]) for each in document.paragraphs),
        "ends": all(each.text[-1] in ",;:.”" for each in document.paragraphs),
        "verbs": all(each.verb for each in document.paragraphs if each.kind != "item"),
        "spans": all(words_at(document.source_text, each.spans) == each.text for each in document.paragraphs),
    }
    return [f"{row['file']}: {name}" for name, holds in checks.items() if not holds]


def _holds_furniture(text: str, symbol: str) -> bool:
    """Whether a running head's symbol, a job number or the rule above notes stands in a paragraph."""
    return symbol in text or re.search(r"\b\d{2}-\d{5}\b|_{5,}", text) is not None
