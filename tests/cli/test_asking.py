"""The commands on what texts ask: what they print, what they refuse, and in which words."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import icalendar
import pytest
from asking import documents
from page import Page, broken_rules


@pytest.fixture
def workspace(run, tmp_path: Path) -> Path:
    folder = tmp_path / "asking"
    folder.mkdir()
    for each in documents():
        (folder / each.source.name).write_text(each.source_text, encoding="utf-8")
    run("new", tmp_path / "ws")
    run("add", folder, "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def ask(run, workspace: Path):
    """A function that runs one command in the workspace, as of a date."""
    return lambda *arguments: run(*arguments, "--as-of", "2045-01-15", "--workspace", workspace)


def test_commitments_prints_a_page(ask):
    code, out, err = ask("commitments", "99/903")
    assert (code, err) == (0, "")
    assert out.startswith("A/RES/99/903 asks 4 things, as of 15 January 2045\n")


def test_without_a_date_todays_is_taken_and_said(run, workspace: Path):
    code, _out, err = run("commitments", "99/903", "--workspace", workspace)
    assert code == 0
    assert err.startswith("stocktake: no --as-of given, so today's date is taken: ")


def test_commitments_as_json_is_what_the_contract_says(ask):
    data = json.loads(ask("commitments", "99/903", "--json")[1])
    assert (data["schema"], data["document"]) == ("stocktake/commitments/1", "A/RES/99/903")
    assert [(each["id"], each["strength"], each["addressees"]) for each in data["commitments"]] == [
        ("99/903:2#1", "requests", ["Secretary-General"]),
        ("99/903:3#1", "calls upon", ["Member States"]),
        ("99/903:3#2", "invites", ["Economic and Social Council"]),
        ("99/903:4#1", "decides", ["General Assembly"]),
    ]
    assert ask("commitments", "99/903", "--json") == ask("commitments", "99/903", "--json")


def test_a_file_anywhere_can_be_asked_too(run, tmp_path: Path):
    file = tmp_path / "alone.txt"
    file.write_text(documents()[2].source_text, encoding="utf-8")
    code, out, _err = run("commitments", file, "--json", "--as-of", "2045-01-15")
    assert code == 0
    assert len(json.loads(out)["commitments"]) == 4


def test_commitments_as_csv_begins_with_the_three_columns(ask):
    code, out, err = ask("commitments", "99/903", "--csv")
    assert (code, err) == (0, "")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows[0][:3] == ["Paragraph", "Action requested", "Asked entities"]
    assert rows[2][:3] == ["3", "to mend tails by March 2046", "Member States"]


def test_commitments_as_html_is_a_whole_page(ask):
    code, out, err = ask("commitments", "99/903", "--html")
    assert (code, err) == (0, "")
    assert broken_rules(Page(out)) == []


def test_commitments_as_a_workbook_says_where_it_is(ask, tmp_path: Path):
    file = tmp_path / "duties.xlsx"
    assert ask("commitments", "99/903", "--xlsx", file) == (0, "", f"stocktake: written: {file}\n")
    assert "xl/workbook.xml" in ZipFile(file).namelist()


def test_commitments_as_a_calendar_file_holds_the_dated_ones(ask):
    code, out, _err = ask("commitments", "99/903", "--ics")
    assert code == 0
    events = icalendar.Calendar.from_ical(out).walk("VEVENT")
    assert any("to mend tails by March 2046" in str(each["summary"]) for each in events)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--addressee", "member states"), ["99/903:3#1"]),
        (("--naming", "General Assembly"), ["99/903:2#1", "99/903:4#1"]),
        (("--strength", "invites"), ["99/903:3#2"]),
        (("--due-by", "2046-03-31"), ["99/903:3#1"]),
        (("--theme", "C11"), []),
        (("--addressee", "nobody of this name"), []),
    ],
)
def test_some_of_the_duties(ask, options: tuple[str, str], ids: list[str]):
    data = json.loads(ask("commitments", "99/903", *options, "--json")[1])
    assert [each["id"] for each in data["commitments"]] == ids


def test_two_forms_at_once_are_a_wrong_call(ask):
    code, out, err = ask("commitments", "99/903", "--json", "--csv")
    assert (code, out) == (2, "")
    assert "choose one of --json, --csv, --ics, --html, --xlsx FILE" in " ".join(err.split())
    code, out, err = ask("calendar", "--json", "--ics")
    assert (code, out) == (2, "")
    assert "choose one of --json, --csv, --ics" in " ".join(err.split())


def test_a_strength_that_is_none_is_a_wrong_call(ask):
    code, out, err = ask("commitments", "99/903", "--strength", "begs")
    assert (code, out) == (2, "")
    assert "'begs'" in err


def test_a_text_that_is_not_held_is_named(ask):
    code, out, err = ask("commitments", "96/1")
    assert (code, out) == (4, "")
    assert err == (
        "stocktake: 96/1: expected a file, or a symbol held in the workspace, but neither is there, and the workspace"
        " holds 3 texts. Nearest: A/RES/97/901, A/RES/99/903, A/RES/98/902. Check the path or the symbol, or add the"
        " text: stocktake add FILE\n"
    )


def test_the_calendar_lists_what_the_text_in_force_dates(ask):
    code, out, err = ask("calendar")
    assert (code, err) == (0, "")
    assert "99/903:3" in out
    assert "97/901" not in out
    data = json.loads(ask("calendar", "--json")[1])
    assert data["schema"] == "stocktake/calendar/1"
    assert [each["kind"] for each in data["entries"]] == ["session", "duty", "duty", "duty"]


def test_the_calendar_as_table_and_as_file(ask):
    rows = list(csv.reader(io.StringIO(ask("calendar", "--csv")[1], newline="")))
    assert rows[0][:6] == ["Date from", "Date to", "What", "Who", "Text", "Paragraph"]
    assert icalendar.Calendar.from_ical(ask("calendar", "--ics")[1]).walk("VEVENT")


def test_health_looks_at_the_texts_in_force(ask):
    code, out, err = ask("health")
    assert (code, err) == (0, "")
    assert out.startswith("Health of the mandates of A/RES/99/903, as of 15 January 2045\n")
    data = json.loads(ask("health", "--json")[1])
    assert [each["document"] for each in data] == ["A/RES/99/903"]


def test_health_of_one_text_and_one_rule(ask):
    data = json.loads(ask("health", "97/901", "--rule", "no-deadline", "--json")[1])
    assert data["document"] == "A/RES/97/901"
    assert [each["rule"] for each in data["rules"]] == ["no-deadline"]


def test_health_of_a_text_that_is_not_held_names_those_that_are(ask):
    code, out, err = ask("health", "99/904")
    assert (code, out) == (4, "")
    assert err == (
        "stocktake: expected a text that is held, but A/RES/99/904 is not. Nearest: A/RES/99/903, A/RES/98/902,"
        " A/RES/97/901. Name one of these, or add the text: stocktake add FILE\n"
    )


def test_health_of_a_file_that_is_not_there_outside_a_workspace_names_it(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("health", "kites.txt", "--as-of", "2045-01-15")
    assert (code, out) == (4, "")
    assert err == (
        "stocktake: kites.txt: expected a file, or a symbol held in a workspace, but there is no such file, and the "
        "current folder is no workspace. Check the path, or name the workspace with --workspace DIR.\n"
    )


def test_a_rule_that_is_none_names_the_nearest(ask):
    code, out, err = ask("health", "--rule", "no-dedline")
    assert (code, out) == (2, "")
    assert err == (
        "stocktake: expected names of rules on the health of mandates, but there is no rule 'no-dedline'."
        " Nearest: no-deadline, no-end, no-addressee. Name rules of this list, or none for those that are on by default.\n"
    )


def test_a_correction_shows_in_the_list_and_in_the_review(run, workspace: Path):
    why = ("--because", "it was meant so", "--by", "A. Person")
    assert run("correct", "99/903:3#2", "not-a-duty", "yes", *why, "--workspace", workspace)[0] == 0
    data = json.loads(run("commitments", "99/903", "--json", "--as-of", "2099-01-01", "--workspace", workspace)[1])
    assert "99/903:3#2" not in [each["id"] for each in data["commitments"]]
    made = json.loads(run("review", "--json", "--as-of", "2099-01-01", "--workspace", workspace)[1])
    assert [each["by"] for each in made["corrections"]["set_aside"]] == ["A. Person"]


def test_a_file_that_is_no_resolution_asks_nothing_and_that_is_said(run, tmp_path: Path):
    (tmp_path / "list.txt").write_text("lamps: 3\nwicks: 4\n", encoding="utf-8")
    code, out, err = run("commitments", tmp_path / "list.txt", "--as-of", "2045-01-15")
    assert code == 0
    assert out.startswith("list.txt asks 0 things, as of 15 January 2045\n")
    assert "stocktake: list.txt: No line names an organ (“The General Assembly,”) above paragraphs." in err


def test_a_theme_is_found_however_its_code_is_written(ask):
    assert ask("commitments", "99/903", "--theme", "sdg9") == ask("commitments", "99/903", "--theme", "SDG 9")


def test_health_of_an_empty_workspace_says_why_there_is_none(run, tmp_path: Path):
    run("new", tmp_path / "empty")
    code, out, err = run("health", "--as-of", "2045-01-15", "--workspace", tmp_path / "empty")
    assert (code, out.strip()) == (0, "")
    assert err == "stocktake: no text in force is held on this date; add one: stocktake add FILE\n"


def test_a_theme_that_is_none_is_refused_with_the_nearest(ask):
    assert ask("commitments", "99/903", "--theme", "C99", "--as-of", "2045-01-15") == (
        2,
        "",
        (
            "stocktake: expected the code of a theme, but 'C99' is none. Nearest: C9. Write an action line "
            "(C2, C7-ehealth), a Goal (SDG 9) or an objective of the Compact (GDC 1).\n"
        ),
    )
