"""Where words came from, stage by stage, and what did not survive."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.compare.factories import SUBJECTS, document, provision, provisions

from stocktake.documents.compare import compare_documents
from stocktake.documents.compare.negotiation import (
    Negotiation,
    Stage,
    count_words,
    trace_negotiation,
)
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.errors import RequestError

REST = provisions(6)


def trace(*firsts: str | None) -> Negotiation:
    """The negotiation of texts that differ in paragraph 1 only; None where it is not there."""
    return trace_negotiation([document([*([first] if first else []), *REST]) for first in firsts])


def origins(negotiation: Negotiation, paragraph: str = "1") -> list[tuple[int, str]]:
    return [
        tuple(origin) for each in negotiation.provisions if each.paragraph == paragraph for origin in each.words
    ]


def lost(negotiation: Negotiation) -> list[tuple[int, int, str, bool]]:
    return [(each.stage, each.lost_in, each.text, each.whole) for each in negotiation.unsurvived]


BEFORE = "Encourages towns to lend kites to schools without charge during the windy months of spring;"
LONGER = (
    "Encourages towns to lend kites and spare string to schools without charge during the windy months of spring;"
)


def test_words_belong_to_the_stage_that_brought_them():
    traced = trace(BEFORE, LONGER, LONGER)
    assert origins(traced) == [
        (0, "Encourages towns to lend kites "),
        (1, "and spare string "),
        (0, "to schools without charge during the windy months of spring;"),
    ]
    assert traced.unsurvived == ()
    assert traced.words_by_stage == (sum(count_words(text) for text in [BEFORE, *REST]), 3, 0)
    assert traced.provisions_by_stage == (7, 0, 0)


def test_words_that_a_draft_dropped_and_the_outcome_restored_are_the_earlier_texts():
    traced = trace(LONGER, BEFORE, LONGER)
    assert origins(traced) == [(0, LONGER)]
    assert traced.unsurvived == ()


def test_a_paragraph_that_a_draft_dropped_and_the_outcome_restored_is_the_earlier_texts():
    traced = trace(BEFORE, None, BEFORE)
    assert origins(traced) == [(0, BEFORE)]
    assert (traced.provisions[0].stage, traced.provisions[0].before) == (0, (("1",), ()))


def test_a_proposal_that_does_not_survive_is_named_with_the_stage_without_it():
    traced = trace(BEFORE, LONGER, LONGER, BEFORE)
    assert lost(traced) == [(1, 3, "and spare string", False)]
    (words,) = traced.unsurvived
    assert LONGER[words.at :].startswith(words.text)


def test_words_restored_on_the_way_and_dropped_at_the_end_are_lost_at_the_end():
    assert lost(trace(LONGER, BEFORE, LONGER, BEFORE)) == [(0, 3, "and spare string", False)]


def test_a_whole_proposal_that_does_not_survive():
    assert lost(trace(None, provision(9), None)) == [(1, 2, provision(9), True)]


def test_a_paragraph_that_drifts_too_far_to_be_paired_at_once_is_followed_step_by_step():
    steps = [
        "Requests the keeper of kites to report every spring on broken tails, lost string and bent spars;",
        "Requests the keeper of kites to report every spring on broken tails and on the price of paper in market towns;",
        "Requests the council of weavers to write yearly on the price of paper in market towns and on broken tails;",
    ]
    first, _, last = (document([each, *REST]) for each in steps)
    assert compare_documents(first, last).summary["dropped"] == 1
    traced = trace(*steps)
    assert traced.provisions[0].stage == 0
    assert traced.provisions[0].before == (("1",), ("1",))
    assert origins(traced)[0] == (0, "Requests the ")
    assert (1, "on the price of paper in market towns ") in origins(traced)


def test_typography_case_and_punctuation_bring_in_nothing():
    traced = trace(
        "Encourages the towns' kite makers, and others, to mend tails;",
        "Encourages the towns’ Kite makers and others to mend tails;",
        "Encourages the towns’ Kite makers and others to mend tails.",
    )
    assert origins(traced) == [(0, "Encourages the towns’ Kite makers and others to mend tails.")]
    assert traced.unsurvived == ()


def test_marks_go_with_the_words_they_belong_to():
    traced = trace(
        "Notes the festival held in Sampleton under the theme of strings and tails for all;",
        "Notes the festival held in Sampleton in May (4 to 6 May), under the theme “Longer strings”, for all;",
    )
    pieces = {text: stage for stage, text in origins(traced)}
    assert pieces["in May (4 to 6 May), "] == 1
    assert any(text.startswith("“Longer strings”, ") for text in pieces)


def test_a_split_and_a_merger_keep_their_words():
    one, other = "Requests towns to count their kites every autumn", "to mend every torn tail within two days"
    whole, parts = [f"{one}, and {other};"], [f"{one};", f"Requests towns {other};"]
    for stages in ((whole, parts), (parts, whole), (whole, parts, whole)):
        traced = trace_negotiation([document([*each, *REST]) for each in stages])
        assert traced.provisions_by_stage[1:] == (0,) * (len(stages) - 1)
        assert sum(traced.words_by_stage[1:]) <= 2


def test_stages_say_name_status_and_date():
    first, last = document(REST, symbol="X/RES/1/1"), document(REST, symbol=None)
    first = replace(
        first, data=replace(first.data, status="adopted", adopted="2042-12-12", distributed="2042-12-20")
    )
    last = replace(last, data=replace(last.data, distributed="2043-11-03"))
    assert trace_negotiation([first, last]).stages == (
        Stage("X/RES/1/1", "adopted", "2042-12-12"),
        Stage("specimen.txt", "draft", "2043-11-03"),
    )


@pytest.mark.parametrize(("count", "came"), [(0, "there is none"), (1, "there is none before it")])
def test_one_text_is_no_negotiation(count: int, came: str):
    with pytest.raises(RequestError) as refused:
        trace_negotiation([document(REST)] * count)
    assert str(refused.value) == (
        f"expected a text and at least one stage before it, but {came}. "
        "Add the text of the year before, or the drafts, to the workspace."
    )


sentences = st.lists(
    st.sampled_from(SUBJECTS).flatmap(
        lambda subject: st.lists(st.sampled_from([*subject.split(), "kites’", "(tails)"]), min_size=1, max_size=9)
    ),
    min_size=1,
    max_size=5,
).map(lambda texts: [f"Requests {' '.join(words)};" for words in texts])
ways = st.lists(sentences, min_size=2, max_size=4).map(lambda texts: [document(each) for each in texts])


@given(ways)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_origins_joined_give_the_paragraph_and_what_was_lost_stands_where_it_says(stages: Sequence[Document]):
    traced = trace_negotiation(stages)
    last = len(stages) - 1
    outcome = {each.id: each.text for each in stages[-1].paragraphs}
    assert {each.paragraph: "".join(o.text for o in each.words) for each in traced.provisions} == outcome
    assert all(0 <= origin.stage <= last for each in traced.provisions for origin in each.words)
    assert sum(traced.provisions_by_stage) == len(outcome)
    for each in traced.unsurvived:
        paragraph = stages[each.stage].paragraph(each.paragraph)
        assert paragraph is not None
        assert paragraph.text[each.at : each.at + len(each.text)] == each.text
        assert each.stage < each.lost_in <= last


@given(ways)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_on_the_way_to_a_text_that_is_the_same_as_the_first(stages: Sequence[Document]):
    traced = trace_negotiation([*stages, stages[0]])
    assert [each for each in traced.unsurvived if each.stage == 0] == []
    assert {each.stage for each in traced.provisions} == {0}
    assert sum(traced.words_by_stage[1:]) == 0


@pytest.fixture(scope="module")
def ict(corpus: Path) -> list[Document]:
    names = ("A_RES_79_194", "A_C.2_80_L.17", "A_C.2_80_L.58", "A_RES_80_118")
    return [build_document(read_source(corpus / "ict" / f"{name}.pdf")) for name in names]


@pytest.mark.real
def test_a_real_negotiation_says_what_came_in_where_and_what_was_lost(ict: list[Document]):
    traced = trace_negotiation(ict)
    assert traced.provisions_by_stage == (122, 8, 5, 0)
    first = {stage: [each.paragraph for each in traced.provisions if each.stage == stage] for stage in (1, 2)}
    assert first == {1: ["P5", "P25", "P26", "15", "35", "63", "64", "68"], 2: ["P23", "P56", "17", "18", "46"]}
    whole = [(each.stage, each.lost_in, each.paragraph) for each in traced.unsurvived if each.whole]
    assert whole == [(0, 1, "P53"), (0, 1, "22"), (0, 2, "34"), (0, 1, "60"), (1, 2, "17")]
    assert traced.words_by_stage[3] == 0


@pytest.mark.real
def test_a_real_text_file_in_place_of_the_pdf_changes_nothing(ict: list[Document], corpus: Path):
    text = build_document(read_source(corpus / "seeds" / "001_b2b2b425cb4da82d.txt"))
    traced, other = trace_negotiation(ict), trace_negotiation([text, *ict[1:]])
    assert other.provisions == traced.provisions
    assert len(other.unsurvived) == len(traced.unsurvived)
