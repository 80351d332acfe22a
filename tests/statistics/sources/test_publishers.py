"""Tables of agencies in the layouts of their own download pages, from specimens with invented figures."""

import json

import pytest
from readings import codes, read, rows

from stocktake.errors import InputError, UnsupportedError

ITU = (
    "SeriesID,SeriesCode,Series,Unit,Database,Year,AreaName,AreaCode,DisaggregationGroup,Disaggregation1,"
    "Disaggregation2,Value,Notes,Source,LastModifiedOn\n"
)
UIS = '"INDICATOR_ID","COUNTRY_ID","YEAR","VALUE","MAGNITUDE","QUALIFIER"\n'
ILO = (
    '"ref_area","source","indicator","sex","classif1","classif2","time","obs_value","obs_status","note_source"\n'
    '"FJI","BA:1","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","","2031","4.5","",""\n'
    '"FJI","BA:1","UNE_DEAP_SEX_AGE_RT","SEX_F","AGE_YTHADULT_Y15-24","","2031","5.5","B",""\n'
)
UNCTAD = (
    '"Year","Economy","Economy Label","Indicator","Indicator Label","Percentage","Percentage Footnote",'
    '"Percentage Missing value"\n'
    '2031,"0000","World","B5","Proportion of businesses using the Internet",61.5,,\n'
    '2031,"0242","Fiji","B5","Proportion of businesses using the Internet",62.5,"Estimate",\n'
    '2031,"0520","Nauru","B5","Proportion of businesses using the Internet",,,"Not available"\n'
    '2031,"5100","Africa","B5","Proportion of businesses using the Internet",30.5,"Sum of parts",\n'
)
HDR = (
    "iso3,country,hdicode,region,hdi_rank_2031,hdi_2030,hdi_2031,hdi_f_2031\n"
    "FJI,Fiji,High,EAP,104,0.72,0.73,0.71\n"
    "ZZE.AS,Arab States,,,,0.71,0.72,\n"
    "ZZK.WORLD,World,,,,0.74,0.75,\n"
)


def test_the_datahub_with_its_disaggregations_and_regions():
    reading = read(
        ITU
        + "1,i99H,Individuals using the Internet,%,WTI,2031,Fiji,FJI,,,,61.5,,ITU estimate.,2031-11-17\n"
        + "1,i99H,Individuals using the Internet,%,WTI,2031,Africa,AFR,,,,38.2,,,2031-11-17\n"
        + "1,i99H,Individuals using the Internet,%,WTI,2031,World,World,,,,68.1,,,2031-11-17\n"
        + "2,X_F,Individuals using the Internet,%,HH,2031,Fiji,FJI,Gender,Female,,60.5,Age 10+,Survey,2031-11-17\n"
        + "3,X_U,Individuals using the Internet,%,HH,2031,Fiji,FJI,Location,Urban,,70.5,,Survey,2031-11-17\n"
        + "4,X_Y,Individuals using the Internet,%,HH,2031,Fiji,FJI,Age,15 to 24 years,,,,Survey,2031-11-17\n"
    )
    assert rows(reading, "indicator", "code", "area", "sex", "location", "age", "value", "status") == [
        ("17.8.1", "i99H", "FJI", "_T", "_T", "_T", 61.5, "E"),
        ("17.8.1", "i99H", "ITU-AFR", "_T", "_T", "_T", 38.2, "A"),
        ("17.8.1", "i99H", "WLD", "_T", "_T", "_T", 68.1, "A"),
        ("17.8.1", "X_F", "FJI", "F", "_T", "_T", 60.5, "A"),
        ("17.8.1", "X_U", "FJI", "_T", "U", "_T", 70.5, "A"),
        ("17.8.1", "X_Y", "FJI", "_T", "_T", "Y15T24", None, "O"),
    ]
    assert [finding.message for finding in reading.findings] == [
        "Notes on single values that are not read: “Age 10+”.",
        "Not read: “Database”, “LastModifiedOn”.",
    ]


