"""What is written as SDMX is read back as it was, by us and by others."""

import io
from datetime import date
from hashlib import sha256

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysdmx.io import read_sdmx

import sdmx
from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.formats.sdmx_csv import render_sdmx_csv
from stocktake.statistics.formats.sdmx_ml import render_sdmx_ml
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.statistics.reading import read_statistics
from stocktake.tables import KEY, observation_schema

DAY = date(2031, 1, 1)
USUAL = {
    "indicator": "17.8.1", "code": "USE", "area": "FJI", "sex": "_T", "location": "_T", "age": "_T", "breakdown": "_T",
    "period": "2030", "value": 1.5, "unit": "per cent", "status": "A", "vintage": date(2030, 7, 1), "source": "a" * 64, "row": 2,
}  # fmt: skip
WRITERS = {
    "csv": render_sdmx_csv,
    "2.1": lambda rows: render_sdmx_ml(rows, DAY, "2.1"),
    "3.0": lambda rows: render_sdmx_ml(rows, DAY),
}
word = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n"), min_size=1, max_size=8
).filter(lambda text: text != "_X")
observations = st.lists(
    st.fixed_dictionaries(
        {
            **dict.fromkeys(("indicator", "code", "area", "sex", "location", "age", "breakdown"), word),
            "period": st.sampled_from(["2030", "1995", "2030-05", "2030-Q2", "2030-S1"]),
            "value": st.none() | st.floats(allow_nan=False, allow_infinity=False),
            "unit": st.none() | word,
            "status": st.sampled_from("AEIPO"),
            "vintage": st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)),
            "source": st.just("a" * 64),
            "row": st.integers(1, 9),
        }
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: tuple(row[name] for name in (*KEY, "vintage")),
)


def table(*rows):
    return pa.Table.from_pylist(list(rows), schema=observation_schema())


def without_place(rows):
    return rows.drop_columns(["source", "row"])


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=60)
@given(observations)
def test_what_is_written_is_read_back(form, rows):
    written = table(*rows)
    data = WRITERS[form](written)
    reading = read_statistics(data, "x")
    assert without_place(reading.observations).equals(without_place(written))
    assert set(reading.observations["source"].to_pylist()) == {sha256(data).hexdigest()}
    assert WRITERS[form](written) == data


def test_the_bytes_of_the_csv():
    written = table(
        USUAL, {**USUAL, "code": 'A "b", c', "value": None, "unit": None, "vintage": None, "status": "O"}
    )
    assert render_sdmx_csv(written).decode() == (
        "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,SERIES,REF_AREA,SEX,URBANISATION,AGE,BREAKDOWN,UNIT_MEASURE,VINTAGE,SOURCE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE_ROW\r\n"
        f"datastructure,STOCKTAKE:OBSERVATIONS(1.0.0),I,17.8.1,USE,FJI,_T,_T,_T,_T,per cent,2030-07-01,{'a' * 64},2030,1.5,A,2\r\n"
        f'datastructure,STOCKTAKE:OBSERVATIONS(1.0.0),I,17.8.1,"A ""b"", c",FJI,_T,_T,_T,_T,_X,_X,{"a" * 64},2030,,O,2\r\n'
    )


def test_no_observations_are_a_header():
    assert render_sdmx_csv(table()).decode().count("\r\n") == 1
    assert b"<Obs" not in render_sdmx_ml(table(), DAY)


@pytest.mark.parametrize("version", ["2.1", "3.0"])
def test_the_message_keeps_the_standards_schema_and_others_read_it(version):
    data = render_sdmx_ml(table(USUAL, {**USUAL, "period": "2031", "value": 2.25, "code": "<&>"}), DAY, version)
    (dataset,) = read_sdmx(io.BytesIO(data), validate=True).data
    assert dataset.data["OBS_VALUE"].astype(float).tolist() == [1.5, 2.25]
    assert dataset.data["SERIES"].tolist() == ["USE", "<&>"]


def test_a_third_implementation_reads_the_message():
    message = sdmx.read_sdmx(io.BytesIO(render_sdmx_ml(table(USUAL), DAY, "2.1")))
    (observation,) = message.data[0].obs
    assert (observation.key["REF_AREA"].value, float(observation.value)) == ("FJI", 1.5)


def test_the_structure_message_keeps_the_standards_schema():
    (definition,) = read_sdmx(io.BytesIO(render_structure(DAY)), validate=True).get_data_structure_definitions()
    assert [each.id for each in definition.components.dimensions][-1] == "TIME_PERIOD"


def test_another_release_stands_beside_the_older_one():
    rows = table(USUAL, {**USUAL, "value": 9.0, "vintage": date(2031, 7, 1)})
    reading = read_statistics(render_sdmx_csv(rows), "x")
    assert reading.observations["value"].to_pylist() == [1.5, 9.0]
    assert reading.source.vintage is None
    assert read_statistics(render_sdmx_csv(table(USUAL)), "x").source.vintage == date(2030, 7, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            render_sdmx_csv(table(USUAL)).replace(b"SOURCE_ROW", b"ROW"),
            "x: expected the components of STOCKTAKE:OBSERVATIONS(1.0.0), but there is no SOURCE_ROW. Write it again, or give it another structure's id.",
        ),
        (
            render_sdmx_csv(table(USUAL, {**USUAL, "value": 9.0})),
            (
                "x: expected each observation once, but USE of FJI for 2030 has 1.5 (line 2) and 9 (line 3). "
                "Look which is right; if a column tells them apart, it is missing."
            ),
        ),
    ],
)
def test_what_was_changed_by_hand_is_said(data, message):
    with pytest.raises(InputError) as raised:
        read_statistics(data, "x")
    assert raised.value.message == message


def test_a_wrong_day_is_said():
    with pytest.raises(InputError, match="expected a day such as 2025-07-01 in VINTAGE"):
        read_statistics(render_sdmx_csv(table(USUAL)).replace(b"2030-07-01", b"July 2030"), "x")


def test_xml_cannot_hold_everything():
    with pytest.raises(UnsupportedError) as raised:
        render_sdmx_ml(table({**USUAL, "code": "a\x01"}), DAY)
    assert (
        raised.value.message
        == "expected texts that XML can hold, but SERIES holds a control character. Write SDMX-CSV instead."
    )
