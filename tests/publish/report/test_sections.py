"""Sections with what the small reviews of other tests do not have: figures, edits, dates, Internet governance."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from figured import published, resolution_of
from workshop import review

from stocktake.documents.draft import ProposedChange
from stocktake.publish.report.build import build_report
from stocktake.publish.report.model import Block, Paragraph, Points, Run, TablePart
from stocktake.publish.report.sections.basis import basis
from stocktake.publish.report.sections.calendar import calendar
from stocktake.publish.report.sections.elements import elements
from stocktake.publish.report.sections.figures import figures
from stocktake.publish.report.sections.governance import governance
from stocktake.publish.report.sections.matter import Edit, Matter, passage_sources, text_source, value_source
from stocktake.review.figures.model import Audit, Expired, Replacement
from stocktake.review.model import Passage, Review
from stocktake.review.numbers import DataFile

FORUM = (
    "Calls upon the kite makers of Examplia to take part in the Internet Governance Forum;",
    "Requests the Secretary-General to submit to the General Assembly at its one hundredth session a report on kites;",
    "Notes that 60 per cent of people use the Internet;",
)
TITLES = ("Kites", "Lamps", "Nets", "Harbours", "Bridges", "Wells", "Ropes")


def forum() -> Review:
    return review([resolution_of(*FORUM, session=98)])


def matter(made: Review, *edits: Edit) -> Matter:
    return Matter(made, "report", edits)


def runs_of(blocks: Iterable[Block]) -> list[Run]:
    found: list[Run] = []
    for block in blocks:
        match block:
            case Paragraph():
                found += block.runs
            case Points():
                found += [run for item in block.items for run in item]
            case TablePart():
                found += [run for row in block.rows for cell in row for run in cell.runs]
    return found


def words(blocks: Iterable[Block]) -> str:
    return "".join(run.text for run in runs_of(blocks))


def test_internet_governance_is_found_by_the_words_on_record():
    said = words(governance(matter(forum())))
    assert said.startswith(
        "One operative paragraph of resolution 98/908 speaks of Internet governance or of its bodies."
    )
    assert "Paragraph 1: Calls upon the kite makers" in said
    assert "No figures on participation in meetings are held." in said
    assert words(governance(matter(review()))).startswith(
        "No operative paragraph in force speaks of Internet governance"
    )


def test_statistics_released_after_the_day_are_held_and_left_aside():
    made = forum()
    files = tuple(
        DataFile(f"use {day}.csv", "0" * 64, "plain CSV", "Example Bureau", None, day, 3)
        for day in (made.as_of, made.as_of + timedelta(days=1))
    )
    later = matter(replace(made, data_files=files))
    assert (
        "Two files of statistics are held, by publisher: Example Bureau (2). One file released later than that date "
        "is left aside. The day of release of each is known."
    ) in words(basis(later))
    assert "one file of statistics" in build_report(later.review, "brief").subtitle


def test_what_is_due_stands_in_the_calendar_with_its_place():
    said = words(calendar(matter(forum())))
    assert "A/RES/98/908, para. 2" in said
    assert "Secretary-General" in said
    assert words(calendar(matter(review([])))) == "Nothing in the texts in force is dated for today or later."


def test_a_replacement_is_an_option_with_its_source():
    made = forum()
    (text,) = (each for each in made.texts if each.used)
    newer = published(61, 2044, "2044-11-01", basis="series")
    offered = Replacement(text.key, "3", 11, 22, "60 per cent", "61 per cent", "It was 61 in 2044.", newer)
    known = replace(made, figures=Audit(made.figures.figures, (), (), (offered,)))
    said = runs_of(figures(matter(known)))
    assert "these are options, not advice" in "".join(run.text for run in said)
    assert [run.text for run in said if run.emphasis == "bold"] == ["61 per cent"]
    assert value_source(newer) in [source for run in said for source in run.sources]
    rows = words(elements(matter(known)))
    assert "360 per cent61 per centIt was 61 in 2044." in rows


def test_an_expired_target_is_quoted_with_its_paragraph():
    made = forum()
    gone = Expired("A/RES/98/908", "3", "people use the Internet", (), 2040, None, (), "Its day was 2040-12-31.")
    said = runs_of(figures(matter(replace(made, figures=Audit((), (), (gone,), ())))))
    (quote,) = (run for run in said if run.emphasis == "quoted")
    assert (quote.text, quote.sources) == ("people use the Internet", (text_source("A/RES/98/908", "3"),))
    assert "Its day was 31 December 2040." in "".join(run.text for run in said)


def test_technical_updates_are_candidate_edits_and_those_of_the_heading_are_not():
    change = ProposedChange("2", 0, 3, "one hundredth", "one hundred and first", "A session on", "sessions")
    heading = replace(change, rule="heading", old="98/908")
    said = words(elements(matter(forum(), Edit("A/RES/98/908", change), Edit("A/RES/98/908", heading))))
    assert "2one hundredthone hundred and firstA session on." in said
    assert "98/908one hundred" not in said


def test_places_are_named_as_notes_name_them():
    assert text_source("A/RES/98/908", "P3").words == "A/RES/98/908, preambular para. 3"
    assert text_source("A/RES/98/908").words == "A/RES/98/908"
    several = (Passage("a", "4"), Passage("a", "9"), Passage("b", "P1"), Passage("b", "note 2"))
    assert [each.words for each in passage_sources(several)] == [
        "a, paras. 4 and 9",
        "b, preambular para. 1; b, note 2",
    ]


def test_many_texts_in_force_are_told_in_the_full_report_only():
    texts = [
        resolution_of("Calls upon kite makers to mend torn tails;", session=90 + at) for at in range(len(TITLES))
    ]
    many = [
        replace(each, data=replace(each.data, title=f"{TITLES[at]} for sustainable development"))
        for at, each in enumerate(texts)
    ]
    made = Matter(review(many), "report")
    assert len(made.in_force) == len(many)
    assert len(made.told) < len(many)
    assert replace(made, length="full").told == made.in_force
    assert made.names_in_force().endswith("and four more")


def test_what_is_held_as_a_draft_only_is_called_a_draft():
    adopted = resolution_of("Calls upon kite makers to mend torn tails;", session=97)
    drafted = replace(adopted, data=replace(adopted.data, status="draft", adopted=None))
    made = matter(review([drafted]))
    assert made.said("A/RES/97/907 asks for it.").startswith("the draft ")
    assert made.said("A draft of A/RES/97/907 asks for it.") == "A draft of resolution 97/907 asks for it."
