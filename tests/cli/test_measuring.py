"""The command on the numbers: what is asked, what is answered, and in which form."""

import csv
import io
import json
from pathlib import Path

import pytest
from plain_statistics import HEAD, by_sex, people, plain

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
DAY = ("--as-of", "2044-01-15")
KEYS = ["measure", "area", "name", "classified", "period", "sex", "location", "age", "value", "unit", "interval"]
KEYS += ["coverage", "bounds", "published", "vintage", "source", "status", "because"]


@pytest.fixture
def workspace(run, once: Path) -> Path:
    """A workspace with two releases of one series, people, and a rate by sex; made once."""
    folder = once / "ws"
    if folder.exists():
        return folder
    run("new", folder)
    for name, data, vintage in (
        ("old.csv", plain(40), "2042-03-01"),
        ("new.csv", plain(30), "2043-03-01"),
        ("people.csv", people(), "2043-03-01"),
        ("sex.csv", by_sex(20, 40), "2043-03-01"),
    ):
        (once / name).write_bytes(data)
        assert run("add", once / name, "--vintage", vintage, "--workspace", folder)[0] == 0
    return folder


@pytest.fixture
def results(run, workspace: Path):
    """A function that asks and gives the results of the JSON."""

    def ask(*arguments: object) -> list[dict]:
        code, out, err = run("measure", *arguments, *DAY, "--json", "--workspace", workspace)
        assert (code, err) == (0, "")
        return json.loads(out)["results"]

    return ask


def test_json_has_the_keys_of_the_contract_in_order(run, workspace: Path):
    asked = ("measure", "IT.NET.USER.ZS", "--area", "NOR", *DAY, "--json", "--workspace", workspace)
    code, out, _err = run(*asked)
    assert code == 0
    answer = json.loads(out)
    assert list(answer)[:4] == ["schema", "indicator", "as_of", "results"]
    assert (answer["schema"], answer["indicator"], answer["as_of"]) == (
        "stocktake/measure/1",
        "17.8.1",
        "2044-01-15",
    )
    (result,) = answer["results"]
    assert list(result)[: len(KEYS)] == KEYS
    assert (result["value"], result["vintage"], result["source"]["row"]) == (32.0, "2043-03-01", 4)
    assert list(result["source"]) == ["name", "file", "row", "sha256"]
    assert run(*asked)[1] == out


def test_two_releases_are_a_revision_and_never_a_fall(results):
    both = results("17.8.1", "--area", "NOR", "--period", "2041", "--vintage", "all")
    assert [(each["value"], each["vintage"]) for each in both] == [(32.0, "2043-03-01"), (42.0, "2042-03-01")]
    for each in both:
        assert each["because"].endswith(
            "A revision, no change in the world: 42 (release of 2042-03-01), then 32 (release of 2043-03-01)."
        )


def test_what_was_released_later_is_not_known_yet(run, workspace: Path):
    asked = ("measure", "17.8.1", "--area", "NOR", "--json", "--workspace", workspace)
    before = json.loads(run(*asked, "--as-of", "2042-06-01")[1])["results"]
    assert [each["value"] for each in before] == [42.0]


def test_groups_are_made_with_coverage_and_stand_beside_what_is_published(results):
    found = results("17.8.1")
    (world,) = [each for each in found if each["area"] == "WLD" and each["classified"] == "then"]
    assert world["measure"] == "aggregate"
    assert world["coverage"] == {"members": world["coverage"]["members"], "with_data": 3, "weight": None}
    assert world["value"] == pytest.approx((30 + 2 * 31 + 3 * 32) / 6)
    assert {each["area"] for each in found if each["measure"] == "aggregate"} == {
        *("WLD", "LDC", "LLDC", "SIDS", "HIC", "UMC", "LMC", "LIC")
    }
    assert not [each for each in found if each["measure"] == "level"]


def test_without_the_denominator_there_is_no_value_and_it_is_said(run, tmp_path: Path):
    run("new", tmp_path / "bare")
    (tmp_path / "use.csv").write_bytes(plain(40))
    run("add", tmp_path / "use.csv", "--workspace", tmp_path / "bare")
    asked = ("measure", "17.8.1", "--area", "WLD", *DAY, "--workspace", tmp_path / "bare")
    found = json.loads(run(*asked, "--json")[1])["results"]
    aggregates = [each for each in found if each["measure"] == "aggregate"]
    assert aggregates
    assert {each["value"] for each in aggregates} == {None}
    assert "denominator" in aggregates[0]["because"]
    assert "No value: World" in run(*asked)[1]


