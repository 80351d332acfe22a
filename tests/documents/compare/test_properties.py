"""Laws of the comparison, on random texts: nothing is lost, sides mirror, words add up."""

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.compare.factories import SUBJECTS, VERBS, document, paragraph

from stocktake.documents.compare import Comparison, Pair, compare_documents
from stocktake.documents.compare.words import mirrored, redline
from stocktake.documents.model import Document
from stocktake.values.span import squeeze

_MIRRORED = {
    "identical": "identical",
    "edited": "edited",
    "split": "merged",
    "merged": "split",
    "added": "dropped",
    "dropped": "added",
    "weaker": "stronger",
    "stronger": "weaker",
}

words_of_a_subject = st.sampled_from(SUBJECTS).flatmap(
    lambda subject: st.lists(st.sampled_from(subject.split()), min_size=1, max_size=12)
)
clauses = st.one_of(st.sampled_from(SUBJECTS), words_of_a_subject.map(" ".join))
sentences = st.builds(
    lambda verb, parts, mark, note: (f"{verb} {', and '.join(parts)}{mark}", note),
    st.sampled_from(VERBS),
    st.lists(clauses, min_size=1, max_size=3),
    st.sampled_from([";", ",", "."]),
    st.sampled_from(["", "1", "2"]),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    parts = []
    for kind, prefix in (("preambular", "P"), ("operative", "")):
        drawn = draw(st.lists(sentences, max_size=7))
        parts.append(
            [
                paragraph(text, place=f"{prefix}{n}", kind=kind, marks=note)
                for n, (text, note) in enumerate(drawn, 1)
            ]
        )
    return document(parts[1], parts[0], notes={"1": draw(clauses), "2": "See X/RES/1/2."})


def turned(pair: Pair) -> Pair:
    verb = type(pair.verb)(pair.verb.new, pair.verb.old, _MIRRORED.get(pair.verb.shift or "", pair.verb.shift))
    return Pair(
        old=pair.new,
        new=pair.old,
        change=_MIRRORED[pair.change],  # type: ignore[arg-type]
        moved=pair.moved,
        crosses=pair.crosses,
        verb=verb,
        notes_changed=pair.notes_changed,
        words=mirrored(pair.words),
    )


def assert_nothing_is_lost(comparison: Comparison, old: Document, new: Document) -> None:
    for side, text in (("old", old), ("new", new)):
        seen = Counter(each for pair in comparison.pairs for each in getattr(pair, side))
        assert set(seen) == {each.id for each in text.paragraphs}
        for place in (each for each, times in seen.items() if times > 1):
            classes = {pair.change for pair in comparison.pairs if place in getattr(pair, side)}
            assert classes == {"split", "merged"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), documents())
def test_every_paragraph_is_in_one_pair_and_the_words_add_up(old: Document, new: Document):
    comparison = compare_documents(old, new)
    assert_nothing_is_lost(comparison, old, new)
    for pair in comparison.pairs:
        for side, text, gone in ((pair.old, old, "insert"), (pair.new, new, "delete")):
            words = " ".join(each.text for each in text.paragraphs if each.id in side)
            assert squeeze("".join(run.text for run in pair.words if run.operation != gone)) == squeeze(words)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), documents())
def test_swapping_the_sides_mirrors_the_result(old: Document, new: Document):
    forth, back = compare_documents(old, new).pairs, compare_documents(new, old).pairs
    assert Counter(map(turned, forth)) == Counter(back)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_a_text_with_itself_is_all_identical(text: Document):
    for pair in compare_documents(text, text).pairs:
        assert (pair.change, pair.moved, pair.crosses, pair.notes_changed) == ("identical", False, False, False)
        assert pair.old == pair.new


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(SUBJECTS))))
def test_shuffling_paragraphs_gives_moves_and_no_losses(order: list[int]):
    old = [f"Notes {subject};" for subject in SUBJECTS]
    comparison = compare_documents(document(old), document([old[place] for place in order]))
    assert comparison.summary["identical"] == len(SUBJECTS)
    assert (comparison.summary["moved"] == 0) == (list(order) == sorted(order))


@given(documents(), documents())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_texts_give_the_same_comparison(old: Document, new: Document):
    assert compare_documents(old, new) == compare_documents(old, new)


texts = st.lists(
    st.sampled_from(["the", "lamp", "of", "Examplia,", "(old)", "new;", "co-op", "—", "É", "7"]), max_size=25
)


@given(texts, texts)
def test_a_redline_leads_from_one_text_to_the_other_and_back(old: list[str], new: list[str]):
    before, after = " ".join(old), " ".join(new)
    runs = redline(before, after)
    assert squeeze("".join(run.text for run in runs if run.operation != "insert")) == before
    assert squeeze("".join(run.text for run in runs if run.operation != "delete")) == after
    assert redline(after, before) == mirrored(runs)
    kinds = [run.operation for run in runs]
    assert all(pair not in (("equal", "equal"), ("insert", "delete")) for pair in pairwise(kinds))
