"""On which duties evidence can show nothing: narrow rules, so that no silence is hidden."""

import pytest

from stocktake.frameworks.assessability import load_assess_rules


def rule_of(strength: str, action: str, *, nobody: bool) -> str | None:
    rules = (each for each in load_assess_rules() if each.holds(strength, action, nobody=nobody))
    return next((each.name for each in rules), None)


@pytest.mark.parametrize(
    ("strength", "action", "nobody", "name"),
    [
        ("stresses", "the role of strings", True, "stressed-of-nobody"),
        ("stresses", "that keepers should mend tails", False, None),
        ("encourages", "the use of strings", True, None),
        ("invites", "to consider the weight of tails", False, "weighed-only"),
        ("invites", "to fully consider the weight of tails", False, "weighed-only"),
        ("invites", "to consider mending tails", False, None),
        ("invites", "to consider favourably mending tails", False, None),
        ("urges", "to mend tails", False, None),
    ],
)
def test_which_rule_holds(strength: str, action: str, nobody: bool, name: str | None):
    assert rule_of(strength, action, nobody=nobody) == name


def test_every_rule_says_why_and_chooses_by_something():
    for rule in load_assess_rules():
        assert rule.because.endswith(".")
        assert rule.strengths or rule.acts
