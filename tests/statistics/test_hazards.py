"""What can be wrong with a file and would not show: each is refused or said, nothing is mended in silence."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from stocktake.errors import InputError
from stocktake.findings import Code
from stocktake.statistics.reading import read_statistics

HEADER = "indicator,area,area name,period,value,unit\n"
NAMED = HEADER + "17.8.1,NAM,Namibia,2031,5,per cent\n17.8.1,FJI,Fiji,2031,6,per cent\n"
BANK = "Country Name,Country Code,Indicator Name,Indicator Code,2031\n"
SDG = "SeriesCode,GeoAreaCode,GeoAreaName,TimePeriod,Value,Units\nIT_USE_ii99,516,Namibia,2031,41.5,PERCENT\n"


def said(reading, code):
    return [(each.message, each.advice) for each in reading.findings if each.code is code]


def message(data, name="made.csv"):
    with pytest.raises(InputError) as caught:
        read_statistics(data if isinstance(data, bytes) else data.encode(), name)
    return caught.value.message


def workbook(rows, formats=(), title="Data"):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for place, shown in formats:
        sheet[place].number_format = shown
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_one_area_whose_code_and_name_disagree_is_read_by_its_code():
    reading = read_statistics((NAMED + "17.8.1,NGA,Ghana,2031,7,per cent\n").encode(), "made.csv")
    assert reading.observations["area"].to_pylist() == ["NAM", "FJI", "NGA"]
    assert said(reading, Code.AREA_DISAGREES) == [
        (
            "Code and name are of two areas: “NGA” and “Ghana” (line 4); read by the code.",
            "Look which is meant, and correct the other.",
        )
    ]


def test_where_most_codes_and_names_disagree_a_column_has_slipped():
    slipped = HEADER + "17.8.1,NAM,Fiji,2031,5,per cent\n17.8.1,FJI,Namibia,2031,6,per cent\n"
    assert message(slipped) == (
        "made.csv: expected the code and the name of one area on each row, but “NAM” and “Fiji” disagree (lines 2, 3). "
        "Look whether one of the two columns has slipped or was sorted by itself; leave one of them out."
    )


def test_a_single_area_shows_no_slip():
    reading = read_statistics((HEADER + "17.8.1,NGA,Ghana,2031,7,per cent\n").encode(), "made.csv")
    assert len(said(reading, Code.AREA_DISAGREES)) == 1


def test_a_name_that_we_do_not_know_disagrees_with_nothing():
    reading = read_statistics((NAMED + "17.8.1,NGA,Kiteland,2031,7,per cent\n").encode(), "made.csv")
    assert said(reading, Code.AREA_DISAGREES) == []


def test_a_cell_shown_in_per_cent_is_read_as_shown():
    rows = [["indicator", "area", "period", "value", "unit"], ["17.8.1", "FJI", 2031, 0.848, "per cent"]]
    rows.append(["17.8.1", "NAM", 2031, 1, "per cent"])
    reading = read_statistics(workbook(rows, [("D2", "0.0%"), ("D3", "0%")]), "made.xlsx")
    assert reading.observations["value"].to_pylist() == [84.8, 100.0]
    assert said(reading, Code.PERCENT_CELLS) == [
        (
            "Read as shown, in per cent, a hundred times what is stored: D2, D3.",
            "Look whether the unit is per cent.",
        )
    ]


@pytest.mark.parametrize("shown", ["0.0", '0.0"%"', "0.0\\%", "General"])
def test_a_sign_of_per_cent_that_is_only_printed_changes_nothing(shown):
    rows = [["indicator", "area", "period", "value", "unit"], ["17.8.1", "FJI", 2031, 84.8, "per cent"]]
    reading = read_statistics(workbook(rows, [("D2", shown)]), "made.xlsx")
    assert reading.observations["value"].to_pylist() == [84.8]
    assert said(reading, Code.PERCENT_CELLS) == []


@pytest.mark.parametrize(
    ("values", "told"), [((0.848, 0.5), True), ((0.848, 5), False), ((0, 1), False), ((1, 0.5), True)]
)
def test_values_that_look_like_shares_of_one_are_said_and_read_as_printed(values, told):
    rows = "".join(
        f"17.8.1,{area},{value},2031,per cent\n" for area, value in zip(("FJI", "NAM"), values, strict=True)
    )
    reading = read_statistics(f"indicator,area,value,period,unit\n{rows}".encode(), "made.csv")
    assert reading.observations["value"].to_pylist() == list(values)
    assert said(reading, Code.LOOKS_LIKE_SHARES) == (
        [
            (
                f"17.8.1: 2 values in per cent, and none over {max(values):g}; they are read as printed.",
                "If they are shares of one, print them in per cent: 0.5 is half of one per cent.",
            )
        ]
        if told
        else []
    )


def test_an_index_between_0_and_1_is_no_share():
    text = "indicator,area,value,period,unit\nE-Kites Index,FJI,0.5,2031,index\n"
    assert said(read_statistics(text.encode(), "made.csv"), Code.LOOKS_LIKE_SHARES) == []


@pytest.mark.parametrize("padding", [b"\x00", b"\x00" * 4096])
@pytest.mark.parametrize("text", [NAMED, NAMED[:-9], BANK + "Fiji,FJI,x,IT.NET.USER.ZS,5\n"])
def test_a_file_filled_up_with_zero_bytes_is_an_unfinished_download(text, padding):
    assert message(text.encode() + padding) == (
        "made.csv: expected a whole file, but its end is filled with zero bytes, as an unfinished download is. "
        "Download it again."
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_padded_file_in_utf_16_is_one_too(encoding):
    assert "filled with zero bytes" in message(("\ufeff" + NAMED + "\x00" * 8).encode(encoding))


def test_the_sdg_database_fills_up_its_whole_answers():
    reading = read_statistics(SDG.encode() + b"\x00" * 512, "made.csv")
    assert reading.observations["value"].to_pylist() == [41.5]


def test_a_formula_without_a_value_is_refused():
    rows = [["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2031, "=40+2"], ["17.8.1", "NAM", 2031, 5]]
    assert message(workbook(rows), "made.xlsx") == (
        "made.xlsx: expected a value saved with each formula, but there is none in D2 of the sheet Data. "
        "Open it in a spreadsheet program and save it again."
    )


def test_a_formula_that_came_to_nothing_has_a_value():
    rows = [["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2031, '=""'], ["17.8.1", "NAM", 2031, 5]]
    computed = BytesIO()
    with ZipFile(BytesIO(workbook(rows))) as made, ZipFile(computed, "w") as archive:
        for part in made.namelist():
            archive.writestr(part, made.read(part).replace(b'<c r="D2">', b'<c r="D2" t="str">'))
    reading = read_statistics(computed.getvalue(), "made.xlsx")
    assert reading.observations["value"].to_pylist() == [None, 5]


def test_two_sheets_of_different_units_are_not_mixed():
    book = Workbook()
    for title, unit in (("Shares", "per cent"), ("People", "persons")):
        sheet = book.create_sheet(title)
        sheet.append(["indicator", "area", "period", "value", "unit"])
        sheet.append(["kites", "FJI", 2031, 5, unit])
    data = BytesIO()
    book.save(data)
    assert message(data.getvalue(), "made.xlsx") == (
        "made.xlsx: expected one unit for each series, but kites stands in per cent (sheet Shares) and in persons "
        "(sheet People). Save each sheet as a file of its own, or print them in one unit."
    )


def test_many_columns_that_nobody_knows_are_counted():
    columns = [f"KITE{number}" for number in range(200)]
    text = f"DATAFLOW,REF_AREA,INDICATOR,{','.join(columns)},TIME_PERIOD,OBS_VALUE\n"
    row = f"XX:KITES(1.0),FJI,U,{','.join(['A'] * 200)},2031,2\n"
    reading = read_statistics((text + row).encode(), "made.csv")
    assert [first for first, _ in said(reading, Code.DIMENSION_UNKNOWN)] == [
        *(
            f"Column “KITE{number}” is kept as a breakdown, its codes as printed."
            for number in (0, 1, 10, 100, 101)
        ),
        "195 more columns are kept as breakdowns, their codes as printed.",
    ]


def test_many_columns_that_nobody_reads_are_counted():
    extra = ",".join(f"kite {number}" for number in range(200))
    text = f"indicator,area,period,value,{extra}\n17.8.1,FJI,2031,5,{',' * 199}\n"
    ((words, _),) = said(read_statistics(text.encode(), "made.csv"), Code.COLUMN_IGNORED)
    assert words.startswith("Not read: “kite 0”, “kite 1”")
    assert words.endswith("“kite 9” and 190 more.")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ('[{"message": [{"id": "120", "key": "Invalid value", "value": "No such kite."}]}]', "No such kite"),
        ('{"Message": "No kite matches the request."}', "No kite matches the request"),
        ('{"title": "Not valid.", "status": 400, "errors": {"kite": ["It is needed."]}}', "It is needed"),
        ('{"statusCode": 500, "message": "Out of wind"}', "Out of wind"),
    ],
)
def test_an_error_of_a_service_is_said_in_its_own_words(answer, words):
    assert message(answer, "made.json") == (
        f"made.json: expected the data of a web service, but the service answered with an error: “{words}”. "
        "Look whether the series, the areas and the years that were asked for exist; ask the service again."
    )


def test_an_answer_of_the_sdg_database_with_nothing_in_it():
    answer = '{"size": 0, "totalElements": 0, "totalPages": 0, "pageNumber": 1, "attributes": [], "data": []}'
    assert message(answer, "made.json") == (
        "made.json: expected an answer with observations in its list `data`, but there are none in it. "
        "Look whether the series, the areas and the years that were asked for exist."
    )


SEXES = "indicator,area,period,value,unit,sex,location\n"


@pytest.mark.parametrize(
    ("cells", "column", "words", "nearest"),
    [
        ("Femal,", "sex", "“Femal”", "Nearest: female (F), females (F), male (M)."),
        ("F,ruralo", "location", "“ruralo”", "Nearest: rural (R), rurale (R), urbano (U)."),
    ],
)
def test_a_word_that_is_no_sex_or_location_is_said(cells, column, words, nearest):
    reading = read_statistics(f"{SEXES}17.8.1,FJI,2031,5,per cent,{cells}\n".encode(), "made.csv")
    ((told, advice),) = said(reading, Code.CODE_UNKNOWN)
    assert told == (
        f"No code that we know of “{column}”: {words} (line 2); kept as printed, which is neither any known part nor "
        "the whole."
    )
    assert advice == nearest
    assert reading.observations[column][0].as_py() not in ("F", "M", "U", "R", "_T")


def test_words_of_other_languages_are_sexes():
    text = SEXES + "17.8.1,FJI,2031,5,per cent,féminin,urbano\n17.8.1,FJI,2031,6,per cent,男,\n"
    reading = read_statistics(text.encode(), "made.csv")
    assert reading.observations["sex"].to_pylist() == ["F", "M"]
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("value", "number"), [("16.1", 16_100_000.0), ("1234567.1", 1_234_567_100_000.0), ("0", 0.0)]
)
def test_a_population_in_millions_is_one_of_persons_to_the_last_digit(value, number):
    text = f"indicator,area,period,value,unit\npopulation,FJI,2031,{value},millions\n"
    reading = read_statistics(text.encode(), "made.csv")
    assert [(row["value"], row["unit"]) for row in reading.observations.to_pylist()] == [(number, "persons")]
    assert reading.findings == ()


def test_a_very_long_name_does_not_fill_a_message():
    long = "x" * 50_000
    text = f"indicator,area,period,value,unit,{long}\n{long},{long},2031,5,{long},{long}\n"
    reading = read_statistics(text.encode(), "made.csv")
    assert len(reading.findings) == 4
    assert max(len(each.message) for each in reading.findings) < 400
    assert long not in message(f"{HEADER}17.8.1,FJI,,{long},5,per cent\n")
    assert len(message(f"{HEADER}17.8.1,FJI,,2031,{long},per cent\n")) < 400


@pytest.mark.parametrize("title", ["Kites", "Kites, boats, planes and balloons"])
@pytest.mark.parametrize("row", ["Fiji;1,5;2,5", "Fiji;1.234,5;2,5"])
def test_commas_of_decimals_and_titles_part_no_cells(title, row):
    reading = read_statistics(f"{title}\nCountry;2030;2031\n{row}\nNamibia;3;4\n".encode(), "made.csv")
    assert reading.observations["value"].to_pylist()[2] == 2.5
