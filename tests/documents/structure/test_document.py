"""Whole documents: notes, heading data, closing, annexes, coverage, findings."""

from hypothesis import given
from hypothesis import strategies as st
from tests.documents.structure.reading import read_text

from stocktake.documents.model import Votes
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.values.span import words_at

TEXT = """General Assembly

Distr.: General
14 December 2044

Ninety-ninth session

Agenda item 9 (b)

Resolution adopted by the General Assembly on 12 December 2044

[on the report of the Second Committee (A/99/300, para. 8)]

99/7. Lanterns for harbours (example)

The General Assembly,

Recalling its resolution 98/7 of 3 December 2043 on lamps,¹ and the keepers,²

Noting the oil,¹

¹ See resolution 97/7.

² A/99/12.

1. *Requests* the keepers to trim the wicks;³

2. *Decides* to meet.

12th (resumed) plenary meeting
12 December 2044

³ Ibid., annex.
"""


def test_heading_data() -> None:
    data = read_text(TEXT).data
    assert (data.symbol, data.title, data.organ) == (
        "A/RES/99/7",
        "Lanterns for harbours (example)",
        "General Assembly",
    )
    assert (data.session, data.agenda_item, data.status) == (99, "9 (b)", "adopted")
    assert (data.adopted, data.distributed) == ("2044-12-12", "2044-12-14")
    assert (data.committee_report, data.plenary, data.language) == ("A/99/300", "12th (resumed)", "en")


def test_what_is_not_printed_is_none() -> None:
    data = read_text(
        "Draft resolution II\nLanterns\n\nThe General Assembly,\n\nRecalling oil,\n\n1. Decides to meet."
    ).data
    assert (data.status, data.draft_label, data.title) == ("draft", "Draft resolution II", "Lanterns")
    assert [data.symbol, data.session, data.agenda_item, data.adopted, data.distributed, data.plenary] == [
        None
    ] * 6


def test_the_symbol_of_a_predecessor_is_not_the_documents_own() -> None:
    data = read_text(
        "Draft resolution submitted by the Vice-Chair on the basis of informal consultations on draft resolution "
        "A/C.2/99/L.4\n\nLanterns\n\nThe General Assembly,\n\nRecalling oil,\n\n1. Decides to meet."
    ).data
    assert (data.symbol, data.based_on, data.title) == (None, "A/C.2/99/L.4", "Lanterns")


def test_notes_are_tied_to_their_marks_and_marks_to_their_place() -> None:
    document = read_text(TEXT)
    assert [(note.mark, note.text, note.paragraphs) for note in document.notes] == [
        ("1", "See resolution 97/7.", ("P1", "P2")),
        ("2", "A/99/12.", ("P1",)),
        ("3", "Ibid., annex.", ("1",)),
    ]
    first = document.paragraphs[0]
    assert [first.text[: mark.at].split()[-1] for mark in first.marks] == ["lamps,", "keepers,"]
    assert "¹" not in first.text


def test_flattened_marks_are_raised_only_where_notes_have_their_numbers() -> None:
    document = read_text(
        "The General Assembly,\n\nRecalling the meeting of 2003,1 the Harbour2 and 24.4 per cent of lanterns,\n\n"
        "Noting Lantern21 and the Harbour,2\n\n1. Decides to meet.\n\n12th plenary meeting\n12 December 2044\n"
        "1 See A/99/12.\n2 Ibid.\n"
    )
    assert [each.text for each in document.paragraphs] == [
        "Recalling the meeting of 2003, the Harbour and 24.4 per cent of lanterns,",
        "Noting Lantern21 and the Harbour,",
        "Decides to meet.",
    ]
    assert [each.notes for each in document.paragraphs] == [("1", "2"), ("2",), ()]


def test_an_asterisk_note_of_the_heading_is_no_orphan() -> None:
    document = read_text(
        "Lanternia:* draft resolution\n\nLanterns\n\nThe General Assembly,\n\nRecalling oil,\n\n1. Decides to meet.\n\n"
        "_______________\n\n* On behalf of the States of the harbours.\n"
    )
    assert [(note.mark, note.paragraphs) for note in document.notes] == [("*", ())]
    assert document.findings == ()
    assert document.data.title == "Lanterns"


