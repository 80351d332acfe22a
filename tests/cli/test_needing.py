"""The commands on needs and offers, from the call to the register of the workspace and back."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stocktake.workspace import Workspace
from stocktake.workspace.example import add_example

NEEDS = """area,policy_area,recommendation,assessment,assessed,status,cost,currency
Zambia,Payment solutions,Let kite shops take payments by phone,Kite readiness,2025,open,250000,USD
Kenya,Kites,Teach kites,Kite readiness,2025,implemented,,
"""
OFFERS = """provider,programme,kind,policy_areas,eligible,from,until
Kite Fund,Kites for trade,grant,Payment solutions,LDC,2025-03,2027-06-30
"""


@pytest.fixture
def call(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    run("new", tmp_path / "ws")
    (tmp_path / "needs.csv").write_text(NEEDS, encoding="utf-8")
    (tmp_path / "offers.csv").write_text(OFFERS, encoding="utf-8")
    return lambda *arguments: run("--workspace", tmp_path / "ws", *arguments)


@pytest.fixture
def filled(call, tmp_path: Path):
    call("needs", "add", tmp_path / "needs.csv", "--by", "A. Person")
    call("needs", "add", tmp_path / "offers.csv", "--by", "A. Person")
    return call


def test_what_is_taken_in_is_matched(call, tmp_path: Path):
    kept = f"kept in {tmp_path}/ws/register.sqlite3\n"
    assert call("needs", "add", tmp_path / "needs.csv", "--by", "A. Person") == (
        0, "", f"stocktake: 2 needs and 0 offers taken in, 0 already there; {kept}",
    )  # fmt: skip
    assert call("evidence", "add", tmp_path / "offers.csv", "--by", "A. Person") == (
        0, "", f"stocktake: 0 needs and 1 offer taken in, 0 already there; {kept}",
    )  # fmt: skip
    code, out, err = call("needs", "--area", "Zambia", "--as-of", "2099-11-22")
    assert (code, err) == (0, "")
    assert "no open offer matches" in out
    made = json.loads(call("needs", "--area", "ZMB", "--json", "--as-of", "2099-11-22")[1])
    assert made["area"] == "ZMB"
    assert made["countries"][0]["needs"][0]["not_open"][0]["state"] == "closed"
    assert call("needs", "--csv", "--as-of", "2099-11-22")[1].startswith("Country or area,Code,Policy area")


def test_the_day_is_that_of_the_records_too(filled):
    code, out, _ = filled("needs", "--as-of", "2020-01-01")
    assert code == 0
    assert out.startswith("No need and no offer is recorded for this on 1 January 2020.")


def test_the_day_is_said_where_none_is_given(filled):
    assert filled("needs")[2].startswith("stocktake: no --as-of given, so today's date is taken: ")


def test_every_problem_is_listed_and_nothing_is_taken_in(call, tmp_path: Path):
    file = tmp_path / "needs.csv"
    file.write_text(NEEDS.replace("Kenya", "Kenia").replace("250000", "0"), encoding="utf-8")
    code, out, err = call("needs", "add", file, "--by", "A. Person")
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        "row 2, column cost: expected an amount above nought, or nothing where it is not known, but it is 0",
        (
            "row 3, column area: expected one country or area, by name or code, but 'Kenia' is none "
            "(nearest: Kenya (KEN), Oceania (M49-009), Latvia (LVA))"
        ),
        (
            f"stocktake: {file}: expected needs and offers without a fault, but 2 problems are listed above. "
            "Nothing was taken in. Mend the file and take it in again."
        ),
    ]
    assert json.loads(call("needs", "list", "--json")[1])["needs"] == []


def test_what_may_be_one_is_said(filled, tmp_path: Path):
    file = tmp_path / "needs.csv"
    file.write_text(NEEDS.replace("by phone", "by phones"), encoding="utf-8")
    err = filled("needs", "add", file, "--by", "A. Person")[2]
    assert "1 need and 0 offers taken in, 1 already there" in err
    assert "may be one: the same country and policy area, nearly the same recommendation" in err
    assert "nothing was merged" in err


@pytest.mark.parametrize(("suffix", "kinds"), [("json", ["needs"]), ("csv", ["needs", "offers"]), ("xlsx", ["needs", "offers"])])  # fmt: skip
def test_the_export_goes_to_another_workspace_and_back(filled, run, tmp_path: Path, suffix: str, kinds: list[str]):
    made = json.loads(filled("needs", "list", "--json")[1])
    first = made["needs"][0]["id"]
    assert (
        filled("needs", "withdraw", first, "--because", "why", "--by", "B. Person")[1] == f"{first}: withdrawn\n"
    )
    other = tmp_path / "other"
    run("new", other)
    for kind in kinds:
        file, again = tmp_path / f"{kind}.{suffix}", tmp_path / f"again-{kind}.{suffix}"
        filled("needs", "export", "--to", file, "--for", kind)
        run("needs", "add", file, "--by", "C. Person", "--workspace", other)
        run("needs", "--workspace", other, "export", "--to", again, "--for", kind)
        assert again.read_bytes() == file.read_bytes()
    assert len(json.loads(filled("needs", "list", "--json")[1])["needs"]) == 1
    assert len(json.loads(filled("needs", "list", "--json", "--history")[1])["needs"]) == 3
    assert "need: withdrawn" in filled("needs", "list", "--history")[1]


def test_a_file_does_not_undo_a_withdrawal_and_that_is_said(filled, tmp_path: Path):
    first = json.loads(filled("needs", "list", "--json")[1])["needs"][0]["id"]
    filled("needs", "withdraw", first, "--because", "why", "--by", "B. Person")
    err = filled("needs", "add", tmp_path / "needs.csv", "--by", "A. Person")[2]
    assert "0 offers taken in, 2 already there (1 of them withdrawn, which a file does not undo); kept in" in err


def test_a_table_of_one_says_that_the_other_is_left_out(filled, tmp_path: Path):
    file = tmp_path / "out.csv"
    assert filled("needs", "export", "--to", file)[2] == (
        f"stocktake: written: {file} (2 records)\nstocktake: offers are left out (1): --for offers; JSON has all\n"
    )
    whole = tmp_path / "out.json"
    assert filled("needs", "export", "--to", whole)[2] == f"stocktake: written: {whole} (3 records)\n"
    assert json.loads(filled("needs", "export")[1])["schema"] == "stocktake/needs-and-offers/1"


@pytest.mark.parametrize("kind", ["needs", "offers", "mismatches"])
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_the_template_is_written_and_refused_as_it_is(call, tmp_path: Path, suffix: str, kind: str):
    file = tmp_path / f"form.{suffix}"
    assert call("needs", "template", file, "--for", kind) == (0, "", f"stocktake: written: {file}\n")
    code, _, err = call("needs", "add", file, "--by", "A. Person")
    assert code == 3
    assert "belongs to the template" in err


def test_the_template_goes_to_standard_output(call):
    assert call("needs", "template")[1].startswith("area,policy_area,recommendation,")
    assert call("needs", "template", "--for", "offers")[1].startswith("provider,programme,")


def test_a_pair_is_said_not_to_match_and_that_is_taken_back(filled, run, tmp_path: Path):
    made = json.loads(filled("needs", "list", "--json")[1])
    asked = next(each["id"] for each in made["needs"] if each["area"] == "ZMB")
    given = made["offers"][0]["id"]
    said = ("needs", "mismatch", asked, given, "--because", "for kite shops only", "--by", "B. Person")
    code, out, err = filled(*said)
    assert (code, err) == (0, "")
    assert out.startswith(f"{asked} and {given}: no match (")
    day = datetime.now(UTC).date().isoformat()
    page = " ".join(filled("needs", "--area", "ZMB", "--as-of", day)[1].split())
    assert "that they do not match: for kite shops only" in page
    assert "no open offer matches" in page
    assert filled(*said)[0] == 2
    other = tmp_path / "other"
    run("new", other)
    for suffix, kinds in (
        ("json", ["needs"]),
        ("csv", ["needs", "offers", "mismatches"]),
        ("xlsx", ["mismatches"]),
    ):
        for kind in kinds:
            file = tmp_path / f"{kind}.{suffix}"
            filled("needs", "export", "--to", file, "--for", kind)
            code, _, err = run("needs", "add", file, "--by", "C. Person", "--workspace", other)
            assert code == 0, err
    listed = json.loads(run("needs", "--workspace", other, "list", "--json")[1])
    (there,) = listed["mismatches"]
    assert (there["need"], there["offer"], there["reason"]) == (asked, given, "for kite shops only")
    assert filled("needs", "withdraw", there["id"], "--because", "an error", "--by", "B. Person")[0] == 0
    seen = json.loads(filled("needs", "--json", "--as-of", day)[1])
    assert [each["mismatched"] for each in seen["offers"]] == [[]]
    assert "mismatch: withdrawn" in filled("needs", "list", "--history")[1]


def test_looking_makes_no_register(call, tmp_path: Path):
    assert call("needs", "--as-of", "2026-11-22")[0] == 0
    assert call("needs", "list")[0] == 0
    assert not (tmp_path / "ws" / "register.sqlite3").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--area", "Zamba"), 4, "expected a country or area, a region or a group, but 'Zamba' is none. Nearest: Zambia (ZMB)"),
        (("--provider", "Nobody"), 4, "expected a provider of a recorded offer, but none has 'Nobody' in its name."),
        (("--json", "--csv"), 2, "choose one of --json, --csv"),
        (("--area", "ZMB", "list"), 2, "write the options of 'list' after its name"),
        (("withdraw", "00000000-0000-0000-0000-000000000007", "--because", "x", "--by", "y"), 4, "expected a need, an offer or a mismatch that is recorded"),
    ],
)  # fmt: skip
def test_a_wrong_call(filled, arguments: tuple[str, ...], code: int, words: str):
    came, out, err = filled("needs", *arguments)
    assert (came, out) == (code, "")
    assert words in " ".join(err.replace("│", " ").split())


@pytest.fixture
def in_example(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    add_example(Workspace.create(tmp_path / "example"))
    return lambda *arguments: run("--workspace", tmp_path / "example", *arguments)


def test_the_example_has_its_own_day_and_its_own_areas(in_example, tmp_path: Path):
    code, out, err = in_example("needs")
    assert (code, err) == (0, "stocktake: no --as-of given, so the example's own date is taken: 2045-01-15\n")
    assert out.startswith("Needs and offers on 15 January 2045")
    code, _, err = in_example("needs", "--area", "Glass Isle", "--as-of", "2045-01-15")
    assert code == 4
    assert "Nearest: Glass Isles (example) (XAC)" in err
    # Something that began after the day of the example is still to come; what began before is not, whatever the clock.
    heads = "who,entity_type,title,description,where,from,evidence\n"
    done = tmp_path / "done.csv"
    done.write_text(f"{heads}Kite Fund,government,Lamps lent,Lamps lent to keepers,XAC,2045-01-10,self-report\n")
    assert in_example("evidence", "add", done, "--by", "A. Person")[0] == 0
    listed = json.loads(in_example("evidence", "list", "--json")[1])["contributions"]
    made = next(each for each in listed if each["title"] == "Lamps lent")
    assert made["recorded_at"].startswith("2045-01-15T")
