"""Tables whose publisher is open: breakdowns under any heading, and parts of a country or a year that are not the whole."""

import pytest
from readings import codes, read, rows

from stocktake.errors import InputError, UnsupportedError

ROWS = "Country,{heading},Year,Individuals using the Internet\nFiji,{one},2030,40\nFiji,{two},2031,50\n"


def test_words_of_a_closed_dimension_are_that_dimension():
    text = ROWS.format(heading="Type", one="Urban", two="Rural")
    assert rows(read(text), "location", "value") == [("U", 40), ("R", 50)]


@pytest.mark.parametrize(
    ("above", "sex", "location"),
    [
        ("Individuals using the Internet\nFemale", "F", "_T"),
        ("Table 1. Individuals using the Internet\nSex: Men; rural", "M", "R"),
        ("Table 1\nIndividuals using the Internet\nBoth sexes", "_T", "_T"),
        ("Individuals using the Internet\nFemale, male", "_T", "_T"),
    ],
)
def test_a_line_above_the_table_says_of_whom_it_is(above, sex, location):
    reading = read(f"{above}\nCountry,2030,2031\nFiji,1,2\n")
    assert rows(reading, "indicator", "sex", "location")[0] == ("17.8.1", sex, location)


@pytest.mark.parametrize(
    ("above", "sex", "location"),
    [
        ("Women, Kites and the Sea", "_T", "_T"),
        ("Femmes, mer et vent", "_T", "_T"),
        ("Women, aged 15 and over", "F", "_T"),
        ("Rural - urban gap", "_T", "_T"),
        ("Kites of women and men - rural", "_T", "R"),
    ],
)
def test_a_name_that_begins_with_a_part_is_not_of_that_part_alone(above, sex, location):
    reading = read(f"{above}\nCountry,Indicator,2030,2031\nFiji,Individuals using the Internet,1,2\n")
    assert rows(reading, "sex", "location")[0] == (sex, location)


def test_a_line_above_says_of_whom_a_table_of_several_series_is():
    reading = read("Women\nCountry,Indicator,2030,2031\nFiji,Individuals using the Internet,1,2\n")
    assert rows(reading, "sex")[0] == ("F",)


def test_a_second_column_of_one_dimension_stays_by_itself():
    text = "Country,Year,Sex,Breakdown,Indicator,Value\nFiji,2031,F,Male,Kites,5\nFiji,2031,F,Female,Kites,4\n"
    assert rows(read(text), "sex", "breakdown") == [("F", "BREAKDOWN=MALE"), ("F", "BREAKDOWN=FEMALE")]


def test_a_subgroup_is_a_breakdown():
    text = ROWS.format(heading="Subgroup", one="Fishers", two="Farmers")
    assert rows(read(text), "breakdown") == [("SUBGROUP=FISHERS",), ("SUBGROUP=FARMERS",)]


@pytest.mark.parametrize("heading", ["Province", "City", "Admin 1", "Region"])
def test_values_of_parts_of_a_country_are_refused(heading):
    with pytest.raises(UnsupportedError) as caught:
        read(ROWS.format(heading=heading, one="Central", two="Western"))
    assert caught.value.message == (
        f"made.csv: expected values of whole countries, but the column “{heading}” says that there are values of parts "
        "of countries. Take the table of national values, or leave out the column where its values are of the whole."
    )


def test_the_region_that_a_country_is_in_is_none_of_its_parts():
    assert codes(read(ROWS.format(heading="Region", one="Oceania", two="Oceania"))) == ["column-ignored"]


def test_a_state_is_a_country_unless_a_country_has_several():
    text = "State,ISO3,Year,Individuals using the Internet\n{one},FJI,2030,40\n{two},FJI,2031,50\n"
    assert rows(read(text.format(one="Fiji", two="Fiji")), "value") == [(40,), (50,)]
    with pytest.raises(UnsupportedError):
        read(text.format(one="Central", two="Western"))


@pytest.mark.parametrize("heading", ["Month", "Quarter"])
def test_a_month_beside_the_year_is_not_read_as_the_year(heading):
    with pytest.raises(UnsupportedError):
        read(ROWS.format(heading=heading, one="1", two="2"))


@pytest.mark.parametrize("text", ["2003-04", "1999-00"])
def test_what_may_be_a_month_or_two_years_is_refused(text):
    with pytest.raises(InputError):
        read(f"indicator,area,period,value\n17.8.1,FJI,{text},5\n")


def test_two_years_that_may_be_a_month_are_said():
    with pytest.raises(InputError) as caught:
        read("indicator,area,period,value\n17.8.1,FJI,2003-04,5\n17.8.1,FJI,2004-05,6\n")
    assert caught.value.message == (
        "made.csv: expected periods that can be read in one way only, but “2003-04” may be a month or two years in one "
        "(line 2), and no other period tells which. Print a month as 2003M04, and the year that a value stands for as "
        "2003."
    )


def test_months_that_are_no_two_years_tell_that_all_are_months():
    reading = read("indicator,area,period,value\n17.8.1,FJI,2003-04,5\n17.8.1,FJI,2003-05,6\n")
    assert rows(reading, "period") == [("2003-04",), ("2003-05",)]


def test_a_month_of_sdmx_is_a_month():
    text = "DATAFLOW,REF_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE\nXX:KITES(1.0),FJI,K,M,2003-04,5\n"
    assert rows(read(text), "period") == [("2003-04",)]


@pytest.mark.parametrize(
    "header",
    [
        "Country,Year,Indicator,Unit,Value",
        "Pays,Année,Indicator,Unit,Value",
        "Country code,Year,Indicator name,Units,Obs value",
        "iso3,time_period,series,Unit of measure,Value",
    ],
)
def test_a_row_per_observation_under_usual_headings(header):
    reading = read(f"{header}\nFJI,2031,Individuals using the Internet,%,41.5\n")
    assert reading.source.format == "long-rows"
    assert rows(reading, "indicator", "area", "period", "value", "unit") == [
        ("17.8.1", "FJI", "2031", 41.5, "per cent")
    ]


@pytest.mark.parametrize("foot", ["Source: nobody", '"Note: invented, all of it"', "Source: nobody,,,"])
@pytest.mark.parametrize(
    "header", ["Country,Year,Individuals using the Internet,Kites", "Country,Year,Indicator,Value"]
)
def test_notes_below_a_table_are_no_rows(header, foot):
    row = "Fiji,2031,5,6" if "Kites" in header else "Fiji,2031,Kites,6"
    assert rows(read(f"{header}\n{row}\n\n{foot}\n"), "row") in ([(2,)], [(2,), (2,)])


def test_a_row_with_numbers_is_no_note_however_it_begins():
    wide = "Country,Year,Individuals using the Internet\n*Fiji,2031,5\nNauru,2031,6\n* as told by nobody,,\n"
    long = "Indicator,Country,Year,Value\nSources of wind,Fiji,2031,5\nSource: nobody,,,\n"
    assert rows(read(wide), "row", "value") == [(2, 5), (3, 6)]
    assert rows(read(long), "code", "value") == [("Sources of wind", 5)]


def test_a_row_that_was_cut_is_no_note():
    with pytest.raises(InputError):
        read("Country,Year,Indicator,Value\nFiji,2031,Kites,6\nNami\n")


def test_rows_that_are_delimiters_alone_stand_below_many_tables():
    reading = read("indicator,area,period,value\n17.8.1,FJI,2031,5\n\n,,,,,\n")
    assert rows(reading, "value") == [(5,)]
