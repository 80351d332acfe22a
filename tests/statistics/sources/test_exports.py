"""Tables as agencies hand them out beside their databases, from specimens with invented figures."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from readings import codes, read, rows
from un_tables import UNDATA, YEARS

from stocktake.errors import InputError, UnsupportedError

PLAIN = "indicator,area,period,value,unit\n17.8.1,FJI,2031,41.5,per cent\n"


def test_survey_under_the_abbreviations_of_the_survey():
    short = "Survey Year,Country,EGDI,OSI,HCI,TII,EPI\n2030,Fiji,0.51,0.53,0.54,0.55,0.52\n"
    assert rows(read(short), "indicator", "code", "value") == [
        ("egdi", "E-Government Index", 0.51),
        ("egdi-online-service", "Online Service Index", 0.53),
        ("egdi-human-capital", "Human Capital Index", 0.54),
        ("egdi-telecommunication", "Telecommunication Infrastructure Index", 0.55),
        ("e-participation", "E-Participation Index", 0.52),
    ]


def test_an_export_of_undata_with_its_footnotes():
    reading = read(UNDATA)
    assert rows(reading, "indicator", "area", "period", "value", "unit") == [
        ("17.8.1", "FJI", "2031", 61.5, "per cent"),
        ("17.8.1", "BOL", "2031", 41.25, "per cent"),
    ]
    assert codes(reading) == ["column-ignored"]


def test_an_export_of_undata_with_quantities_and_town_and_country():
    text = "Country or Area,Year,Area,Sex,Item,Unit,Quantity\nFiji,2031,Urban,Female,Population,persons,7\n"
    assert rows(read(text), "indicator", "area", "sex", "location", "value", "unit") == [
        ("population", "FJI", "F", "U", 7, "persons")
    ]


def test_an_export_of_undata_without_the_name_of_its_series_is_refused():
    with pytest.raises(UnsupportedError) as caught:
        read("Country or Area,Year,Value\nFiji,2031,7\n")
    assert "values under headings that name no series" in caught.value.message


def test_a_column_for_each_year_below_its_title():
    reading = read(YEARS)
    assert rows(reading, "indicator", "area", "period", "value", "unit") == [
        ("17.8.1", "FJI", "2030", 11.5, "per cent"),
        ("17.8.1", "BOL", "2030", 21.5, "per cent"),
        ("17.8.1", "FJI", "2031", 12.5, "per cent"),
        ("17.8.1", "BOL", "2031", None, "per cent"),
        ("17.8.1", "BOL", "2032", 23.5, "per cent"),
    ]
    assert reading.source.publisher == "ITU"
    assert codes(reading) == ["footnote-mark"]


def test_a_column_for_each_year_with_the_series_in_a_column():
    text = "Country,Code,Indicator,Unit,2030,2030_note,2031\nFiji,FJI,Boats of all,number,3,seen,4\n"
    reading = read(text)
    assert rows(reading, "indicator", "area", "period", "value") == [
        ("Boats of all", "FJI", "2030", 3),
        ("Boats of all", "FJI", "2031", 4),
    ]
    assert reading.source.publisher is None
    assert codes(reading) == ["column-ignored", "series-unknown"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(encoding):
    reading = read(PLAIN.encode(encoding))
    assert rows(reading, "indicator", "area", "value") == rows(read(PLAIN), "indicator", "area", "value")
    assert codes(reading) == ["encoding-guessed", *codes(read(PLAIN))]


def test_a_workbook_with_a_column_for_each_year():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Individuals using the Internet"],
        [],
        ["Country", 2030, 2031],
        ["Fiji", 11.5, 12],
        ["Source: ITU"],
    ):
        sheet.append(row)
    data = BytesIO()
    book.save(data)
    reading = read(data.getvalue())
    assert rows(reading, "area", "period", "value") == [("FJI", "2030", 11.5), ("FJI", "2031", 12)]
    assert (reading.source.format, reading.source.publisher) == ("year-columns", "ITU")


def test_a_grid_without_the_name_of_its_series_is_no_observations():
    with pytest.raises(UnsupportedError):
        read("Country,2030,2031\nFiji,11.5,12\n")


def test_a_column_for_each_series_with_a_row_for_each_area_and_year():
    reading = read(
        "Country,ISO3,Year,Individuals using the Internet,Boats of all,Region,Sex\n"
        "Fiji,FJI,2031,61.5,..,Oceania,Female\n"
        "Nauru,NRU,2031,<5,7,Oceania,Female\n"
    )
    assert reading.source.format == "series-columns"
    assert rows(reading, "indicator", "area", "sex", "period", "value") == [
        ("17.8.1", "FJI", "F", "2031", 61.5),
        ("17.8.1", "NRU", "F", "2031", None),
        ("Boats of all", "FJI", "F", "2031", None),
        ("Boats of all", "NRU", "F", "2031", 7),
    ]
    assert codes(reading) == ["column-ignored", "series-unknown", "unit-unknown", "inexact-value"]


def test_a_column_of_words_that_tells_rows_apart_is_an_error():
    with pytest.raises(InputError) as caught:
        read("Country,Year,Boats of all,Kind\nFiji,2031,61.5,red\nFiji,2031,62.5,blue\n")
    assert "if a column tells them apart, it is missing" in caught.value.message


@pytest.mark.parametrize(
    "header",
    [
        "Country,Year,Indicator,Boats",
        "Country,Year,Value",
        "Country,Boats",
        "Year,Boats",
        "Country,Year,Post code",
    ],
)
def test_other_layouts_are_not_taken_for_a_column_for_each_series(header):
    with pytest.raises(UnsupportedError):
        read(f"{header}\n{','.join(['Fiji', '2031', '1', '2'][: header.count(',') + 1])}\n")
