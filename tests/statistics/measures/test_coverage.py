"""What is not known."""

from datetime import date

from invented_observations import AS_OF, row

from stocktake.statistics.measures import coverage
from stocktake.statistics.measures.request import Request


def test_an_area_says_how_old_its_data_are_and_what_they_lack(hold):
    held = hold([row("ARC", 2018, 30.0), row("ARC", 2021, 40.0), row("ARC", 2021, 35.0, sex="F")])
    (found,) = coverage.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.unit, found.period) == (4.0, "years", "2021")
    assert (
        found.because
        == "The latest value is of 2021; 2 years since 2018 have one. None by location, by age, by disability."
    )
    assert found.details["by_sex"] == "2021"


def test_a_year_counts_once_however_many_files_have_it_and_none_after_the_question(hold):
    rows = [
        row("ARC", 2021, 30.0),
        row("ARC", 2021, 31.0, vintage=date(2024, 1, 1)),
        row("ARC", AS_OF.year + 5, 90.0),
    ]
    rows += [{**row("ARC", 2021, 30.0), "period": f"2021-0{month}"} for month in (1, 2)]
    (found,) = coverage.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert (found.value, found.details["held"]) == (4.0, 1)
    assert found.because.startswith("The latest value is of 2021-02, and of no other year.")


def test_values_by_disability_stand_among_the_further_dimensions(hold):
    rows = [row("ARC", 2021, 40.0), row("ARC", 2021, 20.0, breakdown="DISABILITY=PD;SKILL=EMAIL", sex="F")]
    (found,) = coverage.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.details["by_disability"] == "2021"
    assert found.because.endswith("None by location, by age.")


def test_a_group_says_who_is_not_counted(hold):
    (found,) = coverage.compute(
        Request("use", AS_OF, ("ALL",)), hold([row("ARC", 2024, 30.0), row("BOR", 2010, 30.0)])
    )
    assert found.because == (
        "1 of 3 members have a value of the last 5 years. No value at all: Cockaigne. Only older ones: Borduria. "
        "None by sex, by location, by age, by disability."
    )
    assert found.details["no_data"] == ["COK"]


def test_an_area_of_which_nothing_is_held(hold):
    (found,) = coverage.compute(Request("use", AS_OF, ("DYS",)), hold([row("ARC", 2024, 30.0)]))
    assert (found.value, found.because) == (None, "Nothing of use is held for Dystopia.")
