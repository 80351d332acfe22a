"""Delimited text as words, with the line of each row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.tables.delimited import read_delimited


def read(text: str, *names: str, delimiter: str = ",", first: int = 2):
    table = read_delimited(text.encode(), delimiter, names, first)
    return table.cells.to_pydict(), table.lines.to_pylist(), table.ragged


def test_every_cell_stays_as_printed():
    assert read("NA,007,\n..,1e3, x \n", "a", "b", "c") == (
        {"a": ["NA", ".."], "b": ["007", "1e3"], "c": ["", " x "]},
        [2, 3],
        (),
    )


def test_empty_lines_count_as_lines_and_are_no_rows():
    assert read("1,2\n\n3,4\n\n", "a", "b")[1] == [2, 4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@given(
    rows=st.lists(st.tuples(st.sampled_from(["", "a", "b c"]), st.sampled_from(["", "1"])), min_size=1, max_size=9)
)
def test_empty_lines_and_empty_cells_are_told_apart(end, rows):
    """A pair of empty cells stands for an empty line; the first column of one word keeps the line a row."""
    text = end.join(",".join(("x", *row)) if any(row) else "" for row in rows)
    cells, lines, ragged = read(text, "x", "a", "b")
    assert list(zip(cells["a"], cells["b"], strict=True)) == [row for row in rows if any(row)]
    assert lines == [line for line, row in enumerate(rows, 2) if any(row)]
    assert not ragged


def test_rows_of_empty_cells_are_rows():
    assert read(",\n1,\n,2\n\n", "a", "b") == ({"a": ["", "1", ""], "b": ["", "", "2"]}, [2, 3, 4], ())


def test_line_ends_within_quotes():
    assert read('"1\nx",2\n3,4\n', "a", "b") == ({"a": ["1\nx", "3"], "b": ["2", "4"]}, [3, 4], ())


def test_windows_line_ends():
    assert read("1,2\r\n3,4\r\n", "a", "b")[:2] == ({"a": ["1", "3"], "b": ["2", "4"]}, [2, 3])


def test_rows_of_another_width_are_handed_back():
    assert read("1,2\n3\n4,5,6\n7,8\n", "a", "b") == (
        {"a": ["1", "7"], "b": ["2", "8"]},
        [2, 5],
        ((3, ("3",)), (4, ("4", "5", "6"))),
    )


def test_other_delimiters():
    assert read('"a|b"|2\n', "x", "y", delimiter="|")[0] == {"x": ["a|b"], "y": ["2"]}


@pytest.mark.parametrize("text", ["", "\n", "\r\n\n"])
def test_nothing_below_the_header(text):
    assert read(text, "a", "b") == ({"a": [], "b": []}, [], ())


@given(st.lists(st.tuples(st.text('ab,"\n é', min_size=1), st.text("xy;'", min_size=1)), min_size=1, max_size=8))
def test_what_is_written_by_the_rule_is_read_back(rows):
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    cells, lines, ragged = read(text, "a", "b")
    assert list(zip(cells["a"], cells["b"], strict=True)) == rows
    assert lines == sorted(lines)
    assert not ragged
