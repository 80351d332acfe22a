"""Doubtful spaces: the document's own words say which part two words."""

import pytest

from stocktake.documents.sources.spacing import DOUBTFUL, settle, words_of

VOCABULARY = words_of(["the divide and the lamps", f"recognizing further need sev{DOUBTFUL}ered", "a lamp"])


def test_words_that_a_doubtful_space_touches_are_not_certain() -> None:
    assert {"the", "divide", "and", "lamps", "recognizing", "further", "need", "a", "lamp"} == VOCABULARY


@pytest.mark.parametrize(
    ("marked", "settled"),
    [
        ("the divid_e is", "the divide is"),
        ("oil an_d wick", "oil and wick"),
        ("a tr_ansparent lamp", "a transparent lamp"),
        ("Recognizing_further the", "Recognizing further the"),
        ("capacity_-building", "capacity-building"),
        ("the Office_’s lamps", "the Office’s lamps"),
        ("2018_–2028", "2018–2028"),
        ("12_lamps", "12 lamps"),
        ("(_the lamps", "(the lamps"),
        ("the lam_p_s", "the lamps"),
        ("lamps;_", "lamps; "),
    ],
)
def test_settled(marked: str, settled: str) -> None:
    assert settle(marked.replace("_", DOUBTFUL), VOCABULARY) == settled
