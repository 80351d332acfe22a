"""HTML to lines: blocks, styles, lists, notes, encodings, and pages that are wrong."""

import pytest
import resolution
from damage import damaged
from hypothesis import given
from hypothesis import strategies as st
from lines import assert_offsets_hold, assert_says_what_to_do, styles, texts

from stocktake.documents.sources import html, read_source_bytes
from stocktake.documents.sources.line import Zone
from stocktake.errors import InputError, StocktakeError
from stocktake.findings import Code
from stocktake.values.span import squeeze

WORD_PAGE = b"""<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>x</title>
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-size:10.0pt;}
span.MsoFootnoteReference {vertical-align:super;} p.H1 {font-weight:bold;} --></style></head>
<body lang=EN-GB link=blue vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>
<p class=H1>EXAMPLE: Lanterns</p>
<p class=MsoNormal><i><span lang=EN-GB>The General
Assembly</span></i><span lang=EN-GB>,<o:p></o:p></span></p>
<p class=MsoNormal>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span><i>Decides</i> to light
the lamps;<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span class=MsoFootnoteReference><![if !supportFootnotes]><span lang=EN-GB>[1]</span>
<![endif]></span></span></a> \x93soon\x94<span style='display:none'>hidden</span></p>
</div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference>[1]</span></a> Resolution 198/4.</p>
<p class=MsoFootnoteText>Second line.</p></div></div>
</body></html>"""


def read(page):
    return read_bytes(page.encode() if isinstance(page, str) else page)


def read_bytes(data):
    assert html.handles(data)
    return html.read(data, "example.html", "0" * 64)


def body(inner):
    return read(f"<!DOCTYPE html><html><body>{inner}</body></html>")


class TestHandles:
    @pytest.mark.parametrize(
        "data",
        [
            b"<!DOCTYPE html><p>x",
            b"\xef\xbb\xbf \n<!-- saved -->\n<HTML>",
            b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html>',
            b"<p>A fragment</p>\n<p>of two blocks</p>\n",
            b'<div class="x"><p>words</p></div>',
            "<html><p>x</p></html>".encode("utf-16"),
        ],
    )
    def test_pages(self, data):
        assert html.handles(data)

    @pytest.mark.parametrize(
        "data",
        [
            b"The Assembly of Examplia, with <i>tags</i> and <sup>1</sup></p>",
            b"# Heading\n\n<div>Markdown</div>",
            b"<p>We write &lt;p&gt; as <p> and </p> here, in plain words.",
            b"<a> < b </a>",
            b'<?xml version="1.0"?><akomaNtoso><p>x</p></akomaNtoso>',
            b"<http://example.org/> is where <p>it</p> stands",
            b"%PDF-1.7 <html>",
            b"",
        ],
    )
    def test_other_things(self, data):
        assert not html.handles(data)


class TestBlocks:
    def test_a_line_for_each_block(self):
        source = body(
            "<h1>Title</h1><p>One\n  two</p>loose<div>div<p>inner</p>tail</div><dl><dt>term<dd>meaning</dl>"
            "<blockquote>quoted</blockquote><table><tr><td>a<td>b</table>"
        )
        expected = ["Title", "One two", "loose", "div", "inner", "tail", "term", "meaning", "quoted", "a", "b"]
        assert texts(source) == expected
        assert all(line.gap and line.page == 0 and line.zone is Zone.UNSAID for line in source.lines)
        assert not source.wrapped
        assert (source.format, source.sha256, source.name) == ("html", "0" * 64, "example.html")
        assert_offsets_hold(source)

    def test_line_breaks_leave_no_gap_and_two_do(self):
        source = body("<p>a<br>b<br/><br>c</p>")
        assert [(line.text, line.gap) for line in source.lines] == [("a", True), ("b", False), ("c", True)]
        assert source.wrapped

    def test_preformatted_text_keeps_its_lines(self):
        source = body("<pre>  First line\nof one\n\n  Second</pre>")
        assert [(line.text, line.gap, line.indent) for line in source.lines] == [
            ("First line", True, True),
            ("of one", False, False),
            ("Second", True, True),
        ]

    def test_what_is_not_printed(self):
        source = read(
            "<html><head><title>no</title><style>.x{}</style></head><body><nav>no</nav><script>no()</script>"
            "<noscript>no</noscript><p hidden>no</p><p style='display: none'>no</p><!-- no --><p>yes</p></body>"
        )
        assert source.text == "yes"

    def test_entities_and_spaces(self):
        assert (
            body("<p>&eacute;&nbsp;&#8212;&thinsp;a &amp; b&shy;c &lt;p&gt;\x03</p>").text == "é —\u2009a & bc <p>"
        )

    def test_right_to_left_text_keeps_its_order(self):
        assert body('<p dir="rtl">مثال واحد</p>').text == "مثال واحد"

    def test_inserted_and_deleted_passages(self):
        source = body('<p>Lamps <del cite="mailto:A.%20Example">and wax</del><ins>and oil</ins></p>')
        assert source.text == "Lamps and oil"
        (finding,) = source.findings
        assert finding.code is Code.TRACKED_CHANGES_ACCEPTED
        assert finding.message == (
            "1 tracked insertion and 1 tracked deletion by A. Example and an unnamed author were read as accepted."
        )


