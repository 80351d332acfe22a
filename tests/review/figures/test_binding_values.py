"""Published values in one shape: ranges, what came out when, what is left out."""

from datetime import date

from stocktake.review.figures.values import known_values
from stocktake.statistics.measures.published import Published, Wanted
from stocktake.statistics.measures.result import ResultSource
from stocktake.values.interval import Interval

AS_OF = date(2026, 11, 22)
FILE = "f" * 64
WOMEN = Wanted("17.8.1", "NOR", "female")


def published(value: float, period: str, decimals: int = 1, **also: object) -> Published:
    """A value of a release, of an area of which no headline figure is recorded."""
    told: dict[str, object] = {
        "value": value,
        "unit": "per cent",
        "period": period,
        "vintage": None,
        "publisher": "Example Bureau",
        "source": ResultSource("Lamps in use", "lamps.csv", 7, FILE),
        "status": "A",
        "code": "LAMPS",
        "decimals": decimals,
    }
    return Published(**{**told, **also})  # type: ignore[arg-type]


def test_a_value_of_a_series_says_where_it_stands_and_what_rounding_leaves_open():
    (found,) = known_values([WOMEN], {WOMEN: [published(61.6, "2022")]}, AS_OF).of(WOMEN)
    assert found.value.edition == "Example Bureau, Lamps in use, lamps.csv"
    assert found.value.source == "lamps.csv, row 7"
    assert (found.value.sha256, found.value.row, found.value.record) == (FILE, 7, None)
    assert found.value.range == Interval(61.550000000000004, 61.65)
    assert (found.value.sex, found.value.area, found.value.basis) == ("female", "NOR", "series")


def test_the_file_is_no_part_of_an_edition_that_has_a_day():
    values = [published(61.6, "2022", vintage=date(2024, 1, 1))]
    (found,) = known_values([WOMEN], {WOMEN: values}, AS_OF).of(WOMEN)
    assert found.value.edition == "Example Bureau, Lamps in use"


def test_a_number_that_nobody_rounded_stands_for_itself():
    (found,) = known_values([WOMEN], {WOMEN: [published(61.6153846, "2022", decimals=7)]}, AS_OF).of(WOMEN)
    assert found.value.range == Interval(61.6153846, 61.6153846)


def test_what_came_out_after_the_day_of_the_review_is_not_there():
    values = [published(60, "2022", vintage=date(2027, 1, 1)), published(59, "2022", vintage=date(2025, 1, 1))]
    found = known_values([WOMEN], {WOMEN: values}, AS_OF).of(WOMEN)
    assert [each.value.value for each in found] == [59]


def test_a_value_of_some_ages_is_of_other_people():
    assert known_values([WOMEN], {WOMEN: [published(60, "2022", age="Y15T24")]}, AS_OF).of(WOMEN) == ()


def test_when_a_release_without_a_day_came_out_follows_from_its_last_year():
    values = [published(60, "2019"), published(64, "2022")]
    old, new = known_values([WOMEN], {WOMEN: values}, AS_OF).of(WOMEN)
    assert (old.reaches, new.reaches) == (2022, 2022)
    assert old.came_out_after(date(2021, 12, 31)) is True
    assert old.came_out_after(date(2022, 1, 1)) is None


def test_headline_figures_come_after_series_the_newest_edition_first():
    wanted = Wanted("17.8.1", "HIC")
    found = known_values([wanted], {wanted: [published(92.3, "2023")]}, AS_OF).of(wanted)
    assert found[0].value.basis == "series"
    assert [(each.value.period, each.value.value) for each in found[1:]] == [
        ("2025", 94),
        ("2024", 93),
        ("2023", 93),
    ]
    newest = found[1]
    assert newest.edition == "itu-ff-2025"
    assert newest.value.published == date(2025, 11, 17)
    assert newest.value.range == Interval(93.5, 94.5)
    assert (newest.value.record, newest.value.sha256, newest.value.row) == ("ff2025-high-income", None, None)
    assert newest.came_out_after(date(2025, 11, 16)) is True
    assert newest.came_out_after(date(2025, 11, 17)) is False


def test_an_edition_is_not_known_before_it_came_out():
    wanted = Wanted("17.8.1", "LIC")
    found = known_values([wanted], {}, date(2025, 11, 16)).of(wanted)
    assert [each.value.value for each in found] == [27, 27]


def test_a_count_is_rounded_to_its_last_printed_place():
    wanted = Wanted("17.8.1", "WLD")
    offline = [each for each in known_values([wanted], {}, AS_OF).of(wanted) if each.is_negated]
    assert offline[0].value.range == Interval(2_150_000_000, 2_250_000_000)


def test_nothing_is_known_of_what_was_not_asked():
    assert known_values([], {}, AS_OF).of(WOMEN) == ()
