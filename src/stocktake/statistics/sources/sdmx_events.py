"""SDMX-ML data messages as batches of columns: one loop for generic and structure-specific data, 2.1 and 3.

Knows the elements Header, DataSet, Group, Atts, Series, Obs, and in generic data their keys, values and attributes.
Reads with expat, which builds no tree: memory does not grow with the file, only with what the caller keeps. No message
of SDMX has a document type declaration; one that has is refused, so that no entity is ever expanded. Knows no concept.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.sources.sdmx_columns import Columns, Texts
from stocktake.statistics.sources.sdmx_structures import id_in

if TYPE_CHECKING:
    import pyarrow as pa

_CHUNK = 1 << 16
_BATCH = 1 << 14
_ROOT = re.compile(r"http://www\.sdmx\.org/resources/sdmxml/schemas/v(?:2_1|3_\d)/message")
_DATA = re.compile(r"(?:Generic|StructureSpecific)(?:TimeSeries)?Data")
_ALL = "AllDimensions"
_TIME = "TIME_PERIOD"
_VALUE = "OBS_VALUE"
# What the standard itself says of a data set (SDMX-ML, SetAttributeGroup); some writers leave out the namespace.
_OF_THE_STANDARD = frozenset(
    {
        "action",
        "dataScope",
        "publicationPeriod",
        "publicationYear",
        "reportingBeginDate",
        "reportingEndDate",
        "setID",
        "structureRef",
        "validFromDate",
        "validToDate",
    }
)
_KEYS = frozenset({"SeriesKey", "ObsKey", "GroupKey"})


@dataclass(slots=True)
class MessageEvents:
    """What a message says beside its observations; filled while it is read.

    Attributes:
        structure: Id of the structure; empty until the header has named one.
        groups: Values that hold for a part of the key.
        attributes: Components that generic data mark as attributes.
        over: Dimension at the level of observations, where the header says it.
    """

    structure: str = ""
    groups: list[dict[str, str]] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    over: str = _TIME


def read_batches(stream: IO[bytes], name: str, events: MessageEvents) -> Iterator["pa.Table"]:
    """The observations of a message, some thousands at a time, one text column per component.

    An absent value is a null. The column "" holds the place of the observation in the message, from 1 (int32).

    Args:
        stream: The message, in UTF-8.
        name: The file's name, for messages.
        events: Filled with what the message says beside its observations.

    Raises:
        InputError: The XML breaks off or is broken, or it has a document type declaration.
        UnsupportedError: It is no data message of SDMX-ML 2.1 or 3.
    """
    loop = _Loop(name, events)
    try:
        while chunk := stream.read(_CHUNK):
            loop.parser.Parse(chunk, False)  # noqa: FBT003  (expat takes it by place)
            if len(loop.columns.widths) >= _BATCH:
                yield loop.columns.take(whole=False)
        loop.parser.Parse(b"", True)  # noqa: FBT003  (the same)
    except expat.ExpatError as error:
        raise InputError(
            expected="a whole SDMX-ML message",
            came=f"it breaks off or is broken in line {error.lineno}, column {error.offset + 1}",
            where=name,
            advice="Get it again.",
        ) from error
    yield loop.columns.take(whole=True)


class _Loop:
    """The handlers of expat, which take a message apart into observations and what holds for several of them."""

    def __init__(self, name: str, events: MessageEvents) -> None:
        self.name = name
        self.events = events
        self.columns = Columns()
        self.in_dataset: Texts = []
        self.generic = False
        self.pending: Texts | None = None
        self.group: dict[str, str] | None = None
        self.in_key = False
        self.comp: tuple[str, list[str]] | None = None
        self.parser = self._parser()
        self.starts = {
            "Header": self._header,
            "Structure": self._structure,
            "Ref": self._reference,
            "DataSet": self._dataset,
            "Group": self._group,
            "Atts": self._group,
            "Series": self._series,
            "Obs": self._obs,
            "Value": self._value,
            "ObsDimension": self._obs_dimension,
            "ObsValue": self._obs_value,
            "Comp": self._component,
            **dict.fromkeys(_KEYS, self._key),
            "Attributes": self._not_key,
        }
        self.ends = {
            "Obs": self._end_obs,
            "Group": self._end_group,
            "Atts": self._end_group,
            "Comp": self._end_component,
        }

    def _parser(self) -> Any:
        # The bytes are UTF-8 by now, whatever the declaration says.
        parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._root
        return parser

    def _root(self, name: str, _attributes: Texts) -> None:
        space, _, local = name.rpartition(" ")
        if not _ROOT.fullmatch(space) or not _DATA.fullmatch(local):
            raise _unsupported(space, local, self.name)
        self.generic = local.startswith("Generic")
        self.parser.StartElementHandler = self._start if self.generic else self._quick_start()
        self.parser.EndElementHandler = self._end if self.generic else None

    def _quick_start(self) -> Callable[[str, Texts], None]:
        """The handler for structure-specific data, where nearly every element is an observation without children."""
        add, note = self.columns.flat.extend, self.columns.widths.append
        start = self._start

        def quick(name: str, attributes: Texts) -> None:
            if name == "Obs":
                add(attributes)
                note(len(attributes))
            else:
                start(name, attributes)

        return quick

    def _start(self, name: str, attributes: Texts) -> None:
        handler = self.starts.get(name.rpartition(" ")[2])
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        handler = self.ends.get(name.rpartition(" ")[2])
        if handler is not None:
            handler()

    def _header(self, _attributes: Texts) -> None:
        self.parser.CharacterDataHandler = self._header_text

    def _header_text(self, text: str) -> None:
        self.events.structure = self.events.structure or id_in(text)

    def _structure(self, attributes: Texts) -> None:
        said = _pairs(attributes)
        self.events.over = said.get("dimensionAtObservation", self.events.over)
        self._header_text(said.get("namespace", ""))

    def _reference(self, attributes: Texts) -> None:
        said = _pairs(attributes)
        if not self.events.structure and said.get("id") and said.get("agencyID"):
            self.events.structure = f"{said['agencyID']}:{said['id']}({said.get('version', '1.0')})"

    def _dataset(self, attributes: Texts) -> None:
        self.parser.CharacterDataHandler = None
        # On generic data stand attributes of the standard here; components only on structure-specific data.
        said = {} if self.generic else _components(attributes)
        self.in_dataset = [text for name in said if name not in _OF_THE_STANDARD for text in (name, said[name])]
        self.columns.enter(self.in_dataset)

    def _group(self, attributes: Texts) -> None:
        self.group = {} if self.generic else _components(attributes)
        self.events.groups.append(self.group)
        self.parser.EndElementHandler = self._end

    def _end_group(self) -> None:
        self.group = None
        self._until_next()

    def _series(self, attributes: Texts) -> None:
        self.columns.enter([*self.in_dataset, *([] if self.generic else attributes)])

    def _obs(self, attributes: Texts) -> None:
        """An observation of generic data; or one whose element stands in a namespace, which some publishers do."""
        self.pending = [] if self.generic else None
        if not self.generic:
            self.columns.add(attributes)

    def _end_obs(self) -> None:
        if self.pending is not None:
            self.columns.add(self.pending)
            self.pending = None

    def _key(self, _attributes: Texts) -> None:
        self.in_key = True

    def _not_key(self, _attributes: Texts) -> None:
        self.in_key = False

    def _value(self, attributes: Texts) -> None:
        """A value of generic data: of an observation, a group, a series or the data set. In a Comp it has no id."""
        said = _pairs(attributes)
        component = said.get("id", "")
        if not component:
            return
        if not self.in_key:
            self.events.attributes.add(component)
        if self.group is not None:
            self.group[component] = said.get("value", "")
            return
        of = self.columns.contexts[-1] if self.pending is None else self.pending
        of += (component, said.get("value", ""))

    def _obs_dimension(self, attributes: Texts) -> None:
        said = _pairs(attributes)
        over = self.events.over if self.events.over != _ALL else _TIME
        if self.pending is not None:
            self.pending += [said.get("id", over), said.get("value", "")]

    def _obs_value(self, attributes: Texts) -> None:
        said = _pairs(attributes)
        if self.pending is not None:
            self.pending += [said.get("id", _VALUE), said.get("value", "")]

    def _component(self, attributes: Texts) -> None:
        """A component that has several values, or words in several languages (SDMX 3)."""
        self.comp = (_pairs(attributes).get("id", ""), [])
        self.parser.CharacterDataHandler = self.comp[1].append
        self.parser.EndElementHandler = self._end

    def _end_component(self) -> None:
        if self.comp is None:
            return
        component, texts = self.comp
        words = ";".join(text.strip() for text in texts if text.strip())
        if self.group is not None:
            self.group[component] = words
        else:
            self.columns.add_late(component, words)
        self.comp = None
        self.parser.CharacterDataHandler = None
        self._until_next()

    def _until_next(self) -> None:
        """Ends of elements count only within what was begun: most elements of structure-specific data have none."""
        if not self.generic and self.group is None:
            self.parser.EndElementHandler = None

    def _refuse_doctype(self, *_parts: Any) -> None:
        raise InputError(
            expected="an SDMX-ML message",
            came="it has a document type declaration, which no such message has",
            where=self.name,
            advice="It could make a program read other files or fill its memory: get the message from its publisher.",
        )


def _pairs(attributes: Texts) -> dict[str, str]:
    return dict(zip(attributes[::2], attributes[1::2], strict=True))


def _components(attributes: Texts) -> dict[str, str]:
    """The attributes that are components: those without a namespace, and not the standard's own ``type``."""
    pairs = zip(attributes[::2], attributes[1::2], strict=True)
    return {name: value for name, value in pairs if " " not in name and name != "type"}


def _unsupported(space: str, local: str, name: str) -> UnsupportedError:
    came = f"its root is {local}" + (f" of {space}" if space else "")
    advice = "Ask the service for data in SDMX-ML 2.1 or 3.0, or in SDMX-CSV."
    if _ROOT.fullmatch(space) and local == "Structure":
        came, advice = "it holds structures and no observations", "Add the data message of this structure."
    return UnsupportedError(expected="a data message of SDMX-ML 2.1 or 3.0", came=came, where=name, advice=advice)
