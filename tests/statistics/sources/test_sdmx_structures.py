"""A data structure definition says what the ids of components do not."""

from datetime import date
from io import BytesIO

import pytest
from pysdmx.io import read_sdmx, write_sdmx
from pysdmx.io.format import Format
from structure_messages import HOISTS, INDICATORS, code_list, concepts, data_structure, flow, message, whole

from stocktake.errors import InputError
from stocktake.findings import Code
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.sources.sdmx_structures import (
    Structure,
    id_in,
    is_structure_file,
    matching,
    read_structures,
    together,
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
KITES = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,HOIST,MAKER,TIME_PERIOD,OBS_VALUE\n"
TEXT = "DATAFLOW,REF_AREA,INDICATOR,WHO,KIND,TIME_PERIOD,OBS_VALUE\nXX:FLOW(1.0),FJI,U,P,Q,2031,2\n"


def held(*messages: bytes) -> tuple[Structure, ...]:
    """The structures of these messages."""
    return together([read_structures(each, "s.xml") for each in messages])


def flights(row: str, structure: str = "KITES:FLIGHTS(1.0)") -> bytes:
    """A message in SDMX-CSV 2.0 with this one row."""
    return f"{KITES}dataflow,{structure},I,{row}\n".encode()


def test_our_own_structure_is_read_back():
    (structure,) = held(OWN)
    assert structure.id == "STOCKTAKE:OBSERVATIONS(1.0.0)"
    assert structure.time == "TIME_PERIOD"
    assert structure.measures == ("OBS_VALUE",)
    assert structure.attributes == ("OBS_STATUS", "SOURCE_ROW")
    assert "BREAKDOWN" in structure.dimensions


def test_the_structure_tells_attributes_from_dimensions_and_names_codes():
    (own,) = held(OWN)
    without = read_statistics(TEXT.encode(), "x.csv", None, (own,)).observations.to_pylist()[0]
    reading = read_statistics(TEXT.encode(), "x.csv", None, (own, FLOW))
    row = reading.observations.to_pylist()[0]
    assert (without["breakdown"], without["unit"]) == ("KIND=Q;WHO=P", None)
    assert (row["breakdown"], row["unit"]) == ("WHO=P", "per cent")
    assert [each.message for each in reading.findings if each.code is Code.COLUMN_IGNORED] == ["Not read: “KIND”."]


def test_a_message_of_a_flow_has_the_structure_that_the_flow_refers_to():
    all_flow = (
        b"<str:Dataflows><str:Dataflow id='DF_ALL' agencyID='XX' version='3.0'><com:Name xml:lang='en'>All</com:Name>"
        b"<str:Structure><Ref id='OBSERVATIONS' agencyID='STOCKTAKE' version='1.0.0' package='datastructure' "
        b"class='DataStructure'/></str:Structure></str:Dataflow></str:Dataflows><str:Concepts>"
    )
    (own,) = held(OWN.replace(b"<str:Concepts>", all_flow))
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
        (b'\xef\xbb\xbf{"meta": {"schema": "https://example.org/sdmx-json-structure-schema.json"}}', True),
        (b'{"meta": {}, "data": {}}', False),
        # No reader may try in how many ways sixteen thousand declarations can be parted.
        (b"<??>" * 16_000 + b"<x", False),
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
    assert raised.value.expected == "an SDMX structure message with data structures, code lists or flows of data"
    assert came is None or raised.value.came == came


def test_structure_code_lists_and_flows_may_stand_apart_and_come_in_any_order():
    parts = [
        message(concepts(), data_structure()),
        message(code_list("CL_HOIST", HOISTS)),
        message(code_list("CL_INDICATOR", INDICATORS)),
    ]
    assert held(*parts)[0].names == held(whole())[0].names == {"HOIST": HOISTS, "INDICATOR": INDICATORS}
    assert held(*parts) == held(*reversed(parts)) == held(whole())
    (structure,) = held(message(flow("DF")), *parts)
    assert structure.flows == ("KITES:DF(1.0)",)


@pytest.mark.parametrize(
    "form", [Format.STRUCTURE_SDMX_ML_2_1, Format.STRUCTURE_SDMX_ML_3_0, Format.STRUCTURE_SDMX_JSON_2_0_0]
)
def test_every_form_of_a_structure_message_says_the_same(form):
    written = write_sdmx(read_sdmx(BytesIO(whole()), validate=False).structures, form)
    assert is_structure_file(written.encode())
    assert held(written.encode()) == held(whole())


def test_the_newest_version_stands_in_for_one_that_is_not_held():
    versions = held(whole("1.9"), whole("1.10"), whole("1.2"))
    assert matching(versions, "KITES:FLIGHTS(1.2)").id == "KITES:FLIGHTS(1.2)"
    assert matching(versions, "KITES:FLIGHTS(3.0)").id == "KITES:FLIGHTS(1.10)"
    reading = read_statistics(flights("FJI,K1,L,,2041,5", "KITES:FLIGHTS(3.0)"), "k.csv", None, versions)
    assert [each.message for each in reading.findings if each.code is Code.STRUCTURE_VERSION] == [
        "The file refers to KITES:FLIGHTS(3.0); read with KITES:FLIGHTS(1.10), the newest version held."
    ]


def test_of_one_version_in_two_files_the_one_that_names_more_codes_counts():
    short = whole(hoists={"L": "By line"})
    assert held(short, whole()) == held(whole(), short) == held(whole())


def test_an_unknown_dimension_is_understood_and_its_codes_named():
    data = flights("FJI,K1,L,Mrs Kite,2041,5")
    without = read_statistics(data, "k.csv")
    reading = read_statistics(data, "k.csv", None, held(whole()))
    assert {Code.DIMENSION_UNKNOWN, Code.UNIT_UNKNOWN} <= {each.code for each in without.findings}
    row = reading.observations.to_pylist()[0]
    assert (row["breakdown"], row["unit"]) == ("HOIST=L", "per cent")
    assert [(each.code, each.message) for each in reading.findings] == [
        (Code.COLUMN_IGNORED, "Not read: “MAKER”."),
        (Code.SERIES_UNKNOWN, "No indicator of ours: K1; kept under the publisher's own code."),
        (Code.DIMENSION_DESCRIBED, "Column “HOIST” is a dimension of the structure: L (By line)."),
    ]


def test_codes_and_components_that_the_structure_does_not_hold_are_said():
    data = flights("FJI,K2,X,,2041,5").replace(b"OBS_VALUE\n", b"OBS_VALUE,SPOOL\n").replace(b",5\n", b",5,S\n")
    reading = read_statistics(data, "k.csv", None, held(whole()))
    (finding,) = [each for each in reading.findings if each.code is Code.STRUCTURE_LACKS]
    assert finding.message == (
        "The structure KITES:FLIGHTS(1.0) does not hold the components SPOOL; the codes K2 of INDICATOR; "
        "the codes X of HOIST."
    )


def test_a_code_that_we_do_not_know_counts_by_its_name():
    codes = Structure(
        "KITES:FLIGHTS(1.0)",
        ("REF_AREA", "INDICATOR", "SEX", "UNIT_MEASURE", "TIME_PERIOD"),
        "TIME_PERIOD",
        ("OBS_VALUE",),
        (),
        {"SEX": {"7": "Female"}, "UNIT_MEASURE": {"PC9": "Per cent"}},
    )
    data = b"DATAFLOW,REF_AREA,INDICATOR,SEX,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\nKITES:FLIGHTS(1.0),FJI,K1,7,PC9,2041,5\n"
    row = read_statistics(data, "k.csv", None, (codes,)).observations.to_pylist()[0]
    assert (row["sex"], row["unit"]) == ("F", "per cent")
