"""Statistics and evidence are known for what they are."""

import io
import zipfile

import pytest
from invented import draft, resolution

from stocktake.errors import UnsupportedError
from stocktake.workspace.kinds import refuse_unsupported


def workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"area,year,value\nXXA,2041,7\nXXB,2041,9\nXXC,2042,1\n", "a table (CSV) of statistics or evidence"),
        (b"area;year;value\nXXA;2041;7,5\nXXB;2041;9\nXXC;2042;1\n", "a table (CSV) of statistics or evidence"),
        (b'{"kites": [1, 2]}', "JSON, a form of statistics or evidence"),
        (b'<?xml version="1.0"?><m:GenericData xmlns:m="http://www.sdmx.org/x"/>', "statistics in SDMX"),
        (workbook(), "a workbook (XLSX)"),
    ],
)
def test_what_is_not_yet_supported_is_named(data: bytes, what: str):
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "kites.dat")
    assert caught.value.message == (
        f"kites.dat: expected a resolution or a draft (PDF, DOCX, HTML or text), but this is {what}, which is not "
        "yet supported. Statistics and evidence come with a later version; keep the file until then."
    )


@pytest.mark.parametrize(
    "data", [resolution(97, 901).encode(), draft(99, 4).encode(), b"{ no json", b"one, two, three\n", b"%PDF-1.7"]
)
def test_everything_else_may_be_a_text(data: bytes):
    refuse_unsupported(data, "kites.txt")
