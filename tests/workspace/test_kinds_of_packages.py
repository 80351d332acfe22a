"""Packages, and files of office programs that are not read: for the readers of statistics, or refused with what to do."""

import gzip
import io
import zipfile

import pytest

from stocktake.errors import UnsupportedError
from stocktake.workspace.kinds import kind_of, refuse_unsupported

TABLE = b"indicator,area,period,value\n17.8.1,FJI,2031,41.5\n"


def package(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def old_office(stream: str, words: str = "") -> bytes:
    """The beginning of a file of an old office program: its words, then an entry of the directory."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + words.encode("utf-16-le")
    return head.ljust(512, b"\0") + stream.encode("utf-16-le").ljust(128, b"\0")


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TABLE), package(a=TABLE), package(a=TABLE, b=TABLE), package(a=b"x")],
    ids=["gzip", "one table", "two tables", "no table"],
)
def test_a_package_is_for_the_readers_of_statistics_were_it_only_to_be_refused(data):
    assert kind_of(data, "made") == "statistics"


def test_an_old_workbook_is_refused_with_what_to_do():
    data = old_office("Workbook")
    assert kind_of(data, "made.xls") == "text"
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "made.xls")
    assert "this is an old workbook (XLS), to be saved as XLSX or CSV. Statistics: " in caught.value.message


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (old_office("WordDocument", words="Book Title"), "an old Word file (DOC)"),
        (b"{\\rtf1\\ansi The General Assembly,}", "rich text (RTF)"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), "an OpenDocument text (ODT)"),
    ],
    ids=["doc", "rtf", "odt"],
)
def test_a_text_of_a_word_processor_is_refused_with_what_to_do(data: bytes, what: str):
    assert kind_of(data, "kites") == "text"
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "kites")
    assert caught.value.message == (
        "kites: expected a resolution or a draft (PDF, DOCX, HTML or text), or statistics in a format that we read, "
        f"but this is {what}. Open it in a word processor and save it as DOCX or PDF."
    )


def test_a_spreadsheet_of_an_open_office_is_refused_with_what_to_do():
    data = package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content=TABLE)
    assert kind_of(data, "made.ods") == "text"
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "made.ods")
    assert "this is an OpenDocument spreadsheet (ODS), to be saved as XLSX or CSV. Stat" in caught.value.message
