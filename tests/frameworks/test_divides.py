"""The divides that the texts name."""

from stocktake.frameworks.divides import divides
from stocktake.frameworks.indicators import indicator_of


def test_every_indicator_of_a_divide_is_known_and_measures_one_divide_only():
    codes = [code for each in divides() for code in each.indicators]
    assert len(codes) == len(set(codes))
    assert all(indicator_of(code) for code in codes)


def test_dimensions_that_nothing_measures_are_named_all_the_same():
    unmeasured = {each.id for each in divides() if not each.indicators}
    assert unmeasured == {"stability", "language", "accessibility"}
