"""Words printed about a text: each role has some, and the pattern of a role takes its words and no others."""

import re
from typing import get_args

import pytest

from stocktake.frameworks.layout_words import LayoutWords, Role, any_layout_word
from stocktake.frameworks.records import load_records


@pytest.mark.parametrize("role", get_args(Role))
def test_the_pattern_of_a_role_takes_its_words_alone(role: Role):
    records = load_records("layout_words", LayoutWords)
    own = [word for each in records if each.role == role for word in each.words]
    others = [word for each in records if each.role != role for word in each.words]
    assert own
    assert all(re.fullmatch(any_layout_word(role), word) for word in own)
    assert not any(re.fullmatch(any_layout_word(role), word) for word in [*others, "Kite"])
