"""Names of files: plain and all different, whatever things are called."""

import re

from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.opendata.naming import file_names


@given(st.lists(st.text(), unique=True))
def test_names_are_plain_and_differ(things):
    names = file_names(things)
    assert len(set(names.values())) == len(things)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in names.values())


def test_a_symbol_is_its_own_name():
    assert file_names(["A/RES/99/903", "17.8.1"]) == {"A/RES/99/903": "a-res-99-903", "17.8.1": "17-8-1"}
