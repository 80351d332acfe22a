"""The kinds of resolution that UN organs adopt, each on an invented text."""

from tests.documents.structure.reading import read_text
from tests.specimens.un_pdf import Typesetter

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document


def read_page(page: Typesetter) -> Document:
    return build_document(read_source_bytes(page.bytes(), "x.pdf"))


def test_security_council_heading() -> None:
    data = read_text(
        "S/RES/9551 (2044)\n\nSecurity Council\n\nDistr.: General\n12 May 2044\n\nResolution 9551 (2044)\n\n"
        "Adopted by the Security Council at its 19734th meeting, on 12 May 2044\n\nThe Security Council,\n\n"
        "Recalling the lanterns of the straits,\n\n1. Decides to remain seized of the matter."
    ).data
    assert (data.symbol, data.organ, data.adopted) == ("S/RES/9551(2044)", "Security Council", "2044-05-12")
    assert (data.status, data.distributed, data.session) == ("adopted", "2044-05-12", None)


def test_economic_and_social_council_heading() -> None:
    data = read_text(
        "Economic and Social Council\n\nDistr.: General\n12 August 2044\n\n2044 session\n\nAgenda item 5 (b)\n\n"
        "Resolution adopted by the Economic and Social Council on 24 July 2044\n\n"
        "2044/17. Lanterns for harbours\n\nThe Economic and Social Council,\n\nRecalling oil,\n\n1. Decides to meet.\n\n"
        "32nd plenary meeting\n24 July 2044"
    ).data
    assert (data.symbol, data.session, data.agenda_item) == ("E/RES/2044/17", 2044, "5 (b)")
    assert (data.organ, data.title) == ("Economic and Social Council", "Lanterns for harbours")


def test_human_rights_council_vote() -> None:
    document = read_text(
        "A/HRC/RES/99/7\n\nResolution adopted by the Human Rights Council on 11 July 2044\n\n99/7. Lanterns\n\n"
        "The Human Rights Council,\n\nRecalling oil,\n\n1. Decides to meet.\n\n57th meeting\n11 July 2044\n\n"
        "[Adopted by a recorded vote of 24 to none, with 23 abstentions. The voting was as follows:\n\n"
        "In favour:\n\nLanternia, Wickland]"
    )
    assert document.votes is not None
    assert (document.votes.in_favour, document.votes.against, document.votes.abstaining) == (24, 0, 23)
    assert (document.data.symbol, document.data.plenary) == ("A/HRC/RES/99/7", "57th")
    assert document.coverage.unexplained == ()


def test_sections_with_a_preamble_of_their_own() -> None:
    document = read_text(
        "The General Assembly,\n\nI\n\nOil for the lamps\n\nRecalling the oil of last year,\n\n1. Decides to buy oil;\n\n"
        "II\n\nWicks\n\nNoting the price of wicks,\n\n1. Requests wicks.\n\nIII\n\nHarbours\n\n"
        "Takes note of the report on harbours."
    )
    assert [(each.id, each.kind, each.number) for each in document.paragraphs] == [
        ("P1", "preambular", None),
        ("I.1", "operative", "1"),
        ("P2", "preambular", None),
        ("II.1", "operative", "1"),
        ("III.1", "operative", None),
    ]


def test_notes_under_a_drawn_rule_with_marks_that_are_not_raised() -> None:
    page = Typesetter("A/RES/99/7", "Lanterns")
    page.paragraph([("i", "The General Assembly"), ("r", ",")])
    for word in ("oil", "wicks", "harbours", "keepers"):
        page.paragraph(
            [("i", "Recalling"), ("r", f" the {word} of the north and those of the south and")],
            [("r", f"the {word} of the islands, where nights are long,")],
        )
    page.paragraph([("r", "1. "), ("i", "Decides"), ("r", " to count the lanterns.")])
    page.place(117, 80, 8, [("r", "1 See the report of the keepers of the lights,")])
    page.place(117, 70, 8, [("r", "annex, table 2.")])
    document = read_page(page)
    assert [(note.mark, note.text) for note in document.notes] == [
        ("1", "See the report of the keepers of the lights, annex, table 2.")
    ]
    assert document.paragraphs[-1].text == "Decides to count the lanterns."


def test_a_part_label_at_the_top_of_a_page_is_no_page_number() -> None:
    page = Typesetter("A/RES/99/7", "Lanterns")
    page.place(123, 730, 12, [("b", "Lanterns")])
    page.paragraph([("i", "The General Assembly"), ("r", ",")])
    page.paragraph([("i", "Recalling"), ("r", " the oil,")])
    page.place(300, 600, 10, [("b", "I")])
    page._y = 590
    page.paragraph([("r", "1. "), ("i", "Decides"), ("r", " to buy oil;")])
    page.new_page()
    page.place(300, 705, 10, [("b", "II")])
    page._y = 690
    page.paragraph([("r", "1. "), ("i", "Requests"), ("r", " wicks.")])
    document = read_page(page)
    assert [each.id for each in document.paragraphs] == ["P1", "I.1", "II.1"]
    assert [each.text for each in document.headings] == ["I", "II"]


def test_paragraphs_told_by_indents_alone() -> None:
    page = Typesetter("A/RES/99/7", "Lanterns")
    lines = [
        (147, [("i", "The General Assembly"), ("r", ",")]),
        (147, [("i", "Recalling"), ("r", " the oil of the north and the lamps that burn it through the night,")]),
        (147, [("i", "Noting"), ("r", " the wicks of the south and those who trim them in the evening and")]),
        (123, [("r", "again at midnight,")]),
        (147, [("r", "1. "), ("i", "Decides"), ("r", " to buy oil and wicks for every lantern on the coast;")]),
        (
            147,
            [("r", "2. "), ("i", "Requests"), ("r", " the keepers of the lights to report on what was burnt and")],
        ),
        (123, [("r", "what was left.")]),
    ]
    for place, (x, runs) in enumerate(lines):
        page.place(x, 700 - 12 * place, 10, runs)
    document = read_page(page)
    assert [(each.id, each.text.split()[-1]) for each in document.paragraphs] == [
        ("P1", "night,"),
        ("P2", "midnight,"),
        ("1", "coast;"),
        ("2", "left."),
    ]


def test_a_text_that_an_export_made_of_pages() -> None:
    document = read_text(
        "   The General Assembly,\n   Recalling the oil of the north, 1 and the wicks,\n   Noting the harbours,\n\n"
        "   __________________\n   1\n     See A/99/12.\n\n99-12345                              1/2\n\f"
        "A/RES/99/7                            Lanterns\n\n   1. Decides to buy oil for all the lamps of\nthe coast;\n"
        "   2. Requests wicks.\n\n2/2                                 99-12345\n"
    )
    assert [(each.id, each.text, each.notes) for each in document.paragraphs] == [
        ("P1", "Recalling the oil of the north, and the wicks,", ("1",)),
        ("P2", "Noting the harbours,", ()),
        ("1", "Decides to buy oil for all the lamps of the coast;", ()),
        ("2", "Requests wicks.", ()),
    ]
    assert [note.text for note in document.notes] == ["See A/99/12."]
