"""What Word counts in a DOCX file: automatic numbers and note marks, with tracked changes accepted."""

import build_docx as word
import pytest
from lines import assert_offsets_hold, styles, texts

from stocktake.documents.sources import docx
from stocktake.documents.sources.line import Zone
from stocktake.findings import Code


def read(body, **parts):
    return docx.read(word.Docx(body, **parts).to_bytes(), "example.docx", "0" * 64)


def lists(levels, more=""):
    return (
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'
    )


THREE_LEVELS = (
    word.level(0, "decimal", "%1.") + word.level(1, "lowerLetter", "(%2)") + word.level(2, "lowerRoman", "(%3)")
)


IN_LIST_1 = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


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
            f'<w:style w:type="paragraph" w:styleId="Op">{IN_LIST_1}</w:style>'
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
        styled = f'<w:style w:type="numbering" w:styleId="Shared">{IN_LIST_1}</w:style>'
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
        words = word.paragraph("<w:r><w:endnoteRef/></w:r>" + word.run(" End."))
        note = f'<w:endnote w:id="1">{words}</w:endnote>'
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
        words = word.paragraph(word.run("One.")) + word.paragraph(word.run("Two."))
        note = f'<w:footnote w:id="1">{words}</w:footnote>'
        source = read(word.paragraph(word.run("Lamp") + word.footnote_reference(1)), parts={"footnotes": note})
        assert texts(source) == ["Lamp1", "1 One.", "Two."]
        assert [line.zone for line in source.lines[1:]] == [Zone.NOTE, Zone.NOTE]


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
