"""Printed values to numbers: one style per file, everything mended is said, nothing is guessed."""

import math

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.errors import InputError
from stocktake.statistics.sources.values import parse_values


def parsed(*texts: str):
    lines = pa.chunked_array([pa.array(range(2, 2 + len(texts)), pa.int32())])
    read = parse_values(pa.chunked_array([pa.array(texts, pa.string())]), lines, "made.csv")
    return read.numbers.to_pylist(), [(finding.code.value, finding.message) for finding in read.findings]


def test_plain_numbers_need_no_remark():
    assert parsed("1", "2.50", "-3", "1e-3", ".5", " 7 ") == ([1, 2.5, -3, 0.001, 0.5, 7], [])


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_what_python_prints_reads_back(numbers):
    assert parsed(*map(repr, numbers)) == (numbers, [])


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1))
def test_thousands_printed_with_spaces_read_back(numbers):
    values, _ = parsed(*(f"{number:,}".replace(",", " ") for number in numbers))
    assert values == numbers


@pytest.mark.parametrize("mark", ["", "..", "NA", "N/A", "…", "...", "NaN", "null", ":"])
def test_marks_for_a_missing_number(mark):
    assert parsed("1", mark) == ([1, None], [])


def test_a_dash_is_missing_and_said():
    assert parsed("1", "-") == (
        [1, None],
        [("mark-as-missing", "Read as missing, though some print it for nil: “-” (line 3).")],
    )


def test_a_bound_is_no_value():
    assert parsed("<5", "> 95", "~0.0", "8") == (
        [None, None, None, 8],
        [("inexact-value", "Read as missing, being a bound and no value: “<5”, “> 95”, “~0.0” (lines 2, 3, 4).")],
    )


def test_footnote_marks():
    values, findings = parsed("12.3a", "45*", "6¹", "7 [2]", "8 e", "9")
    assert values == [12.3, 45, 6, 7, 8, 9]
    assert findings == [
        (
            "footnote-mark",
            "Read without the footnote mark, whose meaning is not read: “12.3a”, “45*”, “6¹”, “7 [2]”, “8 e” (lines 2, 3, 4 and 2 more).",
        )
    ]


def test_decimal_commas():
    values, findings = parsed("45,2", "0,5", "7")
    assert values == [45.2, 0.5, 7]
    assert [code for code, _ in findings] == ["number-style"]


def test_thousands_with_commas():
    assert parsed("1,234,567", "1,234", "12")[0] == [1234567, 1234, 12]
    assert parsed("1,234", "0.5")[0] == [1234, 0.5]


def test_thousands_with_points():
    assert parsed("1.234,5", "2.345", "7")[0] == [1234.5, 2345, 7]


def test_minus_signs_of_typesetters():
    assert parsed("−5.5", "1")[0] == [-5.5, 1]


def test_a_percent_sign_on_all():
    assert parsed("12%", "3.5 %") == ([12, 3.5], [])


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (
            ("1,234", "5,678"),
            "made.csv: expected numbers that can be read in one way only, but “1,234” may be a decimal comma or a thousand, and no other number tells which. Print decimals with a point and thousands without a sign.",
        ),
        (
            ("1,234,567", "4,5"),
            "made.csv: expected numbers in one style, but “1,234,567” and “4,5” stand in one column. Print decimals with a point and thousands without a sign.",
        ),
        (
            ("45.2", "45,2"),
            "made.csv: expected numbers in one style, but “45.2” and “45,2” stand in one column. Print decimals with a point and thousands without a sign.",
        ),
        (
            ("12%", "3"),
            "made.csv: expected values of one unit, but there are numbers with '%' and numbers without a sign. Print the unit in a column of its own, one series at a time.",
        ),
        (
            ("many", "2m", "1"),
            "made.csv: expected numbers in the column of values, but there are “many”, “2m” (lines 2, 3). Print numbers without words; leave the cell empty where there is none.",
        ),
    ],
)
def test_what_cannot_be_read_one_way_is_an_error(texts, message):
    with pytest.raises(InputError) as caught:
        parsed(*texts)
    assert caught.value.message == message


@settings(deadline=None)
@given(st.text(max_size=12))
def test_a_text_is_a_number_a_missing_one_or_an_error(text):
    try:
        values, _ = parsed(text)
    except InputError:
        return
    assert values[0] is None or math.isfinite(values[0]) or "e" in text.lower()
