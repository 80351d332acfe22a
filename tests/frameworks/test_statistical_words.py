"""The words of tables of statistics."""

import pytest

from stocktake.frameworks import statistical_words as words
from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.records import load_records


@pytest.mark.parametrize(
    ("dimension", "printed", "code"),
    [
        ("Sex", "BOTHSEX", "_T"),
        ("sex", "women", "F"),
        ("[Location]".strip("[]"), "URBAN", "U"),
        ("Age", "15-24", "Y15T24"),
        ("age", "15+", "Y_GE15"),
        ("age", "<5Y", "Y_LT5"),
        ("age", "Y_GE15", "Y_GE15"),
        ("age", "ALLAGE", "_T"),
        ("type_of_speed", "10mbps", "10MBPS"),
        ("Type of speed", "ANYS", "_T"),
        ("education_level", "t", "_T"),
        ("Reporting Type", "G", "_T"),
        ("Type of skill", "", "_T"),
    ],
)
def test_codes(dimension, printed, code):
    assert words.dimension_of(dimension).code(printed) == code


def test_an_unknown_column_keeps_its_words():
    assert words.dimension_of("Kind of roof") is None
    roof = words.dimension_as_printed("Kind of roof")
    assert (roof.name, roof.code("corrugated iron")) == ("KIND_OF_ROOF", "CORRUGATED_IRON")


def test_every_code_of_a_dimension_is_its_own():
    """Printing our own code gives it back."""
    for dimension in load_records("dimension_codes", words.Dimension):
        for pair in dimension.codes:
            code = pair.rpartition("=")[2]
            assert dimension.code(code) == code


@pytest.mark.parametrize(
    ("printed", "unit", "scale"),
    [
        ("PERCENT", "per cent", 1),
        ("%", "per cent", 1),
        ("per_100_pop", "per 100 inhabitants", 1),
        ("NUM_M", "number", 1_000_000),
    ],
)
def test_units(printed, unit, scale):
    found = words.unit_of(printed)
    assert (found.unit, found.scale) == (unit, scale)


def test_a_unit_is_no_near_match():
    assert words.unit_of("percents") is None
    assert words.nearest_units("percents")[0] == "percent"


def test_each_spelling_means_one_unit():
    seen = {}
    for unit in load_records("units", words.Unit):
        for spelling in unit.spellings:
            assert seen.setdefault(spelling.casefold(), unit) is unit


def test_every_indicator_is_in_a_unit_that_is_recorded():
    used = {unit for each in indicators().values() for unit in (each.unit, *each.units)}
    assert used <= {each.unit for each in load_records("units", words.Unit)}


def test_words_in_names_say_recorded_units():
    recorded = {each.unit for each in load_records("units", words.Unit)}
    assert {each.unit for each in load_records("unit_words", words.UnitWords)} <= recorded


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Access to electricity (% of population)", "per cent"),
        ("Boats (per 100 people)", "per 100 inhabitants"),
        ("GDP per capita (current US$)", "US dollars"),
        ("Population, total", None),
    ],
)
def test_units_in_names(name, unit):
    assert words.unit_in_name(name) == unit


def test_statuses_are_by_scheme():
    assert words.status_of("Estimate.") == "E"
    assert words.status_of("C", "unsd") == "A"
    assert words.status_of("M", "unsd") == "I"
    assert words.status_of("M") == "M"
    assert words.status_of("perhaps") is None
