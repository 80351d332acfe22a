"""DOCX files for tests, built from a few lines of WordprocessingML. All words in them are invented."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MARKUP = re.compile(r"(\*\*.+?\*\*|\*.+?\*|\^.+?\^)")


def run(text: str, properties: str = "") -> str:
    """A run of words with run properties in XML."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs(words: str) -> str:
    """Runs from words in which ``*italic*``, ``**bold**`` and ``^raised^`` are marked."""
    marks = {"**": "<w:b/>", "*": "<w:i/>", "^": '<w:vertAlign w:val="superscript"/>'}
    made = []
    for part in _MARKUP.split(words):
        mark = next((each for each in marks if len(part) > 2 * len(each) and part.startswith(each)), "")
        text = part.removeprefix(mark).removesuffix(mark)
        made.append(run(text, marks.get(mark, "")) if text else "")
    return "".join(made)


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs with paragraph properties in XML."""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{content}</w:p>"


def numbered(content: str, list_id: int, level: int = 0) -> str:
    """A paragraph that belongs to a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(content, place)


def level(number: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def footnote_reference(note: int) -> str:
    """A reference to a footnote that Word numbers."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{note}"/></w:r>'


def footnote(note: int, content: str, mark: str = "<w:r><w:footnoteRef/></w:r>") -> str:
    """A footnote that begins with its mark."""
    return f'<w:footnote w:id="{note}"><w:p>{mark}{content}</w:p></w:footnote>'


@dataclass
class Docx:
    """The parts of a DOCX file in XML, each without its root element; ``extra`` parts stand as they are."""

    body: str
    parts: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    section: str = ""
    extra: dict[str, bytes] = field(default_factory=dict)

    def document(self) -> bytes:
        """``document.xml``."""
        references = "".join(
            f'<w:{name.rstrip("0123456789")}Reference w:type="{kind}" r:id="{name}"/>'
            for name, kind in (each.split(":") for each in self.headers)
        )
        section = f"<w:sectPr>{references}{self.section}</w:sectPr>"
        return f"<w:document {SPACES}><w:body>{self.body}{section}</w:body></w:document>".encode()

    def files(self) -> dict[str, bytes]:
        """Path and bytes of every part."""
        named = {
            f"word/{part}.xml": f"<w:{part} {SPACES}>{inner}</w:{part}>" for part, inner in self.parts.items()
        }
        for each, inner in self.headers.items():
            name = each.split(":")[0]
            root = "hdr" if name.startswith("header") else "ftr"
            named[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{inner}</w:{root}>"
        names = [path.removeprefix("word/").removesuffix(".xml") for path in named]
        relations = "".join(
            f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
            for name in names
        )
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{name.rstrip("0123456789")}+xml"/>'
            for name in names
        )
        types = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_CONTENT}.document.main+xml"/>'
            f"{overrides}</Types>"
        )
        main = f'<Relationship Id="main" Type="{R}/officeDocument" Target="word/document.xml"/>'
        texts = {
            "[Content_Types].xml": types,
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
            **named,
        }
        return (
            {path: text.encode() for path, text in texts.items()}
            | {"word/document.xml": self.document()}
            | self.extra
        )

    def to_bytes(self) -> bytes:
        """The whole file; the same parts give the same bytes."""
        return zip_bytes(self.files())


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """A ZIP of these files, with a fixed date."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
