"""What is fetched is added, whole or not at all; nothing here leaves this machine."""

import json
import socket

import pytest
from service import HTML
from un_pdf import example_pdf

from stocktake.errors import InputError, MissingPartError, NotFoundError
from stocktake.workspace.fetching import Manner

DOCUMENT = "/api/symbol/access"
BANK = "/v2/country/all/indicator/IT.NET.USER.ZS"
SYMBOL = "A/RES/99/7"
QUICK = Manner(attempts=3, wait=0, jitter=0, timeout=5)
BY_HAND = "Check the connection and try again later; or download the file by hand and add it: stocktake add FILE"


def error_of(results):
    (result,) = results
    assert result.added is None
    return result.error


def nothing_left(workspace):
    assert workspace.holdings == ()
    assert [path.name for path in (workspace.folder / "texts").iterdir() if not path.name.startswith(".")] == []
    assert not list(workspace.folder.rglob("*.part"))


def test_a_text_is_taken_by_its_symbol(answers, take, workspace):
    answers.texts[SYMBOL] = example_pdf()
    (result,) = take("99/7")
    assert result.error is None
    assert result.added.became == "added"
    assert result.url == f"{answers.address}/api/symbol/access?s={SYMBOL}&l=en&t=pdf"
    assert [each.name for each in workspace.holdings] == ["A-RES-99-7.en.pdf"]
    assert {agent.partition("/")[0] for agent in answers.agents} == {"stocktake"}
    assert take("99/7")[0].added.became == "already there"


def test_the_other_service_is_asked_where_the_first_lacks_the_text(answers, take, workspace):
    answers.texts[SYMBOL] = example_pdf()
    answers.failing[DOCUMENT] = [404]
    (result,) = take(SYMBOL)
    assert result.url == f"{answers.address}/en/{SYMBOL}"
    assert len(workspace.holdings) == 1


def test_all_pages_of_a_series_become_one_file(answers, take, workspace):
    (result,) = take("IT.NET.USER.ZS")
    assert answers.asked[BANK] == 2
    assert (result.added.became, result.added.dataset.observations, result.added.dataset.areas) == ("added", 3, 3)
    assert str(result.added.dataset.vintage) == "2031-07-01"
    assert result.added.dataset.findings == ()
    assert [each.name for each in workspace.holdings] == ["world-bank.IT.NET.USER.ZS.json"]


def test_the_sdg_database_and_several_at_once(take):
    results = take("IT_USE_ii99", "IT.NET.USER.ZS", "IT_USE_ii99")
    assert [each.added.dataset.observations for each in results] == [2, 3]
    assert [each.added.dataset.publisher for each in results] == ["UNSD", "World Bank"]


def test_an_indicator_stands_for_its_series(take):
    results = take("17.8.1")
    assert [each.wanted.what for each in results][:3] == [
        "IT.NET.USER.ZS",
        "IT.NET.USER.FE.ZS",
        "IT.NET.USER.MA.ZS",
    ]


def test_a_single_page_is_kept_as_it_came(answers, take, workspace):
    body = json.dumps([{"page": 1, "pages": 1, "per_page": 9, "total": 1, "lastupdated": "2031-07-01"},
        [{"indicator": {"id": "IT.NET.USER.ZS", "value": "x"}, "country": {"id": "FJ", "value": "Fiji"},
          "countryiso3code": "FJI", "date": "2031", "value": 1.50}]], indent=3).encode()  # fmt: skip
    answers.special[BANK] = (200, {}, body)
    take("IT.NET.USER.ZS")
    (holding,) = workspace.holdings
    assert workspace.store.original(holding).read_bytes() == body


def test_what_has_not_changed_is_not_sent_again(answers, take, workspace):
    answers.texts[SYMBOL] = example_pdf()
    answers.etag = '"one"'
    take(SYMBOL)
    (again,) = take(SYMBOL)
    assert answers.conditions == ['"one"']
    assert again.added.became == "already there"
    for kept in (workspace.folder / "cache" / "fetched").glob("*.body"):
        kept.write_bytes(b"damaged")
    assert take(SYMBOL)[0].added.became == "already there"
    assert answers.conditions == ['"one"']


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failure_that_passes_is_waited_for(answers, take, status):
    answers.failing[BANK] = [status, status]
    assert take("IT.NET.USER.ZS")[0].added.became == "added"
    assert answers.asked[BANK] == 4


