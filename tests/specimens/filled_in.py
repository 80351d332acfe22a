"""Files of contributions for tests: rows in a workbook, and what is read of them. All of it is invented."""

import io
from datetime import UTC, datetime

from openpyxl import Workbook

from stocktake.register import Contribution
from stocktake.register.intake import Reading, read_records
from stocktake.register.record_checking import Stamp

NOW = datetime(2044, 5, 4, 9, tzinfo=UTC)
STAMP = Stamp("A. Person", NOW, NOW)
ROW = {"who": "Kite Office", "entity_type": "government", "title": "Kites", "where": "Kenya", "from": "2041", "evidence": "self-report"}  # fmt: skip


def read(data: bytes) -> Reading:
    return read_records(data, "file", STAMP)


def said(data: bytes) -> list[str]:
    return [str(each) for each in read(data).problems]


def sheet(*rows, title="Sheet", also=None) -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    if also:
        also(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row(**cells: object) -> list[object]:
    return list({**ROW, **cells}.values())


HEAD = list(ROW)


def one(data: bytes) -> Contribution:
    reading = read(data)
    assert reading.problems == []
    (only,) = reading.rows
    return only.record
