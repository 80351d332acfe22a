"""Divides without statistics: all are there, and each says why nothing can be shown."""

from datetime import date

from stocktake.frameworks.divides import divides
from stocktake.review.divides import Setting, measure_divides
from stocktake.review.keeping import made_anew


def test_without_statistics_every_divide_says_what_would_measure_it():
    found = measure_divides(Setting(None, ("WLD",), date(2044, 5, 5), made_anew))
    assert [each.id for each in found] == [each.id for each in divides()]
    said = {each.id: each.because for each in found}
    assert said["stability"] == "The texts name it; no indicator is known that measures it."
    assert said["government"].startswith("No statistics of it are held. It is measured by: E-Government")
    assert all(not each.measured and each.because for each in found)
