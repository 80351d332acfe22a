"""A data structure definition says what the ids of components do not."""

from datetime import date

import pytest

from stocktake.errors import InputError, NotFoundError
from stocktake.findings import Code
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.sources.sdmx_structures import (
    Structure,
    id_in,
    is_structure_file,
    matching,
    read_structures,
    structure_for,
)

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
    (own,) = read_structures(OWN, "own.xml")
    without = read_statistics(TEXT.encode(), "x.csv", None, (own,)).observations.to_pylist()[0]
    reading = read_statistics(TEXT.encode(), "x.csv", None, (own, FLOW))
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


def test_a_message_of_a_flow_has_the_structure_that_the_flow_refers_to():
    flow = (
        b"<str:Dataflows><str:Dataflow id='DF_ALL' agencyID='XX' version='3.0'><com:Name xml:lang='en'>All</com:Name>"
        b"<str:Structure><Ref id='OBSERVATIONS' agencyID='STOCKTAKE' version='1.0.0' package='datastructure' "
        b"class='DataStructure'/></str:Structure></str:Dataflow></str:Dataflows><str:Concepts>"
    )
    (own,) = read_structures(OWN.replace(b"<str:Concepts>", flow), "own.xml")
    assert own.flows == ("XX:DF_ALL(3.0)",)
    assert matching((FLOW, own), "XX:DF_ALL(3.0)") is own
    assert matching((FLOW, own), "XX:DF_ALL(4.0)") is own
    assert matching((FLOW, own), "XX:DF_OTHER(3.0)") is None
    assert matching((FLOW,), "") is None


def test_a_urn_says_the_id_of_what_it_names():
    assert id_in("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XX:FLOW(1.0)") == "XX:FLOW(1.0)"
    assert id_in("XX:FLOW(1.0)") == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (OWN, True),
        (b"\xef\xbb\xbf" + OWN, True),
        (OWN.replace(b"<mes:Structure ", b"<!-- invented -->\n<mes:Structure "), True),
        (OWN.decode().encode("utf-16"), True),
        (OWN.replace(b"mes:Structure ", b"mes:StructureSpecificData "), False),
        (OWN.replace(b"sdmx.org", b"example.org"), False),
        (b'{"meta": {"schema": "https://example.org/sdmx-json-structure-schema.json"}, "data": {}}', True),
        (b'{"meta": {}, "data": {}}', False),
        (TEXT.encode(), False),
        (b"", False),
    ],
)
def test_a_structure_file_is_told_by_its_content(data, told):
    assert is_structure_file(data) is told


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
