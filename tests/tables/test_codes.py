"""Columns of text as codes: the same texts, whatever the chunks, gaps and runs of rows alike."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.tables import codes
from stocktake.tables.codes import coded, coded_if_repeating, each_column

RUNS = st.lists(st.tuples(st.sampled_from([None, "", "a", "b", "é"]), st.integers(1, 9)), max_size=9)


@given(RUNS, st.integers(0, 40), st.integers(0, 9), st.booleans())
def test_codes_say_what_the_text_says_each_word_once_in_the_order_of_the_rows(runs, cut, skipped, by_runs):
    words = [word for word, count in runs for _ in range(count)]
    column = pa.chunked_array([words[:cut], [], words[cut:]], pa.string()).slice(skipped)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "_MANY", 1 if by_runs else codes._MANY)
        found = coded(column)
    found.validate(full=True)
    assert found.num_chunks == 1
    assert found.to_pylist() == words[skipped:]
    kept = [word for word in dict.fromkeys(words[skipped:]) if word is not None]
    assert found.chunk(0).dictionary.to_pylist() == kept
    assert coded(pa.chunked_array([*found.chunks, *found.chunks])).to_pylist() == words[skipped:] * 2


def test_only_what_repeats_itself_comes_as_codes():
    assert pa.types.is_dictionary(coded_if_repeating(pa.chunked_array([["a", "b", "a", "b"]])).type)
    assert pa.types.is_string(coded_if_repeating(pa.chunked_array([["a", "b", "a", "c"]])).type)


@pytest.mark.parametrize("many", [1, 9])
def test_columns_keep_their_order_however_many_rows_they_have(many, monkeypatch):
    monkeypatch.setattr(codes, "_MANY", many)
    table = pa.table({"one": ["a", "a", "b"], "other": ["c", "c", "c"]})
    assert [each.to_pylist() for each in each_column(coded, table)] == [["a", "a", "b"], ["c", "c", "c"]]
