"""The report from a review: all sections in every case, three lengths, the same tree twice, quotations verbatim."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from figured import resolution_of
from needed import need, offer
from reported import AS_OF as REPORTED_ON
from reported import contribution
from reported import texts as reported_texts
from workshop import AS_OF, CHAIN, document, review

from stocktake.example import example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.publish.report.build import build_report, roman
from stocktake.publish.report.model import Length, Paragraph, Points, Report, Run, Section, Source, TablePart
from stocktake.publish.report.sections import SECTIONS
from stocktake.publish.report.sections.brief import _fitting, _over
from stocktake.publish.report.wording import plain, runs
from stocktake.review import Review, build_review
from stocktake.review.build import Besides
from stocktake.review.evidence.given import Recorded
from stocktake.review.needs.views import view_needs

IDS = [each.id for each in SECTIONS]
MOST_OF_A_PAGE = 450
MEND = "Calls upon the kite makers of Examplia to mend torn tails within two days;"
MENDING = {
    97: (MEND, "Requests the Secretary-General to count the kites that were lost each autumn;"),
    98: (MEND,),
}


def example() -> Review:
    texts = [document(text.read_text("utf-8"), text.name) for text in example_texts()]
    return build_review(texts, AS_OF, lineages())


def with_evidence() -> Review:
    told = Recorded((contribution(1, action_lines=("C2",), sdgs=("9",)), contribution(2, where=("WLD",))))
    return build_review(reported_texts(), REPORTED_ON, [CHAIN], Besides(recorded=told))


def with_needs() -> Review:
    needs = [need(), need(cost="20000", currency="USD"), need(area="UGA", policy_area="Access to financing")]
    return replace(review(), needs=view_needs(needs, [offer()], AS_OF))


def with_figures() -> Review:
    paragraph = "Notes that 60 per cent of people in Examplia fly kites, and that a third of women do;"
    return review([resolution_of(paragraph, session=97), resolution_of(paragraph, session=98)])


CASES = {
    "empty": lambda: review([]),
    "invented": review,
    "example": example,
    "evidence": with_evidence,
    "needs": with_needs,
    "figures": with_figures,
}


@pytest.fixture(scope="module", params=list(CASES))
def made(request: pytest.FixtureRequest) -> Review:
    return CASES[request.param]()


def all_runs(sections: tuple[Section, ...]) -> Iterator[Run]:
    for section in sections:
        for block in section.blocks:
            match block:
                case Paragraph():
                    yield from block.runs
                case Points():
                    yield from (run for item in block.items for run in item)
                case TablePart():
                    yield from (run for row in block.rows for cell in row for run in cell.runs)


def words_of(report: Report, section: str) -> str:
    own = tuple(each for each in report.sections if each.id == section)
    return "".join(run.text for run in all_runs(own))


def test_every_section_is_there_and_says_something(made: Review):
    sections = build_report(made, "report").sections
    assert [each.id for each in sections] == IDS
    assert [each.number for each in sections][:4] == ["I", "II", "III", "IV"]
    assert all(any(isinstance(block, Paragraph) for block in each.blocks) for each in sections)


def test_the_same_review_gives_the_same_tree(made: Review):
    lengths: tuple[Length, ...] = ("brief", "report", "full")
    for length in lengths:
        assert build_report(made, length) == build_report(made, length)


def test_quoted_words_stand_in_the_texts_or_in_a_contribution(made: Review):
    held = [" ".join(paragraph.text for paragraph in text.document.paragraphs) for text in made.texts]
    held += [
        word for each in made.contributions for word in (each.contribution.title, each.contribution.description)
    ]
    quoted = [run for run in all_runs(build_report(made, "full").sections) if run.emphasis == "quoted"]
    pieces = {piece.strip() for run in quoted for piece in run.text.split("…")} - {""}
    assert [piece for piece in pieces if not any(piece in text for text in held)] == []


def test_quoted_words_in_sentences_carry_their_place(made: Review):
    sections = build_report(made, "report").sections
    paragraphs = [block for each in sections for block in each.blocks if isinstance(block, Paragraph)]
    bare = [run.text for block in paragraphs for run in block.runs if run.emphasis == "quoted" and not run.sources]
    assert bare == []


def test_tables_are_whole(made: Review):
    tables = [
        block
        for each in build_report(made, "full").sections
        for block in each.blocks
        if isinstance(block, TablePart)
    ]
    assert all(len(row) == len(each.heads) == len(each.widths) for each in tables for row in each.rows)


def test_the_brief_is_one_page(made: Review):
    brief = build_report(made, "brief")
    assert [each.id for each in brief.sections] == ["brief"]
    assert 0 < brief.words() <= MOST_OF_A_PAGE


def test_a_long_title_and_long_notes_leave_less_room_on_the_page():
    point = runs(plain("kite " * 40, Source("a file " * 30)), "and the end")
    assert tuple(_fitting(iter([point] * 9), 10.5)) == (point, point)
    assert _over("Status " * 8, "From one text") == 0
    assert _over("Status " * 20, "From one text " * 20) > 3


def test_the_full_report_has_the_annex_and_its_words_are_not_counted(made: Review):
    full, report = build_report(made, "full"), build_report(made, "report")
    assert [each.id for each in full.sections] == [*IDS, "annex"]
    assert full.sections[-1].blocks
    assert report.words() <= full.words() <= 8500


def test_an_example_says_so():
    assert build_report(example(), "brief").example
    assert not build_report(review(), "brief").example


def test_sections_without_data_say_what_is_lacking():
    report = build_report(review([]), "report")
    assert words_of(report, "asked") == (
        "No text in force is held, so that nothing can be said of what is asked. An adopted text is needed."
    )
    assert words_of(report, "regions").startswith(
        "No contribution was received. Contributions that name a country"
    )
    assert words_of(report, "means").startswith("No need and no offer of assistance is recorded.")
    assert words_of(report, "divides").startswith("No statistics are held.")
    assert words_of(report, "health") == "No sign was found in the texts in force."


def test_texts_and_changes_are_told_in_sentences():
    report = build_report(review(), "report")
    assert (
        "Three texts are held: resolution 99/903 of 12 December 2044, the draft of resolution 98/902 and resolution "
        "97/901 of 12 December 2042. Resolution 99/903 is in force." in words_of(report, "basis")
    )
    asked = words_of(report, "asked")
    assert "Each names somebody who is to act; one clause sets a date or a session." in asked
    assert (
        "Of the paragraphs of resolution 99/903 and resolution 97/901, preambles included, four are carried over word "
        "for word, one is edited, one is new and one is not carried over." in asked
    )


def test_a_chain_of_which_nothing_adopted_is_held_says_none():
    made = review()
    (chain,) = made.chains
    drafts = tuple(each for each in chain.members if each.held == "draft")
    report = build_report(replace(made, chains=(replace(chain, members=drafts),)), "report")
    assert "Of the one text known on “kites”, none is held as adopted: resolution 98/902." in words_of(
        report, "basis"
    )


def test_what_was_asked_is_counted_and_what_was_dropped_is_quoted():
    made = review([resolution_of(*paragraphs, session=session) for session, paragraphs in MENDING.items()])
    said = words_of(build_report(made, "report"), "asked")
    assert said.startswith(
        "Resolution 98/908, adopted on 12 December 2043, has one operative paragraph. One clause"
    )
    assert "Paragraph 2 of resolution 97/907 (the paragraph is gone): Requests the Secretary-General" in said


def test_a_self_report_is_called_reported():
    said = words_of(build_report(with_evidence(), "report"), "action-lines")
    assert said.startswith("Two actions are reported by one entity; nobody checked what they say.")
    assert (
        "Kite Office (government), Kenya, from March 2044: Tails mended in 1 towns. "
        "Activity reported (self-report), on paragraph 3 of resolution 98/902." in said
    )
    assert "implemented" not in said


def test_needs_are_counted_and_unknown_costs_stay_unknown():
    said = words_of(build_report(with_needs(), "report"), "means")
    assert "Three needs of two countries or areas and one offer are recorded; one offer is open." in said
    assert "USD 20,000; 2 of 3 costs unknown" in said
    assert "No open offer names Access to financing." in said


def test_roman_numerals():
    assert [roman(each) for each in (1, 4, 9, 14, 39)] == ["I", "IV", "IX", "XIV", "XXXIX"]


def test_the_annex_lists_every_clause_in_force():
    report = build_report(with_evidence(), "full")
    rows = [block.rows for block in report.sections[-1].blocks if isinstance(block, TablePart)]
    assert rows[0][0][0].runs[0].text.startswith("98/902:")
