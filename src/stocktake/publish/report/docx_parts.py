"""What stands around the words of a report in DOCX: styles, lists, settings, header and footer.

Knows the look of a report (Times New Roman, numbers before paragraphs at the margin, tables with lines between rows)
and which of Word's own styles it uses, so that headings, captions and notes are found by whoever goes on writing.
"""

from typing import Any

from lxml import etree

from stocktake.documents.formats.redline_write import W, add, w
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.numbering import NumberedReport

FONT = "Times New Roman"
SIZE = 21
"""Of the body, in half points."""
_NUMBERS, _POINTS = 1, 2
FIRST_LIST = 3
"""The number of the first list of points; 1 is the paragraphs, 2 the pattern of all lists of points."""
# Lengths in twentieths of a point: 567 are one centimetre.
INDENT = 567
_APART = '<w:spacing w:before="{}" w:after="{}"/>'
_KEPT = "<w:keepNext/><w:keepLines/>"
_LIST = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
_RULED = '<w:pBdr><w:{} w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>'
_RIGHT_TAB = '<w:tabs><w:tab w:val="right" w:leader="{}" w:pos="9071"/></w:tabs>'
_BOLD = "<w:b/><w:bCs/>"
_SMALL = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
_NOTE = '<w:sz w:val="17"/><w:szCs w:val="17"/>'


def _sized(half_points: int) -> str:
    return f'{_BOLD}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


