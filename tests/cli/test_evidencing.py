"""The commands on evidence, from the call to the register of the workspace and back."""

import json
from pathlib import Path

import pytest

from stocktake.cli import app as door
from stocktake.cli.evidencing import evidence

HEAD = "who,entity_type,title,where,from,evidence,answers,sdgs"
ROW = "Kite Office,government,Kites for all schools,Kenya,2020,self-report,97/901:3,4; 9"


@pytest.fixture
def workspace(run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if evidence not in {each.typer_instance for each in door.app.registered_groups}:
        door.app.add_typer(evidence)
    run("new", tmp_path / "ws")
    run("add", texts / "old.txt", "--workspace", tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def call(run, workspace: Path):
    return lambda *arguments: run("evidence", *arguments, "--workspace", workspace)


def table(tmp_path: Path, *rows: str) -> Path:
    file = tmp_path / "rows.csv"
    file.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return file


def test_what_is_added_is_listed_as_reported_and_never_as_done(call, workspace: Path, tmp_path: Path):
    file = table(tmp_path, ROW)
    assert call("add", file, "--by", "A. Person") == (
        0, "", f"stocktake: 1 taken in, 0 already there; kept in {workspace}/register.sqlite3\n",
    )  # fmt: skip
    assert call("add", file, "--by", "B. Person")[2].startswith("stocktake: 0 taken in, 1 already there")
    code, out, err = call("list")
    assert (code, err) == (0, "")
    assert "Kite Office: Kites for all schools" in out
    assert "activity reported (self-report)" in out
    assert "implemented" not in out
    (made,) = json.loads(call("list", "--json", "--paragraph", "A/RES/97/901:3")[1])["contributions"]
    assert (made["where"], made["sdgs"], made["by"], made["shown_as"]) == (
        ["KEN"], ["4", "9"], "A. Person", "activity reported (self-report)",
    )  # fmt: skip
    assert (
        call("list", "--paragraph", "97/901:4")[1]
        == "No evidence found. That is not to say that nothing was done.\n"
    )
    assert call("list", "--as-of", "2020-01-01")[1].startswith("No evidence found.")
    assert json.loads(call("list", "--who", "KITE", "--json")[1])["actions"] == 1


def test_every_problem_is_listed_and_nothing_is_taken_in(call, tmp_path: Path):
    file = table(
        tmp_path,
        ROW,
        ROW.replace("Kenya", "Kenia"),
        ROW.replace("97/901:3", "97/901:44"),
        ROW.replace("97/901:3", "80/1:1"),
    )
    code, out, err = call("add", file, "--by", "A. Person")
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        (
            "row 3, column where: expected countries, areas or M49 regions, or global, but 'Kenia' is none "
            "(nearest: Kenya (KEN), Oceania (M49-009), Latvia (LVA))"
        ),
        "row 4, column answers: 97/901 has no paragraph 44 (nearest: 97/901:4)",
        (
            f"stocktake: {file}: expected contributions without a fault, but 2 problems are listed above. "
            "Nothing was taken in. Mend the file and take it in again."
        ),
    ]
    assert json.loads(call("list", "--json")[1])["contributions"] == []


def test_a_duty_that_is_not_there_is_named_with_those_of_its_paragraph(call, tmp_path: Path):
    _, _, err = call("add", table(tmp_path, ROW.replace("97/901:3", "97/901:3#9")), "--by", "A. Person")
    assert err.startswith("row 2, column answers: 97/901 has no duty 3#9 (nearest: 97/901:3#1)\n")


def test_pairs_are_offered_judged_and_counted_once(call, tmp_path: Path):
    other = ROW.replace("all schools", "all school").replace("4; 9", "9")
    _, _, err = call("add", table(tmp_path, ROW, other), "--by", "A. Person")
    assert err.endswith("1 pair may tell of the same action; nothing was merged. Look: stocktake evidence list\n")
    (pair,) = json.loads(call("list", "--json")[1])["candidates"]
    listed = call("list")[1]
    assert "stocktake evidence merge FIRST SECOND" in listed
    assert f"  first   {pair['first']}\n          Kite Office: Kites for all school" in listed
    merged = call("merge", pair["first"], pair["second"], "--because", "one", "--by", "A. Person")
    assert merged == (0, f"{pair['first']} and {pair['second']}: same\n", "")
    themes = json.loads(call("list", "--view", "sdg", "--json")[1])["themes"]
    assert {each["code"]: each["actions"] for each in themes if each["actions"]} == {"4": 1, "9": 1}
    page = call("list", "--view", "sdg")[1]
    assert "\n4 Quality education (1 action)\n  Kite Office: Kites for all school" in page
    assert "\n5 Gender equality (nothing reported)\n" in page
    assert json.loads(call("list", "--view", "wsis", "--json")[1])["view"] == "WSIS"


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx"])
def test_the_export_goes_to_another_workspace_and_back(call, run, tmp_path: Path, suffix: str):
    call("add", table(tmp_path, ROW, ROW.replace("all schools", "all towns")), "--by", "A. Person")
    made = json.loads(call("list", "--json")[1])["contributions"]
    assert (
        call("withdraw", made[0]["id"], "--because", "why", "--by", "B. Person")[1]
        == f"{made[0]['id']}: withdrawn\n"
    )
    file, again = tmp_path / f"out.{suffix}", tmp_path / f"again.{suffix}"
    assert call("export", "--to", file)[2] == f"stocktake: written: {file} (3 records)\n"
    run("new", tmp_path / "other")
    said = [
        run("evidence", "add", file, "--by", "C. Person", "--workspace", tmp_path / "other")[2] for _ in range(2)
    ]
    assert [each.partition(";")[0] for each in said] == [
        "stocktake: 3 taken in, 0 already there", "stocktake: 0 taken in, 3 already there (1 of them withdrawn, which a file does not undo)",
    ]  # fmt: skip
    run("evidence", "export", "--to", again, "--workspace", tmp_path / "other")
    assert again.read_bytes() == file.read_bytes()
    assert len(json.loads(call("list", "--json")[1])["contributions"]) == 1
    assert len(json.loads(call("list", "--json", "--history")[1])["contributions"]) == 3
    assert "(withdrawn)" in call("list", "--history")[1]


def test_judgements_travel_in_json_alone(call, run, tmp_path: Path):
    call("add", table(tmp_path, ROW, ROW.replace("all schools", "all school")), "--by", "A. Person")
    (pair,) = json.loads(call("list", "--json")[1])["candidates"]
    call("merge", pair["first"], pair["second"], "--because", "no", "--by", "A. Person", "--different")
    assert call("export", "--to", tmp_path / "out.csv")[2].endswith(
        "judgements on pairs are left out (1); JSON has them too\n"
    )
    (tmp_path / "out.json").write_text(call("export")[1], encoding="utf-8")
    run("new", tmp_path / "other")
    run("evidence", "add", tmp_path / "out.json", "--by", "C. Person", "--workspace", tmp_path / "other")
    listed = json.loads(run("evidence", "list", "--json", "--workspace", tmp_path / "other")[1])
    assert (len(listed["contributions"]), listed["candidates"]) == (2, [])


@pytest.mark.parametrize("name", ["form.xlsx", "form.csv", "form.json"])
def test_the_template_is_written_and_refused_as_it_is(call, run, tmp_path: Path, name: str):
    assert run("evidence", "template", tmp_path / name) == (0, "", f"stocktake: written: {tmp_path / name}\n")
    code, _, err = call("add", tmp_path / name, "--by", "A. Person")
    assert code == 3
    assert "belongs to the template" in err


@pytest.mark.usefixtures("workspace")
def test_the_template_goes_to_standard_output_and_other_ends_are_refused(run, tmp_path: Path):
    assert run("evidence", "template")[1].startswith("who,entity_type,title,")
    code, out, err = run("evidence", "template", tmp_path / "form.doc")
    assert (code, out) == (5, "")
    assert err == (
        "stocktake: expected a file that ends in .xlsx, .csv, .json, but 'form.doc' does not. "
        "Nearest: .csv. Name it so that its end says its form.\n"
    )


def test_looking_makes_no_register(call, workspace: Path):
    assert call("list")[0] == 0
    assert not (workspace / "register.sqlite3").exists()


def test_hostile_words_stay_words(call, tmp_path: Path):
    row = ROW.replace("Kites for all schools", "'=HYPERLINK(1) [bold]x[/bold] <script>x</script>")
    assert call("add", table(tmp_path, row), "--by", "A. Person")[0] == 0
    assert "=HYPERLINK(1) [bold]x[/bold] <script>x</script>" in " ".join(call("list")[1].split())
    call("export", "--to", tmp_path / "out.csv")
    assert "'=HYPERLINK(1)" in (tmp_path / "out.csv").read_text("utf-8-sig")