class TestStyles:
    @pytest.mark.parametrize(
        ("inner", "expected"),
        [
            ("<em>a</em> b", [("a", "i"), (" b", "")]),
            ("<cite>a</cite><i>b</i>", [("ab", "i")]),
            ("<strong>a<i>b</i></strong>", [("a", "b"), ("b", "ib")]),
            ("a<sup>th</sup>", [("a", ""), ("th", "^")]),
            ("<span style='font-style:italic'>a</span>", [("a", "i")]),
            ("<i>a<span style='font-style: normal !important'>b</span></i>", [("a", "i"), ("b", "")]),
            ("<span style='font-weight:700'>a</span>", [("a", "b")]),
            ("<b>a<span style='font-weight:400'>b</span></b>", [("a", "b"), ("b", "")]),
            ("<span style='font: italic bold 12px Serif'>a</span>", [("a", "ib")]),
            ("<span style='vertical-align:super'>a</span>", [("a", "^")]),
            ("<span class='c1 c2'>a</span>", [("a", "ib")]),
            ("<span class=c3>a</span>b", [("b", "")]),
            ("<i>a</i>\n<b>b</b>", [("a", "i"), (" ", ""), ("b", "b")]),
        ],
    )
    def test_runs(self, inner, expected):
        sheet = (
            "<style>.c1{font-style:italic} span.c2{font-weight:bold} /* .c1{} */ .c3{visibility:hidden}</style>"
        )
        assert styles(read(f"<html>{sheet}<body><p>{inner}</p></body></html>").lines[0]) == expected

    def test_headings_are_bold(self):
        assert styles(body("<h2>Title</h2>").lines[0]) == [("Title", "b")]

    def test_a_style_left_open_ends_with_its_block(self):
        assert styles(body("<p><i>a<p>b").lines[1]) == [("b", "")]


class TestLists:
    @pytest.mark.parametrize(
        ("inner", "expected"),
        [
            ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
            ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4. a", "9. b", "10. c"]),
            ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
            ("<ol type=a><li>a<li>b</ol>", ["(a) a", "(b) b"]),
            ("<ol type=I><li>a<li>b</ol>", ["(I) a", "(II) b"]),
            ("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>", ["(i) a", "(ii) b"]),
            ("<ol style='list-style:none'><li>1. a</ol>", ["1. a"]),
            ("<ul><li>a<li>b</ul>", ["a", "b"]),
            ("<ol><li><p>a</p><p>b</p></li></ol>", ["1. a", "b"]),
            ("<ol><li>a<ol type=a><li>b</ol>tail<li>c</ol>", ["1. a", "(a) b", "tail", "2. c"]),
            ("<ol><li><ol type=a><li>b</ol></ol>", ["1. (a) b"]),
            ("<ol><li></li><li>b</ol>", ["2. b"]),
            ("<ol start='99999999999'><li>a</ol>", ["1. a"]),
        ],
    )
    def test_numbers_are_typed_out(self, inner, expected):
        assert texts(body(inner)) == expected


