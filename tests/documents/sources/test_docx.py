"""DOCX to lines: words, styles, furniture, tracked changes."""

import io

import build_docx as word
import docx as python_docx
import pytest
from lines import assert_offsets_hold, styles, texts

from stocktake.documents.sources import docx
from stocktake.documents.sources.line import Zone


def read(body, **parts):
    return read_bytes(word.Docx(body, **parts).to_bytes())


def read_bytes(data):
    assert docx.handles(data)
    return docx.read(data, "example.docx", "0" * 64)


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


HEADERS = {
    "header1:default": word.paragraph(word.run("X/EX/1")),
    "header2:first": word.paragraph(word.run("Distr.: Example")) + word.paragraph(word.run("X/EX/1")),
    "header3:even": word.paragraph(word.run("Even")),
    "footer1:default": word.paragraph(word.run("99-00001")),
}


class TestFurniture:
    def test_the_first_pages_header_is_text_the_rest_furniture_each_line_once(self):
        source = read(word.paragraph(word.run("Lamp")), headers=HEADERS, section="<w:titlePg/>")
        assert [(line.text, line.zone) for line in source.lines] == [
            ("Distr.: Example", Zone.UNSAID),
            ("X/EX/1", Zone.UNSAID),
            ("Lamp", Zone.UNSAID),
            ("99-00001", Zone.PAGE_FOOTER),
        ]

    def test_a_header_of_all_pages_is_furniture(self):
        source = read(word.paragraph(word.run("Lamp")), headers=HEADERS)
        assert source.lines[0].zone is Zone.PAGE_HEADER

    def test_headers_that_no_page_prints_are_left_out(self):
        assert texts(read(word.paragraph(word.run("Lamp")), headers=HEADERS)) == [
            "X/EX/1",
            "Lamp",
            "99-00001",
        ]
        both = read(
            word.paragraph(word.run("Lamp")), headers=HEADERS, parts={"settings": "<w:evenAndOddHeaders/>"}
        )
        assert texts(both)[:2] == ["X/EX/1", "Even"]


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
