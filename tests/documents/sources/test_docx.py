"""DOCX to lines: words, styles, numbers, notes, furniture, tracked changes, and files that are wrong."""

import io

import build_docx as word
import docx as python_docx
import pytest
import resolution
from damage import damaged
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.documents.sources import docx
from stocktake.documents.sources.line import SourceText, Zone
from stocktake.errors import InputError, StocktakeError, UnsupportedError
from stocktake.findings import Code


def read(body, **parts):
    return read_bytes(word.Docx(body, **parts).to_bytes())


def read_bytes(data):
    assert docx.handles(data)
    return docx.read(data, "example.docx", "0" * 64)


def texts(source):
    return [line.text for line in source.lines]


def styles(line):
    marks = (("italic", "i"), ("bold", "b"), ("raised", "^"))
    return [(run.text, "".join(sign for name, sign in marks if getattr(run, name))) for run in line.runs]


def assert_offsets_hold(source: SourceText):
    assert "\n".join(line.text for line in source.lines) == source.text
    for line in source.lines:
        assert line.runs[0].start == line.start
        assert line.runs[-1].end == line.end
        for before, after in zip(line.runs, line.runs[1:], strict=False):
            assert before.end == after.start
        assert all(source.text[run.start : run.end] == run.text for run in line.runs)


def lists(levels, more=""):
    return (
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'
    )


THREE_LEVELS = (
    word.level(0, "decimal", "%1.") + word.level(1, "lowerLetter", "(%2)") + word.level(2, "lowerRoman", "(%3)")
)


