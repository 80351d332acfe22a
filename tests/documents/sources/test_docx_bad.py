"""DOCX files that are wrong: each is read or ends in an error that says why."""

import build_docx as word
import pytest
import resolution
from damage import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from lines import assert_offsets_hold, assert_says_what_to_do

from stocktake.documents.sources import docx
from stocktake.errors import InputError, StocktakeError, UnsupportedError

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

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_document_types_are_refused(self, encoding):
        laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>'
        xml += f"<w:document {word.SPACES}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        assert message(with_document(xml.encode(encoding))) == (
            "example.docx: expected parts without a document type declaration, but word/document.xml brings one, "
            f"which Word never writes. {ATTACK}"
        )

    def test_document_types_in_other_encodings_are_refused_too(self):
        xml = f'<?xml version="1.0" encoding="UTF-32BE"?><!DOCTYPE d><w:document {word.SPACES}/>'
        assert "word/document.xml brings one" in message(with_document(xml.encode("utf-32-be")))

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
        assert_says_what_to_do(error)
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
    @given(damaged(SPECIMEN))
    def test_damaged_files(self, data):
        assert_reads_or_says_why(data)

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
