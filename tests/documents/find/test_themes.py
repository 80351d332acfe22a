"""Themes of operative paragraphs: which words count, where, and which clauses have none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from operative import operative

from stocktake.documents.find.themes import ThemeLabel, find_themes
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.values.span import words_at

DIGITAL = "Digital lanterns of Examplia"


def labels(*words: str, title: str = "Lanterns of Examplia") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in find_themes(operative(*words, title=title)):
        found.setdefault(each.paragraph, []).append(each.label)
    return found


def only(words: str, *, title: str = "Lanterns of Examplia") -> tuple[ThemeLabel, ...]:
    return find_themes(operative(words, title=title))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Urges lantern keepers to share soup, since hunger dims every wick;", ["SDG 2"]),
        ("Invites women who trim lanterns to take a seat on the quay council;", ["SDG 5"]),
        ("Encourages harbours to map coral reefs and fisheries by lantern light;", ["SDG 14"]),
        ("Requests harbours to fit lanterns against earthquakes and other natural disasters;", ["SDG 11"]),
        ("Urges the planting of forests around every lamp oil press;", ["SDG 15"]),
        ("Calls upon keepers to pay their debt in tallow;", ["SDG 17"]),
        ("Welcomes the blue paint on the lantern posts;", []),
    ],
)
def test_goals_need_no_digital_words(words: str, expected: list[str]) -> None:
    assert [each.label for each in only(words)] == expected


def test_action_lines_and_objectives_count_only_where_icts_are_meant() -> None:
    words = "Encourages capacity-building of lantern keepers;"
    assert labels(words) == {"1": ["SDG 17"]}
    assert labels(words, title=DIGITAL) == {"1": ["C4", "SDG 17"]}
    near = "Encourages capacity-building of lantern keepers on the Internet;"
    assert labels(near) == {"1": ["C4", "SDG 17"]}
    far = (
        f"Encourages capacity-building of lantern keepers, {'and again of lantern keepers, ' * 8}on the Internet;"
    )
    assert labels(far) == {"1": ["SDG 17"]}


def test_words_that_speak_of_icts_themselves_need_no_title() -> None:
    assert labels("Notes that e-commerce in lanterns is small;")["1"] == [
        "C7-ebusiness",
        "SDG 8",
        "SDG 17",
        "GDC 2",
    ]


def test_the_words_that_triggered_are_shown_with_their_places() -> None:
    document = operative("Notes that the soup kitchens of Exam|plia ended hunger, and that Hunger is rare;")
    (label,) = find_themes(document)
    assert (label.framework, label.code, label.basis, label.words) == ("SDG", "2", "words", ("hunger", "Hunger"))
    assert [words_at(document.source_text, [span]) for span in label.spans] == ["hunger", "Hunger"]


def test_words_are_whole_and_hyphens_make_other_words() -> None:
    assert labels("Notes the unhealthy seaside and the pre-school-like waterproof climate-free girlsfoot;") == {}


def test_words_close_by_change_the_meaning() -> None:
    assert labels("Notes the health of the oceans;") == {"1": ["SDG 14"]}
    assert labels("Notes the role of the Atomic Example on nuclear energy;") == {}


def test_the_name_of_a_body_has_no_theme() -> None:
    assert labels("Thanks the World Health Organization and the World Food Programme for the lanterns;") == {}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Recalls Sustainable Development Goal 4 in the matter of wicks;", ["SDG 4"]),
        ("Recalls Goals 2, 6 and 13 in the matter of wicks;", ["SDG 2", "SDG 6", "SDG 13"]),
        ("Recalls Goals 1 to 3 in the matter of wicks;", ["SDG 1", "SDG 2", "SDG 3"]),
        ("Recalls SDG 17 and target 9.c in the matter of wicks;", ["SDG 9", "SDG 17"]),
        ("Recalls targets 4.1 and 15.3 in the matter of wicks;", ["SDG 4", "SDG 15"]),
        ("Recalls indicator 5.b.1 in the matter of wicks;", ["SDG 5"]),
        ("Recalls action line C2 and action lines C8 and C9;", ["C2", "C8", "C9"]),
        ("Recalls objective 3 of the Global Digital Compact;", ["GDC 3"]),
    ],
)
def test_what_is_named_always_counts_and_says_so(words: str, codes: list[str]) -> None:
    found = only(words)
    assert [each.label for each in found] == codes
    assert {each.basis for each in found} == {"named"}


def test_action_line_seven_names_one_application_or_all_eight() -> None:
    (learning,) = (each for each in only("Recalls action line C7: e-learning;") if each.framework == "WSIS")
    assert (learning.code, learning.basis) == ("C7-elearning", "named")
    found = only("Recalls action line C7 on lanterns;")
    assert len(found) == 8
    assert found[0].code == "C7-egovernment"


@pytest.mark.parametrize(
    "words",
    [
        "Recalls Millennium Development Goal 4 in the matter of wicks;",
        "Recalls all 17 Sustainable Development Goals;",
        "Recalls Goal 40 and target 2.5 per cent of the wicks;",
        "Recalls objective 3 of the Compact of Keepers;",
    ],
)
def test_other_numbers_name_nothing(words: str) -> None:
    assert only(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Takes note of the report of the Secretary-General on hunger and oceans;",
        "Requests the Secretary-General to submit a report on hunger, oceans and women;",
        "Decides to include in the provisional agenda of its next session the item entitled “Oceans and hunger”;",
        "Decides to remain seized of the matter of hunger;",
        "Looks forward to the ninth conference on oceans, to be held in Sampleton;",
        "Welcomes the holding of the ninth meeting on oceans;",
    ],
)
def test_procedure_has_no_theme(words: str) -> None:
    assert only(words) == ()


def test_only_the_clause_of_procedure_is_left_out() -> None:
    words = "Takes note of the report on oceans, and urges keepers to end hunger;"
    assert labels(words) == {"1": ["SDG 2"]}


def test_items_of_a_request_for_a_report_have_no_theme_and_others_have() -> None:
    found = labels(
        "Requests the Secretary-General to submit a report on:",
        "(a) Hunger among keepers;",
        "Urges keepers:",
        "(a) To end hunger;",
    )
    assert found == {"2(a)": ["SDG 2"]}


def test_the_preamble_has_no_themes() -> None:
    assert find_themes(operative("Notes the paint;", preamble=("Recalling hunger,",))) == ()


@given(st.text(max_size=200))
def test_every_span_holds_the_words_whatever_the_text(text: str) -> None:
    words = " ".join(f"Notes {text} hunger".replace("|", "").replace("(", "").split())
    document = operative(words)
    for label in find_themes(document):
        assert {words_at(document.source_text, [span]) for span in label.spans} == set(label.words)


@pytest.mark.real
def test_all_themes_of_a_long_text_are_found_at_once(corpus: Path) -> None:
    document = build_document(read_source(corpus / "seeds" / "003_b03e53008abf82d6.txt"))
    found = find_themes(document)
    by_place: dict[str, set[str]] = {each.paragraph: set() for each in found}
    for each in found:
        by_place[each.paragraph].add(each.label)
    assert {"C9", "C10", "GDC 3"} <= by_place["46"]
    assert "GDC 5" in by_place["68"]
    assert not {"72", "74", "65"} & by_place.keys()
