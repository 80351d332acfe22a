"""Ranges of words stand where the passage says that they stand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.find.locate import Passage
from stocktake.documents.find.word_places import WordPlaces
from stocktake.values.span import Span, words_at

WORDS = st.lists(st.sampled_from(["quay", "lamp", " ", "  ", "\n", "a", "wick,"]), min_size=1, max_size=30)


@given(WORDS, st.data())
def test_ranges_stand_where_the_passage_has_them(parts: list[str], data: st.DataObject) -> None:
    source = "x".join(parts)
    cuts = sorted({0, len(source), *data.draw(st.lists(st.integers(0, len(source)), max_size=4))})
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    passage = Passage.of(source, spans)
    if not passage.text:
        return
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    found = WordPlaces(source, spans).locate(start, end)
    assert words_at(source, found) == passage.text[start:end].strip()


def test_an_interrupted_range_has_a_span_for_each_piece() -> None:
    source = "trim every wick\n--- page 2 ---\nbefore  dusk"
    spans = [Span(0, 16), Span(31, len(source))]
    assert WordPlaces(source, spans).locate(11, 22) == (Span(11, 16), Span(31, 37))
    assert WordPlaces(source, spans).locate(16, 27) == (Span(31, 43),)
