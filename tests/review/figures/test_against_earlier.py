"""Figures held against the same provision in the text before: stale, another group, another definition."""

import pytest
from figured import AS_OF, audit_text, published, resolution_of

from stocktake.documents.threads.build import build_threads
from stocktake.review.figures.audit import audit_figures
from stocktake.review.figures.model import Place, Value, Verdict

WORLD = "Notes that 68 per cent of people worldwide use the Internet, and calls upon towns to fly kites;"
WOMEN = "Notes also with concern that only {} per cent of women worldwide use the Internet and own a kite;"
OLD = published(68, 2042, "2042-11-25")


def verdicts(then: list[str], now: list[str], *values: Value) -> list[list[Verdict]]:
    """Those on the figures of the later of two texts, save what is only said of the published value."""
    documents = [resolution_of(*now, session=98), resolution_of(*then, session=97)]
    threads = build_threads(documents)
    audit = audit_figures([audit_text(each, values, threads) for each in documents], threads, AS_OF)
    left_out = {"supported", "consistent after rounding", "superseded", "not bound", "not checkable"}
    return [
        [verdict for verdict in each.verdicts if verdict.verdict not in left_out]
        for each in audit.figures
        if each.text == documents[0].name
    ]


def test_what_is_carried_over_while_newer_was_published_is_stale():
    newer = published(71, 2043, "2043-11-20")
    (((found,),),) = [verdicts([WORLD], [WORLD], OLD, newer)]
    assert found == Verdict(
        "stale",
        "The words are those of A/RES/97/907, paragraph 1. Since A/RES/97/907, 71 per cent for 2043 (Example Facts "
        "2043, 20 November 2043) came out, and the words do not fit it.",
        (newer,),
        (Place("A/RES/97/907", "1", "68 per cent"),),
    )


def test_what_came_out_before_the_text_before_makes_the_third_text_stale_too():
    documents = [resolution_of(WORLD, session=session) for session in (98, 97, 96)]
    threads = build_threads(documents)
    values = (
        published(64, 2040, "2040-11-20"),
        published(68, 2041, "2041-11-20"),
        published(72, 2042, "2042-11-20"),
    )
    texts = [audit_text(each, values, threads) for each in documents]
    audit = audit_figures(texts, threads, AS_OF)
    assert [[each.verdict for each in one.verdicts] for one in audit.figures] == [
        ["stale", "superseded", "supported"],
        ["stale", "superseded", "supported"],
        ["superseded", "supported"],
    ]
    assert audit.figures[0].verdicts[0].because == (
        "The words are those of A/RES/97/907, paragraph 1 and of A/RES/96/906, paragraph 1. Since A/RES/96/906, 72 per "
        "cent for 2042 (Example Facts 2042, 20 November 2042) came out, and the words do not fit it."
    )


def test_what_is_carried_over_while_the_text_moved_elsewhere_is_stale():
    found = verdicts([WORLD, WOMEN.format(60)], [WORLD, WOMEN.format(66)], OLD)
    assert [[each.verdict for each in one] for one in found] == [["stale"], []]
    assert found[0][0].because == (
        "The words are those of A/RES/97/907, paragraph 1. The text does use newer figures of the same indicator "
        "elsewhere: only “60 per cent” in paragraph 2 there became only “66 per cent” in paragraph 2 here."
    )


@pytest.mark.parametrize(
    ("now", "values"),
    [
        ([WORLD, WOMEN.format(60)], (OLD,)),
        ([WORLD, WOMEN.format(60)], (OLD, published(68, 2043, "2043-11-20"))),
        ([WORLD, WOMEN.format(66)], (OLD, published(68, 2043, "2043-11-20"))),
        ([WORLD.replace("68", "71"), WOMEN.format(66)], (OLD,)),
    ],
)
def test_an_unchanged_figure_that_still_holds_raises_nothing(now: list[str], values: tuple[Value, ...]):
    assert verdicts([WORLD, WOMEN.format(60)], now, *values)[0] == []


def test_a_figure_beside_one_that_was_brought_up_to_date_was_looked_at():
    both = "Notes that 68 per cent of people worldwide use the Internet, and {} per cent of people in Africa;"
    assert verdicts([both.format(40)], [both.format(43)], OLD) == [[], []]


GROUPS = (
    "Regrets that 90 per cent of people in {} use the Internet, and only {} per cent in {}, and asks for string;"
)


def test_groups_of_another_list_are_no_series():
    then = GROUPS.format("developed countries", 57, "developing countries")
    now = GROUPS.format("high-income countries", 27, "low-income countries")
    found = verdicts([then], [now])
    assert [[each.verdict for each in one] for one in found] == [["group changed"], ["group changed"]]
    assert found[1][0].because == (
        "In A/RES/97/907, paragraph 1, the provision gave only “57 per cent” for developing countries; here it gives "
        "only “27 per cent” for low-income countries. The groups are of two lists of countries, so the two figures are "
        "no series, and their difference is no change of the world."
    )


def test_another_group_of_the_same_list_is_another_figure():
    then = GROUPS.format("high-income countries", 40, "lower-middle-income countries")
    assert verdicts([then], [GROUPS.format("high-income countries", 27, "low-income countries")]) == [[], []]


LACK = "Regrets that a third of the people in the least developed countries {} the Internet, and asks for string;"


def test_access_and_use_are_two_things():
    found = verdicts([LACK.format("lack access to")], [LACK.format("are not using")])
    assert found[0][0].because == (
        "In A/RES/97/907, paragraph 1, the provision counted “without access to the Internet”; here it counts "
        "“individuals not using the Internet”. The two are close and not the same, so that the figures are no series."
    )
    assert len(found[0]) == 1
    assert verdicts([LACK.format("are not using")], [LACK.format("do not use")]) == [[]]
