"""The package of a DOCX file around its words: styles, page, settings, header, footer; the same bytes each time.

Knows the look of a resolution (Times New Roman 10, justified between wide margins, first line indented) and the
Open Packaging Conventions. Knows nothing of changes.
"""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from stocktake.documents.formats.redline_write import R, W, Written, add, clean, w

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The parts of the package: relation, content type.
_PARTS = {
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "comments": f"{_WORD}.comments+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
}
# The earliest time that a ZIP file can carry: no clock is read.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FONT = "Times New Roman"

# Name, title, paragraph properties, run properties. Lengths in twentieths of a point, sizes in half points.
_LINE = '<w:spacing w:after="0" w:line="240" w:lineRule="exact"/>'
_SPACED = '<w:spacing w:after="120" w:line="240" w:lineRule="exact"/>'
_MARGINS = '<w:ind w:left="1267" w:right="1267"/>'
_FIRST_LINE = '<w:ind w:left="1267" w:right="1267" w:firstLine="475"/>'
_RULED = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="auto"/></w:pBdr>'
_TAB = '<w:tabs><w:tab w:val="left" w:pos="{}"/></w:tabs>'
_JUSTIFIED, _RIGHT = '<w:jc w:val="both"/>', '<w:jc w:val="right"/>'
_APART = '<w:keepNext/><w:spacing w:before="{}" w:after="{}"/>'
_BODY = f"{_TAB.format(2218)}{_SPACED}{_FIRST_LINE}{_JUSTIFIED}"
_SMALL = '<w:sz w:val="17"/>'
_PARAGRAPH_STYLES = (
    ("UNSymbol", "UN Symbol", f'{_RULED}<w:spacing w:after="120"/>{_RIGHT}', '<w:sz w:val="28"/>'),
    ("UNOrgan", "UN Organ", '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="34"/>'),
    ("UNLine", "UN Line", _LINE, ""),
    ("UNSession", "UN Session", _LINE, "<w:b/>"),
    ("UNAdoption", "UN Adoption", f"{_APART.format(360, 120)}{_MARGINS}", '<w:b/><w:sz w:val="28"/>'),
    ("UNReport", "UN Report", f"<w:keepNext/>{_SPACED}{_MARGINS}", "<w:i/>"),
    ("UNTitle", "UN Title", f"{_APART.format(240, 240)}{_MARGINS}", '<w:b/><w:sz w:val="24"/>'),
    ("UNOpening", "UN Opening", f"<w:keepNext/>{_SPACED}{_FIRST_LINE}", ""),
    ("UNHeading", "UN Heading", f"{_APART.format(240, 120)}{_MARGINS}", "<w:b/>"),
    ("UNBody", "UN Body", _BODY, ""),
    ("UNItem", "UN Item", _BODY, ""),
    (
        "UNSubItem",
        "UN Sub-item",
        f'{_TAB.format(2693)}{_SPACED}<w:ind w:left="2218" w:right="1267"/>{_JUSTIFIED}',
        "",
    ),
    ("UNClosing", "UN Closing", f"{_SPACED}{_MARGINS}{_RIGHT}", "<w:i/>"),
    (
        "FootnoteText",
        "footnote text",
        f'<w:spacing w:after="0" w:line="200" w:lineRule="exact"/>{_MARGINS}',
        _SMALL,
    ),
    ("CommentText", "annotation text", "", ""),
    ("Header", "header", '<w:spacing w:after="240"/>', _SMALL),
    ("Footer", "footer", _RIGHT, _SMALL),
)
_CHARACTER_STYLES = (
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("CommentReference", "annotation reference", '<w:sz w:val="16"/>'),
    ("UNNumber", "UN Number", ""),
)


