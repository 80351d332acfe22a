"""The rows of a sheet: the same words as openpyxl finds, whatever a part leaves out, and no harm from a broken one."""

import io
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from stocktake.errors import InputError
from stocktake.register import intake_xlsx
from stocktake.register.intake_model import Unreadable

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


def workbook(*rows: object) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(xml: str) -> bytes:
    """A workbook whose one sheet has this part."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(workbook(["x"]))) as whole, ZipFile(out, "w") as made:
        for name in whole.namelist():
            made.writestr(name, xml if name.endswith("sheet1.xml") else whole.read(name))
    return out.getvalue()


def lines(data: bytes) -> list[tuple[int, list[object]]]:
    (sheet,) = intake_xlsx.read(data, "file").sheets
    return [(line.number, list(line.cells)) for line in sheet.lines]


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12).filter(
        lambda text: (
            not text.startswith("=") and text.strip() == text and "_x" not in text and not text.startswith("#")
        )
    ),
    st.integers(-(10**12), 10**12),
    st.floats(-1e6, 1e6, allow_nan=False).filter(lambda number: not number.is_integer()),
)


@given(st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=4))
def test_the_words_are_those_that_openpyxl_finds(rows):
    data = workbook(*rows)
    there = [
        ["" if value is None else str(value) for value in row]
        for row in load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    ]
    found = dict(lines(data))
    for number, row in enumerate(there, 1):
        cells = found.get(number, [])
        assert [*cells, *[""] * (len(row) - len(cells))] == row


def test_rows_and_places_may_be_left_out():
    part = '<row><c t="str"><v>a</v></c><c/><c><v>2</v></c></row><row r="7"><c r="C7" t="b"><v>1</v></c></row>'
    assert lines(with_part(HEAD + part + TAIL)) == [(1, ["a", "", "2"]), (7, ["", "", "True"])]


def test_how_words_are_spoken_is_no_part_of_them_and_runs_are_joined():
    words = "<is><r><t>ki</t></r><r><t>te</t></r><rPh><t>KAITO</t></rPh></is>"
    part = f'<row r="1"><c r="A1" t="inlineStr">{words}</c></row>'
    assert lines(with_part(HEAD + part + TAIL)) == [(1, ["kite"])]


def test_a_formula_is_never_computed_and_its_saved_value_not_used():
    part = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
    assert lines(with_part(HEAD + part + TAIL)) == [
        (
            1,
            [
                Unreadable("it holds a formula (=1+1); write the value itself"),
                Unreadable("it holds an error (#REF!); write the value itself"),
            ],
        )
    ]


@pytest.mark.parametrize(
    "part",
    [
        '<row r="1"><c r="A1"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="new"><v>1</v></c></row>',
        "<row><c>",
    ],
    ids=["no number", "no such string", "beyond the last column", "unknown kind", "cut off"],
)
def test_a_broken_part_is_said(part: str):
    end = "" if part == "<row><c>" else TAIL
    with pytest.raises(InputError) as error:
        lines(with_part(HEAD + part + end))
    assert "but the workbook is damaged" in error.value.message
    assert error.value.message.endswith("Open it in a spreadsheet program and save it anew.")