def test_a_source_over_two_lines_without_quotes_is_joined_and_the_lines_below_keep_their_places():
    reading = read(
        ITU
        + "1,i99H,Individuals using the Internet,%,WTI,2030,Fiji,FJI,,,,61.5,,Ministry of\nBoats,2031-11-17\n"
        + "1,i99H,Individuals using the Internet,%,WTI,2031,Fiji,FJI,,,,62.5,,,2031-11-17\n"
    )
    assert rows(reading, "period", "value", "row") == [("2030", 61.5, 2), ("2031", 62.5, 4)]
    assert reading.findings[0].message == "Cells that run over two lines without quotes, joined again: line 2."


def test_a_datahub_row_that_is_cut_is_still_an_error():
    with pytest.raises(InputError) as caught:
        read(ITU + "1,i99H,Individuals using the Internet,%,WTI,2030,Fiji,FJI\n")
    assert "line 2 has 8 cells, its header 15" in caught.value.message


def test_the_first_export_of_the_datahub_keeps_regions_of_its_own_and_reads_estimates_in_the_source():
    reading = read(
        "seriesCode,seriesName,seriesUnits,entityIso,entityName,dataValue,dataYear,dataNote,dataSource\n"
        "i99H,Individuals using the Internet,%,FJI,Fiji,61.5,2031,,ITU estimate.\n"
        "i99H,Individuals using the Internet,%,EUR,Europe,88.5,2031,,\n"
    )
    assert rows(reading, "area", "value", "status") == [("FJI", 61.5, "E"), ("ITU-EUR", 88.5, "A")]


def test_an_answer_of_the_datahubs_api():
    answer = [
        {"codeID": 1, "code": "i99H", "isoCode": "FJI", "shortName": "Fiji", "dataYear": 2031, "dataNote": "",
         "answer": [{"value": "43.5"}], "dataSource": "ITU estimate."},
        {"codeID": 1, "code": "i99H", "regionName": "Arab States", "dataYear": 2031, "answer": [{"value": 8.6}]},
    ]  # fmt: skip
    reading = read(json.dumps(answer))
    assert reading.source.format == "itu-api"
    assert rows(reading, "indicator", "area", "value", "status") == [
        ("17.8.1", "FJI", 43.5, "E"),
        ("17.8.1", "ITU-ARB", 8.6, "A"),
    ]


def test_a_nought_of_uis_that_is_not_applicable_is_no_nought():
    reading = read(
        UIS
        + '"SCHBSP.1.WINTERN","FJI","2031","61.5","",""\n'
        + '"SCHBSP.1.WINTERN","NRU","2031","0","NA",""\n'
        + '"SCHBSP.1.WINTERN","TUV","2031","0","NIL",""\n'
        + '"SCHBSP.1.WINTERN","KIR","2031","33.3","LOWREL","UIS_EST"\n'
        + '"SCHBSP.1.WINTERN","TON","2031","","SUPP",""\n'
        + '"SCHBSP.1.WINTERN","WSM","2031","9","INCLUDES","NAT_EST"\n'
    )
    assert rows(reading, "indicator", "area", "breakdown", "value", "status") == [
        ("4.a.1", "FJI", "LEVEL=PRIMAR;SERVICE=INTERNET", 61.5, "A"),
        ("4.a.1", "NRU", "LEVEL=PRIMAR;SERVICE=INTERNET", None, "M"),
        ("4.a.1", "TUV", "LEVEL=PRIMAR;SERVICE=INTERNET", 0, "A"),
        ("4.a.1", "KIR", "LEVEL=PRIMAR;SERVICE=INTERNET", 33.3, "U"),
        ("4.a.1", "TON", "LEVEL=PRIMAR;SERVICE=INTERNET", None, "Q"),
        ("4.a.1", "WSM", "LEVEL=PRIMAR;SERVICE=INTERNET", 9, "E"),
    ]
    assert reading.findings[0].message == (
        "By the magnitude INCLUDES, 1 value with other data points within (line 7)."
    )


