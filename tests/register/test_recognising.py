"""A file of records is told by its headings, whatever its format; other files are not taken for one."""

from collections.abc import Callable

import pytest

from stocktake.documents.formats.document_json import dump_json
from stocktake.example import example_corrections, example_records, example_statistics, example_texts
from stocktake.publish.evidence_json import template_to_json as evidence_template
from stocktake.publish.form_xlsx import template_xlsx
from stocktake.publish.needs_json import template_to_json as needs_template
from stocktake.publish.needs_xlsx import needs_form_xlsx
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.form_table import form_csv
from stocktake.register.need import NEEDS
from stocktake.register.offer import OFFERS
from stocktake.register.recognising import taking_of


@pytest.mark.parametrize(
    ("made", "command"),
    [
        (template_xlsx, "stocktake evidence add FILE --by NAME"),
        (lambda: form_csv(CONTRIBUTIONS), "stocktake evidence add FILE --by NAME"),
        (lambda: dump_json(evidence_template()).encode(), "stocktake evidence add FILE --by NAME"),
        (lambda: needs_form_xlsx(NEEDS), "stocktake needs add FILE --by NAME"),
        (lambda: form_csv(NEEDS), "stocktake needs add FILE --by NAME"),
        (lambda: form_csv(OFFERS), "stocktake needs add FILE --by NAME"),
        (lambda: dump_json(needs_template(OFFERS)).encode(), "stocktake needs add FILE --by NAME"),
        (example_records()[0].read_bytes, "stocktake evidence add FILE --by NAME"),
        (example_records()[1].read_bytes, "stocktake needs add FILE --by NAME"),
        (example_corrections().read_bytes, "stocktake corrections --import FILE"),
    ],
)
def test_a_file_of_records_is_told_by_its_headings(made: Callable[[], bytes], command: str) -> None:
    taking = taking_of(made())
    assert taking is not None
    assert taking.command == command


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04xl/ and no more",
        b"{",
        b'{"Area": "Lampland"}',
        b"area,period,value\nXAA,2043,1\n",
        b"\xff\xfe",
    ],
)
def test_what_is_no_such_file_is_none(data: bytes) -> None:
    assert taking_of(data) is None


def test_texts_and_statistics_of_the_example_are_none() -> None:
    files = [*example_texts(), *(each for each, _ in example_statistics())]
    assert [each.name for each in files if taking_of(each.read_bytes()) is not None] == []
