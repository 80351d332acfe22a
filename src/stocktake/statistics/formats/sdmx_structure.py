"""The structure message that defines our own data structure, ``STOCKTAKE:OBSERVATIONS``.

Knows the components of the structure and how SDMX-ML 2.1, which all tools read, defines them. All components are text
but the value, the period and the row. Writes no observation.
"""

from collections.abc import Iterable
from datetime import date

from stocktake.statistics.sources.sdmx_own import ATTRIBUTES, DIMENSIONS, MEASURE

AGENCY, STRUCTURE_ID, VERSION = "STOCKTAKE", "OBSERVATIONS", "1.0.0"
_TIME = "TIME_PERIOD"
_TYPES = {MEASURE[1]: "Double", _TIME: "ObservationalTimePeriod", "SOURCE_ROW": "Integer"}
_MESSAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" \
xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
{header}
</mes:Header>
<mes:Structures>
<str:Concepts>
<str:ConceptScheme id="CONCEPTS" {identity}><com:Name xml:lang="en">Components of observations</com:Name>
{concepts}
</str:ConceptScheme>
</str:Concepts>
<str:DataStructures>
<str:DataStructure id="{structure}" {identity}><com:Name xml:lang="en">Observations</com:Name>
<str:DataStructureComponents>
<str:DimensionList id="DimensionDescriptor">
{dimensions}
</str:DimensionList>
<str:AttributeList id="AttributeDescriptor">
{attributes}
</str:AttributeList>
<str:MeasureList id="MeasureDescriptor">
{measure}
</str:MeasureList>
</str:DataStructureComponents>
</str:DataStructure>
</str:DataStructures>
</mes:Structures>
</mes:Structure>
"""
_CONCEPT = '<str:Concept id="{id}"><com:Name xml:lang="en">{id}</com:Name></str:Concept>'
_COMPONENT = """\
<{element} id="{id}"{more}><str:ConceptIdentity><Ref id="{id}" maintainableParentID="CONCEPTS" \
maintainableParentVersion="{version}" agencyID="{agency}" package="conceptscheme" class="Concept"/>\
</str:ConceptIdentity><str:LocalRepresentation><str:TextFormat textType="{type}"/></str:LocalRepresentation>\
{after}</{element}>"""
_OF_THE_VALUE = """\
<str:AttributeRelationship><str:PrimaryMeasure><Ref id="OBS_VALUE"/></str:PrimaryMeasure></str:AttributeRelationship>"""
_HEADER = """\
<mes:Header><mes:ID>OBSERVATIONS</mes:ID><mes:Test>false</mes:Test>\
<mes:Prepared>{prepared}T00:00:00</mes:Prepared><mes:Sender id="STOCKTAKE"/>"""


def render_structure(prepared: date) -> bytes:
    """The structure message, in UTF-8.

    Args:
        prepared: The day that the header gives for the making of the message.
    """
    dimensions = [id_ for id_ in DIMENSIONS.values() if id_ != _TIME]
    listed = [_component("str:Dimension", id_, f' position="{at}"') for at, id_ in enumerate(dimensions, 1)]
    time = _component("str:TimeDimension", _TIME, f' position="{len(listed) + 1}"')
    mandatory = ' assignmentStatus="Mandatory"'
    attributes = (_component("str:Attribute", id_, mandatory, _OF_THE_VALUE) for id_ in ATTRIBUTES.values())
    concepts = (*DIMENSIONS.values(), MEASURE[1], *ATTRIBUTES.values())
    return _MESSAGE.format(
        header=header(prepared),
        identity=f'agencyID="{AGENCY}" version="{VERSION}" isFinal="true"',
        structure=STRUCTURE_ID,
        concepts=_lines(_CONCEPT.format(id=id_) for id_ in concepts),
        dimensions=_lines([*listed, time]),
        attributes=_lines(attributes),
        measure=_component("str:PrimaryMeasure", MEASURE[1]),
    ).encode()


def header(prepared: date) -> str:
    """The beginning of a message's header, up to where data messages name their structure."""
    return _HEADER.format(prepared=prepared.isoformat())


def _component(element: str, component: str, more: str = "", after: str = "") -> str:
    return _COMPONENT.format(
        element=element,
        id=component,
        more=more,
        after=after,
        type=_TYPES.get(component, "String"),
        version=VERSION,
        agency=AGENCY,
    )


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
