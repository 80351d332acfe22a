"""Which texts held are the stages of the way to one text."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.compare.factories import document, provisions

from stocktake.documents.compare.stages import not_held_before, stages_of
from stocktake.documents.model import Document, HeadingData, Status
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.values.span import Span

TITLE = "Kites above example towns"


def text(symbol: str, session: int, *, status: Status = "adopted", date: str, **more: object) -> Document:
    """A text of an invented chain."""
    data = HeadingData(symbol=symbol, title=TITLE, organ="General Assembly", session=session, status=status)
    day = {"adopted" if status == "adopted" else "distributed": date}
    made = document(provisions(3))
    source = replace(made.source, sha256=f"{symbol}{status}{date}")
    return replace(made, data=replace(data, **day, **more), source=source)


OLDEST = text("A/RES/97/901", 97, date="2042-12-12")
BEFORE = text("A/RES/98/902", 98, date="2043-12-12")
TABLED = text("A/C.2/99/L.9", 99, status="draft", date="2044-10-14")
REVISED = text("A/C.2/99/L.9/Rev.1", 99, status="draft", date="2044-10-30")
LATE = text("A/C.2/99/L.12", 99, status="draft", date="2044-10-30", title="Kites", based_on="A/C.2/99/L.9")
OUTCOME = text("A/RES/99/903", 99, date="2044-12-12", based_on="A/C.2/99/L.12")
AFTER = text("A/RES/100/904", 100, date="2045-12-12")
OTHER = text("A/C.3/99/L.2", 99, status="draft", date="2044-10-10", title="Boats")
ALL = [OLDEST, BEFORE, TABLED, REVISED, LATE, OUTCOME, AFTER, OTHER]


def symbols(stages: Sequence[Document]) -> list[str | None]:
    return [each.data.symbol for each in stages]


@given(st.permutations(ALL))
def test_the_text_before_the_drafts_the_text_in_whatever_order_they_are_held(held: list[Document]):
    assert stages_of(OUTCOME, held) == (BEFORE, TABLED, REVISED, LATE, OUTCOME)


def test_a_draft_has_a_way_too():
    assert stages_of(REVISED, ALL) == (BEFORE, TABLED, REVISED)
    assert stages_of(TABLED, ALL) == (BEFORE, TABLED)


def test_only_the_text_where_nothing_before_it_is_held():
    assert stages_of(OUTCOME, [OUTCOME, AFTER, OTHER]) == (OUTCOME,)


def test_drafts_without_dates_come_by_their_symbols():
    undated = replace(TABLED, data=replace(TABLED.data, distributed=None))
    late = text("A/C.2/99/L.12", 99, status="draft", date="2044-10-01")
    assert symbols(stages_of(OUTCOME, [late, undated])) == ["A/C.2/99/L.9", "A/C.2/99/L.12", "A/RES/99/903"]


def test_a_draft_of_the_outcomes_own_symbol_is_a_stage_and_another_file_of_the_outcome_is_not():
    draft = text("A/RES/99/903", 99, status="draft", date="2044-12-01")
    twin = replace(OUTCOME, source=replace(OUTCOME.source, format="pdf", sha256="twin"))
    assert stages_of(OUTCOME, [draft, twin]) == (draft, OUTCOME)


def test_of_two_files_of_one_symbol_the_one_read_better_is_taken_then_the_pdf():
    worse = replace(BEFORE, coverage=replace(BEFORE.coverage, unexplained=(Span(0, 9),)))
    pdf = replace(BEFORE, source=replace(BEFORE.source, format="pdf", sha256="z"))
    assert stages_of(OUTCOME, [worse, BEFORE]) == (BEFORE, OUTCOME)
    assert stages_of(OUTCOME, [BEFORE, pdf, worse]) == (pdf, OUTCOME)


def test_a_text_of_another_organ_with_the_same_title_is_not_the_text_before():
    council = text("E/RES/2043/7", 2043, date="2043-07-20", organ="Economic and Social Council")
    assert stages_of(OUTCOME, [council]) == (OUTCOME,)


def test_a_text_without_paragraphs_is_no_stage():
    empty = replace(TABLED, paragraphs=())
    assert stages_of(OUTCOME, [empty]) == (OUTCOME,)


def test_a_text_in_another_language_is_no_stage():
    english = replace(OUTCOME, data=replace(OUTCOME.data, language="en"))
    french = replace(TABLED, data=replace(TABLED.data, language="fr"))
    assert stages_of(english, [french, BEFORE]) == (BEFORE, english)


def test_what_lacks_before_the_text_is_known_from_the_lineage():
    newest = replace(OUTCOME, data=replace(OUTCOME.data, symbol="A/RES/99/52"))
    oldest = replace(OLDEST, data=replace(OLDEST.data, symbol="A/RES/97/41"))
    assert not_held_before((oldest, newest)) == ("A/RES/98/38",)
    assert not_held_before((TABLED, newest)) == ("A/RES/98/38",)
    assert not_held_before((BEFORE, OUTCOME)) == ()


@pytest.mark.real
def test_the_real_stages_and_a_real_draft(corpus: Path):
    held = [build_document(read_source(path)) for path in sorted((corpus / "ict").glob("*.pdf"))]
    by_symbol = {each.data.symbol: each for each in held}
    way = ["A/RES/79/194", "A/C.2/80/L.17", "A/C.2/80/L.58", "A/RES/80/118"]
    assert symbols(stages_of(by_symbol["A/RES/80/118"], held)) == way
    assert symbols(stages_of(by_symbol["A/C.2/80/L.58"], held)) == way[:3]
    assert not_held_before(stages_of(by_symbol["A/RES/80/118"], held)) == ()
    assert not_held_before([by_symbol["A/RES/78/132"], by_symbol["A/RES/80/118"]]) == ("A/RES/79/194",)
