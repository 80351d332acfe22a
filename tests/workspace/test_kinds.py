"""Statistics are told from texts; data that nobody here reads is known for what it is."""

import io
import zipfile

import pytest
from invented import draft, resolution
from structure_messages import whole

from stocktake.errors import UnsupportedError
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.form import Form
from stocktake.register.form_table import form_csv
from stocktake.register.offer import OFFERS
from stocktake.workspace.kinds import is_statistics, kind_of, refuse_unsupported


def workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"area,year,value\nXXA,2041,7\nXXB,2041,9\nXXC,2042,1\n", "a table (CSV) whose columns are not known"),
        (b"area;year;value\nXXA;2041;7,5\nXXB;2041;9\nXXC;2042;1\n", "a table (CSV) whose columns are not known"),
        (b'{"kites": [1, 2]}', "JSON whose shape is not known"),
        (
            b'<?xml version="1.0"?><m:GenericData xmlns:m="http://www.sdmx.org/x"/>',
            "an SDMX message without observations that we read",
        ),
        (workbook(), "a workbook (XLSX) none of whose sheets is known"),
    ],
)
def test_data_that_nobody_reads_is_named(data: bytes, what: str):
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "kites.dat")
    assert caught.value.message == (
        "kites.dat: expected a resolution or a draft (PDF, DOCX, HTML or text), or statistics in a format that we "
        f"read, but this is {what}. Statistics: write them as the plain CSV of docs/reference/statistics-formats.md. "
        "Evidence, needs and offers: stocktake evidence add FILE --by NAME."
    )


@pytest.mark.parametrize(
    ("form", "what", "command"),
    [
        (CONTRIBUTIONS, "contributions (evidence)", "stocktake evidence add 'kite list.csv' --by NAME"),
        (OFFERS, "needs or offers", "stocktake needs add 'kite list.csv' --by NAME"),
    ],
)
def test_a_file_of_records_is_no_text_and_the_command_is_named(form: Form, what: str, command: str):
    data = form_csv(form)
    assert kind_of(data, "kite list.csv") == "text"
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "kite list.csv")
    assert caught.value.message == (
        f"kite list.csv: expected a text, or statistics, but this is a file of {what}. Take it in with: {command}"
    )


@pytest.mark.parametrize(
    "data", [resolution(97, 901).encode(), draft(99, 4).encode(), b"{ no json", b"one, two, three\n", b"%PDF-1.7"]
)
def test_everything_else_may_be_a_text(data: bytes):
    refuse_unsupported(data, "kites.txt")


PLAIN = b"indicator,area,period,value\n17.8.1,FJI,2041,41.5\n17.8.1,NAM,2041,40\n"


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (PLAIN, True),
        (b"\xef\xbb\xbf" + PLAIN, True),
        (PLAIN.replace(b",", b";"), True),
        (b"Country Name,Country Code,2041\nFiji,FJI,\n", False),
        (b"%PDF-1.7\n" + PLAIN, False),
        (b"PK\x03\x04 word/document.xml word/embeddings/book.xlsx xl/workbook.xml", False),
        (b"PK\x03\x04 xl/workbook.xml and no more", True),
        (resolution(97, 901).encode(), False),
        (b"area,year,value\nXXA,2041,7\nXXB,2041,9\nXXC,2042,1\n", False),
        (b"", False),
    ],
)
def test_statistics_are_told_by_content(data: bytes, is_one: bool):
    assert is_statistics(data, "kites.dat") is is_one


@pytest.mark.parametrize(
    ("data", "kind"),
    [(whole(), "structure"), (PLAIN, "statistics"), (resolution(97, 901).encode(), "text"), (b"", "text")],
)
def test_what_a_file_is_kept_as(data: bytes, kind: str):
    assert kind_of(data, "kites.dat") == kind