def test_a_failure_that_does_not_pass_is_said(answers, take, workspace):
    answers.failing[BANK] = [503] * 3
    error = error_of(take("IT.NET.USER.ZS"))
    assert isinstance(error, NotFoundError)
    assert error.message == (
        f"{answers.address}{BANK}?format=json&per_page=20000&page=1: expected an answer of the service, "
        f"but the service says 503 Service Unavailable (3 times). {BY_HAND}"
    )
    nothing_left(workspace)


def test_a_refusal_is_not_repeated(answers, take):
    answers.failing[BANK] = [403]
    error = error_of(take("IT.NET.USER.ZS"))
    assert error.came == "the service refuses (403 Forbidden)"
    assert answers.asked[BANK] == 1


def test_a_refusal_says_the_services_own_words(answers, take):
    answers.special[BANK] = (400, {}, b'{"Message": "The years are no years."}')
    error = error_of(take("IT.NET.USER.ZS"))
    assert error.message == (
        f"{answers.address}{BANK}?format=json&per_page=20000&page=1: expected an answer of the service, but the service "
        f"refuses (400 Bad Request: The years are no years). {BY_HAND}"
    )


def test_the_progress_counts_pages(take):
    shown = []
    take("IT.NET.USER.ZS", "IT_USE_ii99", progress=lambda done, total: shown.append((done, total)))
    assert shown[0] == (0, 2)
    assert shown[-1] == (4, 4)
    assert shown == sorted(shown)


def test_the_code_is_asked_for_in_the_spelling_of_its_publisher(answers, take, workspace):
    (result,) = take("it.net.user.zs")
    assert answers.asked[BANK] == 2
    assert result.wanted.what == "IT.NET.USER.ZS"
    assert [each.name for each in workspace.holdings] == ["world-bank.IT.NET.USER.ZS.json"]


def test_a_text_that_is_not_there(answers, take, workspace):
    error = error_of(take("A/RES/97/902"))
    assert error.message == (
        f"{answers.address}/api/symbol/access?s=A/RES/97/902&l=en&t=pdf: expected what was asked for, "
        "but the service does not have it (404). Check the symbol or the code; a text may not be out yet, or not in "
        "this language: --language"
    )
    nothing_left(workspace)


def test_a_series_that_is_not_there(answers, take, workspace):
    error = error_of(take("XX.NET.USER.ZS"))
    assert error.message == (
        f"{answers.address}/v2/country/all/indicator/XX.NET.USER.ZS?format=json&per_page=20000&page=1: "
        "expected observations of the series, but world-bank has none of 'XX.NET.USER.ZS' (it says: No such indicator). "
        "Nearest: IT.NET.USER.ZS, IT.NET.USER.MA.ZS, IT.NET.USER.FE.ZS. Look the code up at the publisher."
    )
    nothing_left(workspace)


@pytest.mark.parametrize(
    ("body", "came"),
    [(HTML, "a page for people (HTML) came"), (b"", "the answer is empty"), (b"{}", "something else came")],
)
def test_what_is_no_pdf_is_not_added(answers, take, workspace, body, came):
    answers.special[DOCUMENT] = (200, {"Content-Type": "application/pdf"}, body)
    error = error_of(take(SYMBOL))
    assert isinstance(error, InputError)
    assert (error.expected, error.came) == ("a PDF", came)
    nothing_left(workspace)


@pytest.mark.parametrize(("body", "came"), [(HTML, "a page for people (HTML) came"), (b"%PDF-1.4", "a PDF came")])
def test_what_is_no_json_is_not_added(answers, take, workspace, body, came):
    answers.special[BANK] = (200, {}, body)
    error = error_of(take("IT.NET.USER.ZS"))
    assert (error.expected, error.came) == ("an answer in JSON", came)
    nothing_left(workspace)


def test_a_pdf_that_cannot_be_read_is_refused_by_the_same_door(answers, take, workspace):
    answers.texts[SYMBOL] = example_pdf()[:300]
    (result,) = take(SYMBOL)
    assert result.added.became == "refused"
    nothing_left(workspace)


def test_a_circle_of_redirections(answers, take):
    answers.special[BANK] = (302, {"Location": BANK}, b"")
    error = error_of(take("IT.NET.USER.ZS"))
    assert isinstance(error, InputError)
    assert error.came == "the service sent us on more than 5 times"


