"""Tables of FAO, the OECD, the IMF, the Population Division and the Humanitarian Data Exchange, with invented figures."""

import pytest
from readings import codes, read, rows

from stocktake.errors import UnsupportedError

FAO = (
    '"Domain Code","Domain","Area Code (M49)","Area","Element Code","Element","Item Code","Item","Year Code","Year",'
    '"Unit","Value","Flag","Flag Description"\n'
)
OUTLOOK = (
    "WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tUnits\tScale\t2030\t2031\t"
    "Estimates Start After\n"
)
PROSPECTS = (
    'Index,Variant,"Region, subregion, country or area *",Notes,Location code,ISO3 Alpha-code,Type,Year,'
    '"Total Population, as of 1 July (thousands)","Male Population, as of 1 July (thousands)","Kites (number)"\n'
)


def test_faostat_by_row():
    text = (
        f'{FAO}"XX","Kites","\'242","Fiji","5","Stocks","7","Red kites","2031","2031","1000 No","8.5","E","Estimate"\n'
        '"XX","Kites","\'516","Namibia","5","Stocks","7","Red kites","2031","2031","1000 No","","M","Missing"\n'
        '"XX","Kites","\'516","Namibia","5","Stocks","7","Red kites","2031","2031","t","3","X","From others"\n'
    )
    reading = read(text)
    assert rows(reading, "code", "area", "value", "unit", "status") == [
        ("Red kites: Stocks (1000 No)", "FJI", 8500, "number", "E"),
        ("Red kites: Stocks (1000 No)", "NAM", None, "number", "M"),
        ("Red kites: Stocks (t)", "NAM", 3, "t", "A"),
    ]


def test_faostat_with_years_in_columns():
    text = (
        '"Area Code","Area Code (M49)","Area","Item Code","Item","Element Code","Element","Unit","Y2030","Y2030F","Y2031","Y2031F"\n'
        '"66","\'242","Fiji","7","Red kites","5","Stocks","No","","","9","E"\n'
        '"147","\'516","Namibia","7","Red kites","5","Stocks","No","4","A","5","I"\n'
    )
    assert rows(read(text), "area", "period", "value", "status") == [
        ("NAM", "2030", 4, "A"),
        ("FJI", "2031", 9, "E"),
        ("NAM", "2031", 5, "I"),
    ]


def test_the_codes_of_fao_for_areas_are_none_of_m49():
    text = '"Area Code","Area","Item","Element","Year","Unit","Value","Flag"\n"66","Fiji","Kites","Stocks","2031","No","9","A"\n'
    assert rows(read(text), "area") == [("FJI",)]


def test_a_second_pair_of_code_and_words_is_a_dimension_of_faostat():
    text = (
        '"Area Code (M49)","Area","Indicator Code","Indicator","Sex Code","Sex","Year","Element Code","Element","Unit","Value"\n'
        '"242","Fiji","1","Kite flyers","2","Female","2031","9","Value","1000 No","4"\n'
    )
    assert rows(read(text), "sex", "value") == [("F", 4000)]


def test_an_export_of_oecd_stat():
    text = (
        '"COU","Country","VAR","Variable","SEX","Sex","TIME","Time","Unit Code","Unit","PowerCode Code","PowerCode",'
        '"Reference Period Code","Reference Period","Value","Flag Codes","Flags"\n'
        '"AUS","Australia","K","Kites","2","Women","2031","2031","NBR","Number","3","Thousands",,,8.5,"E","Estimated value"\n'
    )
    assert rows(read(text), "code", "area", "sex", "period", "value", "unit", "status") == [
        ("K", "AUS", "F", "2031", 8500, "number", "E")
    ]


def test_an_export_of_oecd_stat_that_does_not_say_what_it_measures():
    text = '"COU","Country","TIME","Time","Unit Code","Unit","PowerCode Code","PowerCode","Value","Flag Codes","Flags"\n"AUS","Australia","2031","2031","NBR","Number","0","Units",8,,\n'
    with pytest.raises(UnsupportedError) as caught:
        read(text)
    assert caught.value.message == (
        "made.csv: expected a dimension that says what is measured, such as INDICATOR or VAR, but the dimensions are "
        "COU, TIME, UNIT, POWERCODE, OBS_VALUE, OBS_STATUS, and the table does not name its data set. "
        "Download it from the OECD Data Explorer, whose files name the data set on every row."
    )


