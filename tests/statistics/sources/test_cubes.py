"""Cubes of SDMX-JSON and JSON-stat and Eurostat's TSV, from specimens with invented figures."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import rows

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.reading import handles, read_statistics

FLOW = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OECD.STI:DF_BOATS(1.0)"


def values(*codes):
    return [{"id": code, "name": name} for code, name in codes]


STRUCTURE = {
    "links": [{"href": "https://example.org", "rel": "dataflow", "urn": FLOW}],
    "dimensions": {
        "dataSet": [{"id": "MEASURE", "values": values(("i99H", "Individuals using the Internet"))}],
        "series": [
            {"id": "REF_AREA", "values": values(("FJI", "Fiji"))},
            {"id": "SEX", "values": values(("1", "Female"), ("M", "Male"))},
            {"id": "BOAT", "values": values(("B1", "Rowing boats"))},
        ],
        "observation": [{"id": "TIME_PERIOD", "values": values(("2030", "2030"), ("2031", "2031"))}],
    },
    "attributes": {
        "dataSet": [],
        "series": [
            {"id": "UNIT_MEASURE", "values": values(("PT", "Per cent"))},
            {"id": "COMMENT_TS", "values": [{"name": "some words"}]},
        ],
        "observation": [{"id": "OBS_STATUS", "values": values(("B", "Break"), ("M", "Missing"))}],
    },
}
DATA = {
    "action": "Information",
    "series": {
        "0:0:0": {"attributes": [0, None], "observations": {"0": [61.50], "1": [62.5, 0]}},
        "0:1:0": {"attributes": [0, 0], "observations": {"1": [None, 1]}},
    },
}
READ = [
    ("17.8.1", "i99H", "FJI", "F", "BOAT=B1", "2030", 61.5, "per cent", "A"),
    ("17.8.1", "i99H", "FJI", "F", "BOAT=B1", "2031", 62.5, "per cent", "B"),
    ("17.8.1", "i99H", "FJI", "M", "BOAT=B1", "2031", None, "per cent", "M"),
]
COLUMNS = ("indicator", "code", "area", "sex", "breakdown", "period", "value", "unit", "status")


def draft(structure=STRUCTURE, data=DATA):
    made = deepcopy(structure)
    made["dimensions"]["dataset"] = made["dimensions"].pop("dataSet")
    return {"header": {"id": "x"}, "structure": made, "dataSets": [data]}


def first(structure=STRUCTURE, data=DATA):
    return {"meta": {"id": "x"}, "data": {"structure": structure, "dataSets": [data]}}


def second(structure=STRUCTURE, data=DATA):
    made = {**structure, "dataSets": [0], "measures": {"observation": [{"id": "OBS_VALUE"}]}}
    return {"meta": {"id": "x"}, "data": {"structures": [made], "dataSets": [{**data, "structure": 0}]}}


def read(text, name="made.json"):
    return read_statistics((text if isinstance(text, str) else json.dumps(text)).encode(), name)


def messages(reading):
    return [finding.message for finding in reading.findings]


@pytest.mark.parametrize("form", [draft, first, second])
def test_a_message_of_each_version(form):
    reading = read(form())
    assert rows(reading, *COLUMNS) == READ
    assert (reading.source.format, reading.source.publisher, reading.source.dataset) == (
        "sdmx-json",
        "OECD",
        "DF_BOATS",
    )
    assert messages(reading) == [
        "Not read: “COMMENT_TS”.",
        "Column “BOAT” is a dimension of the structure: B1 (Rowing boats).",
    ]


def test_a_flat_message_has_the_same_observations():
    structure = deepcopy(STRUCTURE)
    dimensions = structure["dimensions"]
    dimensions["observation"] = [*dimensions.pop("series"), *dimensions["observation"]]
    structure["attributes"]["observation"] = [
        *structure["attributes"].pop("series"),
        *structure["attributes"]["observation"],
    ]
    data = {"observations": {"0:0:0:0": [61.5, 0], "0:0:0:1": [62.5, 0, None, 0], "0:1:0:1": [None, 0, 0, 1]}}
    assert rows(read(first(structure, data)), *COLUMNS) == READ


def test_a_power_of_ten_that_holds_for_a_part_of_the_key_is_applied_there_only():
    structure = deepcopy(STRUCTURE)
    structure["attributes"]["dimensionGroup"] = [{"id": "UNIT_MULT", "values": values(("3", "Thousands"))}]
    data = {**DATA, "dimensionGroupAttributes": {":0::": [0]}}
    reading = read(second(structure, data))
    assert [value for (value,) in rows(reading, "value")] == [61500, 62500, None]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(action="Delete"), "the message asks that observations be deleted"),
        (lambda data: data.update(series={}), "the message holds none"),
    ],
)
def test_a_message_that_is_not_data_is_refused(change, said):
    data = deepcopy(DATA)
    change(data)
    with pytest.raises(UnsupportedError) as caught:
        read(first(data=data))
    assert said in caught.value.message


def test_several_measures_are_refused():
    message = second()
    message["data"]["structures"][0]["measures"]["observation"].append({"id": "OTHER"})
    with pytest.raises(UnsupportedError) as caught:
        read(message)
    assert caught.value.message == (
        "made.json: expected one value on each observation, but each observation has several measures. "
        "Ask the service for SDMX-CSV of one measure, as the data now stand."
    )


@pytest.mark.parametrize("key", ["0:0", "0:7:0", "0:-1:0", "0:x:0"])
def test_an_observation_of_a_code_that_is_not_there_is_an_error(key):
    data = {"series": {key: {"observations": {"0": [1]}}}}
    with pytest.raises(InputError) as caught:
        read(first(data=data))
    assert "its observations and its structure do not fit each other" in caught.value.message


def test_a_message_that_breaks_off_is_an_error():
    text = json.dumps(first())
    for end in (text.index("observation") + 20, len(text) // 2, len(text) - 1):
        assert handles(text[:end].encode())
        with pytest.raises(InputError):
            read(text[:end])


CUBE = {
    "version": "2.0",
    "class": "dataset",
    "label": "Boats",
    "updated": "2031-12-17T23:00:00+0100",
    "id": ["freq", "indic_is", "unit", "geo", "time"],
    "size": [1, 1, 1, 2, 2],
    "dimension": {
        "freq": {"category": {"index": {"A": 0}}},
        "indic_is": {"category": {"index": {"I_BOAT": 0}, "label": {"I_BOAT": "Boats of all"}}},
        "unit": {"category": {"index": {"PC": 0}}},
        "geo": {"category": {"index": {"AT": 0, "EL": 1}}},
        "time": {"category": {"index": ["2030", "2031"]}},
    },
    "value": {"0": 84.3, "1": 85.1, "3": 77.0},
    "status": {"0": "b", "2": ":u"},
    "extension": {"datastructure": {"id": "BOATS", "agencyId": "ESTAT", "version": "1.0"}},
}


def test_a_cube_with_gaps_and_marks():
    reading = read(CUBE)
    assert rows(reading, "code", "area", "period", "value", "unit", "status", "row") == [
        ("I_BOAT", "AUT", "2030", 84.3, "per cent", "B", 1),
        ("I_BOAT", "AUT", "2031", 85.1, "per cent", "A", 2),
        ("I_BOAT", "GRC", "2030", None, "per cent", "U", 3),
        ("I_BOAT", "GRC", "2031", 77.0, "per cent", "A", 4),
    ]
    assert (reading.source.publisher, reading.source.dataset) == ("Eurostat", "BOATS")
    assert str(reading.source.vintage) == "2031-12-17"


def test_the_roles_and_labels_of_a_statistical_office():
    cube = {
        "class": "dataset",
        "version": "2.0",
        "label": "Use of the Internet",
        "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["Contents"]},
        "id": ["Region", "Kjonn", "Contents", "Tid"],
        "size": [1, 2, 1, 1],
        "dimension": {
            "Region": {"label": "region", "category": {"index": {"NOR": 0}}},
            "Kjonn": {"label": "sex", "category": {"index": ["F", "M"], "label": {"F": "Females", "M": "Males"}}},
            "Contents": {
                "label": "contents",
                "category": {
                    "index": {"Int": 0},
                    "label": {"Int": "Individuals using the Internet"},
                    "unit": {"Int": {"base": "per cent", "decimals": 1}},
                },
            },
            "Tid": {"label": "year", "category": {"index": {"2031": 0}}},
        },
        "value": [1.5, None],
        "status": {"1": ".."},
    }
    assert rows(read(cube), "indicator", "code", "area", "sex", "value", "unit", "status") == [
        ("17.8.1", "Int", "NOR", "F", 1.5, "per cent", "A"),
        ("17.8.1", "Int", "NOR", "M", None, "per cent", "O"),
    ]


def test_a_great_cube_with_few_values_is_read_by_its_values():
    cube = deepcopy(CUBE)
    for name in ("freq", "unit", "geo", "time"):
        cube["dimension"][name] = {"category": {"index": [f"{name}{place}" for place in range(1000)]}}
    cube["dimension"]["time"]["category"]["index"] = ["2030", "2031"]
    cube["size"] = [1000, 1, 1000, 1000, 2]
    cube |= {"value": {str(1000**3 * 2 - 1): 7}, "status": {}}
    assert rows(read(cube), "area", "value") == [("ESTAT-geo999", 7)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": [1, 1, 1, 2, 2**40]},
        {"size": [1, 1, 1, 2, 3]},
        {"value": {"4": 1}},
        {"value": {"-1": 1}},
        {"value": [1, 2, 3]},
        {"id": ["boat"]},
    ],
)
def test_a_cube_that_does_not_fit_its_dimensions_is_an_error(wrong):
    with pytest.raises(InputError) as caught:
        read(CUBE | wrong)
    assert "its values and its dimensions do not fit each other" in caught.value.message


def test_the_first_version_of_json_stat_is_refused():
    cube = {
        "dataset": {
            "dimension": {"id": ["geo"], "size": [1], "geo": {"category": {"index": {"AT": 0}}}},
            "value": [1],
        }
    }
    with pytest.raises(UnsupportedError) as caught:
        read(cube)
    assert caught.value.message == (
        "made.json: expected a data set of JSON-stat, version 2, but it is of version 1, or a bundle of data sets. "
        "Ask the service for json-stat2, or for CSV."
    )


TSV = (
    "freq,indic_is,ind_type,unit,geo\\TIME_PERIOD\t2030 \t2031 \n"
    "A,I_BOAT,IND_TOTAL,PC_IND,AT\t84.3 b\t: u\n"
    "A,I_BOAT,F_Y16_74,PC_IND,EL\t: \t81 bp\n"
)


def test_a_table_of_eurostat():
    reading = read(TSV, "made.tsv")
    assert rows(reading, "code", "area", "breakdown", "period", "value", "unit", "status", "row") == [
        ("I_BOAT", "AUT", "_T", "2030", 84.3, "per cent", "B", 2),
        ("I_BOAT", "GRC", "IND_TYPE=F_Y16_74", "2030", None, "per cent", "O", 3),
        ("I_BOAT", "AUT", "_T", "2031", None, "per cent", "U", 2),
        ("I_BOAT", "GRC", "IND_TYPE=F_Y16_74", "2031", 81, "per cent", "B", 3),
    ]
    assert messages(reading)[0] == "Several marks on one value, of which one is kept: “bp” as B."


def test_a_table_of_eurostat_in_the_older_form_is_the_same():
    older = TSV.replace("freq,", "").replace("A,", "").replace("TIME_PERIOD", "time")
    assert rows(read(older), "area", "period", "value") == rows(read(TSV), "area", "period", "value")


def test_a_table_of_eurostat_that_does_not_say_what_it_measures_is_refused():
    with pytest.raises(UnsupportedError) as caught:
        read("freq,unit,geo\\TIME_PERIOD\t2031 \nA,PC,AT\t84.3 b\n", "made.tsv")
    assert caught.value.message == (
        "made.tsv: expected a dimension that says what is measured, such as indic_is, but the dimensions are freq, unit, "
        "geo, and the table does not name its data set. "
        "Download it from Eurostat as SDMX-CSV, which names the data set on every row."
    )


def test_a_row_of_eurostat_with_a_dimension_missing_is_an_error():
    with pytest.raises(InputError) as caught:
        read(TSV + "A,I_BOAT,PC_IND,EL\t1\t2\n")
    assert "there is “A,I_BOAT,PC_IND,EL”" in caught.value.message


CELLS = st.tuples(st.integers(0, 999), st.sampled_from(["", "b", "e", "p", "bu", "u", "d"]))


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_three_forms_of_one_table_of_eurostat_are_read_alike(cells):
    years = [str(2001 + place) for place in range(len(cells))]
    marked = [f"{value} {mark}" if mark else f"{value} " for value, mark in cells]
    tsv = (
        "freq,indic_is,unit,geo\\TIME_PERIOD\t"
        + "\t".join(years)
        + "\nA,I_BOAT,PC,AT\t"
        + "\t".join(marked)
        + "\n"
    )
    csv = "DATAFLOW,freq,indic_is,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n" + "".join(
        f"ESTAT:BOATS(1.0),A,I_BOAT,PC,AT,{year},{value},{mark}\n"
        for year, (value, mark) in zip(years, cells, strict=True)
    )
    cube = deepcopy(CUBE) | {
        "size": [1, 1, 1, 1, len(years)],
        "value": [value for value, _ in cells],
        "status": {str(place): mark for place, (_, mark) in enumerate(cells) if mark},
    }
    cube["dimension"]["geo"] = {"category": {"index": ["AT"]}}
    cube["dimension"]["time"] = {"category": {"index": years}}
    columns = ("code", "area", "period", "value", "unit", "status")
    assert rows(read(tsv), *columns) == rows(read(csv), *columns) == rows(read(cube), *columns)


def test_a_component_and_its_name_without_a_blank_between():
    reading = read(
        "DATAFLOW,REF_AREA:Geographic area,INDICATOR:Indicator,SEX:Sex,TIME_PERIOD:Time period,OBS_VALUE:Observation Value\n"
        "UNICEF:BOATS(1.0): Boats,FJI: Fiji,X1: Individuals using the Internet,F: Female,2031,55.5\n"
    )
    assert rows(reading, "indicator", "area", "sex", "value") == [("17.8.1", "FJI", "F", 55.5)]