def test_a_redirection_to_a_file_is_not_followed(answers, take):
    answers.special[BANK] = (302, {"Location": "file:///etc/hostname"}, b"")
    error = error_of(take("IT.NET.USER.ZS"))
    assert isinstance(error, NotFoundError)
    assert error.came.startswith("it leads to an address that cannot be asked")


def test_an_answer_that_is_too_large(take, workspace):
    error = error_of(take("IT.NET.USER.ZS", manner=Manner(attempts=1, wait=0, jitter=0, most=100)))
    assert (error.expected, error.came) == ("an answer of at most 100 bytes", "it is larger")
    nothing_left(workspace)


def test_an_answer_that_says_that_it_is_too_large_is_not_waited_for(answers, take, workspace):
    answers.special[BANK] = (200, {"Content-Length": str(10**12)}, b"[")
    error = error_of(take("IT.NET.USER.ZS", manner=Manner(attempts=3, wait=0, jitter=0, timeout=60)))
    assert (error.expected, error.came) == ("an answer of at most 300,000,000 bytes", "it is larger")
    assert answers.asked[BANK] == 1
    nothing_left(workspace)


def test_an_answer_byte_by_byte_ends_at_the_time_out(answers, take, workspace):
    answers.pause = 0.02
    error = error_of(take("IT.NET.USER.ZS", manner=Manner(attempts=1, wait=0, jitter=0, timeout=0.2)))
    assert error.came == "no whole answer within 0.2 seconds (1 times)"
    nothing_left(workspace)


def test_the_words_of_a_refusal_byte_by_byte_are_not_waited_for(answers, take):
    answers.pause = 0.02
    answers.special[BANK] = (400, {}, b'{"message": "' + b"x" * 500 + b'"}')
    error = error_of(take("IT.NET.USER.ZS", manner=Manner(attempts=1, wait=0, jitter=0, timeout=0.2)))
    assert error.came == "the service refuses (400 Bad Request)"


def test_a_long_answer_in_a_steady_pace_is_waited_for(answers, take):
    answers.pause = 0.0005
    (result,) = take("IT.NET.USER.ZS", manner=Manner(attempts=1, wait=0, jitter=0, timeout=0.1, pace=10))
    assert result.error is None


def test_a_page_without_observations_breaks_the_answer_off(answers, take, workspace):
    answers.empty = {2}
    error = error_of(take("IT.NET.USER.ZS"))
    assert error.message == (
        f"{answers.address}/v2/country/all/indicator/IT.NET.USER.ZS?format=json&per_page=20000&page=2: "
        "expected observations on each of 2 pages, as the service says, but the answer breaks off at page 2, which "
        "has none; nothing was taken. Try again later; or download the data by hand and add the file: stocktake add "
        "FILE"
    )
    nothing_left(workspace)


def test_an_answer_that_breaks_off(answers, take, workspace):
    answers.special[BANK] = (200, {"Content-Length": "5000"}, b'[{"page":')
    error = error_of(take("IT.NET.USER.ZS"))
    assert error.came.startswith("no connection (")
    assert answers.asked[BANK] == 3
    nothing_left(workspace)


def test_pages_that_do_not_add_up(answers, take, workspace):
    page = json.loads(b'[{"page": 1, "pages": 2, "per_page": 9, "total": 9}, [{"indicator": {}}]]')
    answers.special[BANK] = (200, {}, json.dumps(page).encode())
    error = error_of(take("IT.NET.USER.ZS"))
    assert error.message == (
        "world-bank: expected 9 observations on 2 pages, as the service says, but there are 2. "
        "Its data may have changed meanwhile: try again."
    )
    nothing_left(workspace)


def test_nobody_there(take, answers):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        answers.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        error = error_of(take("IT.NET.USER.ZS"))
    assert error.came.startswith("no connection (")
    assert error.came.endswith("(3 times)")
    assert error.advice == BY_HAND


def test_what_one_lacks_does_not_stop_the_others(take, workspace):
    results = take("A/RES/97/902", "IT.NET.USER.ZS")
    assert [each.error is None for each in results] == [False, True]
    assert len(workspace.holdings) == 1


def test_the_missing_part_is_named(monkeypatch, take):
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(MissingPartError) as raised:
        take("IT.NET.USER.ZS")
    assert raised.value.message == (
        "expected the optional part 'fetch', but httpx is not installed. In the folder of Stocktake's source, run `pip install '.[fetch]'`."
    )
