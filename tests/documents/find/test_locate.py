"""Words back to their spans: the law that every span is held to."""

from hypothesis import given
from hypothesis import strategies as st
from laid_out import make_document

from stocktake.documents.find.locate import Passage, passages
from stocktake.values.span import Span, words_at

WORDS = st.text(alphabet="ab \n-", max_size=20)


@st.composite
def interrupted(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A source text and the spans of a passage in it, with other words between them."""
    source = ""
    spans = []
    for piece in draw(st.lists(WORDS, max_size=5)):
        source += draw(st.sampled_from(["", "#", "#\n## "]))
        spans.append(Span(len(source), len(source) + len(piece)))
        source += piece
    return source, tuple(spans)


@given(interrupted())
def test_the_words_of_a_passage_are_those_at_its_spans(made: tuple[str, tuple[Span, ...]]):
    source, spans = made
    assert Passage.of(source, spans).text == words_at(source, spans)


@given(interrupted(), st.data())
def test_any_range_of_words_is_found_where_it_stands(made: tuple[str, tuple[Span, ...]], data: st.DataObject):
    source, spans = made
    passage = Passage.of(source, spans)
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    located = passage.locate(start, end)
    assert words_at(source, located) == passage.text[start:end].strip()
    assert all(any(a <= span.start and span.end <= b for a, b in _joined(spans)) for span in located)


def _joined(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def test_a_passage_without_interruption_has_one_span():
    passage = Passage.of("xx one\n two yy", [Span(3, 11)])
    assert passage.text == "one two"
    assert passage.locate(0, 7) == (Span(3, 11),)


def test_an_interrupted_word_has_two_spans():
    source = "capacity-#building"
    passage = Passage.of(source, [Span(0, 9), Span(10, 18)])
    assert passage.text == "capacity-building"
    assert passage.locate(5, 12) == (Span(5, 9), Span(10, 13))


def test_paragraphs_come_before_notes():
    document = make_document(["Recalling one,", "Noting two,"], {"3": "A note."})
    assert [(place, passage.text) for place, passage in passages(document)] == [
        ("P1", "Recalling one,"),
        ("P2", "Noting two,"),
        ("note 3", "A note."),
    ]