class TestNotes:
    def test_pages_saved_by_word(self):
        source = read(WORD_PAGE)
        assert [squeeze(text) for text in texts(source)] == [
            "EXAMPLE: Lanterns",
            "The General Assembly,",
            "1. Decides to light the lamps;1 “soon”",
            "1 Resolution 198/4.",
            "Second line.",
        ]
        assert [line.zone for line in source.lines] == [Zone.UNSAID] * 3 + [Zone.NOTE] * 2
        assert styles(source.lines[2])[1:4] == [("Decides", "i"), (" to light the lamps;", ""), ("1", "^")]
        assert styles(source.lines[3]) == [("1", "^"), (" Resolution 198/4.", "")]
        assert source.findings == ()
        assert_offsets_hold(source)

    @pytest.mark.parametrize(
        ("mark", "note"),
        [
            ('<sup><a href="#fn1" id="fnref1">1</a></sup>', '<p id="fn1"><sup>1</sup> Words.</p>'),
            ('<sup id="r1">[<a href="#fn1">1</a>]</sup>', '<p id="fn1">[1] Words. <a href="#r1">↩</a></p>'),
            ('<a href="#n1"><sup>1</sup></a>', '<p><a name="n1">1</a>. Words.</p>'),
            ('[<a href="#footnote1">1</a>]', '<div id="footnote1"><p>1 Words.</p></div>'),
            (
                '<a href="#fn:1" class="footnote-ref" id="fnref:1"><sup>1</sup></a>',
                '<section><ol><li id="fn:1"><p>Words. <a href="#fnref:1">back</a></p></li></ol></section>',
            ),
            (
                '<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
                '<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Words.</li></ol>',
            ),
            (
                '<a href="http://x.example/y#_ftn1">[1]</a>',
                '<p><a name="_ftn1" href="y#_ftnref1">[1]</a> Words.</p>',
            ),
            ('<sup><a href="#n1">1</a></sup>', "<table><tr><td><a name=n1>1</a></td><td>Words.</td></tr></table>"),
        ],
    )
    def test_notes_tied_by_links(self, mark, note):
        source = body(f"<p>Lamps{mark} burn</p><hr>{note}")
        assert [styles(line) for line in source.lines] == [
            [("Lamps", ""), ("1", "^"), (" burn", "")],
            [("1", "^"), (" Words.", "")],
        ]
        assert [line.zone for line in source.lines] == [Zone.UNSAID, Zone.NOTE]

    def test_a_mark_used_twice_and_words_after_the_notes(self):
        source = body(
            '<p>A<a href="#fn1"><sup>1</sup></a> B<a href="#fn1"><sup>1</sup></a> '
            'C<a href="#fn2"><sup>2</sup></a></p>'
            '<p id="fn1">1 One.</p><p id="fn2">2 Two.</p><p>After.</p>'
        )
        assert texts(source) == ["A1 B1 C2", "1 One.", "2 Two.", "After."]
        assert [line.zone for line in source.lines] == [Zone.UNSAID, Zone.NOTE, Zone.NOTE, Zone.UNSAID]

    def test_links_that_are_no_marks(self):
        source = body(
            '<p><a href="#part1">1</a> <a href="#part2">Part two</a></p><p id=part1>1</p><p id=part2>Two</p>'
        )
        assert texts(source) == ["1 Part two", "1", "Two"]
        assert all(line.zone is Zone.UNSAID for line in source.lines)

    def test_a_note_that_begins_with_a_figure_of_its_own(self):
        source = body('<p>A<sup><a href="#fn2">2</a></sup></p><p id="fn2">2.5 million lamps.</p>')
        assert texts(source) == ["A2", "2 2.5 million lamps."]


