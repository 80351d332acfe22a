"""The Markdown: read by another reader, it holds the words and nothing that was made of them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import HOSTILE, hostile, report
from lxml import html

from stocktake.publish.report.markdown import render_markdown
from stocktake.publish.report.model import Paragraph, Run, Section
from stocktake.publish.report.numbering import number_report
from stocktake.publish.report.printable import clean

reader = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
_NOTE = re.compile(r"\[\^\d+\]:? ?")


def rendered(text):
    """The page that a reader of CommonMark with tables makes of it; marks of notes are left out."""
    made = reader.MarkdownIt("commonmark").enable("table").render(_NOTE.sub("", text))
    return html.document_fromstring(f"<body>{made}</body>")


def squeezed(text):
    return "".join(text.split())


def test_numbers_are_those_of_every_format():
    told = render_markdown(report())
    assert re.findall(r"^(\d+)\\\. ", told, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    assert re.findall(r"^\*\*(\w+ \d)\.\*\*", told, re.MULTILINE) == [
        "Table 1",
        "Figure 1",
        "Figure 2",
        "Figure 3",
        "Figure 4",
    ]
    notes = number_report(report()).notes
    assert [int(each) for each in re.findall(r"\[\^(\d+)\](?!:)", told)] == [note.number for note in notes]
    assert [int(each) for each in re.findall(r"^\[\^(\d+)\]:", told, re.MULTILINE)] == [
        note.number for note in notes
    ]


def test_the_front_headings_points_tables_and_quotations():
    told = render_markdown(report())
    assert told.startswith(
        "# Kites for sustainable amusement: status of implementation\n\n> **EXAMPLE: invented**\n\n"
    )
    assert "\n## II. Status by paragraph\n\n### What was reported\n" in told
    assert "- (a) Mend the kites of the northern schools;[^5]\n- (b)" in told
    assert "| Paragraph | Who is asked | What stands of it | Contributions |\n| --- | --- | --- | ---: |\n" in told
    assert "\n> Every kite shall have a string" in told
    assert "**Two duties are overdue**" in told
    assert (
        "[Invented agency, Invented data set, released on 1 July 2044, row 12](https://example.org/data?a=1&b=2)"
        in told
    )


def test_another_reader_finds_the_tables():
    page = rendered(render_markdown(report()))
    assert len(page.xpath("//table")) == 5
    assert {len(row) for row in page.xpath("//table")[0].xpath(".//tr")} == {4}


def check_harmless(page, texts):
    assert not page.xpath("//script | //img | //code | //pre | //hr | //ol")
    assert not [each for each in page.xpath("//a/@href") if not each.startswith(("http://", "https://"))]
    told = squeezed(page.text_content())
    assert all(squeezed(clean(each)) in told for each in texts)


def test_hostile_words_stay_words():
    text = render_markdown(hostile())
    check_harmless(rendered(text), HOSTILE)
    assert not re.search(r"(?<!\\)\$|http://|www\.", text.replace("](https://exa", ""))


@settings(max_examples=150)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_words_stay_words(texts):
    check_harmless(rendered(render_markdown(hostile(*texts))), texts)


@settings(max_examples=150)
@given(st.text(alphabet="\\`*_{}[]()#+-.!|<>&~$^:=1a \t\nw/@\"'", max_size=30))
def test_signs_of_markdown_stay_signs(text):
    check_harmless(rendered(render_markdown(hostile(text))), [text])


def test_bold_words_stand_in_asterisks_and_never_in_elements():
    text = Paragraph(
        (Run("a "), Run("(b)", "bold"), Run(", c"), Run("“d”", "bold"), Run("e"), Run("f_g_", "italic"))
    )
    told = render_markdown(replace(report("brief"), sections=(Section("one", "", "One", (text,)),)))
    assert "a **(b)**, c“d”e*f_g\\_*" in told


def test_the_same_report_gives_the_same_bytes():
    assert render_markdown(report("full")) == render_markdown(report("full"))
