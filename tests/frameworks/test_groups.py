"""Groups: members on a day, as classified then and now, with ends that are scheduled or contested."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import NotFoundError
from stocktake.frameworks.areas import areas
from stocktake.frameworks.groups import (
    group_codes,
    groups_of,
    held,
    members,
    overlaps,
    pending,
    spells,
    standing,
)
from stocktake.frameworks.income import data_years_held, in_force_from, income_runs

DAYS = st.dates(date(1985, 1, 1), date(2035, 12, 31))
INCOME = ("LIC", "LMC", "UMC", "HIC")


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2018, 1, 1), 47),
        (date(2022, 1, 1), 46),
        (date(2024, 1, 1), 45),
        (date(2025, 1, 1), 44),
        (date(2026, 11, 22), 44),
    ],
)
def test_least_developed_countries_are_counted_on_a_day(on: date, count: int):
    assert len(members("LDC", on)) == count


def test_a_graduation_takes_effect_on_its_day():
    assert "BTN" in members("LDC", date(2023, 12, 12))
    assert "BTN" not in members("LDC", date(2023, 12, 13))
    assert "BTN" not in members("LDC", 2023)


def test_a_scheduled_end_ends_and_a_contested_one_does_not():
    day_after = date(2026, 11, 25)
    assert standing("LDC", "LAO", date(2026, 11, 22)) == "scheduled"
    assert standing("LDC", "LAO", day_after) is None
    assert standing("LDC", "BGD", date(2026, 11, 22)) == "contested"
    assert standing("LDC", "BGD", day_after) == "contested"
    assert standing("LDC", "NER", day_after) == "in force"
    assert {(each.area, each.exit) for each in pending("LDC", day_after)} == {
        ("BGD", "contested"),
        ("NPL", "contested"),
        ("SLB", "scheduled"),
        ("KHM", "scheduled"),
        ("SEN", "scheduled"),
    }
    assert {each.confidence for each in pending("LDC", day_after) if each.exit == "contested"} == {"unsure"}


def test_the_other_groups_of_countries_have_their_number():
    assert len(members("LLDC", 2026)) == 32
    assert len(members("LLDC", 2010)) == 31
    assert len(members("SIDS", 2026)) == 53


@pytest.mark.parametrize(
    ("year", "counts"),
    [(2021, (28, 54, 54, 81)), (2022, (26, 54, 54, 83)), (2023, (26, 51, 54, 86)), (2024, (25, 50, 54, 87))],
)
def test_income_groups_have_the_number_that_the_world_bank_announced(year: int, counts: tuple[int, ...]):
    assert tuple(len(members(group, year, "data year")) for group in INCOME) == counts


def test_the_two_rules_of_a_year_differ_where_a_country_changed():
    assert "BGR" in members("HIC", 2023, "data year")
    assert "BGR" not in members("HIC", 2023)
    assert "BGR" in members("HIC", date(2024, 7, 1))
    assert "BGR" not in members("HIC", date(2024, 6, 30))


def test_then_and_now_differ():
    assert "CHN" in members("LIC", 1990)
    assert "CHN" in members("UMC", date(2026, 11, 22))


def test_a_combined_group_is_its_parts():
    assert members("WB-LMY", 2020) == members("LIC", 2020) | members("LMC", 2020) | members("UMC", 2020)
    assert members("M49-513", 2020) == members("M49-150", 2020) | members("M49-021", 2020)


def test_developed_and_developing_are_an_archive():
    assert held("DEV") == (None, date(2022, 1, 1))
    assert {"JPN", "NOR", "CYP", "ISR", "AUS"} <= members("DEV", 2020)
    assert {"KOR", "TUR", "CHN"} <= members("DVG", 2020)
    assert members("DEV", 2022) == members("DVG", 2022) == frozenset()


def test_what_is_held_of_income_groups_has_bounds():
    assert held("HIC") == (date(1988, 7, 1), date(2026, 7, 1))
    assert members("HIC", date(1988, 6, 30)) == frozenset()
    assert members("HIC", date(2026, 11, 22)) == members("HIC", date(2026, 6, 30))
    assert held("LDC") == (None, None)


def test_world_bank_regions_part_the_economies_and_two_moved():
    assert {"AFG", "PAK"} <= members("WB-SAS", date(2025, 6, 30))
    assert {"AFG", "PAK"} <= members("WB-MEA", date(2025, 7, 1))
    assert members("WB-AFE", 2024) | members("WB-AFW", 2024) == members("WB-SSF", 2024)


def test_no_two_memberships_of_one_classification_overlap():
    assert overlaps() == ()


@given(DAYS)
def test_an_economy_is_in_one_income_group_at_most(day: date):
    found = [members(group, day) for group in INCOME]
    assert sum(map(len, found)) == len(frozenset().union(*found))


@given(DAYS, st.sampled_from(("LDC", *INCOME, "WB-SAS")))
def test_members_are_those_whose_spell_covers_the_day(day: date, group: str):
    assert members(group, day) == {each.area for each in spells(group) if each.covers(day)}


@given(st.sampled_from(sorted(areas())), DAYS)
def test_an_area_is_a_member_of_its_groups_and_of_no_other(area: str, day: date):
    found = groups_of(area, day)
    assert all((area in members(group, day)) == (group in found) for group in group_codes())


def test_a_classification_holds_from_1_july_of_the_year_after():
    assert in_force_from(2024) == date(2025, 7, 1)


def test_income_runs_are_of_known_years():
    first, last = data_years_held()
    assert (first, last) == (1987, 2024)
    assert all(first <= run.first <= run.last <= last for run in income_runs())


def test_every_spell_is_of_a_known_area_and_has_a_source():
    for group in ("LDC", "LLDC", "SIDS", *INCOME):
        assert {each.area for each in spells(group)} <= set(areas())
        assert all(each.source and each.confidence for each in spells(group))


def test_the_world_counts_no_area_twice():
    world = members("WLD", 2024)
    assert {"GGY", "JEY", "XKX", "CHN"} <= world
    assert not {"CHI", "SUN", "YUG", "ANT"} & world


def test_an_unknown_group_is_refused_with_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        members("LDCS", 2024)
    assert str(caught.value) == (
        "expected the code of a group of countries or of a region of M49, but 'LDCS' is none. "
        "Nearest: LDC, LLDC, WLD. List them: stocktake frameworks groups, stocktake frameworks aggregates"
    )
