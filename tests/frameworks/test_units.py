"""Units: a publisher's spelling is a unit and a scale, or nothing."""

import pytest

from stocktake.frameworks.records import load_records
from stocktake.frameworks.statistical_words import Unit, nearest_units, unit_of


@pytest.mark.parametrize(
    ("printed", "unit", "scale"),
    [
        ("%", "per cent", 1),
        ("PERCENT", "per cent", 1),
        ("per_100_pop", "per 100 inhabitants", 1),
        ("NUM_TH", "number", 1000),
        ("persons (thousands)", "persons", 1000),
        ("CU_USD_B", "US dollars", 1_000_000_000),
        ("Mbit/s", "megabits per second", 1),
    ],
)
def test_a_spelling_is_a_unit_with_its_scale(printed: str, unit: str, scale: int):
    found = unit_of(printed)
    assert found is not None
    assert (found.unit, found.scale) == (unit, scale)


@pytest.mark.parametrize("printed", ["", "bananas", "per", "%%"])
def test_anything_else_is_none(printed: str):
    assert unit_of(printed) is None


def test_every_canonical_unit_is_a_spelling_of_itself_at_scale_one():
    for unit in {each.unit for each in load_records("units", Unit)}:
        found = unit_of(unit)
        assert found is not None
        assert (found.unit, found.scale) == (unit, 1)


def test_a_message_offers_the_nearest():
    assert nearest_units("percents")[0] in {"percent", "per cent"}


def test_no_spelling_stands_for_two_units():
    spelled = [
        (" ".join(text.casefold().replace("_", " ").split()), each.unit, each.scale)
        for each in load_records("units", Unit)
        for text in each.spellings
    ]
    assert len({text for text, _, _ in spelled}) == len(set(spelled))
