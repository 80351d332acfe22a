"""SDMX-CSV 1.0 and 2.0, from invented figures to observations."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.errors import InputError, UnsupportedError
from stocktake.findings import Code
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.sources import sdmx_csv
from stocktake.statistics.sources.head import head_of

TWO = """STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SERIES,REF_AREA,SEX,AGE,URBANISATION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,NATURE,OBS_STATUS
dataflow,IAEG-SDGs:SDG(1.0),I,A,IT_USE_ii99,516,F,Y15T24,U,2031,41.5,PERCENT,0,E,A
dataflow,IAEG-SDGs:SDG(1.0),I,A,IT_USE_ii99,1,_T,_T,_Z,2031,,PERCENT,0,C,A
"""


def read(text, name="x.csv", vintage=None):
    return read_statistics(text.encode() if isinstance(text, str) else text, name, vintage)


def rows(text, *names):
    return [tuple(row[name] for name in names) for row in read(text).observations.to_pylist()]


def codes(reading):
    return [finding.code for finding in reading.findings]


def test_the_sdg_structure_is_read():
    reading = read(TWO)
    assert reading.source.publisher == "UNSD"
    assert reading.source.dataset == "Global SDG Indicators Database"
    assert reading.source.vintage is None
    assert reading.findings == ()
    assert rows(
        TWO, "indicator", "code", "area", "sex", "age", "location", "period", "value", "unit", "status", "row"
    ) == [
        ("17.8.1", "IT_USE_ii99", "NAM", "F", "Y15T24", "U", "2031", 41.5, "per cent", "E", 2),
        ("17.8.1", "IT_USE_ii99", "WLD", "_T", "_T", "_T", "2031", None, "per cent", "O", 3),
    ]


def test_the_same_series_has_one_code_whatever_the_case_of_its_letters():
    """The Statistics Division prints its codes in both; two files of one series are to meet."""
    assert rows(TWO.replace("IT_USE_ii99", "it_use_II99"), "code") == [("IT_USE_ii99",), ("IT_USE_ii99",)]
    mixed = TWO.replace("IT_USE_ii99,1,", "IT_USE_II99,1,")
    assert rows(mixed, "code", "area") == [("IT_USE_ii99", "NAM"), ("IT_USE_ii99", "WLD")]
    assert rows(TWO.replace("IT_USE_ii99", "xx_Own_Code"), "code") == [("xx_Own_Code",), ("xx_Own_Code",)]


def test_version_1_with_labels_in_the_cells_and_semicolons():
    text = (
        "DATAFLOW;REF_AREA: Reference area;SERIES: Series;SEX: Sex;TIME_PERIOD: Time;OBS_VALUE: Value\r\n"
        "WB:WDI(1.0): Indicators;FJI: Fiji;IT_NET_USER_ZS: Individuals using the Internet (% of population);F: Female;2031;7,5\r\n"
    )
    reading = read(text)
    assert reading.source.publisher == "World Bank"
    assert codes(reading) == [Code.NUMBER_STYLE]
    row = reading.observations.to_pylist()[0]
    assert (row["indicator"], row["code"], row["area"], row["sex"], row["value"], row["unit"]) == (
        "17.8.1", "IT.NET.USER.ZS", "FJI", "F", 7.5, "per cent",
    )  # fmt: skip


def test_version_2_with_a_column_for_each_label():
    text = (
        "STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,INDICATOR,Indicator,TIME_PERIOD,Time,OBS_VALUE,Value,NOTE[],Note\n"
        "dataflow,XX:FLOW(1.0.0),A flow,I,516,Namibia,17.8.1,Use,2031-Q1,,3,,DATAFLOW,\n"
    )
    reading = read(text)
    assert reading.source.publisher == "XX"
    assert reading.source.dataset == "FLOW"
    row = reading.observations.to_pylist()[0]
    assert (row["area"], row["indicator"], row["period"], row["breakdown"]) == (
        "NAM",
        "17.8.1",
        "2031-Q1",
        "NOTE=DATAFLOW",
    )


def test_eurostats_column_of_the_last_update_is_the_vintage():
    text = "DATAFLOW,LAST UPDATE,freq,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),16/01/31 23:00:00,A,I_USE,PC,FR,2030,80,e\n"
    reading = read(text)
    assert reading.source.vintage == date(2031, 1, 16)
    row = reading.observations.to_pylist()[0]
    assert (row["area"], row["status"], row["breakdown"]) == ("FRA", "E", "_T")


@pytest.mark.parametrize("printed", ["99/99/99 23:00:00", "2031-13-45T00:00:00", "yesterday"])
def test_a_last_update_that_is_no_day_is_said(printed):
    text = f"DATAFLOW,LAST UPDATE,freq,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE\nESTAT:X(1.0),{printed},A,I_USE,PC,FR,2030,80\n"
    reading = read(text)
    assert reading.source.vintage is None
    assert "Not read: “LAST UPDATE”." in [finding.message for finding in reading.findings]


def test_powers_of_ten():
    head = "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
    line = "XX:F(1.0),FJI,population,2031,1.25,{}\n"
    assert rows(head + line.format(3), "value") == [(1250.0,)]
    assert rows(head + line.format(-2), "value") == [(0.0125,)]
    with pytest.raises(InputError) as raised:
        read(head + line.format("many"))
    assert raised.value.message == (
        "x.csv: expected powers of ten in UNIT_MULT, such as 0, 3 or 6, but there is “many”. "
        "The values cannot be read without it: ask the publisher."
    )


def test_rows_of_attributes_hold_for_a_part_of_the_key():
    text = (
        "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
        "dataflow,XX:F(1.0),FJI,,,,3\n"
        "dataflow,XX:F(1.0),FJI,population,2031,2,\n"
        "dataflow,XX:F(1.0),NAM,population,2031,2,\n"
    )
    assert rows(text, "area", "value", "row") == [("FJI", 2000.0, 3), ("NAM", 2.0, 4)]


def test_an_unknown_component_of_codes_breaks_down_and_its_nearest_is_named():
    text = "DATAFLOW,REF_AREA,INDICATOR,SEXX,TIME_PERIOD,OBS_VALUE\nXX:F(1.0),FJI,17.8.1,F,2031,2\n"
    (finding,) = [each for each in read(text).findings if each.code is Code.DIMENSION_UNKNOWN]
    assert finding.message == "Column “SEXX” is kept as a breakdown, its codes as printed."
    assert finding.advice == "Nearest: SEX. The data structure definition would say what it is."
    assert rows(text, "breakdown") == [("SEXX=F",)]


def test_words_are_no_code_and_are_not_read():
    text = "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,REMARK,DECIMALS\nXX:F(1.0),FJI,17.8.1,2031,2,see the note,1\n"
    reading = read(text)
    assert [each.message for each in reading.findings if each.code is Code.COLUMN_IGNORED] == [
        "Not read: “REMARK”, “DECIMALS”."
    ]
    assert rows(text, "breakdown") == [("_T",)]


def test_of_many_components_that_are_not_read_the_first_are_named():
    remarks = [f"REMARK_{number}" for number in range(30)]
    head = f"DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,{','.join(remarks)}\n"
    reading = read(head + f"XX:F(1.0),FJI,17.8.1,2031,2,{','.join(['see the note'] * 30)}\n")
    assert [each.message for each in reading.findings if each.code is Code.COLUMN_IGNORED] == [
        "Not read: “REMARK_0”, “REMARK_1”, “REMARK_2”, “REMARK_3”, “REMARK_4” and 25 more."
    ]


def test_periods_of_sdmx():
    text = "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nX:F(1),FJI,17.8.1,{},2\n"
    printed = {
        "2031": "2031",
        "2031-A1": "2031",
        "2031-01-01/P1Y": "2031",
        "2031-M05": "2031-05",
        "2031-S1": "2031-S1",
        "2031-Q4": "2031-Q4",
    }
    assert {each: rows(text.format(each), "period")[0][0] for each in printed} == printed


def test_not_a_number_is_missing():
    text = "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nX:F(1),FJI,17.8.1,2031,NaN\n"
    assert rows(text, "value", "status") == [(None, "O")]


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (
            TWO.replace(",I,A,IT_USE_ii99,1,", ",D,A,IT_USE_ii99,1,"),
            UnsupportedError,
            (
                "x.csv: expected observations to be read, but some rows ask that observations be deleted (ACTION is D). "
                "Ask the publisher for the whole data set as it now stands."
            ),
        ),
        (
            TWO.replace("SDG(1.0),I,A,IT_USE_ii99,1,", "OTHER(1.0),I,A,IT_USE_ii99,1,"),
            UnsupportedError,
            "x.csv: expected data of one structure, but there are IAEG-SDGs:OTHER(1.0), IAEG-SDGs:SDG(1.0). Write one file for each structure.",
        ),
        (
            "DATAFLOW,REF_ARREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nX:F(1),FJI,17.8.1,2031,1\n",
            InputError,
            (
                "x.csv: expected the component REF_AREA, but the message has REF_ARREA, INDICATOR, TIME_PERIOD, OBS_VALUE. Nearest: REF_ARREA. "
                "Give the data structure definition with it, or ask the publisher for the component."
            ),
        ),
        (
            TWO[:-40],
            InputError,
            (
                "x.csv: expected a whole table, as many cells on each row as in its header, but line 3 has 5 cells, its header 15. "
                "The file is cut or broken: download or export it again."
            ),
        ),
        (
            TWO.replace("41.5", "9" * 70_000),
            InputError,
            (
                "x.csv: expected values of at most 65,536 characters, but one of OBS_VALUE is longer. "
                "No code, number or note is that long: the file is broken. Get it again."
            ),
        ),
    ],
    ids=["deletes", "two structures", "no area", "cut", "huge"],
)
def test_what_cannot_be_read_is_said(text, error, message):
    with pytest.raises(error) as raised:
        read(text)
    assert raised.value.message == message


BREAKS = (b"", b"\x00", b",", b'"', b"\n", b"\r", b"\xff", b"D", b"1e999", b";", b"[]", b": ", b"-")


@settings(deadline=None)
@given(st.sampled_from([TWO, TWO.replace(",", ";")]), st.data())
def test_whatever_is_damaged_the_error_is_one_of_the_tree(text, draw):
    data = bytearray(text.encode())
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, len(data) - 1))
        data[place : place + draw.draw(st.integers(0, 9))] = draw.draw(st.sampled_from(BREAKS))
    with suppress(InputError, UnsupportedError):
        read(bytes(data))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["FJI", "TON", "516", "Nowhere"]), min_size=1, max_size=30), st.integers(0, 3))
def test_the_same_observations_come_out_of_codes_and_of_text(areas, repeats):
    """Columns that repeat themselves are kept as codes, others as text: it must not show."""
    rows_ = [(area, str(1990 + place), str(place)) for place, area in enumerate(areas)]
    lines = [f"dataflow,X:Y(1),I,IT_USE_ii99,{area},{year},{value},PERCENT" for area, year, value in rows_]
    text = "STRUCTURE,STRUCTURE_ID,ACTION,SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n" + "".join(
        f"{line}\n" for line in lines for _ in range(repeats + 1)
    )
    reading = read(text)
    assert [(row["period"], row["value"]) for row in reading.observations.to_pylist()] == [
        (year, float(value)) for _, year, value in rows_
    ]
    assert (Code.DUPLICATE_OBSERVATION in codes(reading)) == (repeats > 0)


def test_it_takes_only_its_own():
    assert not sdmx_csv.handles(head_of(b"DATAFLOW,x\n1,2\n", "x.csv"))
    assert not sdmx_csv.handles(head_of(b"structure\n1\n", "x.csv"))
    assert sdmx_csv.handles(head_of(TWO.encode(), "x.csv"))
