"""Some hundred and forty invented paragraphs, in the manner of many organs, with the duties written down beforehand."""

import pytest
from challenge import Case, differences, found, key
from challenge_committees import ECONOMIC_AND_SOCIAL, FIFTH, FIRST
from challenge_councils import HUMAN_RIGHTS, SECURITY
from challenge_occasions import AGENCIES, DAYS, ELECTIONS, MODALITIES

BY_ORGAN = (
    ("Security Council", SECURITY),
    ("Human Rights Council", HUMAN_RIGHTS),
    ("Economic and Social Council", ECONOMIC_AND_SOCIAL),
    ("General Assembly", (*FIFTH, *FIRST, *DAYS, *MODALITIES, *ELECTIONS)),
    ("Executive Board of the Kite Fund", AGENCIES),
)
ALL = tuple((organ, each) for organ, cases in BY_ORGAN for each in cases)


@pytest.mark.parametrize(("organ", "one"), ALL, ids=[each.words[0][:60] for _, each in ALL])
def test_the_duties_of_a_paragraph(organ: str, one: Case):
    came = found(organ, one.words)
    assert [key(each) for each in came] == [key(each) for each in one.due]
    assert [differences(due, each) for due, each in zip(one.due, came, strict=True)] == [{} for _ in one.due]
