"""The arithmetic of the bench of commitments: how records are set side by side and how names are counted."""

import importlib.util
from pathlib import Path

import pytest

_FILE = Path(__file__).resolve().parents[2] / "bench" / "commitments.py"
_SPEC = importlib.util.spec_from_file_location("bench_commitments", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
bench = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(bench)


def record(verb, *addressees, **labels):
    return {
        "paragraph": "4",
        "n": 1,
        "verb": verb,
        "strength": "requests",
        "standing": "asked",
        "addressees": list(addressees),
        "through": [],
        "deadline": None,
        "recurring": False,
        "kind": None,
        **labels,
    }


@pytest.mark.parametrize(
    ("verb", "head"),
    [
        ("Also requests", "requests"),
        ("once again encourages", "encourages"),
        ("Calls, in this context, for", "calls"),
        ("and in this regard strongly urges", "urges"),
        ("Reiterates its request", "reiterates"),
        ("Re-emphasizes", "reemphasizes"),
    ],
)
def test_a_verb_is_compared_without_its_adverbs(verb, head):
    assert bench.head_of(verb) == head


def test_a_missing_record_does_not_shift_the_others():
    expected = [
        record("requests", "Keeper"),
        record("requests", "Harbour Board"),
        record("invites", "Lamplighters"),
    ]
    came = [record("requests", "Harbour Board"), record("invites", "Lamplighters")]
    assert bench.align(expected, came) == [(expected[0], None), (expected[1], came[0]), (expected[2], came[1])]


def test_records_of_other_verbs_or_standing_are_no_pair():
    expected = [record("requests", "Keeper")]
    assert bench.align(expected, [record("invites", "Keeper")])[0] != (expected[0], record("invites", "Keeper"))
    assert bench.likeness(expected[0], record("requests", "Keeper", standing="reported")) == 0


def test_what_the_annotation_doubts_counts_neither_way():
    doubtful = record("authorizes", "Keeper", doubtful=True)
    assert list(bench.pairs_of([doubtful], [record("authorizes", "Keeper")])) == []
    assert list(bench.pairs_of([doubtful], [])) == []


@pytest.mark.parametrize(
    ("expected", "came", "numbers"),
    [
        (["Keeper"], ["the Keeper"], (1, 1, 1)),
        (["Keeper|Keeper of Lamps"], ["Keeper of Lamps"], (1, 1, 1)),
        (["Keeper", "?Mates"], ["Keeper"], (1, 1, 1)),
        (["Keeper", "?Mates"], ["Keeper", "all Mates"], (1, 1, 1)),
        (["Keeper", "Mates"], ["Keeper", "Boatmen", "Pilots"], (2, 3, 1)),
        (["Masters*"], ["Masters of the Eastern Light"], (1, 1, 1)),
        ([], ["Keeper"], (0, 1, 0)),
    ],
)
def test_names_are_counted_as_sets(expected, came, numbers):
    assert bench.count_names(expected, came) == numbers


def test_a_deadline_is_right_by_session_or_by_its_last_day():
    session = {"session": "GA-81", "latest": None}
    day = {"session": None, "latest": "2030-12-31"}
    assert bench.count_deadline(session, {"session": "GA-81", "latest": "2027-09-13"}) == (1, 1, 1)
    assert bench.count_deadline(day, {"session": None, "latest": "2030-12-31"}) == (1, 1, 1)
    assert bench.count_deadline(day, session) == (1, 1, 0)
    assert bench.count_deadline(None, session) == (0, 1, 0)


def test_what_is_kept_of_the_set_held_out_cannot_be_read():
    assert bench.kept("dev", {"Lamps 4#1"}) == ["Lamps 4#1"]
    assert bench.kept("held_out", {"Lamps 4#1"}) != ["Lamps 4#1"]
