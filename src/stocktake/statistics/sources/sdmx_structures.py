"""Structures of SDMX: data structure definitions, code lists and flows of data, read through pysdmx.

Knows which components are dimensions, which measure, which attributes, and the names of codes; and that a structure may
stand in one message, its code lists and flows in others. Reads SDMX-ML 2.1 and 3.0 and SDMX-JSON structure messages. A
message of data alone does not say these things; where no structure is given, ``sdmx_message`` goes by the ids of
components.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

from stocktake.errors import InputError, missing_part

_DTD = b"<!DOCTYPE"
_HEAD = 65_536
# Atomic groups: what a comment or a declaration took is never tried otherwise, however many there are.
_XML = re.compile(
    rb"(?>(?><\?.*?\?>|<!--.*?-->|\s+|\xef\xbb\xbf)*)<(?:\w+:)?Structure\s[^>]*sdmx\.org/resources/sdmxml/schemas/",
    re.DOTALL | re.IGNORECASE,
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{(?=.*sdmx-json-structure-schema)", re.DOTALL)
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
        names: The names of codes, by component; a code without a name is its own.
        flows: Ids of the flows of data that have this structure, as far as any message says.
        lists: Ids of the code lists of the components, wherever these stand.
    """

    id: str
    dimensions: tuple[str, ...]
    time: str
    measures: tuple[str, ...]
    attributes: tuple[str, ...]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    flows: tuple[str, ...] = ()
    lists: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Definitions:
    """What one structure message defines.

    Attributes:
        structures: Its data structure definitions.
        lists: The names of the codes of its code lists, by the id of the list, "IAEG-SDGs:CL_SEX(1.0)".
        flows: The id of the structure of each flow of data, by the id of the flow.
    """

    structures: tuple[Structure, ...] = ()
    lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    flows: Mapping[str, str] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that it defines."""
        return (*(each.id for each in self.structures), *self.flows, *self.lists)


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


def read_structures(data: bytes, name: str) -> Definitions:
    """What a structure message defines.

    Args:
        data: The bytes of the message.
        name: The file's name, for messages.

    Raises:
        InputError: It is no structure message, it holds a document type declaration, or it defines nothing that bears
            on reading data.
        MissingPartError: pysdmx is not installed.
    """
    message = _message(data, name)
    made = Definitions(
        tuple(map(_structure, message.get_data_structure_definitions() or ())),
        {_id(each): _codes(each) for each in message.get_codelists() or ()},
        _flows(message),
    )
    if not made.ids:
        raise _not_structures(name, "it defines none of them")
    return made


def together(messages: Sequence[Definitions]) -> tuple[Structure, ...]:
    """The structures of several messages, each with the codes and the flows that any of them defines.

    One that stands in several messages is taken from the one that names most of its codes; the order of the messages
    does not matter.
    """
    lists = dict(sorted((pair for each in messages for pair in each.lists.items()), key=_fullest_list_last))
    whole = [_with_codes(structure, lists) for each in messages for structure in each.structures]
    once = {each.id: each for each in sorted(whole, key=_fullest_last)}
    targets = dict(sorted(pair for each in messages for pair in each.flows.items()))
    flows = {flow: _best(target, once) for flow, target in targets.items()}
    return tuple(
        replace(each, flows=tuple(flow for flow, found in flows.items() if found == each.id))
        for each in once.values()
    )


def matching(structures: Sequence[Structure], wanted: str) -> Structure | None:
    """The one of ``structures`` that a message refers to, by its own id or that of a flow; None where none is it.

    Another version of what is wanted stands in for it, the newest of several.
    """
    named = {known: each for each in structures for known in (*each.flows, each.id)}
    found = _best(wanted, named)
    return named[found] if found else None


def _with_codes(structure: Structure, lists: Mapping[str, Mapping[str, str]]) -> Structure:
    """The structure with the codes of the lists that stand elsewhere."""
    found = {component: _best(wanted, lists) for component, wanted in structure.lists.items()}
    elsewhere = {component: lists[each] for component, each in found.items() if each}
    return replace(structure, names={**elsewhere, **structure.names})


def _best(wanted: str, held: Collection[str]) -> str | None:
    """The id that is wanted, else that of the newest version held; None where there is none."""
    if wanted in held:
        return wanted
    return max((each for each in held if wanted and _bare(each) == _bare(wanted)), key=_version, default=None)


def _bare(identity: str) -> str:
    return identity.partition("(")[0].casefold()


def _version(identity: str) -> tuple[list[int], str]:
    """What orders versions: their numbers, then the text."""
    printed = identity.partition("(")[2]
    return [int(number) for number in re.findall(r"\d+", printed)], printed


def _fullest_list_last(pair: tuple[str, Mapping[str, str]]) -> tuple[int, str]:
    return len(pair[1]), repr(pair)


def _fullest_last(structure: Structure) -> tuple[int, str]:
    return sum(map(len, structure.names.values())), repr(structure)


def _message(data: bytes, name: str) -> Any:
    try:
        from pysdmx.errors import Invalid
        from pysdmx.io import read_sdmx
    except ImportError as error:
        raise missing_part("statistics", error.name) from error
    if _DTD in data[:_HEAD].upper():
        raise _not_structures(name, "it holds a document type declaration, which no SDMX message has")
    try:
        message = read_sdmx(BytesIO(data), validate=False)
    except (Invalid, ExpatError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError) as error:
        # pysdmx meets what it did not expect with whatever error comes first.
        said = (str(error).splitlines() or [""])[0][:120] or type(error).__name__
        raise _not_structures(name, f"it cannot be read as one ({said})") from error
    if message.structures is None:
        raise _not_structures(name, "it defines none of them")
    return message


def _flows(message: Any) -> dict[str, str]:
    targets = {_id(each): each.structure for each in message.get_dataflows() or ()}
    named = {flow: id_in(each) if isinstance(each, str) else _id(each) for flow, each in targets.items() if each}
    return {flow: structure for flow, structure in named.items() if structure}


def _id(thing: Any) -> str:
    return f"{_agency(thing.agency)}:{thing.id}({thing.version})"


def _structure(definition: Any) -> Structure:
    components = definition.components
    dimensions = tuple(each.id for each in components.dimensions)
    time = next((each.id for each in components.dimensions if each.id in ("TIME_PERIOD", "TIME")), "")
    return Structure(
        id=_id(definition),
        dimensions=dimensions,
        time=time,
        measures=tuple(each.id for each in components.measures),
        attributes=tuple(each.id for each in components.attributes),
        names={each.id: _codes(codes) for each in components if (codes := _codes_of(each))},
        lists={each.id: wanted for each in components if (wanted := id_in(_list_of(each)))},
    )


def _codes_of(component: Any) -> Any:
    return component.local_codes or getattr(component.concept, "codes", None)


def _list_of(component: Any) -> str:
    return component.enum_ref or ""


def _codes(codes: Any) -> dict[str, str]:
    return {code.id: code.name or code.id for code in codes}


def _agency(agency: Any) -> str:
    return agency if isinstance(agency, str) else str(agency.id)


def _not_structures(name: str, came: str) -> InputError:
    return InputError(
        expected="an SDMX structure message with data structures, code lists or flows of data",
        came=came,
        where=name,
        advice="Ask the service for the structure with its code lists (references=all).",
    )
