"""The PDF: tagged, with bookmarks and the words of the report; no word is ever a command."""

import ctypes
import sys

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import HOSTILE, chart, hostile, report, said
from pypdfium2 import raw

from stocktake.errors import MissingPartError
from stocktake.publish.charts import text_alternative
from stocktake.publish.report.model import Paragraph, Section
from stocktake.publish.report.pdf import write_pdf
from stocktake.publish.report.printable import clean

pytest.importorskip("typst", reason="the extra `publish` is not installed")
# A letter of Linear A, which no font of a usual machine has.
RARE = "\U00010600"


@pytest.fixture(scope="module")
def made():
    return write_pdf(report())


def text(data):
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def letters(words):
    """Without spaces and line breaks, and what the page adds to break long words."""
    return "".join(each for each in words if not each.isspace() and each not in "\u200b\ufffe\u00ad")


def test_it_says_that_it_is_tagged_and_accessible(made):
    assert b"/StructTreeRoot" in made or b"/ObjStm" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    read = pypdfium2.PdfDocument(made)
    assert read.is_tagged()
    assert read.get_metadata_value("Title") == report().title
    assert read.get_metadata_value("CreationDate").startswith("D:20440506")


def test_its_bookmarks_are_its_headings(made):
    read = pypdfium2.PdfDocument(made)
    told = [(each.level, each.get_title()) for each in read.get_toc()]
    assert told == [
        (0, "Contents"),
        (0, "I. What needs a decision"),
        (0, "II. Status by paragraph"),
        (1, "What was reported"),
        (1, "Where we stand"),
        (0, "III. Words of other languages"),
    ]


def test_the_same_report_gives_the_same_bytes(made):
    assert write_pdf(report()) == made


def test_numbers_notes_captions_and_the_mark_of_an_example_are_printed(made):
    told = text(made)
    for words in (
        "1. The Assembly asked",
        "(c) Report to the commission",
        "Table 1. Duties",
        "Figure 4. What is due",
    ):
        assert letters(words) in letters(told)
    assert told.count("EXAMPLE: invented") == len(pypdfium2.PdfDocument(made))
    assert "Kite Office of Examplia, contribution of 4 May 2044" in told


def structure(data):
    """The kind and the words for those who do not see of every element of the structure, page by page."""
    told = []

    def walk(element):
        told.append(
            (spoken(raw.FPDF_StructElement_GetType, element), spoken(raw.FPDF_StructElement_GetAltText, element))
        )
        for at in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                walk(child)

    for page in pypdfium2.PdfDocument(data):
        tree = raw.FPDF_StructTree_GetForPage(page)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        raw.FPDF_StructTree_Close(tree)
    return told


def spoken(ask, element):
    size = ask(element, None, 0)
    words = ctypes.create_string_buffer(size)
    ask(element, words, size)
    return words.raw[: max(size - 2, 0)].decode("utf-16-le")


def test_pictures_are_told_in_words_and_headings_lists_and_tables_are_tagged(made):
    told = structure(made)
    kinds = {kind for kind, _ in told}
    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Caption", "Figure", "Note", "BlockQuote"} <= kinds
    spoken_of = list(dict.fromkeys(words for kind, words in told if kind == "Figure"))
    assert spoken_of == [clean(text_alternative(chart(at))) for at in range(4)]


def test_a_brief_has_one_page_and_no_contents():
    read = pypdfium2.PdfDocument(write_pdf(report("brief")))
    assert len(read) == 1
    assert [each.get_title() for each in read.get_toc()] == ["I. What needs a decision"]


def test_hostile_words_stay_words():
    told = letters(text(write_pdf(hostile())))
    assert all(letters(clean(each)).rstrip("\ufffd") in told for each in HOSTILE[:8])
    assert "www.example.organdhttp://example.org" in told


def test_a_sign_that_no_font_has_is_named_in_the_report():
    made = report("brief", Section("a", "I", "A", (Paragraph((said(f"before {RARE} after"),)),)))
    told = text(write_pdf(made))
    assert letters("No font at hand has these signs; each is printed as") in letters(told)
    assert letters("U+10600 linear a sign ab001.") in letters(told)


@settings(max_examples=15)
@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=60))
def test_any_words_are_printed(words):
    made = report("brief", Section("a", "I", "A", (Paragraph((said(f"<{words}>"),)),)))
    told = letters(text(write_pdf(made)))
    assert letters(clean(f"<{words}>")).replace("\ufffd", "") in told.replace("\ufffd", "")


@pytest.mark.slow
@settings(max_examples=6)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_any_signs_make_a_pdf(texts):
    assert write_pdf(hostile(*texts)).startswith(b"%PDF-")


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingPartError) as caught:
        write_pdf(report("brief"))
    assert str(caught.value) == (
        "expected the optional part 'publish' for a PDF, but typst is not installed. "
        "In the folder of Stocktake's source, run `pip install '.[publish]'`; DOCX, HTML and Markdown do not need it."
    )
