"""A pair laid out: words cut where paragraphs end, anchors given once, unchanged words shortened."""

from hypothesis import given
from hypothesis import strategies as st
from workshop import document

from stocktake.documents.compare import WordRun, compare_documents
from stocktake.documents.compare.words import redline
from stocktake.example import example_texts
from stocktake.publish.redline_layout import rows_of, runs_by_paragraph, shortened
from stocktake.values.span import squeeze

EXAMPLE = [document(text.read_text("utf-8"), text.name) for text in example_texts()]

words = st.lists(st.sampled_from(["kite", "tail", "string;", "(wind)", "a"]), min_size=1, max_size=6).map(" ".join)


@given(st.lists(words, min_size=1, max_size=4), words)
def test_the_runs_of_a_side_give_each_paragraph_back(texts: list[str], other: str):
    runs = [run for run in redline(" ".join(texts), other) if run.operation != "insert"]
    parts = runs_by_paragraph(runs, texts)
    assert [squeeze("".join(run.text for run in part)) for part in parts] == texts


def test_what_is_not_counted_stays_with_what_it_follows():
    runs = [WordRun("equal", "a b;"), WordRun("delete", " and"), WordRun("insert", " C"), WordRun("equal", " d;")]
    assert runs_by_paragraph(runs, ["a b;", "C d;"], frozenset({"equal", "insert"})) == [
        [WordRun("equal", "a b;"), WordRun("delete", " and")],
        [WordRun("insert", "C"), WordRun("equal", " d;")],
    ]


def test_each_row_holds_the_words_of_its_paragraphs_and_each_anchor_comes_once():
    old, new = EXAMPLE[1], EXAMPLE[2]
    rows = list(rows_of(compare_documents(old, new), old, new))
    for document_, side in ((old, "old"), (new, "new")):
        shown = [each for row in rows for each in getattr(row, side)]
        assert {each.place: squeeze("".join(run.text for run in each.runs)) for each in shown} == {
            each.id: each.text for each in document_.paragraphs
        }
        anchored = [each.place for each in shown if each.anchored]
        assert sorted(anchored) == sorted(each.id for each in document_.paragraphs)


def test_the_operative_part_begins_once():
    old, new = EXAMPLE[1], EXAMPLE[2]
    kinds = [row.operative for row in rows_of(compare_documents(old, new), old, new) if row.new]
    assert kinds == sorted(kinds)


def test_long_unchanged_words_are_shortened_beside_changes_only():
    text = "one two three four five six seven eight nine ten"
    assert shortened(text, 9, first=False, last=False) == "one two … nine ten"
    assert shortened(text, 9, first=True, last=False) == "… nine ten"
    assert shortened(text, 9, first=False, last=True) == "one two …"
    assert shortened("short", 9, first=True, last=True) == "short"