def test_by_sex_gives_parity_and_a_code_of_women_gives_women(results, run, workspace: Path):
    (parity,) = results("17.8.1", "--by", "sex", "--area", "FJI")
    assert (parity["measure"], parity["value"], parity["unit"]) == ("parity", 0.5, "ratio")
    (women,) = results("IT.NET.USER.FE.ZS", "--area", "FJI")
    assert (women["measure"], women["sex"], women["value"]) == ("level", "female", 20.0)
    code, _out, err = run("measure", "IT.NET.USER.FE.ZS", "--by", "sex", *DAY, "--workspace", workspace)
    assert code == 2
    assert err == (
        "stocktake: expected a series that is not of one sex alone, but IT.NET.USER.FE.ZS is. "
        "Ask for 17.8.1 --by sex.\n"
    )


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        (
            ("17.8.9",),
            4,
            "expected the code or the name of an indicator, but '17.8.9' is none. Nearest: 17.8.1, 17.6.1. It holds 17.8.1, population.",
        ),
        (
            ("egdi",),
            4,
            "expected observations of egdi, but the workspace holds none. It holds 17.8.1, population.",
        ),
        (
            ("17.8.1", "--area", "Norwey"),
            4,
            "expected the code or the name of an area or a group, but 'Norwey' is none. Nearest: Norway (NOR)",
        ),
        (
            ("17.8.1", "--vintage", "2043-03-02"),
            4,
            "expected a release of 17.8.1 that is held, but none is of 2043-03-02. Nearest: 2042-03-01, 2043-03-01. --vintage all shows every one, those without a day too.",
        ),
        (
            ("17.8.1", "--vintage", "newest"),
            2,
            "expected a day such as 2025-07-01, or all, as --vintage, but 'newest' is neither.",
        ),
        (("17.8.1", "--measure", "agregate"), 2, "expected the name of a measure, but 'agregate' is none."),
        (("17.8.1", "--gate", "60"), 2, "expected a share between 0 and 1 as `gate`, but it is 60.0."),
        (
            ("17.8.1", "--chart", "a.gif"),
            2,
            "expected a file that ends in .svg or .png as --chart, but 'a.gif' does not. Nearest: .svg, .png.",
        ),
    ],
)
def test_a_question_that_cannot_be_put_names_what_can(run, workspace: Path, asked, code: int, message: str):
    came, out, err = run("measure", *asked, *DAY, "--workspace", workspace)
    assert (came, out) == (code, "")
    assert err.startswith(f"stocktake: {message}")


def test_a_projection_is_drawn_from_the_first_value_to_the_target(run, tmp_path: Path):
    pytest.importorskip("vl_convert", reason="the extra `publish` is not installed")
    folder, picture = tmp_path / "ws", tmp_path / "a.svg"
    rows = "".join(
        f"17.8.1,KITES.USE,NOR,{year},{30 + 3 * (year - 2018)},per cent,_T\n" for year in range(2018, 2026)
    )
    (tmp_path / "use.csv").write_text(HEAD + rows)
    run("new", folder)
    run("add", tmp_path / "use.csv", "--vintage", "2026-03-01", "--workspace", folder)
    asked = ("17.8.1", "--area", "NOR", "--measure", "projection", "--as-of", "2026-11-01")
    code, _out, err = run("measure", *asked, "--chart", picture, "--workspace", folder)
    assert (code, err) == (0, f"stocktake: written: {picture}\n")
    words = picture.read_text()
    assert "Norway: from 30 per cent in 2018 to 51 per cent in 2025." in words
    assert "Projected: 66 per cent in 2030" in words


def test_totals_in_the_place_of_parts_are_said_to_be_totals(run, workspace: Path):
    asked = ("measure", "17.8.1", "--area", "NOR", "--by", "location", "--measure", "level", *DAY)
    _code, out, _err = run(*asked, "--workspace", workspace)
    assert "Nothing of it is held by location: these are totals." in out


def test_what_is_not_known_is_weighed_by_nothing(run, workspace: Path):
    _code, out, _err = run("measure", "17.8.1", "--measure", "coverage", *DAY, "--workspace", workspace)
    assert "WHAT IS NOT KNOWN" in out
    assert "Weighed by" not in out


def test_inequality_is_parted_by_groups(results, run, workspace: Path):
    asked = ("17.8.1", "--area", "WLD", "--period", "2041", "--measure", "inequality")
    found = results(*asked, "--partition", "HIC, UMC,LMC,LIC")
    details = found[0]["details"]
    assert details["between"] + details["within"] == pytest.approx(details["theil"])
    assert "Parted by High income, Upper middle income" in found[0]["because"]
    page = run("measure", *asked, "--partition", "HIC,UMC", *DAY, "--workspace", workspace)[1]
    assert "Theil  between  within" in page
    code, _out, err = run("measure", *asked, "--partition", "LLDC,LDC", *DAY, "--workspace", workspace)
    assert (code, err.startswith("stocktake: expected groups without a member in common as --partition")) == (
        2,
        True,
    )


def test_a_workspace_without_statistics_says_how_to_add_them(run, tmp_path: Path):
    run("new", tmp_path / "empty")
    code, _out, err = run("measure", "17.8.1", "--workspace", tmp_path / "empty")
    assert code == 4
    assert err == (
        f"stocktake: {tmp_path / 'empty'}: expected statistics in the workspace, but it holds none. "
        "Add what a publisher publishes: stocktake add FILE... --vintage DATE\n"
    )


