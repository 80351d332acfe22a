"""Structure files in a workspace: kept, listed, and used for the data that refer to them, whichever came first."""

from pathlib import Path

import pytest
from structure_messages import HOISTS, code_list, concepts, data_structure, message, whole

from stocktake.findings import Code
from stocktake.publish.datasets_terminal import render_statistics
from stocktake.publish.status_terminal import status_to_json
from stocktake.publish.terminal import to_text
from stocktake.workspace import Workspace
from stocktake.workspace.adding import Said

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

FLIGHTS = b"""STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,HOIST,TIME_PERIOD,OBS_VALUE
dataflow,KITES:FLIGHTS(1.0),I,FJI,K1,L,2041,5
"""

FLIGHTS_XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
 xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:Header><m:ID>K</m:ID><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD">
<c:Structure><Ref agencyID="KITES" id="FLIGHTS" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet structureRef="S"><g:Series><g:SeriesKey><g:Value id="REF_AREA" value="FJI"/>
<g:Value id="INDICATOR" value="K1"/><g:Value id="HOIST" value="L"/></g:SeriesKey>
<g:Obs><g:ObsDimension value="2041"/><g:ObsValue value="5"/></g:Obs></g:Series></m:DataSet></m:GenericData>
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "ws")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "a-flights.csv"
    path.write_bytes(FLIGHTS)
    return path


@pytest.fixture
def structure(tmp_path: Path) -> Path:
    path = tmp_path / "structure.xml"
    path.write_bytes(whole())
    return path


def codes(workspace: Workspace) -> set[Code]:
    return {finding.code for dataset in workspace.statistics.contents().datasets for finding in dataset.findings}


def test_a_structure_file_is_kept_as_it_came_and_listed(workspace: Workspace, structure: Path):
    (result,) = workspace.add([structure])
    assert (result.became, result.dataset, result.document) == ("added", None, None)
    assert result.defines == ("KITES:FLIGHTS(1.0)", "KITES:CL_HOIST(1.0)", "KITES:CL_INDICATOR(1.0)")
    (holding,) = workspace.holdings
    assert holding.kind == "structure"
    assert workspace.store.original(holding).read_bytes() == whole()
    assert [each.became for each in workspace.add([structure])] == ["already there"]
    state = workspace.status()
    assert state.statistics.structures == (holding,)
    assert status_to_json(state, ())["structures"] == [{"source": "structure.xml", "sha256": holding.sha256}]
    assert "structure.xml" in "".join(map(to_text, render_statistics(state.statistics)))
    assert not workspace.store.strays()


def test_the_order_of_adding_does_not_matter(workspace: Workspace, data: Path, structure: Path, tmp_path: Path):
    workspace.add([data])
    assert Code.DIMENSION_UNKNOWN in codes(workspace)
    workspace.add([structure])
    assert codes(workspace) == {Code.SERIES_UNKNOWN, Code.DIMENSION_DESCRIBED}
    assert workspace.statistics.contents().read == 0
    other = Workspace.create(tmp_path / "other")
    other.add([structure])
    other.add([data])
    together = Workspace.create(tmp_path / "together")
    (first, _) = together.add([data, structure])
    assert first.dataset is not None
    held = [each.statistics.contents().datasets[0] for each in (workspace, other, together)]
    assert held[0] == held[1] == held[2] == first.dataset


def test_data_in_sdmx_ml_name_their_structure_in_the_header(workspace: Workspace, structure: Path, tmp_path: Path):
    (tmp_path / "a.xml").write_bytes(FLIGHTS_XML)
    results = workspace.add([tmp_path / "a.xml", structure])
    assert [each.became for each in results] == ["added", "added"]
    assert codes(workspace) == {Code.SERIES_UNKNOWN, Code.DIMENSION_DESCRIBED}


def test_structure_and_code_lists_may_come_in_files_of_their_own(workspace: Workspace, data: Path, tmp_path: Path):
    (tmp_path / "lists.xml").write_bytes(message(code_list("CL_HOIST", HOISTS)))
    (tmp_path / "structure.xml").write_bytes(message(concepts(), data_structure()))
    workspace.add([data, tmp_path / "lists.xml", tmp_path / "structure.xml"])
    (dataset,) = workspace.statistics.contents().datasets
    assert "Column “HOIST” is a dimension of the structure: L (By line)." in [
        each.message for each in dataset.findings
    ]


def test_data_that_refer_to_no_structure_are_not_read_again(workspace: Workspace, structure: Path, tmp_path: Path):
    (tmp_path / "plain.csv").write_bytes(b"indicator,area,period,value\n17.8.1,FJI,2041,41.5\n")
    workspace.add([tmp_path / "plain.csv"])
    workspace.add([structure])
    assert workspace.statistics.contents().read == 0


def test_a_structure_that_was_altered_is_a_fault_and_not_used(workspace: Workspace, data: Path, structure: Path):
    workspace.add([data, structure])
    (holding,) = [each for each in workspace.holdings if each.kind == "structure"]
    workspace.store.original(holding).write_bytes(whole("2.0"))
    contents = workspace.statistics.contents()
    assert [(each.name, fault[:25]) for each, fault in contents.faults] == [
        ("structure.xml", "the original was altered:")
    ]
    assert contents.structures == ()
    assert Code.DIMENSION_UNKNOWN in codes(workspace)
    assert [each.became for each in workspace.add([structure])] == ["restored"]
    assert Code.DIMENSION_DESCRIBED in codes(workspace)


def test_a_damaged_structure_file_is_refused_and_leaves_nothing(workspace: Workspace, structure: Path):
    structure.write_bytes(whole()[:900])
    (result,) = workspace.add([structure])
    assert result.error is not None
    assert result.error.message.startswith(
        "structure.xml: expected an SDMX structure message with data structures, code lists or flows of data, but it "
        "cannot be read as one ("
    )
    assert workspace.holdings == ()


def test_a_symbol_is_not_said_of_a_structure_file(workspace: Workspace, structure: Path):
    (result,) = workspace.add([structure], Said(symbol="A/RES/97/901"))
    assert result.error is not None
    assert result.error.message == (
        "structure.xml: expected a text for --symbol, but this is a structure file. Leave the option out."
    )
