"""Words for further breakdowns."""

import pytest

from stocktake.frameworks.breakdowns import breakdown_parts, breakdown_words, every_breakdown
from stocktake.frameworks.statistical_words import dimension_of


@pytest.mark.parametrize(
    ("breakdown", "words"),
    [
        (None, ""),
        ("TECH=4G", "at least 4G"),
        ("LEVEL=LOWSEC;SERVICE=INTERNET", "lower secondary, Internet"),
        ("SKILL=ARSP", "formulas in a spreadsheet"),
        ("SPEED=256KT2MBPS", "from 256 kbit/s to less than 2 Mbit/s"),
        # What nobody recorded stays as printed, with the name of its dimension.
        ("SKILL=SKILL_MATH", "type of skill SKILL_MATH"),
        ("HARBOUR=OLD", "harbour OLD"),
    ],
)
def test_a_breakdown_in_words(breakdown: str | None, words: str) -> None:
    assert breakdown_words(breakdown) == words


def test_each_part_has_its_words() -> None:
    assert breakdown_parts("LEVEL=PRIMAR;SERVICE=COMPUTERS") == ("primary", "computers")


def test_every_dimension_is_known_and_no_code_is_said_twice() -> None:
    known = every_breakdown()
    assert {each.dimension for each in known if dimension_of(each.dimension) is None} == set()
    assert len({(each.dimension, each.code) for each in known}) == len(known)
