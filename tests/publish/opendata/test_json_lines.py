"""One record on a line, and the same data."""

import json

from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.opendata.json_lines import dump_lines

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), VALUES))
def test_the_data_are_the_same(data):
    assert json.loads(dump_lines(data)) == data


def test_each_record_has_a_line():
    text = dump_lines({"schema": "kites/1", "held": ["a", "b"], "kites": [{"id": 1}, {"id": 2}]})
    assert text == '{\n"schema": "kites/1",\n"held": ["a", "b"],\n"kites": [\n{"id": 1},\n{"id": 2}\n]\n}\n'
