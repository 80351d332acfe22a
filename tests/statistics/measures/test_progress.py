"""Four judgements side by side."""

from invented_observations import AS_OF, row

from stocktake.statistics.measures import progress
from stocktake.statistics.measures.request import IndicatorFacts, Request, TargetFacts


def test_the_methods_disagree_and_it_is_said(hold):
    held = hold([row("ARC", 2015, 40.0), row("ARC", 2025, 74.0)])
    found = progress.compute(Request("use", AS_OF, ("ARC",)), held)
    assert [each.details["method"] for each in found] == ["growth", "required growth", "trend", "saturation"]
    assert found[0].because == (
        "The methods disagree (growth: on track; required growth: substantial progress; trend: accelerate; "
        "saturation: does not reach it in time). From the release of 2025-01-01."
    )
    assert {each.details["agree"] for each in found} == {False}
    assert {found[0].because.partition(" From ")[0]} == {each.details["together"] for each in found}


def test_parity_is_judged_by_its_distance_on_either_side(hold):
    facts = {"use": IndicatorFacts("use", unit="ratio")}
    targets = {"use": (TargetFacts("parity", 1.0, 2030, comparator="equal", tolerance=0.02),)}
    held = hold([row("ARC", 2015, 1.25), row("ARC", 2025, 1.05)], indicators=facts, targets=targets)
    found = progress.compute(Request("use", AS_OF, ("ARC",)), held)
    below = hold([row("ARC", 2015, 0.8), row("ARC", 2025, 1 / 1.05)], indicators=facts, targets=targets)
    mirrored = progress.compute(Request("use", AS_OF, ("ARC",)), below)
    assert [each.details["verdict"] for each in found] == [each.details["verdict"] for each in mirrored]


def test_without_target_and_direction_nothing_is_judged(hold):
    held = hold([row("ARC", 2015, 40.0)], indicators={}, targets={})
    (found,) = progress.compute(Request("use", AS_OF, ("ARC",)), held)
    assert found.because == "Neither a target nor a direction is known for use."


def test_an_area_without_a_value(hold):
    (found,) = progress.compute(Request("use", AS_OF, ("BOR",)), hold([row("ARC", 2015, 40.0)]))
    assert found.value is None


def test_the_base_is_2015_or_the_first_later_year(hold):
    early = [row("ARC", year, 20.0 + year - 2010) for year in (2012, 2015, 2025)]
    late = [row("BOR", year, 20.0 + year - 2010) for year in (2012, 2017, 2025)]
    found = progress.compute(Request("use", AS_OF, ("ARC", "BOR")), hold([*early, *late]))
    assert {(each.area, each.details["base_year"]) for each in found} == {("ARC", 2015), ("BOR", 2017)}
