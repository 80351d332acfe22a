"""The command that fetches, against a local service."""

import pytest
from service import Answers, serving
from un_pdf import example_pdf

from stocktake.cli.app import app
from stocktake.cli.fetching import fetch

if fetch not in {command.callback for command in app.registered_commands}:
    app.command()(fetch)


@pytest.fixture
def answers(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving(Answers(texts={"A/RES/99/7": example_pdf(), "A/RES/98/7": example_pdf()})) as made:
        names = ("un-documents", "un-symbols", "world-bank", "unsd-sdg")
        monkeypatch.setenv("STOCKTAKE_SERVICES", " ".join(f"{name}={made.address}" for name in names))
        yield made


@pytest.mark.usefixtures("answers")
def test_a_text_and_a_series_are_taken(run, tmp_path):
    folder = tmp_path / "ict"
    run("new", folder)
    code, out, err = run("fetch", "99/7", "IT.NET.USER.ZS", "--workspace", folder)
    assert (code, out) == (0, "")
    assert err == "added         A/RES/99/7\nadded         IT.NET.USER.ZS\nstocktake: 2 added\n"
    _, out, _ = run("read", "99/7", "--text", "--workspace", folder)
    assert "Lanterns" in out


def test_what_is_not_there_is_said_and_the_rest_is_taken(run, tmp_path, answers):
    folder = tmp_path / "ict"
    run("new", folder)
    code, _, err = run("fetch", "99/8", "99/7", "--workspace", folder)
    assert code == 4
    assert err == (
        f"not fetched   A/RES/99/8: {answers.address}/api/symbol/access?s=A/RES/99/8&l=en&t=pdf: "
        "expected what was asked for, but the service does not have it (404). Check the symbol or the code; a text may "
        "not be out yet, or not in this language: --language\n"
        "added         A/RES/99/7\nstocktake: 1 added, 1 not fetched\n"
    )


@pytest.mark.usefixtures("answers")
def test_another_text_than_was_asked_for_is_said(run, tmp_path):
    folder = tmp_path / "ict"
    run("new", folder)
    code, _, err = run("fetch", "98/7", "--workspace", folder)
    assert code == 0
    assert "A/RES/98/7: the text that came says it is A/RES/99/7; look whether it is the one that you want" in err


def test_outside_a_workspace_nobody_is_asked(run, tmp_path, answers):
    code, _, err = run("fetch", "99/7", "--workspace", tmp_path)
    assert code == 4
    assert "no stocktake.toml" in err
    assert not answers.asked


def test_a_wrong_mirror_is_a_wrong_call(run, tmp_path):
    folder = tmp_path / "ict"
    run("new", folder)
    code, _, err = run("fetch", "99/7", "--service", "world-bank", "--workspace", folder)
    assert code == 2
    assert "expected NAME=ADDRESS for a service, but 'world-bank' has no address." in err
