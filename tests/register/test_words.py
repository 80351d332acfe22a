"""Words that people write: what cannot be seen is refused on the way in and made visible on the way out."""

from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import RequestError
from stocktake.register.words import printable, shown


@given(st.text())
def test_what_is_taken_is_one_line_of_signs_that_can_be_seen(text: str):
    try:
        words = printable(text, "words")
    except RequestError:
        return
    assert words == printable(words, "words") == shown(words)
    assert len(words.splitlines()) == 1


@given(st.text())
def test_nothing_that_steers_a_terminal_is_shown(text: str):
    assert not set(shown(text)) & set(map(chr, [*range(32), 127, 0x202E, 0x2066]))


def test_scripts_that_need_joiners_keep_them():
    assert printable("می\u200cخواهم", "words") == "می\u200cخواهم"


def test_marks_of_direction_in_copied_words_are_kept():
    assert printable("\u200fمصباح\u200f (A/99/52)", "words") == "\u200fمصباح\u200f (A/99/52)"
