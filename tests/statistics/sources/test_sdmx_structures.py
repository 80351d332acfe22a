"""A data structure definition says what the ids of components do not."""

from datetime import date

import pytest

from stocktake.errors import InputError, NotFoundError
from stocktake.findings import Code
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.statistics.sources import sdmx_csv
from stocktake.statistics.sources.head import open_file
from stocktake.statistics.sources.sdmx_structures import Structure, read_structures, structure_for

OWN = render_structure(date(2031, 1, 1))
FLOW = Structure(
    "XX:FLOW(1.0)",
    ("WHERE_AREA", "INDICATOR", "WHO", "TIME_PERIOD"),
    "TIME_PERIOD",
    ("OBS_VALUE",),
    ("KIND",),
    {"INDICATOR": {"U": "Share of people online (% of population)"}},
)
TEXT = "DATAFLOW,REF_AREA,INDICATOR,WHO,KIND,TIME_PERIOD,OBS_VALUE\nXX:FLOW(1.0),FJI,U,P,Q,2031,2\n"


def test_our_own_structure_is_read_back():
    (structure,) = read_structures(OWN, "own.xml")
    assert structure.id == "STOCKTAKE:OBSERVATIONS(1.0.0)"
    assert structure.time == "TIME_PERIOD"
    assert structure.measures == ("OBS_VALUE",)
    assert structure.attributes == ("OBS_STATUS", "SOURCE_ROW")
    assert "BREAKDOWN" in structure.dimensions


def test_the_structure_tells_attributes_from_dimensions_and_names_codes():
    file = open_file(TEXT.encode(), "x.csv", "0" * 64)
    without = sdmx_csv.read(file, None).observations.to_pylist()[0]
    reading = sdmx_csv.read(file, None, FLOW)
    row = reading.observations.to_pylist()[0]
    assert (without["breakdown"], without["unit"]) == ("KIND=Q;WHO=P", None)
    assert (row["breakdown"], row["unit"]) == ("WHO=P", "per cent")
    assert [each.message for each in reading.findings if each.code is Code.COLUMN_IGNORED] == ["Not read: “KIND”."]


def test_the_structure_of_a_message_is_found_by_its_id():
    (own,) = read_structures(OWN, "own.xml")
    assert structure_for((own, FLOW), "XX:FLOW(1.0)") is FLOW
    assert structure_for((own, FLOW), "XX:FLOW(2.0)") is FLOW
    with pytest.raises(NotFoundError) as raised:
        structure_for((own, FLOW), "XX:FLOWS(1.0)")
    assert raised.value.message == (
        "expected the data structure XX:FLOWS(1.0), but the structure file defines others. Nearest: XX:FLOW(1.0). "
        "Give the structure file of this data set."
    )


@pytest.mark.parametrize(
    ("data", "came"),
    [
        (b"<!DOCTYPE x><x/>", "it holds a document type declaration, which no SDMX message has"),
        (OWN.replace(b"str:DataStructures>", b"str:Nothing>"), None),
        (OWN[:400], None),
        (b"a,b\n1,2\n", None),
    ],
)
def test_what_is_no_structure_is_said(data, came):
    with pytest.raises(InputError) as raised:
        read_structures(data, "s.xml")
    assert raised.value.where == "s.xml"
    assert raised.value.expected == "an SDMX structure message with a data structure definition"
    assert came is None or raised.value.came == came
