"""Services: who has what."""

import re

import pytest

from stocktake.frameworks.services import document_services, series_for, service_of, services


def test_every_service_can_be_asked():
    for each in services():
        words = {"symbol": "A", "language": "en", "code": "B", "page": 1, "size": each.size}
        assert each.address.startswith("https://")
        assert "{" not in each.path.format(**words)
        assert (each.kind == "series") == bool(
            each.publisher and each.rows and each.size and re.compile(each.codes)
        )


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("IT.NET.USER.ZS", "world-bank"),
        ("SE.PRM.ENRR", "world-bank"),
        ("IT_USE_ii99", "unsd-sdg"),
        ("SG_GEN_PARL", "unsd-sdg"),
        ("17.8.1", None),
        ("A/RES/80/118", None),
        ("internet_users", None),
    ],
)
def test_a_code_has_its_service(code, name):
    service = service_of(code)
    assert (service.name if service else None) == name


def test_the_series_of_an_indicator_in_the_order_of_the_services():
    codes = series_for("17.8.1")
    assert codes[0] == "IT.NET.USER.ZS"
    assert codes[-1].casefold() == "it_use_ii99"
    assert series_for("nothing") == ()


def test_texts_have_a_second_service():
    assert [each.name for each in document_services()] == ["un-documents", "un-symbols"]
