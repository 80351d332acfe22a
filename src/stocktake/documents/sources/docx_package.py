"""The package of a DOCX file: its parts as parsed XML, opened safely.

Knows ZIP limits, which XML is refused, relationships between parts, and Word's two XML namespaces. Knows nothing
of what the parts say. Reads nothing but the bytes it is given: no network, no external entity, no document type.
"""

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from stocktake.errors import InputError

MAX_MEMBERS = 5_000
MAX_TOTAL_BYTES = 256 * 2**20
MAX_PART_BYTES = 32 * 2**20
# Word's XML packs 10 to 60 times; only a member of some size can do harm.
MAX_RATIO = 250
RATIO_COUNTS_FROM = 2**20

_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATIONSHIP_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_AGAIN = "Download it again, or open it in a word processor and save it as .docx."
# A header before a part: 26 bytes of sizes and dates, then the length of the name, then the name.
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{26}([\x21-\x7e]{1,100}?\.(?:xml|rels))", re.DOTALL)
# What zipfile and zlib raise on damaged bytes, besides BadZipFile.
ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    KeyError,
    IndexError,
)


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Any, name: str) -> str | None:
    """A Word attribute of an element (``w:val``), in either of Word's namespaces; None where it is absent."""
    value: str | None = element.get(_TRANSITIONAL + name, element.get(_STRICT + name))
    return value


def relationship_id(element: Any) -> str | None:
    """The relationship an element names (``r:id``), in either namespace; None where it names none."""
    return next((element.get(name) for name in _RELATIONSHIP_IDS if element.get(name) is not None), None)


def child(element: Any, *path: str) -> Any | None:
    """The first descendant by a path of local names; None where a step is missing."""
    for step in path:
        element = next((each for each in element if local(each) == step), None)
        if element is None:
            return None
    return element


def value_of(element: Any, *path: str) -> str | None:
    """``w:val`` of the first descendant by a path of local names; None where either is missing."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def whole_number(value: str | None, otherwise: int) -> int:
    """The whole number a value spells; ``otherwise`` where it spells none, as word processors do."""
    digits = (value or "").strip()
    if len(digits.lstrip("-")) > len("2147483647") or not digits.lstrip("-").isdecimal():
        return otherwise
    return int(digits) if digits.count("-") <= 1 else otherwise


def list_paths(data: bytes) -> list[str]:
    """The paths of the parts in a ZIP; where its directory is lost, those that still stand before the parts."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except ZIP_TROUBLE:
        return [found[1].decode("ascii") for found in _LOCAL_NAME.finditer(data)]


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another part refers to: by which id, as what (``footnotes``), and its path."""

    id: str
    kind: str
    path: str


class Package:
    """An opened package; hands out its parts as XML."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except ZIP_TROUBLE as error:
            raise self._damaged("a whole DOCX file", "its ZIP directory cannot be read") from error
        _refuse_bombs(self._archive.infolist(), name)
        self._paths = set(self._archive.namelist())

    def xml(self, path: str) -> Any | None:
        """The root element of a part; None where there is no such part.

        Raises:
            InputError: The part is damaged, locked, or brings a document type of its own.
        """
        if path not in self._paths:
            return None
        return self._parse(self._bytes(path), path)

    def related(self, path: str) -> tuple[Relation, ...]:
        """The parts inside the package that the part at ``path`` ("" for the package) refers to."""
        folder, base = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return ()
        return tuple(
            Relation(
                id=each.get("Id", ""),
                kind=each.get("Type", "").rpartition("/")[2],
                path=posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
            )
            for each in root
            if each.get("TargetMode") != "External"
        )

    def main_path(self) -> str:
        """The path of the part that holds the body."""
        named = [each.path for each in self.related("") if each.kind == "officeDocument"]
        return next((path for path in named if path in self._paths), "word/document.xml")

    def _bytes(self, path: str) -> bytes:
        """The bytes of a part, unpacked."""
        info = self._archive.getinfo(path)
        if info.file_size > MAX_PART_BYTES:
            raise InputError(
                expected=f"parts of at most {MAX_PART_BYTES // 2**20} MB",
                came=f"{path} unpacks to {info.file_size / 2**20:.0f} MB",
                where=self._name,
                advice="Resolutions are far smaller: check that this is the file you meant.",
            )
        try:
            return self._archive.read(path)
        except ZIP_TROUBLE as error:
            raise self._damaged("a whole DOCX file", f"{path} cannot be unpacked") from error

    def _parse(self, data: bytes, path: str) -> Any:
        """The root element of XML that brings no document type."""
        from lxml import etree

        if any(mark in data for mark in _DOCTYPES):
            raise self._with_doctype(path)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise self._damaged("well-formed XML", f"{path} is not") from error
        # An encoding other than UTF-8 or UTF-16 can hide the words from the search above.
        if root.getroottree().docinfo.doctype:
            raise self._with_doctype(path)
        return root

    def _with_doctype(self, path: str) -> InputError:
        """The error for a part that brings a document type."""
        return InputError(
            expected="parts without a document type declaration",
            came=f"{path} brings one, which Word never writes",
            where=self._name,
            advice="It may be an attack: do not open it, and ask whoever sent it for another copy.",
        )

    def _damaged(self, expected: str, came: str) -> InputError:
        """The error for a damaged file."""
        return InputError(expected=expected, came=came, where=self._name, advice=_AGAIN)


def _refuse_bombs(members: list[zipfile.ZipInfo], name: str) -> None:
    """Raise InputError where unpacking would fill the memory, or needs a password.

    Unpacking never yields more than the directory declares, so the declared sizes are a true limit.
    """
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL_BYTES:
        raise _bomb(name, f"it holds {len(members)} parts of {total / 2**20:.0f} MB in all")
    for member in members:
        packed_small = member.file_size > MAX_RATIO * max(member.compress_size, 1)
        if packed_small and member.file_size > RATIO_COUNTS_FROM:
            raise _bomb(
                name, f"{member.filename} unpacks to {member.file_size // max(member.compress_size, 1)} times"
            )
        if member.flag_bits & 1:
            raise InputError(
                expected="a DOCX file without a password",
                came="its parts are encrypted",
                where=name,
                advice="Open it with its password, save it without one, and read that.",
            )


def _bomb(name: str, came: str) -> InputError:
    """The error for a package that unpacks to far more than a document."""
    return InputError(
        expected=f"a DOCX file of at most {MAX_MEMBERS} parts, {MAX_TOTAL_BYTES // 2**20} MB unpacked, "
        f"packed at most {MAX_RATIO} times",
        came=came,
        where=name,
        advice="It may be an attack: do not open it, and ask whoever sent it for another copy.",
    )