class TestWords:
    def test_one_line_for_each_paragraph_with_its_styles(self):
        source = read(
            word.paragraph(word.runs("*Recalling* the **lamp**^1^ of")) + word.paragraph(word.run("Examplia"))
        )
        assert styles(source.lines[0]) == [
            ("Recalling", "i"),
            (" the ", ""),
            ("lamp", "b"),
            ("1", "^"),
            (" of", ""),
        ]
        assert source.text == "Recalling the lamp1 of\nExamplia"
        assert (source.format, source.sha256, source.name) == ("docx", "0" * 64, "example.docx")
        assert all(line.gap and line.page == 1 and line.zone is Zone.UNSAID for line in source.lines)
        assert not source.wrapped
        assert_offsets_hold(source)

    def test_runs_of_one_style_are_one(self):
        assert len(read(word.paragraph(word.run("lan") + word.run("tern"))).lines[0].runs) == 1

    def test_special_characters(self):
        inner = (
            "<w:t>E/2011/27</w:t><w:noBreakHyphen/><w:t>E</w:t><w:tab/><w:t>lan</w:t><w:softHyphen/><w:t>tern</w:t>"
            '<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Symbol" w:char="F02A"/><w:sym w:char="zz"/>'
            "<w:t>a\u00adb\u200bc\u00a0d</w:t>"
        )
        assert read(f"<w:p><w:r>{inner}</w:r></w:p>").text == "E/2011/27\u2011E\tlantern≥*abc d"

    def test_spaces_count_only_where_word_keeps_them(self):
        body = '<w:p><w:r><w:t>\n one </w:t></w:r><w:r><w:t xml:space="preserve"> two</w:t></w:r></w:p>'
        assert read(body).text == "one two"

    def test_line_breaks_begin_lines_without_a_gap_and_two_leave_one(self):
        broken = "<w:r><w:br/></w:r>"
        source = read(word.paragraph(word.run("a") + broken + word.run("b") + broken * 2 + word.run("c")))
        assert [(line.text, line.gap) for line in source.lines] == [("a", True), ("b", False), ("c", True)]
        assert source.wrapped

    def test_pages_count_breaks_once(self):
        page = '<w:r><w:br w:type="page"/></w:r>'
        rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
        body = word.paragraph(word.run("a")) + word.paragraph(page) + word.paragraph(rendered + word.run("b"))
        body += word.paragraph(rendered + word.run("c")) + word.paragraph(word.run("d"), "<w:pageBreakBefore/>")
        body += word.paragraph(word.run("e"), "<w:sectPr/>") + word.paragraph(word.run("f"))
        assert [(line.text, line.page) for line in read(body).lines] == [
            *(("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 4), ("f", 5)),
        ]

    def test_tables_cell_by_cell(self):
        cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
        row = "<w:tr>" + cell.format("{}") * 2 + "</w:tr>"
        assert texts(read("<w:tbl>" + row.format("a", "b") + row.format("c", "d") + "</w:tbl>")) == list("abcd")

    def test_text_boxes_come_once_after_their_paragraph(self):
        box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
        drawing = (
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        )
        body = word.paragraph(word.run("before ") + f"<w:r><w:rPr><w:i/></w:rPr>{drawing}<w:t>after</w:t></w:r>")
        source = read(body)
        assert texts(source) == ["before after", "in the box"]
        assert styles(source.lines[0]) == [("before ", ""), ("after", "i")]

    def test_fields_give_their_result_only(self):
        def mark(kind):
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        nested = mark("begin") + word.run("IF ") + mark("begin") + word.run("X") + mark("end") + mark("separate")
        body = word.paragraph(nested + word.run("printed") + mark("end") + word.run(" and on"))
        body += word.paragraph('<w:fldSimple w:instr="PAGE">' + word.run("7") + "</w:fldSimple>")
        assert texts(read(body)) == ["printed and on", "7"]

    def test_an_unclosed_field_swallows_no_more_than_its_paragraph(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        assert texts(read(word.paragraph(begin + word.run("code")) + word.paragraph(word.run("words")))) == [
            "words"
        ]

    def test_links_controls_and_tags_are_walked_through(self):
        inner = (
            "<w:hyperlink>" + word.run("link ") + "</w:hyperlink><w:smartTag>" + word.run("tag ") + "</w:smartTag>"
        )
        inner += "<w:sdt><w:sdtPr/><w:sdtContent>" + word.run("control") + "</w:sdtContent></w:sdt>"
        inner += (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + word.run("Tap")
            + "</w:sdtContent></w:sdt>"
        )
        assert read(word.paragraph(inner)).text == "link tag control"

    def test_strict_files_are_read_alike(self):
        strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        files = word.Docx(word.paragraph(word.runs("*Recalling* lamps"))).files()
        files["word/document.xml"] = files["word/document.xml"].replace(word.W.encode(), strict.encode())
        assert styles(read_bytes(word.zip_bytes(files)).lines[0]) == [("Recalling", "i"), (" lamps", "")]


class TestStyles:
    STYLES = (
        "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Body"><w:rPr/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Title"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Verb"><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
        '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    )

    @pytest.mark.parametrize(
        ("style", "properties", "expected"),
        [
            ("Title", "", "b"),
            ("Sub", "", "ib"),
            ("Sub", '<w:rStyle w:val="Verb"/>', "b"),
            ("Sub", '<w:i w:val="0"/>', "b"),
            ("Body", '<w:rStyle w:val="Verb"/>', "i"),
            ("Body", '<w:rStyle w:val="Mark"/>', "^"),
            ("Body", '<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>', ""),
            ("Body", '<w:rStyle w:val="Loop"/>', ""),
            ("Body", '<w:position w:val="6"/>', "^"),
            ("Body", '<w:b w:val="false"/><w:i w:val="on"/>', "i"),
            ("Nowhere", "", ""),
        ],
    )
    def test_direct_formatting_over_character_over_paragraph_style(self, style, properties, expected):
        body = word.paragraph(word.run("lamp", properties), f'<w:pStyle w:val="{style}"/>')
        assert styles(read(body, parts={"styles": self.STYLES}).lines[0]) == [("lamp", expected)]

    def test_hidden_text_is_left_out(self):
        body = word.paragraph(
            word.run("a") + word.run("b", "<w:vanish/>") + word.run("c", '<w:rStyle w:val="Secret"/>')
        )
        assert read(body, parts={"styles": self.STYLES}).text == "a"


class TestNumbers:
    def numbers(self, body, numbering, **parts):
        source = read(body, parts={"numbering": numbering, **parts})
        assert_offsets_hold(source)
        return [line.text.split("\t")[0] for line in source.lines]

    def test_levels_count_and_start_anew(self):
        levels = [0, 1, 1, 2, 2, 1, 2, 0, 1]
        body = "".join(word.numbered(word.run("words"), 1, each) for each in levels)
        expected = ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "(i)", "2.", "(a)"]
        assert self.numbers(body, lists(THREE_LEVELS)) == expected

    def test_the_number_is_a_plain_run_before_the_words(self):
        source = read(word.numbered(word.runs("*Decides*"), 1), parts={"numbering": lists(THREE_LEVELS)})
        assert styles(source.lines[0]) == [("1.\t", ""), ("Decides", "i")]

    @pytest.mark.parametrize(
        ("form", "text", "more", "expected"),
        [
            ("upperRoman", "%1.", "", "I.\tlamp"),
            ("upperLetter", "%1)", "", "A)\tlamp"),
            ("lowerRoman", "(%1)", '<w:suff w:val="space"/>', "(i) lamp"),
            ("lowerLetter", "%1", '<w:suff w:val="nothing"/>', "a lamp"),
            ("decimalZero", "%1.", "", "01.\tlamp"),
            ("ordinal", "%1", "", "1st\tlamp"),
            ("hebrew1", "%1.", "", "1.\tlamp"),
            ("bullet", "•", "", "lamp"),
            ("none", "", "", "lamp"),
        ],
    )
    def test_forms_and_what_follows(self, form, text, more, expected):
        numbering = lists(word.level(0, form, text, more))
        assert read(word.numbered(word.run("lamp"), 1), parts={"numbering": numbering}).text == expected

    def test_labels_with_several_levels_and_legal_ones(self):
        levels = word.level(0, "upperRoman", "%1.") + word.level(1, "decimal", "%1.%2")
        levels += word.level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
        body = "".join(word.numbered(word.run("words"), 1, each) for each in (0, 1, 2))
        assert self.numbers(body, lists(levels)) == ["I.", "I.1", "1.1.1"]

    def test_lists_share_a_count_unless_they_start_anew(self):
        more = '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
        more += (
            '<w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
        )
        more += "</w:lvlOverride></w:num>"
        body = "".join(word.numbered(word.run("words"), each) for each in (1, 2, 3, 3, 1))
        assert self.numbers(body, lists(THREE_LEVELS, more)) == ["1.", "2.", "9.", "10.", "11."]

    def test_a_level_that_never_restarts(self):
        levels = word.level(0, "decimal", "%1.") + word.level(
            1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>'
        )
        body = "".join(word.numbered(word.run("words"), 1, each) for each in (0, 1, 0, 1))
        assert self.numbers(body, lists(levels)) == ["1.", "(a)", "2.", "(b)"]

    def test_a_level_replaced_by_its_list(self):
        more = '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0">'
        more += word.level(0, "upperLetter", "%1.") + "</w:lvlOverride></w:num>"
        assert self.numbers(word.numbered(word.run("words"), 2), lists(THREE_LEVELS, more)) == ["A."]

    def test_numbers_by_style_and_none_by_zero(self):
        styled = (
            '<w:style w:type="paragraph" w:styleId="Op"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Op"/></w:style>'
        )
        levels = word.level(0, "decimal", "%1.", '<w:pStyle w:val="Op"/>')
        levels += word.level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Item"/>')
        body = "".join(
            word.paragraph(word.run("words"), f'<w:pStyle w:val="{style}"/>{more}')
            for style, more in (
                ("Op", ""),
                ("Item", ""),
                ("Op", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
                ("Op", ""),
            )
        )
        assert self.numbers(body, lists(levels), styles=styled) == ["1.", "(a)", "words", "2."]

    def test_a_list_defined_by_a_numbering_style(self):
        styled = '<w:style w:type="numbering" w:styleId="Shared"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        more = '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
        linked = '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Shared"/></w:abstractNum>'
        body = word.numbered(word.run("words"), 2)
        assert self.numbers(body, linked + lists(THREE_LEVELS, more), styles=styled) == ["1."]

    def test_numbers_of_unknown_lists_are_none(self):
        assert read(word.numbered(word.run("lamp"), 77)).text == "lamp"


class TestNotes:
    def test_marks_are_raised_and_notes_come_last(self):
        body = word.paragraph(word.run("Lamps") + word.footnote_reference(4) + word.run(" and oil"))
        body += word.paragraph(word.run("wicks") + word.footnote_reference(2))
        notes = word.footnote(2, word.run(" Second.")) + word.footnote(
            4, "<w:r><w:tab/></w:r>" + word.run("First.")
        )
        notes += '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>'
        source = read(body, parts={"footnotes": notes})
        assert texts(source) == ["Lamps1 and oil", "wicks2", "1\tFirst.", "2 Second."]
        assert [line.zone for line in source.lines] == [Zone.UNSAID, Zone.UNSAID, Zone.NOTE, Zone.NOTE]
        assert styles(source.lines[0]) == [("Lamps", ""), ("1", "^"), (" and oil", "")]
        assert styles(source.lines[2]) == [("1", "^"), ("\tFirst.", "")]
        assert_offsets_hold(source)

    def test_custom_marks_are_kept_and_do_not_count(self):
        custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
        body = word.paragraph(word.run("Title") + custom + word.run(" on") + word.footnote_reference(5))
        notes = word.footnote(3, word.run("* Reissued."), mark="") + word.footnote(5, word.run(" Lamp."))
        source = read(body, parts={"footnotes": notes})
        assert texts(source) == ["Title* on1", "* Reissued.", "1 Lamp."]
        assert styles(source.lines[0]) == [("Title", ""), ("*", "^"), (" on", ""), ("1", "^")]
        assert styles(source.lines[1]) == [("*", "^"), (" Reissued.", "")]

    def test_endnotes_are_roman_unless_the_file_says_otherwise(self):
        body = word.paragraph(word.run("Lamp") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
        note = '<w:endnote w:id="1"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t xml:space="preserve"> End.</w:t></w:r></w:p></w:endnote>'
        assert texts(read(body, parts={"endnotes": note})) == ["Lampi", "i End."]
        settings_part = '<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="8"/></w:endnotePr>'
        assert texts(read(body, parts={"endnotes": note, "settings": settings_part})) == ["Lamp8", "8 End."]

    def test_notes_that_start_anew_in_each_section(self):
        counting = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
        body = word.paragraph(word.run("a") + word.footnote_reference(1), f"<w:sectPr>{counting}</w:sectPr>")
        body += word.paragraph(word.run("b") + word.footnote_reference(2))
        notes = word.footnote(1, word.run(" x")) + word.footnote(2, word.run(" y"))
        assert texts(read(body, parts={"footnotes": notes}, section=counting)) == ["a1", "b1", "1 x", "1 y"]

    def test_a_reference_without_a_note_keeps_its_mark(self):
        assert read(word.paragraph(word.run("Lamp") + word.footnote_reference(9))).text == "Lamp1"

    def test_further_paragraphs_of_a_note_are_notes_too(self):
        note = '<w:footnote w:id="1"><w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p></w:footnote>'
        source = read(word.paragraph(word.run("Lamp") + word.footnote_reference(1)), parts={"footnotes": note})
        assert texts(source) == ["Lamp1", "1 One.", "Two."]
        assert [line.zone for line in source.lines[1:]] == [Zone.NOTE, Zone.NOTE]


class TestFurniture:
    HEADERS = {
        "header1:default": word.paragraph(word.run("X/EX/1")),
        "header2:first": word.paragraph(word.run("Distr.: Example")) + word.paragraph(word.run("X/EX/1")),
        "header3:even": word.paragraph(word.run("Even")),
        "footer1:default": word.paragraph(word.run("99-00001")),
    }

    def test_headers_first_footers_after_the_body_each_line_once(self):
        source = read(word.paragraph(word.run("Lamp")), headers=self.HEADERS, section="<w:titlePg/>")
        assert [(line.text, line.zone) for line in source.lines] == [
            ("Distr.: Example", Zone.PAGE_HEADER),
            ("X/EX/1", Zone.PAGE_HEADER),
            ("Lamp", Zone.UNSAID),
            ("99-00001", Zone.PAGE_FOOTER),
        ]

    def test_headers_that_no_page_prints_are_left_out(self):
        assert texts(read(word.paragraph(word.run("Lamp")), headers=self.HEADERS)) == [
            "X/EX/1",
            "Lamp",
            "99-00001",
        ]
        both = read(
            word.paragraph(word.run("Lamp")), headers=self.HEADERS, parts={"settings": "<w:evenAndOddHeaders/>"}
        )
        assert texts(both)[:2] == ["X/EX/1", "Even"]


class TestTrackedChanges:
    def test_read_as_accepted_and_said(self):
        body = word.paragraph(
            word.run("Lamps ")
            + '<w:ins w:author="A. Example">'
            + word.run("and oil ")
            + "</w:ins>"
            + '<w:del w:author="B. Example"><w:r><w:delText>and wax </w:delText></w:r></w:del>'
            + '<w:moveFrom w:author="A. Example">'
            + word.run("moved ")
            + "</w:moveFrom>"
            + word.run("burn ")
            + '<w:moveTo w:author="A. Example">'
            + word.run("moved ")
            + "</w:moveTo>"
        )
        source = read(body)
        assert source.text == "Lamps and oil burn moved"
        (finding,) = source.findings
        assert finding.code is Code.TRACKED_CHANGES_ACCEPTED
        assert finding.message == (
            "2 tracked insertions and 2 tracked deletions by A. Example and B. Example were read as accepted."
        )
        assert finding.advice == "If they were not agreed, reject them in a word processor and read the result."

    def test_a_deleted_paragraph_mark_joins_paragraphs_and_numbers_once(self):
        gone = '<w:rPr><w:del w:author="A"/></w:rPr>'
        place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        body = word.paragraph(word.run("One "), place + gone) + word.paragraph(word.run("lamp"), place)
        body += word.paragraph('<w:del w:author="A">' + word.run("all gone") + "</w:del>", place + gone)
        body += word.paragraph(word.run("Two"), place)
        source = read(body, parts={"numbering": lists(THREE_LEVELS)})
        assert texts(source) == ["1.\tOne lamp", "2.\tTwo"]
        assert (
            source.findings[0].message
            == "0 tracked insertions and 2 tracked deletions by A were read as accepted."
        )

    def test_a_note_in_deleted_text_is_gone_and_the_rest_renumbered(self):
        body = word.paragraph(
            '<w:del w:author="A">'
            + word.footnote_reference(1)
            + "</w:del>"
            + word.run("Lamp")
            + word.footnote_reference(2)
        )
        notes = word.footnote(1, word.run(" Gone.")) + word.footnote(2, word.run(" Kept."))
        assert texts(read(body, parts={"footnotes": notes})) == ["Lamp1", "1 Kept."]

    def test_a_deleted_row_is_gone(self):
        row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
        body = "<w:tbl>" + row.format('<w:trPr><w:del w:author="A"/></w:trPr>', "gone") + row.format("", "kept")
        source = read(body + "</w:tbl>")
        assert source.text == "kept"
        assert "1 tracked deletion by A" in source.findings[0].message


class TestRealWriters:
    def test_a_file_written_by_python_docx(self):
        made = python_docx.Document()
        made.add_heading("EXAMPLE", 1)
        paragraph = made.add_paragraph()
        paragraph.add_run("Recalling").italic = True
        paragraph.add_run(" the lamps")
        made.add_paragraph("Decides", style="List Number")
        made.add_paragraph("Requests", style="List Number")
        packed = io.BytesIO()
        made.save(packed)
        source = read_bytes(packed.getvalue())
        assert texts(source) == ["EXAMPLE", "Recalling the lamps", "1.\tDecides", "2.\tRequests"]
        assert styles(source.lines[0]) == [("EXAMPLE", "b")]


WHOLE = word.Docx(word.paragraph(word.run("Lamp")))
AGAIN = "Download it again, or open it in a word processor and save it as .docx."
ATTACK = "It may be an attack: do not open it, and ask whoever sent it for another copy."
LIMITS = (
    "example.docx: expected a DOCX file of at most 5000 parts, 256 MB unpacked, packed at most 250 times, but "
)


def message(data, kind=InputError):
    assert docx.handles(data)
    with pytest.raises(kind) as caught:
        docx.read(data, "example.docx", "0" * 64)
    return str(caught.value)


def with_document(data):
    return word.zip_bytes(WHOLE.files() | {"word/document.xml": data})


class TestBadFiles:
    def test_other_zips_are_not_handled(self):
        assert not docx.handles(word.zip_bytes({"xl/workbook.xml": b"<workbook/>", "x/y.docx": WHOLE.to_bytes()}))
        assert not docx.handles(b"PK\x03\x04 and nothing else")
        assert not docx.handles(b"plain words on word/document.xml")
        assert not docx.handles(b"")

    def test_truncated(self):
        data = WHOLE.to_bytes()
        expected = f"example.docx: expected a whole DOCX file, but its ZIP directory cannot be read. {AGAIN}"
        assert message(data[: len(data) - 30]) == expected

    def test_damaged_part(self):
        data = bytearray(WHOLE.to_bytes())
        start = data.index(b"word/document.xml") + len(b"word/document.xml")
        data[start + 20 : start + 40] = bytes(20)
        expected = f"example.docx: expected a whole DOCX file, but word/document.xml cannot be unpacked. {AGAIN}"
        assert message(bytes(data)) == expected

    def test_broken_xml(self):
        expected = f"example.docx: expected well-formed XML, but word/document.xml is not. {AGAIN}"
        assert message(with_document(b"<w:document>")) == expected
        deep = f"<w:document {word.SPACES}><w:body>".encode() + b"<w:sdt>" * 100_000
        assert message(with_document(deep)) == expected

    @pytest.mark.parametrize("data", [b"<other/>", f"<w:document {word.SPACES}/>".encode()])
    def test_no_body(self, data):
        assert message(with_document(data)) == (
            "example.docx: expected a Word document, but word/document.xml is not there or has no body. "
            "Open it in a word processor, save it as .docx, and read that."
        )

    def test_no_words(self):
        assert message(word.Docx("<w:p/>").to_bytes()) == (
            "example.docx: expected a document with words, but it has none. "
            "If it holds scanned pages as pictures, run text recognition on them first."
        )

    def test_words_in_another_file_inside(self):
        assert message(word.Docx('<w:altChunk r:id="x"/>').to_bytes(), UnsupportedError) == (
            "example.docx: expected a document with its words in its own body, but they stand in another file "
            "inside it (altChunk). Open it in a word processor, save it as .docx, and read that."
        )

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
    def test_document_types_are_refused(self, encoding):
        laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>'
        xml += f"<w:document {word.SPACES}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        assert message(with_document(xml.encode(encoding))) == (
            "example.docx: expected parts without a document type declaration, but word/document.xml brings one, "
            f"which Word never writes. {ATTACK}"
        )

    def test_external_entities_are_not_fetched(self, tmp_path):
        secret = tmp_path / "secret.txt"
        secret.write_text("secret")
        xml = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {word.SPACES}><w:body><w:p><w:r>'
        assert "secret.txt" not in message(
            with_document((xml + "<w:t>&e;</w:t></w:r></w:p></w:body></w:document>").encode())
        )

    def test_bombs_are_refused_before_they_are_unpacked(self):
        zeros = word.zip_bytes(WHOLE.files() | {"word/big.bin": bytes(4 * 2**20)})
        assert message(zeros).startswith(f"{LIMITS}word/big.bin unpacks to ")
        assert message(zeros).endswith(f" times. {ATTACK}")
        many = word.zip_bytes(WHOLE.files() | {f"word/{n}.xml": b"" for n in range(5_000)})
        assert message(many) == f"{LIMITS}it holds 5004 parts of 0 MB in all. {ATTACK}"

    def test_a_part_larger_than_any_resolution(self, monkeypatch):
        monkeypatch.setattr("stocktake.documents.sources.docx_package.MAX_PART_BYTES", 2**20)
        body = word.paragraph(word.run("".join(chr(0x4E00 + n % 20_000) for n in range(500_000))))
        assert message(word.Docx(body).to_bytes()) == (
            "example.docx: expected parts of at most 1 MB, but word/document.xml unpacks to 1 MB. "
            "Resolutions are far smaller: check that this is the file you meant."
        )

    def test_old_and_encrypted_files(self):
        compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
        assert message(compound + "WordDocument".encode("utf-16-le"), UnsupportedError) == (
            "example.docx: expected a DOCX file, but this is the older binary Word format (.doc). "
            "Open it in a word processor, save it as .docx, and read that."
        )
        assert message(compound + "EncryptedPackage".encode("utf-16-le")) == (
            "example.docx: expected a DOCX file without a password, but this one is encrypted. "
            "Open it with its password, save it without one, and read that."
        )
        assert not docx.handles(compound + "Workbook".encode("utf-16-le"))

    def test_encrypted_parts(self):
        data = bytearray(WHOLE.to_bytes())
        at = data.index(b"PK\x01\x02")
        data[at + 8] |= 1
        assert message(bytes(data)) == (
            "example.docx: expected a DOCX file without a password, but its parts are encrypted. "
            "Open it with its password, save it without one, and read that."
        )


def assert_reads_or_says_why(data):
    if not docx.handles(data):
        return
    try:
        source = docx.read(data, "example.docx", "0" * 64)
    except StocktakeError as error:
        assert error.message
    else:
        assert_offsets_hold(source)


SPECIMEN = resolution.FORMS["automatic.docx"]
PARTS = word.Docx("").files().keys() | {
    "word/numbering.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/header1.xml",
}


class TestDamage:
    @settings(max_examples=150, deadline=None)
    @given(damaged(SPECIMEN))
    def test_damaged_files(self, data):
        assert_reads_or_says_why(data)

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_damaged_parts_of_whole_files(self, data):
        files = resolution.files(automatic=True)
        path = data.draw(st.sampled_from(sorted(PARTS)))
        assert_reads_or_says_why(word.zip_bytes(files | {path: data.draw(damaged(files[path]))}))

    @settings(max_examples=30, deadline=None)
    @given(st.sampled_from(sorted(PARTS)))
    def test_missing_parts(self, path):
        files = resolution.files(automatic=True)
        del files[path]
        assert_reads_or_says_why(word.zip_bytes(files))
