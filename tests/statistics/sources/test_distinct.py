"""Columns as codes: the same answers as from text, whatever the chunks and the gaps."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.statistics.sources import distinct
from stocktake.statistics.sources.distinct import (
    Distinct,
    all_differ,
    each,
    each_where,
    first_said,
    numbered,
    plain,
    says,
    trimmed,
    words_in,
)
from stocktake.tables.codes import coded

WORDS = st.sampled_from(["", " ", "a", "a ", "b", "é"])
ROWS = st.lists(st.tuples(WORDS, WORDS, st.one_of(st.none(), WORDS)), min_size=1, max_size=40)


def columns(rows, cut, kept):
    """The columns of the rows in two chunks, some of them codes whose dictionary says more than the rows do."""
    made = [
        pa.chunked_array([pa.array(column[:cut], pa.string()), pa.array(column[cut:], pa.string())])
        for column in zip(*rows, strict=True)
    ]
    return [coded(column) if number in kept else column for number, column in enumerate(made)]


@given(ROWS, st.integers(0, 40), st.sets(st.integers(0, 2)), st.booleans())
def test_combinations_are_those_of_the_rows_in_the_order_of_their_first(rows, cut, kept, sparse):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distinct, "_SPARSE", -1 if sparse else distinct._SPARSE)
        patch.setattr(distinct, "_SEEN", 0 if sparse else distinct._SEEN)
        of = columns(rows, cut, kept)
        found = Distinct(of)
        assert found.keys == tuple(dict.fromkeys(rows))
        assert found.spread(range(len(found.keys)), pa.int32()).to_pylist() == [
            found.keys.index(row) for row in rows
        ]
        assert found.spread(["".join(map(str, key)) for key in found.keys]).to_pylist() == [
            "".join(map(str, row)) for row in rows
        ]
        assert all_differ(of) == (len(set(rows)) == len(rows))
        assert len(set(numbered(of).to_pylist())) == len(set(rows))


@given(ROWS, st.integers(0, 40), st.sets(st.integers(0, 1)))
def test_codes_and_text_say_the_same(rows, cut, kept):
    one, other, _ = columns(rows, cut, kept)
    words = [row[0] for row in rows]
    assert plain(one).to_pylist() == words
    assert plain(trimmed(one)).to_pylist() == [word.strip() for word in words]
    assert says(one, "a").to_pylist() == [word == "a" for word in words]
    assert words_in(one).to_pylist() == list(dict.fromkeys(words))
    assert each(one, str.upper).to_pylist() == [word.upper() for word in words]
    second = pa.chunked_array([[bool(number % 2) for number in range(len(words))]])
    marked = [f"{word}!" if number % 2 else word for number, word in enumerate(words)]
    assert each_where(second, one, lambda word: f"{word}!").to_pylist() == marked
    assert first_said(one, other).to_pylist() == [row[0] or row[1] for row in rows]


def test_words_that_stand_on_no_row_any_more_are_no_keys():
    column = coded(pa.chunked_array([["a", "b", "a"]])).filter(pa.chunked_array([[True, False, True]]))
    assert Distinct([column]).keys == (("a",),)
    assert words_in(column).to_pylist() == ["a"]


@pytest.mark.parametrize(("sparse", "seen"), [(0, 8), (0, 0), (8, 4096)])
def test_many_codes_of_few_rows_are_numbered_without_gaps(sparse, seen, monkeypatch):
    monkeypatch.setattr(distinct, "_SPARSE", sparse)
    monkeypatch.setattr(distinct, "_SEEN", seen)
    rows = [(str(n % 3), str(n % 5), str(n % 7)) for n in range(105)]
    assert all_differ(columns(rows, 50, set()))
    assert not all_differ(columns([*rows, rows[0]], 50, set()))
    assert len(Distinct(columns([*rows, *rows], 50, set())).keys) == len(rows)


def test_numbers_beyond_32_bits_are_told_apart():
    """Six columns of fifty words could be fifteen milliards of combinations."""
    rows = [tuple(str(n * each % 50) for each in (1, 3, 7, 9, 11, 13)) for n in range(50)]
    assert all_differ(columns(rows, 20, set()))
    assert not all_differ(columns([*rows, rows[7]], 20, {0, 3}))
