"""Each publisher's format, from a specimen with invented figures to observations."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import codes, read, rows
from un_tables import UNDATA, YEARS

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.reading import handles, read_statistics

BANK_WIDE = """\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2031-04-05",

"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",
"Namibia","NAM","Individuals using the Internet (% of population)","IT.NET.USER.ZS","11.5","",
"World","WLD","Individuals using the Internet, female (% of female population)","IT.NET.USER.FE.ZS","..","22.25",
"""
DATABANK = """Series Name,Series Code,Country Name,Country Code,2019 [YR2019],2020 [YR2020]
"Population, total",SP.POP.TOTL,Fiji,FJI,900001,..
,,,,,
,,,,,
Data from database: World Development Indicators,,,,,
Last Updated: 12/16/2030,,,,,
"""
BANK_LONG = """"country"|"iso2c"|"iso3c"|"year"|"IT.NET.USER.ZS"|"SP.POP.TOTL"
"Namibia"|"NA"|""|2019|NA|7
"High income"|"XD"|""|2019|88.5|
"""
BANK_API = json.dumps(
    [
        {"page": 1, "pages": 1, "per_page": 50, "total": 2, "sourceid": "2", "lastupdated": "2031-07-01"},
        [
            {
                "indicator": {"id": "IT.NET.USER.ZS", "value": "Individuals using the Internet (% of population)"},
                "country": {"id": "NA", "value": "Namibia"},
                "countryiso3code": "NAM",
                "date": "2030",
                "value": 12.50,
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            },
            {
                "indicator": {"id": "IT.NET.USER.ZS", "value": "Individuals using the Internet (% of population)"},
                "country": {"id": "XD", "value": "High income"},
                "countryiso3code": "",
                "date": "2030",
                "value": None,
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            },
        ],
    ]
)
SDG_API = json.dumps(
    {
        "size": 2,
        "totalElements": 2,
        "totalPages": 1,
        "pageNumber": 1,
        "attributes": [],
        "dimensions": [],
        "data": [
            {
                "goal": ["5"],
                "indicator": ["5.b.1"],
                "series": "IT_MOB_OWN",
                "seriesDescription": "Proportion of individuals who own a mobile telephone, by sex (%)",
                "geoAreaCode": "242",
                "geoAreaName": "Fiji",
                "timePeriodStart": 2030.0,
                "value": value,
                "attributes": {"Nature": nature, "Units": "PERCENT"},
                "dimensions": {"Sex": sex, "Reporting Type": "G", "Age": "15+"},
            }
            for value, nature, sex in (("33.5", "C", "FEMALE"), ("NaN", "N", "MALE"))
        ],
    }
)
SDG_CSV = (
    "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,Source,"
    "FootNote,[Nature],[Reporting Type],[Type of speed],[Units]\n"
    '17,17.6,17.6.1,IT_NET_BBNDP,"Fixed broadband subscriptions per 100 inhabitants, by speed (per 100 inhabitants)",1,World,2030,9.5,'
    '2030,"An invented\nsource",,E,G,ANYS,PER_100_POP\n'
    "17,17.6,17.6.1,IT_NET_BBNDP,x,002,Africa,2030,1.5,2030,,,C,G,10MBPS,PER_100_POP\n"
) + "\x00" * 40
YEARBOOK = (
    "T99,Invented use,,,,,\n"
    "Region/Country/Area,,Year,Series,Value,Footnotes,Source\n"
    '1,"Total, all countries or areas",2030,Percentage of individuals using the internet,61.4,,"Nobody, last accessed 2031."\n'
    "384,Côte d’Ivoire,2030,Percentage of individuals using the internet,21.5,Estimate.;Population aged 5 years and over.,Nobody\n"
).encode("cp1252")
ITU = (
    "seriesID,seriesCode,seriesName,seriesUnits,entityID,entityIso,entityName,dataValue,dataYear,dataNote,dataSource\n"
    "1,i99H,Individuals using the Internet,%,77,FJI,Fiji,44.5,2030,ITU estimate,Nobody\n"
)
DDF = "geo,time,internet_users\nfji,2030,44.5\nnam,2030,33\n"
DDF_SDG = (
    "geo_area,nature,sex,units,year,it_mob_own\n242,c,female,percent,2030,33.5\n1,e,bothsex,percent,2030,60\n"
)
SURVEY = (
    "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index\n"
    '2030,"Fiji ",7,0.51,0.52,0.53\n'
)
CHARTS = "Entity,Code,Year,Share of invented things (in %)\nFiji,FJI,2030,5\nWorld,OWID_WRL,2030,6\n"
PLAIN = (
    "indicator,area,period,value,unit,sex,status,source\n"
    "17.8.1,NAM,2030,33.5,per cent,F,E,Nobody\n"
    "17.8.1,Fiji,2030,,per cent,M,,Nobody\n"
)


BREAKS = (b"", b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b"1", b"..", b"{", b"]", b"null", b'""', b"\n\n", b"|")


SPECIMENS = {
    "world-bank-wide": BANK_WIDE,
    "world-bank-long": BANK_LONG,
    "world-bank-api": BANK_API,
    "unsd-sdg-api": SDG_API,
    "unsd-sdg-csv": SDG_CSV,
    "undata-yearbook": YEARBOOK,
    "undata-export": UNDATA,
    "year-columns": YEARS,
    "itu": ITU,
    "un-desa-egov": SURVEY,
    "owid": CHARTS,
    "plain-csv": PLAIN,
    "ddf": DDF,
}


@pytest.mark.parametrize(("name", "text"), SPECIMENS.items())
def test_each_format_is_told_by_its_content(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    assert handles(data)
    assert read_statistics(data, "a file without any name").source.format == name


@pytest.mark.parametrize("text", [text for name, text in SPECIMENS.items() if not name.endswith("api")])
def test_a_value_says_its_line(text):
    data = text if isinstance(text, bytes) else text.encode()
    lines = data.decode("utf-8", "replace").splitlines()
    for row in read(data).observations.to_pylist():
        if row["value"] is not None:
            assert f"{row['value']:g}" in lines[row["row"] - 1] or f"{row['value']:.0f}" in lines[row["row"] - 1]


@pytest.mark.parametrize("text", SPECIMENS.values())
def test_half_of_any_file_is_an_error_or_said(text):
    """A file cut anywhere is refused, or ends with a whole row, or is said to have an open last line."""
    data = text if isinstance(text, bytes) else text.encode()
    whole = rows(read(data), "code", "area", "period", "sex", "value")
    for end in range(len(data) // 2, len(data.rstrip(b"\x00")) - 1):
        try:
            reading = read(data[:end])
        except (InputError, UnsupportedError):
            continue
        got = rows(reading, "code", "area", "period", "sex", "value")
        assert set(got) <= set(whole) or "last-line-open" in codes(reading)


@settings(deadline=None)
@given(st.sampled_from(sorted(SPECIMENS)), st.data())
def test_whatever_is_broken_the_error_is_one_of_the_tree(name, draw):
    text = SPECIMENS[name]
    data = bytearray(text if isinstance(text, bytes) else text.encode())
    for _ in range(draw.draw(st.integers(1, 6))):
        place = draw.draw(st.integers(0, len(data) - 1))
        data[place : place + draw.draw(st.integers(0, 9))] = draw.draw(st.sampled_from(BREAKS))
    with suppress(InputError, UnsupportedError):
        read(bytes(data))


def test_world_bank_wide():
    reading = read(BANK_WIDE)
    assert rows(reading, "indicator", "code", "area", "sex", "period", "value", "unit", "status", "row") == [
        ("17.8.1", "IT.NET.USER.ZS", "NAM", "_T", "2019", 11.5, "per cent", "A", 6),
        ("17.8.1", "IT.NET.USER.FE.ZS", "WLD", "F", "2019", None, "per cent", "O", 7),
        ("17.8.1", "IT.NET.USER.FE.ZS", "WLD", "F", "2020", 22.25, "per cent", "A", 7),
    ]
    assert (reading.source.vintage, reading.source.dataset) == (date(2031, 4, 5), "World Development Indicators")
    assert codes(reading) == []


def test_databank_with_words_below():
    reading = read(DATABANK)
    assert rows(reading, "indicator", "area", "period", "value", "unit") == [
        ("population", "FJI", "2019", 900001, "persons"),
        ("population", "FJI", "2020", None, "persons"),
    ]
    assert (reading.source.vintage, reading.source.dataset) == (date(2030, 12, 16), "World Development Indicators")


def test_world_bank_long_takes_na_for_namibia_and_for_missing():
    assert rows(read(BANK_LONG), "code", "area", "period", "value") == [
        ("IT.NET.USER.ZS", "NAM", "2019", None),
        ("IT.NET.USER.ZS", "HIC", "2019", 88.5),
        ("SP.POP.TOTL", "NAM", "2019", 7),
    ]


def test_world_bank_api():
    reading = read(BANK_API, "made.json")
    assert reading.source.vintage == date(2031, 7, 1)
    assert rows(reading, "indicator", "area", "value", "status", "row") == [
        ("17.8.1", "NAM", 12.5, "A", 1),
        ("17.8.1", "HIC", None, "O", 2),
    ]


def test_a_page_of_several_is_said():
    assert "part-of-a-result" in codes(read(BANK_API.replace('"pages": 1', '"pages": 3'), "made.json"))


def test_an_answer_with_fewer_rows_than_it_says():
    with pytest.raises(InputError) as caught:
        read(BANK_API.replace('"total": 2', '"total": 5'), "made.json")
    assert caught.value.message == (
        "made.json: expected 5 observations, as the answer itself says, but there are 2. Ask the service again."
    )


def test_sdg_api():
    assert rows(read(SDG_API), "indicator", "area", "sex", "age", "breakdown", "period", "value", "status") == [
        ("5.b.1", "FJI", "F", "Y_GE15", "_T", "2030", 33.5, "A"),
        ("5.b.1", "FJI", "M", "Y_GE15", "_T", "2030", None, "O"),
    ]


def test_sdg_csv():
    reading = read(SDG_CSV)
    assert rows(reading, "indicator", "area", "breakdown", "value", "unit", "status", "row") == [
        ("17.6.1", "WLD", "_T", 9.5, "per 100 inhabitants", "E", 3),
        ("17.6.1", "M49-002", "SPEED=10MBPS", 1.5, "per 100 inhabitants", "A", 4),
    ]
    assert codes(reading) == ["column-ignored"]


def test_yearbook():
    reading = read(YEARBOOK)
    assert rows(reading, "indicator", "area", "value", "unit", "status") == [
        ("17.8.1", "WLD", 61.4, "per cent", "A"),
        ("17.8.1", "CIV", 21.5, "per cent", "E"),
    ]
    assert reading.source.dataset == "T99 Invented use"
    assert codes(reading) == ["encoding-guessed", "column-ignored"]
    assert "“Population aged 5 years and over”" in reading.findings[1].message


def test_itu():
    assert rows(read(ITU), "indicator", "area", "value", "unit", "status") == [
        ("17.8.1", "FJI", 44.5, "per cent", "E")
    ]


def test_ddf_says_when_the_name_was_used():
    named = read(DDF, "ddf--datapoints--internet_users--by--geo--time.csv")
    assert rows(named, "indicator", "area", "value") == [("17.8.1", "FJI", 44.5), ("17.8.1", "NAM", 33)]
    assert [finding.message for finding in named.findings] == [
        "By the convention of DDF the file's name says that it holds internet_users by geo, time."
    ]
    assert codes(read(DDF)) == []


def test_ddf_of_the_sdg_database():
    assert rows(read(DDF_SDG), "indicator", "area", "sex", "value", "status") == [
        ("5.b.1", "FJI", "F", 33.5, "A"),
        ("5.b.1", "WLD", "_T", 60, "E"),
    ]


def test_ddf_copy_of_the_world_bank():
    assert rows(read("global,time,it_net_user_fe_zs\nworld,2030,50.5\n"), "indicator", "code", "area", "sex") == [
        ("17.8.1", "IT.NET.USER.FE.ZS", "WLD", "F")
    ]


def test_survey():
    assert rows(read(SURVEY), "indicator", "area", "value", "unit") == [
        ("E-Government Rank", "FJI", 7, "rank"),
        ("egdi", "FJI", 0.51, "index"),
        ("e-participation", "FJI", 0.52, "index"),
        ("egdi-online-service", "FJI", 0.53, "index"),
    ]


def test_charts():
    assert rows(read(CHARTS), "indicator", "area", "value", "unit") == [
        ("Share of invented things (in %)", "FJI", 5, "per cent"),
        ("Share of invented things (in %)", "WLD", 6, "per cent"),
    ]


def test_a_column_of_words_among_the_charts_is_said():
    reading = read("Entity,Code,Year,Things,World region\nFiji,FJI,2030,5,Oceania\n")
    assert rows(reading, "code", "value") == [("Things", 5)]
    assert reading.findings[0].message == "Not read: “World region”."


def test_plain():
    reading = read(PLAIN)
    assert rows(reading, "indicator", "area", "sex", "value", "status") == [
        ("17.8.1", "NAM", "F", 33.5, "E"),
        ("17.8.1", "FJI", "M", None, "O"),
    ]
    assert [finding.message for finding in reading.findings] == ["Not read: “source”."]


def test_wide_and_long_say_the_same():
    long = "country,iso3c,year,IT.NET.USER.ZS\nFiji,FJI,2019,1.5\nFiji,FJI,2020,2.5\n"
    wide = "Country Name,Country Code,Indicator Name,Indicator Code,2019,2020\nFiji,FJI,x,IT.NET.USER.ZS,1.5,2.5\n"
    what = ("indicator", "code", "area", "period", "value", "unit", "status")
    assert rows(read(long), *what) == rows(read(wide), *what)


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(InputError) as error:
        read_statistics(b"indicator,area,period,value,value\n17.8.1,FJI,2030,84.8,85\n", "twice.csv", None)
    assert error.value.message == (
        "expected columns of different names, but two are called “value”. Leave out or rename one of them."
    )
