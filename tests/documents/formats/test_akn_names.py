"""Names in Akoma Ntoso: identifiers of documents and of elements."""

import pytest

from stocktake.documents.formats.akn_names import Ids, clean, name_document, print_date
from stocktake.documents.model import HeadingData


@pytest.mark.parametrize(
    ("organ", "symbol", "adopted", "work"),
    [
        ("General Assembly", "A/RES/99/7", "2044-12-05", "unga/2044-12-05/99-7"),
        ("Security Council", "S/RES/9999 (2044)", "2044-12-05", "unsc/2044-12-05/9999-2044"),
        ("General Assembly", "A/C.2/99/L.17", None, "unga/0001-01-01/A-C.2-99-L.17"),
        ("General Assembly", "A/RES/9999(XL)[B]", "2044-12-05", "unga/2044-12-05/9999-XL-B"),
        ("Guild of Lamps", None, None, "guild-of-lamps/0001-01-01"),
        ("Congrès", None, None, "congr%C3%A8s/0001-01-01"),
        (None, None, None, "un/0001-01-01"),
    ],
)
def test_the_identifier_of_the_work(organ, symbol, adopted, work):
    names = name_document(HeadingData(organ=organ, symbol=symbol, adopted=adopted))
    assert names.work == f"/akn/un/statement/deliberation/{work}"


@pytest.mark.parametrize(("language", "code"), [("en", "eng"), ("zh", "zho"), ("tlh", "und"), (None, "und")])
def test_the_identifier_of_the_expression_ends_in_its_language(language, code):
    assert name_document(HeadingData(language=language)).expression.endswith(f"/{code}@")


def test_an_undated_work_takes_the_date_of_distribution():
    names = name_document(HeadingData(distributed="2044-11-01"))
    assert names.dated == names.issued == ("2044-11-01", "publication")


def test_an_eid_is_given_once():
    ids = Ids()
    assert [ids.take("para_3"), ids.take("para_3_2"), ids.take("para_3")] == ["para_3", "para_3_2", "para_3_3"]


def test_a_name_in_an_eid_holds_no_brackets_or_spaces():
    assert clean("(a) b/c.") == "a-b-c"


def test_a_date_is_printed_as_the_un_prints_it():
    assert print_date("2044-12-05") == "5 December 2044"
