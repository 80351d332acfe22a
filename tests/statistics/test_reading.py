"""The one door: strict, whole or not at all, every message read in full."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from stocktake.errors import InputError, StocktakeError, UnsupportedError
from stocktake.findings import Code
from stocktake.statistics.reading import handles, read_statistics
from stocktake.tables import observation_schema

HEADER = "indicator,area,period,value,unit\n"


def read(text, vintage=None):
    return read_statistics(text.encode(), "made.csv", vintage)


def message(text):
    with pytest.raises((InputError, UnsupportedError)) as caught:
        read(text)
    return caught.value.message


def finding(text, code):
    return next(each for each in read(text).findings if each.code is code)


def workbook(**sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_the_columns_are_those_of_the_schema():
    reading = read(HEADER + "17.8.1,FJI,2030,5,per cent\n")
    assert reading.observations.schema.equals(observation_schema())
    assert reading.observations["source"][0].as_py() == reading.source.sha256


def test_the_users_vintage_counts_and_is_said():
    reading = read(HEADER + "17.8.1,FJI,2030,5,per cent\n", date(2031, 5, 6))
    assert reading.source.vintage == date(2031, 5, 6)
    assert reading.observations["vintage"][0].as_py() == date(2031, 5, 6)
    assert [each.message for each in reading.findings] == [
        "The vintage 2031-05-06 was said by the user; the file prints none."
    ]


def test_no_vintage_is_null():
    assert read(HEADER + "17.8.1,FJI,2030,5,per cent\n").observations["vintage"][0].as_py() is None


def test_an_empty_file():
    assert (
        message("\n \n")
        == "made.csv: expected a table of statistics, but the file is empty. Download or export it again."
    )


def test_a_header_alone():
    assert message(HEADER) == (
        "made.csv: expected observations, but the table has a header and no rows. "
        "Look whether the file is whole; export it again."
    )


def test_a_file_cut_in_the_middle_of_a_row():
    assert message(HEADER + "17.8.1,FJI,2029,5,per cent\n17.8.1,FJI,20") == (
        "made.csv: expected a whole table, as many cells on each row as in its header, but line 3 has 3 cells, its "
        "header 5. The file is cut or broken: download or export it again."
    )


def test_a_file_cut_within_quotes():
    assert message(HEADER + '17.8.1,"Fij') == (
        "made.csv: expected a whole table, as many cells on each row as in its header, but a quote is opened and never "
        "closed. The file is cut or broken: download or export it again."
    )


def test_a_file_cut_in_its_last_cell_is_said():
    assert finding(HEADER + "17.8.1,FJI,2029,5,per cent", Code.LAST_LINE_OPEN).message == (
        "The last line has no line end: it may have been cut within its last cell."
    )


def test_a_row_without_area():
    assert message(HEADER + "17.8.1,,2030,5,per cent\n") == (
        "made.csv: expected an area on every row, but there is none (line 2). Print the area's code or name on each row."
    )


def test_an_unknown_area_is_kept_and_said_with_the_nearest():
    text = HEADER + "17.8.1,Filji,2030,5,per cent\n"
    said = finding(text, Code.AREA_UNKNOWN)
    assert said.message == "No area that we know: “Filji” (line 2); kept as X-Filji."
    assert "Fiji (FJI)" in said.advice
    assert read(text).observations["area"][0].as_py() == "X-Filji"


def test_many_unknown_areas_are_not_said_one_by_one():
    text = HEADER + "".join(f"17.8.1,Nowhere {number},2030,5,per cent\n" for number in range(50))
    said = [each for each in read(text).findings if each.code is Code.AREA_UNKNOWN]
    assert len(said) == 21
    assert said[-1].message == (
        "No area that we know either: “Nowhere 20”, “Nowhere 21”, “Nowhere 22”, “Nowhere 23”, “Nowhere 24” and 25 more."
    )


def test_na_is_namibia():
    assert read(HEADER + "17.8.1,NA,2030,NA,per cent\n").observations.to_pylist()[0]["area"] == "NAM"


def test_the_same_observation_twice():
    reading = read(HEADER + "17.8.1,FJI,2030,5,per cent\n17.8.1,Fiji,2030,5.0,%\n17.8.1,FJI,2031,6,per cent\n")
    assert reading.observations["value"].to_pylist() == [5, 6]
    assert reading.observations["row"].to_pylist() == [2, 4]
    assert [each.message for each in reading.findings] == [
        "1 observation printed twice with the same value (line 3); read once."
    ]


def test_two_values_for_one_observation():
    assert message(HEADER + "17.8.1,FJI,2030,5,per cent\n17.8.1,Fiji,2031,5,%\n17.8.1,FJI,2030,6,per cent\n") == (
        "made.csv: expected each observation once, but 17.8.1 of FJI for 2030 has 5 (line 2) and 6 (line 4). "
        "Look which is right; if a column tells them apart, it is missing."
    )


def test_a_value_and_none_for_one_observation():
    assert "has 5 (line 2) and nothing (line 3)" in message(
        HEADER + "17.8.1,FJI,2030,5,per cent\n17.8.1,FJI,2030,,per cent\n"
    )


def test_over_100_per_cent():
    said = finding(HEADER + "17.8.1,FJI,2030,105,per cent\n17.8.1,FJI,2031,-1,per cent\n", Code.OUT_OF_BOUNDS)
    assert said.message == "17.8.1: 2 values below 0 or over 100 (lines 2, 3)."


def test_a_share_that_we_do_not_know():
    said = finding(HEADER + "made-up,FJI,2030,105,per cent\n", Code.OUT_OF_BOUNDS)
    assert said.message == "made-up: 1 value over 100 (line 2)."


def test_one_series_in_two_units():
    assert message(HEADER + "17.8.1,FJI,2030,5,per cent\n17.8.1,NAM,2030,6,persons\n") == (
        "made.csv: expected one unit for each series, but 17.8.1 stands in per cent and persons. "
        "Give each its own code, or print them in one unit."
    )


def test_a_unit_that_means_the_same_here_is_the_indicators():
    reading = read(HEADER + "17.8.1,FJI,2030,5,per 100 inhabitants\n")
    assert reading.observations["unit"][0].as_py() == "per cent"


def test_another_unit_than_the_indicators():
    said = finding(HEADER + "17.8.1,FJI,2030,5,persons\n", Code.UNIT_DIFFERS)
    assert said.message == "In another unit than the indicator's own: 17.8.1 (persons, not per cent)."


def test_thousands_of_persons_become_persons():
    row = read(HEADER + "population,FJI,2030,900.5,thousand persons\n").observations.to_pylist()[0]
    assert (row["value"], row["unit"]) == (900500, "persons")


def test_an_unknown_unit_is_kept_and_said():
    text = HEADER + "made-up,FJI,2030,5,persentage\n"
    said = finding(text, Code.UNIT_UNKNOWN)
    assert (said.message, said.advice) == (
        "No unit that we know, kept as printed: persentage.",
        "Nearest: percentage, percent, per cent.",
    )
    assert read(text).observations["unit"][0].as_py() == "persentage"


def test_no_unit_is_null_and_said():
    text = "indicator,area,period,value\nmade-up,FJI,2030,5\n"
    assert finding(text, Code.UNIT_UNKNOWN).message == "The file does not say the unit of made-up."
    assert read(text).observations["unit"][0].as_py() is None


def test_an_unknown_series_keeps_its_code():
    said = finding(HEADER + "17.8.2,FJI,2030,5,per cent\n", Code.SERIES_UNKNOWN)
    assert said.message == "No indicator of ours: 17.8.2; kept under the publisher's own code."
    assert "17.8.1" in said.advice


def test_an_unknown_status_is_said():
    said = finding("indicator,area,period,value,status\n17.8.1,FJI,2030,5,perhaps\n", Code.STATUS_UNKNOWN)
    assert said.message == "No status that we know, taken as normal: perhaps."


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (
            "Country Code,Region,IncomeGroup,SpecialNotes,TableName\nFJI,x,y,z,Fiji\n",
            "the World Bank's list of countries",
        ),
        ('"Global Code","M49 Code","Country or Area"\n001,242,Fiji\n', "the list of areas of M49"),
        ("concept,concept_type\nx,measure\n", "the concepts of a DDF data set"),
        ("global,is--global,name\nworld,TRUE,World\n", "the entities of a DDF data set"),
        ("sex,name\nfemale,FEMALE\n", "the codes of a dimension"),
        ('{"name": "x", "resources": []}', "the description of another file"),
        ("country_code,country_name,price\nFJ,Fiji,$1.02\n", "values without a period"),
        ('"Country or Area","Year","Value"\n"Fiji","2030","5"\n', "values under headings that name no series"),
        ("Code,Country,FY30,FY31\nFJI,Fiji,UM,UM\n", "classifications of countries by fiscal year"),
    ],
)
def test_files_that_hold_no_observations_say_so(text, holds):
    assert handles(text.encode())
    assert message(text).startswith(
        f"made.csv: expected observations: an area, a period and a value on each row, but the file holds {holds}. "
    )


def test_a_classification_of_our_world_in_data():
    assert message("Entity,Year,Income classification\nFiji,2030,3\n") == (
        "made.csv: expected observations, but “Income classification” holds classes under numbers. "
        "Groups of countries with their dates stand in the frameworks: stocktake frameworks groups."
    )


@pytest.mark.parametrize(
    "text", ["", "The General Assembly,\n\nRecalling nothing,\n", "<html></html>", "a,b\n1,2\n", "{}"]
)
def test_what_is_no_statistics_is_left_to_others(text):
    assert not handles(text.encode())


def test_an_unknown_format_names_the_known_ones():
    said = message("a,b\n1,2\n")
    assert said.startswith(
        "made.csv: expected a file of statistics in a format that we read, but its beginning is of none of them. Formats that are read: sdmx-csv, sdmx-ml, sdmx-json, "
    )
    assert said.endswith("Write it as the plain CSV of docs/reference/statistics-formats.md.")


def test_a_workbook_is_read_by_its_one_sheet_with_observations():
    data = workbook(
        About=[["An invented workbook"]],
        Data=[
            ["indicator", "area", "period", "value"],
            ["17.8.1", "FJI", 2030, 5.5],
            [],
            ["17.8.1", "NAM", 2030, 6],
        ],
        Metadata=[["Country Code", "Region", "IncomeGroup"], ["FJI", "x", "y"]],
    )
    assert handles(data)
    rows = read_statistics(data, "made.xlsx").observations.to_pylist()
    assert [(row["area"], row["value"], row["row"]) for row in rows] == [("FJI", 5.5, 2), ("NAM", 6, 4)]


def test_two_sheets_whose_names_are_two_units():
    sheet = [["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2030, 5.5]]
    with pytest.raises(InputError) as caught:
        read_statistics(workbook(Percent=sheet, Persons=sheet), "made.xlsx")
    assert caught.value.message == (
        "made.xlsx: expected one unit for each series, but 17.8.1 stands in per cent (sheet Percent) and in persons "
        "(sheet Persons). Save each sheet as a file of its own, or print them in one unit."
    )


def test_a_workbook_with_nothing_of_ours():
    with pytest.raises(UnsupportedError) as caught:
        read_statistics(workbook(About=[["Nothing", "here"], ["at", "all"]]), "made.xlsx")
    assert caught.value.message == (
        "made.xlsx: expected a sheet with statistics in a format that we read, but none of its sheets is one: About. "
        "Write it as the plain CSV of docs/reference/statistics-formats.md."
    )


def test_lines_that_end_as_those_of_old_macintosh_files():
    reading = read("indicator,area,period,value\r17.8.1,Fiji,2031,12\r17.8.1,Namibia,2031,13\r")
    assert [(row["value"], row["row"]) for row in reading.observations.to_pylist()] == [(12.0, 2), (13.0, 3)]


def test_years_that_may_be_several_are_a_period():
    said = message("Country or Area,Year(s),Variant,Value\nFiji,2031,Medium,12\n")
    assert "without a period" not in said


def test_half_a_workbook():
    data = workbook(Data=[["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2030, 5.5]])
    with pytest.raises(InputError) as caught:
        read_statistics(data[: len(data) // 2], "made.xlsx")
    assert caught.value.message.startswith(
        "made.xlsx: expected a whole workbook (XLSX), but it cannot be opened ("
    )


def test_a_workbook_with_a_damaged_byte():
    """A part that cannot be unpacked, or is not what its checksum says, is no crash and no half reading."""
    data = workbook(Data=[["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2030, 5.5]])
    for place in range(30, len(data), 17):
        damaged = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        with suppress(StocktakeError):
            assert read_statistics(damaged, "made.xlsx").observations.to_pylist()[0]["value"] == 5.5


def test_a_workbook_with_half_a_sheet():
    whole = workbook(Data=[["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2030, 5.5]])
    out = BytesIO()
    with ZipFile(BytesIO(whole)) as read, ZipFile(out, "w") as written:
        for part in read.namelist():
            text = read.read(part)
            written.writestr(part, text[: len(text) // 2] if part.startswith("xl/worksheets/") else text)
    with pytest.raises(InputError) as caught:
        read_statistics(out.getvalue(), "made.xlsx")
    assert caught.value.message.startswith(
        "made.xlsx: expected a whole workbook (XLSX), but it cannot be opened ("
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_the_last_line_of_utf_16_stays_whole(encoding):
    """The last byte of a line end in UTF-16LE is a zero, and no padding."""
    text = "\ufeffindicator,area,period,value\n17.8.1,Fiji,2031,12\n"
    reading = read_statistics(text.encode(encoding), "made.csv")
    assert [row["value"] for row in reading.observations.to_pylist()] == [12.0]
    assert "last-line-open" not in [finding.code for finding in reading.findings]


def test_a_number_too_large_to_be_held_is_none():
    said = message("indicator,area,period,value\n17.8.1,Fiji,2031,1e999\n")
    assert said == (
        "made.csv: expected numbers in the column of values, but there is “1e999” (line 2). "
        "Print numbers without words; leave the cell empty where there is none."
    )


def test_an_answer_that_goes_too_deep_is_broken():
    text = '{"data": [{"geoAreaCode": "1", "timePeriodStart": 1, "series": ' + "[" * 100_000
    assert (
        message(text)
        == "made.csv: expected a whole answer in JSON, but it breaks off or is broken. Ask the service again."
    )
