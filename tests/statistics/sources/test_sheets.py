"""Workbooks of several sheets: which are read, what their names say, and how they are put together."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from readings import codes, read, rows

from stocktake.errors import InputError, UnsupportedError
from stocktake.findings import Code

TITLE = "Individuals using the Internet (%)"
YEARS = ["Country", 2030, 2031]


def workbook(sheets, hidden=()):
    book = Workbook()
    book.remove(book.active)
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in cells:
            sheet.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def grid(*values, title=TITLE):
    return [[title], YEARS, ["Fiji", *values]]


def messages(reading, code):
    return [finding.message for finding in reading.findings if finding.code is code]


def refusal(data):
    with pytest.raises((InputError, UnsupportedError)) as caught:
        read(data, "made.xlsx")
    return caught.value.message


def test_notes_and_metadata_are_passed_over_and_said():
    header = ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "2030"]
    reading = read(
        workbook(
            {
                "Data": [
                    ["Data Source", "Invented"],
                    ["Last Updated Date", "2031-04-05"],
                    header,
                    ["Fiji", "FJI", "x", "Y", 5],
                ],
                "Metadata - Countries": [["Country Code", "Region", "IncomeGroup"], ["FJI", "a", "b"]],
                "Contents": [["1", "Data"]],
            }
        ),
        "made.xlsx",
    )
    assert rows(reading, "area", "value", "row") == [("FJI", 5, 4)]
    assert str(reading.source.vintage) == "2031-04-05"
    assert messages(reading, Code.PART_OF_A_RESULT) == [
        "Sheets that are not read: Metadata - Countries, Contents."
    ]


def test_a_table_that_is_passed_over_is_to_be_looked_at():
    sheets = {"Data": grid(1, 2), "Other": [["Kites", "x", "y"], ["Fiji", 1, 3], ["Namibia", 1, 2]]}
    (finding,) = read(workbook(sheets), "made.xlsx").findings
    assert finding.advice == "Look whether there are observations in Other."


def test_a_sheet_for_each_sex():
    reading = read(workbook({"Total": grid(41, 42), "Female": grid(31, 32), "Male": grid(51, 52)}), "made.xlsx")
    assert rows(reading, "sex", "period", "value", "row") == [
        ("_T", "2030", 41, 3),
        ("_T", "2031", 42, 3),
        ("F", "2030", 31, 6),
        ("F", "2031", 32, 6),
        ("M", "2030", 51, 9),
        ("M", "2031", 52, 9),
    ]
    assert messages(reading, Code.PART_OF_A_RESULT) == [
        "Read from 3 sheets, their rows counted on: Total from 1, Female from 4, Male from 7."
    ]
    assert messages(reading, Code.NAMED_BY_FILE) == [
        "Sheet Female: The name of the sheet, “Female”, is read as the sex.",
        "Sheet Male: The name of the sheet, “Male”, is read as the sex.",
    ]


def test_the_name_of_the_only_sheet_counts_too():
    assert rows(read(workbook({"Rural": grid(1, 2)}), "made.xlsx"), "location") == [("R",), ("R",)]


def test_a_part_of_the_name_of_a_sheet_counts_where_it_is_parted_from_the_rest():
    reading = read(workbook({"Internet - Female": grid(1, 2), "Internet - Male-like": grid(3, 4)}), "made.xlsx")
    assert rows(reading, "sex")[::2] == [("F",), ("_T",)]


def test_a_column_counts_before_the_name_of_the_sheet():
    header = ["indicator", "area", "period", "value", "sex"]
    reading = read(workbook({"Female": [header, ["17.8.1", "FJI", 2031, 5, "M"]]}), "made.xlsx")
    assert rows(reading, "sex") == [("M",)]


def test_whom_a_sheet_is_about_is_no_unit():
    sheets = {
        "Individuals": grid(1, 2),
        "Households": grid(3, 4, title="Households with Internet access at home (%)"),
    }
    reading = read(workbook(sheets), "made.xlsx")
    assert rows(reading, "indicator", "unit")[::2] == [("17.8.1", "per cent"), ("households-internet", "per cent")]


def test_a_sheet_for_each_indicator():
    sheets = {"Internet": grid(1, 2), "People": grid(3, 4, title="Population (thousands)")}
    assert rows(read(workbook(sheets), "made.xlsx"), "indicator", "value", "unit") == [
        ("17.8.1", 1, "per cent"),
        ("17.8.1", 2, "per cent"),
        ("population", 3000, "persons"),
        ("population", 4000, "persons"),
    ]


def test_a_sheet_that_is_named_by_its_indicator_and_nothing_else():
    reading = read(workbook({"Population": [YEARS, ["Fiji", 1, 2]]}), "made.xlsx")
    assert rows(reading, "indicator")[:1] == [("population",)]
    assert codes(reading) == ["named-by-file"]


def test_a_sheet_for_each_year():
    table = [["Country", "Individuals using the Internet"], ["Fiji", 41]]
    reading = read(workbook({"2030": table, "2031": table}), "made.xlsx")
    assert rows(reading, "period", "value", "row") == [("2030", 41, 2), ("2031", 41, 4)]


def test_sheets_that_contradict_each_other():
    assert refusal(workbook({"Medium": grid(1, 2), "High": grid(3, 2)})) == (
        "made.xlsx: expected each observation once, but Individuals using the Internet (%) of FJI for 2030 has 1 "
        "(row 3 of the sheet Medium) and 3 (row 3 of the sheet High). "
        "Look which is right; if a column tells them apart, it is missing."
    )


def test_sheets_that_repeat_each_other():
    reading = read(workbook({"One": grid(1, 2), "Two": grid(1, 2)}), "made.xlsx")
    assert reading.observations.num_rows == 2
    assert codes(reading) == ["part-of-a-result", "duplicate-observation"]


def test_one_damaged_sheet_and_nothing_is_read():
    assert refusal(workbook({"Good": grid(1, 2), "Bad": grid("2m", 3)})) == (
        "made.xlsx, sheet “Bad”: expected numbers in the column of values, but there is “2m” (line 3). "
        "Print numbers without words; leave the cell empty where there is none."
    )


def test_a_hidden_sheet_is_passed_over():
    reading = read(workbook({"Data": grid(1, 2), "Old": grid(8, 9)}, hidden=["Old"]), "made.xlsx")
    assert rows(reading, "value") == [(1,), (2,)]
    assert messages(reading, Code.PART_OF_A_RESULT) == ["Sheets that are not read: Old (hidden)."]


def test_the_latest_release_that_a_sheet_prints_is_the_workbooks():
    header = ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "2030"]
    sheets = {
        code: [["Last Updated Date", day], header, ["Fiji", "FJI", code, code, 5]]
        for code, day in (("KITES", "2031-04-05"), ("BOATS", "2031-06-07"))
    }
    reading = read(workbook(sheets), "made.xlsx")
    assert {str(day) for day in reading.observations["vintage"].to_pylist()} == {"2031-06-07"}
    assert (str(reading.source.vintage), reading.source.name) == ("2031-06-07", "made.xlsx")
