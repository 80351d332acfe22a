"""Laws of cycles: quotes stand at their spans, order makes no difference, what is answered was asked."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as some
from tests.documents.cycles.cycles import asks, cycles, takes, text

from stocktake.values.span import words_at

SENTENCES = (
    asks(98),
    asks(99),
    asks(98, "the bakeries and ovens of the villages of Examplia"),
    takes("A/98/40"),
    takes("A/99/41", ""),
    "Requests the Secretary-General to establish a working group to examine harbour dues and toy moorings;",
    "Takes note of the report of the Working Group on Harbour Dues and Toy Moorings (A/98/41);",
    "Thanks the Working Group;",
    "Decides to discontinue the report on the lamps and moorings of the harbours of Examplia;",
)
operative = some.lists(some.sampled_from(SENTENCES), max_size=4, unique=True)
chains = some.tuples(operative, operative, operative).map(
    lambda words: [text(session, *each) for session, each in zip((97, 98, 99), words, strict=True)]
)


@settings(max_examples=25, deadline=None)
@given(chains)
def test_laws(texts):
    made = cycles(texts)
    sources = {each.data.symbol: each.source_text for each in texts}
    for cycle in made:
        for stage in cycle.stages:
            assert words_at(sources[stage.document], stage.spans) == stage.quote
        assert set(cycle.answered) <= {stage.commitment for stage in cycle.stages}
        days = [stage.adopted for stage in cycle.stages]
        assert days == sorted(days)
        assert (cycle.state == "answered") <= bool(cycle.answered)
    assert {cycle.id for cycle in made if cycle.kind == "deliverable"} <= {
        stage.commitment for cycle in made for stage in cycle.stages
    }
    for order in permutations(texts):
        assert cycles(order) == made
