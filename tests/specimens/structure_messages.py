"""Invented structure messages of SDMX-ML 2.1: a data structure, its code lists and a flow, together or apart."""

from collections.abc import Mapping

_MESSAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" \
xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<mes:Header><mes:ID>KITES</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2041-01-01T00:00:00</mes:Prepared>\
<mes:Sender id="KITES"/></mes:Header>
<mes:Structures>{parts}</mes:Structures>
</mes:Structure>
"""
_NAME = '<com:Name xml:lang="en">{}</com:Name>'
DIMENSIONS = ("REF_AREA", "INDICATOR", "HOIST", "TIME_PERIOD")
ATTRIBUTES = ("MAKER",)
HOISTS: Mapping[str, str] = {"L": "By line", "R": "By rod"}
INDICATORS: Mapping[str, str] = {"K1": "Kites in the air (% of kites)"}


def message(*parts: str) -> bytes:
    """A structure message with these parts, which come in the order that the schema asks for."""
    return _MESSAGE.format(parts="".join(parts)).encode()


def code_list(name: str, codes: Mapping[str, str], version: str = "1.0") -> str:
    """A code list of the agency KITES."""
    items = "".join(f'<str:Code id="{code}">{_NAME.format(text)}</str:Code>' for code, text in codes.items())
    return (
        f'<str:Codelists><str:Codelist id="{name}" agencyID="KITES" version="{version}">{_NAME.format(name)}{items}'
        "</str:Codelist></str:Codelists>"
    )


def concepts() -> str:
    """The concepts of all components."""
    items = "".join(
        f'<str:Concept id="{each}">{_NAME.format(each)}</str:Concept>'
        for each in (*DIMENSIONS, *ATTRIBUTES, "OBS_VALUE", "SPOOL")
    )
    return (
        '<str:Concepts><str:ConceptScheme id="CS" agencyID="KITES" version="1.0">'
        f"{_NAME.format('CS')}{items}</str:ConceptScheme></str:Concepts>"
    )


def data_structure(version: str = "1.0", dimensions: tuple[str, ...] = DIMENSIONS) -> str:
    """The data structure KITES:FLIGHTS; HOIST and INDICATOR have code lists."""
    made = "".join(
        _component("TimeDimension" if each == "TIME_PERIOD" else "Dimension", each, f' position="{at}"')
        for at, each in enumerate(dimensions, 1)
    )
    attributes = "".join(
        _component(
            "Attribute",
            each,
            ' assignmentStatus="Conditional"',
            "<str:AttributeRelationship><str:None/></str:AttributeRelationship>",
        )
        for each in ATTRIBUTES
    )
    return (
        f'<str:DataStructures><str:DataStructure id="FLIGHTS" agencyID="KITES" version="{version}">'
        f"{_NAME.format('Flights')}<str:DataStructureComponents>"
        f'<str:DimensionList id="DimensionDescriptor">{made}</str:DimensionList>'
        f'<str:AttributeList id="AttributeDescriptor">{attributes}</str:AttributeList>'
        f'<str:MeasureList id="MeasureDescriptor">{_component("PrimaryMeasure", "OBS_VALUE")}</str:MeasureList>'
        "</str:DataStructureComponents></str:DataStructure></str:DataStructures>"
    )


def flow(name: str, version: str = "1.0") -> str:
    """A flow of data that has this data structure."""
    return (
        f'<str:Dataflows><str:Dataflow id="{name}" agencyID="KITES" version="{version}">{_NAME.format(name)}'
        '<str:Structure><Ref id="FLIGHTS" agencyID="KITES" version="1.0" package="datastructure" '
        'class="DataStructure"/></str:Structure></str:Dataflow></str:Dataflows>'
    )


def whole(version: str = "1.0", hoists: Mapping[str, str] = HOISTS) -> bytes:
    """The data structure with both code lists."""
    lists = code_list("CL_HOIST", hoists) + code_list("CL_INDICATOR", INDICATORS)
    return message(lists.replace("</str:Codelists><str:Codelists>", ""), concepts(), data_structure(version))


def _component(element: str, name: str, more: str = "", after: str = "") -> str:
    has_codes = name in ("HOIST", "INDICATOR")
    reference = f'<Ref id="CL_{name}" agencyID="KITES" version="1.0" package="codelist" class="Codelist"/>'
    shape = (
        f"<str:Enumeration>{reference}</str:Enumeration>" if has_codes else '<str:TextFormat textType="String"/>'
    )
    return (
        f'<str:{element} id="{name}"{more}><str:ConceptIdentity><Ref id="{name}" maintainableParentID="CS" '
        'maintainableParentVersion="1.0" agencyID="KITES" package="conceptscheme" class="Concept"/>'
        f"</str:ConceptIdentity><str:LocalRepresentation>{shape}</str:LocalRepresentation>{after}</str:{element}>"
    )
