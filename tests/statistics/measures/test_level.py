"""What the publisher says."""

from datetime import date

from invented_observations import AS_OF, row

from stocktake.statistics.measures import level
from stocktake.statistics.measures.request import Request
from stocktake.statistics.measures.result import ResultSource


def test_the_latest_value_with_its_release_file_and_row(hold):
    held = hold([row("ARC", 2018, 30.0), row("ARC", 2019, 29.7, status="E")])
    (found,) = level.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.name, found.period, found.value, found.unit, found.status) == (
        "Arcadia",
        "2019",
        29.7,
        "per cent",
        "E",
    )
    assert found.vintage == date(2025, 1, 1)
    assert found.source == ResultSource("Invented use", "use.csv", 29, "a" * 64)
    assert found.because == "As published, release of 2025-01-01."


def test_a_year_that_the_newest_release_lacks_is_not_taken_from_an_older_one(hold):
    older = row("ARC", 2017, 7.5, vintage=date(2021, 1, 1), source="c" * 64)
    held = hold([row("ARC", 2018, 30.0), older])
    (found,) = level.compute(Request("use", AS_OF, ("ARC",), ("2017",)), held)
    assert found.value is None
    assert found.because == (
        "The release of 2025-01-01 has no value for 2017; it has 1 from 2018 to 2018. "
        "Other editions that hold the series: 1."
    )


def test_a_release_after_the_as_of_date_is_not_read(hold):
    held = hold(
        [row("ARC", 2019, 45.0, vintage=date(2024, 1, 1)), row("ARC", 2019, 29.7, vintage=date(2026, 1, 1))]
    )
    (found,) = level.compute(Request("use", AS_OF, ("ARC",)), held)
    assert found.value == 45.0


def test_every_release_where_all_are_asked(hold):
    held = hold([row("ARC", 2019, 45.0, vintage=date(2024, 1, 1)), row("ARC", 2019, 29.7)])
    found = level.compute(Request("use", AS_OF, ("ARC",), vintage="all"), held)
    assert [(each.vintage, each.value) for each in found] == [(date(2024, 1, 1), 45.0), (date(2025, 1, 1), 29.7)]


def test_a_named_release(hold):
    held = hold([row("ARC", 2019, 45.0, vintage=date(2024, 1, 1)), row("ARC", 2019, 29.7)])
    (found,) = level.compute(Request("use", AS_OF, ("ARC",), vintage=date(2024, 1, 1)), held)
    assert found.value == 45.0


def test_files_without_a_day_are_told_apart_by_their_checksum(hold):
    rows = [
        row("ARC", 2019, 45.0, vintage=None, source="d" * 64),
        row("ARC", 2020, 50.0, vintage=None, source="e" * 64),
    ]
    (found,) = level.compute(Request("use", AS_OF, ("ARC",), ("2019",)), hold(rows))
    assert found.value is None
    assert found.because.startswith("The file eeeeeeeeee without a day has no value for 2019;")


def test_by_sex_the_words_are_those_of_the_contract(hold):
    held = hold([row("ARC", 2019, 30.0, sex="F"), row("ARC", 2019, 40.0, sex="M"), row("ARC", 2019, 35.0)])
    found = level.compute(Request("use", AS_OF, ("ARC",), by="sex"), held)
    assert [(each.sex, each.value) for each in found] == [("female", 30.0), ("male", 40.0), (None, 35.0)]


def test_what_is_not_held_is_said(hold):
    (found,) = level.compute(Request("use", AS_OF, ("BOR",), ("2019",)), hold([row("ARC", 2019, 30.0)]))
    assert (found.value, found.because) == (None, "No value of use is held for Borduria as of 2025-12-31.")


def test_json_has_the_keys_of_the_contract_first(hold):
    (found,) = level.compute(Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2019, 29.7)]))
    assert list(found.to_json())[:18] == [
        "measure",
        "area",
        "name",
        "classified",
        "period",
        "sex",
        "location",
        "age",
        "value",
        "unit",
        "interval",
        "coverage",
        "bounds",
        "published",
        "vintage",
        "source",
        "status",
        "because",
    ]
    assert found.to_json()["source"] == {"name": "Invented use", "file": "use.csv", "row": 29, "sha256": "a" * 64}


def test_a_year_after_the_question_is_shown_only_where_it_is_asked_for_and_is_said_not_to_be_seen(hold):
    held = hold([row("ARC", 2019, 29.7), row("ARC", AS_OF.year + 9, 99.8)])
    (latest,) = level.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (latest.period, latest.value) == ("2019", 29.7)
    (asked,) = level.compute(Request("use", AS_OF, ("ARC",), (str(AS_OF.year + 9),)), held)
    assert f"{AS_OF.year + 9} is after the date of the question" in asked.because


def test_a_file_with_later_values_than_the_question_came_out_after_it(hold):
    rows = [row("ARC", year, 40.0, vintage=None) for year in (2024, AS_OF.year + 2)]
    (found,) = level.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.period == "2024"
    assert found.because.endswith(
        "Its file has values of 2027, so it came out after 2025-12-31: the past may have been revised in it."
    )
