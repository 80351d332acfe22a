"""PDF: style and place of words, damaged files, and a whole page read."""

import pytest
from tests.specimens.un_pdf import Typesetter, example_pdf
from tests.specimens.un_pdf import pdf as make_pdf

from stocktake.documents.sources import pdf, read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.errors import InputError


def test_style_and_place_of_runs() -> None:
    page = [(123.0, 700.0, 10.0, [("i", "Recalling"), ("r", " the lamps,"), ("^", "1"), ("r", "and oil")])]
    source = pdf.read(make_pdf([page]), "x.pdf", "")
    (line,) = source.lines
    assert [(run.text, run.italic, run.raised) for run in line.runs] == [
        ("Recalling", True, False),
        (" the lamps,", False, False),
        ("1 ", False, True),
        ("and oil", False, False),
    ]
    assert line.place is not None
    assert (round(line.place.left), round(line.place.baseline), line.place.size) == (123, 700, 10.0)
    assert source.text == "Recalling the lamps,1 and oil\n"


def test_the_two_columns_of_a_heading_are_two_lines() -> None:
    page = [(60.0, 700.0, 10.0, [("b", "General Assembly")]), (400.0, 700.0, 10.0, [("r", "Distr.: General")])]
    assert [line.text.strip() for line in pdf.read(make_pdf([page]), "x.pdf", "").lines] == [
        "General Assembly",
        "Distr.: General",
    ]


def test_a_page_is_read_whole() -> None:
    document = build_document(read_source_bytes(example_pdf(), "x.pdf"))
    assert [(each.id, each.verb, each.text, each.notes) for each in document.paragraphs] == [
        (
            "P1",
            "Recalling",
            (
                "Recalling its resolution 98/7 of 3 December 2043 on lamps in small harbours, and the wishes of those who"
                " row home by night,"
            ),
            ("1",),
        ),
        (
            "P2",
            "Noting with concern",
            (
                "Noting with concern that every second lantern is dark and that the keepers of the lights ask for oil,"
                " wicks and a fair wage,"
            ),
            (),
        ),
        (
            "1",
            "Requests",
            "Requests harbour masters to trim the wicks and to re-light each lantern by dusk;",
            ("2",),
        ),
        ("2", "Decides", "Decides to count the lanterns:", ()),
        ("2(a)", "", "In spring, when the fleet goes out;", ()),
        ("2(b)", "", "In autumn, when the fleet comes home.", ()),
    ]
    assert [(note.mark, note.text, note.paragraphs) for note in document.notes] == [
        ("1", "See resolution 97/7.", ("P1",)),
        ("2", "A/99/12.", ("1",)),
    ]
    data = document.data
    assert (data.symbol, data.adopted, data.distributed) == ("A/RES/99/7", "2044-12-12", "2044-12-14")
    assert (data.committee_report, data.agenda_item, data.plenary) == ("A/99/300", "9 (b)", "12th")
    assert document.coverage.unexplained == ()
    assert document.findings == ()


def test_a_typesetters_hyphen_goes_where_the_document_writes_the_word_whole() -> None:
    page = Typesetter("A/RES/99/7", "Lanterns")
    page.paragraph([("i", "The General Assembly"), ("r", ",")])
    page.paragraph(
        [("i", "Recalling"), ("r", " the implementation and the follow-up, the implemen-")], [("r", "tation,")]
    )
    page.paragraph(
        [("r", "1. "), ("i", "Decides"), ("r", " on a follow-")], [("r", "up, short- and long-")], [("r", "term.")]
    )
    document = build_document(read_source_bytes(page.bytes(), "x.pdf"))
    assert [each.text for each in document.paragraphs] == [
        "Recalling the implementation and the follow-up, the implementation,",
        "Decides on a follow-up, short- and long-term.",
    ]


def test_a_scan_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_source_bytes(make_pdf([[], []]), "scan.pdf")
    assert str(caught.value) == (
        "scan.pdf: expected a PDF with text, but its 2 pages are images only. "
        "Take the digital PDF or DOCX from the UN document service, or run text recognition."
    )


def test_a_page_without_text_is_a_finding() -> None:
    source = read_source_bytes(make_pdf([[(60.0, 700.0, 10.0, [("r", "words")])], []]), "x.pdf")
    assert [(each.code, each.place) for each in source.findings] == [("page-without-text", "page 2")]


def test_a_truncated_file_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_source_bytes(example_pdf()[:300], "cut.pdf")
    assert str(caught.value) == (
        "cut.pdf: expected a whole PDF, but the file is damaged or cut off. Download it again."
    )


def test_an_encrypted_file_is_refused(specimens) -> None:
    with pytest.raises(InputError) as caught:
        read_source_bytes((specimens / "encrypted.pdf").read_bytes(), "secret.pdf")
    assert str(caught.value) == (
        "secret.pdf: expected a PDF that opens without a password, but this one is encrypted. "
        "Save it without a password and read that."
    )
