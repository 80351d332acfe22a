"""Codes of sessions: printed, read back, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.values.session import NotASessionError, Session


@given(st.from_regex(r"[A-Z][A-Z0-9]{0,7}(-[A-Z][A-Z0-9]{0,4})?", fullmatch=True), st.integers(1, 9999))
def test_what_is_printed_is_read_back(series: str, number: int):
    assert Session.parse(str(Session(series, number))) == Session(series, number)


def test_a_series_with_a_hyphen_keeps_it():
    assert Session.parse("UNFCCC-COP-30") == Session("UNFCCC-COP", 30)


@pytest.mark.parametrize("text", ["", "GA", "GA-", "GA-0", "ga-81", "81", "GA 81", "GA-81-", "GA-12345"])
def test_what_is_no_code_is_refused(text: str):
    with pytest.raises(NotASessionError) as raised:
        Session.parse(text)
    assert raised.value.message == (
        f"expected the code of a session such as GA-81 or HLPF-2026, but {text!r} is none. "
        "Write the short name of the body in capitals, a hyphen and the number or year."
    )


def test_a_session_that_could_not_be_read_back_is_not_made():
    with pytest.raises(NotASessionError):
        Session("ga", 81)