def test_the_regions_of_uis_keep_their_names():
    reading = read(UIS.replace("COUNTRY_ID", "REGION_ID") + "SCHBSP.1.WELEC,SDG: Africa,2031,61.5,,UIS_EST\n")
    assert rows(reading, "area", "status") == [("UIS-SDG: Africa", "E")]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("INDICATOR_ID,INDICATOR_LABEL_EN\nA.1,Boats\n", "descriptions of series"),
        ("COUNTRY_ID,COUNTRY_NAME_EN\nFJI,Fiji\n", "a list of areas and their codes"),
        ("INDICATOR_ID,COUNTRY_ID,YEAR,TYPE,METADATA\nA.1,FJI,2031,Source,Boats\n", "notes on single values"),
        ("country,2030,2031\nFiji,1,2\n", "values under years, and not the name of what they are"),
    ],
)
def test_what_stands_beside_a_table_is_said(text, holds):
    with pytest.raises(UnsupportedError) as caught:
        read(text)
    assert f"the file holds {holds}" in caught.value.message


def test_ilostat_in_codes():
    reading = read(ILO)
    assert rows(reading, "area", "sex", "age", "breakdown", "value", "status") == [
        ("FJI", "_T", "Y_GE15", "_T", 4.5, "A"),
        ("FJI", "F", "Y15T24", "_T", 5.5, "B"),
    ]
    assert codes(reading) == ["column-ignored", "series-unknown", "unit-unknown"]


def test_two_surveys_of_one_year_are_told_apart_by_their_source():
    reading = read(ILO + '"FJI","BB:2","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","","2031","6.5","",""\n')
    assert rows(reading, "breakdown", "value") == [
        ("SOURCE=BA_1", 4.5),
        ("SOURCE=BA_1", 5.5),
        ("SOURCE=BB_2", 6.5),
    ]


def test_ilostat_in_words():
    reading = read(
        "ref_area.label,source.label,indicator.label,sex.label,classif1.label,time,obs_value,obs_status.label\n"
        "Fiji,Survey of boats,Boats of all (%),Female,Area type: Rural,2031,4.5,Unreliable\n"
        "Fiji,Survey of boats,Boats of all (%),Total,Area type: National,2031,5.5,\n"
    )
    assert rows(reading, "area", "sex", "location", "value", "status") == [
        ("FJI", "F", "R", 4.5, "U"),
        ("FJI", "_T", "_T", 5.5, "A"),
    ]


def test_unctad_with_footnotes_and_sets_of_its_own():
    reading = read(UNCTAD)
    assert rows(reading, "indicator", "code", "area", "value", "unit", "status") == [
        ("businesses-internet", "B5", "WLD", 61.5, "per cent", "A"),
        ("businesses-internet", "B5", "FJI", 62.5, "per cent", "E"),
        ("businesses-internet", "B5", "UNCTAD-5100", 30.5, "per cent", "A"),
    ]
    assert codes(reading) == ["column-ignored", "area-unknown"]


def test_unctad_with_several_measures_and_a_dimension():
    reading = read(
        "Year,Economy,Economy Label,Category,Category Label,Index,Rank\n"
        "2031,242,Fiji,00,Overall index,0.55,100\n2031,242,Fiji,01,Boats,0.45,110\n"
    )
    assert rows(reading, "code", "area", "breakdown", "value") == [
        ("Index", "FJI", "CATEGORY=00", 0.55),
        ("Index", "FJI", "CATEGORY=01", 0.45),
        ("Rank", "FJI", "CATEGORY=00", 100),
        ("Rank", "FJI", "CATEGORY=01", 110),
    ]
    assert reading.findings[-1].message == (
        "Column “Category” is a dimension of the structure: 00 (Overall index), 01 (Boats)."
    )


