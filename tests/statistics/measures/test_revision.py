"""Two releases of one year."""

from datetime import date

from invented_observations import AS_OF, row

from stocktake.statistics.measures import revision
from stocktake.statistics.measures.request import Request


def test_a_difference_between_releases_is_a_revision(hold):
    rows = [row("ARC", 2019, 45.0, vintage=date(2024, 1, 1)), row("ARC", 2019, 29.7), row("ARC", 2018, 28.0)]
    (found,) = revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert round(found.value, 1) == -15.3
    assert found.because == (
        "A revision, no change in the world: 45 (release of 2024-01-01), then 29.7 (release of 2025-01-01)."
    )
    assert [each["value"] for each in found.details["values"]] == [45.0, 29.7]


def test_releases_that_agree_are_not_listed(hold):
    rows = [row("ARC", 2019, 29.7, vintage=date(2024, 1, 1)), row("ARC", 2019, 29.7)]
    assert revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows)) == ()


def test_without_days_nothing_says_which_is_newer(hold):
    rows = [
        row("ARC", 2019, 45.0, vintage=None, source="d" * 64),
        row("ARC", 2019, 29.7, vintage=None, source="e" * 64),
    ]
    (found,) = revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.value is None
    assert found.because == (
        "Without a day of release nothing says which is newer: 45 (file dddddddddd), 29.7 (file eeeeeeeeee)."
    )


def test_where_the_last_releases_agree_the_revision_is_that_of_the_one_before_them(hold):
    rows = [
        row("ARC", 2019, 45.0, vintage=date(2023, 1, 1)),
        row("ARC", 2019, 29.7, vintage=date(2024, 1, 1)),
        row("ARC", 2019, 29.7),
    ]
    (found,) = revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert round(found.value, 1) == -15.3
    assert found.because.endswith(
        "45 (release of 2023-01-01), then 29.7 (release of 2024-01-01), then 29.7 (release of 2025-01-01)."
    )


def test_two_values_of_one_release_are_no_revision(hold):
    rows = [
        row("ARC", 2019, 29.7, vintage=date(2024, 1, 1)),
        row("ARC", 2019, 29.7),
        row("ARC", 2019, 45.0, source="f" * 64),
    ]
    assert revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows)) == ()


def test_one_value_printed_with_more_places_or_fewer_is_no_revision(hold):
    rows = [
        row("ARC", 2019, 80.5278, vintage=date(2024, 1, 1), source="b" * 64),
        row("ARC", 2019, 80.52781234),
        row("ARC", 2018, 28.0, vintage=date(2024, 1, 1), source="b" * 64),
        row("ARC", 2018, 28.25),
    ]
    (found,) = revision.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert (found.period, found.value) == ("2018", 0.25)
