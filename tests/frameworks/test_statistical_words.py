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
        ("sex", "féminin", "F"),
        ("sex", "MASCULIN", "M"),
        ("sex", "оба пола", "_T"),
        ("sex", "女", "F"),
        ("sex", "_Z", "_Z"),
        ("location", "_U", "_U"),
        ("location", "zona rural", "R"),
        ("location", "الحضر", "U"),
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


@pytest.mark.parametrize(
    ("dimension", "lacked"), [("sex", True), ("location", True), ("age", False), ("skill", False)]
)
def test_only_a_closed_dimension_lacks_a_word(dimension, lacked):
    known = words.dimension_of(dimension)
    assert known.lacks("Femal") is lacked
    assert not any(known.lacks(word) for word in ("", "_T", "_Z", "total"))


def test_the_name_of_a_code_counts():
    assert not words.dimension_of("sex").lacks("7", "Female")
    assert words.dimension_of("sex").nearest("Femal", 2) == ("female (F)", "females (F)")


def test_words_of_other_languages_are_of_closed_dimensions_and_of_one_code_each():
    seen = {}
    for each in load_records("dimension_words", words.DimensionWords):
        assert words.dimension_of(each.dimension).closed
        for word in each.words:
            assert seen.setdefault((each.dimension, word.casefold()), each.code) == each.code


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
        ("PS", "persons", 1),
        ("THS_PER", "persons", 1000),
    ],
)
def test_units(printed, unit, scale):
    found = words.unit_of(printed)
    assert (found.unit, found.scale) == (unit, scale)


def test_a_unit_is_no_near_match():
    assert words.unit_of("percents") is None
    assert words.nearest_units("percents")[0] == "percent"


def test_every_scale_is_a_power_of_ten():
    assert {str(unit.scale).strip("0") for unit in load_records("units", words.Unit)} == {"1"}


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
