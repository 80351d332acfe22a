"""One invented resolution in four forms: DOCX with typed numbers, DOCX with automatic ones, HTML, plain text.

The body, its subject and every word are an example; session 199 of the General Assembly does not exist. All four
forms say the same, so that reading them must give the same paragraphs and notes.
"""

import re
from dataclasses import dataclass
from html import escape

import build_docx as word

SYMBOL = "A/RES/199/7"
TITLE = "EXAMPLE: Lanterns for the harbours of Examplia"
HEADING = (
    "Resolution adopted by the General Assembly on 3 March 2099",
    "[*on the report of the Example Committee (A/199/12)*]",
)
SESSION = ("One hundred and ninety-ninth session", "Agenda item 6")
ORGAN = "*The General Assembly*,"
CLOSING = ("7th plenary meeting", "3 March 2099")

# Words as a person would mark them up: *italic*, ^note mark^.
PREAMBLE = (
    "*Recalling* its resolution 198/4 on the painting of example harbours,^1^",
    "*Noting* the lantern survey of Examplia,^2^ which counted forty lamps and one spare wick,",
    "*Bearing in mind* that example fishermen, as stated in the lantern survey,^2^ prefer green glass,",
    "*Welcoming* the offer of the lighthouse keepers of Examplia to lend a ladder,",
)


@dataclass(frozen=True)
class Numbered:
    """An operative paragraph or item: its level (0, 1, 2), its printed number, its words."""

    level: int
    number: str
    words: str


OPERATIVE = (
    Numbered(0, "1.", "*Decides* to light every second harbour of Examplia on alternate evenings;"),
    Numbered(0, "2.", "*Invites* the lighthouse keepers of Examplia:"),
    Numbered(1, "(a)", "To polish each lantern before it is hung, in particular:"),
    Numbered(2, "(i)", "The lanterns of the fish market;"),
    Numbered(2, "(ii)", "The lanterns of the toy bridge;"),
    Numbered(1, "(b)", "To keep a list of borrowed ladders;"),
    Numbered(0, "3.", "*Encourages* example schoolchildren to name the lamps;^3^"),
    Numbered(0, "4.", "*Requests* the Secretary-General to count the lanterns of Examplia once more;"),
    Numbered(0, "5.", "*Decides* to return to the lanterns of Examplia at its two hundredth session."),
)
NOTES = (
    ("1", "Resolution 198/4, annex."),
    ("2", "A/199/40, table of lamps."),
    ("3", "See the example naming guide, A/199/41."),
)

_LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + word.level(0, "decimal", "%1.")
    + word.level(1, "lowerLetter", "(%2)")
    + word.level(2, "lowerRoman", "(%3)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_MARK = re.compile(r"\^(\d+)\^")


def to_docx(*, automatic: bool) -> bytes:
    """The resolution as DOCX, its numbers typed or automatic, its notes as footnotes."""
    return word.zip_bytes(files(automatic=automatic))


def files(*, automatic: bool) -> dict[str, bytes]:
    """The parts of the DOCX by path."""
    seen: set[str] = set()

    def line(words: str) -> str:
        return "".join(
            _reference(part, seen) if position % 2 else word.runs(part)
            for position, part in enumerate(_MARK.split(words))
        )

    operative = [
        word.numbered(line(each.words), 1, each.level)
        if automatic
        else word.paragraph(word.run(f"{each.number}\t") + line(each.words))
        for each in OPERATIVE
    ]
    front = [*SESSION, f"**{HEADING[0]}**", HEADING[1], f"**199/7.\t{TITLE}**", ORGAN]
    body = [word.paragraph(line(each)) for each in (*front, *PREAMBLE)]
    body += [*operative, *(word.paragraph(word.runs(f"*{each}*"), '<w:jc w:val="right"/>') for each in CLOSING)]
    notes = "".join(word.footnote(int(mark), word.run(f" {words}")) for mark, words in NOTES)
    header = word.paragraph(word.run(SYMBOL)) + word.paragraph(word.run("Distr.: General"))
    header += word.paragraph(word.run("5 March 2099"))
    return word.Docx(
        "".join(body),
        parts={"styles": _STYLES, "numbering": _LISTS, "footnotes": notes},
        headers={"header1:first": header, "header2:default": word.paragraph(word.run(SYMBOL))},
        section="<w:titlePg/>",
    ).files()


def _reference(mark: str, seen: set[str]) -> str:
    """A note mark: a footnote the first time, a raised cross-reference to it after that, as Word users do."""
    if mark in seen:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> NOTEREF _Ref1 \\f </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + word.run(mark, '<w:vertAlign w:val="superscript"/>')
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    seen.add(mark)
    return word.footnote_reference(int(mark))


def to_html() -> bytes:
    """The resolution as HTML: numbered lists, and notes tied to their marks by links."""
    front = [f"<p>{SYMBOL}</p>", "<p>Distr.: General<br>5 March 2099</p>", *(f"<p>{each}</p>" for each in SESSION)]
    front += [f"<h2>{HEADING[0]}</h2>", f"<p>{_inline(HEADING[1])}</p>", f"<h1>199/7. {TITLE}</h1>"]
    preamble = [f"<p>{_inline(each)}</p>" for each in (ORGAN, *PREAMBLE)]
    closing = [f'<p align="right"><i>{each}</i></p>' for each in CLOSING]
    notes = [
        f'<p id="_ftn{mark}"><a href="#_ftnref{mark}">[{mark}]</a> {escape(words)}</p>' for mark, words in NOTES
    ]
    body = "\n".join([*front, *preamble, _lists(), *closing, "<hr>", *notes])
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Not printed</title></head>'
        f"<body>\n{body}\n</body></html>\n"
    ).encode()


def _lists() -> str:
    """The operative part as nested ordered lists."""
    opening = ('<ol type="1">', '<ol type="a">', '<ol type="i">')
    made, depth = [], -1
    for each in OPERATIVE:
        made.append("</li></ol>" * (depth - each.level) + ("</li>" if each.level <= depth else ""))
        made.append(opening[each.level] if each.level > depth else "")
        made.append(f"<li>{_inline(each.words)}")
        depth = each.level
    return "".join(made) + "</li></ol>" * (depth + 1)


def _inline(words: str) -> str:
    """Words with their emphasis and note marks as HTML."""
    marked = re.sub(r"\*(.+?)\*", r"<em>\1</em>", escape(words))
    return _MARK.sub(r'<sup><a id="_ftnref\1" href="#_ftn\1">[\1]</a></sup>', marked)


def to_text() -> bytes:
    """The resolution as plain text: stars for italics, superscript digits, notes after a rule."""
    digits = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

    def line(words: str) -> str:
        return _MARK.sub(lambda found: found[1].translate(digits), words)

    blocks = [SYMBOL, "Distr.: General\n5 March 2099", *SESSION, f"**{HEADING[0]}**", HEADING[1]]
    blocks += [f"**199/7. {TITLE}**", ORGAN, *(line(each) for each in PREAMBLE)]
    blocks += [f"{each.number} {line(each.words)}" for each in OPERATIVE]
    blocks += [f"*{each}*" for each in CLOSING]
    blocks += ["__________________", *(f"{mark.translate(digits)} {words}" for mark, words in NOTES)]
    return ("\n\n".join(blocks) + "\n").encode()


FORMS = {
    "typed.docx": to_docx(automatic=False),
    "automatic.docx": to_docx(automatic=True),
    "page.html": to_html(),
    "plain.txt": to_text(),
}
