"""The DOCX file: a whole package, real styles, notes and fields; hostile words stay words."""

import sys
import zipfile
from io import BytesIO
from posixpath import dirname, normpath

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import ARABIC, HOSTILE, hostile, report
from lxml import etree

from stocktake.publish.report.docx import write_docx
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.numbering import number_report
from stocktake.publish.report.pictures import png_picture, svg_picture
from stocktake.publish.report.printable import clean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LENGTHS = ("brief", "report", "full")


@pytest.fixture(scope="module")
def made():
    return write_docx(report())


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def trees(data):
    return {name: etree.fromstring(part) for name, part in parts(data).items() if name.endswith((".xml", ".rels"))}


def words(tree):
    return "".join(each.text or "" for each in tree.iter(f"{W}t"))


def check_package(data):
    """The rules by which Word opens a file without repair."""
    files, roots = parts(data), trees(data)
    types = roots["[Content_Types].xml"]
    named = {each.get("PartName") for each in types if each.get("PartName")}
    endings = {each.get("Extension") for each in types if each.get("Extension")}
    assert all(f"/{name}" in named or name.rsplit(".", 1)[-1] in endings for name in files)
    assert named <= {f"/{name}" for name in files}
    for name, root in roots.items():
        if name.endswith(".rels"):
            check_relations(name, root, files)
    for name in ("word/document.xml", "word/footnotes.xml"):
        relations = {each.get("Id") for each in roots[f"word/_rels/{name[5:]}.rels"]}
        used = {value for each in roots[name].iter() for key, value in each.attrib.items() if key.startswith(R)}
        assert used <= relations
    document = roots["word/document.xml"]
    for wanted in (
        f"{W}bookmarkStart",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    ):
        ids = [each.get(f"{W}id") or each.get("id") for each in document.iter(wanted)]
        assert len(ids) == len(set(ids))
    bookmarks = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    assert len(bookmarks) == len(set(bookmarks))
    assert all(len(each) <= 40 for each in bookmarks)
    assert {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")} - {None} <= set(bookmarks)
    check_styles(roots)


def check_relations(name, root, files):
    ids = [each.get("Id") for each in root]
    assert len(ids) == len(set(ids))
    for each in root:
        if each.get("TargetMode") == "External":
            assert each.get("Target").startswith(("http://", "https://"))
            assert each.get("Type").endswith("/hyperlink")
        else:
            assert normpath(f"{dirname(dirname(name))}/{each.get('Target')}").lstrip("/") in files


def check_styles(roots):
    styles = {each.get(f"{W}styleId") for each in roots["word/styles.xml"].iter(f"{W}style")}
    numbers = {each.get(f"{W}numId") for each in roots["word/numbering.xml"].iter(f"{W}num")}
    notes = [each.get(f"{W}id") for each in roots["word/footnotes.xml"]]
    assert len(notes) == len(set(notes))
    for name, root in roots.items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {each.get(f"{W}val") for each in root.iter(f"{W}{kind}")} <= styles, (name, kind)
        assert {each.get(f"{W}val") for each in root.iter(f"{W}numId")} <= numbers
        assert {each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")} <= set(notes)


@pytest.mark.parametrize("length", LENGTHS)
def test_the_package_is_whole(length):
    check_package(write_docx(report(length)))


def test_the_same_report_gives_the_same_bytes(made):
    assert write_docx(report()) == made


def test_another_reader_sees_title_styles_tables_and_pictures(made):
    read = docx.Document(BytesIO(made))
    styles = [each.style.name for each in read.paragraphs]
    assert read.core_properties.title == report().title
    assert read.core_properties.modified.date().isoformat() == "2044-05-06"
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 3
    assert styles.count("Heading 2") == 2
    assert styles.count("Numbered Paragraph") == 5
    assert styles.count("Quote") == 2
    assert styles.count("Caption") == 5
    assert len(read.tables) == 1
    assert len(read.inline_shapes) == 4
    assert read.sections[0].header.paragraphs[0].text == f"{report().title}\tEXAMPLE: invented"


def test_captions_count_by_fields_that_are_filled(made):
    fields = [
        (each.get(f"{W}instr").split()[:2], words(each))
        for each in trees(made)["word/document.xml"].iter(f"{W}fldSimple")
    ]
    assert fields == [(["SEQ", "Table"], "1"), *((["SEQ", "Figure"], str(at)) for at in (1, 2, 3, 4))]


def test_notes_are_footnotes_with_the_numbers_of_every_format(made):
    notes = trees(made)["word/footnotes.xml"]
    told = {int(each.get(f"{W}id")): words(each).strip() for each in notes if each.get(f"{W}type") is None}
    assert told == {note.number: note.source.words for note in number_report(report()).notes}
    marks = [int(each.get(f"{W}id")) for each in trees(made)["word/document.xml"].iter(f"{W}footnoteReference")]
    assert marks == sorted(told)


def test_a_picture_is_told_in_words_and_a_table_has_heads_that_repeat(made):
    document = trees(made)["word/document.xml"]
    told = [each.get("descr") for each in document.iter() if str(each.tag).endswith("}docPr")]
    assert all(each.startswith("EXAMPLE") and len(each) > 80 for each in told)
    assert len(list(document.iter(f"{W}tblHeader"))) == 1
    assert [each.get(f"{W}val") for each in document.iter(f"{W}tblCaption")] == ["Duties by who is asked"]


def test_the_contents_read_without_being_updated_and_lead_to_the_headings(made):
    document = trees(made)["word/document.xml"]
    links = [each for each in document.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    assert words(links[1]) == "II. Status by paragraphparas. 3–4"
    assert [each.text.split()[0] for each in document.iter(f"{W}instrText")] == ["TOC"]
    kinds = [each.get(f"{W}fldCharType") for each in document.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_words_of_other_languages_are_marked(made):
    document = trees(made)["word/document.xml"]
    tongues = {
        (key.removeprefix(W), value) for each in document.iter(f"{W}lang") for key, value in each.attrib.items()
    }
    assert tongues == {("bidi", "ar"), ("eastAsia", "zh"), ("val", "fr"), ("val", "en")}
    quote = next(each for each in document.iter(f"{W}p") if words(each) == ARABIC)
    assert quote.find(f"{W}pPr/{W}bidi") is not None


def test_a_brief_has_no_contents():
    assert not list(trees(write_docx(report("brief")))["word/document.xml"].iter(f"{W}instrText"))


def test_hostile_words_stay_words():
    data = write_docx(hostile())
    check_package(data)
    told = words(trees(data)["word/document.xml"])
    assert all(clean(each) in told for each in HOSTILE)
    assert b"javascript" not in parts(data)["word/_rels/footnotes.xml.rels"]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_words_give_a_whole_package_in_which_they_stand(texts):
    data = write_docx(hostile(*texts))
    check_package(data)
    told = words(trees(data)["word/document.xml"])
    assert all(clean(each) in told for each in texts)


def test_without_the_extra_a_figure_is_left_out_with_its_data(monkeypatch):
    svg_picture.cache_clear()
    png_picture.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    data = write_docx(report())
    check_package(data)
    assert not [name for name in parts(data) if name.startswith("word/media/")]
    document = trees(data)["word/document.xml"]
    figures = [
        each for section in number_report(report()).sections for each in section.blocks if hasattr(each, "chart")
    ]
    assert words(document).count(LABELS.left_out) == len(figures)
    assert len(document.findall(f".//{W}tbl")) == len(figures) + 1
    assert figures[0].table.rows[0][0].pieces[0].text in words(document)