class TestEncodings:
    PAGE = "<html><head>{}</head><body><p>Réservé – “ça”</p></body></html>"

    @pytest.mark.parametrize(
        ("head", "encoding"),
        [
            ("", "utf-8"),
            ("", "utf-8-sig"),
            ("", "utf-16"),
            ('<meta charset="windows-1252">', "cp1252"),
            ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
            ('<meta charset="macintosh">', "mac-roman"),
            ('<meta charset="rot13">', "utf-8"),
            ('<meta charset="no-such">', "utf-8"),
        ],
    )
    def test_declared_and_undeclared(self, head, encoding):
        source = read(self.PAGE.format(head).encode(encoding))
        assert source.text == "Réservé – “ça”"
        assert source.findings == ()

    def test_guessed(self):
        source = read(self.PAGE.format("").encode("cp1252"))
        assert source.text == "Réservé – “ça”"
        (finding,) = source.findings
        assert finding.code is Code.ENCODING_GUESSED
        assert finding.message == "The page declares no encoding and is not UTF-8; it was read as windows-1252."
        assert finding.advice == "Check letters with accents and quotation marks, or save the page again as UTF-8."

    def test_declared_wrongly(self):
        source = read(self.PAGE.format('<meta charset="utf-8">').encode() + b"<p>\xff</p>")
        assert texts(source) == ["Réservé – “ça”", "\ufffd"]
        assert source.findings[0].message == (
            "The page says that it is utf-8, but not all of its bytes are; those were replaced."
        )


def message(data):
    with pytest.raises(InputError) as caught:
        read(data)
    return str(caught.value)


class TestBadPages:
    def test_no_words(self):
        assert message("<html><body><script>write()</script></body></html>") == (
            "example.html: expected a page with words, but it prints none. "
            "If a script writes the page, open it in a browser and save what it shows."
        )

    def test_too_large(self, monkeypatch):
        monkeypatch.setattr("stocktake.documents.sources.html_markup.MAX_BYTES", 2**20)
        assert message("<html>" + "x" * 2**21) == (
            "example.html: expected a page of at most 1 MB, but this one has 2 MB. "
            "Resolutions are far smaller: check that this is the file you meant."
        )

    def test_too_many_elements(self):
        assert message("<html>" + "<b>" * 400_001) == (
            "example.html: expected a page of at most 400000 elements, but this one has more. "
            "Resolutions are far smaller: check that this is the file you meant."
        )

    def test_words_without_end(self):
        assert message("<html><p>" + "x" * 11_000_000) == (
            "example.html: expected an HTML page, but it cannot be parsed to its end. "
            "Save it again from a browser, or save its text as a .txt file."
        )

    @pytest.mark.parametrize(
        "inner",
        [
            "<div>" * 100_000 + "deep" + "</div>" * 100_000,
            "<div>deep" * 20_000,
            "<b><i>deep" * 20_000,
            "<ol><li>deep" * 20_000,
            "<a href='#fn1'><sup>1</sup></a>" * 20_000 + "<p id=fn1>deep",
            "<span>" * 50_000 + "<a href='#fn1'>[1]</a>" * 5_000 + "<p id=fn1>deep",
            "<p style='" + "a:b;" * 500_000 + "'>deep",
            "<style>" + "/*{" * 500_000 + "</style><p>deep",
            "<!--" * 300_000 + "--><p>deep",
        ],
    )
    def test_hostile_pages_are_read_to_their_end(self, inner):
        source = body(inner)
        assert "deep" in source.text
        assert_offsets_hold(source)

    def test_the_order_of_sources_gives_pages_to_this_reader(self):
        assert read_source_bytes(WORD_PAGE, "example.txt").format == "html"


@given(st.sampled_from((resolution.FORMS["page.html"], WORD_PAGE)).flatmap(damaged))
def test_damaged_pages(data):
    try:
        source = html.read(data, "example.html", "0" * 64)
    except StocktakeError as error:
        assert_says_what_to_do(error)
    else:
        assert_offsets_hold(source)


@given(
    st.lists(
        st.sampled_from(("<p>", "</p>", "<ol>", "<li>", "</ol>", "<br>", "<i>", "</i>", "<pre>", "</pre>", "a\n"))
    )
)
def test_any_order_of_tags_keeps_all_words(parts):
    try:
        source = html.read(("<p>x</p>" + "".join(parts)).encode(), "example.html", "0" * 64)
    except StocktakeError as error:
        raise AssertionError from error
    assert sum(line.text.count("a") for line in source.lines) == parts.count("a\n")
    assert_offsets_hold(source)