def test_the_short_table_of_the_oecd():
    text = (
        '"LOCATION","INDICATOR","SUBJECT","MEASURE","FREQUENCY","TIME","Value","Flag Codes"\n'
        '"AUS","KITES","RED","PER100HAB","A","2031",33.5,\n"AUS","KITES","RED","THOUSAND","A","2031",8.5,"E"\n'
    )
    assert rows(read(text), "code", "value", "unit", "status") == [
        ("KITES.RED.PER100HAB", 33.5, "per 100 inhabitants", "A"),
        ("KITES.RED.THOUSAND", 8500, "number", "E"),
    ]


def test_pairs_of_id_and_name_without_the_first_columns_of_a_message():
    text = (
        "REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,"
        "Observation value,UNIT_MULT,Unit multiplier\nAUS,Australia,K,Kites,NBX,Number,2031,,8.5,,3,Thousands\n"
    )
    assert rows(read(text), "code", "value", "unit") == [("K", 8500, "number")]


def test_names_of_codes_under_headings_that_end_in_label():
    text = (
        "FREQ,FREQ_LABEL,REF_AREA,REF_AREA_LABEL,INDICATOR,INDICATOR_LABEL,SEX,SEX_LABEL,TIME_PERIOD,OBS_VALUE,"
        "DATABASE_ID,DATABASE_ID_LABEL\n"
        "A,Annual,FJI,Fiji,WB_X,Individuals using the Internet (% of population),2,Female,2031,5,WB_WDI,Indicators\n"
    )
    reading = read(text)
    assert rows(reading, "indicator", "sex", "breakdown") == [("17.8.1", "F", "_T")]
    assert codes(reading) == ["column-ignored"]


def test_a_measure_beside_the_indicator_names_the_series_too():
    text = (
        "DATAFLOW,REF_AREA,INDICATOR,MEASURE,TIME_PERIOD,OBS_VALUE\n"
        "XX:KITES(1.0),FJI,K,LEVEL,2031,5\nXX:KITES(1.0),NAM,K,GROWTH,2031,6\n"
    )
    assert rows(read(text), "breakdown") == [("MEASURE=LEVEL",), ("MEASURE=GROWTH",)]


@pytest.mark.parametrize(("scale", "value"), [("9", 5_500_000_000), ("Billions", 5_500_000_000), ("Units", 5.5)])
def test_a_scale_is_a_power_of_ten(scale, value):
    text = f"DATAFLOW,COUNTRY,INDICATOR,TIME_PERIOD,OBS_VALUE,SCALE\nIMF:WEO(1.0),FJI,K,2031,5.5,{scale}\n"
    assert rows(read(text), "value") == [(value,)]


def test_the_portal_of_the_imf_with_a_row_per_observation():
    text = (
        "DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,TIME_PERIOD,OBS_VALUE,SCALE\n"
        "IMF.X:KITES(1.0.0),FJI.K.A,OBS_VALUE,FJI,K,2031,5.5,Millions\n"
        "IMF.X:KITES(1.0.0),NRU.K.A,OBS_VALUE,NRU,K,2031,1.5,Millions\n"
    )
    assert rows(read(text), "code", "area", "breakdown", "value") == [
        ("K", "FJI", "_T", 5_500_000),
        ("K", "NRU", "_T", 1_500_000),
    ]


def test_the_portal_of_the_imf():
    text = (
        "DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,SECTOR,FREQUENCY,SCALE,UNIT,2030,2031-Q1\n"
        "IMF.X:KITES(1.0.0),FJI.K.A,OBS_VALUE,Fiji,Kites,Households,Annual,Millions,US dollar,5,\n"
        "IMF.X:KITES(1.0.0),FJI.K.Q,OBS_VALUE,Fiji,Kites,Households,Quarterly,Millions,US dollar,,2\n"
    )
    reading = read(text)
    assert rows(reading, "code", "area", "period", "value", "unit") == [
        ("Kites", "FJI", "2030", 5_000_000, "US dollars"),
        ("Kites", "FJI", "2031-Q1", 2_000_000, "US dollars"),
    ]
    assert reading.source.dataset == "IMF.X:KITES(1.0.0)"


def test_the_world_economic_outlook_says_where_its_estimates_begin():
    text = f"{OUTLOOK}819\tFJI\tKITES\tFiji\tKites\tU.S. dollars\tBillions\t5.5\t6.5\t2030\n\nSource of the table: nobody\t\t\t\t\t\t\t\t\t\n"
    assert rows(read(text), "code", "area", "period", "value", "unit", "status") == [
        ("KITES", "FJI", "2030", 5_500_000_000, "US dollars", "A"),
        ("KITES", "FJI", "2031", 6_500_000_000, "US dollars", "E"),
    ]


