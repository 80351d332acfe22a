"""Tables that no spreadsheet executes, that always open, and that are the same bytes each time."""

import csv
import io
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from stocktake.errors import UnsupportedError
from stocktake.publish.sheet import CUT, LONGEST_CELL, MOST_ROWS, disarmed, fitted, to_csv, to_xlsx

FORMULAS = (
    *("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"),
    *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", "  =1", "\xa0@x"),
)


def cells(book: bytes) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(book)).active.iter_rows()]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_could_be_a_formula_is_shown_as_text_in_csv(cell: str):
    assert disarmed(cell) == f"'{cell}"
    _heads, (read,) = csv.reader(io.StringIO(to_csv(["A"], [[cell]]), newline=""))
    assert read == f"'{cell}"


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_could_be_a_formula_is_text_in_a_workbook(cell: str):
    sheet = load_workbook(io.BytesIO(to_xlsx("S", ["A"], [[cell]], [9]))).active
    read = sheet["A2"]
    assert (read.data_type, read.value.strip(), read.quotePrefix) == ("s", cell.strip(), True)


def test_other_cells_are_as_they_are():
    assert disarmed("80/118: “kites” = strings") == "80/118: “kites” = strings"
    assert to_csv(["A", "B"], [["1,5", 'a "b"'], ["", "é\nc"]]) == 'A,B\r\n"1,5","a ""b"""\r\n,"é\nc"\r\n'


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced_in_both(bad: str):
    assert cells(to_xlsx("S", ["A"], [[f"a{bad}b"]], [9]))[1] == ["a\ufffdb"]
    assert to_csv(["A"], [[f"a{bad}b"]]).encode() == "A\r\na\ufffdb\r\n".encode()


@pytest.mark.parametrize("sign", ["k", "\U0001fa81"])
def test_a_cell_too_long_for_a_workbook_is_cut_visibly(sign: str):
    units = len(sign.encode("utf-16-le")) // 2
    most = LONGEST_CELL // units
    assert fitted(sign * most) == sign * most
    cut = fitted(sign * (most + 1))
    assert cut.endswith(CUT)
    assert LONGEST_CELL - units < len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cells(to_xlsx("S", ["A"], [[sign * (most + 1)]], [9]))[1] == [cut]


def test_more_rows_than_a_sheet_holds_are_refused():
    with pytest.raises(UnsupportedError) as refused:
        to_xlsx("S", ["A"], [["x"]] * MOST_ROWS, [9])
    assert str(refused.value) == (
        "expected at most 1048575 rows, as many as a sheet holds, but 1048576 rows. "
        "Narrow what is listed, or take --csv."
    )


def test_the_same_rows_give_the_same_bytes_whatever_the_time():
    first = to_xlsx("S", ["A", "B"], [["=1", "é"]], [9, 20])
    time.sleep(1.1)
    assert to_xlsx("S", ["A", "B"], [["=1", "é"]], [9, 20]) == first


def test_heads_stay_in_view_and_can_be_filtered():
    sheet = load_workbook(io.BytesIO(to_xlsx("Kites", ["A", "B"], [["1", "2"]], [9, 20]))).active
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Kites", "A2", "A1:B2")
    assert [sheet.column_dimensions[each].width for each in "AB"] == [9, 20]
    assert (sheet["A1"].font.bold, sheet["B2"].alignment.wrap_text) == (True, True)


@settings(max_examples=40, deadline=None)
@given(some.lists(some.tuples(some.text(max_size=9), some.text(max_size=9)), max_size=4))
def test_whatever_the_cells_say_both_tables_open_and_no_cell_begins_as_a_formula(rows: list[tuple[str, str]]):
    read = cells(to_xlsx("S", ["A", "B"], rows, [9, 9]))
    assert len(read) == len(rows) + 1
    lines = list(csv.reader(io.StringIO(to_csv(["A", "B"], rows), newline="")))
    assert len(lines) == len(rows) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)


def converted(file: Path) -> str | None:
    """What LibreOffice reads in a table; None where it, or its part for tables, is not installed."""
    if shutil.which("soffice") is None:
        return None
    folder = file.parent
    command = [*("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv")]
    command += ["--outdir", str(folder / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = folder / "out" / f"{file.stem}.csv"
    return made.read_text("utf-8") if made.exists() else None


def test_libreoffice_opens_the_workbook(tmp_path: Path):
    (tmp_path / "plain.csv").write_text("A,B\n", "utf-8")
    if converted(tmp_path / "plain.csv") is None:
        pytest.skip("LibreOffice Calc is not here")
    file = tmp_path / "duties.xlsx"
    file.write_bytes(to_xlsx("S", ["A", "B"], [["=1+1", "torn\x0btails"], ["+2", "two\nlines"]], [9, 9]))
    read = list(csv.reader(io.StringIO(converted(file), newline="")))
    assert read == [["A", "B"], ["=1+1", "torn\ufffdtails"], ["+2", "two\nlines"]]
