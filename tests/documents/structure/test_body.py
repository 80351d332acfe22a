"""Bodies: where paragraphs begin, go on and end."""

from tests.documents.structure.reading import read_text

HEAD = "The General Assembly,\n\nRecalling the lanterns of the north,\n\n"


def ids(text: str) -> list[str]:
    return [paragraph.id for paragraph in read_text(text).paragraphs]


def test_numbered_paragraphs_and_items_two_deep() -> None:
    document = read_text(
        HEAD + "1. Requests the keepers:\n\n(a) To trim the wicks:\n\n(i) At dusk;\n\n(ii) At dawn;\n\n"
        "(b) To count the lanterns;\n\n2. Decides to meet again."
    )
    assert [(each.id, each.kind, each.number) for each in document.paragraphs] == [
        ("P1", "preambular", None),
        ("1", "operative", "1"),
        ("1(a)", "item", "1(a)"),
        ("1(a)(i)", "item", "1(a)(i)"),
        ("1(a)(ii)", "item", "1(a)(ii)"),
        ("1(b)", "item", "1(b)"),
        ("2", "operative", "2"),
    ]
    assert document.findings == ()


def test_items_of_the_preamble() -> None:
    assert ids(
        "The General Assembly,\n\nRecalling its resolutions:\n\n(a) On oil,\n\n(b) On wicks,\n\n1. Decides to meet."
    ) == ["P1", "P1(a)", "P1(b)", "1"]


def test_a_single_operative_paragraph_is_printed_without_a_number() -> None:
    document = read_text(HEAD + "Decides to count the lanterns at its next session.")
    assert [(each.id, each.number, each.verb) for each in document.paragraphs][1:] == [("1", None, "Decides")]


def test_numbering_that_restarts_in_parts() -> None:
    text = HEAD + "I\n\n1. Decides to meet;\n\n2. Requests oil;\n\nII\n\n1. Urges haste;\n\n2. Invites guests."
    assert ids(text) == ["P1", "I.1", "I.2", "II.1", "II.2"]


def test_numbering_that_goes_on_through_parts_needs_no_prefix() -> None:
    document = read_text(HEAD + "I\nOil and wicks\n\n1. Decides to meet;\n\nII\nGuests\n\n2. Invites guests.")
    assert [each.id for each in document.paragraphs] == ["P1", "1", "2"]
    assert [(each.text, each.before) for each in document.headings] == [
        ("I", "1"),
        ("Oil and wicks", "1"),
        ("II", "2"),
        ("Guests", "2"),
    ]


def test_a_page_break_in_mid_sentence_joins() -> None:
    document = read_text(HEAD + "1. Requests the keepers to\n\n---\n\ntrim the wicks;\n\n2. Decides to meet.")
    assert document.paragraphs[1].text == "Requests the keepers to trim the wicks;"


def test_a_page_break_after_a_comma_in_an_operative_paragraph_joins() -> None:
    document = read_text(HEAD + "1. Requests the keepers, in spring,\n\n---\n\nHarbour Street included, to trim.")
    assert document.paragraphs[1].text == "Requests the keepers, in spring, Harbour Street included, to trim."


def test_a_missing_blank_line_does_not_fuse_numbered_paragraphs() -> None:
    wrapped = (
        " The General Assembly, \n\n Recalling the lanterns, \n\n 1. Requests the keepers of all the lights to trim \n"
        "the wicks; \n 2. Decides to meet. \n"
    )
    assert ids(wrapped) == ["P1", "1", "2"]


def test_a_number_printed_without_its_full_stop() -> None:
    assert ids(HEAD + "1. Requests oil;\n\n2 Decides to meet;\n\n3. Urges haste.") == ["P1", "1", "2", "3"]


def test_a_year_that_opens_a_line_is_no_number() -> None:
    document = read_text(HEAD + "1. Decides to meet in\n\n2044. Urges haste;\n\n2. Requests oil.")
    assert [each.id for each in document.paragraphs] == ["P1", "1", "2"]


def test_a_gap_in_the_numbering_is_a_finding() -> None:
    document = read_text(HEAD + "1. Requests oil;\n\n3. Decides to meet.")
    assert [(each.code, each.place, each.message) for each in document.findings] == [
        ("numbering-gap", "3", "Paragraph 3 follows where 2 was expected.")
    ]


def test_organ_line_glued_to_the_first_paragraph() -> None:
    document = read_text("The General Assembly, Recalling the lanterns,\n\n1. Decides to meet.")
    assert [each.text for each in document.paragraphs] == ["Recalling the lanterns,", "Decides to meet."]


def test_an_excerpt_without_organ_line_is_read_from_its_first_verb() -> None:
    assert ids("Recalling the lanterns,\n\nNoting the oil,\n\n1. Decides to meet.") == ["P1", "P2", "1"]


def test_nothing_of_a_second_text_gets_into_the_first() -> None:
    one = (
        "Ninety-{0} session\n\nAgenda item 9\n\nResolution adopted by the General Assembly on 1{1} December 2044\n\n"
        "9{1}/7. Lanterns\n\n"
        + HEAD
        + "1. Decides to meet,¹ in time.\n\n{1}2nd plenary meeting\n1{1} December 2044\n\n"
        "¹ See A/9{1}/12.\n\n"
    )
    document = read_text(one.format("eighth", 8) + one.format("ninth", 9))
    assert (document.data.symbol, document.data.plenary, document.data.adopted) == (
        "A/RES/98/7",
        "82nd",
        "2044-12-18",
    )
    assert [note.text for note in document.notes] == ["See A/98/12."]
    assert [each.code for each in document.findings] == ["several-texts", "unexplained-text"]


def test_two_texts_in_one_file_are_told_apart() -> None:
    one = "Resolution adopted by the General Assembly on 12 December 2044\n\n" + HEAD + "1. Decides to meet.\n\n"
    document = read_text(one + one)
    assert [each.id for each in document.paragraphs] == ["P1", "1"]
    assert "several-texts" in [each.code for each in document.findings]
    assert document.coverage.unexplained


def test_lettered_resolutions_under_one_number() -> None:
    part = "The General Assembly,\n\nRecalling oil,\n\n1. Decides to meet;\n\n2. Urges haste.\n\n"
    assert ids("A\n\n" + part + "B\n\n" + part)[:3] == ["P1", "A.1", "A.2"]
