"""Printed periods to ISO ones."""

import pyarrow as pa
import pytest

from stocktake.errors import InputError
from stocktake.statistics.sources.periods import parse_periods, period_of


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2019", "2019"),
        ("2019.0", "2019"),
        (" 2019 ", "2019"),
        ("YR2019", "2019"),
        ("2019 [YR2019]", "2019"),
        ("2019-05", "2019-05"),
        ("2019M05", "2019-05"),
        ("2019-Q3", "2019-Q3"),
        ("2019Q3", "2019-Q3"),
        ("Q3 2019", "2019-Q3"),
        ("2019-S1", "2019-S1"),
    ],
)
def test_periods(printed, period):
    assert period_of(printed) == period


@pytest.mark.parametrize("printed", ["", "2018/19", "2018-2020", "19", "2019-13", "last year", "2019a"])
def test_no_periods(printed):
    assert period_of(printed) is None


def test_a_row_without_a_period_is_an_error():
    texts = pa.chunked_array([pa.array(["2019", "", "2018/19"])])
    with pytest.raises(InputError) as caught:
        parse_periods(texts, pa.chunked_array([pa.array([2, 3, 4], pa.int32())]), "made.csv")
    assert caught.value.message == (
        "made.csv: expected a period on every row: a year (2019), a month (2019-05) or a quarter (2019-Q1), but there "
        "is an empty cell, “2018/19” (lines 3, 4). A value of several years has to say which year it stands for."
    )
