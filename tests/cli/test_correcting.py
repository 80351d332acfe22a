"""The commands on corrections, from the call to the file in the workspace."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from stocktake.cli import app as door
from stocktake.cli.correcting import correct, corrections
from stocktake.documents.commitments.model import Commitment, Named
from stocktake.documents.model import Document

WHY = ("--because", "=the session <b>moved</b>", "--by", "A. Person")


def found(document: Document) -> tuple[Commitment, ...]:
    """One duty per operative paragraph, asked of the Secretary-General: these tests are not about finding duties."""
    named = (Named("Secretary-General", "the Secretary-General", True, ()),)  # noqa: FBT003
    return tuple(
        Commitment(
            id=f"97/901:{each.id}#1",
            paragraph=each.id,
            standing="asked",
            strength="requests",
            verb=each.verb,
            quote=each.text,
            spans=each.spans,
            chapeau=None,
            addressees=named,
            action="",
            through=(),
            deliverable=None,
            deadline=None,
            recurrence=None,
            rule="",
        )
        for each in document.paragraphs
        if each.kind == "operative"
    )


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("stocktake.documents.commitments.find_commitments", found, raising=False)
    known = {command.callback for command in door.app.registered_commands}
    for command in (correct, corrections):
        if command not in known:
            door.app.command()(command)
    run("new", tmp_path / "ws")
    run("add", texts / "old.txt", "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


def test_a_correction_says_what_was_what_is_and_how_to_withdraw_it(run, workspace: Path):
    code, out, err = run("correct", "97/901:3#1", "Deadline", "ga-98", *WHY, "--workspace", workspace)
    assert (code, err) == (0, "")
    file = workspace / "register.sqlite3"
    assert re.fullmatch(
        rf"97/901:3#1 deadline\n"
        rf"  was       none \(as read from the text\)\n"
        rf"  is        GA-98\n"
        rf"  because   =the session <b>moved</b>\n"
        rf"  by        A\. Person, \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00\n"
        rf"  kept in   {file} as ([0-9a-f-]{{36}})\n"
        rf"  withdraw  stocktake corrections --withdraw \1 --because WHY --by NAME --workspace {workspace}\n",
        out,
    )
    _, out, _ = run("correct", "A/RES/97/901:3#1", "deadline", "none", *WHY, "--workspace", workspace)
    assert re.search(r"  was       GA-98 \(corrected by A\. Person on \d{4}-\d\d-\d\d\)\n  is        none\n", out)


def test_a_name_that_the_frameworks_do_not_know_is_kept_and_said(run, workspace: Path):
    code, out, err = run("correct", "97/901:3#1", "addressee", "Secretary-Generel", *WHY, "--workspace", workspace)
    assert code == 0
    assert "  is        Secretary-Generel\n" in out
    assert err.startswith(
        "stocktake: the frameworks do not know 'Secretary-Generel'; it is kept as written (near: Secretary-General"
    )


@pytest.mark.parametrize(
    ("call", "code", "message"),
    [
        (("97/901:3", "deadline", "GA-98"), 2, "expected the id of a duty such as 80/118:13#1 (text, paragraph, which duty of the paragraph), but '97/901:3' is none. List the duties of a text with their ids: stocktake commitments 80/118 --json"),
        (("97/901:3#2", "deadline", "GA-98"), 4, "expected a duty of the text, but '97/901:3#2' is none of its 4. Nearest: 97/901:3#1. Look them up: stocktake commitments FILE|SYMBOL"),
        (("97/901:33#1", "deadline", "GA-98"), 4, "expected a duty of the text, but '97/901:33#1' is none of its 4. Nearest: 97/901:3#1, 97/901:4#1, 97/901:2#1. Look them up: stocktake commitments FILE|SYMBOL"),
        (("97/901:3#1", "date", "GA-98"), 2, "expected a field that can be corrected, but 'date' is none. Nearest: addressee, deadline, theme, strength, not-a-duty, through, status. Name one of: addressee, deadline, theme, strength, not-a-duty, through, status."),
    ],
)  # fmt: skip
def test_what_cannot_be_corrected(run, workspace: Path, call, code, message):
    assert run("correct", *call, *WHY, "--workspace", workspace) == (code, "", f"stocktake: {message}\n")
    assert not (workspace / "register.sqlite3").exists()


def test_looking_makes_no_register(run, workspace: Path):
    assert run("corrections", "--workspace", workspace) == (0, "No corrections.\n", "")
    assert not (workspace / "register.sqlite3").exists()


def test_the_history_is_listed_withdrawn_and_as_of_a_day(run, workspace: Path):
    run("correct", "97/901:3#1", "deadline", "GA-98", *WHY, "--workspace", workspace)
    run("correct", "97/901:3#1", "deadline", "GA-99", *WHY, "--workspace", workspace)
    made = json.loads(run("corrections", "--json", "--workspace", workspace)[1])
    assert (made["schema"], made["as_of"]) == ("stocktake/corrections/1", None)
    assert [(each["value"], each["state"]) for each in made["corrections"]] == [
        ("GA-98", "overruled"),
        ("GA-99", "counts"),
    ]
    second = made["corrections"][1]["id"]
    call = ("--withdraw", second, "--because", "No", "--by", "B. Person", "--workspace", workspace)
    assert run("corrections", *call) == (
        0,
        "97/901:3#1 deadline\n  withdrawn GA-99 (by A. Person)\n  by        B. Person\n",
        "",
    )
    code, out, _ = run("corrections", "--workspace", workspace)
    assert code == 0
    assert [line for line in out.splitlines() if not line.startswith(" ")] == [
        "97/901:3#1 deadline: GA-98 (counts)",
        "97/901:3#1 deadline: GA-99 (withdrawn)",
        "97/901:3#1 deadline (withdrawal)",
    ]
    assert run("corrections", "--as-of", "2020-01-01", "--workspace", workspace)[1] == "No corrections.\n"
    today = json.loads(run("corrections", "--as-of", date.max.isoformat(), "--json", "--workspace", workspace)[1])
    assert len(today["corrections"]) == 3


def test_corrections_go_to_another_workspace_and_back(run, workspace: Path, tmp_path: Path):
    run("correct", "97/901:3#1", "theme", "c2; sdg 9", *WHY, "--workspace", workspace)
    table = tmp_path / "table.csv"
    assert run("corrections", "--export", table, "--workspace", workspace)[2] == (
        f"stocktake: written: {table} (1 records)\n"
    )
    assert ",C2; SDG 9,'=the session <b>moved</b>,A. Person," in table.read_text("utf-8-sig")
    run("new", tmp_path / "other")
    taken = [run("corrections", "--import", table, "--workspace", tmp_path / "other")[2] for _ in range(2)]
    assert taken == ["stocktake: 1 taken in, 0 already there\n", "stocktake: 0 taken in, 1 already there\n"]
    other = tmp_path / "other.csv"
    run("corrections", "--export", other, "--workspace", tmp_path / "other")
    assert other.read_bytes() == table.read_bytes()


def test_options_that_do_not_go_together(run, workspace: Path):
    for options in (
        ("--json", "--export", "x.csv"),
        ("--because", "why"),
        ("--withdraw", "1" * 32, "--by", "who"),
    ):
        assert run("corrections", *options, "--workspace", workspace)[0] == 2


def test_a_withdrawal_of_nothing(run, workspace: Path):
    code, _, err = run(
        "corrections", "--withdraw", "1" * 32, "--because", "x", "--by", "y", "--workspace", workspace
    )
    assert (code, err) == (
        4,
        (
            f"stocktake: {workspace}: expected a correction that is recorded, but there is none with the id "
            "11111111-1111-1111-1111-111111111111. List them with their ids: stocktake corrections\n"
        ),
    )
    assert not (workspace / "register.sqlite3").exists()
