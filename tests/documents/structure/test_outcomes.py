"""Texts that adopt an outcome in their body, budgets under a chapeau, drafts of committees: each on an invented text."""

import pytest
from tests.documents.structure.reading import read_text

OUTCOME = (
    "Resolution adopted by the General Assembly on 22 September 2044\n\n99/1. Lantern Pact\n\n{organ}"
    "Adopts the following Lantern Pact:\n\nLantern Pact\n\n"
    "1. We, the keepers of the lights, have met in the harbour.\n\n"
    "I. Oil\n\nAction 1. We will buy oil in good time.\n\n"
    "2. We decide to:\n\n(a) Buy oil;\n\n(b) Trim the wicks.\n\n"
    "3rd plenary meeting\n22 September 2044\n\nAnnex\n\nWicks\n\n1. Wicks are short."
)
ORGANS = ("The General Assembly\n\n", "The General Assembly,\n\n", "The General Assembly ")


@pytest.mark.parametrize("organ", ORGANS)
def test_an_outcome_in_the_body_keeps_its_own_numbers(organ: str) -> None:
    document = read_text(OUTCOME.format(organ=organ))
    assert [(each.id, each.kind, each.number) for each in document.paragraphs] == [
        ("0", "operative", None),
        ("1", "operative", "1"),
        ("2", "operative", "2"),
        ("2(a)", "item", "2(a)"),
        ("2(b)", "item", "2(b)"),
    ]
    assert [(each.text, each.before) for each in document.headings] == [
        ("Lantern Pact", "1"),
        ("I. Oil", "2"),
        ("Action 1. We will buy oil in good time.", "2"),
    ]
    assert (document.data.organ, document.data.symbol) == ("General Assembly", "A/RES/99/1")
    assert [each.title for each in document.annexes] == ["Annex"]
    assert [each.code for each in document.findings] == ["annex-not-searched"]


def test_an_organ_named_in_a_sentence_opens_no_text() -> None:
    document = read_text(
        "The General Assembly,\n\nRecalling oil,\n\n1. Requests a report to be laid before\n\n"
        "The General Assembly Hall keepers.\n\n2. Decides to meet."
    )
    assert [each.id for each in document.paragraphs] == ["P1", "1", "2"]


def test_budgets_number_their_sentences_under_a_chapeau_and_in_their_tables() -> None:
    part = (
        "{0}\n\nThe General Assembly,\n\nResolves that for 2045:\n\n1. The following sums are approved:\n\n"
        "Section   Crowns\n\n1. Oil and lamps   40 000\n\n2. Wicks   5 000\n\n2. The keepers may move sums between lamps.\n\n"
    )
    document = read_text("99/250. Lanterns\n\n" + part.format("A") + part.format("B"))
    assert [each.id for each in document.paragraphs] == ["A.0", "A.1", "A.2", "B.0", "B.1", "B.2"]
    assert document.paragraphs[1].text.endswith("2. Wicks 5 000")
    assert document.findings == ()


def test_the_symbol_of_a_committee_report_is_not_that_of_the_draft_in_it() -> None:
    data = read_text(
        "A/99/437\n\nGeneral Assembly\n\nDistr.: General\n9 December 2044\n\nNinety-ninth session\n\nAgenda item 17\n\n"
        "Harbours\n\nReport of the Second Committee\n\nRapporteur: Ms. Ada Wick (Wickland)\n\nI. Introduction\n\n"
        "1. At its 2nd plenary meeting, the Assembly put lanterns on its agenda.\n\n"
        "2. The Second Committee recommends to the General Assembly the adoption of the following draft resolution:\n\n"
        "Lanterns for harbours\n\nThe General Assembly,\n\nRecalling oil,\n\n1. Decides to meet."
    ).data
    assert (data.symbol, data.committee_report, data.committee) == (None, "A/99/437", "Second Committee")
    assert (data.title, data.status) == ("Lanterns for harbours", "draft")


def test_a_draft_that_leaves_room_for_its_number() -> None:
    document = read_text(
        "A/HRC/99/L.9\n\nHuman Rights Council\n\nNinety-ninth session\n\nAgenda item 3\n\n"
        "Lanternia, Wickland:* draft resolution\n\n99/… Lanterns\n\nThe Human Rights Council,\n\nRecalling oil,\n\n"
        "1. Decides to meet.\n\n* State not a member of the Council."
    )
    assert document.data.title == "Lanterns"
    assert [(each.mark, each.text) for each in document.notes] == [("*", "State not a member of the Council.")]
    assert document.paragraphs[-1].text == "Decides to meet."


def test_stars_before_items_are_no_notes() -> None:
    document = read_text("The General Assembly,\n\nRecalling oil,\n\n1. Requests:\n\n* Oil;\n\n* Wicks.")
    assert document.notes == ()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("99/512. Lanterns\n\nAt its 100th plenary meeting, on 7 September 2044, the Assembly decided to meet.", "a decision"),
        ("Decision adopted by the Council on 2 June 2044\n\nThe Council took note of lanterns.", "a decision"),
        ("A/RES/98/7/Corr.1\n\nCorrigendum\n\nParagraph 4\n\nFor oil read wicks", "a corrigendum"),
        ("Lanterns\n\nReport of the Secretary-General\n\n1. Lanterns were lit.", "a report of the Secretary-General"),
        ("Statement by the President of the Security Council\n\nThe Council is dark.", "a statement by the President of the Security Council"),
    ],
)  # fmt: skip
def test_what_is_no_resolution_is_called_by_its_name(heading: str, kind: str) -> None:
    document = read_text(heading)
    said = next(each for each in document.findings if each.code == "not-a-resolution")
    assert said.message == f"By its heading the text is {kind}; of such texts nothing is read."
    assert said.advice == "Read the resolution it belongs to, or look at the text itself."
