"""The example in a workspace: every part of the product shows something, twice is once, and nothing real mixes in."""

import pytest

from stocktake.errors import MissingPartError, RequestError
from stocktake.example import AS_OF, example_statistics, example_texts
from stocktake.publish.review_json import review_to_json
from stocktake.review.countries import list_countries
from stocktake.review.divides import Setting
from stocktake.workspace import Workspace, example
from stocktake.workspace.adding import Said
from stocktake.workspace.example import add_example
from stocktake.workspace.reviewing import numbers_held, review_with_numbers

REAL = "indicator,area,period,value,unit\n17.8.1,FJI,2030,41.5,per cent\n"
FAULT = "expected the optional part, but it is not installed. Install it."


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace.create(tmp_path_factory.mktemp("example") / "ws")
    assert add_example(made) == ()
    return made


@pytest.fixture(scope="module")
def review(workspace: Workspace):
    return review_with_numbers(workspace, AS_OF).review


def test_putting_it_in_twice_changes_nothing(workspace: Workspace, review):
    held, print_before = workspace.holdings, workspace.fingerprint
    assert add_example(workspace) == ()
    assert (workspace.holdings, workspace.fingerprint) == (held, print_before)
    assert review_to_json(review_with_numbers(workspace, AS_OF).review) == review_to_json(review)


def test_everything_is_marked(workspace: Workspace, review):
    assert [each.example for each in workspace.holdings] == [True] * 6
    assert review.example
    assert all(text.example for text in review.texts)


def test_nothing_answers_a_text_before_it_is_adopted(review):
    adopted = {text.document.data.symbol: text.document.data.adopted for text in review.texts}
    for each in review.contributions:
        for answered in each.contribution.answers:
            symbol = f"A/RES/{answered.split(':')[0]}"
            assert each.contribution.recorded_at.date().isoformat() >= adopted[symbol], answered


def test_figures_show_every_verdict_that_a_text_can_earn(review):
    verdicts = {verdict.verdict for entry in review.figures.figures for verdict in entry.verdicts}
    assert verdicts >= {
        "supported",
        "consistent after rounding",
        "stale",
        "superseded",
        "revised",
        "group changed",
        "contradicted",
        "expired target",
        "not checkable",
    }


def test_duties_are_due_overdue_and_dropped_and_two_rhythms_collide(review):
    states = {each.state for each in review.duties.asked}
    assert {"due", "overdue", "ahead", "open-ended"} <= states
    assert len(review.duties.conflicts) == 1
    group = next(each for each in review.duties.cycles if each.kind == "body")
    assert [stage.kind for stage in group.stages] == ["set up", "delivered"]


def test_evidence_reaches_every_rung(review):
    rungs = {each.rung for each in review.standings}
    assert {"no evidence found", "activity reported", "output documented", "outcome measured"} <= rungs
    assert (review.coverage.contributions, review.coverage.actions, review.coverage.unjudged) == (7, 6, 1)
    assert [code for code, _name in review.coverage.lines_by_region.columns] == ["XZC", "XZD"]


def test_needs_are_matched_partly_met_unmet_and_over_supplied(review):
    by_area = {each.name: each for each in review.needs.policy_areas}
    assert by_area["Payment solutions"].state == "unmet"
    assert by_area["Legal and regulatory frameworks"].over_supplied
    assert by_area["E-commerce skills development"].state == "partly met"


def test_its_countries_are_the_invented_ones(workspace: Workspace):
    numbers, _ = numbers_held(workspace.statistics, AS_OF)
    countries = list_countries(Setting(numbers, (), AS_OF, workspace.parts, example=True))
    assert [each.code for each in countries] == ["XAC", "XAA", "XAF", "XAD", "XAE", "XAB"]
    assert all(each.figures for each in countries)


def test_real_statistics_are_refused_beside_it(workspace: Workspace, tmp_path):
    (tmp_path / "use.csv").write_text(REAL, "utf-8")
    (result,) = workspace.add([tmp_path / "use.csv"])
    assert str(result.error) == (
        "use.csv: expected example and real texts kept apart, but this is real statistics and the workspace holds the "
        "example. Make another workspace for it: stocktake new DIR"
    )


def test_its_statistics_are_refused_beside_real_ones(tmp_path):
    real = Workspace.create(tmp_path / "ws")
    (tmp_path / "use.csv").write_text(REAL, "utf-8")
    (added,) = real.add([tmp_path / "use.csv"])
    assert added.became == "added"
    file, day = example_statistics()[0]
    (tmp_path / file.name).write_bytes(file.read_bytes())
    (result,) = real.add([tmp_path / file.name], Said(vintage=day))
    assert str(result.error) == (
        "example_use_2043.csv: expected example and real texts kept apart, but this is an example and the workspace "
        "holds real statistics. Make another workspace for it: stocktake new DIR"
    )


def test_a_file_of_both_is_refused(tmp_path):
    (tmp_path / "both.csv").write_text(REAL + "17.8.1,XAA,2030,41.5,per cent\n", "utf-8")
    (result,) = Workspace.create(tmp_path / "ws").add([tmp_path / "both.csv"])
    assert str(result.error) == (
        "both.csv: expected example and real statistics kept apart, but XAA is an area of the example and FJI is none. "
        "Leave the invented areas out."
    )


def test_what_is_not_installed_is_left_out_with_a_word(tmp_path, monkeypatch: pytest.MonkeyPatch):
    def absent(*_: object) -> None:
        raise MissingPartError(expected="the optional part", came="it is not installed", advice="Install it.")

    monkeypatch.setattr(example, "require_statistics", absent)
    monkeypatch.setattr(example, "open_workspace_register", absent)
    made = Workspace.create(tmp_path / "ws")
    assert list(add_example(made)) == [
        "Statistics are left out: " + FAULT,
        "Evidence, needs, offers and corrections are left out: " + FAULT,
    ]
    assert len(made.holdings) == len(example_texts()) + 1
    assert review_with_numbers(made, AS_OF).review.example


def test_a_shared_register_is_not_touched(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@localhost/none")
    with pytest.raises(RequestError) as refused:
        add_example(Workspace.create(tmp_path / "ws"))
    assert str(refused.value) == (
        "expected a register of its own for the example, but DATABASE_URL names a database, and invented records are "
        "not mixed with real ones. Run it without: env -u DATABASE_URL stocktake demo"
    )