def test_orphans_are_findings() -> None:
    document = read_text("The General Assembly,\n\nRecalling oil,⁷\n\n¹ A/99/12.\n\n1. Decides to meet.")
    assert [(each.code, each.place) for each in document.findings] == [
        ("note-without-mark", "note 1"),
        ("mark-without-note", "P1"),
    ]


def test_vote_and_annex_after_the_closing_line() -> None:
    document = read_text(
        TEXT
        + "\n[Adopted by a recorded vote of 28 to 12, with 7 abstentions.]\n\nAnnex\n\n**Rules for keepers**\n\n"
        "Trim the wick, then light it.\n"
    )
    assert document.votes == Votes(in_favour=28, against=12, abstaining=7)
    assert [(each.title, each.text) for each in document.annexes] == [
        ("Annex Rules for keepers", "Trim the wick, then light it.")
    ]
    assert document.coverage.unexplained == ()
    said = [(each.place, each.message) for each in document.findings if each.code == "annex-not-searched"]
    message = (
        "“Annex Rules for keepers” (6 words) is kept as one text; duties and figures are not looked for in it."
    )
    assert said == [("annex", message)]


def test_heading_glued_at_the_end_by_an_export() -> None:
    document = read_text(
        "Resolution adopted by the General Assembly on 12 December 2044\n99/7. Lanterns\nThe General Assembly,\n"
        "Recalling oil,\n1. Decides to meet.\n12th plenary meeting\n12 December 2044\n"
        "United NationsA/RES/99/7General AssemblyDistr.: General\n2 February 2045Ninety-ninth session\n"
        "Agenda item 9\n"
    )
    assert (document.data.agenda_item, document.data.distributed, document.data.session) == (
        "9",
        "2045-02-02",
        99,
    )
    assert document.coverage.unexplained == ()


def test_a_truncated_text_is_a_finding() -> None:
    document = read_text("The General Assembly,\n\nRecalling oil,\n\n1. Decides to meet at the")
    assert [(each.code, each.place) for each in document.findings] == [("paragraph-truncated", "1")]


def test_a_novel_is_a_document_without_paragraphs() -> None:
    document = read_text("It was a dark night in the harbour.\n\nThe keeper, an old man, lit his lantern.\n" * 20)
    assert document.paragraphs == ()
    assert [each.code for each in document.findings] == ["no-paragraphs", "not-a-resolution", "unexplained-text"]
    assert document.data.symbol is None


def test_right_to_left_text_is_said() -> None:
    document = read_text("إن الجمعية العامة،\n\nإذ تشير إلى المصابيح،\n\n١ - تقرر أن تجتمع.\n" * 5)
    assert {"right-to-left", "language-unhandled"} <= {each.code for each in document.findings}
    assert document.data.language == "ar"


def test_symbol_and_status_of_the_user_are_said() -> None:
    source = read_source_bytes(b"The General Assembly,\n\nRecalling oil,\n\n1. Decides to meet.", "x.txt")
    document = build_document(source, symbol="99/7", status="adopted")
    assert (document.data.symbol, document.data.status) == ("A/RES/99/7", "adopted")
    assert [each.message for each in document.findings] == [
        "The symbol A/RES/99/7 was given by the user; the text prints none.",
        "The status adopted was given by the user; by its heading the text is draft.",
    ]


_words = st.text(st.sampled_from("aB ,;.\n\t¹*()1234:-“”’_"), max_size=120)


@given(before=_words, middle=_words)
def test_every_character_is_accounted_for_and_spans_give_the_words(before: str, middle: str) -> None:
    text = f"{before}\nThe General Assembly,\n\nRecalling oil,{middle}\n\n1. Decides to meet;{middle}\n\n2. Urges haste."
    document = read_text(text)
    coverage = document.coverage
    unexplained = sum(end - start for start, end in coverage.unexplained)
    parts = coverage.paragraphs + coverage.notes + coverage.heading + coverage.furniture + unexplained
    assert parts == coverage.characters == len(document.source_text)
    for each in (*document.paragraphs, *document.notes):
        assert words_at(document.source_text, each.spans) == each.text
