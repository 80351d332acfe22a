"""The documents that a document cites."""

import pytest
from laid_out import make_document

from stocktake.documents.find.citations import Citation, find_citations
from stocktake.values.span import words_at


def cited(*paragraphs: str, **more: object) -> list[str]:
    return [str(each.symbol) for each in find_citations(make_document(paragraphs, **more))]  # type: ignore[arg-type]


def dated(paragraph: str) -> list[tuple[str, str | None]]:
    return [
        (str(each.symbol), str(each.date) if each.date else None)
        for each in find_citations(make_document([paragraph]))
    ]


def pinned(paragraph: str) -> list[tuple[str, str | None]]:
    return [(str(each.symbol), each.pinpoint) for each in find_citations(make_document([paragraph]))]


def test_a_citation_says_what_is_printed_where():
    document = make_document(["Recalling its resolution\n68/2 of 4 May 2014 on lanterns,"])
    (citation,) = find_citations(document)
    assert (citation.place, citation.printed, str(citation.symbol), str(citation.date)) == (
        "P1",
        "68/2",
        "A/RES/68/2",
        "2014-05-04",
    )
    assert words_at(document.source_text, citation.spans) == "68/2"


def test_every_number_of_a_list_is_one_record():
    assert cited("Recalling its resolutions 66/1, 67/2, 68/3 B and 69/4 on lanterns,") == [
        "A/RES/66/1",
        "A/RES/67/2",
        "A/RES/68/3[B]",
        "A/RES/69/4",
    ]


def test_each_number_has_its_own_date_and_and_shares_one():
    assert dated("Recalling its resolutions 57/2 of 1 May 2003, 58/8 and 58/9 of 2 May 2004 and 60/7,") == [
        ("A/RES/57/2", "2003-05-01"),
        ("A/RES/58/8", "2004-05-02"),
        ("A/RES/58/9", "2004-05-02"),
        ("A/RES/60/7", None),
    ]


def test_a_date_is_not_shared_across_sessions():
    assert dated("Recalling resolutions 57/2 and 60/7 of 2 May 2006,") == [
        ("A/RES/57/2", None),
        ("A/RES/60/7", "2006-05-02"),
    ]


def test_letters_of_one_number_are_records_of_their_own():
    found = find_citations(make_document(["Recalling its resolution 72/9 A and B of 5 July 2018,"]))
    assert [(str(each.symbol), each.printed, str(each.date)) for each in found] == [
        ("A/RES/72/9[A]", "72/9 A", "2018-07-05"),
        ("A/RES/72/9[B]", "B", "2018-07-05"),
    ]


def test_a_list_goes_on_after_what_each_resolution_is_about():
    assert dated(
        "Welcoming the adoption of resolutions 74/2 of 2 April 2020 on ferries, lanterns and 3/4 of the quays, "
        "and 74/5 of 20 April 2020 on wells,"
    ) == [("A/RES/74/2", "2020-04-02"), ("A/RES/74/5", "2020-04-20")]


@pytest.mark.parametrize(
    ("words", "symbols"),
    [
        (
            "Recalling Economic and Social Council resolutions 2006/4, 2008/3 and 2009/7,",
            ["E/RES/2006/4", "E/RES/2008/3", "E/RES/2009/7"],
        ),
        ("Welcoming the decision of the Economic and Social Council, in its resolution 2010/2,", ["E/RES/2010/2"]),
        ("Recalling Council resolution 2006/4,", ["E/RES/2006/4"]),
        ("Recalling Economic and Social Council decision 2005/23,", ["E/DEC/2005/23"]),
        ("Recalling Economic and Social Council resolution 2008 (LX),", ["E/RES/2008(LX)"]),
        (
            "Recalling Security Council resolutions 1325 (2000) and 1820 (2008),",
            ["S/RES/1325(2000)", "S/RES/1820(2008)"],
        ),
        ("Recalling resolution 1514 (XV) and resolution 217 A (III),", ["A/RES/1514(XV)", "A/RES/217(III)[A]"]),
        ("Recalling its decision 77/56 and its resolution S-32/1,", ["A/DEC/77/56", "A/RES/S-32/1"]),
        ("Recalling Human Rights Council resolutions 16/18 and 35/34,", ["A/HRC/RES/16/18", "A/HRC/RES/35/34"]),
        ("Noting that the Human Rights Council, in its resolution 48/13,", ["A/HRC/RES/48/13"]),
        ("Recalling Human Rights Council decision 17/119,", ["A/HRC/DEC/17/119"]),
        ("Recalling the Human Rights Council, and recalling its resolution 60/25,", ["A/RES/60/25"]),
        ("Recalling United Nations Environment Assembly resolution 5/14,", ["UNEP/EA.5/Res.14"]),
        (
            "Noting resolution 6/14 of 1 March 2024 of the United Nations Environment Assembly,",
            ["UNEP/EA.6/Res.14"],
        ),
        (
            "Noting resolution 6/8 on wells, adopted by the United Nations Environment Assembly at its session,",
            ["UNEP/EA.6/Res.8"],
        ),
        ("Recalling resolution 70/1 of the General Assembly,", ["A/RES/70/1"]),
        (
            "Recalling General Assembly and Economic and Social Council resolutions 70/1 and 2015/3,",
            ["A/RES/70/1", "E/RES/2015/3"],
        ),
        ("Recalling Commission on Human Rights resolution 2005/80,", ["E/CN.4/RES/2005/80"]),
        (
            "Recalling the adoption of resolution 2000/22 on wells by the Subcommission on the Promotion and Protection of Human Rights,",
            ["E/CN.4/Sub.2/RES/2000/22"],
        ),
    ],
)
def test_the_body_that_adopted_it_is_told_from_the_words(words: str, symbols: list[str]):
    assert cited(words) == symbols


