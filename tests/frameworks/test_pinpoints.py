"""Words of pinpoints and their abbreviations."""

from stocktake.frameworks.pinpoints import load_pinpoints


def test_the_abbreviations_of_the_un():
    short = {each.word: (each.short, each.short_plural) for each in load_pinpoints()}
    assert short["paragraph"] == ("para.", "paras.")
    assert short["chapter"] == ("chap.", "chaps.")
    assert short["section"] == ("sect.", "sects.")
    assert short["annex"] == ("annex", "annexes")


def test_each_word_stands_once():
    words = [each.word for each in load_pinpoints()]
    assert len(words) == len(set(words))


def test_only_resolutions_and_decisions_are_printed_inside_documents():
    assert {each.word for each in load_pinpoints() if each.inside} == {"resolution", "decision"}
