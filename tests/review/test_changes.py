"""What changed between two reviews: told kind by kind, in words, and nothing where nothing did."""

from stocktake.review.changes import Change, list_changes

BEFORE = {
    "as_of": "2044-05-01",
    "documents": [{"key": "A/RES/98/901"}],
    "sources": [{"name": "old.txt"}, {"name": "lamps.csv", "observations": 3}],
    "commitments": [
        {
            "id": "98/901:1#1",
            "state": "ahead",
            "action": "to hang lamps",
            "evidence": {"rung": "no evidence found"},
        },
        {
            "id": "98/901:2#1",
            "state": "due",
            "action": "to count lamps",
            "evidence": {"rung": "no evidence found"},
        },
    ],
    "coverage": {"contributions": 0},
    "figures": [
        {"document": "A/RES/98/901", "paragraph": "3", "printed": "half", "verdicts": [{"verdict": "supported"}]},
        {"document": "A/RES/98/901", "paragraph": "3", "printed": "half", "verdicts": [{"verdict": "stale"}]},
    ],
    "divides": [],
    "attention": [{"words": "Lamp two is out."}],
}


def level(value: float, period: str) -> dict[str, object]:
    whom = {"area": "WLD", "sex": None, "location": None, "age": None, "breakdown": None}
    return {"measure": "level", "name": "World", "value": value, "period": period, **whom}


def divide(value: float, period: str) -> dict[str, object]:
    return {"indicators": [{"indicator": "17.8.1", "results": [level(value, period)]}]}


def test_a_review_compared_with_itself_tells_nothing():
    assert list_changes(BEFORE, BEFORE) == ()


def test_a_new_contribution_moves_its_duty_and_is_counted():
    told = {
        "id": "98/901:1#1",
        "state": "ahead",
        "action": "to hang lamps",
        "evidence": {"rung": "activity reported"},
    }
    after = {**BEFORE, "commitments": [told, BEFORE["commitments"][1]], "coverage": {"contributions": 1}}
    assert list_changes(BEFORE, after) == (
        Change("evidence", "98/901:1#1: no evidence found → activity reported"),
        Change("evidence", "1 contribution where there were 0"),
    )


def test_texts_and_files_that_came_and_went_are_named():
    after = {**BEFORE, "documents": [{"key": "A/RES/99/901"}], "sources": [{"name": "new.csv", "observations": 4}]}
    assert [each.words for each in list_changes(BEFORE, after)] == [
        "new: A/RES/99/901",
        "no longer there: A/RES/98/901",
        "new: new.csv",
        "no longer there: lamps.csv",
    ]


def test_states_verdicts_levels_and_attention_that_changed_are_told():
    figures = [BEFORE["figures"][0], {**BEFORE["figures"][1], "verdicts": [{"verdict": "superseded"}]}]
    after = {
        **BEFORE,
        "as_of": "2044-06-01",
        "commitments": [BEFORE["commitments"][0], {**BEFORE["commitments"][1], "state": "passed"}],
        "figures": figures,
        "divides": [divide(61.0, "2043")],
        "attention": [],
    }
    assert list_changes({**BEFORE, "divides": [divide(60.0, "2042")]}, after) == (
        Change("date", "the review is of 1 June 2044, the last one was of 1 May 2044"),
        Change("duties", "98/901:2#1: due → passed"),
        Change("figures", "“half” (A/RES/98/901, paragraph 3): stale → superseded"),
        Change("divides", "17.8.1, World: 60 (2042) → 61 (2043)"),
        Change("attention", "no longer: Lamp two is out."),
    )


def test_many_changes_of_one_kind_are_counted():
    duties = [{"id": f"98/901:{at}#1", "state": "due", "action": "x"} for at in range(9)]
    after = {**BEFORE, "commitments": [{**each, "state": "passed"} for each in duties]}
    told = list_changes({**BEFORE, "commitments": duties}, after)
    assert len(told) == 6
    assert told[-1] == Change("duties", "and 4 more changes of duties")


def test_a_review_of_an_earlier_version_lacks_parts_and_harms_nothing():
    assert Change("texts", "new: A/RES/98/901") in list_changes({"as_of": "2044-05-01"}, BEFORE)
