"""DOCX to lines: one line for each paragraph, with typed and automatic numbers, notes, headers and footers.

Knows the order in which the parts are read: page headers, body, page footers, notes. Tracked changes are read as
accepted and said so. Knows nothing of what a paragraph is for. The old binary ``.doc`` and files with a password
are recognised, to say what to do with them.
"""

from collections.abc import Iterator
from typing import Any

from stocktake.documents.sources.docx_notes import KINDS, NoteMarks, Reference, read_counting
from stocktake.documents.sources.docx_numbering import read_numbering
from stocktake.documents.sources.docx_package import (
    Package,
    Relation,
    attribute,
    child,
    list_paths,
    local,
    relationship_id,
)
from stocktake.documents.sources.docx_story import Shared, Story
from stocktake.documents.sources.docx_styles import read_styles
from stocktake.documents.sources.extracted import RAISED, Passage, Piece, lay_out, merge, strip
from stocktake.documents.sources.line import SourceText, Zone
from stocktake.documents.sources.revisions import find_revisions
from stocktake.errors import InputError, UnsupportedError

NAME = "DOCX"

_ZIP = b"PK\x03\x04"
_BODY = "word/document"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BINARY_WORD = "WordDocument".encode("utf-16-le")
_SAVE_AS = "Open it in a word processor, save it as .docx, and read that."


def handles(data: bytes) -> bool:
    """Whether these bytes are a Word file: a ZIP with a Word body (whole or not), an old or encrypted one."""
    if data.startswith(_COMPOUND):
        return _ENCRYPTED in data or _BINARY_WORD in data
    return data.startswith(_ZIP) and any(path.startswith(_BODY) for path in list_paths(data))


def read(data: bytes, name: str, digest: str) -> SourceText:
    """The text and its lines.

    Raises:
        InputError: The file is damaged, encrypted, a ZIP bomb, brings a document type, or holds no words.
        UnsupportedError: It is an old binary Word file, or its words stand in another file inside it.
    """
    if data.startswith(_COMPOUND):
        raise _compound_error(data, name)
    package = Package(data, name)
    path = package.main_path()
    root = package.xml(path)
    body = None if root is None or local(root) != "document" else child(root, "body")
    if body is None:
        raise InputError(
            expected="a Word document", came=f"{path} is not there or has no body", where=name, advice=_SAVE_AS
        )
    shared, passages = _read_parts(package, package.related(path), body)
    text, lines = lay_out(passages)
    _refuse_wordless(text, body, name)
    return SourceText(
        text=text,
        lines=lines,
        name=name,
        format="docx",
        sha256=digest,
        findings=find_revisions(shared.revisions),
        wrapped=any(not line.gap for line in lines),
    )


def _read_parts(package: Package, relations: tuple[Relation, ...], body: Any) -> tuple[Shared, list[Passage]]:
    """All passages of the file, and what was counted on the way."""
    roots = {each.kind: package.xml(each.path) for each in relations if each.kind in _SINGLE_PARTS}
    settings = roots.get("settings")
    sections = [each for each in body.iter() if isinstance(each.tag, str) and local(each) == "sectPr"]
    styles = read_styles(roots.get("styles"))
    shared = Shared(styles=styles, numbering=read_numbering(roots.get("numbering"), styles))
    shared.marks = NoteMarks(
        tuple({kind: read_counting(settings, section, kind) for kind in KINDS} for section in sections)
    )
    furniture = _Furniture(package, relations, shared, settings)
    headers = furniture.read(sections, "header", Zone.PAGE_HEADER)
    words = Story(shared).read(body)
    footers = furniture.read(sections, "footer", Zone.PAGE_FOOTER)
    notes = [passage for kind in KINDS for passage in _read_notes(roots.get(f"{kind}s"), kind, shared)]
    return shared, [*headers, *words, *footers, *notes]


_SINGLE_PARTS = frozenset({"styles", "numbering", "settings", "footnotes", "endnotes"})