def test_world_population_prospects():
    text = (
        f"{PROSPECTS}1,Estimates,WORLD,,900,,World,2030,7.5,4,1\n2,Estimates,Groups,,1828,,Label/Separator,,,,\n"
        "3,Medium,Fiji,,242,FJI,Country/Area,2031,0.5,0.25,2\n4,High,Fiji,,242,FJI,Country/Area,2031,0.75,0.5,3\n"
    )
    assert rows(read(text), "indicator", "area", "sex", "breakdown", "period", "value", "status") == [
        ("population", "WLD", "_T", "_T", "2030", 7500, "E"),
        ("population", "FJI", "_T", "_T", "2031", 500, "F"),
        ("population", "FJI", "_T", "VARIANT=HIGH", "2031", 750, "F"),
        ("population", "WLD", "M", "_T", "2030", 4000, "E"),
        ("population", "FJI", "M", "_T", "2031", 250, "F"),
        ("population", "FJI", "M", "VARIANT=HIGH", "2031", 500, "F"),
        ("Kites (number)", "WLD", "_T", "_T", "2030", 1, "E"),
        ("Kites (number)", "FJI", "_T", "_T", "2031", 2, "F"),
        ("Kites (number)", "FJI", "_T", "VARIANT=HIGH", "2031", 3, "F"),
    ]


def test_the_csv_files_of_world_population_prospects_are_in_thousands():
    text = "LocID,Location,VarID,Variant,Time,MidPeriod,PopMale,PopFemale,PopTotal\n242,Fiji,2,Medium,2031,2031.5,1.5,2,3.5\n"
    assert rows(read(text), "indicator", "sex", "value", "unit", "status") == [
        ("population", "M", 1500, "persons", "A"),
        ("population", "F", 2000, "persons", "A"),
        ("population", "_T", 3500, "persons", "A"),
    ]


TAGGED = (
    "Pays,Code,An,Quoi,Code de quoi,Combien\n"
    "#country+name,#country+code,#date+year,#indicator+name,#indicator+code,#indicator+num+value\n"
    "Fidji,FJI,2031,Individuals using the Internet (% of population),IT.NET.USER.ZS,41.5\n"
)


def test_hashtags_count_and_not_the_headings():
    reading = read(TAGGED)
    assert reading.source.format == "hxl"
    assert rows(reading, "indicator", "code", "area", "period", "value", "row") == [
        ("17.8.1", "IT.NET.USER.ZS", "FJI", "2031", 41.5, 3)
    ]


def test_the_order_of_attributes_means_nothing():
    assert rows(read(TAGGED.replace("+num+value", " +value +num")), "value") == [(41.5,)]


def test_the_kind_of_a_dimension_in_a_column_of_its_own():
    text = (
        "A,B,C,D,E,F\n#indicator+code,#country+code,#date+year,#dimension+type,#dimension+code,#indicator+value+num\n"
        "K,FJI,2031,SEX,SEX_FMLE,5\nK,FJI,2031,RESIDENCEAREATYPE,RESIDENCEAREATYPE_RUR,6\nK,FJI,2031,,,7\n"
    )
    assert rows(read(text), "sex", "location", "value") == [("F", "_T", 5), ("_T", "R", 6), ("_T", "_T", 7)]


def test_tagged_values_of_parts_of_a_country_are_refused():
    text = TAGGED.replace("Code de quoi", "Province").replace("#indicator+code", "#adm1+name")
    with pytest.raises(UnsupportedError) as caught:
        read(text)
    assert caught.value.message == (
        "made.csv: expected values of whole countries, but the tag #adm1+name says that there are values of parts of "
        "countries. Take the table of national values, or leave out the rows that are of parts."
    )


def test_tags_below_headings_that_another_reader_knows():
    text = "Country,ISO3,Year,Population\n#country+name,#country+code,#date+year,#population\nFiji,FJI,2031,5\n"
    reading = read(text)
    assert reading.source.format == "series-columns"
    assert rows(reading, "indicator", "value", "row") == [("population", 5, 3)]


def test_a_column_of_remarks_in_the_survey_is_not_read_and_said():
    reading = read("Survey Year,Country Name,E-GOVERNMENT RANK,E-Government Index,Remark\n2030,Fiji,7,0.5,late\n")
    assert rows(reading, "code", "value") == [("E-Government Rank", 7), ("E-Government Index", 0.5)]
    assert "column-ignored" in codes(reading)
