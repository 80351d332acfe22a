"""The package of a report in DOCX: parts, relations, content types, properties; the same bytes each time.

Knows the Open Packaging Conventions (ECMA-376 part 2). No clock is read: the file bears the date of the review.
"""

import zipfile
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree

from stocktake.documents.formats.redline_write import R
from stocktake.publish.report.docx_body import Body, Relation
from stocktake.publish.report.numbering import NumberedReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
# The earliest time that a ZIP file can carry.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def pack(body: Body, fixed: "Mapping[str, Any]", report: NumberedReport) -> bytes:
    """The DOCX file.

    Args:
        body: The document, its footnotes and pictures.
        fixed: Roots of the other parts by name: ``styles``, ``settings``, ``numbering``, ``header``, ``footer``.
        report: For the properties of the file.
    """
    related = [Relation(name, name, f"{name}.xml") for name in (*fixed, "footnotes")]
    parts = {
        "[Content_Types].xml": _content_types((*fixed, "footnotes")),
        "_rels/.rels": _relations(
            (
                Relation("main", "officeDocument", "word/document.xml"),
                Relation("core", "core", "docProps/core.xml"),
            )
        ),
        "docProps/core.xml": _core(report),
        "word/document.xml": _bytes(body.document),
        "word/footnotes.xml": _bytes(body.footnotes),
        **{f"word/{name}.xml": _bytes(root) for name, root in fixed.items()},
        "word/_rels/document.xml.rels": _relations([*related, *body.relations]),
        "word/_rels/footnotes.xml.rels": _relations(body.note_relations),
        **{f"word/media/{name}": data for name, data in body.pictures.items()},
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relations(relations: "Iterable[Relation]") -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for each in relations:
        kind = f"{_RELATIONS}/metadata/core-properties" if each.kind == "core" else f"{R}/{each.kind}"
        made = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=each.id, Type=kind, Target=each.target)
        if each.external:
            made.set("TargetMode", "External")
    return _bytes(root)


def _content_types(names: "Iterable[str]") -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    for ending, kind in endings.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    kinds = {"/word/document.xml": f"{_WORD}.document.main+xml", "/docProps/core.xml": _CORE}
    kinds |= {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in names}
    for part, kind in kinds.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=part, ContentType=kind)
    return _bytes(root)


def _core(report: NumberedReport) -> bytes:
    root = etree.Element(
        f"{{{_PROPERTIES}}}coreProperties",
        nsmap={"cp": _PROPERTIES, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE},
    )
    told = {
        "title": report.title,
        "subject": report.subtitle,
        "creator": "Stocktake",
        "language": report.language,
    }
    for name, words in told.items():
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = words
    for name in ("created", "modified"):
        time = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        time.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        time.text = f"{date.fromisoformat(report.as_of).isoformat()}T00:00:00Z"
    return _bytes(root)