# Id, name, what follows it, paragraph properties, run properties.
_PARAGRAPH_STYLES = (
    ("Title", "Title", "Subtitle", f"{_KEPT}{_APART.format(0, 120)}", _sized(36)),
    ("Subtitle", "Subtitle", "Normal", _APART.format(0, 160), '<w:sz w:val="24"/><w:szCs w:val="24"/>'),
    ("ReportMark", "Report Mark", "ReportMark", _APART.format(0, 60), _SMALL),
    ("TOCHeading", "TOC Heading", "Normal", f"{_KEPT}{_APART.format(360, 120)}", _sized(26)),
    ("TOC1", "toc 1", "Normal", f"{_RIGHT_TAB.format('dot')}{_APART.format(0, 60)}", ""),
    (
        "TOC2",
        "toc 2",
        "Normal",
        f'{_RIGHT_TAB.format("dot")}{_APART.format(0, 40)}<w:ind w:left="{INDENT}"/>',
        "",
    ),
    (
        "Heading1",
        "heading 1",
        "NumberedParagraph",
        f'{_KEPT}{_APART.format(360, 140)}<w:outlineLvl w:val="0"/>',
        _sized(28),
    ),
    (
        "Heading2",
        "heading 2",
        "NumberedParagraph",
        f'{_KEPT}{_APART.format(240, 100)}<w:outlineLvl w:val="1"/>',
        _sized(23),
    ),
    (
        "NumberedParagraph",
        "Numbered Paragraph",
        "NumberedParagraph",
        f"{_LIST.format(_NUMBERS)}{_APART.format(0, 140)}",
        "",
    ),
    (
        "Point",
        "Point",
        "Point",
        f'{_LIST.format(_POINTS)}{_APART.format(0, 80)}<w:ind w:left="{2 * INDENT}" w:hanging="{INDENT}"/>',
        "",
    ),
    (
        "Quote",
        "Quote",
        "NumberedParagraph",
        f'{_APART.format(0, 140)}<w:ind w:left="{INDENT}" w:right="{INDENT}"/>',
        "",
    ),
    ("Caption", "caption", "Normal", f"{_KEPT}{_APART.format(240, 100)}", _sized(20)),
    ("FigureSubtitle", "Figure Subtitle", "Normal", f"<w:keepNext/>{_APART.format(0, 60)}", _SMALL),
    ("FigurePicture", "Figure Picture", "SourceLine", f"<w:keepNext/>{_APART.format(0, 60)}", ""),
    ("TableText", "Table Text", "TableText", _APART.format(30, 30), _SMALL),
    ("TableHead", "Table Head", "TableText", f"<w:keepNext/>{_APART.format(30, 30)}", f"{_BOLD}{_SMALL}"),
    ("TableTextKept", "Table Text Kept", "TableTextKept", f"<w:keepNext/>{_APART.format(30, 30)}", _SMALL),
    ("NoteLine", "Note Line", "SourceLine", f"<w:keepNext/>{_APART.format(60, 20)}", _NOTE),
    ("SourceLine", "Source Line", "Normal", _APART.format(60, 200), _NOTE),
    ("FootnoteText", "footnote text", "FootnoteText", _APART.format(0, 20), _NOTE),
    ("Header", "header", "Header", f"{_RULED.format('bottom')}{_RIGHT_TAB.format('none')}", _SMALL),
    ("Footer", "footer", "Footer", _RIGHT_TAB.format("none"), _SMALL),
)
_CHARACTER_STYLES = (
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("QuotedWords", "Quoted Words", ""),
    ("Strong", "Strong", _BOLD),
    ("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
    ("Hyperlink", "Hyperlink", '<w:color w:val="0A58A6"/><w:u w:val="single"/>'),
)
# Word's own styles; the others are marked as ours.
_WORDS_OWN = {
    "Title", "Subtitle", "TOCHeading", "TOC1", "TOC2", "Heading1", "Heading2", "Quote", "Caption", "FootnoteText",
    "Header", "Footer", "FootnoteReference", "Strong", "Emphasis", "Hyperlink",
}  # fmt: skip
_TABLE_STYLE = """
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>
"""


def fixed_parts(report: NumberedReport, lists: int) -> dict[str, Any]:
    """The roots of the parts around the body, by name; ``lists`` is how many lists of points the body has."""
    return {
        "styles": _styles(report.language),
        "settings": _settings(),
        "numbering": _numbering(lists),
        "header": _header(report),
        "footer": _footer(),
    }


def _parsed(xml: str) -> Any:
    return etree.fromstring(xml)


def _styles(language: str) -> Any:
    fonts = "".join(f' w:{each}="{FONT}"' for each in ("ascii", "hAnsi", "cs", "eastAsia"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
        f'<w:lang w:val="{"en-GB" if language == "en" else language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="259" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    made = [_paragraph_style(*each) for each in _PARAGRAPH_STYLES]
    made += [
        f'<w:style w:type="character"{_own(key)} w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
        for key, name, look in _CHARACTER_STYLES
    ]
    return _parsed(f'<w:styles xmlns:w="{W}">{defaults}{"".join(made)}{_TABLE_STYLE}</w:styles>')


def _own(key: str) -> str:
    return "" if key in _WORDS_OWN else ' w:customStyle="1"'


def _paragraph_style(key: str, name: str, following: str, paragraph: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph"{_own(key)} w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{following}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _settings() -> Any:
    rules = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    return _parsed(
        f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="{INDENT}"/><w:footnotePr>{rules}</w:footnotePr><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def _numbering(lists: int) -> Any:
    level = (
        '<w:abstractNum w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/>'
        '<w:numFmt w:val="{}"/><w:pStyle w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr>{}</w:pPr>'
        "</w:lvl></w:abstractNum>"
    )
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{INDENT}"/></w:tabs><w:ind w:left="0" w:firstLine="0"/>'
    hanging = f'<w:ind w:left="{2 * INDENT}" w:hanging="{INDENT}"/>'
    patterns = level.format(_NUMBERS, "decimal", "NumberedParagraph", "%1.", tab)
    patterns += level.format(_POINTS, "lowerLetter", "Point", "(%1)", hanging)
    instance = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = [instance.format(each, each, "") for each in (_NUMBERS, _POINTS)]
    made += [instance.format(FIRST_LIST + at, _POINTS, again) for at in range(lists)]
    return _parsed(f'<w:numbering xmlns:w="{W}">{patterns}{"".join(made)}</w:numbering>')


def _header(report: NumberedReport) -> Any:
    paragraph = _styled("hdr", "Header")
    add(add(paragraph, "r"), "t").text = report.running_title
    if report.example:
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", val="Strong")
        add(run, "tab")
        add(run, "t").text = LABELS.example
    return paragraph.getparent()


def _footer() -> Any:
    paragraph = _styled("ftr", "Footer")
    add(add(paragraph, "r"), "tab")
    _field(paragraph, "PAGE")
    between = add(add(paragraph, "r"), "t")
    between.text = "/"
    _field(paragraph, "NUMPAGES")
    return paragraph.getparent()


def _field(paragraph: Any, name: str) -> None:
    add(add(add(paragraph, "fldSimple", instr=f" {name} "), "r"), "t").text = "1"


def _styled(root: str, style: str) -> Any:
    paragraph = add(etree.Element(w(root), nsmap={"w": W}), "p")
    add(add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph
