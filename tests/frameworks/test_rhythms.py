"""Words of recurrence as data."""

from stocktake.frameworks.records import load_records
from stocktake.frameworks.rhythms import RhythmWord, rhythm_words


def test_every_word_stands_once_in_its_part_in_small_letters():
    words = [(each.role, each.word) for each in load_records("rhythms", RhythmWord)]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for _, word in words)


def test_nouns_and_names_have_no_rhythm_and_the_others_have_one():
    for each in load_records("rhythms", RhythmWord):
        assert (each.rhythm == "none") == (each.role in ("noun", "name")), each.word


def test_longer_words_come_first():
    lengths = [len(each.word) for each in rhythm_words("adverb")]
    assert lengths == sorted(lengths, reverse=True)
