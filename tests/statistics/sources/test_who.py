"""WHO's Global Health Observatory in the forms of its services and pages, from specimens with invented figures."""

import json

from readings import rows

from stocktake.statistics.reading import read_statistics

FIELDS = {
    "IndicatorCode": "BOATS",
    "SpatialDimType": "COUNTRY",
    "SpatialDim": "FJI",
    "TimeDim": 2031,
    "Dim1Type": "SEX",
    "Dim1": "SEX_FMLE",
    "Dim2Type": "RESIDENCEAREATYPE",
    "Dim2": "RESIDENCEAREATYPE_RUR",
    "Value": "44 [40-48]",
    "NumericValue": 44.1,
    "Low": 40.2,
    "High": 48.1,
}
REGION = {**FIELDS, "SpatialDimType": "REGION", "SpatialDim": "AFR", "Value": "No data", "NumericValue": None}
WORLD = {
    **FIELDS,
    "SpatialDimType": "GLOBAL",
    "SpatialDim": "GLOBAL",
    "Dim1": "SEX_BTSX",
    "Dim2Type": None,
    "Dim2": None,
}
SITE = (
    "IndicatorCode,Indicator,ValueType,ParentLocation,Location type,SpatialDimValueCode,Location,Period type,Period,"
    "Dim1 type,Dim1,Dim1ValueCode,FactValueNumericPrefix,FactValueNumeric,FactValueNumericLow,Value,DateModified\n"
    "BOATS,Share of boats (%),numeric,Western Pacific,Country,FJI,Fiji,Year,2031,Sex,Female,SEX_FMLE,,44.1,40.2,44,x\n"
    "BOATS,Share of boats (%),numeric,Western Pacific,Country,NRU,Nauru,Year,2031,Sex,Both sexes,SEX_BTSX,>,95,,>95,x\n"
)
ATHENA = (
    '"GHO (CODE)","GHO (DISPLAY)","YEAR (CODE)","YEAR (DISPLAY)","REGION (CODE)","REGION (DISPLAY)","COUNTRY (CODE)",'
    '"COUNTRY (DISPLAY)","SEX (CODE)","SEX (DISPLAY)","Display Value","Numeric","Low","High","Comments"\n'
    '"BOATS","Share of boats (%)","2031","2031","WPR","Western Pacific","FJI","Fiji","FMLE","Female","10 [8-12]","10.0",'
    '"8.0","12.0",""\n'
    '"BOATS","Share of boats (%)","2031","2031","WPR","Western Pacific","","","BTSX","Both sexes","11","11.0","","",""\n'
)


def read(text):
    return read_statistics(text.encode(), "made.json")


def test_an_answer_with_its_dimensions_regions_and_the_world():
    reading = read(json.dumps({"@odata.context": "x", "value": [FIELDS, REGION, WORLD]}))
    assert rows(reading, "area", "sex", "location", "value", "status") == [
        ("FJI", "F", "R", 44.1, "A"),
        ("M49-99042", "F", "R", None, "O"),
        ("WLD", "_T", "_T", 44.1, "A"),
    ]
    assert [finding.message for finding in reading.findings][:2] == [
        "Not read: “Low”, “High”.",
        "Read as missing, for no number stands beside it: “No data”.",
    ]


def test_one_page_of_several_is_said():
    reading = read(json.dumps({"value": [FIELDS], "@odata.nextLink": "https://example.org/next"}))
    assert "part-of-a-result" in [finding.code.value for finding in reading.findings]


def test_the_download_of_the_pages_with_a_bound():
    reading = read(SITE)
    assert rows(reading, "area", "sex", "value", "unit") == [
        ("FJI", "F", 44.1, "per cent"),
        ("NRU", "_T", None, "per cent"),
    ]
    assert "Read as missing, being a bound and no value: “>95” (line 3)." in [
        finding.message for finding in reading.findings
    ]


def test_the_older_service():
    reading = read(ATHENA)
    assert rows(reading, "area", "sex", "value", "unit") == [
        ("FJI", "F", 10, "per cent"),
        ("M49-99047", "_T", 11, "per cent"),
    ]
    assert reading.findings[0].message == "Not read: “Low”, “High”."
