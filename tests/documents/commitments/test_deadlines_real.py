"""Deadlines of the real texts: the sessions and days that a person reads out of them."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from stocktake.documents.commitments.context import Context
from stocktake.documents.commitments.deadlines import find_deadlines
from stocktake.documents.commitments.model import Deadline
from stocktake.documents.commitments.recurrence import find_recurrence
from stocktake.documents.commitments.timing import state_on
from stocktake.documents.find.locate import Passage
from stocktake.documents.model import Document
from stocktake.documents.reading import read_document

pytestmark = pytest.mark.real


@cache
def read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


def deadline(document: Document, paragraph_id: str) -> Deadline | None:
    paragraph = document.paragraph(paragraph_id)
    assert paragraph is not None
    passage = Passage.of(document.source_text, paragraph.spans)
    return next(iter(find_deadlines(passage, 0, len(passage.text), Context.of(document))), None)


GA_81 = ("GA-81", date(2026, 9, 8), date(2027, 9, 6))


@pytest.mark.parametrize(
    ("name", "paragraph", "expected"),
    [
        ("A_RES_80_118.pdf", "13", GA_81),
        ("A_RES_80_118.pdf", "72", GA_81),
        ("A_RES_80_118.pdf", "73", ("STI-FORUM-2026", date(2026, 5, 1), date(2026, 6, 30))),
        ("A_RES_80_118.pdf", "74", GA_81),
        ("A_RES_80_118.pdf", "20", None),
        ("A_RES_80_118.pdf", "36", None),
        ("A_RES_80_118.pdf", "64", None),
        ("A_RES_79_194.pdf", "13", GA_81),
        ("A_RES_79_194.pdf", "60", ("CSTD-28", date(2025, 4, 12), None)),
        ("A_RES_79_194.pdf", "62", (None, date(2025, 3, 31), date(2025, 3, 31))),
        ("A_RES_79_194.pdf", "67", ("GA-80", date(2025, 9, 9), date(2026, 9, 7))),
        ("A_RES_78_132.pdf", "57", ("GA-79", date(2024, 9, 10), date(2025, 9, 8))),
    ],
)
def test_deadlines_of_the_texts_on_ict(corpus: Path, name: str, paragraph: str, expected: object):
    """Items 9, 11 and 12 of the findings that the corpus holds."""
    found = deadline(read(corpus / "ict" / name), paragraph)
    assert (found and (found.session, found.earliest, found.latest)) == expected


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2026, 9, 7), "ahead"),
        (date(2026, 9, 8), "due"),
        (date(2027, 9, 6), "due"),
        (date(2027, 9, 7), "passed"),
    ],
)
def test_the_report_asked_for_at_the_eighty_first_session_is_due_when_it_opens(
    corpus: Path, as_of: date, state: str
):
    assert state_on(deadline(read(corpus / "ict" / "A_RES_80_118.pdf"), "72"), as_of) == state


def test_the_two_rhythms_that_collide_are_both_found(corpus: Path):
    document = read(corpus / "ict" / "A_RES_80_118.pdf")
    rhythms = []
    for paragraph_id in ("72", "74"):
        paragraph = document.paragraph(paragraph_id)
        assert paragraph is not None
        passage = Passage.of(document.source_text, paragraph.spans)
        found = find_recurrence(passage, 0, len(passage.text))
        rhythms.append(found and found.rhythm)
    assert rhythms == ["annual", "biennial"]
