"""SDMX-ML structure-specific data of observations, 3.0 or 2.1.

Knows the elements of a message with all dimensions on each observation. What the standard wants in a header and we
cannot know is an input: the day of preparation. The data structure is ``STOCKTAKE:OBSERVATIONS``; a missing value is an
observation without the attribute OBS_VALUE.
"""

from datetime import date
from typing import TYPE_CHECKING, Literal

from stocktake.errors import UnsupportedError
from stocktake.statistics.formats.sdmx_cells import cells_of
from stocktake.statistics.formats.sdmx_structure import AGENCY, STRUCTURE_ID, VERSION, header
from stocktake.statistics.sources.sdmx_own import STRUCTURE

if TYPE_CHECKING:
    import pyarrow as pa

Version = Literal["2.1", "3.0"]
_URN = f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={STRUCTURE}"
_REFERENCES: dict[Version, str] = {
    "2.1": f'<Ref agencyID="{AGENCY}" id="{STRUCTURE_ID}" version="{VERSION}"/>',
    "3.0": _URN,
}
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData xmlns:mes="{schemas}/message" xmlns:com="{schemas}/common" \
xmlns:ss="{schemas}/data/structurespecific" xmlns:own="{own}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{header}
<mes:Structure structureID="OBSERVATIONS" namespace="{own}" dimensionAtObservation="AllDimensions">
<com:Structure>{reference}</com:Structure>
</mes:Structure>
</mes:Header>
<mes:DataSet ss:structureRef="OBSERVATIONS" ss:dataScope="DataStructure" ss:action="Information" \
xsi:type="own:DataSetType">"""
_FOOT = "</mes:DataSet>\n</mes:StructureSpecificData>\n"
_FORBIDDEN = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]"
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;"))


def render_sdmx_ml(observations: "pa.Table", prepared: date, version: Version = "3.0") -> bytes:
    """The observations as structure-specific data, in UTF-8, one ``Obs`` each, in their order.

    Args:
        observations: Columns as in ``tables.schema``.
        prepared: The day that the header gives for the making of the message.
        version: Of the standard.

    Raises:
        UnsupportedError: A text holds a character that XML cannot.
    """
    import pyarrow.compute as pc

    head = _HEAD.format(
        schemas=f"http://www.sdmx.org/resources/sdmxml/schemas/v{version.replace('.', '_')}",
        own=f"{_URN}:ObsLevelDim:AllDimensions",
        header=header(prepared),
        reference=_REFERENCES[version],
    )
    parts = [_attribute(component, column) for component, column in cells_of(observations).items()]
    lines = pc.binary_join_element_wise("<Obs", *parts, "/>", "").to_pylist() if observations.num_rows else []
    return "\n".join([head, *lines, _FOOT]).encode()


def _attribute(component: str, column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The attribute of each observation, with the blank before it; the empty text where there is no value."""
    import pyarrow.compute as pc

    if pc.any(pc.match_substring_regex(pc.fill_null(column, ""), _FORBIDDEN)).as_py():
        raise UnsupportedError(
            expected="texts that XML can hold",
            came=f"{component} holds a control character",
            advice="Write SDMX-CSV instead.",
        )
    text = column
    for sign, escaped in _ESCAPES:
        text = pc.replace_substring(text, sign, escaped)
    return pc.fill_null(pc.binary_join_element_wise(f' {component}="', text, '"', ""), "")
