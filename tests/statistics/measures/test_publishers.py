"""Which publisher is taken where several hold one series."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, NAMES, USE, people, row

from stocktake.statistics.measures import aggregate, level, parity, revision
from stocktake.statistics.measures.publishers import NOBODY, in_order, places, publisher_of
from stocktake.statistics.measures.request import IndicatorFacts, PublisherFacts, Request
from stocktake.statistics.measures.series import guarded_series
from stocktake.statistics.model import Source

OFFICE, BANK = PublisherFacts("Office", "Office"), PublisherFacts("Bank", "Bank", tier=1)
BOOK = PublisherFacts("Yearbook", "Office", "Yearbook", tier=2)
FACTS = replace(USE, publishers=(OFFICE, BANK, BOOK))
OLD, NEW = date(2021, 1, 1), date(2024, 1, 1)
SOURCES = {
    "a" * 64: Source("office.csv", "a" * 64, "plain", "Office"),
    "b" * 64: Source("bank.csv", "b" * 64, "plain", "Bank"),
    "c" * 64: Source("book.csv", "c" * 64, "plain", "Office", "Yearbook"),
    "d" * 64: Source("somebody.csv", "d" * 64, "plain"),
    "e" * 64: Source("other.csv", "e" * 64, "plain", "Another"),
}


@pytest.fixture
def holding(hold):
    return lambda rows: hold(rows, indicators={"use": FACTS}, sources=SOURCES, names=NAMES)


def office(year, value, **given):
    return row("ARC", year, value, source="a" * 64, vintage=OLD, **given)


def bank(year, value, **given):
    return row("ARC", year, value, source="b" * 64, vintage=NEW, code="BANK", **given)


def asked(**given):
    return Request("use", AS_OF, ("ARC",), **given)


def test_the_publisher_believed_first_is_taken_whatever_the_day_and_the_others_are_told(holding):
    (found,) = level.compute(asked(), holding([office(2020, 60.0), bank(2020, 64.0), bank(2021, 70.0)]))
    assert (found.period, found.value, found.vintage) == ("2020", 60.0, OLD)
    assert found.because == (
        "As published, release of 2021-01-01. Other publishers differ: Bank 64 (release of 2024-01-01). "
        "Other editions that hold the series: 1."
    )


def test_among_those_believed_alike_the_newest_release_counts(hold):
    alike = replace(FACTS, publishers=(OFFICE, replace(BANK, tier=0)))
    held = hold([office(2020, 60.0), bank(2020, 64.0)], indicators={"use": alike}, sources=SOURCES, names=NAMES)
    (found,) = level.compute(asked(), held)
    assert (found.value, found.vintage) == (64.0, NEW)


def test_of_two_rates_too_the_newest_release_counts_among_those_believed_alike(hold):
    alike = replace(FACTS, publishers=(OFFICE, replace(BANK, tier=0)))
    rows = [
        made(2020, value, sex=sex)
        for made, low in ((office, 20.0), (bank, 30.0))
        for sex, value in (("F", low), ("M", 40.0))
    ]
    held = hold(rows, indicators={"use": alike}, sources=SOURCES, names=NAMES)
    (found,) = parity.compute(asked(), held)
    assert (found.value, found.vintage) == (0.75, NEW)


def test_among_those_believed_alike_that_say_no_day_the_one_that_reaches_further_counts(hold):
    alike = replace(FACTS, publishers=(OFFICE, replace(BANK, tier=0)))
    undated = [
        row("ARC", 2020, 60.0, source="a" * 64, vintage=None),
        row("ARC", 2020, 64.0, source="b" * 64, vintage=None, code="BANK"),
        row("ARC", 2021, 70.0, source="b" * 64, vintage=None, code="BANK"),
    ]
    (found,) = level.compute(asked(), hold(undated, indicators={"use": alike}, sources=SOURCES, names=NAMES))
    assert (found.period, found.value) == ("2021", 70.0)


def test_what_it_lacks_is_not_taken_from_another_but_told(holding):
    held = holding([office(2020, 60.0), bank(2021, 70.0)])
    (found,) = level.compute(asked(periods=("2021",)), held)
    assert found.value is None
    assert found.because.startswith(
        "The release of 2021-01-01 has no value for 2021; it has 1 from 2020 to 2020. "
        "Other publishers have: Bank 70 (release of 2024-01-01)."
    )


def test_values_that_rounding_made_different_agree(holding):
    (found,) = level.compute(asked(), holding([office(2020, 60.2), bank(2020, 60.24), bank(2021, 1.0)]))
    assert "Other publishers" not in found.because


def test_the_day_decides_within_one_publisher(holding):
    newer = row("ARC", 2020, 61.0, source="a" * 64, vintage=date(2022, 1, 1))
    (found,) = level.compute(asked(), holding([office(2020, 60.0), newer, bank(2020, 64.0)]))
    assert found.value == 61.0


def test_who_is_not_named_is_taken_only_alone(holding):
    nobody = row("ARC", 2020, 99.0, source="d" * 64, vintage=date(2025, 6, 1))
    (found,) = level.compute(asked(), holding([nobody, bank(2020, 64.0)]))
    assert found.value == 64.0
    assert "Other publishers differ: no publisher named 99 (release of 2025-06-01)." in found.because
    (alone,) = level.compute(asked(), holding([nobody, row("BOR", 2020, 64.0, source="b" * 64)]))
    assert alone.value == 99.0


def test_a_request_can_name_the_files(holding):
    held = holding([office(2020, 60.0), bank(2020, 64.0)])
    (found,) = level.compute(asked(files=("b" * 64,)), held)
    assert (found.value, found.because) == (64.0, "As published, release of 2024-01-01.")


def test_a_group_is_made_of_one_publishers_values(holding):
    areas = ("ARC", "BOR", "COK")
    rows = [row(area, 2020, 60.0, source="a" * 64, vintage=OLD) for area in areas]
    rows += [row(area, 2020, 80.0, source="b" * 64, vintage=NEW) for area in areas]
    (found,) = aggregate.compute(
        Request("use", AS_OF, ("ALL",), classified=("now",)),
        holding([*rows, *(people(area, 2020, 5.0) for area in areas)]),
    )
    assert found.value == pytest.approx(60.0)


def test_weights_are_those_of_whom_is_believed_first(hold):
    areas = ("ARC", "BOR", "COK")
    weights = [people(area, 2020, 1.0, vintage=OLD) for area in areas]
    weights += [
        {**people(area, 2020, weight), "source": "e" * 64, "vintage": NEW}
        for area, weight in zip(areas, (9.0, 1.0, 1.0), strict=True)
    ]
    rows = [row(area, 2020, value) for area, value in zip(areas, (0.0, 50.0, 100.0), strict=True)]
    facts = {"use": USE, "people": IndicatorFacts("people", publishers=(BANK,))}
    held = hold([*rows, *weights], indicators=facts, sources=SOURCES)
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert found.value == pytest.approx(50.0)


def test_women_and_men_are_of_one_publisher_though_released_on_one_day(holding):
    rows = [row("ARC", 2020, 50.0, sex="F", source="a" * 64), row("ARC", 2020, 80.0, sex="M", source="b" * 64)]
    (found,) = parity.compute(asked(), holding(rows))
    assert found.value is None


def test_a_difference_between_publishers_is_no_revision(holding):
    assert revision.compute(asked(), holding([office(2020, 60.0), bank(2020, 64.0)])) == ()


def test_series_are_never_joined_across_publishers(holding):
    rows = [office(2020, 60.0), bank(2021, 70.0), bank(2022, 75.0)]
    (found,) = guarded_series(asked(join_breaks=True), holding(rows))
    assert [point.year for point in found.points] == [2020]


def test_a_data_set_of_a_publisher_has_a_place_of_its_own(hold):
    held = hold([], indicators={"use": FACTS}, sources=SOURCES)
    named = {sha256[0]: publisher_of(source, FACTS) for sha256, source in SOURCES.items()}
    assert named == {"a": "Office", "b": "Bank", "c": "Yearbook", "d": NOBODY, "e": "Another"}
    assert [sha256[0] for sha256, _ in sorted(places("use", held).items(), key=lambda each: each[1])] == list(
        "abced"
    )


@given(st.permutations(["Office", "Bank", "Yearbook", "Another", "Zed", NOBODY]))
def test_the_order_does_not_depend_on_that_of_the_files(names):
    order = in_order(names, FACTS)
    assert sorted(order, key=order.__getitem__) == ["Office", "Bank", "Yearbook", "Another", "Zed", NOBODY]
