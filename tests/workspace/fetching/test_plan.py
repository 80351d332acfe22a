"""Who is asked for what."""

import pytest

from stocktake.errors import NotFoundError, RequestError
from stocktake.workspace.fetching.plan import parse_mirrors, plan


def test_symbols_and_series_have_their_services():
    text, bank, sdg = plan(["80/118", "IT.NET.BBND.P2", "IT_MOB_OWN"], "fr")
    assert (text.what, text.kind, text.name) == ("A/RES/80/118", "document", "A-RES-80-118.fr.pdf")
    assert [text.url(each) for each in text.services] == [
        "https://documents.un.org/api/symbol/access?s=A/RES/80/118&l=fr&t=pdf",
        "https://docs.un.org/fr/A/RES/80/118",
    ]
    assert bank.url(bank.services[0], 3) == (
        "https://api.worldbank.org/v2/country/all/indicator/IT.NET.BBND.P2?format=json&per_page=20000&page=3"
    )
    assert sdg.url(sdg.services[0]) == (
        "https://unstats.un.org/sdgapi/v1/sdg/Series/Data?seriesCode=IT_MOB_OWN&page=1&pageSize=10000"
    )


def test_older_symbols_with_brackets():
    (text,) = plan(["A/RES/217(III)[A]"])
    assert text.url(text.services[0]).endswith("?s=A/RES/217(III)%5BA%5D&l=en&t=pdf")
    assert "/" not in text.name


def test_codes_that_are_not_recorded_are_told_by_their_look():
    assert [each.services[0].name for each in plan(["SE.PRM.ENRR", "SG_GEN_PARL"])] == ["world-bank", "unsd-sdg"]


def test_the_same_is_asked_once():
    assert len(plan(["80/118", "A/RES/80/118", "population", "SP.POP.TOTL"])) == len(
        plan(["80/118", "population"])
    )


@pytest.mark.parametrize(
    ("named", "language", "mirrors", "error", "message"),
    [
        (
            ["electricty-access"], "en", {}, NotFoundError,
            ("expected a symbol, the code of a series or an indicator, but 'electricty-access' is none. "
            "Nearest: electricity-access, EG.ELC.ACCS.ZS. List indicators: stocktake frameworks indicators"),
        ),
        (
            ["80/118"], "de", {}, RequestError,
            "expected an official language of the United Nations, but 'de' is none. Nearest: ar, en, es, fr, ru, zh.",
        ),
        (
            ["80/118"], "en", {"worldbank": "http://m.example"}, RequestError,
            ("expected the name of a service, but 'worldbank' is none. Nearest: world-bank. "
            "Services: un-documents, un-symbols, world-bank, unsd-sdg."),
        ),
        (
            ["80/118"], "en", {"world-bank": "files/x"}, RequestError,
            ("world-bank: expected an address with http:// or https://, but 'files/x' is none. "
            "Write it whole: world-bank=https://mirror.example"),
        ),
    ],
    ids=["unknown", "language", "service", "address"],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(named, language, mirrors, error, message):
    with pytest.raises(error) as raised:
        plan(named, language, mirrors)
    assert raised.value.message == message


def test_mirrors_are_read():
    assert parse_mirrors(["world-bank=http://a.example/x=1"]) == {"world-bank": "http://a.example/x=1"}
    with pytest.raises(RequestError) as raised:
        parse_mirrors(["world-bank"])
    assert raised.value.message == (
        "expected NAME=ADDRESS for a service, but 'world-bank' has no address. "
        "Services: un-documents, un-symbols, world-bank, unsd-sdg."
    )