def test_the_time_series_of_the_human_development_report():
    reading = read(HDR)
    assert rows(reading, "indicator", "code", "area", "sex", "period", "value") == [
        ("hdi_rank", "hdi_rank", "FJI", "_T", "2031", 104),
        ("human-development", "hdi", "FJI", "_T", "2030", 0.72),
        ("human-development", "hdi", "UNDP-ZZE.AS", "_T", "2030", 0.71),
        ("human-development", "hdi", "WLD", "_T", "2030", 0.74),
        ("human-development", "hdi", "FJI", "_T", "2031", 0.73),
        ("human-development", "hdi", "UNDP-ZZE.AS", "_T", "2031", 0.72),
        ("human-development", "hdi", "WLD", "_T", "2031", 0.75),
        ("human-development", "hdi_f", "FJI", "F", "2031", 0.71),
    ]
    assert codes(reading) == ["series-unknown", "area-unknown"]


def test_the_sdg_database_with_a_column_for_each_year():
    reading = read(
        "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,Reporting Type,[Sex],Units,2030,2031\n"
        "17,17.8,17.8.1,IT_USE_ii99,Internet users,242,Fiji,G,FEMALE,PERCENT,60.5,61.5\n"
        "17,17.8,17.8.1,IT_USE_ii99,Internet users,242,Fiji,G,BOTHSEX,PERCENT,,62.5\n"
    )
    assert reading.source.format == "unsd-sdg-wide"
    assert rows(reading, "indicator", "area", "sex", "period", "value", "unit") == [
        ("17.8.1", "FJI", "F", "2030", 60.5, "per cent"),
        ("17.8.1", "FJI", "F", "2031", 61.5, "per cent"),
        ("17.8.1", "FJI", "_T", "2031", 62.5, "per cent"),
    ]


def test_sources_and_notes_beside_the_years_of_a_workbook_of_itu():
    reading = read(
        "Individuals using the Internet (%),,,,\n"
        "Economy,ISO,2030_value,2030_source,2030_note,2031_value,2031_source,2031_note\n"
        "Fiji,FJI,61.5,ITU estimate,,62.5,Survey,Age 10+\n"
    )
    assert rows(reading, "indicator", "area", "period", "value", "status") == [
        ("17.8.1", "FJI", "2030", 61.5, "E"),
        ("17.8.1", "FJI", "2031", 62.5, "A"),
    ]
    assert reading.findings[0].message == "Words beside single values that are not read: “Age 10+”, “Survey”."


def test_a_scale_in_a_column_of_its_own_is_multiplied_out():
    text = "Country,Indicator,Unit,Scale,2030,2031\nFiji,Boats of all,{unit},{scale},1.5,2\n"
    assert rows(read(text.format(unit="US dollars", scale="Billions")), "value", "unit") == [
        (1_500_000_000, "US dollars"),
        (2_000_000_000, "US dollars"),
    ]
    assert rows(read(text.format(unit="number", scale="Units")), "value", "unit") == [
        (1.5, "number"),
        (2, "number"),
    ]


def test_the_continents_of_our_world_in_data_are_its_own():
    reading = read(
        "Entity,Code,Year,Boats of all\nFiji,FJI,2031,1\nEurope,,2031,2\nWorld,OWID_WRL,2031,3\nHigh income,,2031,4\n"
    )
    assert rows(reading, "area", "value") == [("FJI", 1), ("OWID-Europe", 2), ("WLD", 3), ("HIC", 4)]


def test_a_region_in_a_workbook_of_itu_is_none_of_m49():
    reading = read(
        "Individuals using the Internet\nRegion,2030,2031\nAfrica,38.5,39\nThe Americas,80,81\nSource: ITU\n"
    )
    assert rows(reading, "area", "period")[:2] == [("ITU-AFR", "2030"), ("ITU-AMS", "2030")]
