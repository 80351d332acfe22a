"""What the evidence covers: each action once in every cell, silences, and counts that no order of records changes."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from reported import AS_OF, contribution, given, same

from stocktake.review.evidence.coverage import coverage
from stocktake.review.evidence.given import Recorded
from stocktake.review.evidence.model import Coverage, Table
from stocktake.review.evidence.regions import regions, regions_of
from stocktake.review.evidence.standing import standings

HELD = given()
AFRICA = ("M49-015", "M49-202")


def covered(*contributions, judgements=()) -> Coverage:
    recorded = Recorded(contributions, judgements)
    return coverage(HELD, recorded, standings(HELD, recorded, AS_OF))


def cells(table: Table) -> dict[tuple[str, str], int]:
    return {(each.row, each.column): each.actions for each in table.cells}


def test_nothing_reported():
    made = covered()
    assert (made.contributions, made.actions, made.entities, made.latest, made.unjudged) == (0, 0, 0, None, 0)
    assert made.silent_paragraphs == tuple(("A/RES/98/902", place) for place in "3456")
    assert made.silent_regions == regions()
    assert {each.actions for each in made.themes} == {0}
    assert len(made.themes) == 18 + 17 + 5
    assert made.lines_by_region.cells == made.lines_by_goal.cells == ()


def test_an_action_counts_once_in_every_cell_that_it_names():
    made = covered(contribution(where=("KEN", "UGA", "BRA"), action_lines=("C2", "C4"), sdgs=("9",)))
    assert cells(made.lines_by_region) == {
        ("C2", "M49-202"): 1,
        ("C2", "M49-419"): 1,
        ("C4", "M49-202"): 1,
        ("C4", "M49-419"): 1,
    }
    assert cells(made.lines_by_goal) == {("C2", "9"): 1, ("C4", "9"): 1}
    assert ("M49-202", "Sub-Saharan Africa") not in made.silent_regions
    assert ("M49-015", "Northern Africa") in made.silent_regions
    assert made.silent_paragraphs == tuple(("A/RES/98/902", place) for place in "456")
    assert made.latest == date(2044, 12, 20)


def test_a_merged_action_counts_once_with_the_codes_of_both():
    reports = [
        contribution(1, action_lines=("C2",), where=("KEN",)),
        contribution(2, who="Workshop", action_lines=("C2", "C4"), where=("UGA", "FRA")),
    ]
    made = covered(*reports, judgements=[same(1, 2)])
    assert (made.contributions, made.actions, made.entities) == (2, 1, 2)
    assert cells(made.lines_by_region)["C2", "M49-202"] == 1
    assert cells(made.lines_by_region)["C4", "M49-155"] == 1
    lines = {each.code: (each.actions, each.entities) for each in made.themes if each.framework == "WSIS"}
    assert (lines["C2"], lines["C4"], lines["C1"]) == ((1, 2), (1, 1), (0, 0))


def test_everywhere_is_in_no_region_and_what_names_no_code_is_in_no_cell():
    made = covered(contribution(where=("WLD",), action_lines=("C2",)), contribution(2, sdgs=("4",)))
    assert made.everywhere == 1
    assert made.lines_by_region.cells == ()
    assert (made.lines_by_region.unplaced, made.lines_by_goal.unplaced) == (2, 2)


def test_pairs_that_nobody_judged():
    reports = [contribution(at, title="Tails mended in the towns") for at in (1, 2)]
    assert covered(*reports).unjudged == 1
    assert covered(*reports, judgements=[same(1, 2)]).unjudged == 0


@pytest.mark.parametrize(
    ("code", "inside"),
    [
        ("KEN", ("M49-202",)),
        ("M49-202", ("M49-202",)),
        ("M49-011", ("M49-202",)),
        ("M49-002", AFRICA),
        ("M49-062", ("M49-143", "M49-034")),
        ("WLD", ()),
        ("ATA", ()),
    ],
    ids=["country", "sub-region", "part of one", "region", "region of the Goals", "everywhere", "in no region"],
)
def test_in_which_regions_an_area_lies(code: str, inside: tuple[str, ...]):
    assert regions_of(code) == inside


def test_the_regions_are_those_of_m49_region_by_region():
    codes = [code for code, _name in regions()]
    assert len(codes) == len(set(codes)) == 17
    assert codes[:2] == list(AFRICA)
    assert dict(regions())["M49-419"] == "Latin America and the Caribbean"


reports = st.lists(
    st.fixed_dictionaries(
        {
            "who": st.sampled_from(["Kite Office", "kite  office", "Workshop"]),
            "where": st.lists(st.sampled_from(["KEN", "BRA", "WLD", "M49-002"]), min_size=1, unique=True).map(
                tuple
            ),
            "action_lines": st.lists(st.sampled_from(["C1", "C2", "C4"]), unique=True).map(tuple),
            "sdgs": st.lists(st.sampled_from(["4", "9"]), unique=True).map(tuple),
            "answers": st.lists(st.sampled_from(["98/902:3", "97/901:1", "98/902:4#1"]), unique=True).map(tuple),
        }
    ),
    max_size=8,
)


@over(reports, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(parts, chance):
    made = [contribution(at, **each) for at, each in enumerate(parts, 1)]
    mixed = list(made)
    chance.shuffle(mixed)
    assert covered(*made) == covered(*mixed)


@over(reports)
def test_parts_and_totals_agree(parts):
    made = covered(*(contribution(at, **each) for at, each in enumerate(parts, 1)))
    of_line = {each.code: each.actions for each in made.themes if each.framework == "WSIS"}
    for table in (made.lines_by_region, made.lines_by_goal):
        most = {row: max((each.actions for each in table.cells if each.row == row), default=0) for row in of_line}
        assert all(most[row] <= of_line[row] <= made.actions for row in of_line)
        assert table.unplaced <= made.actions
        assert bool(table.cells) == (table.unplaced < made.actions)
    assert made.everywhere <= made.actions <= made.contributions == len(parts)
    assert len(made.silent_regions) == len(regions()) or made.actions


@over(reports.filter(lambda parts: len(parts) > 1))
def test_to_merge_two_takes_one_from_the_total_and_adds_to_no_cell(parts):
    made = [contribution(at, **each) for at, each in enumerate(parts, 1)]
    apart, merged = covered(*made), covered(*made, judgements=[same(1, 2)])
    assert merged.actions == apart.actions - 1
    assert (merged.contributions, merged.entities) == (apart.contributions, apart.entities)
    assert merged.silent_paragraphs == apart.silent_paragraphs
    assert merged.silent_regions == apart.silent_regions
    for before, after in zip(apart.themes, merged.themes, strict=True):
        assert before.actions - 1 <= after.actions <= before.actions
        assert before.entities == after.entities


def test_withdrawn_reports_leave_silence():
    first = contribution()
    away = replace(contribution(2), who="", title="", answers=(), where=(), withdraws=UUID(int=1), evidence=None)
    assert covered(first, away) == covered()
