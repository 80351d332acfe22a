"""What is numbered, and what becomes of words that no format can print."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_report import DATA, TEXT, chart, report, said

from stocktake.publish.report.model import (
    Cell,
    Figure,
    Paragraph,
    Points,
    Run,
    Section,
    Source,
    Subheading,
    TablePart,
)
from stocktake.publish.report.numbering import (
    LetteredPoints,
    NumberedParagraph,
    Piece,
    letter,
    number_report,
    plain_text,
)
from stocktake.publish.report.printable import clean, safe_address


def numbered(*blocks):
    return number_report(report("report", Section("one", "I", "One", blocks)))


def pieces(*runs):
    return numbered(Paragraph(runs)).sections[0].blocks[0].pieces


def test_paragraphs_tables_and_figures_are_numbered_through_the_report():
    part = Section(
        "a",
        "I",
        "A",
        (Paragraph((said("x"),)), Paragraph((said("y"),), numbered=False), TablePart("T", ("a",), ())),
    )
    other = Section(
        "b", "II", "B", (Figure(chart()), Paragraph((said("z"),)), TablePart("T", ("a",), ()), Figure(chart(1)))
    )
    made = number_report(report("report", part, other))
    told = [
        (type(block).__name__, getattr(block, "number", None)) for each in made.sections for block in each.blocks
    ]
    assert told == [
        ("NumberedParagraph", 1),
        ("NumberedParagraph", None),
        ("NumberedTable", 1),
        ("NumberedFigure", 1),
        ("NumberedParagraph", 2),
        ("NumberedTable", 2),
        ("NumberedFigure", 2),
    ]
    assert [each.paragraphs for each in made.sections] == ["para. 1", "para. 2"]


def test_a_source_given_twice_in_a_row_is_one_note_after_the_last_words_it_is_for():
    made = pieces(said("first", TEXT), said("second", DATA, TEXT, TEXT), said("third", DATA))
    assert [[note.number for note in each.notes] for each in made] == [[], [1], [2]]
    assert [note.source.words for each in made for note in each.notes] == [TEXT.words, DATA.words]


def test_a_source_is_noted_again_where_another_comes_between():
    made = pieces(
        said("first", TEXT), said("second", DATA), said("ours"), said("third", DATA), said("fourth", TEXT)
    )
    noted = [[note.source.words for note in each.notes] for each in made]
    assert noted == [[TEXT.words], [], [], [DATA.words], [TEXT.words]]


def test_identical_notes_of_two_paragraphs_are_two_notes():
    made = numbered(Paragraph((said("x", TEXT),)), Points(((said("a", TEXT),), (said("b", TEXT),))))
    assert [(note.number, note.source.words) for note in made.notes] == [
        (1, TEXT.words),
        (2, TEXT.words),
        (3, TEXT.words),
    ]


def test_quoted_words_stand_between_marks_and_their_notes_behind_them():
    made = pieces(said("It "), Run("asks", "quoted", "en", (TEXT,)), Run(" twice", "quoted"), said("."))
    assert [each.text for each in made] == ["It ", "“", "asks", " twice", "”", "."]
    assert [bool(each.notes) for each in made] == [False, False, True, False, False, False]
    behind = pieces(Run("asks", "quoted", "en", (TEXT,)))
    assert [(each.text, bool(each.notes)) for each in behind] == [("“", False), ("asks", False), ("”", True)]


def test_a_note_stands_before_the_space_at_the_end_of_its_words():
    made = pieces(said("First. ", TEXT), said("Second."))
    assert [(each.text, len(each.notes)) for each in made] == [("First.", 1), (" ", 0), ("Second.", 0)]


def test_a_paragraph_without_number_that_is_all_quoted_is_a_quotation():
    made = numbered(Paragraph((Run("asks", "quoted"),), numbered=False)).sections[0].blocks[0]
    assert made == NumberedParagraph(None, (Piece("asks", "quoted"),), quotation=True)


def test_points_are_lettered_as_word_processors_count():
    assert [letter(at) for at in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "bb", "aaa"]
    made = numbered(Points(((said("x"),), (said("y"),)))).sections[0].blocks[0]
    assert isinstance(made, LetteredPoints)
    assert [at for at, _ in made.items] == ["a", "b"]


def test_every_row_has_as_many_cells_as_there_are_heads():
    made = (
        numbered(TablePart("T", ("a",), ((), (Cell(()), Cell(())), (Cell(()),)), widths=(1, 2, 3)))
        .sections[0]
        .blocks[0]
    )
    assert made.heads == ("a", "")
    assert {len(row) for row in made.rows} == {2}
    assert made.widths == (0.5, 0.5)


def test_widths_become_shares_of_one():
    made = numbered(TablePart("T", ("a", "b"), (), widths=(1, 3))).sections[0].blocks[0]
    assert made.widths == (0.25, 0.75)


def test_anchors_are_alone_of_their_name():
    section = Section("a 2", "", "A", (Subheading("a"), Subheading("A!"), Subheading("ب")))
    made = number_report(report("report", section, section))
    anchors = [name for each in made.sections for name in (each.anchor, *(block.anchor for block in each.blocks))]
    assert anchors[:4] == ["section-a-2", "section-a", "section-a.2", "section-part"]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("  http://example.org/é ", "http://example.org/%C3%A9"),
        ("https://exa mple.org/<\"'>", "https://exa%20mple.org/%3C%22%27%3E"),
        ("javascript:alert(1)", ""),
        ("https:///nowhere", ""),
        ("http://[bad", ""),
        ("texts/a.html", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_links(link, address):
    assert safe_address(link) == address


def test_what_cannot_be_printed_is_seen_to_be_missing():
    assert clean("a\x00b\x85\u2028c\n\n d\u202ee\u2066f\ufffe\ud800g\U0001ffff") == "a�b c d�e�f��g�"
    assert clean("no-break\xa0space, \u200fmark, 🪁") == "no-break\xa0space, \u200fmark, 🪁"


@given(st.text())
def test_clean_words_can_be_cleaned_again(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=5))
def test_notes_are_numbered_in_the_order_of_their_marks(sources):
    runs = tuple(Run(f"w{at}", sources=tuple(map(Source, each))) for at, each in enumerate(sources))
    made = numbered(Paragraph(runs), Paragraph(runs))
    marks = [note for block in made.sections[0].blocks for each in block.pieces for note in each.notes]
    assert marks == list(made.notes)
    assert [note.number for note in made.notes] == list(range(1, len(marks) + 1))
    # Of runs that have sources, one after the other, a source is noted once, however many of them it is for.
    named = [set(names) for names in sources if names]
    ends = sum(len(each - after) for each, after in pairwise([*named, set()]))
    assert len(marks) == 2 * ends


def test_a_mark_of_a_note_stands_behind_the_stop_that_follows():
    source = Source("A/RES/99/901, para. 4")
    words = (
        Run("It reads "),
        Run("“mend”", "plain", "", (source,)),
        Run("; more"),
        Run("kites", "quoted", "", (source,)),
        Run(". So."),
    )
    (block,) = (
        number_report(replace(report("brief"), sections=(Section("one", "", "One", (Paragraph(words),)),)))
        .sections[0]
        .blocks
    )
    assert [(each.text, len(each.notes)) for each in block.pieces if each.notes] == [(".", 1)]
    assert plain_text(block.pieces) == "It reads “mend”; more“kites”. So."
