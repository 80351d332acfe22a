"""Structures of SDMX: a data structure definition with its code lists, read through pysdmx.

Knows which components are dimensions, which measure, which attributes, and the names of codes. Reads SDMX-ML 2.1 and
3.0 and SDMX-JSON structure messages. A message of data alone does not say these things; where no structure is given,
``sdmx_message`` goes by the ids of components.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

from stocktake.errors import InputError, MissingPartError, NotFoundError, nearest

_DTD = b"<!DOCTYPE"


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
    """

    id: str
    dimensions: tuple[str, ...]
    time: str
    measures: tuple[str, ...]
    attributes: tuple[str, ...]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


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
    made = tuple(_structure(each) for each in message.get_data_structure_definitions() or ())
    if not made:
        raise _not_structures(name, "it defines no data structure")
    return made


def structure_for(structures: tuple[Structure, ...], wanted: str) -> Structure:
    """The one of ``structures`` that a message refers to: by its id, else by the id of a flow of the same name.

    Raises:
        NotFoundError: None is it; the nearest are named.
    """
    bare = _bare(wanted)
    found = next((each for each in structures if each.id == wanted), None)
    found = found or next((each for each in structures if _bare(each.id) == bare), None)
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
    if _DTD in data[:65_536].upper():
        raise _not_structures(name, "it holds a document type declaration, which no SDMX message has")
    try:
        return read_sdmx(BytesIO(data), validate=False)
    except (Invalid, ExpatError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError) as error:
        # pysdmx meets what it did not expect with whatever error comes first.
        said = (str(error).splitlines() or [""])[0][:120] or type(error).__name__
        raise _not_structures(name, f"it cannot be read as one ({said})") from error


def _structure(definition: Any) -> Structure:
    components = definition.components
    dimensions = tuple(each.id for each in components.dimensions)
    time = next((each.id for each in components.dimensions if each.id in ("TIME_PERIOD", "TIME")), "")
    return Structure(
        id=f"{_agency(definition.agency)}:{definition.id}({definition.version})",
        dimensions=dimensions,
        time=time,
        measures=tuple(each.id for each in components.measures),
        attributes=tuple(each.id for each in components.attributes),
        names={each.id: names for each in components if (names := _names(each))},
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