@pytest.mark.parametrize(
    "words",
    [
        "Noting that 2/3 of the quays and/or wells are open 24/7, that is, 50/50,",
        "Recalling Commission on Narcotic Drugs resolution 60/2,",
        "Recalling Harbour Board resolution 66/2,",
        "Recalling resolution 5/14 and resolution 25 and decision 1/CP.21,",
        "Recalling draft resolution II and the resolutions of the Assembly in 2012/13,",
    ],
)
def test_what_is_no_citation_is_left_alone(words: str):
    assert cited(words) == []


def test_its_is_the_speaking_organ():
    assert cited("Recalling its resolution 48/13,", organ="Human Rights Council") == ["A/HRC/RES/48/13"]
    assert cited("Recalling its resolution 48/13,", organ=None) == ["A/RES/48/13"]


def test_a_number_that_no_principal_organ_can_have_goes_to_the_one_body_named_elsewhere():
    assert cited("Noting the United Nations Environment Assembly,", "Recalling resolution 5/14,") == [
        "UNEP/EA.5/Res.14"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Recalling paragraph 72 of its resolution 70/2,", [("A/RES/70/2", "para. 72")]),
        ("Recalling paragraphs 31 and 32 of its resolution 78/2,", [("A/RES/78/2", "paras. 31 and 32")]),
        ("Recalling section III of its resolution 72/2 C of 5 July 2018,", [("A/RES/72/2[C]", "sect. III")]),
        (
            "Recalling the annex to Economic and Social Council resolution 2008 (LX),",
            [("E/RES/2008(LX)", "annex")],
        ),
        (
            "See resolution 50/8, annex, and resolution 62/1, annexes I and III.",
            [("A/RES/50/8", "annex"), ("A/RES/62/1", "annexes I and III")],
        ),
        (
            "See resolution 66/2, section II of its resolution 72/2,",
            [("A/RES/66/2", None), ("A/RES/72/2", "sect. II")],
        ),
        ("See Supplement No. 6 (E/2005/26), chap. I, sect. A.", [("E/2005/26", "chap. I, sect. A")]),
        (
            "See A/78/6 (Sect. 29A) and A/73/12 (Part I), chap. II.",
            [("A/78/6", "sect. 29A"), ("A/73/12", "part I, chap. II")],
        ),
        (
            "See CAC/COSP/2021/17, sect. I.A, resolution 9/2, para. 15.",
            [("CAC/COSP/2021/17", "sect. I.A, resolution 9/2, para. 15")],
        ),
        (
            "See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.",
            [("FCCC/CP/2015/10/Add.1", "decision 1/CP.21, annex")],
        ),
        ("See A/80/555, para.7; A/80/556.", [("A/80/555", "para. 7"), ("A/80/556", None)]),
    ],
)
def test_pinpoints_are_read_before_and_after(words: str, expected: list[tuple[str, str | None]]):
    assert pinned(words) == expected


def test_full_symbols_and_their_addenda():
    document = make_document([], {"8": "A/67/66-E/2012/49 and Add.1.", "10": "See E/2011/27-\nE/CN.6/2011/12."})
    assert [(each.place, each.printed, str(each.symbol)) for each in find_citations(document)] == [
        ("note 8", "A/67/66-E/2012/49", "A/67/66-E/2012/49"),
        ("note 8", "Add.1", "A/67/66/Add.1-E/2012/49/Add.1"),
        ("note 10", "E/2011/27- E/CN.6/2011/12", "E/2011/27-E/CN.6/2011/12"),
    ]


def test_a_symbol_across_a_page_break_has_two_spans():
    document = make_document(["Noting A/80/|62-E/2025/12,"])
    (citation,) = find_citations(document)
    assert str(citation.symbol) == "A/80/62-E/2025/12"
    assert len(citation.spans) == 2
    assert words_at(document.source_text, citation.spans) == citation.printed


def test_the_documents_own_symbol_is_no_citation():
    assert cited("Noting resolution 80/1 and resolution 79/1,", symbol="A/RES/80/1") == ["A/RES/79/1"]


def test_ibid_is_the_document_of_the_note_before():
    document = make_document(
        [],
        {
            "1": "Resolution 69/2, annex I.",
            "2": "Ibid., annex II.",
            "3": "Treaty Series, vol. 1.",
            "4": "Ibid., vol. 2.",
        },
    )
    assert [(each.place, each.printed, str(each.symbol), each.pinpoint) for each in find_citations(document)] == [
        ("note 1", "69/2", "A/RES/69/2", "annex I"),
        ("note 2", "Ibid.", "A/RES/69/2", "annex II"),
    ]


def test_citations_are_frozen_and_equal_by_value():
    document = make_document(["Recalling its resolution 68/2,"])
    assert find_citations(document) == find_citations(document)
    assert isinstance(find_citations(document)[0], Citation)


def test_numbers_with_what_each_is_about_between_them_share_the_date_at_the_end():
    assert dated(
        "Recalling Human Rights Council resolutions 95/1, on the lanterns of the Council, and 95/2, on the wicks of its keepers, of 18 June 2041,"
    ) == [("A/HRC/RES/95/1", "2041-06-18"), ("A/HRC/RES/95/2", "2041-06-18")]
