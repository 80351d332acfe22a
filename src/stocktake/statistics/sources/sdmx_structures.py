"""Structures of SDMX: a data structure definition with its code lists, read through pysdmx.

Knows which components are dimensions, which measure, which attributes, and the names of codes. Reads SDMX-ML 2.1 and
3.0 and SDMX-JSON structure messages. A message of data alone does not say these things; where no structure is given,
``sdmx_message`` goes by the ids of components.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

from stocktake.errors import InputError, MissingPartError, NotFoundError, nearest

_DTD = b"<!DOCTYPE"
_HEAD = 65_536
_XML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:\w+:)?Structure\s[^>]*sdmx\.org/resources/sdmxml/schemas/",
    re.DOTALL | re.IGNORECASE,
)
_JSON = re.compile(rb"\s*\{(?=.*sdmx-json-structure-schema)", re.DOTALL)
_URN = re.compile(r"=([^=:]+:[^=:()]+\([^()]*\))")


@dataclass(frozen=True, slots=True)
class Structure:
    """A data structure definition, as far as reading data needs it.

    Attributes:
        id: "IAEG-SDGs:SDG(1.0)".
        dimensions: Ids of all dimensions, that of time too.
        time: Id of the dimension of time; empty where it has none.
        measures: Ids of the measures.
        attributes: Ids of the attributes.
        names: The names of codes, by component.
        flows: Ids of the flows of data that have this structure, as far as the structure message says.
    """

    id: str
    dimensions: tuple[str, ...]
    time: str
    measures: tuple[str, ...]
    attributes: tuple[str, ...]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    flows: tuple[str, ...] = ()


def id_in(urn: str) -> str:
    """The id of what a URN of SDMX names, "IAEG-SDGs:SDG(1.0)"; empty where it is none."""
    named = _URN.search(urn)
    return named[1] if named else ""


def is_structure_file(data: bytes) -> bool:
    """Whether the bytes begin as a structure message of SDMX, in XML or JSON."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        # A cut in the middle of a character loses that character.
        head = head.decode("utf-16", "ignore").encode()
    return _XML.match(head) is not None or _JSON.match(head) is not None


def read_structures(data: bytes, name: str) -> tuple[Structure, ...]:
    """The data structure definitions of a structure message, each with the names of its codes.

    Args:
        data: The bytes of the message.
        name: The file's name, for messages.

    Raises:
        InputError: It is no structure message, it holds a document type declaration, or it defines no data structure.
        MissingPartError: pysdmx is not installed.
    """
    message = _message(data, name)
    flows = _flows(message)
    made = tuple(_structure(each, flows) for each in message.get_data_structure_definitions() or ())
    if not made:
        raise _not_structures(name, "it defines no data structure")
    return made


def matching(structures: tuple[Structure, ...], wanted: str) -> Structure | None:
    """The one of ``structures`` that a message refers to, by its own id or that of a flow; None where none is it.

    Another version of what is wanted stands in for it.
    """
    bare = _bare(wanted)
    asked: tuple[Callable[[Structure], bool], ...] = (
        lambda each: wanted in (each.id, *each.flows),
        lambda each: bare in map(_bare, (each.id, *each.flows)),
    )
    return next((each for fits in asked for each in structures if fits(each)), None)


def structure_for(structures: tuple[Structure, ...], wanted: str) -> Structure:
    """The one of ``structures`` that a message refers to; the only one, where it says none.

    Raises:
        NotFoundError: None is it; the nearest are named.
    """
    found = matching(structures, wanted)
    if found is None and len(structures) == 1 and not wanted:
        return structures[0]
    if found is None:
        raise NotFoundError(
            expected=f"the data structure {wanted or '(the message names none)'}",
            came="the structure file defines others",
            choices=nearest(wanted, [each.id for each in structures]) or tuple(each.id for each in structures[:3]),
            advice="Give the structure file of this data set.",
        )
    return found


def _bare(structure: str) -> str:
    return structure.partition("(")[0].casefold()


def _message(data: bytes, name: str) -> Any:
    try:
        from pysdmx.errors import Invalid
        from pysdmx.io import read_sdmx
    except ImportError as error:
        raise MissingPartError(
            expected="the optional part 'statistics'",
            came=f"{error.name} is not installed",
            advice="Install it with `pip install 'stocktake[statistics]'`.",
        ) from error
    if _DTD in data[:_HEAD].upper():
        raise _not_structures(name, "it holds a document type declaration, which no SDMX message has")
    try:
        return read_sdmx(BytesIO(data), validate=False)
    except (Invalid, ExpatError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError) as error:
        # pysdmx meets what it did not expect with whatever error comes first.
        said = (str(error).splitlines() or [""])[0][:120] or type(error).__name__
        raise _not_structures(name, f"it cannot be read as one ({said})") from error


def _flows(message: Any) -> dict[str, list[str]]:
    """The ids of flows, by the bare id of the structure that each refers to."""
    made: dict[str, list[str]] = {}
    for flow in message.get_dataflows() or ():
        target = flow.structure
        structure = id_in(target) if isinstance(target, str) else _id(target) if target else ""
        if structure:
            made.setdefault(_bare(structure), []).append(_id(flow))
    return made


def _id(thing: Any) -> str:
    return f"{_agency(thing.agency)}:{thing.id}({thing.version})"


def _structure(definition: Any, flows: Mapping[str, list[str]]) -> Structure:
    components = definition.components
    dimensions = tuple(each.id for each in components.dimensions)
    time = next((each.id for each in components.dimensions if each.id in ("TIME_PERIOD", "TIME")), "")
    return Structure(
        id=_id(definition),
        dimensions=dimensions,
        time=time,
        measures=tuple(each.id for each in components.measures),
        attributes=tuple(each.id for each in components.attributes),
        names={each.id: names for each in components if (names := _names(each))},
        flows=tuple(flows.get(_bare(_id(definition)), ())),
    )


def _names(component: Any) -> dict[str, str]:
    codes = component.local_codes or getattr(component.concept, "codes", None) or ()
    return {code.id: code.name for code in codes if code.name}


def _agency(agency: Any) -> str:
    return agency if isinstance(agency, str) else str(agency.id)


def _not_structures(name: str, came: str) -> InputError:
    return InputError(
        expected="an SDMX structure message with a data structure definition",
        came=came,
        where=name,
        advice="Ask the service for the structure with its code lists (references=all).",
    )