def pack(written: Written, title: str, notice: str) -> bytes:
    """The DOCX file.

    Args:
        written: The body, footnotes and comments.
        title: The title among the file's properties.
        notice: What the header of every page says.
    """
    roots = {
        "document": _document(written.body),
        "styles": _styles(),
        "settings": _settings(),
        "footnotes": _footnotes(written.footnotes),
        "comments": written.comments,
        "header": _header(notice),
        "footer": _footer(),
    }
    parts = {f"word/{name}.xml": _bytes(root) for name, root in roots.items()}
    parts["word/_rels/document.xml.rels"] = _relations({name: (f"{R}/{name}", f"{name}.xml") for name in _PARTS})
    parts["docProps/core.xml"] = _core(title)
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = _relations(
        {"main": (f"{R}/officeDocument", "word/document.xml"), "core": (core, "docProps/core.xml")}
    )
    return _zip({"[Content_Types].xml": _content_types(), **parts})


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _bytes(root: Any) -> bytes:
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _document(body: Any) -> Any:
    root = etree.Element(w("document"), nsmap={"w": W, "r": R})
    root.append(body)
    section = add(body, "sectPr")
    for name in ("header", "footer"):
        reference = add(section, f"{name}Reference", type="default")
        reference.set(f"{{{R}}}id", name)
    add(section, "pgSz", w="12240", h="15840")
    edges = {"top": "1440", "right": "1195", "bottom": "1440", "left": "1195"}
    add(section, "pgMar", **edges, header="576", footer="576", gutter="0")
    return root


def _styles() -> Any:
    style = '<w:style w:type="{}" w:styleId="{}"{}><w:name w:val="{}"/>{}<w:qFormat/>{}{}</w:style>'
    made = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    ]
    for key, title, paragraph, look in _PARAGRAPH_STYLES:
        own = ' w:customStyle="1"' if key.startswith("UN") else ""
        properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
        run = f"<w:rPr>{look}</w:rPr>" if look else ""
        made.append(style.format("paragraph", key, own, title, '<w:basedOn w:val="Normal"/>', properties, run))
    for key, title, look in _CHARACTER_STYLES:
        own = ' w:customStyle="1"' if key.startswith("UN") else ""
        made.append(style.format("character", key, own, title, "", "", f"<w:rPr>{look}</w:rPr>" if look else ""))
    fonts = "".join(f' w:{each}="{_FONT}"' for each in ("ascii", "hAnsi", "cs", "eastAsia"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    return etree.fromstring(f'<w:styles xmlns:w="{W}">{defaults}{"".join(made)}</w:styles>')


def _settings() -> Any:
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    return etree.fromstring(
        f'<w:settings xmlns:w="{W}"><w:footnotePr>{separators}</w:footnotePr><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def _footnotes(root: Any) -> Any:
    rules = (("separator", -1), ("continuationSeparator", 0))
    for at, (kind, number) in enumerate(rules):
        note = etree.Element(w("footnote"))
        note.set(w("type"), kind)
        note.set(w("id"), str(number))
        add(add(add(note, "p"), "r"), kind)
        root.insert(at, note)
    return root


def _header(notice: str) -> Any:
    root = etree.Element(w("hdr"), nsmap={"w": W})
    paragraph = add(root, "p")
    add(add(paragraph, "pPr"), "pStyle", val="Header")
    add(add(paragraph, "r"), "t").text = clean(notice)
    return root


def _footer() -> Any:
    root = etree.Element(w("ftr"), nsmap={"w": W})
    paragraph = add(root, "p")
    add(add(paragraph, "pPr"), "pStyle", val="Footer")
    field = add(paragraph, "fldSimple", instr=" PAGE ")
    add(add(field, "r"), "t").text = "1"
    return root


def _relations(relations: dict[str, tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for name, (kind, target) in relations.items():
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=name, Type=kind, Target=target)
    return _bytes(root)


def _content_types() -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    etree.SubElement(
        root,
        f"{{{_TYPES}}}Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
    kinds = {"/word/document.xml": f"{_WORD}.document.main+xml"}
    kinds |= {f"/word/{name}.xml": kind for name, kind in _PARTS.items()}
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return _bytes(root)


def _core(title: str) -> bytes:
    properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin = "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{properties}}}coreProperties", nsmap={"cp": properties, "dc": dublin})
    etree.SubElement(root, f"{{{dublin}}}title").text = clean(title)
    etree.SubElement(root, f"{{{dublin}}}creator").text = "Stocktake"
    return _bytes(root)