def test_the_table_names_release_row_and_checksum(run, workspace: Path):
    code, out, _err = run("measure", "17.8.1", "--area", "NOR", *DAY, "--workspace", workspace)
    assert code == 0
    assert out.splitlines()[:8] == [
        "17.8.1  Proportion of individuals using the Internet",
        "as of 15 January 2044",
        "",
        "AS PUBLISHED",
        "  per cent; release 2043-03-01",
        "  year  area    value  source  note",
        "  ─────────────────────────────────",
        "  2041  Norway     32  1:4     a",
    ]
    assert "1 sha256 " in out
    assert out.rstrip().endswith("new.csv")


def test_csv_and_sdmx_hold_the_same_value(run, workspace: Path):
    asked = ("measure", "17.8.1", "--area", "NOR", *DAY, "--workspace", workspace)
    (row,) = csv.DictReader(io.StringIO(run(*asked, "--csv")[1]))
    assert (row["indicator"], row["area"], row["value"], row["row"]) == ("17.8.1", "NOR", "32.0", "4")
    (observation,) = csv.DictReader(io.StringIO(run(*asked, "--sdmx-csv")[1]))
    assert (observation["REF_AREA"], float(observation["OBS_VALUE"])) == ("NOR", 32.0)
    assert 'REF_AREA="NOR"' in run(*asked, "--sdmx-ml")[1]
    assert run(*asked, "--csv", "--json")[0] == 2


def test_status_shows_what_is_held_and_what_a_newer_release_stands_beside(run, workspace: Path):
    out = run("status", "--workspace", workspace)[1]
    assert "4 files of statistics held, 11 observations\n" in out
    assert "out of date: the release of" in out
    state = json.loads(run("status", "--json", "--workspace", workspace)[1])
    assert [(each["source"], each["vintage"], each["newer_vintage"]) for each in state["statistics"]][:2] == [
        ("old.csv", "2042-03-01", "2043-03-01"),
        ("new.csv", "2043-03-01", None),
    ]


@pytest.fixture
def published(run, once: Path) -> Path:
    """A workspace with the published files that the figures below are known from; made once."""
    if not DATA.is_dir():
        pytest.skip(f"the published statistics are not here: {DATA}")
    folder = once / "real"
    if folder.exists():
        return folder
    run("new", folder)
    for name, vintage in (
        ("worldbank-wdi-2015-2023", "2025-10-18"),
        ("worldbank-wdi-2024-longrun", "2024-06-28"),
        ("worldbank-wdi-world-sex", "2025-10-18"),
    ):
        run("add", DATA / name, "--vintage", vintage, "--workspace", folder)
    return folder


@pytest.mark.real
def test_nigeria_2019_is_a_revision(run, published: Path):
    asked = ("measure", "17.8.1", "--area", "NGA", "--period", "2019", "--vintage", "all", *DAY)
    found = json.loads(run(*asked, "--json", "--workspace", published)[1])["results"]
    values = [each for each in found if each["value"] is not None]
    assert [(round(each["value"], 1), each["vintage"]) for each in values] == [
        (29.7, "2025-10-18"),
        (45.0, "2024-06-28"),
    ]
    assert all("A revision, no change in the world" in each["because"] for each in values)
    page = run(*asked, "--workspace", published)[1]
    assert "A revision, no change in the world" in page
    assert "fall" not in page


@pytest.mark.real
def test_world_2023_without_india_is_held_back(run, published: Path):
    asked = ("measure", "17.8.1", "--area", "WLD", "--period", "2023", *DAY, "--workspace", published)
    found = json.loads(run(*asked, "--json")[1])["results"]
    (level,) = [each for each in found if each["measure"] == "level"]
    assert level["value"] == 65.4
    (made,) = [each for each in found if each["measure"] == "aggregate" and each["classified"] == "then"]
    assert made["published"] is False
    assert "Held back: India" in made["because"]
    low, high = made["bounds"]
    assert low < 65.4 < high
    page = run(*asked)[1]
    assert "held back" in page
    assert "India" in page


@pytest.mark.real
def test_parity_of_the_world_in_2022(run, published: Path):
    asked = ("measure", "17.8.1", "--area", "WLD", "--period", "2022", "--by", "sex", *DAY)
    (found,) = json.loads(run(*asked, "--json", "--workspace", published)[1])["results"]
    assert found["value"] == pytest.approx(61.6 / 67.2)
    assert (found["details"]["female"], found["details"]["male"]) == (61.6, 67.2)


@pytest.mark.real
@pytest.mark.slow
def test_every_published_file_is_added_or_refused_in_one_go(run, tmp_path: Path):
    if not DATA.is_dir():
        pytest.skip(f"the published statistics are not here: {DATA}")
    run("new", tmp_path / "all")
    code, _out, err = run("add", DATA, "--workspace", tmp_path / "all")
    assert code == 0
    assert int(err.splitlines()[-1].split(": ")[1].split(" added")[0]) >= 50
    assert "our fault" not in err
    code, out, _err = run("measure", "17.8.1", *DAY, "--workspace", tmp_path / "all")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