class _Furniture:
    """Reads page headers and footers: those that are printed, each distinct line once.

    The header of a first page of its own is no furniture: it is printed once, above the text, and the UN prints
    symbol, distribution and date in it.
    """

    def __init__(
        self, package: Package, relations: tuple[Relation, ...], shared: Shared, settings: Any | None
    ) -> None:
        self._package = package
        self._paths = {each.id: each.path for each in relations}
        self._shared = shared
        self._even = settings is not None and child(settings, "evenAndOddHeaders") is not None

    def read(self, sections: list[Any], kind: str, zone: Zone) -> list[Passage]:
        """The passages of all headers (or footers), the first page's first."""
        passages: dict[str, Passage] = {}
        for path, which in dict(self._printed(sections, kind)).items():
            root = self._package.xml(path)
            own_zone = Zone.UNSAID if (kind, which) == ("header", "first") else zone
            for passage in Story(self._shared, zone).read(root) if root is not None else ():
                passage.page, passage.zone = 1, own_zone
                passages.setdefault(passage.text.strip(), passage)
        return list(passages.values())

    def _printed(self, sections: list[Any], kind: str) -> Iterator[tuple[str, str]]:
        """Path and type of those that some page prints: a file may keep others from the form it was made from."""
        for section in sections:
            named = {
                attribute(each, "type") or "default": self._paths.get(relationship_id(each) or "")
                for each in section
                if local(each) == f"{kind}Reference"
            }
            printed = {"first": child(section, "titlePg") is not None, "default": True, "even": self._even}
            yield from ((path, which) for which, on in printed.items() if on and (path := named.get(which)))


def _read_notes(root: Any | None, kind: str, shared: Shared) -> list[Passage]:
    """The passages of the notes that the text refers to, in order of their marks."""
    elements = (
        {attribute(each, "id") or "": each for each in root if local(each) == kind} if root is not None else {}
    )
    wanted = [each for each in shared.marks.references.values() if each.kind == kind]
    return [
        passage
        for reference in wanted
        if reference.note in elements
        for passage in _read_note(elements[reference.note], reference, shared)
    ]


def _read_note(element: Any, reference: Reference, shared: Shared) -> list[Passage]:
    """The passages of one note; the first begins with its mark, raised."""
    passages = [each for each in Story(shared, Zone.NOTE, reference.mark).read(element) if not each.blank]
    for passage in passages:
        passage.page = reference.page
    if passages:
        passages[0].pieces = _with_mark(merge(strip(passages[0].pieces)), reference.mark)
    return passages


def _with_mark(pieces: list[Piece], mark: str) -> list[Piece]:
    """The pieces of a note with its mark raised at the beginning, typed there or not."""
    first = pieces[0]
    if first.style.raised and first.text.strip() == mark:
        return pieces
    if first.text.startswith(mark):
        return [Piece(mark, RAISED), Piece(first.text[len(mark) :], first.style), *pieces[1:]]
    return [Piece(mark, RAISED), Piece(" "), *pieces]


def _compound_error(data: bytes, name: str) -> InputError | UnsupportedError:
    """The error for Microsoft's older container: a file with a password, or one from before 2007."""
    if _ENCRYPTED in data:
        return InputError(
            expected="a DOCX file without a password",
            came="this one is encrypted",
            where=name,
            advice="Open it with its password, save it without one, and read that.",
        )
    return UnsupportedError(
        expected="a DOCX file", came="this is the older binary Word format (.doc)", where=name, advice=_SAVE_AS
    )


def _refuse_wordless(text: str, body: Any, name: str) -> None:
    """Raise where there are no words, and say why where that can be seen."""
    if text:
        return
    if any(local(each) == "altChunk" for each in body.iter() if isinstance(each.tag, str)):
        raise UnsupportedError(
            expected="a document with its words in its own body",
            came="they stand in another file inside it (altChunk)",
            where=name,
            advice=_SAVE_AS,
        )
    raise InputError(
        expected="a document with words",
        came="it has none",
        where=name,
        advice="If it holds scanned pages as pictures, run text recognition on them first.",
    )
